package proof

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"boardpack/report"
)

// ageing compares the table of how long what is overdue has been so, with the whole as its last row.
func (p *proof) ageing(t *table) {
	bands := p.figures.Ageing
	if len(t.rows) != len(bands)+1 {
		p.add(t.name, "the number of rows", fmt.Sprint(len(bands)+1), fmt.Sprint(len(t.rows)))
		return
	}
	cells := func(id string, n int, before *int, refs []string) []expectation {
		previous := number(p.Say("column.number_before"), "overdue last month, "+id, 0)
		if previous.absent = before == nil; before != nil {
			previous.n = *before
		}
		return []expectation{number(p.Say("column.number"), "overdue, "+id, n), previous,
			word(p.Say("column.refs"), "the recommendations overdue, "+id, strings.Join(refs, ", "))}
	}
	for i, band := range bands {
		p.compareRow(t, i, true, cells(band.ID, band.N, band.Previous, band.Refs))
	}
	all := &p.figures.All
	var before *int
	if p.figures.Movement != nil {
		n := p.before(report.Overdue)
		before = &n
	}
	p.compareRow(t, len(bands), true, cells("all", all.count(report.Overdue), before, all.Refs[report.Overdue]))
}

// headlines gives what the PDF explains of the changed figures: those that a board asks after by name. The workbook
// explains all.
func (p *proof) headlines() []figureChange {
	return slices.DeleteFunc(slices.Clone(p.figures.FigureChanges), func(c figureChange) bool {
		switch c.Figure {
		case report.FigComplete, report.AwaitingSignOff, report.Outstanding, report.Overdue, report.DueSoon, report.NoDate:
			return false
		}
		return true
	})
}

// figureChanges compares the table that explains changed figures, a row for each reason.
func (p *proof) figureChanges(t *table, changes []figureChange) {
	i := 0
	for _, c := range changes {
		for _, r := range c.Reasons {
			if i < len(t.rows) {
				p.compareRow(t, i, true, p.changedFigureCells(t, c, r))
			}
			i++
		}
	}
	p.number(t.name, "the number of reasons", i, len(t.rows))
}

func (p *proof) changedFigureCells(t *table, c figureChange, r reason) []expectation {
	what := func(s string) string { return s + " of the change of " + string(c.Figure) }
	difference := word(p.Say("column.difference"), what("the effect"), signed(r.Effect))
	if t.stored {
		difference = number(p.Say("column.difference"), what("the effect"), r.Effect)
	}
	return []expectation{word(p.Say("column.figure"), what("the name"), p.label(c.Figure)), number(p.Say("column.number_before"), what("last month"), c.Was),
		number(p.Say("column.number"), what("this month"), c.Is), difference}
}

// restated compares the table of last month's figures that are not those that were published.
func (p *proof) restated(t *table) {
	if p.figures.Restated == nil {
		p.number(t.name, "the number of restated figures", 0, len(t.rows))
		return
	}
	p.number(t.name, "the number of restated figures", len(p.figures.Restated.Figures), len(t.rows))
	for i, f := range p.figures.Restated.Figures {
		if i < len(t.rows) {
			p.compareRow(t, i, true, []expectation{word(p.Say("column.figure"), "the name of a restated figure", p.label(f.Figure)),
				number(p.Say("column.published"), fmt.Sprintf("%s of %s as published", f.Figure, f.ID), f.Published),
				number(p.Say("column.corrected"), fmt.Sprintf("%s of %s as corrected", f.Figure, f.ID), f.Now)})
		}
	}
}

// howToFilter compares the numbers that stand beside the filters.
func (p *proof) howToFilter(t *table) {
	if len(t.rows) != len(report.Figures()) {
		p.number(t.name, "the number of figures", len(report.Figures()), len(t.rows))
		return
	}
	for i, f := range report.Figures() {
		p.compareRow(t, i, true, []expectation{word(p.Say("column.figure"), "the name of "+string(f.Name), p.label(f.Name)),
			number(p.Say("column.number"), string(f.Name)+" of all", p.figures.All.count(f.Name))})
	}
}

// steps compares the table that the chart of the movement is drawn from: opening and closing as levels, each step as what it
// adds or takes away.
func (p *proof) steps(t *table) {
	if p.figures.Movement == nil {
		return
	}
	numbers := p.figures.Movement.All.Numbers
	heading := func(id string) string { return p.Say("workbook.column." + id) }
	opening := p.say("pdf.bridge.opening", "Date", p.date(p.previousAsAt()))
	wanted := map[string]expectation{
		p.say("pdf.bridge.closing", "Date", p.date(p.figures.AsAt)): number(heading("level"), "movement, closing", numbers["closing"]),
	}
	for _, step := range (report.Bridge{}).Steps() {
		id := "added"
		if step.Sign < 0 {
			id = "taken"
		}
		wanted[p.Say("column.step_"+step.ID)] = number(heading(id), "movement, "+step.ID, numbers[step.ID])
	}
	name := t.column(heading("step"))
	for i, row := range t.rows {
		if i == 0 && row[max(name, 0)] == opening { // first, and by its place: months that speak of one day have one name for both ends
			p.compareRow(t, i, true, []expectation{number(heading("level"), "movement, opening", numbers["opening"])})
			opening = ""
			continue
		}
		if e, ok := wanted[row[max(name, 0)]]; ok {
			p.compareRow(t, i, true, []expectation{e})
			delete(wanted, row[name])
		}
	}
	if opening != "" && numbers["opening"] != 0 {
		p.add(t.name, "movement, opening", fmt.Sprint(numbers["opening"]), "")
	}
	for _, step := range slices.Sorted(maps.Keys(wanted)) {
		if e := wanted[step]; e.n != 0 {
			p.add(t.name, e.what, fmt.Sprint(e.n), "")
		}
	}
}
