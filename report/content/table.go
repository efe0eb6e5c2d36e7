package content

import (
	"slices"
	"strings"

	"boardpack/report"
)

// Table is what all renderers draw: the PDF as a tagged table, the workbook as an Excel table.
type Table struct {
	ID      string   `json:"id"` // "summary_themes"
	Title   Text     `json:"title,omitempty"`
	Purpose Text     `json:"purpose,omitempty"` // one sentence: what the table holds
	Empty   Text     `json:"empty,omitempty"`   // the sentence to print when there are no rows
	Notes   []Text   `json:"notes,omitempty"`
	Lines   []Text   `json:"lines,omitempty"` // sentences that count, for a sheet that has the table alone
	Lists   []Ref    `json:"lists,omitempty"` // the lists whose recommendations the rows are, one list after the other
	Columns []Column `json:"columns"`
	Rows    []Row    `json:"rows"` // of one that is not settled none: see [Table.Settled]
	// Shuffled says that the rows of a list stand in another order than the list has them: the latest first.
	Shuffled bool `json:"shuffled,omitempty"`
	// OfSheets says that the rows are the sheets of the workbook after the first, which it fills in: name, and what the sheet holds.
	OfSheets bool `json:"of_sheets,omitempty"`
	// Chosen says that the rows are some of the things of their kind, in an order of the table's own, each once at most.
	Chosen bool `json:"chosen,omitempty"`
	// Close says that the rows stand close to each other.
	Close bool `json:"close,omitempty"`
	later *laterRows
}

// Column is one column of a table. Its name is that of the value of each cell: of what the row is of, the value of that name.
type Column struct {
	ID      string `json:"id"`
	Heading string `json:"heading"`
	Message string `json:"message,omitempty"` // that the heading is of; "" for a heading of the master's own
	Kind    Kind   `json:"kind"`
	Width   int    `json:"width,omitempty"` // a fair share of the width, in characters
	// In a paper: the width in millimetres, and the number of lines at which a text is cut, because it stands whole elsewhere; 0 for never.
	MM    float64 `json:"mm,omitempty"`
	Lines int     `json:"lines,omitempty"`
}

// Row is one row of a table.
type Row struct {
	Of    Ref    `json:"of,omitzero"`     // what the row is of: the address of its cells but for their column's name
	Cells []Cell `json:"cells"`           // in step with Table.Columns
	Key   string `json:"key,omitempty"`   // the recommendation that the row is of, "" when it is of none
	Total bool   `json:"total,omitempty"` // a row that sums up the others
	In    Ref    `json:"in,omitzero"`     // a list that the recommendation is one of
	Group Text   `json:"group,omitempty"` // the head of the group of rows that begins with this one
}

// Cell is one typed cell. Text always holds what a reader should see. A Document has more cells than anything else.
type Cell struct {
	Text    string      `json:"text,omitempty"`
	Lang    string      `json:"lang,omitempty"` // language of Text where it is not the pack's
	Runs    Text        `json:"runs,omitempty"` // Text cut up, where it is a sentence
	N       int         `json:"n,omitempty"`    // of a count, a percentage or days
	Date    report.Date `json:"date,omitzero"`
	Kind    Kind        `json:"kind,omitempty"`
	Missing Missing     `json:"missing,omitempty"` // why the cell has no value
	*CellOf
}

// CellOf is what few cells have: see the methods of [Cell].
type CellOf struct {
	Rated   report.Rating   `json:"rating,omitempty"`
	Stands  report.Standing `json:"standing,omitempty"`
	Named   []string        `json:"keys,omitempty"`
	Address Ref             `json:"of,omitzero"`
}

// of is what few cells have, not to be changed; nothing of it where this is not one of them.
func (c *Cell) of() *CellOf {
	if c.CellOf == nil {
		return &CellOf{}
	}
	return c.CellOf
}

// Rating is the rating that the cell shows; "" where it shows none.
func (c *Cell) Rating() report.Rating { return c.of().Rated }

// Standing is the standing that the cell shows; "" where it shows none.
func (c *Cell) Standing() report.Standing { return c.of().Stands }

// Keys are, in place of runs, the recommendations that Text names, with commas between. They are not to be changed.
func (c *Cell) Keys() []string { return c.of().Named }

// Of is the address of the cell where it is not that of its row and column.
func (c *Cell) Of() Ref { return c.of().Address }

// at is the cell with an address of its own.
func (c Cell) at(of Ref) Cell {
	own := *c.of()
	own.Address = of
	c.CellOf = &own
	return c
}

// Number is how many a cell counts, or names.
func (c *Cell) Number() int {
	if keys := c.Keys(); len(keys) > 0 {
		return len(keys)
	}
	return c.N
}

// Column gives the place of a column by its id, -1 when the table has none.
func (t *Table) Column(id string) int {
	return slices.IndexFunc(t.Columns, func(c Column) bool { return c.ID == id })
}

// Happened gives the ids of the columns, without those of the steps of a bridge that are zero in every row.
func (t *Table) Happened() []string {
	var ids []string
	for c, column := range t.Columns {
		if !strings.HasPrefix(column.ID, "step_") || slices.ContainsFunc(t.Rows, func(r Row) bool { return r.Cells[c].N != 0 }) {
			ids = append(ids, column.ID)
		}
	}
	return ids
}
