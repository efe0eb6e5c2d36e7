package report

import (
	"encoding/json"
	"slices"
	"strconv"
)

// Cells says in which cell each field of a recommendation is. The rows of a table share the letters of its columns, and a cell's name
// is made when somebody asks for it: a register of thousands of rows would hold more in names of cells than in dates. Of the zero value
// no field has a cell.
type Cells struct {
	columns map[Field]string // letters, "D"; shared with other rows and never changed
	row     int
	others  []otherCell // fields that are in another place than their column and the row say; not changed either
}

type otherCell struct {
	field Field
	cell  string
}

// CellsOf gives the cells of a row, by the letters of each field's column. It keeps the map, which must not change after.
func CellsOf(columns map[Field]string, row int) Cells { return Cells{columns: columns, row: row} }

// Of gives a field's cell, for example "D14"; "" where the master lacks the column.
func (c Cells) Of(f Field) string {
	for _, other := range c.others {
		if other.field == f {
			return other.cell
		}
	}
	if letters := c.columns[f]; letters != "" {
		var name [16]byte // of most
		return string(strconv.AppendInt(append(name[:0], letters...), int64(c.row), 10))
	}
	return ""
}

// MarshalJSON writes the cell of each field that has one, by its name: readings of a master are compared by what they are as JSON.
func (c Cells) MarshalJSON() ([]byte, error) {
	cells := map[Field]string{}
	for _, f := range Fields() {
		if cell := c.Of(f); cell != "" {
			cells[f] = cell
		}
	}
	return json.Marshal(cells)
}

// With gives the same cells but for that of one field, which is not "".
func (c Cells) With(f Field, cell string) Cells {
	if c.Of(f) != cell {
		others := slices.DeleteFunc(slices.Clone(c.others), func(o otherCell) bool { return o.field == f })
		c.others = append(others, otherCell{f, cell})
	}
	return c
}

// Has tells whether the cell is that of a field.
func (c Cells) Has(cell string) bool {
	return cell != "" && slices.ContainsFunc(Fields(), func(f Field) bool { return c.Of(f) == cell })
}
