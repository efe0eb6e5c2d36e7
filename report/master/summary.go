package master

import (
	"slices"

	"boardpack/report"
	"boardpack/report/fold"
)

// listed is a row that looks like a recommendation, as far as it tells whether it was read elsewhere.
type listed struct {
	ref  string // as printed
	key  string // with the source before it
	text string // folded
}

// list gives the rows of the table that look like recommendations.
func (t *table) list(m *matcher) []listed {
	if t.rows == nil {
		t.summarise(m)
	}
	return t.rows
}

// summarise lists the rows that look like recommendations: those with a text under the heading of the recommendation, or with
// a ref and something beside it. A number for a text makes the row one of a summary; below headings of which one is missing,
// words in place of a ref make it one of a list of another kind.
func (t *table) summarise(m *matcher) {
	t.rows = []listed{}
	ref, text, source := t.column(m, report.FieldRef), t.column(m, report.FieldRecommendation), t.header.fields[report.FieldSource]
	heading, _ := t.header.column(ref)
	for i := range t.sheet.rows {
		r := &t.sheet.rows[i]
		l := listed{ref: line(t.sheet.shown(r.at(ref)))}
		if c := r.at(text); c != nil && c.kind != isNumber {
			l.text = fold.Word(t.sheet.shown(c))
		}
		is := l.text != "" && (t.full() || ref == 0) || looksLikeRef(l.ref) && len(r.cells) > 1
		if r.number <= t.header.last || !is || l.ref != "" && sameHeading(l.ref, heading.heading) {
			continue
		}
		l.key = fold.Word(t.sheet.shown(r.at(source))) + "\n" + fold.Word(l.ref)
		switch {
		case l.ref == "":
			l.key = l.text
		case t.byName:
			l.key = t.sheet.name + "\n" + l.key
		}
		t.rows = append(t.rows, l)
	}
}

// column gives the column of a field, or else of a heading that is like a name of it; 0 for none.
func (t *table) column(m *matcher, f report.Field) int {
	if n := t.header.fields[f]; n > 0 {
		return n
	}
	like, _ := m.alike(f, &t.header)
	return like.number
}

// nameThemes settles which tables take their theme from the name of their sheet: those without a column for it or for the
// source's headings, where one of these names is a theme. Refs may begin again on each such sheet.
func (m *matcher) nameThemes(tables []*table) {
	without := func(t *table) bool { return t.full() && t.has(report.FieldTheme, report.FieldHeading) == 0 }
	byName := slices.ContainsFunc(tables, func(t *table) bool {
		_, known := m.theme(t.sheet.name)
		return known && without(t)
	})
	for _, t := range tables {
		t.byName = byName && without(t)
	}
}

// sameHeading compares headings as people see them.
func sameHeading(a, b string) bool { return fold.Word(a) == fold.Word(b) }

// anyTable tells whether a sheet has a table, as far as it was read.
func (m *matcher) anyTable(s *sheet) bool {
	_, ok := m.bestHeader(s)
	return ok || len(m.headsOf(s)) > 0
}
