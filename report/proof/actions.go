package proof

import (
	"fmt"

	"boardpack/report"
	"boardpack/report/proof/tagged"
)

// actions counts the actions of all recommendations that have several.
func (f *figures) actions() int {
	n := 0
	for i := range f.Recommendations {
		n += len(f.Recommendations[i].Actions)
	}
	return n
}

// actions proves the table of all actions: each in the order of the register, with what the figures say of it.
func (p *proof) actions(t *table) {
	key := t.column(p.Say("column.key"))
	row := 0
	for i := range p.figures.Recommendations {
		r := &p.figures.Recommendations[i]
		for n := range r.Actions {
			if row < len(t.rows) && key >= 0 && t.rows[row][key] != r.Ref {
				p.add(t.place(row, key), "the recommendation of an action", r.Ref, t.rows[row][key])
			}
			p.compareRow(t, row, false, p.actionCells(r, n))
			row++
		}
	}
	p.number(t.name, "the number of actions", row, len(t.rows))
}

// actionCells is what the row of an action should hold, wherever it stands.
func (p *proof) actionCells(r *recommendation, n int) []expectation {
	a := &r.Actions[n]
	what := func(field string) string { return fmt.Sprintf("%s of action %d of %s", field, n+1, r.Ref) }
	late := number(p.Say("column.days_late"), what("days_late"), a.DaysLate)
	late.absent = a.DaysLate == 0
	return []expectation{
		number(p.Say("column.action_number"), what("the number"), n+1), late,
		word(p.Say("field.owner"), what("owner"), a.Owner),
		word(p.Say("column.state"), what("state"), report.StateWord(p, a.State)),
		word(p.Say("field.sign_off"), what("sign_off"), report.SignOffWord(p, a.SignOff)),
		day(p.Say("field.original_due"), what("original_due"), a.OriginalDue),
		day(p.Say("field.due"), what("due"), a.Due),
		day(p.Say("field.completed"), what("completed"), a.Completed),
		day(p.Say("field.updated"), what("updated"), a.Updated),
	}
}

// entryActions proves the table of one recommendation's actions. A recommendation that is one row has none.
func (p *paperProof) entryActions(section *part, e *tagged.Element, key string) {
	r := p.figures.byKey[key]
	t := p.table(section, e)
	if r == nil || !p.has(t, "column.action_number") {
		return
	}
	for n := range r.Actions {
		p.compareRow(t, n, true, p.actionsOnPaper(r, n))
	}
	p.number(t.name, "the number of actions of "+key, len(r.Actions), len(t.rows))
}

// actionsOnPaper leaves out what a paper does not say of an action.
func (p *paperProof) actionsOnPaper(r *recommendation, n int) []expectation {
	var out []expectation
	for _, e := range p.actionCells(r, n) {
		switch e.heading {
		case p.Say("field.sign_off"), p.Say("field.original_due"), p.Say("field.updated"):
		default:
			out = append(out, e)
		}
	}
	return out
}
