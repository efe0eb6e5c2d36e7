package master

import (
	"cmp"
	"slices"
	"sort"

	"boardpack/report"
	"boardpack/report/ooxml"
)

// spread lets merged cells speak for every row of their block: the value goes down the column to each row. Where the Ref is
// merged, or the text over rows without a ref, the rows are one recommendation. A lower one that says what is being done is an action
// of it; of any other what it holds is added to the first.
func (t *tableReader) spread() {
	slices.SortStableFunc(t.sheet.merges, func(a, b area) int { return cmp.Compare(a.top, b.top) })
	done := map[int]int{} // by column, the last row that a merge covers: merges that overlap are damage, and slow
	for _, a := range t.sheet.merges {
		c, ok := t.header.column(a.left)
		if !ok || c.field == "" || a.bottom == a.top || a.top <= max(t.header.last, done[a.left]) {
			continue
		}
		done[a.left] = a.bottom
		rows := t.sheet.between(a.top, a.bottom)
		if len(rows) == 0 || rows[0].number != a.top {
			continue
		}
		if c.field == report.FieldRef {
			t.join(rows)
			continue
		}
		inherit(rows, a.left)
		if c.field == report.FieldRecommendation {
			ref := t.header.fields[report.FieldRef]
			for i := 1; i < len(rows) && rows[i].at(ref) == nil; i++ {
				rows[i].top = a.top
			}
		}
	}
}

// between gives the filled rows from one number to another, both included.
func (s *sheet) between(from, to int) []row {
	i := sort.Search(len(s.rows), func(i int) bool { return s.rows[i].number >= from })
	j := sort.Search(len(s.rows), func(i int) bool { return s.rows[i].number > to })
	return s.rows[i:j]
}

// inherit gives the first row's cell to the rows below it.
func inherit(rows []row, column int) {
	top := rows[0].at(column)
	if top == nil {
		return
	}
	from := *top
	from.traits |= inherited
	for i := range rows[1:] {
		if r := &rows[1+i]; r.at(column) == nil {
			r.cells = append(r.cells, from)
		}
	}
}

// join adds the cells of the lower rows to the first and empties them, but for those that are actions. Texts go below each other.
func (t *tableReader) join(rows []row) {
	first := &rows[0]
	for i := range rows[1:] {
		lower := &rows[1+i]
		lower.top = first.number
		if t.open(lower); t.isActive() {
			continue
		}
		column := t.header.fields[report.FieldRef]
		t.add(report.Note, "merged-row", place{t.sheet.name, lower.number, column, report.FieldRef}, "First", ooxml.CellName(column, first.number))
		for j := range lower.cells {
			c := lower.cells[j]
			upper := first.at(int(c.column))
			switch {
			case upper == nil:
				first.cells = append(first.cells, c)
			case t.sheet.shown(upper) != t.sheet.shown(&c):
				upper.text = t.sheet.shown(upper) + "\n" + t.sheet.shown(&c)
				upper.kind, upper.traits = isText, upper.traits&^partStruck
			}
		}
		lower.cells = nil
		lower.settle(aContinuation)
	}
}
