package inplace

import (
	"cmp"
	"slices"
	"sort"
)

// stain is the cells of a sheet whose values are no longer those that formulas were worked out from.
type stain struct {
	rows    []int // sorted
	columns map[int][]int
}

func (s *stain) add(row, column int) {
	i, found := slices.BinarySearch(s.rows, row)
	if !found {
		s.rows = slices.Insert(s.rows, i, row)
	}
	s.columns[row] = append(s.columns[row], column)
}

// within tells whether any of them lies in the area.
func (s *stain) within(a area) bool {
	for i := sort.SearchInts(s.rows, a.top); i < len(s.rows) && s.rows[i] <= a.bottom; i++ {
		for _, column := range s.columns[s.rows[i]] {
			if a.left <= column && column <= a.right {
				return true
			}
		}
	}
	return false
}

// waiting is a formula that may yet turn out to depend on a change.
type waiting struct {
	*formula
	sheet *sheet
	place int // of the sheet in the workbook
	on    looksAt
}

// stale finds the cells, by sheet, whose saved results depend on the changed ones: formulas that look at them, those that look at these,
// and so on, with the cells that they fill.
func (w *workbook) stale(changes []change) map[*sheet][]spot {
	stains := make([]stain, len(w.sheets))
	for i, s := range w.sheets {
		stains[i].columns = map[int][]int{}
		for _, c := range changes {
			if c.sheet == s.name {
				stains[i].add(c.row, c.column)
			}
		}
	}
	left := w.waiting()
	cells := map[spot]bool{}
	const most = 100 // passes: a longer chain that runs upwards is taken to depend on the change to its end
	for pass := 0; ; pass++ {
		found := false
		var still []waiting
		for _, f := range left {
			if pass < most && !f.on.anything && !reached(f.on.references, stains) {
				still = append(still, f)
				continue
			}
			found = true
			for _, at := range f.cells() {
				if !cells[at] {
					cells[at] = true
					stains[f.place].add(at.row, at.column)
				}
			}
		}
		if left = still; !found || len(left) == 0 {
			return w.bySheet(cells)
		}
	}
}

// bySheet puts cells in order.
func (w *workbook) bySheet(cells map[spot]bool) map[*sheet][]spot {
	out := map[*sheet][]spot{}
	for at := range cells {
		s := w.sheet(at.sheet)
		out[s] = append(out[s], at)
	}
	for _, of := range out {
		slices.SortFunc(of, func(a, b spot) int { return cmp.Or(cmp.Compare(a.row, b.row), cmp.Compare(a.column, b.column)) })
	}
	return out
}

// reached tells whether a changed cell lies in any of the references.
func reached(references []reference, stains []stain) bool {
	for _, r := range references {
		for i := r.sheets[0]; i <= r.sheets[1]; i++ {
			if stains[i].within(r.area) {
				return true
			}
		}
	}
	return false
}

// waiting lists every formula with what it depends on.
func (w *workbook) waiting() []waiting {
	var out []waiting
	for n, s := range w.sheets {
		texts := map[string]*formula{} // of shared formulas
		known := map[string]looksAt{}
		for i := range s.formulas {
			f := &s.formulas[i]
			if f.kind == "shared" && f.text != "" {
				texts[f.shared] = f
				known[f.shared] = w.dependencies(f.text, s.name, f.row, 0)
			}
			out = append(out, waiting{f, s, n, w.looksAt(f, n, texts[f.shared], known[f.shared])})
		}
	}
	return out
}

// looksAt tells what a formula depends on. Of a shared one the text is in another cell, of which both are given.
func (w *workbook) looksAt(f *formula, place int, of *formula, known looksAt) looksAt {
	switch {
	case f.kind == "dataTable":
		return f.ofDataTable(place)
	case f.kind != "shared":
		return w.dependencies(f.text, w.sheets[place].name, f.row, 0)
	case of == nil:
		return looksAt{anything: true}
	}
	out := looksAt{anything: known.anything}
	for _, r := range known.references {
		r = r.moved(f.row-of.row, f.column-of.column)
		out.references = append(out.references, r)
	}
	return out
}

// ofDataTable tells what a table of data depends on: the cells that it puts its values into, the values, which stand above and to the
// left of it, and the formula there.
func (f *formula) ofDataTable(place int) looksAt {
	around := f.fills
	around.top, around.left = max(1, around.top-1), max(1, around.left-1)
	on := [2]int{place, place}
	out := looksAt{references: []reference{{sheets: on, area: around}}}
	for _, input := range f.inputs {
		if a, ok := areaOf(input); ok {
			out.references = append(out.references, reference{sheets: on, area: a})
		}
	}
	return out
}

// cells are those that hold what the formula gives.
func (f waiting) cells() []spot {
	own := spot{f.sheet.name, f.row, f.column}
	if !f.array() {
		return []spot{own}
	}
	out := []spot{own}
	for i := range f.sheet.rows {
		r := &f.sheet.rows[i]
		if r.number < f.fills.top || r.number > f.fills.bottom {
			continue
		}
		for _, c := range f.sheet.cells[r.first:r.last] {
			if at := (spot{f.sheet.name, r.number, int(c.column)}); f.fills.has(at.row, at.column) && at != own {
				out = append(out, at)
			}
		}
	}
	return out
}
