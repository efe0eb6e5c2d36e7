package master

import (
	"encoding/xml"
	"strings"

	"github.com/xuri/excelize/v2"
)

// sheet is the filled rows of one sheet, or of a CSV file.
type sheet struct {
	name          string
	hidden        bool
	rows          []row // filled ones only, downwards
	cut           bool  // the rows below the first fifty are left out: the sheet has no table
	merges        []area
	hiddenColumns []span
	hints         hints
	headers       []*rowHeadings    // of the first rows, as far as they were asked for
	below         rowTexts          // of the row that was last looked at as the one below
	unsaved       bool              // a formula's result is not in the file
	formats       *formats          // nil for a CSV file
	separator     string            // of a CSV file's fields
	painted       map[int]paint     // by row: the colours of its empty cells
	untrimmed     map[string]string // long texts with the blanks around them, which are cut off elsewhere
	unstruckTexts map[string]string // of texts that are struck through in part: what is left of each
}

// row is the filled cells of one row, from left to right.
type row struct {
	number int
	hidden bool
	sums   bool // a formula counts or sums other rows
	top    int  // the row above with which it shares a merged ref or text; 0 for none
	fate   fate // set when the row is read
	cells  []cell
}

// cell is one filled cell.
type cell struct {
	text   string // clean text; of a number the digits as stored
	column int16  // 1-based
	kind   kind
	traits traits
	style  int32
}

// traits are what else is so of a cell.
type traits uint8

const (
	inherited  traits = 1 << iota // the text is that of a merged cell which begins in a row above
	partStruck                    // a part of the text, or each part of it, is struck through: see unstruck
)

func (c *cell) has(t traits) bool { return c.traits&t != 0 }

// kind says what a cell holds.
type kind uint8

const (
	isText    kind = iota
	isNumber       // text is the number as stored, the style says how it shows
	isBoolean      // text is TRUE or FALSE
	isError        // text is the error, "#REF!"
	isISODate      // text is a date as XML writes it
	isUnsaved      // a formula whose result is not in the file; text is the formula, "=A1+1"
)

// area is a rectangle of cells, both corners included.
type area struct{ left, top, right, bottom int }

func (a area) cells() int { return (a.right - a.left + 1) * (a.bottom - a.top + 1) }

// span is a stretch of columns, both ends included.
type span struct{ from, to int }

// cells counts the filled cells of the rows that are kept.
func (s *sheet) cells() int {
	n := 0
	for i := range s.rows {
		n += len(s.rows[i].cells)
	}
	return n
}

// at gives the row's cell in a column; nil where it is not filled.
func (r *row) at(column int) *cell {
	for i := range r.cells {
		if int(r.cells[i].column) == column {
			return &r.cells[i]
		}
	}
	return nil
}

// shown gives a cell's text as a person should see it; "" where there is nothing to see.
func (s *sheet) shown(c *cell) string {
	switch {
	case c == nil || c.kind == isUnsaved:
		return ""
	case c.kind == isNumber:
		return s.formats.shown(c.text, c.style)
	}
	return mended(c.text)
}

// parseArea reads "A1:C3" or "A1".
func parseArea(ref string) (area, error) {
	from, to, two := strings.Cut(ref, ":")
	if !two {
		to = from
	}
	left, top, err := excelize.CellNameToCoordinates(from)
	if err != nil {
		return area{}, err
	}
	right, bottom, err := excelize.CellNameToCoordinates(to)
	return area{min(left, right), min(top, bottom), max(left, right), max(top, bottom)}, err
}

// attribute gives the value of an attribute without prefix.
func attribute(e xml.StartElement, name string) string {
	for i := range e.Attr {
		if e.Attr[i].Name.Local == name && e.Attr[i].Name.Space == "" {
			return e.Attr[i].Value
		}
	}
	return ""
}

// isTrue reads the boolean of XML Schema.
func isTrue(s string) bool { return s == "1" || s == "true" }
