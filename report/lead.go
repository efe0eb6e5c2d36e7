package report

// namesInSentence is how many recommendations a sentence of page 1 names before it says "and n more".
const namesInSentence = 6

// lead writes the first sentences of the paper: position, movement, and what is late.
func (p *Pack) lead(w Words) []Sentence {
	lead := []Sentence{p.leadPosition(w)}
	if p.Movement != nil {
		lead = append(lead, p.leadMovement(w))
	}
	return append(lead, p.leadOverdue(w))
}

// leadPosition says how much is complete, of what, and what is set aside.
func (p *Pack) leadPosition(w Words) Sentence {
	all := &p.All
	if all.N(InScope) == 0 {
		return ParseRuns(w.Count("lead.nothing_in_scope", all.N(Total)))
	}
	clauses := []string{w.Count("lead.complete", all.N(FigComplete), "Percent", *all.Percent)}
	if n := all.N(AwaitingSignOff); n > 0 {
		clauses = append(clauses, w.Count("lead.awaiting", n))
	}
	text := w.Say("lead.position", "InScope", w.Count("lead.in_scope", all.N(InScope)), "Clauses", joinPlain(w, clauses))
	if set := p.setAside(w); set != "" {
		text += " " + set
	}
	return ParseRuns(text)
}

// setAside names the rows that are not in scope.
func (p *Pack) setAside(w Words) string {
	var parts []string
	n := 0
	for _, f := range []Figure{FigExternal, FigNotAccepted, FigWithdrawn, FigSuperseded} {
		if k := p.All.N(f); k > 0 {
			n += k
			parts = append(parts, w.Count("lead.aside."+string(f), k))
		}
	}
	if n == 0 {
		return ""
	}
	return w.Count("lead.aside", n, "Parts", joinPlain(w, parts))
}

// leadMovement tells the bridge from last month's outstanding to this month's.
func (p *Pack) leadMovement(w Words) Sentence {
	b := p.Movement.All
	var parts []string
	for _, step := range b.Steps() {
		if step.N > 0 {
			parts = append(parts, w.Count("lead.step."+step.ID, step.N))
		}
	}
	since := p.Since(w)
	if len(parts) == 0 {
		return ParseRuns(w.Count("lead.no_movement", b.Closing, "Since", since))
	}
	return ParseRuns(w.Say("lead.movement", "Since", since, "Parts", joinPlain(w, parts), "Opening", b.Opening, "Closing", b.Closing))
}

// leadOverdue says what is late among what is open.
func (p *Pack) leadOverdue(w Words) Sentence {
	all := &p.All
	open := all.N(Open)
	switch {
	case open == 0:
		return ParseRuns(w.Say("lead.none_open"))
	case all.N(Overdue) == 0:
		return ParseRuns(w.Say("lead.none_overdue", "Open", w.Count("lead.open", open), "DueSoon", all.N(DueSoon), "Days", p.Rules.DueSoonDays))
	}
	return ParseRuns(w.Count("lead.overdue", all.N(Overdue), "Open", w.Count("lead.open", open), "Refs", joinKeys(w, all.Keys(Overdue), namesInSentence)))
}

// Step is one step of a bridge.
type Step struct {
	ID   string // the name in figures.json: "new", "moved_out"
	N    int
	Sign int // +1 adds to outstanding, −1 takes away
}

// Steps gives the steps from opening to closing, in the order in which they are printed.
func (b Bridge) Steps() []Step {
	return []Step{{"new", b.New, 1}, {"reopened", b.Reopened, 1}, {"came_into_scope", b.CameIntoScope, 1}, {"moved_in", b.MovedIn, 1},
		{"completed", b.Completed, -1}, {"left_scope", b.LeftScope, -1}, {"removed", b.Removed, -1}, {"moved_out", b.MovedOut, -1}}
}

// changed lists, kind by kind, what a board should know of since last month.
func (p *Pack) changed(w Words) []Sentence {
	if p.Movement == nil {
		return []Sentence{ParseRuns(w.Say("glance.first_month"))}
	}
	var out []Sentence
	for _, kind := range []ChangeKind{ChangeCompleted, ChangeReopened, ChangeNew, ChangeCameIntoScope, ChangeLeftScope, ChangeRemoved, ChangeTheme,
		ChangeRef} {
		if keys := p.Movement.keys(kind, ""); len(keys) > 0 {
			out = append(out, ParseRuns(w.Count("glance.changed."+underscored(string(kind)), len(keys), "Refs", joinKeys(w, keys, namesInSentence))))
		}
	}
	for _, cause := range Causes() {
		if keys := p.Movement.keys(ChangeOverdue, cause); len(keys) > 0 {
			out = append(out, ParseRuns(w.Count("glance.overdue."+underscored(string(cause)), len(keys), "Refs", joinKeys(w, keys, namesInSentence))))
		}
	}
	out = append(out, p.redated(w)...)
	if len(out) == 0 {
		return []Sentence{ParseRuns(w.Say("glance.nothing_changed", "Since", p.Since(w)))}
	}
	return out
}

// redated names each recommendation whose date was moved; when they are many, in one sentence.
func (p *Pack) redated(w Words) []Sentence {
	const each = 2
	var moves []Change
	for _, c := range p.Movement.Changes {
		if c.Kind == ChangeDate && moved(c.From.Date, c.To.Date) {
			moves = append(moves, c)
		}
	}
	if len(moves) > each {
		keys := make([]string, len(moves))
		for i, c := range moves {
			keys[i] = c.Key
		}
		return []Sentence{ParseRuns(w.Count("glance.changed.re_dated_many", len(keys), "Refs", joinKeys(w, keys, namesInSentence)))}
	}
	var out []Sentence
	for _, c := range moves {
		out = append(out, ParseRuns(w.Count("glance.changed.re_dated", c.Times, "Ref", "[["+c.Key+"]]",
			"From", w.Date(c.From.Date), "To", w.Date(c.To.Date))))
	}
	return out
}

// keys gives the recommendations that a kind of change happened to; with a cause, only those of that cause.
func (m *Movement) keys(kind ChangeKind, cause Cause) []string {
	var keys []string
	for _, c := range m.Changes {
		if c.Kind == kind && (cause == "" || c.Cause == cause) {
			keys = append(keys, c.Key)
		}
	}
	return keys
}

// asks lists what the board is asked to do, the gravest first.
func (p *Pack) asks(w Words) []Sentence {
	var out []Sentence
	ask := func(id string, keys []string, args ...any) {
		if len(keys) > 0 {
			out = append(out, ParseRuns(w.Count(id, len(keys), append(args, "Refs", joinKeys(w, keys, namesInSentence))...)))
		}
	}
	ask("ask.overdue", p.All.Keys(Overdue))
	if p.Movement != nil {
		ask("ask.removed", p.Movement.keys(ChangeRemoved, ""))
		ask("ask.redated", p.redatedKeys())
	}
	ask("ask.unrecognised", p.All.Keys(FigUnrecognised))
	ask("ask.no_date", p.All.Keys(NoDate))
	ask("ask.awaiting", p.All.Keys(AwaitingSignOff), "Issuer", p.Issuer(w))
	if len(out) == 0 {
		out = append(out, ParseRuns(w.Say("ask.nothing")))
	}
	return out
}

// redatedKeys are the open recommendations whose date was moved later this month.
func (p *Pack) redatedKeys() []string {
	var keys []string
	for _, c := range p.Movement.Changes {
		if c.Kind == ChangeDate && c.Days > 0 && c.Is.open() {
			keys = append(keys, c.Key)
		}
	}
	return keys
}
