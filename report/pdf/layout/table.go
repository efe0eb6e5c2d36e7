package layout

import (
	"slices"

	"boardpack/report/pdf/tag"
)

// Table is the one place that draws tables: its headings are repeated on each page, cells wrap, and rows that do not fit are split.
type Table struct {
	Columns []Column
	Rows    []Row
	Size    float64 // of the text; TableSize when zero
	Title   string  // names the table in the tag tree
	Close   int     // how much closer than usual the rows stand: 0, 1 or 2
}

// Column is a column of a table. A fixed width comes first, and grows to hold the words of the heading; a Fit column takes what its widest cell needs; the others share
// what is left by weight. The cells of a Heads column are the headings of their rows; one column of a table should be.
type Column struct {
	Head   string
	Width  float64
	Weight float64
	Fit    bool
	Heads  bool
	Align  Align
}

// Row is a row of a table.
type Row struct {
	Cells []Cell
	ID    string
	Bold  bool // a total
	Last  bool // never alone on a page
}

// Cell holds text, or a bar with its words.
type Cell struct {
	Runs []Run
	Bar  *Bar
	Lang string
}

// tableSetter is a table on its way to the page.
type tableSetter struct {
	Table
	flow   *flow
	style  Style
	widths []float64
	body   *tag.Elem
}

// The space around the text of a cell.
const (
	cellGap  = 12
	cellPadY = 4.5
	closer   = 1.125 // for each step of Close
)

func (t Table) set(f *flow, parent *tag.Elem) {
	if len(t.Columns) == 0 {
		return
	}
	if t.Size == 0 {
		t.Size = TableSize
	}
	table := parent.New(tag.Table)
	table.Title = t.Title
	s := &tableSetter{Table: t, flow: f, style: tableStyle(t.Size)}
	s.widths = s.columnWidths()
	head := s.head(table.New(tag.THead).New(tag.TR))
	s.body = table.New(tag.TBody)
	s.rows(head)
}

// head makes the row of headings; elem is nil for the copies on further pages, which are decoration.
func (s *tableSetter) head(elem *tag.Elem) row {
	style := s.style
	style.Ink, style.Bold = Muted, true
	r := row{before: 10, bottom: cellPadY, rule: Strong, whole: true}
	for i, c := range s.Columns {
		var th *tag.Elem
		if elem != nil {
			th = elem.New(tag.TH)
			th.Scope = "Column"
		}
		r.columns = append(r.columns, rowColumn{x: s.left(i), strips: s.flow.text(th, Plain(c.Head), style, s.widths[i], c.Align)})
	}
	return bottomAligned(r)
}

// bottomAligned lets headings of one line stand level with the last line of those that have more.
func bottomAligned(r row) row {
	var tallest float64
	for _, c := range r.columns {
		tallest = max(tallest, stripsHeight(c.strips))
	}
	for i, c := range r.columns {
		if gap := tallest - stripsHeight(c.strips); gap > 0 {
			r.columns[i].strips = append([]strip{{height: gap}}, c.strips...)
		}
	}
	return r
}

// rows sets the headings with the first row, then all rows.
func (s *tableSetter) rows(head row) {
	if len(s.Rows) == 0 {
		s.flow.addRow(head)
		return
	}
	next := s.row(s.Rows[0])
	s.flow.reserve(head.before + head.height() + s.flow.needed(next))
	s.flow.addRow(head)
	before := s.flow.onBreak
	s.flow.onBreak = s.repeatHead
	for i := range s.Rows {
		r := next
		if i+1 < len(s.Rows) {
			next = s.row(s.Rows[i+1])
			if i+2 == len(s.Rows) && (s.Rows[i+1].Bold || s.Rows[i+1].Last) && s.flow.canHold(r.height()+next.height()) {
				s.flow.reserve(r.height() + next.height()) // a total is never parted from all that it sums up
			}
		}
		s.flow.addRow(r)
	}
	s.flow.onBreak = before
}

// repeatHead draws the headings again at the top of a page, which still counts as unused.
func (s *tableSetter) repeatHead() {
	s.flow.onBreak = nil
	s.flow.setRow(s.head(nil))
	s.flow.onBreak = s.repeatHead
	s.flow.fresh = true
}

// row measures a row and puts its elements in the tree.
func (s *tableSetter) row(r Row) row {
	tr := s.body.New(tag.TR)
	pad := cellPadY - closer*float64(s.Close)
	out := row{top: pad, bottom: pad, rule: Rule, id: r.ID}
	style := s.style
	style.Bold = r.Bold
	for i, c := range s.Columns {
		var cell Cell
		if i < len(r.Cells) {
			cell = r.Cells[i]
		}
		td := tr.New(tag.TD)
		if c.Heads {
			td.Kind, td.Scope = tag.TH, "Row"
		}
		td.Lang = cell.Lang
		out.columns = append(out.columns, rowColumn{x: s.left(i), strips: s.cell(td, cell, style, s.widths[i], c.Align)})
	}
	if hasBar(r) {
		levelWithBar(out.columns, style.Leading)
	}
	return out
}

func hasBar(r Row) bool {
	return slices.ContainsFunc(r.Cells, func(c Cell) bool { return c.Bar != nil })
}

// levelWithBar lowers text that is less high than the bar beside it, so that both stand on one line.
func levelWithBar(columns []rowColumn, leading float64) {
	for i, c := range columns {
		if len(c.strips) > 0 && c.strips[0].figure == nil && leading < barHeight {
			columns[i].strips = append([]strip{{height: snap((barHeight - leading) / 2), keep: true}}, c.strips...)
		}
	}
}

func (s *tableSetter) cell(td *tag.Elem, c Cell, style Style, width float64, align Align) []strip {
	if c.Bar != nil {
		return c.Bar.strips(s.flow, td, width)
	}
	if len(c.Runs) == 0 {
		return nil
	}
	return s.flow.text(td, c.Runs, style, width, align)
}

func (s *tableSetter) left(column int) float64 {
	var x float64
	for _, w := range s.widths[:column] {
		x += w + cellGap
	}
	return x
}

// canHold tells whether a height fits on one page at all.
func (f *flow) canHold(height float64) bool { return height < (f.geo.bodyBottom()-f.geo.Top)/2 }
