package sheets

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// maxColumns and maxRows are how many columns and rows a sheet has.
const maxColumns, maxRows = 16384, 1 << 20

// readCells reads the cells of a sheet: by row, from column A on.
func readCells(data []byte, shared []string) (map[int][]string, error) {
	rows := map[int][]string{}
	var at cellAt
	var row []string
	var text []byte
	kept := 0 // cells, empty ones before others included
	s := scanner{data: data}
	for {
		before, e, ok := s.next()
		if !ok {
			return rows, nil
		}
		switch string(e.name) {
		case "row":
			row = nil
		case "c":
			place, err := parseCell(e.attr("r"))
			if err != nil {
				return nil, err
			}
			at, text = cellAt{place: place, kind: e.attr("t")}, text[:0]
		case "/v", "/t":
			text = append(text, before...)
		case "/c":
			if at.column == 0 {
				return nil, errors.New("a cell ends that has not begun")
			}
			value, err := at.value(text, shared)
			if err != nil {
				return nil, err
			}
			if kept += max(0, at.column-len(row)); kept > len(data)/4+maxColumns { // a cell takes more bytes than that
				return nil, errors.New("its cells lie too far apart")
			}
			row = put(row, at.column, value)
			rows[at.row], at = row, cellAt{}
		}
	}
}

// cellAt is the cell that is being read.
type cellAt struct {
	place
	kind string
}

func (c cellAt) value(text []byte, shared []string) (string, error) {
	if c.kind != "s" {
		return decode(unescape(text)), nil
	}
	n, err := strconv.Atoi(string(text))
	if err != nil || n < 0 || n >= len(shared) {
		return "", fmt.Errorf("cell %s names a text that there is not", c.place)
	}
	return shared[n], nil
}

func put(row []string, column int, value string) []string {
	for len(row) < column {
		row = append(row, "")
	}
	row[column-1] = value
	return row
}

// place is a cell's row and column, counted from 1.
type place struct{ row, column int }

// String is the cell's name: D14.
func (p place) String() string {
	letters := ""
	for n := p.column; n > 0; n = (n - 1) / 26 {
		letters = string(rune('A'+(n-1)%26)) + letters
	}
	return letters + strconv.Itoa(p.row)
}

func parseCell(s string) (place, error) {
	s = strings.ReplaceAll(s, "$", "")
	var p place
	i := 0
	for ; i < len(s) && 'A' <= s[i] && s[i] <= 'Z'; i++ {
		p.column = p.column*26 + int(s[i]-'A') + 1
		if p.column > maxColumns {
			return p, fmt.Errorf("\"%s\" is no cell", s)
		}
	}
	var err error
	if p.row, err = strconv.Atoi(s[i:]); err != nil || i == 0 || p.row < 1 || p.row > maxRows {
		return p, fmt.Errorf("\"%s\" is no cell", s)
	}
	return p, nil
}

// area is a rectangle of cells.
type area struct{ first, last place }

func parseArea(s string) (area, error) {
	from, to, ok := strings.Cut(s, ":")
	if !ok {
		to = from
	}
	first, err := parseCell(from)
	if err != nil {
		return area{}, err
	}
	last, err := parseCell(to)
	return area{first, last}, err
}

// read reads a table's part and takes its cells from its sheet.
func (t *Table) read(data []byte) error {
	s := scanner{data: data}
	for {
		_, e, ok := s.next()
		if !ok {
			break
		}
		switch string(e.name) {
		case "table":
			t.Name = e.attr("displayName")
			var err error
			if t.area, err = parseArea(e.attr("ref")); err != nil {
				return err
			}
		case "tableColumn":
			t.Headings = append(t.Headings, decode(e.attr("name")))
		case "x14:table":
			t.Alt = [2]string{e.attr("altText"), e.attr("altTextSummary")}
		}
	}
	if len(t.Headings) != t.area.last.column-t.area.first.column+1 {
		return errors.New("table " + t.Name + " has not as many headings as columns")
	}
	cells := func(row int) []string {
		out := make([]string, len(t.Headings))
		for i := range out {
			out[i] = t.Sheet.cell(place{row, t.area.first.column + i})
		}
		return out
	}
	t.Heads = cells(t.area.first.row)
	for row := t.area.first.row + 1; row <= t.area.last.row; row++ {
		t.Rows = append(t.Rows, cells(row))
	}
	return nil
}

func (s *Sheet) cell(p place) string {
	row := s.rows[p.row]
	if p.column > len(row) {
		return ""
	}
	return row[p.column-1]
}

// Cell gives the sheet's cell by its name, "" where it is empty.
func (s *Sheet) Cell(name string) string {
	p, err := parseCell(name)
	if err != nil {
		return ""
	}
	return s.cell(p)
}

// Place names the cell of a table's row and column, both from 0: "Summary by theme!H9".
func (t *Table) Place(row, column int) string {
	return t.Sheet.Name + "!" + place{t.area.first.row + 1 + row, t.area.first.column + column}.String()
}

// Above gives what stands above the table in its first column, from the top.
func (t *Table) Above() []string {
	var out []string
	for row := 1; row < t.area.first.row; row++ {
		if text := t.Sheet.cell(place{row, 1}); text != "" {
			out = append(out, text)
		}
	}
	return out
}

// Column gives the heading of the table's column that a reference of one column covers exactly, or its heading cell.
// False for any other reference: one of another sheet, one of fewer rows.
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
	if err != nil || a.first.column != a.last.column {
		return "", false, false
	}
	i := a.first.column - t.area.first.column
	if i < 0 || i >= len(t.Headings) {
		return "", false, false
	}
	return t.Headings[i], a.first.row == t.area.first.row+1, true
}

// Head gives the number of the row of the headings.
func (t *Table) Head() int { return t.area.first.row }

// Covers tells whether the table has the column of a row of its sheet, both counted from 1.
func (t *Table) Covers(row, column int) bool {
	return row >= t.area.first.row && row <= t.area.last.row && column >= t.area.first.column && column <= t.area.last.column
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
