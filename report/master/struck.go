package master

import (
	"strconv"

	"boardpack/report"
)

// struckProse is how many texts of a column have something that is struck through, and the first of them.
type struckProse struct {
	first place
	rows  int
}

// isStruckOut tells whether the open row is struck through as a whole: every cell of its own, or its ref and its text at least. Its cells
// are read as they stand, because nobody can tell what a row means of which nothing is to be read.
func (t *tableReader) isStruckOut() bool {
	all, known := true, 0
	for _, c := range t.own {
		gone := t.sheet.isStruck(c)
		if gone {
			left, _ := t.sheet.unstruck(c)
			gone = left == ""
		}
		all = all && gone
		if f := t.known[int(c.column)]; gone && (f == report.FieldRef || f == report.FieldRecommendation) {
			known++
		}
	}
	return len(t.own) > 0 && (all || known == 2)
}

// noteStruckOut lists a recommendation that is struck through as a whole. Where its status says that it is done with, that is only noted.
func (t *tableReader) noteStruckOut(state report.State) {
	level := report.Warning
	switch state {
	case report.Complete, report.NotAccepted, report.Withdrawn, report.Superseded:
		level = report.Note
	}
	t.doubt(level, "struck-row", report.FieldRef, "Row", strconv.Itoa(t.row.number))
}

// isStruck tells whether a cell is struck through, in whole or in part.
func (s *sheet) isStruck(c *cell) bool { return s.formats.isStruck(c.style) || c.has(partStruck) }

// meant gives the text of a short cell without what is struck through, which is listed.
func (t *tableReader) meant(f report.Field) string {
	text := t.text(f)
	left, struck := t.sheet.unstruck(t.of(f))
	if !struck || text == "" || t.struckOut {
		return text
	}
	t.doubt(report.Warning, "struck-text", f, "Text", short(line(text)), "Column", t.columnName(f))
	return left
}

// meantRef gives the ref without what is struck through; one that is struck through as a whole stays.
func (t *tableReader) meantRef() string {
	if left, struck := t.sheet.unstruck(t.of(report.FieldRef)); struck && left == "" {
		return t.text(report.FieldRef)
	}
	return t.meant(report.FieldRef)
}

// meantCell gives the cell of a date without what is struck through, which is listed; nil where nothing is left.
func (t *tableReader) meantCell(c *cell, at place) *cell {
	if t.struckOut || !t.sheet.isStruck(c) {
		return c
	}
	left, _ := t.sheet.unstruck(c)
	level := report.Warning
	if left != "" { // a new date beside the old one
		level = report.Note
	}
	t.add(level, "struck-text", at, "Text", short(line(t.sheet.shown(c))), "Column", t.headingOf(at.column))
	if left == "" {
		return nil
	}
	rest := *c
	rest.text, rest.kind, rest.traits = left, isText, rest.traits&^partStruck
	return &rest
}

// prose gives the text of a long cell without what is struck through, which is counted. A recommendation is never without its text.
func (t *tableReader) prose(f report.Field) string {
	text := t.text(f)
	left, struck := t.sheet.unstruck(t.of(f))
	asked := f == report.FieldRecommendation || f == report.FieldRecommendationCy
	if !struck || text == "" || t.struckOut || left == "" && asked {
		return text
	}
	if t.prosesStruck == nil {
		t.prosesStruck = map[report.Field]*struckProse{}
	}
	if t.prosesStruck[f] == nil {
		t.prosesStruck[f] = &struckProse{first: place{t.sheet.name, t.row.number, t.header.fields[f], f}}
	}
	t.prosesStruck[f].rows++
	return left
}

// noteStruckProse says of each column how many of its texts have something struck through.
func (t *tableReader) noteStruckProse() {
	for _, f := range report.Fields() {
		if p := t.prosesStruck[f]; p != nil {
			t.add(report.Note, "struck-prose", p.first, "Rows", strconv.Itoa(p.rows), "Column", t.columnName(f))
		}
	}
}
