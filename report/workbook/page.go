package workbook

import (
	"slices"

	"boardpack/report/content"
)

// page is one sheet: what stands above the table, the table, and how it is drawn. Pages are made first and drawn when
// all are known, because links and formulas need the places of other sheets.
type page struct {
	id      string // "summary_themes"; the wording has "workbook.sheet.<id>"
	tab     string // the sheet's name
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
	slicers []slicer
	links   links // where cells lead
	blanks  bool  // missing values are left empty, and a line says so; else they are [x] or [z]
	filter  bool  // the table has filter buttons
	frozen  bool  // the heading and the first column stay when the sheet is scrolled
	printed int   // columns that are printed; 0 for all

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
	newPage bool    // begins a printed page
	height  float64 // points where it is not the height of a line of text
	chart   *chart  // stands in this row
}

// list is a drop-down list of a column.
type list struct {
	words  []string
	strict bool // refuse other words; else only ask
}

// column gives the place of a column by its id, -1 when the table has none.
func (p *page) column(id string) int {
	return slices.IndexFunc(p.table.Columns, func(c content.Column) bool { return c.ID == id })
}

// leads tells whether the cells of a column are links.
func (p *page) leads(c int) bool {
	return p.links != nil && len(p.table.Rows) > 0 && p.links(0, p.table.Columns[c]).place != ""
}

// rowOf gives the row of the table that stands for the thing of an id, -1 when there is none.
func (p *page) rowOf(id string) int {
	return slices.IndexFunc(p.table.Rows, func(r content.Row) bool { return r.Of.ID == id })
}

// cells gives the range of a column's cells: "D8:D24".
func (p *page) cells(c int) string {
	return cellName(c+1, p.grid.row(0)) + ":" + cellName(c+1, p.grid.last())
}

// tableRange is the table with its heading: "A7:F24".
func (p *page) tableRange() string {
	return cellName(1, p.grid.header) + ":" + cellName(len(p.table.Columns), p.grid.last())
}
