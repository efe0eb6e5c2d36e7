package content

import (
	"slices"

	"boardpack/report"
	"boardpack/report/figurerule"
)

// filters gives the filter of each figure of the whole, tried on the rows of the register.
func (w *writer) filters(register *Table) map[report.Figure]figurerule.Filter {
	out := map[report.Figure]figurerule.Filter{}
	var columns []string
	for _, rule := range w.pack.Figures() {
		filter := figurerule.Filter{Choices: figurerule.Choices(w.words, w.pack.Plan(rule.Name), w.pack.Rules)}
		for i, c := range filter.Choices {
			if at := register.Column(c.Column); at >= 0 {
				filter.Choices[i].Heading = register.Columns[at].Heading
			}
			if !slices.Contains(columns, c.Column) {
				columns = append(columns, c.Column)
			}
		}
		out[rule.Name] = filter
	}
	chosen := register.Select(columns...)
	rows := chosen.Settled()
	for f, filter := range out {
		filter.Exact = w.showsExactly(rows, filter, f)
		out[f] = filter
	}
	return out
}

// showsExactly tells whether the filter leaves the rows of the figure and no others.
func (w *writer) showsExactly(register *Table, filter figurerule.Filter, f report.Figure) bool {
	known := make([]map[string]bool, len(filter.Choices)) // whether each choice keeps a text; there are few texts
	places := make([]int, len(filter.Choices))
	for i, c := range filter.Choices {
		if known[i], places[i] = map[string]bool{}, register.Column(c.Column); places[i] < 0 {
			return false
		}
	}
	for r := range register.Rows {
		shown := true
		for i, c := range filter.Choices {
			text := register.Rows[r].Cells[places[i]].Text
			keeps, ok := known[i][text]
			if !ok {
				keeps = c.Shows(text)
				known[i][text] = keeps
			}
			shown = shown && keeps
		}
		if shown != w.pack.Positions[r].In(f) {
			return false
		}
	}
	return true
}
