package master

import (
	"cmp"
	"math"
	"slices"

	"boardpack/report"
)

// table is headings on a sheet and the rows below that belong to them.
type table struct {
	sheet  *sheet // as read; its rows are those of the table alone where it has several tables
	header header
	place  int          // of the sheet's name among those of the template; beyond them all for another name
	month  report.Month // that the sheet is named after; zero for none
	shared bool         // the sheet has other tables too
	byName bool         // the name of the sheet is the theme of its rows, or stands for it
	rows   []listed     // that look like recommendations; nil until they were looked for
	title  string       // the row above the headings, where it holds one text alone
}

// has counts which of the fields the table has a column for.
func (t *table) has(fields ...report.Field) int { return t.header.has(fields...) }

// needed counts the columns that a master cannot be without. The theme may come from elsewhere.
func (t *table) needed() int { return t.header.needed() }

// full tells whether the table has all columns that are needed for recommendations to be read.
func (t *table) full() bool { return t.header.full() }

func (h *header) has(fields ...report.Field) int {
	n := 0
	for _, f := range fields {
		if h.fields[f] > 0 {
			n++
		}
	}
	return n
}

func (h *header) needed() int {
	return h.has(report.FieldRef, report.FieldRecommendation, report.FieldStatus)
}

func (h *header) full() bool { return h.needed() == 3 }

// likely tells whether there may be recommendations below the headings, though a needed heading is missing or misspelt.
func (h *header) likely() bool {
	needed := h.needed() + h.has(report.FieldTheme) + len(h.alike)
	return needed >= 3 || needed >= 2 && h.has(report.FieldRecommendation) > 0
}

// maybe tells whether recommendations stand below the headings, or may.
func (h *header) maybe() bool { return h.full() || h.likely() }

// better compares headings on one sheet: by needed columns, then by theme, then by all that are known.
func (h *header) better(than *header) int {
	return cmp.Or(cmp.Compare(h.needed(), than.needed()), cmp.Compare(h.has(report.FieldTheme), than.has(report.FieldTheme)),
		cmp.Compare(h.meant(), than.meant()))
}

// perhaps tells whether there could be recommendations below the headings, called something that the template does not know.
func (h *header) perhaps() bool {
	return h.has(report.FieldRef, report.FieldStatus) == 2 && len(h.fields) >= 4
}

// extent gives the outer columns of the headings.
func (h *header) extent() span {
	return span{h.columns[0].number, h.columns[len(h.columns)-1].number}
}

// sameAs tells whether the headings are the same, in the same columns: repeated, as people do for printing.
func (h *header) sameAs(g *header) bool {
	return slices.EqualFunc(h.columns, g.columns, func(a, b column) bool {
		return a.number == b.number && a.field == b.field && sameHeading(a.heading, b.heading)
	})
}

// tablesOf finds all tables of a sheet, in the order of their headings. Without any that has all needed columns it is the
// best one, if that is one at all.
func (m *matcher) tablesOf(s *sheet) []*table {
	heads := m.headsOf(s)
	if !slices.ContainsFunc(heads, func(h header) bool { return h.full() }) {
		best, ok := m.bestHeader(s)
		if !ok {
			return nil
		}
		return []*table{{sheet: s, header: best}}
	}
	if len(heads) == 1 {
		return []*table{{sheet: s, header: heads[0], title: s.titleAbove(heads[0].first)}}
	}
	return m.divide(s, heads)
}

// headsOf finds the rows of headings under which recommendations stand, or may stand, from the top down; of several in one
// row each. Headings that are repeated are one.
func (m *matcher) headsOf(s *sheet) []header {
	var out []header
	for i := 0; i < len(s.rows); i++ {
		r := &s.rows[i]
		if r.number > maxHeaderRow && !s.hints.tops[r.number] && !m.mayHead(r) {
			continue
		}
		one, two := m.headersAt(s, i)
		var found []header
		switch {
		case two != nil && two.maybe():
			found = []header{*two}
		case one.maybe():
			found = m.beside(s, &s.rows[i], one, out)
		}
		for _, h := range found {
			if last := lastBeside(out, &h); last != nil && h.sameAs(last) {
				if s.hints.tops[h.first] && r.number == last.last+1 {
					*last = h
				}
				continue
			}
			out = append(out, h)
		}
		if two != nil && len(found) > 0 && found[0].last > r.number {
			i++ // the lower row is one of the two
		}
	}
	return out
}

// lastBeside gives the last of the heads that stands in columns of h too; nil without one.
func lastBeside(heads []header, h *header) *header {
	for i := len(heads) - 1; i >= 0; i-- {
		if heads[i].extent().meets(h.extent()) {
			return &heads[i]
		}
	}
	return nil
}

func (s span) meets(t span) bool { return s.from <= t.to && t.from <= s.to }

// beside gives the headings of a row under which recommendations may stand. Where several groups of columns, with empty
// columns between, have all that are needed, each is a table of its own; and so is one such group beside rows of a table that
// began above.
func (m *matcher) beside(s *sheet, r *row, whole header, above []header) []header {
	var groups []header
	for _, group := range groupsOf(s.headings(r)) {
		if h := m.header(r.number, group); h.full() {
			groups = append(groups, h)
		}
	}
	if len(groups) > 1 {
		return groups
	}
	if len(groups) == 1 && len(groups[0].columns) < len(whole.columns) && len(above) > 0 && lastBeside(above, &groups[0]) == nil {
		return groups
	}
	return []header{whole}
}

// groupsOf parts the headings of a row at empty columns.
func groupsOf(headings map[int]string) []map[int]string {
	var out []map[int]string
	last := math.MinInt
	for _, n := range columnNumbers(headings) {
		if n != last+1 {
			out = append(out, map[int]string{})
		}
		out[len(out)-1][n], last = headings[n], n
	}
	return out
}

// mayHead tells cheaply whether a row far down can be one of headings: it has two needed ones, and no long text.
func (m *matcher) mayHead(r *row) bool {
	const longest = 120 // bytes of a heading with its hints
	if len(r.cells) < 3 {
		return false
	}
	for i := range r.cells {
		if len(r.cells[i].text) > longest {
			return false
		}
	}
	found := 0
	for i := range r.cells {
		if c := &r.cells[i]; c.kind == isText {
			if _, ok := m.needed.find(c.text); ok {
				if found++; found == 2 {
					return true
				}
			}
		}
	}
	return false
}
