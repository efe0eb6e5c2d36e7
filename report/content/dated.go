package content

import "boardpack/report"

// What is overdue, due soon or due later is said out of what has a date, and what has none out of what is open: without a date nothing can
// be overdue, and a board must not take that for good news.

// leadOpen says what is open, and what of it is late.
func (w *writer) leadOpen() []Text {
	all := &w.pack.All
	switch {
	case all.N(report.Open) == 0 && all.N(report.AwaitingSignOff) == 0:
		return nil // all is complete
	case all.N(report.Open) == 0:
		return []Text{w.say("lead.none_are_open")}
	case all.N(report.Open) == 1:
		return []Text{w.count("lead.one.open", w.whole(report.Open), "What", w.leadOne())}
	case all.N(report.NoDate) == 0:
		return []Text{w.say("lead.parts", "Open", w.openHead(), "Parts", w.join(w.dateParts(true)))}
	case all.N(report.Overdue) > 0 && w.mostUndated():
		return []Text{w.say("lead.head", "Open", w.openHead()), w.fewOverdue()}
	case all.N(report.Overdue) > 0:
		return []Text{w.say("lead.head", "Open", w.openHead()), w.count("lead.of_dated", w.whole(report.Dated), "Parts", w.join(w.dateParts(false)), "NoDate", w.haveNoDate())}
	}
	sentences := []Text{w.noneOverdue()}
	if !w.mostUndated() {
		sentences = append([]Text{w.say("lead.head", "Open", w.openHead())}, sentences...)
	}
	switch {
	case all.N(report.DueSoon) == 0:
	case all.N(report.Dated) == 1:
		sentences = append(sentences, w.say("lead.soon.one", "Date", w.soonDay()))
	default:
		sentences = append(sentences, w.say("lead.soon", "Parts", w.join(w.dateParts(false))))
	}
	return sentences
}

// mostUndated tells whether at least half of what is open has no date.
func (w *writer) mostUndated() bool {
	return 2*w.pack.All.N(report.NoDate) >= w.pack.All.N(report.Open)
}

// noneOverdue says that nothing is overdue, as far as there are dates to tell by.
func (w *writer) noneOverdue() Text {
	open, dated := w.whole(report.Open), w.whole(report.Dated)
	switch {
	case open.n == 0:
		return w.say("lead.none_open")
	case dated.n == open.n:
		return w.count("lead.none_overdue", open)
	case dated.n == 0:
		return w.count("lead.none_dated", open)
	case w.mostUndated():
		return w.count("lead.few_dated", dated, "Open", open)
	}
	return w.count("lead.some_dated", dated, "NoDate", w.haveNoDate())
}

// fewOverdue says how many are overdue of the few that have a date.
func (w *writer) fewOverdue() Text {
	overdue, dated, without := w.whole(report.Overdue), w.whole(report.Dated), w.whole(report.NoDate)
	switch {
	case dated.n == 1:
		return w.count("lead.only_one.no_date", without)
	case overdue.n == dated.n:
		return w.count("lead.few_all.overdue", overdue, "NoDate", without)
	}
	return w.count("lead.few.overdue", overdue, "Dated", dated, "NoDate", without)
}

// openHead is "The other 12 are open", or "All 17 are open".
func (w *writer) openHead() Text {
	if w.pack.All.N(report.Open) == w.pack.All.N(report.InScope) {
		return w.count("lead.all.open", w.whole(report.Open))
	}
	return w.count("lead.other.open", w.whole(report.Open))
}

// haveNoDate is "2 have no date".
func (w *writer) haveNoDate() Text { return w.count("lead.have.no_date", w.whole(report.NoDate)) }

// dateParts says how many are overdue, due soon and due later, without those that are none; with all it says that none is overdue, too.
func (w *writer) dateParts(all bool) []Text {
	var parts []Text
	if w.pack.All.N(report.Overdue) == 0 && all {
		parts = append(parts, w.say("lead.part.none_overdue"))
	}
	for _, f := range []report.Figure{report.Overdue, report.DueSoon, report.DueLater} {
		switch w.pack.All.N(f) {
		case 0:
		case w.pack.All.N(report.Dated):
			parts = append(parts, w.count("lead.part_all."+string(f), w.whole(f), "Date", w.soonDay()))
		default:
			parts = append(parts, w.count("lead.part."+string(f), w.whole(f), "Date", w.soonDay()))
		}
	}
	return parts
}

// leadOne says of the one that is open whether it is late.
func (w *writer) leadOne() Text {
	for _, f := range []report.Figure{report.Overdue, report.DueSoon, report.DueLater} {
		if w.pack.All.N(f) > 0 {
			return w.say("lead.it."+string(f), "Date", w.soonDay())
		}
	}
	return w.say("lead.it.no_date")
}

// soonUntil is the last of the days that are soon.
func (w *writer) soonUntil() value {
	return w.day(w.pack.AsAt.AddDays(w.pack.Rules.DueSoonDays), Ref{Place: PlaceRegister, Name: "due_soon_until"})
}
