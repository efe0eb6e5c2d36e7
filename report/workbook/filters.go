package workbook

import (
	"slices"

	"boardpack/report"
	"boardpack/report/content"
	"boardpack/report/figurerule"
)

// maxTip is the number of UTF-16 units that Excel allows in the tip of a link.
const maxTip = 255

// filters are what the filters of groups are worked out from.
type filters struct {
	tallies map[string]map[string]int // by column: how many rows of the Recommendations sheet have each text
	rows    map[string]int            // by key: the row of the Recommendations sheet
}

// filterOf gives the filter that shows the rows of a figure of a group. Where one filter shows the group's rows exactly, and
// another those of the figure in the whole, both together show the group's of the figure.
func (b *book) filterOf(f report.Figure, m members) figurerule.Filter {
	whole := b.doc.Filters[f]
	filter := figurerule.Filter{Exact: whole.Exact && m.exact}
	if m.choice != nil {
		filter.Choices = append(filter.Choices, *m.choice)
	}
	filter.Choices = append(filter.Choices, whole.Choices...)
	return filter
}

// tally counts the rows of the Recommendations sheet by the text that a column has, without case.
func (b *book) tally(column string) map[string]int {
	if t := b.filter.tallies[column]; t != nil {
		return t
	}
	all, tally := b.page(idRecommendations), map[string]int{}
	c := all.column(column)
	for _, row := range all.table.Rows {
		tally[content.FoldCase(row.Cells[c].Text)]++
	}
	if b.filter.tallies == nil {
		b.filter.tallies = map[string]map[string]int{}
	}
	b.filter.tallies[column] = tally
	return tally
}

// entries gives the texts that the rows of a group have in a column, each once.
func (b *book) entries(column string, group *report.Group) []string {
	all := b.page(idRecommendations)
	if b.filter.rows == nil {
		b.filter.rows = make(map[string]int, len(all.table.Rows))
		for r, row := range all.table.Rows {
			b.filter.rows[row.Key] = r
		}
	}
	c := all.column(column)
	var out []string
	for _, key := range group.Keys(report.Total) {
		if text := all.table.Rows[b.filter.rows[key]].Cells[c].Text; !slices.Contains(out, text) {
			out = append(out, text)
		}
	}
	return out
}

// distinct gives the texts in the form without case, each once.
func distinct(texts []string) []string {
	var out []string
	for _, text := range texts {
		if folded := content.FoldCase(text); !slices.Contains(out, folded) {
			out = append(out, folded)
		}
	}
	return out
}

// headlinesPage has the figures that are asked for first, and says which filter shows their rows. The numbers are those of the whole, and live.
func headlinesPage(b *book, s *content.Part) *page {
	p := b.newPage(s)
	figure := func(row int) report.Figure { return report.Figure(p.table.Rows[row].Of.Name) }
	p.live = func(row int, column content.Column) string {
		if column.ID != "number" {
			return ""
		}
		return b.count(figure(row), criterion{})
	}
	return p
}
