package master

import (
	"strconv"
	"strings"

	"boardpack/report"
	"boardpack/report/ooxml"
)

// tally is the cells to which one rule applied, listed together: how many there are, and the first of them.
type tally struct {
	n     int
	first place
	cells []string
}

func (t *tally) add(at place) {
	const named = 5
	if t.n++; t.n == 1 {
		t.first = at
	}
	if t.n <= named {
		t.cells = append(t.cells, ooxml.CellName(at.column, at.row))
	}
}

// tell records one note for all cells, if there are any.
func (r *reader) tell(code string, t tally, args ...string) {
	if t.n == 0 {
		return
	}
	cells := strings.Join(t.cells, ", ")
	if t.n > len(t.cells) {
		cells += ", …"
	}
	r.add(report.Note, code, t.first, append([]string{"N", strconv.Itoa(t.n), "Cells", cells}, args...)...)
}
