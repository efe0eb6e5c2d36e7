package report

// RedTable lists every recommendation that is rated red, in the master's order, with the rule that made it so and, where it became
// overdue since last month, the cause: a board asks why the number of reds rose.
func (p *Pack) RedTable(w Words) Table {
	t := table(w, "red")
	t.Empty = w.Say("table.red.empty")
	t.column(w, "key", KindKey, 8)
	t.column(w, "short", KindText, 50)
	t.fieldColumn(w, FieldOwner, KindText, 18)
	t.fieldColumn(w, FieldDue, KindDate, 14)
	t.column(w, "days_late", KindDays, 10)
	t.column(w, "why", KindText, 36)
	causes := p.newlyOverdue()
	for i := range p.Positions {
		r := &p.Positions[i]
		if r.Rating != Red {
			continue
		}
		t.row(r.Key, keyCell(r.Key), r.short(w), plainCell(r.Owner), dateCell(r.Due, w), daysCell(r.DaysLate, r.overdue()),
			p.whyRed(w, r, causes[r.Key]))
	}
	return t
}

// newlyOverdue gives the cause of each recommendation that became overdue since last month.
func (p *Pack) newlyOverdue() map[string]Cause {
	causes := map[string]Cause{}
	if p.Movement == nil {
		return causes
	}
	for _, c := range p.Movement.Changes {
		if c.Kind == ChangeOverdue {
			causes[c.Key] = c.Cause
		}
	}
	return causes
}

// whyRed says what is new, or else that it was so before, or else the rule that holds.
func (p *Pack) whyRed(w Words, r *Position, cause Cause) Cell {
	switch {
	case cause != "":
		return plainCell(w.Say("table.red.new", "Cause", CauseWords(w, cause)))
	case r.overdue() && p.Movement != nil:
		return plainCell(w.Say("table.red.still"))
	case r.RatedBy >= 0 && r.RatedBy < len(p.Rules.PositionRatings):
		text, lang := p.Rules.PositionRatings[r.RatedBy].Sentence.In(w.Lang())
		return textCell(text, lang, w)
	}
	return Cell{Kind: KindText, Missing: NotAvailable}
}
