package content

import (
	"slices"

	"boardpack/report"
	"boardpack/report/named"
)

// lead writes the first sentences of the paper: how far it is and what of the rest is late, and what moved since last month.
func (w *writer) lead() []Text {
	var lead []Text
	if w.pack.All.Rating == report.NotKnown {
		lead = append(lead, w.leadNotKnown())
	}
	sentences := []Text{w.leadPosition()}
	if all := &w.pack.All; all.N(report.InScope) > 1 && all.N(report.AwaitingSignOff) < all.N(report.InScope) {
		sentences = append(sentences, w.leadOpen()...)
	}
	if aside := w.setAside(); len(aside) > 0 {
		sentences = append(sentences, aside)
	}
	lead = append(lead, between(sentences, " "))
	if w.pack.Movement != nil && len(w.pack.Reviews) <= fewReviews { // of more, the last row of the table tells it
		lead = append(lead, w.leadMovement())
	}
	if answers := w.leadAnswers(); len(answers) > 0 && len(w.pack.Reviews) <= fewReviews {
		lead = append(lead, answers)
	}
	if w.pack.Restated != nil {
		lead = append(lead, w.leadRestated())
	}
	return lead
}

// leadRestated says that last month's figures were restated, and why.
func (w *writer) leadRestated() Text {
	var why []Text
	for _, c := range w.pack.Restated.Causes() {
		why = append(why, w.say("lead.restated."+named.Underscored(string(c))))
	}
	if len(why) == 0 {
		why = append(why, w.say("lead.restated.unknown"))
	}
	month := w.sinceMonth()
	month.text[0].Ref = Ref{Place: PlaceRestated, Name: "month"}
	return w.say("lead.restated", "Month", month, "Why", w.join(why))
}

// leadNotKnown says that too many statuses were not understood to tell the position.
func (w *writer) leadNotKnown() Text {
	unread, of := w.whole(report.FigUnrecognised), w.whole(report.InScope)
	if unread.n == of.n {
		return w.count("lead.not_known.all", of)
	}
	return w.count("lead.not_known", unread, "InScope", of)
}

// leadPosition says how much is complete, and of what; of a single recommendation all that there is to say.
func (w *writer) leadPosition() Text {
	all := &w.pack.All
	inScope, complete, awaiting := w.whole(report.InScope), w.whole(report.FigComplete), w.whole(report.AwaitingSignOff)
	switch {
	case inScope.n == 0:
		return w.count("lead.nothing_in_scope", w.whole(report.Total))
	case complete.n == inScope.n:
		return w.count("lead.all_complete", inScope, "Percent", w.percent(report.OfAll, all))
	case awaiting.n == inScope.n:
		return w.count("lead.all_awaiting", inScope)
	case inScope.n == 1:
		return w.count("lead.alone.open", w.whole(report.Open), "What", w.leadOne())
	}
	var clauses Text
	switch percent := w.percent(report.OfAll, all); {
	case complete.n == 0 && awaiting.n == 0:
		clauses = w.say("lead.none_complete", "Percent", percent)
	case complete.n == 0:
		clauses = w.count("lead.none_but_awaiting", awaiting, "Percent", percent)
	case awaiting.n == 0:
		clauses = w.count("lead.complete", complete, "Percent", percent)
	default:
		clauses = w.join([]Text{w.count("lead.complete", complete, "Percent", percent), w.count("lead.awaiting", awaiting)})
	}
	of := w.count("lead.in_scope", inScope)
	if w.isPortfolio() {
		of = w.count("lead.in_scope.reviews", inScope, "Reviews", w.reviews(""))
	}
	return w.say("lead.position", "InScope", of, "Clauses", clauses)
}

// setAside names the rows that are not in scope, where others are.
func (w *writer) setAside() Text {
	if w.pack.All.N(report.InScope) == 0 {
		return nil
	}
	var parts []Text
	var figures []report.Figure
	for _, f := range []report.Figure{report.FigExternal, report.FigNotAccepted, report.FigWithdrawn, report.FigSuperseded} {
		if w.pack.All.N(f) > 0 {
			figures = append(figures, f)
			parts = append(parts, w.count("lead.aside."+string(f), w.whole(f)))
		}
	}
	if len(figures) == 0 {
		return nil
	}
	if len(figures) > 1 {
		return w.count("lead.aside", w.sum(figures), "Parts", w.join(parts))
	}
	return w.count("lead.aside_all."+string(figures[0]), w.whole(figures[0]))
}

// leadMovement tells the bridge from last month's outstanding to this month's: what made it so comes first.
func (w *writer) leadMovement() Text {
	b := &w.pack.Movement.All
	var in, out []Text
	for _, step := range b.Steps() {
		if step.N == 0 {
			continue
		}
		if part := w.count("lead.step."+step.ID, w.bridge(step.ID, step.N)); step.Sign > 0 {
			in = append(in, part)
		} else {
			out = append(out, part)
		}
	}
	opening, closing := w.bridge("opening", b.Opening), w.bridge("closing", b.Closing)
	text := Text(nil)
	switch {
	case len(in)+len(out) == 0:
		text = w.say("lead.no_movement", "Since", w.sinceMonth())
	case b.Closing < b.Opening:
		text = w.say("lead.movement.fell", "Since", w.sinceMonth(), "Opening", opening, "Closing", closing, "Parts", w.join(slices.Concat(out, in)))
	case b.Closing > b.Opening:
		text = w.say("lead.movement.rose", "Since", w.sinceMonth(), "Opening", opening, "Closing", closing, "Parts", w.join(slices.Concat(in, out)))
	default:
		text = w.say("lead.movement.same", "Since", w.sinceMonth(), "Closing", closing, "Parts", w.join(slices.Concat(in, out)))
	}
	return between(append([]Text{text}, w.newButNotOutstanding()...), " ")
}

// newButNotOutstanding names the new recommendations that the bridge does not count, so that nobody misses them among those that were added.
func (w *writer) newButNotOutstanding() []Text {
	var out []Text
	for _, some := range []string{SomeComplete, SomeOutOfScope} {
		keys := slices.DeleteFunc(w.pack.Movement.Keys(report.ChangeNew, ""), func(key string) bool {
			p := w.pack.Position(key)
			return some == SomeComplete && !p.In(report.FigComplete) || some == SomeOutOfScope && p.In(report.InScope)
		})
		if list := changesRef(report.ChangeNew, some); len(keys) > 0 {
			out = append(out, w.count("lead."+some+".new", listed(keys, list), "Refs", w.refs(keys, list)))
		}
	}
	return out
}

// changesRef is the list of the recommendations that a kind of change happened to.
func changesRef(kind report.ChangeKind, some string) Ref {
	return Ref{Place: PlaceChanges, Of: string(kind), Name: some}
}
