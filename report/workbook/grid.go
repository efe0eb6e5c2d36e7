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
	pageChars    = 128.0 // characters that an A4 page, landscape, shows across at full size
	printChars   = 166.0 // and at 9 point, below which text on paper is hard to read
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
const widestDate = "30 Mawrth 2024"

// row gives the sheet's row of the table's row r.
func (g *grid) row(r int) int { return g.header + 1 + r }

// last gives the last row of the table; that of the sentence where it has no rows.
func (g *grid) last() int { return g.header + len(g.heights) }

// measure fixes the widths of the columns of a sheet: the table with the most columns decides, and the others make columns wider only where
// a number or a word has no room. Texts that have too little room in the last column of such a table run on over the cells to its right.
func (t *tab) measure() {
	if t.thin {
		t.widths = thinWidths(t.pages[0])
		t.pages[0].grid.widths = t.widths
		return
	}
	main := t.main()
	t.widths = columnWidths(main)
	for _, p := range t.pages {
		if p != main {
			t.widen(p)
		}
	}
	squeeze(main, t.widths[:len(main.table.Columns)])
	for range t.pages { // each may move the headings of another
		for _, p := range t.pages {
			p.keepApart(t.widths)
		}
	}
	for _, p := range t.pages {
		p.spreads(t.widths)
		p.grid.widths = t.widths[:len(p.table.Columns)]
	}
}

// widen makes room for a table that does not decide how wide the columns are.
func (t *tab) widen(p *page) {
	for c, column := range p.table.Columns {
		needed := 0.0
		switch {
		case numeric(column.Kind):
			needed = standOff(column.Heading, max(headWidth(column.Heading), cellWidth(p.table, c))+spareChars)
		case !wraps(column.Kind):
			needed = max(headWidth(column.Heading), cellWidth(p.table, c)) + spareChars
		case c == len(p.table.Columns)-1:
			needed = max(longestWord(column.Heading, true), unwrapped(p.table, c)) + spareChars
		default:
			needed = min(leastWidth(p.table, c), leastLong)
		}
		if c == len(t.widths) {
			t.widths = append(t.widths, 0)
		}
		t.widths[c] = max(t.widths[c], needed+indentOf(p.table, c))
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

// spreads notes whether the texts of the last column have too little room, and run on.
func (p *page) spreads(widths []float64) {
	c := len(p.table.Columns) - 1
	p.spill = p != p.on.main() && c >= 0 && wraps(p.table.Columns[c].Kind) && cellWidth(p.table, c)+indentOf(p.table, c) > widths[c]
}

// unwrapped is the room that the numbers and days in a column of text need: they do not run on over other cells.
func unwrapped(t content.Table, c int) float64 {
	widest := 0.0
	for _, row := range t.Rows {
		if cell := row.Cells[c]; cell.Kind != "" && !wraps(cell.Kind) {
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
		g.headHeight = thinHead
		for r := range g.heights {
			g.heights[r] = thinRow
		}
		return 0
	}
	g.headHeight = headHeight(p)
	for r, row := range p.table.Rows {
		lines := 1
		for c, cell := range row.Cells {
			if wraps(cell.Kind) && !p.spills(c) {
				lines = max(lines, lineCount(cell.Text, innerWidth(g.widths[c]-indentOf(p.table, c)), row.Total || cell.Standing != ""))
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
	width := pageChars
	if sum := sumOf(t.widths); sum > width {
		width = min(sum, 1.25*pageChars)
	}
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
			out = append(out, line{text: current, strong: l.strong, newPage: l.newPage && len(out) == 0})
			longer = word
		}
		current = longer
	}
	return append(out, line{text: current, strong: l.strong, newPage: l.newPage && len(out) == 0})
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

// columnWidths gives each column the room that its heading and its cells ask for, within what is good to read, lets columns of
// long text fill the page, and makes columns of text narrower where the page could not be read on paper.
func columnWidths(p *page) []float64 {
	widths := make([]float64, len(p.table.Columns))
	for c, column := range p.table.Columns {
		widths[c] = max(headWidth(column.Heading), cellWidth(p.table, c)) + indentOf(p.table, c) + spareChars
		if c > 0 && numeric(column.Kind) {
			widths[c] = standOff(column.Heading, widths[c])
		}
	}
	fillPage(p.table, widths)
	squeeze(p, widths)
	return widths
}

// headWidth gives the least width that shows a heading on two lines, or a long one on three.
func headWidth(heading string) float64 {
	const long = 20 // letters
	lines := 2
	if len(heading) > long {
		lines = 3
	}
	width := longestWord(heading, true)
	for lineCount(heading, innerWidth(width), true) > lines {
		width += 0.5
	}
	return width
}

// standOff widens a column of numbers until no line of its heading, which is set to the right, comes near the column to its
// left. Where a line ends differs a little between programs, so tight and loose measures must agree.
func standOff(heading string, width float64) float64 {
	near := func(inner float64) bool {
		return widestLine(heading, inner, true) > (width-apartChars)*charWidth-cellPadding
	}
	for near(innerWidth(width)) || near(innerWidth(width)/wrapSafety) || near(width*charWidth) {
		width += 0.25
	}
	return width
}

// squeeze takes from the columns of text what is more than a page can show in letters of 9 point, in proportion to what each
// can spare. Columns of links keep their width: LibreOffice does not wrap them.
func squeeze(p *page, widths []float64) {
	if p.printed > 0 {
		widths = widths[:p.printed]
	}
	over := sumOf(widths) - printChars
	if over <= 0 {
		return
	}
	spare := make([]float64, len(widths))
	for c := range widths {
		if wraps(p.table.Columns[c].Kind) && !p.leads(c) {
			spare[c] = max(0, widths[c]-leastWidth(p.table, c))
		}
	}
	part := min(1, over/max(1, sumOf(spare)))
	for c := range widths {
		widths[c] -= spare[c] * part
	}
}

// leastWidth gives the width below which a column of text would break words, or need rows higher than there are.
func leastWidth(t content.Table, c int) float64 {
	least, longest := longestWord(t.Columns[c].Heading, true), ""
	for _, row := range t.Rows {
		text := row.Cells[c].Text
		if len(text) <= 80 {
			least = max(least, longestWord(text, row.Total || row.Cells[c].Standing != ""))
		}
		if len(text) > len(longest) {
			longest = text
		}
	}
	least = min(least, leastLong)
	if len(longest) > 80 {
		least = widthThatHolds(longest, leastLong)
	}
	return least + indentOf(t, c) + spareChars
}

// cellWidth gives the width that the cells of a column ask for.
func cellWidth(t content.Table, c int) float64 {
	kind := t.Columns[c].Kind
	longest, widest := "", 0.0
	for _, row := range t.Rows {
		text := row.Cells[c].Text
		if len(text) > len(longest) {
			longest = text
		}
		if len(text) <= 80 { // what is longer is wrapped anyway
			widest = max(widest, longestLine(text, row.Total || row.Cells[c].Standing != "" || kind == content.KindRating))
		}
	}
	switch kind {
	case content.KindLongText:
		return longTextWidth(longest, widest)
	case content.KindText:
		if len(longest) > 80 {
			return max(widest, 44)
		}
		return between(11, widest, 34)
	case content.KindDate:
		return max(widest, charsFor(widestDate, false))
	case content.KindCount, content.KindDays, content.KindPercent:
		return between(6, widest, 20)
	}
	return between(8, widest, 24)
}

// longTextWidth gives the width of a column of long text.
func longTextWidth(longest string, widest float64) float64 {
	if len(longest) <= 80 {
		return between(20, widest, 60)
	}
	return widthThatHolds(longest, 44)
}

// widthThatHolds widens a column until its longest text fits into the highest row that Excel allows.
func widthThatHolds(longest string, width float64) float64 {
	for ; width < maxLongChars; width += 14 {
		if _, whole := rowHeight(lineCount(longest, innerWidth(width), false)); whole {
			return width
		}
	}
	return maxLongChars
}

// fillPage gives the room that is left on the page to the columns of text.
func fillPage(t content.Table, widths []float64) {
	text := 0.0
	for c, column := range t.Columns {
		if column.Kind == content.KindLongText {
			text += widths[c]
		}
	}
	left := pageChars - sumOf(widths)
	if text == 0 || left <= 0 {
		return
	}
	for c, column := range t.Columns {
		if column.Kind == content.KindLongText {
			widths[c] = min(widths[c]*(1+left/text), maxLongChars)
		}
	}
}

func between(low, x, high float64) float64 { return max(low, min(x, high)) }

func sumOf(xs []float64) float64 {
	sum := 0.0
	for _, x := range xs {
		sum += x
	}
	return sum
}
