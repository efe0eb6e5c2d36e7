package pdf

import (
	"boardpack/report/content"
	"boardpack/report/pdf/layout"
)

// table draws a table under its purpose, with its notes; or the sentence that says it is empty.
func (b *book) table(v *content.View) []layout.Block {
	t := b.doc.View(v)
	grid := b.grid(t)
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

// The space above and below the texts of a table whose rows stand close, in millimetres.
const (
	closeTable  = 0.7
	closerTable = 0.45
)

// grid draws the rows and columns alone.
func (b *book) grid(t content.Table) layout.Table {
	out := layout.Table{Title: t.Title.Plain(), Continued: b.say("pdf.continued")}
	if t.Close {
		out.Pad = layout.MM(closeTable)
	}
	for i, c := range t.Columns {
		column := layout.Column{Head: c.Heading, Heads: i == 0, Width: layout.MM(c.MM), Weight: float64(c.Width), Lines: c.Lines}
		switch c.Kind {
		case content.KindCount, content.KindPercent, content.KindDays:
			column.Fit, column.Align = true, layout.Right
		case content.KindDate, content.KindRating, content.KindKey:
			column.Fit = true
		}
		out.Columns = append(out.Columns, column)
	}
	for i := range t.Rows {
		out.Rows = append(out.Rows, b.row(&t.Rows[i]))
	}
	return out
}

// row draws one row, with the places to which figures lead.
func (b *book) row(r *content.Row) layout.Row {
	out := layout.Row{Bold: r.Total}
	for _, run := range b.runs(r.Group) {
		if !run.Bold && run.Size == 0 {
			run.Size = layout.TableSize
		}
		if run.Bold {
			run.Ink = layout.Accent
		}
		out.Group = append(out.Group, run)
	}
	for i := range r.Cells {
		c := &r.Cells[i]
		cell := layout.Cell{Runs: b.cellRuns(*c), Lang: c.Lang}
		if _, ok := b.behind[c.Of()]; ok {
			cell.ID = figurePlace(c.Of())
			b.lists = append(b.lists, layout.Destination{Name: cell.ID[len(placeFigure):], ID: cell.ID})
		}
		if c.Kind == content.KindKey || c.Kind == content.KindCount && !c.Of().IsZero() {
			for j := range cell.Runs {
				cell.Runs[j].Bold = true
			}
		}
		out.Cells = append(out.Cells, cell)
	}
	return out
}
