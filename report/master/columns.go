package master

import (
	"maps"
	"slices"
	"strings"

	"boardpack/report"
	"boardpack/report/ooxml"
)

// describe sets down the columns, and what is odd about them.
func (t *tableReader) describe() {
	t.letters, t.known = map[report.Field]string{}, map[int]report.Field{}
	t.nameColumns()
	revisions := 0
	for _, c := range t.header.columns {
		if c.skip {
			continue
		}
		if c.field == "" {
			t.extras = append(t.extras, extra{c, t.extraPlace(c.heading)})
			continue
		}
		t.known[c.number] = c.field
		if c.field == report.FieldDue {
			revisions++
		}
		if t.header.fields[c.field] == c.number {
			t.letters[c.field] = strings.TrimRight(ooxml.CellName(c.number, 1), "1")
		}
		if !t.register.Has(c.field) {
			t.register.Columns = append(t.register.Columns, c.field)
		}
		ours := t.header.ours && t.header.fields[c.field] == c.number
		if len(t.header.due) > 2 && c.field == report.FieldDue && !ours { // the packs have one column for all revisions
			t.extras = append(t.extras, extra{c, t.extraPlace(c.heading)})
		}
		if t.sheet.hides(c.number) {
			t.add(report.Note, "hidden-column", t.heading(c), "Column", c.heading)
		}
	}
	t.register.Revisions = max(t.register.Revisions, revisions)
	for _, c := range t.header.repeated {
		taken, _ := t.header.column(t.header.fields[c.field])
		t.add(report.Warning, "duplicate-column", t.heading(c), "Column", c.heading, "Taken", taken.heading, "TakenCell", ooxml.CellName(taken.number, t.header.last))
	}
	t.describeDue()
	t.describePercents()
	t.doubtUnused()
	if t.sheet.hidden {
		t.add(report.Warning, "hidden-sheet", place{sheet: t.sheet.name}, "Sheet", t.sheet.name)
	}
}

// extraPlace gives the place of a heading among those that the program does not know: one heading on several sheets is one
// column, two on one sheet are two.
func (t *tableReader) extraPlace(heading string) int {
	for i, known := range t.register.ExtraColumns {
		if sameHeading(known, heading) && !slices.ContainsFunc(t.extras, func(e extra) bool { return e.place == i }) {
			return i
		}
	}
	t.register.ExtraColumns = append(t.register.ExtraColumns, heading)
	return len(t.register.ExtraColumns) - 1
}

// settleSignOff adds the column of the issuer's position where the template asks for one, and names the tables that lack it.
func (r *reader) settleSignOff(readers []*tableReader, register *report.Register) {
	code := "sign-off-column-elsewhere"
	if !register.Has(report.FieldSignOff) {
		if r.options.Rules.SignOff != report.SignOffRequired {
			return
		}
		code, register.Columns = "no-sign-off-column", append(register.Columns, report.FieldSignOff)
	}
	for _, t := range readers {
		if t.header.fields[report.FieldSignOff] == 0 {
			t.add(report.Warning, code, place{sheet: t.sheet.name, row: t.header.last}, "Column", t.name(report.FieldSignOff))
		}
	}
}

// nameColumns gives a name to columns that are filled and have no heading: what staff keep there is not lost.
func (t *tableReader) nameColumns() {
	filled := map[int]bool{}
	for i := range t.sheet.rows {
		for j := range t.sheet.rows[i].cells {
			if t.sheet.rows[i].number > t.header.last {
				filled[int(t.sheet.rows[i].cells[j].column)] = true
			}
		}
	}
	for _, number := range slices.Sorted(maps.Keys(filled)) {
		if _, named := t.header.column(number); !named {
			c := column{number: number, heading: "Column " + strings.TrimRight(ooxml.CellName(number, 1), "1")}
			t.header.columns = append(t.header.columns, c)
			t.add(report.Note, "no-heading", t.heading(c), "Column", c.heading)
		}
	}
	slices.SortFunc(t.header.columns, func(a, b column) int { return a.number - b.number })
}

func (t *tableReader) heading(c column) place {
	return place{t.sheet.name, t.header.last, c.number, c.field}
}

func (s *sheet) hides(column int) bool {
	for _, h := range s.hiddenColumns {
		if h.from <= column && column <= h.to {
			return true
		}
	}
	return false
}
