package master

import (
	"maps"
	"slices"
	"strings"

	"boardpack/report"
)

// describe sets down the columns, and what is odd about them.
func (t *tableReader) describe() {
	t.letters, t.known = map[report.Field]string{}, map[int]report.Field{}
	t.nameColumns()
	for _, c := range t.header.columns {
		if c.skip {
			continue
		}
		if c.field == "" {
			t.extras = append(t.extras, c)
			t.register.ExtraColumns = append(t.register.ExtraColumns, c.heading)
			continue
		}
		t.register.Columns = append(t.register.Columns, c.field)
		t.letters[c.field], t.known[c.number] = strings.TrimRight(cellName(c.number, 1), "1"), c.field
		if t.sheet.hides(c.number) {
			t.add(report.Note, "hidden-column", t.heading(c), "Column", c.heading)
		}
	}
	if !t.register.Has(report.FieldSignOff) && t.options.Rules.SignOff == report.SignOffRequired {
		t.register.Columns = append(t.register.Columns, report.FieldSignOff)
		t.add(report.Warning, "no-sign-off-column", place{sheet: t.sheet.name, row: t.header.last}, "Column", t.name(report.FieldSignOff))
	}
	for _, c := range t.header.repeated {
		taken, _ := t.header.column(t.header.fields[c.field])
		t.add(report.Warning, "duplicate-column", t.heading(c), "Column", c.heading, "Taken", taken.heading, "TakenCell", cellName(taken.number, t.header.last))
	}
	if t.sheet.hidden {
		t.add(report.Warning, "hidden-sheet", place{sheet: t.sheet.name}, "Sheet", t.sheet.name)
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
			c := column{number: number, heading: "Column " + strings.TrimRight(cellName(number, 1), "1")}
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
