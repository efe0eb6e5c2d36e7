package master

import (
	"maps"
	"slices"

	"boardpack/report"
)

// header is the row of headings, or the two rows, and what stands under each.
type header struct {
	first, last int // numbers of the rows
	columns     []column
	fields      map[report.Field]int // column number of each field that is there
	repeated    []column             // columns whose field another column has already
	percent     int                  // the column of percentages; 0 where there is none
	due         []dueColumn          // columns of due dates, in the order in which the dates were set; fields has the first and last
	alike       []report.Field       // needed ones that are missing, while another heading is like a name of theirs
	ours        bool                 // of the workbook of a pack
}

// column is one column with a heading. Field is "" where the program does not know it.
type column struct {
	number  int
	heading string
	field   report.Field
	skip    bool // passed over: the template ignores it, or a pack's workbook has added it
}

// bestHeader takes the row, of the first fifty or where an Excel table begins, with the most known headings, the needed ones
// first; of equal ones that where a table begins, or else the first. It is none without a column of recommendations or refs
// and one more.
func (m *matcher) bestHeader(s *sheet) (header, bool) {
	var best header
	for i := range s.rows {
		top := s.hints.tops[s.rows[i].number]
		if s.rows[i].number > maxHeaderRow && !top {
			continue
		}
		one, two := m.headersAt(s, i)
		if by := one.better(&best); by > 0 || top && by == 0 && !s.hints.tops[best.first] {
			best = one
		}
		if two != nil && two.better(&best) > 0 {
			best = *two
		}
	}
	return best, len(best.fields) > 1 && best.has(report.FieldRef, report.FieldRecommendation) > 0
}

// rowHeadings is what a row is as one of headings: alone, and joined with the row below where more is known so.
type rowHeadings struct {
	one header
	two *header
	end bool // there was no row below yet
}

// headersAt gives the headings of a row alone, and joined with the row below where more are known so; nil otherwise. Those of the
// first rows are kept, because they are asked for before the rest of the sheet is read and again after.
func (m *matcher) headersAt(s *sheet, i int) (one header, two *header) {
	if i >= maxHeaderRow {
		r := m.headersNow(s, i)
		return r.one, r.two
	}
	for len(s.headers) <= i {
		s.headers = append(s.headers, nil)
	}
	if s.headers[i] == nil || s.headers[i].end {
		r := m.headersNow(s, i)
		s.headers[i] = &r
	}
	return s.headers[i].one, s.headers[i].two
}

func (m *matcher) headersNow(s *sheet, i int) rowHeadings {
	here := s.below.texts
	if s.below.number != s.rows[i].number {
		here = s.headings(&s.rows[i])
	}
	r := rowHeadings{one: m.header(s.rows[i].number, here), end: i+1 == len(s.rows)}
	if r.end || s.rows[i+1].number != s.rows[i].number+1 {
		return r
	}
	below := s.headings(&s.rows[i+1])
	s.below = rowTexts{s.rows[i+1].number, below}
	joined, ok := m.joinHeadings(here, below)
	if !ok {
		return r
	}
	both := m.header(s.rows[i+1].number, joined)
	if both.meant() <= r.one.meant() {
		return r
	}
	if lower := m.header(both.last, below); both.meant() > lower.meant() {
		both.first = r.one.first
		r.two = &both
	}
	return r
}

// rowTexts are the texts of a row as headings, by column; the zero value is of no row.
type rowTexts struct {
	number int
	texts  map[int]string
}

// headings gives the texts of a row as headings, by column.
func (s *sheet) headings(r *row) map[int]string {
	out := make(map[int]string, len(r.cells))
	for i := range r.cells {
		if text := line(s.shown(&r.cells[i])); text != "" {
			out[int(r.cells[i].column)] = text
		}
	}
	return out
}

// joinHeadings makes one heading of two, one below the other: "Due" over "Original" is "Due Original" or "Original Due",
// and a heading over several columns goes with each below it. It is not a header of two rows where the lower row has
// something else under a heading that is known by itself: that row is data.
func (m *matcher) joinHeadings(upper, lower map[int]string) (map[int]string, bool) {
	out, group := map[int]string{}, ""
	for _, number := range columnNumbers(upper, lower) {
		above, below := upper[number], lower[number]
		if above != "" {
			group = above
		}
		switch {
		case below == "":
			out[number] = above
			continue
		case m.isHeading(group + " " + below):
			out[number] = group + " " + below
			continue
		case m.isHeading(below + " " + group):
			out[number] = below + " " + group
			continue
		}
		if above != "" && m.namesColumn(above) {
			return nil, false
		}
		out[number] = below
		if !m.isHeading(below) && group != "" {
			out[number] = group + " " + below
		}
	}
	return out, true
}

func (m *matcher) isHeading(s string) bool {
	_, ok := m.field(s)
	return ok
}

// namesColumn tells whether a text is the heading of a known column, as it is or with a hint to it.
func (m *matcher) namesColumn(s string) bool {
	is, ok := m.hintedHeading(s)
	return m.isHeading(s) || ok && !is.qualified
}

func columnNumbers(rows ...map[int]string) []int {
	var out []int
	for _, r := range rows {
		for number := range r {
			if !slices.Contains(out, number) {
				out = append(out, number)
			}
		}
	}
	slices.Sort(out)
	return out
}

// header matches headings to fields. Where several columns have the same field, it goes to the heading that the template
// names first, of equal ones to the one on the left. A heading with a hint or a note to it counts where no other has the field.
func (m *matcher) header(number int, headings map[int]string) header {
	h := header{first: number, last: number, fields: map[report.Field]int{}}
	taken := map[report.Field]int{} // index of the column that has the field
	skipped := m.passedOver(headings)
	for i, n := range columnNumbers(headings) {
		field, known := m.field(headings[n])
		if known = known && !skipped[n]; !known {
			field = ""
		}
		h.columns = append(h.columns, column{n, headings[n], field, skipped[n]})
		if best, already := taken[field]; known && (!already || m.columns.rank(headings[n]) < m.columns.rank(h.columns[best].heading)) {
			taken[field] = i
		}
	}
	if h.mayHaveHints() {
		m.takeHinted(&h, taken)
	}
	for i := range h.columns {
		c := &h.columns[i]
		switch {
		case c.field == "", isDueField(c.field):
		case taken[c.field] == i:
			h.fields[c.field] = c.number
		default:
			h.repeated = append(h.repeated, *c)
			c.field = ""
		}
	}
	m.placePercents(&h)
	h.ours = m.isOurs(&h)
	h.orderDue()
	if needed := h.needed(); needed < 3 && needed+h.has(report.FieldTheme) >= 2 {
		for _, f := range report.NeededFields() {
			if _, like := m.alike(f, &h); h.fields[f] == 0 && like {
				h.alike = append(h.alike, f)
			}
		}
	}
	return h
}

// mayHaveHints tells whether all texts of the row are short enough for headings with a hint to them.
func (h *header) mayHaveHints() bool {
	return !slices.ContainsFunc(h.columns, func(c column) bool { return len(c.heading) > maxHeading })
}

// takeHinted gives the fields that no column has to headings that name them with a hint, a mark or a note; of several to the
// one with the latest day in it.
func (m *matcher) takeHinted(h *header, taken map[report.Field]int) {
	var exact map[report.Field]int // as they are taken so far
	var latest map[report.Field]report.Date
	for i := range h.columns {
		c := &h.columns[i]
		if c.field != "" || c.skip {
			continue
		}
		is, ok := m.hintedHeading(c.heading)
		if !ok || is.qualified {
			continue
		}
		if exact == nil {
			exact, latest = maps.Clone(taken), map[report.Field]report.Date{}
		}
		if _, has := exact[is.field]; has {
			continue
		}
		c.field = is.field
		if _, already := taken[c.field]; !already || is.date.After(latest[c.field]) {
			taken[c.field], latest[c.field] = i, is.date
		}
	}
}

// isOurs tells whether the headings are those of the workbook of a pack.
func (m *matcher) isOurs(h *header) bool {
	n := 0
	for _, c := range h.columns {
		if _, ours := m.added.find(c.heading); ours {
			n++
		}
	}
	return n >= report.AddedTogether
}

// passedOver tells which columns the template ignores, and which a pack's workbook has added: that is what they are when
// several of them stand in one row.
func (m *matcher) passedOver(headings map[int]string) map[int]bool {
	out, added := map[int]bool{}, []int{}
	for n, heading := range headings {
		if _, ignored := m.ignored.find(heading); ignored {
			out[n] = true
		}
		if _, ours := m.added.find(heading); ours {
			added = append(added, n)
		}
	}
	if len(added) >= report.AddedTogether {
		for _, n := range added {
			out[n] = true
		}
	}
	return out
}

// column gives the column of a number; false where it has no heading.
func (h *header) column(number int) (column, bool) {
	for _, c := range h.columns {
		if c.number == number {
			return c, true
		}
	}
	return column{}, false
}
