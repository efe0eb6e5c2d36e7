package content

import "boardpack/report"

// lead writes the first sentences of the paper: position, movement, and what is late.
func (w *writer) lead() []Text {
	var lead []Text
	if w.pack.All.Rating == report.NotKnown {
		lead = append(lead, w.leadNotKnown())
	}
	lead = append(lead, w.leadPosition())
	if w.pack.Movement != nil {
		lead = append(lead, w.leadMovement())
	}
	return append(lead, w.leadOverdue())
}

// leadNotKnown says that too many statuses were not understood to tell the position.
func (w *writer) leadNotKnown() Text {
	unread, of := w.whole(report.FigUnrecognised), w.whole(report.InScope)
	if unread.n == of.n {
		return w.count("lead.not_known.all", of)
	}
	return w.count("lead.not_known", unread, "InScope", of)
}

// leadPosition says how much is complete, of what, and what is set aside.
func (w *writer) leadPosition() Text {
	all := &w.pack.All
	if all.N(report.InScope) == 0 {
		return w.count("lead.nothing_in_scope", w.whole(report.Total))
	}
	clauses := []Text{w.count("lead.complete", w.whole(report.FigComplete), "Percent", w.percent(report.OfAll, all))}
	if all.N(report.AwaitingSignOff) > 0 {
		clauses = append(clauses, w.count("lead.awaiting", w.whole(report.AwaitingSignOff)))
	}
	text := w.say("lead.position", "InScope", w.count("lead.in_scope", w.whole(report.InScope)), "Clauses", w.join(clauses))
	if aside := w.setAside(); len(aside) > 0 {
		text = between([]Text{text, aside}, " ")
	}
	return text
}

// setAside names the rows that are not in scope.
func (w *writer) setAside() Text {
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
	return w.count("lead.aside", w.sum(figures), "Parts", w.join(parts))
}

// leadMovement tells the bridge from last month's outstanding to this month's.
func (w *writer) leadMovement() Text {
	b := w.pack.Movement.All
	var parts []Text
	for _, step := range b.Steps() {
		if step.N > 0 {
			parts = append(parts, w.count("lead.step."+step.ID, w.bridge(step.ID, step.N)))
		}
	}
	closing := w.bridge("closing", b.Closing)
	if len(parts) == 0 {
		return w.count("lead.no_movement", closing, "Since", w.sinceMonth())
	}
	return w.say("lead.movement", "Since", w.sinceMonth(), "Parts", w.join(parts), "Opening", w.bridge("opening", b.Opening), "Closing", closing)
}

// leadOverdue says what is late among what is open.
func (w *writer) leadOverdue() Text {
	all := &w.pack.All
	if all.N(report.Open) == 0 {
		return w.say("lead.none_open")
	}
	open := w.count("lead.open", w.whole(report.Open))
	if all.N(report.Overdue) == 0 {
		return w.say("lead.none_overdue", "Open", open, "DueSoon", w.whole(report.DueSoon), "Days", w.days())
	}
	return w.count("lead.overdue", w.whole(report.Overdue), "Open", open, "Refs", w.figureRefs(report.Overdue))
}

// figureRefs names the recommendations behind a figure of the whole.
func (w *writer) figureRefs(f report.Figure) Text {
	return w.refs(w.pack.All.Keys(f), figureRef(report.OfAll, w.pack.All.ID, f))
}

func (w *writer) changedHeading() Text {
	if w.pack.Movement == nil {
		return trimmed(w.say("changed.title_first"))
	}
	return trimmed(w.say("changed.title", "Since", w.sinceMonth()))
}

// changed lists, kind by kind, what a board should know of since last month.
func (w *writer) changed() []Text {
	m := w.pack.Movement
	if m == nil {
		return []Text{w.say("glance.first_month")}
	}
	var out []Text
	tell := func(id string, keys []string, list Ref) {
		if len(keys) > 0 {
			out = append(out, w.count(id, listed(keys, list), "Refs", w.refs(keys, list)))
		}
	}
	for _, kind := range []report.ChangeKind{report.ChangeCompleted, report.ChangeReopened, report.ChangeNew, report.ChangeCameIntoScope,
		report.ChangeLeftScope, report.ChangeRemoved, report.ChangeTheme, report.ChangeRef} {
		tell("glance.changed."+underscored(string(kind)), m.Keys(kind, ""), changesRef(kind, "", ""))
	}
	for _, cause := range report.Causes() {
		tell("glance.overdue."+underscored(string(cause)), m.Keys(report.ChangeOverdue, cause), changesRef(report.ChangeOverdue, cause, ""))
	}
	out = append(out, w.redated()...)
	if len(out) == 0 {
		return []Text{w.say("glance.nothing_changed", "Since", w.sinceMonth())}
	}
	return out
}

// changesRef is the list of the recommendations that a kind of change happened to.
func changesRef(kind report.ChangeKind, cause report.Cause, some string) Ref {
	return Ref{Place: PlaceChanges, Of: string(kind), ID: string(cause), Name: some}
}

// redated names each recommendation whose date was moved; when they are many, in one sentence.
func (w *writer) redated() []Text {
	const each = 2
	list := changesRef(report.ChangeDate, "", SomeMoved)
	var keys []string
	var out []Text
	for i := range w.pack.Movement.Changes {
		c := &w.pack.Movement.Changes[i]
		if !c.Redated() {
			continue
		}
		at := Ref{Place: PlaceChange, Index: i + 1}
		out = append(out, w.count("glance.changed.re_dated", number(c.Times, at.named("times_moved")), "Ref", key(c.Key, list.at(len(keys))),
			"From", w.day(c.From.Date, at.named("from")), "To", w.day(c.To.Date, at.named("to"))))
		keys = append(keys, c.Key)
	}
	if len(keys) > each {
		return []Text{w.count("glance.changed.re_dated_many", listed(keys, list), "Refs", w.refs(keys, list))}
	}
	return out
}
