package master

import (
	"cmp"
	"slices"
	"strings"

	"boardpack/report"
	"boardpack/report/dates"
)

// dueColumn is a column of due dates. Its field says whether it holds the original or a revision.
type dueColumn struct {
	column
	dueHeading
}

// field gives the field that a heading names: by the template, or else as one of due dates by its words.
func (m *matcher) field(heading string) (report.Field, bool) {
	if m.isPercentHeading(heading) {
		return "", false
	}
	f, known := m.columns.find(heading)
	if h := readDueHeading(heading); !known && h.sure {
		return report.FieldDue, true
	}
	return f, known
}

func isDueField(f report.Field) bool { return f == report.FieldDue || f == report.FieldOriginalDue }

// orderDue puts the columns of due dates in the order in which their dates were set: by the stage that their headings speak of, by
// number, from left to right. Of several the first holds the original. A lone column holds the original where its heading says so.
func (h *header) orderDue() {
	h.due = nil
	for _, c := range h.columns {
		if isDueField(c.field) {
			h.due = append(h.due, h.asDue(c))
		}
	}
	slices.SortStableFunc(h.due, func(a, b dueColumn) int { return cmp.Or(cmp.Compare(a.stage, b.stage), cmp.Compare(a.nth, b.nth)) })
	delete(h.fields, report.FieldDue)
	delete(h.fields, report.FieldOriginalDue)
	for i := range h.due {
		c := &h.due[i]
		if c.field = report.FieldDue; i == 0 && (len(h.due) > 1 || c.stage == dueOriginal) {
			c.field = report.FieldOriginalDue
		}
		h.fields[c.field] = c.column.number // of several revisions, the last
		j := slices.IndexFunc(h.columns, func(d column) bool { return d.number == c.column.number })
		h.columns[j].field = c.field
	}
}

// asDue gives the stage of a column of due dates. That of the field which the template gives to its heading goes before its words. In
// a pack's workbook the column Due is the result of the revisions, which stand to the right of it.
func (h *header) asDue(c column) dueColumn {
	d := dueColumn{c, readDueHeading(c.heading)}
	if d.stage == notDue {
		bare, _ := withoutBrackets(withoutMarks(c.heading))
		d.dueHeading = readDueHeading(bare)
	}
	switch {
	case c.field == report.FieldOriginalDue:
		d.stage = dueOriginal
	case d.stage == notDue:
		d.stage = dueAgreed
	}
	if first := len(h.due) == 0 || h.due[len(h.due)-1].stage == dueOriginal; h.ours && first && d.stage == dueAgreed {
		d.stage = dueCurrent
	}
	return d
}

// meant counts the columns whose meaning is known.
func (h *header) meant() int {
	n := len(h.fields)
	for _, c := range h.due {
		if h.fields[c.field] != c.column.number {
			n++
		}
	}
	return n
}

// adoptDue takes columns such as "Agreed" and "Extended" for due dates where most of their cells are dates and the master has no
// other due column, or several.
func (t *tableReader) adoptDue() {
	var adopted []int
	for i, c := range t.header.columns {
		if h := readDueHeading(c.heading); c.field == "" && !c.skip && h.stage != notDue && !h.sure && t.mostlyDates(c.number) {
			adopted = append(adopted, i)
		}
	}
	if len(adopted)+len(t.header.due) < 2 || len(adopted) == 0 {
		return
	}
	for _, i := range adopted {
		t.header.columns[i].field = report.FieldDue
	}
	t.header.orderDue()
}

// leaveTargets takes a column "Target" that holds no dates, but numbers to be reached, for none of due dates where the master has
// others.
func (t *tableReader) leaveTargets() {
	left := false
	for _, due := range t.header.due {
		goal := slices.Contains([]string{"target", "targets", "targed", "targedau"}, strings.ToLower(line(due.heading)))
		if dates, filled := t.countDates(due.column.number); !goal || len(t.header.due) < 2 || filled == 0 || 2*dates > filled {
			continue
		}
		i := slices.IndexFunc(t.header.columns, func(c column) bool { return c.number == due.column.number })
		t.header.columns[i].field, left = "", true
		t.header.repeated = append(t.header.repeated, column{number: due.column.number, heading: due.heading, field: report.FieldDue})
	}
	if left {
		t.header.orderDue()
	}
}

// mostlyDates tells whether more than half of the filled cells of a column are dates.
func (t *tableReader) mostlyDates(column int) bool {
	read, filled := t.countDates(column)
	return 2*read > filled
}

// countDates counts the filled cells of a column below the headings, and those that are dates, or words for them. "TBC" and the like
// are neither.
func (t *tableReader) countDates(column int) (read, filled int) {
	const mostFilled, mostRows = 50, 5000 // what the column holds shows sooner
	for i := range t.sheet.rows[:min(len(t.sheet.rows), mostRows)] {
		r := &t.sheet.rows[i]
		c := r.at(column)
		if r.number <= t.header.last || c == nil {
			continue
		}
		if filled == mostFilled {
			break
		}
		switch t.dateKind(c) {
		case dates.ReadUnset:
		case dates.ReadNothing, dates.ReadUnknown, dates.ReadPlaceholder:
			filled++
		default:
			filled, read = filled+1, read+1
		}
	}
	return read, filled
}

// isDate tells whether a cell holds a date, or words that are read as one or as something that is done again and again.
func (t *tableReader) isDate(c *cell) bool {
	switch t.dateKind(c) {
	case dates.ReadNothing, dates.ReadUnknown, dates.ReadUnset, dates.ReadPlaceholder:
		return false
	}
	return true
}

// dateKind tells how a cell is read as a date. A text that is longer than any date is none.
func (t *tableReader) dateKind(c *cell) dates.ReadingKind {
	const longest = 200 // bytes
	if len(c.text) > longest {
		return dates.ReadUnknown
	}
	if _, ok := t.sheet.day(c, t.calendar.Zone); ok {
		return dates.ReadDay
	}
	return t.calendar.Read(line(t.sheet.shown(c))).Kind
}

// describeDue says in which order several columns of due dates are read, unless they are just the original and the due date.
func (t *tableReader) describeDue() {
	due := t.header.due
	if len(due) < 2 || len(due) == 2 && due[0].stage == dueOriginal && (due[1].stage == dueAgreed || t.header.ours) {
		return
	}
	var names []string
	for _, c := range due {
		names = append(names, c.heading)
	}
	t.add(report.Note, "due-columns", t.heading(due[0].column), "Original", due[0].heading, "Revised", strings.Join(names[1:], ", "))
}
