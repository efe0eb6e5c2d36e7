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
	t.printed = fitting(t.widths, longest)
	return cuts
}

// oneLine is the width in characters that the texts of a column need without being wrapped.
func (p *page) oneLine(c int) float64 {
	widest := 0.0
	for _, row := range p.table.Rows {
		widest = max(widest, charsFor(row.Cells[c].Text, row.Total || row.Cells[c].Standing != ""))
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
		case cell.Kind != "" && !wraps(cell.Kind):
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

// columnWidths gives each column the room that its heading and its cells ask for, within what is good to read, lets columns of
// long text fill the page, and makes columns of text narrower where the page could not be read on paper.
func columnWidths(p *page) []float64 {
	widths := make([]float64, len(p.table.Columns))
	for c, column := range p.table.Columns {
		widths[c] = max(p.headWidth(c), p.cellWidth(c)) + indentOf(p.table, c) + spareChars
		if c > 0 && numeric(column.Kind) {
			widths[c] = standOff(column.Heading, widths[c])
		}
	}
	fillPage(p.table, widths)
	squeeze(p, widths, nil)
	return widths
}

// headWidth gives the least width that shows a heading on two lines, or a long one on three. LibreOffice keeps words off the button of a filter.
func (p *page) headWidth(c int) float64 {
	width := headWidth(p.table.Columns[c].Heading)
	if p.filter {
		width += buttonRoom
	}
	return width
}

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

// squeeze takes from the columns of text what is more than a page can show, in proportion to what each can spare: the other tables of the sheet
// need the least widths. Columns of links keep their width: LibreOffice does not wrap them.
func squeeze(p *page, widths, least []float64) {
	over := sumOf(widths) - pageChars
	if over <= 0 {
		return
	}
	spare := make([]float64, len(widths))
	for c := range widths {
		if wraps(p.table.Columns[c].Kind) && !p.leads(c) {
			spare[c] = max(0, widths[c]-p.leastWidth(c))
			if c < len(least) {
				spare[c] = min(spare[c], widths[c]-least[c])
			}
		}
	}
	part := min(1, over/max(1, sumOf(spare)))
	for c := range widths {
		widths[c] -= spare[c] * part
	}
}

// leastWidth gives the width below which a column of text would break words, or need rows higher than there are.
func (p *page) leastWidth(c int) float64 {
	t := p.table
	least, longest := longestWord(t.Columns[c].Heading, true), ""
	if p.filter {
		least += buttonRoom
	}
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
func (p *page) cellWidth(c int) float64 {
	t := p.table
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
		return max(widest, charsFor(widestDate(p.on.lang), false))
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
