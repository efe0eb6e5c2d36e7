package workbook

import (
	"cmp"
	"slices"

	"boardpack/report/content"
)

// tab is one sheet: its pages one below the other.
type tab struct {
	id, name       string // the name that the file has for it
	title, purpose string
	thin           bool // one line above the table, and rows of two lines
	pages          []*page
	lang           string
	widths         []float64 // of the columns, in characters
	least          []float64 // that the tables need which do not decide how wide the columns are
	printed        int       // columns that are printed
	breaks         []int     // rows that begin a printed page
}

// main is the page whose table decides how wide the columns are: that with the most columns, of two the longer.
func (t *tab) main() *page {
	return slices.MaxFunc(t.pages, func(a, b *page) int {
		return cmp.Or(len(a.table.Columns)-len(b.table.Columns), len(a.table.Rows)-len(b.table.Rows))
	})
}

// last is the last row of the sheet.
func (t *tab) last() int { return t.pages[len(t.pages)-1].grid.last() }

// page is one table of a sheet: what is above it, the table, and how it is drawn. Pages are made first and drawn when all are known,
// because links and formulas need the places of others.
type page struct {
	on      *tab
	id      string // "summary_themes"
	name    string // the Excel table's name, "" where there are no rows
	title   string
	purpose string
	table   content.Table
	fill    func()                   // completes the table when all pages are known; nil for nothing
	live    live                     // formulas of the cells
	counts  []line                   // lines nearest to the table that the Document does not have
	lines   []line                   // all lines between the purpose and the table, set by arrange
	down    func() map[string]string // by column id: the formula that the whole column has; nil for none
	lists   map[string]list          // drop-down lists, by column id
	links   links                    // where cells lead that are no recommendations
	keyed   bool                     // keys lead to the rows of their recommendations
	fixed   bool                     // what has no formula does not follow when a copy is changed
	grouped func(c int) bool         // columns that can be folded away; nil for none
	blanks  bool                     // missing values are left empty, and a line says so; else they are [x] or [z]
	filter  bool                     // the table has filter buttons
	frozen  bool                     // the heading and the first column stay when the sheet is scrolled
	spill   bool                     // the texts of the last column run on over the cells to their right
	beyond  int                      // cells to the right of the table that they run on over
	narrow  bool                     // they would end beyond the printed page if they did
	spans   bool                     // the table is longer than a printed page
	printed int                      // columns that are printed, set by measure; those of a thin sheet from the beginning

	grid grid // set by arrange
}

// live gives the formula of a cell, without the equals sign; "" where the cell is a plain value.
type live func(row int, column content.Column) string

// links gives the place in the workbook that a cell leads to.
type links func(row int, column content.Column) link

// link is a place in the workbook, and what is shown when a mouse rests on the cell.
type link struct {
	place string // "" for no link
	tip   string // "" for the place itself
}

// line is one line of text above the table, in column A. It runs on over the empty cells to its right.
type line struct {
	text    string
	formula string // gives the text, "" for a plain one
	strong  bool
	apart   bool    // begins another printed page where what follows has no room
	height  float64 // points where it is not the height of a line of text
	chart   *chart  // stands in this row
}

// list is a drop-down list of a column.
type list struct {
	words  []string
	strict bool   // refuse other words; else only ask
	of     string // instead of the words: the page whose first column has them
}

// column gives the place of a column by its id, -1 when the table has none.
func (p *page) column(id string) int {
	return slices.IndexFunc(p.table.Columns, func(c content.Column) bool { return c.ID == id })
}

// leads tells whether the cells of a column are links.
func (p *page) leads(c int) bool {
	if p.keyed && p.table.Columns[c].Kind == content.KindKey {
		return true
	}
	return p.links != nil && len(p.table.Rows) > 0 && p.links(0, p.table.Columns[c]).place != ""
}

// totals tells whether the last row is the table's row of totals: filters pass it over, and a pivot table does not count it.
func (p *page) totals() bool {
	return len(p.table.Rows) > 1 && p.table.Rows[len(p.table.Rows)-1].Total
}

// isTotal tells whether a row is the row of totals.
func (p *page) isTotal(row int) bool { return p.totals() && row == len(p.table.Rows)-1 }

// rowOf gives the row of the table that stands for the thing of an id, -1 when there is none.
func (p *page) rowOf(id string) int {
	return slices.IndexFunc(p.table.Rows, func(r content.Row) bool { return r.Of.ID == id })
}

// cells gives the range of a column's cells: "D8:D24".
func (p *page) cells(c int) string {
	return cellName(c+1, p.grid.row(0)) + ":" + cellName(c+1, p.grid.last())
}

// indent tells whether the texts of a column are indented: on a thin sheet those behind numbers alone.
func (p *page) indent(c int) bool {
	return indentOf(p.table, c) > 0 && (!p.on.thin || numeric(p.table.Columns[c-1].Kind))
}

// tableRange is the table with its heading: "A7:F24".
func (p *page) tableRange() string { return p.rowsTo(p.grid.last()) }

// filterRange is that of the rows that the table's buttons sort and choose from: without that of the totals.
func (p *page) filterRange() string {
	if p.totals() {
		return p.rowsTo(p.grid.last() - 1)
	}
	return p.tableRange()
}

// rowsTo gives the range from the headings to a row.
func (p *page) rowsTo(last int) string {
	return cellName(1, p.grid.header) + ":" + cellName(len(p.table.Columns), last)
}
