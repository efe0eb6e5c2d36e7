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
	number int // of the row
	row    []string
	text   []byte
	texts  *texts
	kept   int // cells, empty ones before others included
	most   int // that may be kept
}

// tag takes the next tag of the sheet and the text before it. What the sheet prints on each page comes after its cells.
func (c *cellReader) tag(before []byte, e element) (err error) {
	switch string(e.name) {
	case "row":
		c.row = make([]string, 0, len(c.row)) // most are as long as the one before
	case "c":
		c.at.shared, c.text = unescape(e.raw("t")) == "s", c.text[:0]
		c.at.place, err = parseCell(unescape(e.raw("r")))
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
	if len(c.row) > 0 && c.at.row != c.number {
		return fmt.Errorf("cell %s is among those of row %d", c.at.place, c.number)
	}
	c.number = c.at.row
	value, err := c.value()
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
	shared bool // its text is a number: that of a text of the workbook
}

// value gives what the cell holds.
func (c *cellReader) value() (string, error) {
	if !c.at.shared {
		return c.texts.of(c.text), nil
	}
	n, err := strconv.Atoi(string(c.text))
	if err != nil || n < 0 || n >= len(c.shared) {
		return "", fmt.Errorf("cell %s names a text that there is not", c.at.place)
	}
	return c.shared[n], nil
}

// put puts a value into a column of a row, with empty cells before it where there are none.
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
			return p, noCell(s)
		}
	}
	var err error
	if p.row, err = strconv.Atoi(s[i:]); err != nil || i == 0 || p.row < 1 || p.row > maxRows {
		return p, noCell(s)
	}
	return p, nil
}

// noCell holds a copy of the name, so that a name that is good takes no memory.
func noCell(name string) error { return fmt.Errorf("\"%s\" is no cell", strings.Clone(name)) }

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
