package sheets

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// maxColumns and maxRows are how many columns and rows a sheet has.
const maxColumns, maxRows = 16384, 1 << 20

// cellReader takes the cells of a sheet from its tags: by row, from column A on.
type cellReader struct {
	sheet  *Sheet
	shared []string
	at     cellAt
	row    []string
	text   []byte
	kept   int // cells, empty ones before others included
	most   int // that may be kept
}

// tag takes the next tag of the sheet and the text before it. What the sheet prints on each page comes after its cells.
func (c *cellReader) tag(before []byte, e element) (err error) {
	switch string(e.name) {
	case "row":
		c.row = nil
	case "c":
		c.at.kind, c.text = e.attr("t"), c.text[:0]
		c.at.place, err = parseCell(e.attr("r"))
	case "/v", "/t":
		c.text = append(c.text, before...)
	case "/c":
		err = c.end()
	case "/oddHeader":
		c.sheet.Header = edge(unescape(before))
	case "/oddFooter":
		c.sheet.Footer = edge(unescape(before))
	}
	return err
}

// end puts the cell that is being read into its row.
func (c *cellReader) end() error {
	if c.at.column == 0 {
		return errors.New("a cell ends that has not begun")
	}
	value, err := c.at.value(c.text, c.shared)
	if err != nil {
		return err
	}
	if c.kept += max(0, c.at.column-len(c.row)); c.kept > c.most {
		return errors.New("its cells lie too far apart")
	}
	c.row = put(c.row, c.at.column, value)
	c.sheet.rows[c.at.row], c.at = c.row, cellAt{}
	return nil
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

func (a area) has(row, column int) bool {
	return row >= a.first.row && row <= a.last.row && column >= a.first.column && column <= a.last.column
}

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
