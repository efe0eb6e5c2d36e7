package workbook

import (
	"boardpack/report"
	"boardpack/report/content"
)

// A thin sheet shows many rows on a small screen: of 768 lines a spreadsheet program leaves about 500 for cells. Two rows are frozen, and
// each row of the table shows two lines of text; the cell has the whole of it.
const (
	smallSize = 10.5 // points: two lines fill a row, and at A4 they are printed at nine or more
	thinLine  = 15.0 // points: of the line above the table
	thinHead  = 30.0 // of the heading: two lines
	thinRow   = 27.0 // of a row: two lines
	thinApart = 3    // columns between the cells of the line

	perChar = 9.0 // pixels of one unit of column width: the widest digit of the default font
)

// inView are the pixels of the columns that are in view without scrolling, and printed. With that width A4 on its side shows the letters at
// nine points.
const inViewPixels = 1160.0

// viewWidths gives the pixels of each of these columns but for the two of long text, which share what is left.
func viewWidths() map[string]float64 {
	return map[string]float64{"key": 55, string(report.FieldTheme): 95, "theme_typed": 80, string(report.FieldStatus): 90, "standing": 95, "rag": 75,
		string(report.FieldOwner): 105, string(report.FieldDue): 112, "days_late": 60, string(report.FieldSignOff): 85}
}

const (
	moreWidth    = 40.0 // the most characters that a column to the right of those has
	textShare    = 0.62 // of what is left, for the recommendation
	leastText    = 24.0 // characters that a column of long text keeps
	smallPerText = smallSize / fontSize
)

// thinWidths gives the widths of the columns of a thin sheet. A heading of one long word makes its column wider.
func thinWidths(p *page) []float64 {
	widths, fixed := columnWidths(p), viewWidths()
	left := inViewPixels / perChar
	for c, column := range p.table.Columns {
		px, ok := fixed[column.ID]
		switch {
		case c >= p.printed:
			widths[c] = min(widths[c], moreWidth)
			continue
		case !ok:
			continue
		}
		widths[c] = max(px/perChar, (longestWord(column.Heading, true)+apartChars)*smallPerText)
		left -= widths[c]
	}
	for id, share := range map[string]float64{string(report.FieldRecommendation): textShare, string(report.FieldProgress): 1 - textShare} {
		if c := p.column(id); c >= 0 {
			widths[c] = max(left*share, leastText)
		}
	}
	return widths
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
