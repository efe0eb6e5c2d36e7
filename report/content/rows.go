package content

import (
	"slices"

	"boardpack/report"
)

// laterRows are rows of which the cells are made when they are asked for, the same each time, by several goroutines at once.
type laterRows struct {
	n     int
	head  func(i int) Row // without its cells
	cells func(i int) []Cell
}

// eachPosition gives a table a row for each recommendation, in the order of the register.
func (w *writer) eachPosition(t *Table, cells func(r *report.Position) []Cell) {
	t.later = &laterRows{
		n: len(w.pack.Positions),
		head: func(i int) Row {
			key := w.pack.Positions[i].Key
			return Row{Of: recommendation(key), Key: key}
		},
		cells: func(i int) []Cell { return cells(&w.pack.Positions[i]) },
	}
	if len(w.pack.Positions) <= w.kept {
		*t = *t.Settled()
	}
}

// Settled is the table with its rows at hand.
func (t *Table) Settled() *Table {
	if t.later == nil {
		return t
	}
	out := *t
	out.later, out.Rows = nil, make([]Row, t.later.n)
	for i := range out.Rows {
		out.Rows[i] = t.Row(i)
	}
	return &out
}

// Len is the number of rows, at hand or not.
func (t *Table) Len() int {
	if t.later != nil {
		return t.later.n
	}
	return len(t.Rows)
}

// Row is one of them.
func (t *Table) Row(i int) Row {
	if t.later == nil {
		return t.Rows[i]
	}
	row := t.later.head(i)
	row.Cells = t.later.cells(i)
	return row
}

// Head is one of them, its cells left out where they are not at hand.
func (t *Table) Head(i int) Row {
	if t.later == nil {
		return t.Rows[i]
	}
	return t.later.head(i)
}

// Select gives the table with only the named columns, in that order. Unknown names are left out.
func (t Table) Select(ids ...string) Table {
	var columns []Column
	var from []int
	for _, id := range ids {
		if i := t.Column(id); i >= 0 {
			columns, from = append(columns, t.Columns[i]), append(from, i)
		}
	}
	chosen := func(all []Cell) []Cell {
		cells := make([]Cell, len(from))
		for i, c := range from {
			cells[i] = all[c]
		}
		return cells
	}
	t.Columns = columns
	if t.later != nil {
		all := t.later.cells
		later := *t.later
		later.cells = func(i int) []Cell { return chosen(all(i)) }
		t.later = &later
		return t
	}
	t.Rows = slices.Clone(t.Rows)
	for r := range t.Rows {
		t.Rows[r].Cells = chosen(t.Rows[r].Cells)
	}
	return t
}

// Where gives the table with only the rows that meet the test.
func (t Table) Where(meets func(Row) bool) Table {
	t = *t.Settled()
	t.Rows = slices.DeleteFunc(slices.Clone(t.Rows), func(r Row) bool { return !meets(r) })
	return t
}
