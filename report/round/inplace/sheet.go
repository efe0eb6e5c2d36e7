package inplace

import (
	"slices"
	"sort"

	"boardpack/report/ooxml"
)

// sheet is a worksheet and where its rows and cells lie in the text of its part, in bytes.
type sheet struct {
	name string
	part string
	text *ooxml.Text

	data      stretch // <sheetData>, from its start tag on
	rows      []rowAt // downwards
	cells     []cellAt
	formulas  []formula // by row and column
	columns   []columnLook
	merges    []area
	dimension stretch // of the start tag; empty where there is none
	tables    []*table
	pivots    []area
}

// stretch is where an element lies: its start tag, what is inside, and its end tag.
type stretch struct {
	from, inside, end, to int // end is the start of the end tag; equal to inside, and to to, for <name/>
}

func (s stretch) isEmpty() bool { return s.to == s.inside && s.to > 0 }

// rowAt is a row with its cells, which are those from first to last of the sheet's, last excluded.
type rowAt struct {
	stretch
	number      int
	style       int // of the cells that are not there; -1 for that of their columns
	first, last int
}

// cellAt is a cell.
type cellAt struct {
	column   int32
	style    int32
	from, to int32
	value    [2]int32 // where its <v>, or its <is>, begins and ends; zero where it has none
	traits   traits
}

// traits are what else is so of a cell.
type traits uint8

const (
	hasFormula   traits = 1 << iota
	hasCellData         // cm: of the formula, as of one that spills
	hasValueData        // vm: of the value, such as a picture
	hasOdd              // an element that the standard does not have there, or an extension
	isFilled            // it has a value or a text
	isPlainNumber
	isStringResult // t="str"
)

func (c *cellAt) has(t traits) bool { return c.traits&t != 0 }

// columnLook is the format of the cells that are not there, in a stretch of columns.
type columnLook struct{ from, to, style int }

// row finds a row; nil where it is not there. Next is the index of the first row from it on.
func (s *sheet) row(number int) (found *rowAt, next int) {
	next = sort.Search(len(s.rows), func(i int) bool { return s.rows[i].number >= number })
	if next < len(s.rows) && s.rows[next].number == number {
		found = &s.rows[next]
	}
	return found, next
}

// cell finds a cell; nil where it is not there.
func (s *sheet) cell(row, column int) *cellAt {
	r, _ := s.row(row)
	if r == nil {
		return nil
	}
	cells := s.cells[r.first:r.last]
	i, found := slices.BinarySearchFunc(cells, column, func(c cellAt, column int) int { return int(c.column) - column })
	if !found {
		return nil
	}
	return &cells[i]
}

// look is the format of a cell, there or not.
func (s *sheet) look(row, column int) int {
	if c := s.cell(row, column); c != nil {
		return int(c.style)
	}
	if r, _ := s.row(row); r != nil && r.style >= 0 {
		return r.style
	}
	for _, c := range s.columns {
		if c.from <= column && column <= c.to {
			return c.style
		}
	}
	return 0
}

// source gives the bytes of a stretch of the part's text.
func (s *sheet) source(from, to int) []byte { return s.text.UTF8[from:to] }

// tag gives the start tag that begins at a place.
func (s *sheet) tag(from int) []byte { return startTag(s.text.UTF8[from:]) }
