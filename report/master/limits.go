package master

import "cmp"

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

// Bounds that no honest file comes near, so that no flag raises them.
const (
	maxDepth     = 200      // XML elements inside each other
	maxPart      = 16 << 20 // bytes of a part that is read whole: the list of sheets, the styles
	maxParts     = 10_000   // parts of a workbook
	maxHeaderRow = 50       // the header row stands in one of the first fifty rows
)

// cells is how many filled cells the sheet with the table may have: rows that are all as wide as the widest would cost too much.
func (l Limits) cells() int { return l.Rows * 50 }

// orDefault fills in the defaults: an Excel cell holds at most 32,767 characters, a CSV field may hold more.
func (l Limits) orDefault() Limits {
	return Limits{
		Unpacked: cmp.Or(l.Unpacked, 512<<20),
		Rows:     cmp.Or(l.Rows, 200_000),
		Columns:  cmp.Or(l.Columns, 1_000),
		Cell:     cmp.Or(l.Cell, 100_000),
	}
}
