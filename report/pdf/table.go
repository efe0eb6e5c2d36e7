package pdf

import (
	"slices"

	"boardpack/report"
	"boardpack/report/pdf/layout"
)

// table draws a table of package report under its purpose, with its notes; or the sentence that says it is empty.
func (b *book) table(t report.Table) []layout.Block { return b.tableOn(t, false) }

func (b *book) tableOn(t report.Table, wide bool) []layout.Block {
	if len(t.Rows) == 0 {
		return []layout.Block{layout.Paragraph{Runs: layout.Plain(t.Empty)}}
	}
	blocks := []layout.Block{layout.Paragraph{Runs: layout.Plain(t.Purpose), Style: layout.Small(), Keep: true}, b.grid(t, wide)}
	for _, note := range t.Notes {
		blocks = append(blocks, layout.Paragraph{Runs: layout.Plain(note), Style: layout.Small()})
	}
	return blocks
}

// In a table of many columns, dates go over two lines, which leaves the texts more room. A page on its side holds more columns.
const (
	crowded     = 6
	crowdedWide = 10
	foldedDate  = 48
)

// grid draws the rows and columns alone. A wide table stands on a page on its side.
func (b *book) grid(t report.Table, wide bool) layout.Table {
	out := layout.Table{Title: t.Title}
	limit := crowded
	if wide {
		limit = crowdedWide
	}
	for i, c := range t.Columns {
		column := layout.Column{Head: c.Heading, Heads: i == 0, Weight: float64(c.Width)}
		switch c.Kind {
		case report.KindCount, report.KindPercent, report.KindDays:
			column.Fit, column.Align = true, layout.Right
		case report.KindDate:
			column.Fit = true
			if len(t.Columns) >= limit && hasTexts(t) {
				column.Fit, column.Width = false, foldedDate
			}
		case report.KindRating, report.KindKey:
			column.Fit = true
		}
		out.Columns = append(out.Columns, column)
	}
	for _, r := range t.Rows {
		row := layout.Row{Bold: r.Total}
		for _, c := range r.Cells {
			row.Cells = append(row.Cells, layout.Cell{Runs: b.cellRuns(c), Lang: c.Lang})
		}
		out.Rows = append(out.Rows, row)
	}
	return out
}

// hasTexts tells of tables that name recommendations by their text.
func hasTexts(t report.Table) bool {
	return slices.ContainsFunc(t.Columns, func(c report.Column) bool { return c.ID == "short" || c.ID == string(report.FieldRecommendation) })
}
