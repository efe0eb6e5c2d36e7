package master

import (
	"cmp"
	"strconv"
	"unicode/utf8"
)

// Limits bound what a file may cost to read. Zero means the default.
type Limits struct {
	Unpacked int64 // bytes of all parts of a workbook together, or of a CSV file
	Rows     int   // filled rows of the sheet with the table
	Columns  int   // filled columns
	Cell     int   // characters in one cell
}

// The flags that raise the limits, as the messages name them.
const (
	flagUnpacked = "--max-size"
	flagRows     = "--max-rows"
	flagColumns  = "--max-columns"
	flagCell     = "--max-cell"
)

// Bounds that no honest sheet comes near, so that no flag raises them.
const (
	maxMerges       = 500_000 // areas of merged cells of a sheet
	maxColumnRanges = 16_384  // descriptions of columns: Excel has no more columns
)

// maxHeaderRow bounds where headings are looked for: the header row stands in one of the first fifty rows.
const maxHeaderRow = 50

// cells is how many filled cells may be kept of all sheets together: rows that are all as wide as the widest would cost too much.
func (l Limits) cells() int { return l.Rows * 50 }

// cellsAside is how many of them may be on sheets without a table, where each is looked at as if it were a heading.
func (l Limits) cellsAside() int { return l.cells() / 20 }

func (l Limits) overCells(most int) *Unusable {
	return unusable("over-cells", "Limit", strconv.Itoa(most), "Flag", flagRows)
}

func (l Limits) overRows() *Unusable {
	return unusable("over-rows", "Limit", strconv.Itoa(l.Rows), "Flag", flagRows)
}

func (l Limits) overColumns() *Unusable {
	return unusable("over-columns", "Limit", strconv.Itoa(l.Columns), "Flag", flagColumns)
}

func (l Limits) overCell() *Unusable {
	return unusable("over-cell", "Limit", strconv.Itoa(l.Cell), "Flag", flagCell)
}

// tooLong tells whether the text is longer than a cell may be.
func (l Limits) tooLong(text string) bool {
	return len(text) > l.Cell && utf8.RuneCountInString(text) > l.Cell
}

func (l Limits) overSize() *Unusable {
	return unusable("over-size", "Limit", strconv.FormatInt(l.Unpacked>>20, 10), "Flag", flagUnpacked)
}

// OrDefault fills in the defaults: an Excel cell holds at most 32,767 characters, a CSV field may hold more.
func (l Limits) OrDefault() Limits {
	return Limits{
		Unpacked: cmp.Or(l.Unpacked, 512<<20),
		Rows:     cmp.Or(l.Rows, 200_000),
		Columns:  cmp.Or(l.Columns, 1_000),
		Cell:     cmp.Or(l.Cell, 100_000),
	}
}
