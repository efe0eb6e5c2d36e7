package sheets

import (
	"errors"
	"strings"
)

// tag takes the next tag of a table's part.
func (t *Table) tag(_ []byte, e element) (err error) {
	switch string(e.name) {
	case "table":
		t.Name = e.attr("displayName")
		t.area, err = parseArea(e.attr("ref"))
	case "tableColumn":
		t.Headings = append(t.Headings, decode(e.attr("name")))
	case "x14:table":
		t.Alt = [2]string{e.attr("altText"), e.attr("altTextSummary")}
	}
	return err
}

// takeCells takes the table's cells from its sheet.
func (t *Table) takeCells() error {
	if t.area == (area{}) {
		return errors.New("a part that should be a table is none")
	}
	if len(t.Headings) != t.area.last.column-t.area.first.column+1 {
		return errors.New("table " + t.Name + " has not as many headings as columns")
	}
	t.Heads = t.cells(t.area.first.row)
	for row := t.area.first.row + 1; row <= t.area.last.row; row++ {
		t.Rows = append(t.Rows, t.cells(row))
	}
	return nil
}

// cells gives the table's cells of a row: those of the sheet themselves, or copies where the sheet's row ends before the table does.
func (t *Table) cells(row int) []string {
	from, until := t.area.first.column-1, t.area.last.column
	cells := t.Sheet.rows[row]
	if until <= len(cells) {
		return cells[from:until:until]
	}
	out := make([]string, until-from)
	copy(out, cells[min(from, len(cells)):])
	return out
}

// Place names the cell of a table's row and column, both from 0: "Summary by theme!H9".
func (t *Table) Place(row, column int) string {
	return t.Sheet.Name + "!" + place{t.area.first.row + 1 + row, t.area.first.column + column}.String()
}

// Column gives the heading of the table's column that a reference of one column covers exactly, or its heading cell.
// False for any other reference: one of another sheet, one that reaches beyond the table.
func (t *Table) Column(reference string) (heading string, whole, ok bool) {
	at := strings.LastIndexByte(reference, '!') // the name of a sheet may have one, too
	if at < 0 {
		return "", false, false
	}
	sheet, cells := reference[:at], reference[at+1:]
	if strings.Trim(sheet, "'") != strings.ReplaceAll(t.Sheet.Name, "'", "''") {
		return "", false, false
	}
	a, err := parseArea(cells)
	if err != nil || a.first.column != a.last.column || a.first.row < t.area.first.row || a.last.row > t.area.last.row {
		return "", false, false
	}
	i := a.first.column - t.area.first.column
	if i < 0 || i >= len(t.Headings) {
		return "", false, false
	}
	return t.Headings[i], a.first.row == t.area.first.row+1, true
}

// Cells gives the first cells of the column with a heading.
func (t *Table) Cells(heading string, n int) []string {
	var out []string
	for c, h := range t.Headings {
		for r := 0; h == heading && r < min(n, len(t.Rows)); r++ {
			out = append(out, t.Rows[r][c])
		}
	}
	return out
}
