package workbook

import (
	"boardpack/report/content"
)

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
	for r := range t.Rows {
		row, cell := &t.Rows[r], &t.Rows[r].Cells[c]
		text := cell.Text
		if len(text) <= 80 && least < leastLong {
			least = max(least, longestWord(text, row.Total || cell.Standing() != ""))
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

// mostLink is the most that a column of links is widened, in characters: the name of a report.
const mostLink = 50.0

// cellWidth gives the width that the cells of a column ask for.
func (p *page) cellWidth(c int) float64 {
	t := p.table
	kind := t.Columns[c].Kind
	longest, widest := "", 0.0
	for r := range t.Rows {
		row, cell := &t.Rows[r], &t.Rows[r].Cells[c]
		text := cell.Text
		if len(text) > len(longest) {
			longest = text
		}
		if len(text) <= 80 { // what is longer is wrapped anyway
			widest = max(widest, longestLine(text, row.Total || cell.Standing() != "" || kind == content.KindRating))
		}
	}
	switch kind {
	case content.KindLongText:
		return longTextWidth(longest, widest)
	case content.KindText:
		switch {
		case p.leads(c): // LibreOffice does not wrap links
			return between(11, widest, mostLink)
		case len(longest) > 80:
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
