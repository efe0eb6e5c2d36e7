package master

import (
	"strings"

	"boardpack/report"
	"boardpack/report/fold"
)

// doubtUnused lists the columns that are not used and were perhaps meant to be: by their headings, or because they hold dates.
func (t *tableReader) doubtUnused() {
	for _, e := range t.extras {
		if _, kept := t.match.kept.find(e.heading); kept || e.field != "" || e.number == t.header.percent || t.header.isRepeated(e.column) {
			continue
		}
		if f, like := t.match.likeKnown(e.column, &t.header); like {
			t.add(report.Warning, "column-like-known", t.heading(e.column), "Column", short(e.heading), "Field", t.name(f))
		} else if t.mostlyDates(e.number) {
			t.add(report.Warning, "column-of-dates", t.heading(e.column), "Column", short(e.heading), "Field", t.name(dateFieldOf(e.heading)))
		}
	}
}

// isRepeated tells whether the column was listed already, as one that means what another does.
func (h *header) isRepeated(c column) bool {
	for _, r := range h.repeated {
		if r.number == c.number {
			return true
		}
	}
	return false
}

// likeKnown tells what the heading of a column that is not used is like: a name with a qualifier, a name that another column has
// already, or one that is a slip of the pen away.
func (m *matcher) likeKnown(c column, h *header) (report.Field, bool) {
	if is, ok := m.hintedHeading(c.heading); ok {
		return is.field, true
	}
	for _, f := range report.Fields() {
		shortest := 6 // letters: shorter words are alike by chance
		if h.fields[f] == 0 {
			shortest = 5
		}
		word := fold.Word(c.heading)
		for i, name := range m.columns.folded {
			slip := 1
			if len(name) >= 9 {
				slip = 2
			}
			if m.columns.values[i] == f && min(len(name), len(word)) >= shortest && fold.Distance(name, word, slip) <= slip {
				return f, true
			}
		}
	}
	return "", false
}

// dateFieldOf tells what a column of dates would be taken for: by the words of its heading, or else for the due date.
func dateFieldOf(heading string) report.Field {
	word := fold.Word(heading)
	for _, try := range []struct {
		field report.Field
		parts []string
	}{
		{report.FieldCompleted, []string{"complet", "clos", "finish", "deliver", "implemented", "cwblha", "cyflawn", "cau"}},
		{report.FieldUpdated, []string{"updat", "review", "diweddar", "adolyg"}},
		{report.FieldOriginalDue, []string{"original", "initial", "baseline", "gwreiddiol", "cychwynnol"}},
	} {
		for _, part := range try.parts {
			if strings.Contains(word, part) {
				return try.field
			}
		}
	}
	return report.FieldDue
}
