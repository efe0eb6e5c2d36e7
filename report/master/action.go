package master

import (
	"strconv"

	"github.com/xuri/excelize/v2"

	"boardpack/report"
)

// action makes the open row an action of the recommendation above. What it leaves empty of the recommendation as a whole is as it is
// there. So is its status, unless it has a date of its own by which something is to be done.
func (t *tableReader) action() {
	t.above = &t.register.Recommendations[len(t.register.Recommendations)-1]
	row := t.recommendation()
	t.above.AddAction(row)
	t.above = nil
	t.actions.add(t.first())
}

// joinActions makes one recommendation of rows that are actions of one, and says once for each reason how many rows were.
func (r *reader) joinActions(register *report.Register) {
	r.tell("action-row", r.actions)
	rows := len(register.Recommendations)
	parts := make(map[string]int, r.actions.n) // of what is one recommendation by the place of its rows
	for i := range register.Recommendations {
		if rec := &register.Recommendations[i]; len(rec.Actions) > 0 {
			parts[rec.Sheet+"!"+rec.Cell(report.FieldRef)] = len(rec.Actions)
		}
	}
	register.Recommendations = report.JoinActions(register.Recommendations, r.options.Rules.SameRef)
	var same tally
	for i := range register.Recommendations {
		rec := &register.Recommendations[i]
		if len(rec.Actions) > parts[rec.Sheet+"!"+rec.Cell(report.FieldRef)] {
			same.add(place{sheet: rec.Sheet, row: rec.Row, column: columnOf(rec.Cell(report.FieldRef)), field: report.FieldRef})
		}
	}
	r.tell("same-ref-and-text", same, "Rows", strconv.Itoa(rows-len(register.Recommendations)+same.n))
}

// columnOf gives the column of a cell's name.
func columnOf(cell string) int {
	column, _, err := excelize.CellNameToCoordinates(cell)
	if err != nil {
		return 0
	}
	return column
}
