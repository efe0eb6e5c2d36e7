package inplace

import (
	"strings"

	"boardpack/report"
	"boardpack/report/master"
)

// readBack reads the old bytes and the new ones as masters are read, knowing nothing of how these were made: the cells that were set hold
// what they should, and every other cell but those to be worked out again holds what it held.
func (m *Master) readBack(w *Written, changes []change) error {
	before, err := m.cells(m.data)
	if err != nil {
		return err
	}
	after, err := m.cells(w.Data)
	if err != nil {
		return err
	}
	for _, c := range changes {
		if !c.value.is(after[c.place()]) {
			return m.notAsMeant()
		}
		delete(before, c.place())
		delete(after, c.place())
	}
	for _, at := range w.Recalculated {
		delete(before, at)
		delete(after, at)
	}
	if len(before) != len(after) {
		return m.notAsMeant()
	}
	for at, c := range before {
		if after[at] != c {
			return m.notAsMeant()
		}
	}
	return nil
}

func (m *Master) notAsMeant() error { return refused(m.name, report.Place{}, NotExact) }

// cells gives the filled cells of every sheet.
func (m *Master) cells(data []byte) (map[report.Place]master.GridCell, error) {
	_, isCSV := m.file.(*csvFile) // dates of a workbook are numbers: to look for days in all its texts takes long
	grids, err := master.ContentGrids(m.name, data, m.options, isCSV)
	if err != nil {
		return nil, err
	}
	out := map[report.Place]master.GridCell{}
	for _, g := range grids {
		for _, r := range g.Rows {
			for _, c := range r.Cells {
				out[report.Place{Sheet: g.Sheet, Cell: c.Name}] = c
			}
		}
	}
	return out, nil
}

// is tells whether a cell, the zero one where it is empty, holds the value as masters are read.
func (v Value) is(c master.GridCell) bool {
	switch v.kind {
	case isText:
		want := master.AsRead(v.text)
		return c.Text == want && !c.Number || c.Broken != "" && strings.HasPrefix(want, "#")
	case isNumber:
		return c.Number || c.Text == number(v.number)
	case isDay:
		return c.Day == v.day
	}
	return c == master.GridCell{}
}
