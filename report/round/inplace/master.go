package inplace

import (
	"cmp"
	"math"
	"slices"
	"strconv"

	"github.com/xuri/excelize/v2"

	"boardpack/report"
	"boardpack/report/master"
)

// Master is a master with the changes that are to be made in it.
type Master struct {
	name    string
	data    []byte
	options master.Options
	file    file
	set     map[spot]Value
}

// Written is what came of the changes.
type Written struct {
	// Data are the bytes of the new file; those that were opened where nothing was set.
	Data []byte
	// Recalculated are the cells whose formulas depend on what was changed: their saved results are taken out, and Excel works them out
	// when it opens the file. By sheet in the workbook's order, by row and column.
	Recalculated []report.Place
	// Cleaned are the cells that were set to a text with characters which a file cannot hold; these are left out.
	Cleaned []report.Place
	// Pivots tells that the workbook has pivot tables, which show what they showed until somebody refreshes them.
	Pivots bool
}

// file is a master of one format.
type file interface {
	// check tells why a cell may not hold a value of the kind; nil for a cell that may.
	check(at spot, v Value) *Refused
	write(changes []change) (*Written, error)
}

// spot is a cell of a sheet; row and column count from 1.
type spot struct {
	sheet       string
	row, column int
}

func (s spot) place() report.Place { return report.Place{Sheet: s.sheet, Cell: s.cell()} }

func (s spot) cell() string {
	name, err := excelize.CoordinatesToCellName(s.column, s.row)
	if err != nil {
		return ""
	}
	return name
}

// change is a value for a cell.
type change struct {
	spot
	value Value
}

// Open reads a master from memory; name is its file name. The options tell the limits and, of a CSV file, the words by which its
// separator is found. The data must stay as it is. The error is a *master.Unusable, as that of master.Read, or a *Refused of the file.
func Open(name string, data []byte, o master.Options) (*Master, error) {
	workbook, err := master.IsWorkbook(name, data)
	if err != nil {
		return nil, err
	}
	if o.Vocabulary == nil {
		o.Vocabulary = &report.Vocabulary{}
	}
	if o.Rules == nil {
		o.Rules = &report.Rules{}
	}
	m := &Master{name: name, data: data, options: o, set: map[spot]Value{}}
	if workbook {
		m.file, err = openWorkbook(name, data, o.Limits.OrDefault())
	} else {
		m.file, err = openCSV(name, data, o)
	}
	if err != nil {
		return nil, err
	}
	return m, nil
}

// CanSet tells whether a cell may be written; the error is a *Refused. Sheet is "" for a CSV file; the cell need not be filled.
func (m *Master) CanSet(sheet, cell string) error { return m.check(sheet, cell, Empty()) }

func (m *Master) check(sheet, cell string, v Value) error {
	at, ok := spotOf(sheet, cell)
	if !ok {
		return refused(m.name, report.Place{Sheet: sheet, Cell: cell}, NoCell)
	}
	if r := m.file.check(at, v); r != nil {
		return r
	}
	return nil
}

// Overlook leaves the date that a cell of a CSV file holds out of account where a date that is set takes the form of the nearest. In a
// workbook a date has the form of its own cell.
func (m *Master) Overlook(cell string) {
	at, ok := spotOf("", cell)
	if c, isCSV := m.file.(*csvFile); ok && isCSV {
		c.overlooked[at] = true
	}
}

// Set notes what a cell is to hold; of several values for one cell the last stands. The error is a *Refused, and the cell then stays as
// it is, or as it was set before.
func (m *Master) Set(sheet, cell string, v Value) error {
	at, _ := spotOf(sheet, cell)
	if v.kind == isText && !fits(v.text) {
		return refused(m.name, at.place(), TooLong)
	}
	if v.kind == isNumber && (math.IsNaN(v.number) || math.IsInf(v.number, 0)) {
		return refused(m.name, at.place(), NotANumber)
	}
	if err := m.check(sheet, cell, v); err != nil {
		return err
	}
	m.set[at] = v
	return nil
}

// Write makes the new bytes. They are read again first: exactly the cells that were set differ, or there is an error. Write may be
// called again after more was set.
func (m *Master) Write() (*Written, error) {
	if len(m.set) == 0 {
		return &Written{Data: m.data}, nil
	}
	changes := make([]change, 0, len(m.set))
	var cleaned []report.Place
	for at, v := range m.set {
		changes = append(changes, change{at, v})
	}
	slices.SortFunc(changes, func(a, b change) int {
		return cmp.Or(cmp.Compare(a.sheet, b.sheet), cmp.Compare(a.row, b.row), cmp.Compare(a.column, b.column))
	})
	for i := range changes {
		lost := false
		if changes[i].value.text, lost = legible(changes[i].value.text); lost {
			cleaned = append(cleaned, changes[i].place())
		}
		if changes[i].value.kind == isText && changes[i].value.text == "" {
			changes[i].value = Empty()
		}
	}
	w, err := m.file.write(changes)
	if err == nil {
		err = m.readBack(w, changes)
	}
	if err != nil {
		return nil, err
	}
	w.Cleaned = cleaned
	return w, nil
}

// spotOf reads an address such as "D14".
func spotOf(sheet, cell string) (spot, bool) {
	column, row, err := excelize.CellNameToCoordinates(cell)
	if err != nil {
		return spot{sheet: sheet}, false
	}
	return spot{sheet, row, column}, true
}

// number writes a number as a file has it.
func number(n float64) string {
	const plain = 1e15 // beyond, the digits are no longer all meant
	if math.Abs(n) >= plain || n != 0 && math.Abs(n) < 1/plain {
		return strconv.FormatFloat(n, 'E', -1, 64)
	}
	return strconv.FormatFloat(n+0, 'f', -1, 64) // +0: minus zero is zero
}
