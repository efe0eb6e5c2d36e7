package inplace

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// rewritten gives the text of the worksheet with the planned cells, which are in order, and without the saved results of stale formulas.
func (s *sheet) rewritten(cells []planned, stale []spot, date1904 bool) []byte {
	var changes []splicing
	for from := 0; from < len(cells); {
		to := from + 1
		for to < len(cells) && cells[to].row == cells[from].row {
			to++
		}
		changes = append(changes, s.rowChanges(cells[from:to], date1904)...)
		from = to
	}
	if s.data.isEmpty() && len(changes) > 0 { // every change is a row of its own
		var rows strings.Builder
		for _, c := range changes {
			rows.WriteString(c.text)
		}
		tag := s.tag(s.data.from)
		changes = []splicing{{s.data.from, s.data.to, string(opened(tag)) + rows.String() + endOf(tag)}}
	}
	for _, at := range stale {
		c := s.cell(at.row, at.column)
		if without, ok := s.emptied(c); ok {
			changes = append(changes, splicing{int(c.from), int(c.to), string(without)})
		}
	}
	changes = append(changes, s.widened(cells)...)
	slices.SortStableFunc(changes, func(a, b splicing) int { return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to)) }) // what is put in comes before what begins there
	return splice(s.text.UTF8, changes)
}

// rowChanges gives the changes for planned cells of one row. A cell that is emptied and holds nothing, or is not there, stays as it is.
func (s *sheet) rowChanges(cells []planned, date1904 bool) []splicing {
	row, next := s.row(cells[0].row)
	if row == nil {
		return s.newRow(cells, next, date1904)
	}
	var out []splicing
	tag := s.tag(row.from)
	prefix := prefixOf(tag)
	var inserted []planned
	for _, p := range cells {
		switch c := s.cell(p.row, p.column); {
		case c != nil && (p.value.kind != isEmpty || c.has(isFilled)):
			out = append(out, splicing{int(c.from), int(c.to), s.changedCell(c, p, date1904)})
		case c == nil && p.value.kind != isEmpty:
			inserted = append(inserted, p)
		}
	}
	if len(inserted) == 0 {
		return out
	}
	wide := withSpans(tag, inserted)
	if row.isEmpty() {
		text := string(opened(wide))
		for _, p := range inserted {
			text += newCell(prefix, p, date1904)
		}
		return []splicing{{row.from, row.to, text + endOf(tag)}}
	}
	if string(wide) != string(tag) {
		out = append(out, splicing{row.from, row.inside, string(wide)})
	}
	for _, p := range inserted {
		at := s.placeFor(row, p.column)
		out = append(out, splicing{at, at, newCell(prefix, p, date1904)})
	}
	return out
}

// placeFor is where a cell that is not there belongs: behind the last cell to its left, or else at the start of the row.
func (s *sheet) placeFor(row *rowAt, column int) int {
	at := row.inside
	for _, c := range s.cells[row.first:row.last] {
		if int(c.column) > column {
			break
		}
		at = int(c.to)
	}
	return at
}

// newRow makes a row of the planned cells that are not empty, to stand before the row that is next.
func (s *sheet) newRow(cells []planned, next int, date1904 bool) []splicing {
	prefix := prefixOf(s.tag(s.data.from))
	var made strings.Builder
	for _, p := range cells {
		if p.value.kind != isEmpty {
			made.WriteString(newCell(prefix, p, date1904))
		}
	}
	if made.Len() == 0 {
		return nil
	}
	at := s.data.inside
	if next > 0 {
		at = s.rows[next-1].to
	}
	return []splicing{{at, at, "<" + prefix + `row r="` + strconv.Itoa(cells[0].row) + `">` + made.String() + "</" + prefix + "row>"}}
}

// withSpans gives the start tag of a row with its hint, in which columns it has cells, wide enough for new ones.
func withSpans(tag []byte, cells []planned) []byte {
	spans := valueOf(tag, "spans")
	from, to, ok := strings.Cut(spans, ":")
	left, bad := strconv.Atoi(from)
	right, worse := strconv.Atoi(to)
	if !ok || bad != nil || worse != nil { // none, or several, which are of columns far apart
		return tag
	}
	wide := strconv.Itoa(min(left, cells[0].column)) + ":" + strconv.Itoa(max(right, cells[len(cells)-1].column))
	if wide == spans {
		return tag
	}
	return withAttribute(tag, "spans", wide)
}

// widened gives the hint of the cells that the sheet has, wide enough for those that are filled.
func (s *sheet) widened(cells []planned) []splicing {
	if s.dimension.inside == 0 {
		return nil
	}
	tag := s.tag(s.dimension.from)
	before, ok := areaOf(valueOf(tag, "ref"))
	if !ok {
		return nil
	}
	wide := before
	for _, p := range cells {
		if p.value.kind != isEmpty {
			wide = wide.with(p.row, p.column)
		}
	}
	if wide == before {
		return nil
	}
	return []splicing{{s.dimension.from, s.dimension.inside, string(withAttribute(tag, "ref", wide.String()))}}
}
