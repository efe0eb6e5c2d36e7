package master

import (
	"strconv"

	"boardpack/report"
	"boardpack/report/ooxml"
)

// Grid is the filled cells of one sheet as they are, for whoever reads a table that is not a register.
type Grid struct {
	Sheet  string // "" for a CSV file
	Hidden bool
	Rows   []GridRow // filled ones only, downwards
}

// GridRow is the filled cells of one row, from left to right.
type GridRow struct {
	Number int // 1-based
	Cells  []GridCell
}

// GridCell is one filled cell.
type GridCell struct {
	Column int    // 1-based
	Name   string // "D14"
	Text   string // as it shows, with its line ends; "" where there is no value
	Number bool   // a number, which may be a date
	IsDate bool   // a number that shows as a date
	Day    report.Date
	// Broken is what the cell has in place of a value: an error such as "#REF!", or "=" where the result of a formula is not in the
	// file; "" for a cell that has its value.
	Broken string
}

// Cell gives the row's cell in a column; nil where it is empty.
func (r *GridRow) Cell(column int) *GridCell {
	for i := range r.Cells {
		if r.Cells[i].Column == column {
			return &r.Cells[i]
		}
	}
	return nil
}

// Grids reads every sheet of a workbook, or a CSV file, from memory; name is its file name. The error is an *Unusable, as that of Read.
func Grids(name string, data []byte, o Options) ([]Grid, error) {
	return ContentGrids(name, data, o, true)
}

// ContentGrids is Grids that looks for days in texts only when it is asked to, which takes as long as all the rest.
func ContentGrids(name string, data []byte, o Options, daysInTexts bool) ([]Grid, error) {
	r := newReader(name, o)
	sheets, err := r.everySheet(data)
	if err != nil {
		return nil, inFile(name, err)
	}
	out := make([]Grid, len(sheets))
	for i, s := range sheets {
		out[i] = s.grid(daysInTexts)
	}
	return out, nil
}

func (s *sheet) grid(daysInTexts bool) Grid {
	g := Grid{Sheet: s.name, Hidden: s.hidden, Rows: make([]GridRow, len(s.rows))}
	for i := range s.rows {
		r := &s.rows[i]
		g.Rows[i] = GridRow{Number: r.number, Cells: make([]GridCell, len(r.cells))}
		for j := range r.cells {
			g.Rows[i].Cells[j] = s.gridCell(&r.cells[j], r.number, daysInTexts)
		}
	}
	return g
}

// gridCell gives a cell as it is. A plain number is a day only from 2000 to 2099, as those of dates that lost their format are.
func (s *sheet) gridCell(c *cell, row int, daysInTexts bool) GridCell {
	out := GridCell{Column: int(c.column), Name: ooxml.CellName(int(c.column), row), Text: s.shown(c), Number: c.kind == isNumber}
	switch {
	case c.kind == isUnsaved:
		out.Broken = "="
		return out
	case c.kind == isError, c.kind == isText && isErrorText(c.text):
		out.Text, out.Broken = "", short(c.text)
		return out
	}
	if c.kind == isText && !daysInTexts {
		return out
	}
	const first, last = 36526, 73050 // 1 January 2000, 31 December 2099
	const longestDay = 80            // bytes of a day as people write it
	var day report.Date
	ok := false
	if len(c.text) <= longestDay {
		day, ok = s.day(c, nil)
	}
	out.IsDate = c.kind == isNumber && s.formats.of(c.style).isDate
	if n, err := strconv.ParseFloat(c.text, 64); err == nil && !out.IsDate {
		ok = ok && n >= first && n <= last
	}
	if ok {
		out.Day = day
	}
	return out
}

// StatusReader reads statuses by a template's words, as those of a master are read.
type StatusReader struct{ match *matcher }

// NewStatusReader makes a reader of the template's words.
func NewStatusReader(v *report.Vocabulary, rules *report.Rules) *StatusReader {
	return &StatusReader{newMatcher(v, rules)}
}

// Read gives the state that a status means. One that is not known has ok false, and the word that it is nearest to; "" where none is near.
func (r *StatusReader) Read(text string) (state report.State, nearest string, ok bool) {
	text = line(text)
	m := r.match.states.read(text, r.match.names)
	if m.doubt == "" {
		return m.value, "", true
	}
	return report.Unrecognised, r.match.states.nearest(text), false
}

// Beside gives the last day that a date beside a status can mean: "Complete, 1 September 2023"; absent where there is none, or the status
// is not known.
func (r *StatusReader) Beside(text string) report.Date {
	return r.match.states.read(line(text), r.match.names).on.last
}
