package workbook

import (
	"boardpack/report"
	"boardpack/report/content"
)

// A thin sheet shows many rows on a small screen: of 768 lines a spreadsheet program leaves about 500 for cells. Two rows are frozen. Each
// recommendation shows two lines of its text, and the lists of what is due and of what changed as many as their notes need, within reason;
// the cell has the whole.
const (
	smallSize = 10.5 // points: two lines fill a row, and at A4 they are printed at nine or more
	thinLine  = 15.0 // points: of the line above the table
	thinHead  = 30.0 // of the heading: two lines
	thinRow   = 27.0 // of a row: two lines
	thinMore  = 13.5 // of each further line
	thinLines = 8    // of a list, at most
	thinApart = 3    // columns that the first cell of the line above the table has at most

	perChar      = 9.0          // pixels of one unit of column width: the widest digit of the default font
	buttonRoom   = 17 / perChar // characters that the button of a filter covers, at the right of the last line of a heading
	smallPerText = smallSize / fontSize
)

const (
	// inViewPixels are the pixels of the columns of a thin sheet that are in view without scrolling, and printed. With that width A4 on its side
	// shows its letters at nine points.
	inViewPixels = 1160.0
	thinPaper    = 1200.0         // pixels at which they are still nine points, for words that are longer
	inView       = 1250 / perChar // characters that a screen of 1366 pixels shows across
)

// viewWidths gives the pixels of each of these columns but for those of long text, which share what is left.
func viewWidths() map[string]float64 {
	return map[string]float64{"key": 55, string(report.FieldTheme): 95, "theme_typed": 80, string(report.FieldStatus): 85, "standing": 95, "rag": 70,
		string(report.FieldOwner): 105, string(report.FieldDue): 80, "days_late": 55, string(report.FieldSignOff): 85,
		"timing": 105, "days_left": 55, "change": 95, "from": 108, "to": 108, "effect": 95}
}

// textShares gives the part that each column of long text has of what is left, beside the others that there are.
func textShares() map[string]float64 {
	return map[string]float64{string(report.FieldRecommendation): 3, "short": 2, string(report.FieldProgress): 2, "why": 3}
}

const (
	moreWidth = 40.0 // the most characters that a column to the right of those has
	mostHead  = 20.0 // the most that it is widened for its heading
	mostWord  = 14.0 // and for a word
	mostKey   = 24.0 // of a key, which has the name of its spreadsheet where there are several: more is broken
	leastText = 14.5 // characters that a column of long text keeps
)

// thinWidths gives the widths of the columns of a thin sheet. A heading that does not fit on two lines, a long word, or a day makes its column
// wider.
func thinWidths(p *page) []float64 {
	widths, fixed, shares := columnWidths(p), viewWidths(), textShares()
	left, parts := inViewPixels/perChar, 0.0
	for c, column := range p.table.Columns {
		share := shares[column.ID]
		switch {
		case c >= p.printed:
			widths[c] = max(min(widths[c], moreWidth), thinLeast(p, c))
		case share == 0:
			widths[c] = max(fixed[column.ID]/perChar, thinLeast(p, c))
			left -= widths[c]
		}
		if c < p.printed {
			parts += share
		}
	}
	for c, column := range p.table.Columns[:p.printed] {
		if share := shares[column.ID]; share > 0 {
			widths[c] = max(left*share/parts, leastText)
		}
	}
	return widths
}

// thinLeast is the least width of a column that is not of long text.
func thinLeast(p *page, c int) float64 {
	column, word, most := p.table.Columns[c], 0.0, mostWord
	least := headWidth(column.Heading)*smallPerText + buttonRoom
	for lineCount(column.Heading, innerWidth(least-buttonRoom)/smallPerText, true) > 2 && least < mostHead {
		least++
	}
	switch {
	case column.Kind == content.KindDate:
		return max(least, charsFor(widestDate(p.on.lang), false)*smallPerText)
	case column.Kind == content.KindKey:
		most = mostKey
		fallthrough
	case wraps(column.Kind), column.Kind == content.KindRating:
		for r := 0; r < len(p.table.Rows) && word*smallPerText < most; r++ {
			cell := &p.table.Rows[r].Cells[c]
			word = max(word, longestWord(cell.Text, cell.Standing() != "" || column.Kind == content.KindRating))
		}
	}
	return max(least, min(word*smallPerText, most))
}

// thinHeights gives the heights of the rows of a thin sheet.
func thinHeights(p *page) {
	g := &p.grid
	g.headHeight = thinHead
	for r, row := range p.table.Rows {
		lines := 2
		for c, cell := range row.Cells[:p.printed] {
			if p.id != idRecommendations && wraps(cell.Kind) && p.table.Columns[c].ID != "short" {
				lines = max(lines, lineCount(cell.Text, innerWidth(g.widths[c]-indentOf(p.table, c))/smallPerText, cell.Standing() != ""))
			}
		}
		g.heights[r] = thinRow + thinMore*float64(min(lines, thinLines)-2)
	}
}

// thinPlaces gives the column of each cell of the line above the table: behind the words before it, or where words that are too long for their
// room are cut.
func thinPlaces(p *page) []int {
	places, c, left, end := make([]int, len(p.lines)), 0, 0.0, 0.0
	for i, l := range p.lines {
		for c < len(p.grid.widths)-1 && left < end && (i != 1 || c < thinApart) {
			left += p.grid.widths[c]
			c++
		}
		places[i], end = c, left+(charsFor(l.text, true)+2*apartChars)*smallPerText
	}
	return places
}

// beginsGroup tells whether a column is the first of a group of columns that can be folded away. It stays when they are.
func beginsGroup(id string) bool {
	switch id {
	case string(report.FieldDueAsWritten), string(report.FieldResponse), string(report.FieldSource), "extra_1":
		return true
	}
	return false
}

// groupsOf tells which columns can be folded away: those to the right of the columns in view, but for the first of each group.
func groupsOf(t *content.Table, inView int) func(c int) bool {
	return func(c int) bool { return c >= inView && !beginsGroup(t.Columns[c].ID) }
}
