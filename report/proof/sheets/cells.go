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
