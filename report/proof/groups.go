package proof

import (
	"fmt"

	"boardpack/report"
)

// summary compares a table of figures: one row for each group of a kind, then the whole.
func (p *proof) summary(t *table, kind report.GroupKind) {
	groups := append(append([]group(nil), p.figures.groups(kind)...), p.figures.All)
	if len(t.rows) != len(groups) {
		p.add(t.name, "the number of rows", fmt.Sprint(len(groups)), fmt.Sprint(len(t.rows)))
		return
	}
	for i := range groups {
		p.compareRow(t, i, true, p.groupCells(kind, &groups[i]))
	}
}

// groupCells is what the row of a group should hold.
func (p *proof) groupCells(kind report.GroupKind, g *group) []expectation {
	name := p.groupName(g.ID, g.Name)
	cells := []expectation{word(p.Say("column."+string(kind)), "the name of "+g.ID, name)}
	for _, f := range p.figures.counts {
		cells = append(cells, number(p.label(f.Name), fmt.Sprintf("%s of %s", f.Name, g.ID), g.count(f.Name)))
	}
	share := expectation{heading: p.Say("figure.percent_complete"), what: "percent_complete of " + g.ID, kind: report.KindPercent, absent: g.Percent == nil}
	if g.Percent != nil {
		share.n = *g.Percent
	}
	return append(cells, share, word(p.Say("figure.rag"), "rag of "+g.ID, report.RatingWord(p, g.Rag)))
}

// movement compares the table of the bridges. Columns of steps in which nothing happened may be left out.
func (p *proof) movement(t *table, needAll bool) {
	bridges := append(append([]bridge(nil), p.figures.Movement.Themes...), p.figures.Movement.All)
	if len(t.rows) != len(bridges) {
		p.add(t.name, "the number of rows", fmt.Sprint(len(bridges)), fmt.Sprint(len(t.rows)))
		return
	}
	for i := range bridges {
		b := &bridges[i]
		if i == len(bridges)-1 {
			b.ID = string(report.OfAll)
		}
		p.compareRow(t, i, needAll, p.bridgeCells(b))
	}
	p.leftOut(t, bridges)
}

func (p *proof) bridgeCells(b *bridge) []expectation {
	cells := []expectation{word(p.Say("column.themes"), "the name of "+b.ID, p.groupName(b.ID, b.Name))}
	add := func(heading, name string) {
		cells = append(cells, number(p.Say("column."+heading), fmt.Sprintf("movement, %s of %s", name, b.ID), b.Numbers[name]))
	}
	add("opening", "opening")
	for _, step := range (report.Bridge{}).Steps() {
		add("step_"+step.ID, step.ID)
	}
	add("closing", "closing")
	return cells
}

// leftOut sees to it that no step with a number in it has no column.
func (p *proof) leftOut(t *table, bridges []bridge) {
	for _, step := range (report.Bridge{}).Steps() {
		if t.column(p.Say("column.step_"+step.ID)) >= 0 {
			continue
		}
		for i := range bridges {
			if n := bridges[i].Numbers[step.ID]; n != 0 {
				p.add(t.name, "a column for movement, "+step.ID, fmt.Sprint(n), "")
				break
			}
		}
	}
}

// trend compares the table of the months.
func (p *proof) trend(t *table) {
	if len(t.rows) != len(p.figures.Trend) {
		p.add(t.name, "the number of months", fmt.Sprint(len(p.figures.Trend)), fmt.Sprint(len(t.rows)))
		return
	}
	for i := range p.figures.Trend {
		m := &p.figures.Trend[i]
		p.compareRow(t, i, true, []expectation{
			word(p.Say("column.month"), "month", p.monthName(m.Month)), day(p.Say("column.as_at"), "as-at date of "+m.Month, &m.AsAt),
			number(p.label(report.InScope), "in_scope of "+m.Month, m.InScope), number(p.label(report.FigComplete), "complete of "+m.Month, m.Complete),
			number(p.label(report.Outstanding), "outstanding of "+m.Month, m.Outstanding), number(p.label(report.Overdue), "overdue of "+m.Month, m.Overdue)})
	}
}
