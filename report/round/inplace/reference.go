package inplace

import (
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// reference is an area that a formula looks at.
type reference struct {
	sheets [2]int // the first and the last, by their places in the workbook
	area
	loose [4]bool // left, top, right, bottom: moves along where a formula is shared
}

// lowest and rightmost are the ends of whole columns and rows.
const (
	lowest    = excelize.TotalRows
	rightmost = excelize.MaxColumns
)

// moved gives the reference as another cell has it that shares the formula, so many rows and columns away.
func (r reference) moved(rows, columns int) reference {
	by := [4]int{columns, rows, columns, rows}
	for i, edge := range []*int{&r.left, &r.top, &r.right, &r.bottom} {
		if r.loose[i] {
			*edge += by[i]
		}
	}
	return r
}

// edge is one end of a reference; row or column is 0 where a whole column or row is meant.
type edge struct {
	row, column           int
	looseRow, looseColumn bool
}

// edgeOf reads "A1", "$A$1", "A" or "1".
func edgeOf(s string) (e edge, ok bool) {
	rest := s
	if e.looseColumn = !strings.HasPrefix(rest, "$"); !e.looseColumn {
		rest = rest[1:]
	}
	letters := 0
	for letters < len(rest) && (rest[letters]|0x20 >= 'a' && rest[letters]|0x20 <= 'z') {
		letters++
	}
	const longest = 3 // letters of a column
	if letters > longest {
		return edge{}, false
	}
	if letters > 0 {
		column, err := excelize.ColumnNameToNumber(rest[:letters])
		if err != nil {
			return edge{}, false
		}
		e.column, rest = column, rest[letters:]
		if e.looseRow = !strings.HasPrefix(rest, "$"); !e.looseRow {
			rest = rest[1:]
		}
	} else {
		e.looseRow = e.looseColumn
	}
	if rest == "" {
		return e, letters > 0
	}
	row, err := strconv.Atoi(rest)
	if err != nil || row < 1 || row > lowest || strings.HasPrefix(rest, "+") {
		return edge{}, false
	}
	e.row = row
	return e, true
}

// cellsOf reads a reference to cells without the name of a sheet: "A1", "$A$1:B2", "A:C", "1:3". False is no such reference.
func cellsOf(s string) (r reference, ok bool) {
	from, to, two := strings.Cut(s, ":")
	a, ok := edgeOf(from)
	if !ok {
		return reference{}, false
	}
	b := a
	if two {
		if b, ok = edgeOf(to); !ok {
			return reference{}, false
		}
	}
	if !two && (a.row == 0 || a.column == 0) || (a.row == 0) != (b.row == 0) || (a.column == 0) != (b.column == 0) {
		return reference{}, false
	}
	r.area = area{min(a.column, b.column), min(a.row, b.row), max(a.column, b.column), max(a.row, b.row)}
	// Which of the two ends is which does not matter where both move or neither does; where one moves alone, both are taken to.
	column, row := a.looseColumn || b.looseColumn, a.looseRow || b.looseRow
	r.loose = [4]bool{column, row, column, row}
	if a.looseColumn != b.looseColumn && a.column <= b.column {
		r.loose[0], r.loose[2] = a.looseColumn, b.looseColumn
	}
	if a.looseRow != b.looseRow && a.row <= b.row {
		r.loose[1], r.loose[3] = a.looseRow, b.looseRow
	}
	if a.column == 0 {
		r.left, r.right, r.loose[0], r.loose[2] = 1, rightmost, false, false
	}
	if a.row == 0 {
		r.top, r.bottom, r.loose[1], r.loose[3] = 1, lowest, false, false
	}
	return r, true
}
