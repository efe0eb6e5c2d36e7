package master

import (
	"math"
	"slices"
)

// titleAbove gives the text of the row above the headings when it stands there alone.
func (s *sheet) titleAbove(first int) string {
	i, _ := slices.BinarySearchFunc(s.rows, first, func(r row, n int) int { return r.number - n })
	if i == 0 {
		return ""
	}
	return s.rows[i-1].alone()
}

// alone gives the text of a row that has one text and nothing else; "" of any other row.
func (r *row) alone() string {
	if len(r.cells) != 1 || r.cells[0].kind != isText {
		return ""
	}
	return line(r.cells[0].text)
}

// divide gives each of several headings on a sheet its own rows: those below, to the next headings in the same columns. Of
// tables side by side each has its own columns, and what is right of it before the next one.
func (m *matcher) divide(s *sheet, heads []header) []*table {
	open := []*part{}
	var all []*part
	next := 0
	for i := range s.rows {
		r := &s.rows[i]
		for ; next < len(heads) && heads[next].first <= r.number; next++ {
			p := &part{header: heads[next], columns: span{1, math.MaxInt}}
			open = p.openAmong(open, m)
			all = append(all, p)
		}
		for _, p := range open {
			p.take(r)
		}
	}
	var out []*table
	for _, p := range all {
		own := *s
		own.rows = p.rows
		out = append(out, &table{sheet: &own, header: p.header, shared: true, title: s.titleAbove(p.header.first)})
	}
	return out
}

// part is a table in the making.
type part struct {
	header  header
	columns span // whose cells it takes
	rows    []row
}

// openAmong ends the parts in the same columns, parts the columns with the others, and gives all that are open now.
func (p *part) openAmong(open []*part, m *matcher) []*part {
	still := []*part{p}
	mine := p.header.extent()
	for _, other := range open {
		theirs := other.header.extent()
		switch {
		case theirs.meets(mine):
			other.endAbove(m)
			continue
		case theirs.to < mine.from:
			other.columns.to = min(other.columns.to, mine.from-1)
			p.columns.from = max(p.columns.from, mine.from)
		default:
			p.columns.to = min(p.columns.to, theirs.from-1)
			other.columns.from = max(other.columns.from, theirs.from)
		}
		still = append(still, other)
	}
	return still
}

// endAbove leaves a theme that stands alone in the part's last row to the part below, which it heads.
func (p *part) endAbove(m *matcher) {
	if last := len(p.rows) - 1; last >= 0 && p.rows[last].number > p.header.last {
		if _, known := m.theme(p.rows[last].alone()); known {
			p.rows = p.rows[:last]
		}
	}
}

// take adds the row's cells in the part's columns.
func (p *part) take(r *row) {
	from, to := 0, len(r.cells)
	for from < to && int(r.cells[from].column) < p.columns.from {
		from++
	}
	for from < to && int(r.cells[to-1].column) > p.columns.to {
		to--
	}
	if from < to {
		own := *r
		own.cells = slices.Clip(r.cells[from:to])
		p.rows = append(p.rows, own)
	}
}
