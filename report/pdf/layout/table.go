package layout

import (
	"slices"

	"boardpack/report/pdf/tag"
)

// Table is the one place that draws tables: its headings are repeated on each page, cells wrap, and rows that do not fit are split.
type Table struct {
	Columns   []Column
	Rows      []Row
	Size      float64 // of the text; TableSize when zero
	Title     string  // names the table in the tag tree
	Pad       float64 // above and below the text of a cell; that of ordinary tables when zero
	Continued string  // what a group's head says where its rows go on on another page
}

// Column is a column of a table. A fixed width comes first; a Fit column takes what its widest cell needs; the others share what is left
// by weight. Widths include the space at the right of the text. The cells of a Heads column are the headings of their rows; one column of
// a table should be. A table in which no column has a Head has no row of headings.
type Column struct {
	Head   string
	Width  float64
	Weight float64
	Fit    bool
	Heads  bool
	Align  Align
	Lines  int     // at which texts are cut; 0 for never
	Before float64 // more space before it than there is between others; a part of its width
}

// Row is a row of a table.
type Row struct {
	Cells []Cell
	ID    string
	Bold  bool // a total, between two lines
	Last  bool // never alone on a page
	// Group heads the rows from this one on, to the next that has one.
	Group []Run
}

// Cell holds text, or a bar with its words.
type Cell struct {
	Runs  []Run
	Bar   *Bar
	Lang  string
	ID    string
	Whole bool // not cut at the column's Lines
}

// tableSetter is a table on its way to the page.
type tableSetter struct {
	Table
	flow   *flow
	style  Style
	widths []float64 // of the text of each column
	elem   *tag.Elem
	body   *tag.Elem
	group  []Run // whose rows are being set
}

// The space around the text of a cell, and at the head of a table.
func cellGap() float64    { return mm(2) }
func cellPad() float64    { return mm(1.1) }
func tableStart() float64 { return mm(40) } // no table begins in the last of a page
func splitRow() float64   { return mm(60) } // the height up to which a row is never split

func (t Table) set(f *flow, parent *tag.Elem) {
	if len(t.Columns) == 0 {
		return
	}
	if t.Size == 0 {
		t.Size = TableSize
	}
	if t.Pad == 0 {
		t.Pad = cellPad()
	}
	s := &tableSetter{Table: t, flow: f, style: tableStyle(t.Size), elem: parent.New(tag.Table)}
	s.elem.Title = t.Title
	s.widths = s.columnWidths()
	var heads []row
	if s.hasHeads() {
		heads = append(heads, s.head(s.elem.New(tag.THead).New(tag.TR)))
	}
	s.rows(heads)
}

func (s *tableSetter) hasHeads() bool {
	return slices.ContainsFunc(s.Columns, func(c Column) bool { return c.Head != "" })
}

// head makes the row of headings; elem is nil for the copies on further pages, which are decoration.
func (s *tableSetter) head(elem *tag.Elem) row {
	style := s.style
	style.Bold = true
	r := row{before: blockSpace(), bottom: s.Pad, rule: Black, thick: strongLine, whole: true}
	for i, c := range s.Columns {
		var th *tag.Elem
		if elem != nil {
			th = elem.New(tag.TH)
			th.Scope = tag.Column
		}
		r.columns = append(r.columns, rowColumn{x: s.left(i), strips: s.flow.text(th, Plain(c.Head), style, s.widths[i], c.Align)})
	}
	return bottomAligned(r)
}

// groupHead makes the row that heads a group, across the table; elem is nil for the copies on further pages.
func (s *tableSetter) groupHead(elem *tag.Elem, runs []Run) row {
	var th *tag.Elem
	if elem != nil {
		th = elem.New(tag.TR).New(tag.TH)
		th.Scope, th.Span = tag.Row, uint16(len(s.Columns))
	}
	style := Style{Size: groupSize, Leading: 14.5}
	strips := s.flow.text(th, runs, style, s.flow.geo.bodyWidth()-2*cellGap(), Left)
	for i := range strips {
		strips[i].keep = true
	}
	return row{top: s.Pad, bottom: s.Pad, rule: Strong, thick: hairline, fill: Tint, whole: true, columns: []rowColumn{{x: cellGap(), strips: strips}}}
}

const groupSize = 11

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
func (s *tableSetter) rows(heads []row) {
	f := s.flow
	if len(s.Rows) == 0 {
		for _, h := range heads {
			f.addRow(h)
		}
		return
	}
	if len(s.Rows[0].Group) == 0 {
		s.body = s.elem.New(tag.TBody)
	}
	waiting := heads // rows that must stand with the next
	height := func(rows []row) (sum float64) {
		for _, r := range rows {
			sum += r.before + r.height()
		}
		return sum
	}
	before := f.onBreak
	for i, of := range s.Rows {
		if len(of.Group) > 0 {
			s.body, s.group = s.elem.New(tag.TBody), of.Group
			waiting = append(waiting, s.groupHead(s.body, of.Group))
		}
		r := s.row(of)
		need := height(waiting) + f.needed(r)
		switch {
		case i == 0:
			need = max(need, min(tableStart(), height(waiting)+s.least()))
		case i+2 == len(s.Rows) && (s.Rows[i+1].Bold || s.Rows[i+1].Last) && f.canHold(2*r.height()):
			need += r.height() // a total is never parted from all that it sums up
		}
		if len(waiting) > 0 {
			f.onBreak = before
			if i > 0 {
				f.onBreak = s.repeatHead
			}
			f.reserve(need)
			for _, w := range waiting {
				f.addRow(w)
			}
			waiting = nil
		} else if need > f.needed(r) {
			f.reserve(need)
		}
		f.onBreak = s.repeat
		f.addRow(r)
	}
	f.onBreak = before
}

// least is a height that all rows are sure to take, so that a short table may stand where a long one would not begin.
func (s *tableSetter) least() float64 { return float64(len(s.Rows)) * (s.style.Leading + 2*s.Pad) }

// repeatHead draws the headings again at the top of a page, which still counts as unused; repeat draws the head of the group, too.
func (s *tableSetter) repeatHead() { s.again(false) }
func (s *tableSetter) repeat()     { s.again(true) }

func (s *tableSetter) again(group bool) {
	was := s.flow.onBreak
	s.flow.onBreak = nil
	if s.hasHeads() {
		s.flow.setRow(s.head(nil))
	}
	if group && len(s.group) > 0 {
		runs := slices.Clone(s.group)
		if n := slices.IndexFunc(runs, func(r Run) bool { return !r.Bold }); n > 0 { // what is bold names the group
			runs = runs[:n]
		}
		runs[len(runs)-1].Text += " "
		s.flow.setRow(s.groupHead(nil, append(runs, Run{Text: s.Continued, Size: TableSize})))
	}
	s.flow.onBreak = was
	s.flow.fresh = true
}

// row measures a row and puts its elements in the tree.
func (s *tableSetter) row(r Row) row {
	tr := s.body.New(tag.TR)
	out := row{top: s.Pad, bottom: s.Pad, rule: Rule, thick: hairline, id: r.ID}
	style := s.style
	if style.Bold = r.Bold; r.Bold {
		out.rule, out.thick, out.above = Black, strongLine, true
	}
	for i, c := range s.Columns {
		var cell Cell
		if i < len(r.Cells) {
			cell = r.Cells[i]
		}
		td := tr.New(tag.TD)
		if c.Heads {
			td.Kind, td.Scope = tag.TH, tag.Row
		}
		td.Lang = cell.Lang
		strips := s.cell(td, cell, style, i)
		if len(strips) > 0 && cell.ID != "" {
			strips[0].id = cell.ID
		}
		out.columns = append(out.columns, rowColumn{x: s.left(i), strips: strips})
	}
	if hasBar(r) {
		levelWithBar(out.columns, style.Leading)
	}
	return out
}

func hasBar(r Row) bool {
	return slices.ContainsFunc(r.Cells, func(c Cell) bool { return c.Bar != nil })
}

// levelWithBar lowers text that is less high than the bar beside it, or the bar beside higher text, so that both stand on one line.
func levelWithBar(columns []rowColumn, leading float64) {
	for i, c := range columns {
		if len(c.strips) == 0 {
			continue
		}
		isBar := c.strips[0].figure != nil
		gap := (barHeight - leading) / 2
		if isBar {
			gap = -gap
		}
		if gap > 0 {
			columns[i].strips = append([]strip{{height: snap(gap), keep: true}}, c.strips...)
		}
	}
}

func (s *tableSetter) cell(td *tag.Elem, c Cell, style Style, column int) []strip {
	if c.Bar != nil {
		return c.Bar.strips(s.flow, td, s.widths[column])
	}
	if len(c.Runs) == 0 {
		return nil
	}
	most := s.Columns[column].Lines
	if c.Whole {
		most = 0
	}
	return s.flow.lines(td, c.Runs, style, s.widths[column], s.Columns[column].Align, most)
}

func (s *tableSetter) left(column int) float64 {
	var x float64
	for i, w := range s.widths[:column] {
		x += s.Columns[i].Before + w + cellGap()
	}
	return x + s.Columns[column].Before
}

// canHold tells whether a height fits on one page at all.
func (f *flow) canHold(height float64) bool { return height < (f.geo.bodyBottom()-f.geo.Top)/2 }
