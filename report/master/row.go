package master

import (
	"cmp"
	"errors"
	"strconv"
	"strings"

	"boardpack/report"
	"boardpack/report/dates"
	"boardpack/report/reftext"
)

// recommendation makes the open row a recommendation, and lists what is doubtful about it.
func (t *tableReader) recommendation() report.Recommendation {
	rec := report.Recommendation{
		Ref:          t.ref(),
		Text:         t.prosesOf(report.FieldRecommendation),
		Response:     t.prosesOf(report.FieldResponse),
		DueAsWritten: t.dueAsWritten(),
		Updated:      t.doneDate(report.FieldUpdated),
		Progress:     t.prosesOf(report.FieldProgress),
		Extra:        t.extra(),
		Sheet:        t.sheet.name,
		Row:          t.row.number,
		Cells:        report.CellsOf(t.letters, t.row.number),
		Hidden:       t.row.hidden,
	}
	t.singles(&rec)
	t.dueDates(&rec)
	rec.ThemeAsTyped, rec.Themes = t.theme(rec.Heading)
	var beside days
	rec.Status, rec.State, beside = t.status()
	rec.Completed = t.completedOn(rec.State, beside)
	rec.Scope = t.scope()
	rec.SignOff = t.signOff()
	if t.struckOut {
		t.noteStruckOut(rec.State)
	}
	if rec.Hidden {
		t.doubt(report.Note, "hidden-row", report.FieldRef, "Row", strconv.Itoa(rec.Row))
	}
	return rec
}

// doubt records a problem at the open row's cell of a field.
func (t *tableReader) doubt(level report.Level, code string, f report.Field, args ...string) {
	at := place{t.sheet.name, t.row.number, t.header.fields[f], f}
	if at.column == 0 {
		at.column = t.header.fields[report.FieldRef]
	}
	t.add(level, code, at, args...)
}

// text gives the text of a field's cell. A cell that holds an error, or a formula without its result, has none.
func (t *tableReader) text(f report.Field) string {
	c := t.of(f)
	if c == nil || t.broken(c, f) {
		return ""
	}
	if strings.ContainsFunc(c.text, isMisread) {
		t.doubt(report.Note, "misread-characters", f, "Column", t.columnName(f))
	}
	return t.whole(c, t.sheet.shown(c))
}

// broken lists a cell of which there is no value, and tells whether it is one. A formula is worked out if it can be.
func (t *tableReader) broken(c *cell, f report.Field) bool {
	if code, _ := c.broken(); code == "" {
		return false
	}
	column, _ := t.header.column(int(c.column))
	at := place{t.sheet.name, t.row.number, column.number, f}
	value, err := t.calculator.workOut(c, t.row.number)
	if err == nil {
		*c = value
		t.add(report.Note, "formula-worked-out", at, "Column", column.heading)
	}
	code, args := c.broken()
	if errors.Is(err, errTooLong) {
		code, args = "formula-too-long", []string{"Limit", strconv.Itoa(longestResult)}
	}
	if code != "" {
		level := report.Warning
		if f == "" {
			level = report.Note
		}
		t.add(level, code, at, append(args, "Column", column.heading)...)
	}
	return code != ""
}

// broken gives the code and args of the problem with a cell of which there is no value; "" for any other cell.
func (c *cell) broken() (code string, args []string) {
	switch {
	case c.kind == isUnsaved:
		return "formula-no-value", nil
	case c.kind == isError, c.kind == isText && isErrorText(c.text):
		return "error-cell", []string{"Error", short(c.text)}
	}
	return "", nil
}

// isErrorText tells whether the text is an error of Excel's, as it stands in CSV files and in what was pasted as text.
func isErrorText(s string) bool {
	switch s {
	case "#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#CALC!":
		return true
	}
	return false
}

func (t *tableReader) columnName(f report.Field) string { return t.headingOf(t.header.fields[f]) }

func (t *tableReader) headingOf(column int) string {
	c, _ := t.header.column(column)
	return c.heading
}

// singles reads the texts that stand in one column, with what their Welsh columns say: names, the reason and the evidence.
func (t *tableReader) singles(rec *report.Recommendation) {
	set := func(f report.Field, into *string, text report.Text) {
		cy := text["cy"]
		*into = cmp.Or(text["en"], cy)
		if cy != "" {
			if rec.Welsh == nil {
				rec.Welsh = map[report.Field]string{}
			}
			rec.Welsh[f] = cy
		}
	}
	name := func(f report.Field) string { return line(t.meant(f)) }
	set(report.FieldSource, &rec.Source, t.languages(report.FieldSource, name))
	set(report.FieldHeading, &rec.Heading, t.languages(report.FieldHeading, name))
	set(report.FieldOwner, &rec.Owner, t.languages(report.FieldOwner, name))
	set(report.FieldPriority, &rec.Priority, t.languages(report.FieldPriority, name))
	set(report.FieldReason, &rec.Reason, t.prosesOf(report.FieldReason))
	set(report.FieldEvidence, &rec.Evidence, t.prosesOf(report.FieldEvidence))
}

// prosesOf reads a long text and its Welsh. A pack's workbook shows one that is in Welsh alone in both columns.
func (t *tableReader) prosesOf(f report.Field) report.Text {
	text := t.languages(f, t.prose)
	if t.pack != nil && text["en"] == text["cy"] {
		delete(text, "en")
	}
	return text
}

// languages reads the columns of a field and of its Welsh.
func (t *tableReader) languages(f report.Field, read func(report.Field) string) report.Text {
	var out report.Text
	for _, in := range [...]struct {
		lang  string
		field report.Field
	}{{"en", f}, {"cy", f.Welsh()}} {
		if text := read(in.field); text != "" {
			if out == nil {
				out = report.Text{}
			}
			out[in.lang] = text
		}
	}
	return t.inEnglish(out, f)
}

// dueAsWritten gives the date as written. One that Excel has made a date is written out, as much of it as shows.
func (t *tableReader) dueAsWritten() string {
	c := t.of(report.FieldDueAsWritten)
	if c != nil && !t.sheet.formats.isStruck(c.style) && c.kind == isNumber && t.sheet.formats.of(c.style).isDate {
		if span, ok := t.sheet.days(c, t.calendar.Zone); ok {
			layout := [...]string{showsDay: "2 January 2006", showsMonth: "January 2006", showsYear: "2006"}[t.sheet.formats.of(c.style).shows]
			return span.last.Time().Format(layout)
		}
	}
	return line(t.meant(report.FieldDueAsWritten))
}

// doneDate reads the cell of a day on which something was done. A month or a year, by its format or in words, means its last day, and
// not one after the as-at date.
func (t *tableReader) doneDate(f report.Field) report.Date {
	c := t.of(f)
	if c == nil || t.broken(c, f) {
		return report.Date{}
	}
	at := place{t.sheet.name, t.row.number, int(c.column), f}
	if c = t.meantCell(c, at); c == nil {
		return report.Date{}
	}
	t.watchOrder(c, at)
	span, ok := t.sheet.days(c, t.calendar.Zone)
	if !ok {
		span, ok = spanOf(dates.Read(line(t.sheet.shown(c)), report.Date{}, report.Date{}))
	}
	if ok && t.calendar.PlausibleDone(span.last) {
		return span.upTo(t.calendar.AsAt)
	}
	code := "unreadable-date"
	if ok {
		code = "placeholder-date"
	}
	t.add(report.Warning, code, at, "Text", short(line(t.sheet.shown(c))), "Column", t.columnName(f))
	return report.Date{}
}

// theme gives the theme as typed and its ids: from the cell, or else the source's heading, or else the heading row above.
func (t *tableReader) theme(heading string) (string, []string) {
	typed := t.typedTheme(t.meant(report.FieldTheme))
	if typed == "" && t.above != nil {
		return "", nil
	}
	if typed == "" {
		if id, known := t.match.theme(heading); known {
			return "", []string{id}
		}
		if typed = t.block.text; t.parent.ref != "" && reftext.IsPart(t.refOf(t.row), t.parent.ref) {
			typed = cmp.Or(t.parent.theme, typed)
		}
	}
	if typed == "" && t.byName {
		typed = t.sheet.name
	}
	themes, unknown := t.match.themesIn(typed)
	ids := make([]string, len(themes))
	for i, theme := range themes {
		ids[i] = theme.id
	}
	t.belongs(ids)
	if len(t.match.themes.words) == 0 { // the template has none yet, which is said once
		return line(typed), nil
	}
	if len(themes) > 1 {
		t.noteSeveral(line(typed), themes)
	}
	for _, name := range unknown {
		if len(themes) > 0 {
			t.doubt(report.Warning, "unknown-theme-beside", report.FieldTheme, "Theme", short(name), "Counted", short(themes[0].word), "Nearest", t.match.themes.nearest(name))
			continue
		}
		t.doubt(report.Warning, "unknown-theme", report.FieldTheme, "Theme", short(name), "Nearest", t.match.themes.nearest(name))
	}
	if typed == "" && t.of(report.FieldTheme) == nil {
		t.doubt(report.Warning, "empty-theme", report.FieldTheme)
	}
	return line(typed), ids
}

// extra gives the row's cells of the columns that the program does not know, as they show.
func (t *tableReader) extra() []string {
	if len(t.extras) == 0 {
		return nil
	}
	out := make([]string, len(t.register.ExtraColumns))
	for _, e := range t.extras {
		if c := t.cell(e.number); c != nil {
			t.broken(c, "")
			out[e.place] = t.whole(c, t.sheet.shown(c))
		}
	}
	return out
}
