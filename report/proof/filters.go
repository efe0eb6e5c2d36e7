package proof

import (
	"slices"
	"strings"

	"boardpack/report"
)

// filters applies to the register, as it stands in the workbook, the filter that shows the rows of each figure, and compares
// the rows with the refs of the figures file.
func (p *proof) filters(t *table) {
	key := t.column(p.Say("column.key"))
	if key < 0 {
		return // said already
	}
	f := &filter{proof: p, table: t}
	for _, rule := range report.Figures() {
		shows := f.of(rule)
		if shows == nil {
			continue
		}
		var found []string
		for _, row := range t.rows {
			if shows(row) {
				found = append(found, row[key])
			}
		}
		if wanted := p.figures.All.Refs[rule.Name]; !slices.Equal(wanted, found) {
			p.add(t.name, "the rows that a filter for "+string(rule.Name)+" shows", strings.Join(wanted, ", "), strings.Join(found, ", "))
		}
	}
}

// filter finds a figure's rows by the cells that a reader can filter.
type filter struct {
	*proof
	table *table
}

// of gives the filter of a figure; nil for one that the cells alone do not tell: a response may be there in another language, and the
// files do not say which date decides.
func (f *filter) of(rule report.FigureRule) func(row []string) bool {
	rules := &report.Rules{}
	plan := report.PlanOf(rules, rule.Name)
	untold := func(a report.Ask) bool {
		return !plan.Marked && a.Mark == "" && (a.About == report.AboutDue || a.About == report.AboutResponse)
	}
	if slices.ContainsFunc(plan.Asks, untold) {
		return nil
	}
	choices := plan.Choices(f.Words, rules)
	known := make([]map[string]bool, len(choices)) // whether each choice keeps a text; there are few texts
	columns := make([]int, len(choices))
	for i, c := range choices {
		known[i], columns[i] = map[string]bool{}, f.table.column(f.Say(headingOf(c.Column)))
	}
	return func(row []string) bool {
		for i, c := range choices {
			text := ""
			if columns[i] >= 0 {
				text = row[columns[i]]
			}
			shows, ok := known[i][text]
			if !ok {
				shows = c.Shows(text)
				known[i][text] = shows
			}
			if !shows {
				return false
			}
		}
		return true
	}
}

// headingOf is the message that heads a column of the register.
func headingOf(column string) string {
	for _, rule := range report.Figures() {
		if string(rule.Name) == column {
			return rule.ColumnHeading()
		}
	}
	if slices.Contains([]string{"standing", string(report.AboutState), string(report.AboutSlip)}, column) {
		return "column." + column
	}
	return "field." + column
}
