package inplace

import (
	"strings"

	"github.com/xuri/excelize/v2"
)

// area is a rectangle of cells, all four edges included.
type area struct{ left, top, right, bottom int }

func (a area) has(row, column int) bool {
	return a.top <= row && row <= a.bottom && a.left <= column && column <= a.right
}

// first gives the address of the upper left cell.
func (a area) first() string { return spot{row: a.top, column: a.left}.cell() }

// String gives "A1:C3", or "A1" of a single cell.
func (a area) String() string {
	if a.top == a.bottom && a.left == a.right {
		return a.first()
	}
	return a.first() + ":" + spot{row: a.bottom, column: a.right}.cell()
}

// with gives the area made wide enough for a cell.
func (a area) with(row, column int) area {
	return area{min(a.left, column), min(a.top, row), max(a.right, column), max(a.bottom, row)}
}

// areaOf reads "A1:C3" or "A1".
func areaOf(ref string) (area, bool) {
	from, to, two := strings.Cut(ref, ":")
	if !two {
		to = from
	}
	left, top, err := excelize.CellNameToCoordinates(from)
	if err != nil {
		return area{}, false
	}
	right, bottom, err := excelize.CellNameToCoordinates(to)
	if err != nil {
		return area{}, false
	}
	return area{min(left, right), min(top, bottom), max(left, right), max(top, bottom)}, true
}
