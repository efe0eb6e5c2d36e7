package pdf

import (
	"slices"

	"boardpack/report"
	"boardpack/report/content"
	"boardpack/report/pdf/layout"
)

// table draws a table under its purpose, with its notes; or the sentence that says it is empty.
func (b *book) table(v *content.View) []layout.Block {
	t := b.doc.View(v)
	grid := b.grid(t)
	if t.ID == tableBasis {
		grid = b.basis(t)
	}
	switch {
	case v.Bare || v.Inline != nil:
		return []layout.Block{grid}
	case len(t.Rows) == 0:
		return []layout.Block{layout.Paragraph{Runs: b.runs(t.Empty)}}
	}
	blocks := []layout.Block{layout.Paragraph{Runs: b.runs(t.Purpose), Style: layout.Small(), Keep: true}, grid}
	for _, note := range t.Notes {
		blocks = append(blocks, layout.Paragraph{Runs: b.runs(note), Style: layout.Small()})
	}
	return blocks
}

// In a table of many columns, dates go over two lines, which leaves the texts more room. A page on its side holds more columns.
const (
	crowded     = 6
	crowdedWide = 10
	foldedDate  = 48
)

// grid draws the rows and columns alone.
func (b *book) grid(t content.Table) layout.Table {
	out := layout.Table{Title: t.Title.Plain()}
	limit := crowded
	if b.wide {
		limit = crowdedWide
	}
	for i, c := range t.Columns {
		column := layout.Column{Head: c.Heading, Heads: i == 0, Weight: float64(c.Width)}
		switch c.Kind {
		case content.KindCount, content.KindPercent, content.KindDays:
			column.Fit, column.Align = true, layout.Right
		case content.KindDate:
			column.Fit = true
			if len(t.Columns) >= limit && hasTexts(t) {
				column.Fit, column.Width = false, foldedDate
			}
		case content.KindRating, content.KindKey:
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
func hasTexts(t content.Table) bool {
	return slices.ContainsFunc(t.Columns, func(c content.Column) bool { return c.ID == "short" || c.ID == string(report.FieldRecommendation) })
}

// tableBasis is the list of the recommendations behind each figure of a group, to which the figures lead.
const tableBasis = "basis"

// figureColumn is the same width in all these tables, so that they stand as one.
const figureColumn = 130

// mostLinks is how many keys of a list are links. A longer one is for looking a key up, and each link costs about a hundred bytes; the
// keys of the annex lead on.
const mostLinks = 100

func (b *book) basis(t content.Table) layout.Table {
	out := layout.Table{Title: t.Title.Plain(), Columns: []layout.Column{
		{Head: b.head(t, 0), Width: figureColumn, Heads: true},
		{Head: b.head(t, 1), Fit: true, Align: layout.Right},
		{Head: b.head(t, 2), Weight: 1},
	}}
	for _, r := range t.Rows {
		place := figurePlace(r.Of)
		b.lists = append(b.lists, layout.Destination{Name: place[len(placeFigure):], ID: place})
		row := layout.Row{ID: place}
		for _, c := range r.Cells {
			if len(c.Keys) > mostLinks {
				c.Keys = nil
			}
			row.Cells = append(row.Cells, layout.Cell{Runs: b.cellRuns(c)})
		}
		out.Rows = append(out.Rows, row)
	}
	return out
}

func (b *book) head(t content.Table, column int) string { return t.Columns[column].Heading }
