package ooxml

import (
	"github.com/xuri/excelize/v2"
)

// CellName gives "D14"; "" where there is no such cell.
func CellName(column, row int) string {
	name, err := excelize.CoordinatesToCellName(column, row)
	if err != nil {
		return ""
	}
	return name
}
