package workbook

import (
	"strings"

	"boardpack/report/content"
)

// grid is where a page's lines and table stand on the sheet, and how wide and high.
type grid struct {
	top        int       // the row of the title
	firstLine  int       // the row of the first line below the title and the purpose
	lines      []line    // from the row firstLine on, each short enough for its row
	widths     []float64 // of the table's columns, in characters
	header     int       // the table's heading row, 1-based
	headHeight float64
	heights    []float64 // of the table's rows, in points
}

const (
	pageChars    = 128.0 // characters across a page that is pleasant to read: 10.8 points of 12 on A4, landscape; a small screen shows as many
	printChars   = 150.0 // across the widest page: at 155 letters are printed at 9 points, the least
	leastLong    = 30.0  // characters that a column of long text keeps when columns are made narrower for paper
	maxLongChars = 100.0 // no column of text is wider, so that one fits on a screen
	indentChars  = 1.4   // characters of the indent that keeps text off the column to its left
	spareChars   = 0.7   // characters of air beside the widest cell
	apartChars   = 1.2   // characters between a heading of numbers and the heading to its left
	titleHeight  = 24.0  // points
	plainHeight  = 17.0  // of a line above the table
)

// widestDate is the widest that a program may write a date: how short months are cut differs, and one that has no room is
// shown as ###.
func widestDate(lang string) string {
	if lang == "cy" {
		return "30 Mawrth 2024"
	}
	return "30 Sept 2024"
}

// row gives the sheet's row of the table's row r.
func (g *grid) row(r int) int { return g.header + 1 + r }

// last gives the last row of the table; that of the sentence where it has no rows.
func (g *grid) last() int { return g.header + len(g.heights) }

// measure fixes the widths of the columns of a sheet: the table with the most columns decides, and the others make columns wider only where
// a number or a word has no room. Texts that have too little room in the last column of such a table run on over the cells to its right, unless
// they would end beyond the printed page.
func (t *tab) measure() {
	if t.thin {
		p := t.pages[0]
		t.widths = thinWidths(p)
		for t.printed = p.printed; sumOf(t.widths[:t.printed])*perChar > thinPaper; t.printed-- {
		}
		p.grid.widths = t.widths
		return
	}
	for t.fixWidths(); t.cutsOff(); t.fixWidths() {
	}
	for _, p := range t.pages {
		p.grid.widths, p.printed = t.widths[:len(p.table.Columns)], min(t.printed, len(p.table.Columns))
		p.beyond = t.runOn(p)
	}
}

func (t *tab) fixWidths() {
	main := t.main()
	t.widths, t.least = columnWidths(main), nil
	for _, p := range t.pages {
		if p != main {
			t.widen(p)
		}
	}
	squeeze(main, t.widths[:len(main.table.Columns)], t.least)
	for range t.pages { // each may move the headings of another
		for _, p := range t.pages {
			p.keepApart(t.widths)
		}
	}
}

// cutsOff tells whether texts that were to run on over other cells would end beyond the widest page. Those are wrapped, in wider columns.
func (t *tab) cutsOff() bool {
	cuts, longest := false, 0.0
	for _, p := range t.pages {
		c := len(p.table.Columns) - 1
		p.spill = p != t.main() && !p.narrow && c >= 0 && wraps(p.table.Columns[c].Kind) && p.oneLine(c) > t.widths[c]
		if !p.spill {
			continue
		}
		if end := sumOf(t.widths[:c]) + p.oneLine(c); end > printChars {
			p.spill, p.narrow, cuts = false, true, true
		} else {
			longest = max(longest, end)
		}
	}
	if sum := sumOf(t.widths); !cuts && longest > max(sum, pageChars) { // the last column makes room for them
		t.widths[len(t.widths)-1] += longest - sum
	}
	t.printed = fitting(t.widths, longest)
	return cuts
}

// runOn gives the number of printed cells to the right of a table that the texts of its last column run on over.
func (t *tab) runOn(p *page) int {
	last := len(p.table.Columns) - 1
	if !p.spill {
		return 0
	}
	n := 0
	for left := p.oneLine(last) - t.widths[last]; left > 0 && last+1+n < t.printed; n++ {
		left -= t.widths[last+1+n]
	}
	return n
}

// oneLine is the width in characters that the texts of a column need without being wrapped.
func (p *page) oneLine(c int) float64 {
	widest := 0.0
	for _, row := range p.table.Rows {
		widest = max(widest, charsFor(row.Cells[c].Text, row.Total || row.Cells[c].Standing() != ""))
	}
	return widest + indentOf(p.table, c)
}

// fitting is how many of the columns are printed: all, if they fit on the widest page; if not, those that a small screen shows, or those that
// texts run on over.
func fitting(widths []float64, texts float64) int {
	if sumOf(widths) <= printChars {
		return len(widths)
	}
	sum := 0.0
	for c, width := range widths {
		if sum += width; sum > max(inView, min(texts+width, printChars)) {
			return max(c, 1)
		}
	}
	return len(widths)
}

// widen makes room for a table that does not decide how wide the columns are.
func (t *tab) widen(p *page) {
	for c, column := range p.table.Columns {
		needed := 0.0
		switch {
		case p.leads(c):
			needed = max(p.headWidth(c), p.cellWidth(c)) + spareChars
		case numeric(column.Kind):
			needed = standOff(column.Heading, max(p.headWidth(c), p.cellWidth(c))+spareChars)
		case !wraps(column.Kind):
			needed = max(p.headWidth(c), p.cellWidth(c)) + spareChars
		case c == len(p.table.Columns)-1 && !p.narrow:
			needed = max(longestWord(column.Heading, true), p.unwrapped(c)) + spareChars
		default:
			needed = min(p.leastWidth(c), leastLong)
		}
		if c == len(t.widths) {
			t.widths = append(t.widths, 0)
		}
		if c == len(t.least) {
			t.least = append(t.least, 0)
		}
		t.least[c] = max(t.least[c], needed+indentOf(p.table, c))
		t.widths[c] = max(t.widths[c], t.least[c])
	}
}

// keepApart widens the columns of numbers until their headings are off the columns to their left.
func (p *page) keepApart(widths []float64) {
	for c, column := range p.table.Columns {
		if c > 0 && numeric(column.Kind) {
			widths[c] = standOff(column.Heading, widths[c])
		}
	}
}

// unwrapped is the room that the numbers and days in a column of text need: they do not run on over other cells.
func (p *page) unwrapped(c int) float64 {
	widest := 0.0
	for _, row := range p.table.Rows {
		switch cell := row.Cells[c]; {
		case cell.Kind == content.KindDate && !cell.Date.IsZero():
			widest = max(widest, charsFor(widestDate(p.on.lang), row.Total))
		case cell.Kind != content.NoKind && !wraps(cell.Kind):
			widest = max(widest, charsFor(cell.Text, row.Total))
		}
	}
	return widest
}

// spills tells whether the texts of a column run on over the cells to their right.
func (p *page) spills(c int) bool { return p.spill && c == len(p.table.Columns)-1 }

// arrange measures the rows of a page. Rows that hold more text than Excel can show in one row are counted, for the line that
// says so.
func arrange(p *page) (clipped int) {
	g := &p.grid
	g.heights = make([]float64, len(p.table.Rows))
	if p.on.thin {
		thinHeights(p)
		return 0
	}
	g.headHeight = headHeight(p)
	for r, row := range p.table.Rows {
		lines := 1
		for c, cell := range row.Cells {
			if wraps(cell.Kind) && !p.spills(c) {
				lines = max(lines, lineCount(cell.Text, innerWidth(g.widths[c]-indentOf(p.table, c)), row.Total || cell.Standing() != ""))
			}
		}
		height, whole := rowHeight(lines)
		g.heights[r] = height
		if !whole {
			clipped++
		}
	}
	return clipped
}

// settle breaks the lines of all pages to the sheet's width and so fixes the rows of their headings. An empty row parts two tables.
func (t *tab) settle() {
	width := between(pageChars, sumOf(t.widths[:t.printed]), inView)
	top := 1
	for _, p := range t.pages {
		g := &p.grid
		if g.top = top; t.thin {
			g.firstLine, g.header = 2, 2
			continue
		}
		if g.firstLine = top + 1; p.purpose != "" {
			g.firstLine++
		}
		g.lines = nil
		for _, l := range p.lines {
			g.lines = append(g.lines, breakLine(l, innerWidth(width))...)
		}
		g.header = g.firstLine + len(g.lines)
		top = g.last() + 2
	}
}

// breakLine spreads a long line over as many rows as it needs: text in a cell of column A runs on to the right, and
// would end beyond the printed page.
func breakLine(l line, width float64) []line {
	if l.formula != "" || l.height > 0 {
		return []line{l}
	}
	var out []line
	current := ""
	for word := range strings.FieldsSeq(l.text) {
		longer := strings.TrimPrefix(current+" "+word, " ")
		if current != "" && textWidth(longer, l.strong) > width {
			out = append(out, line{text: current, strong: l.strong, apart: l.apart && len(out) == 0})
			longer = word
		}
		current = longer
	}
	return append(out, line{text: current, strong: l.strong, apart: l.apart && len(out) == 0})
}

// indentOf gives the characters of the indent of a column: text stands off what is to its left. Numbers are set to the right
// and need none.
func indentOf(t content.Table, c int) float64 {
	if c > 0 && !numeric(t.Columns[c].Kind) {
		return indentChars
	}
	return 0
}

func wraps(k content.Kind) bool { return k == content.KindText || k == content.KindLongText }

func headHeight(p *page) float64 {
	lines := 1
	for c, column := range p.table.Columns {
		lines = max(lines, lineCount(column.Heading, innerWidth(p.grid.widths[c]-indentOf(p.table, c)), true))
	}
	if p.filter {
		lines++ // the filter buttons stand below the words
	}
	height, _ := rowHeight(lines)
	return height
}
