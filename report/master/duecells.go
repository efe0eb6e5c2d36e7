package master

import (
	"slices"

	"boardpack/report"
	"boardpack/report/dates"
	"boardpack/report/ooxml"
)

// dueCells reads the due columns of one row, in their order.
type dueCells struct {
	*tableReader
	rec      *report.Recommendation
	dates    []report.Date // those found, in their order
	original bool          // the first of them is the original
	wordless []wordless    // cells that give no date
}

// wordless is a cell whose words give no date: "TBC", "ongoing".
type wordless struct {
	at   place
	text string
	kind dates.ReadingKind
}

// dueDates settles the row's due dates. A cell that gives no date counts as empty.
func (t *tableReader) dueDates(rec *report.Recommendation) {
	d := dueCells{tableReader: t, rec: rec}
	for _, column := range t.header.due {
		d.read(column)
	}
	revised := d.dates
	if d.original {
		rec.OriginalDue, revised = d.dates[0], d.dates[1:]
	}
	if last := len(revised) - 1; last >= 0 {
		rec.EarlierDue, rec.Due = append(rec.EarlierDue, revised[:last]...), revised[last]
	}
	d.listWordless()
}

// read takes one cell: a day, the last day of the month or year that it shows, or words.
func (d *dueCells) read(column dueColumn) {
	c, f := d.cell(column.column.number), column.field
	if c == nil || d.broken(c, f) {
		return
	}
	at := place{d.sheet.name, d.row.number, column.column.number, f}
	if c = d.meantCell(c, at); c == nil {
		return
	}
	d.watchOrder(c, at)
	span, ok := d.sheet.days(c, d.calendar.Zone)
	if ok && span.first == span.last && d.calendar.Plausible(span.last) {
		d.take(at, span.last)
		return
	}
	switch text := line(d.sheet.shown(c)); {
	case !ok:
		d.words(at, text)
	case !d.calendar.Plausible(span.last):
		d.placeholder(at, text)
	default:
		d.inWords(at, text, span.reading())
	}
}

// words takes a cell with words. The date that decides is kept as it was written, too, where there is room.
func (d *dueCells) words(at place, text string) {
	reading := d.calendar.Read(text)
	switch {
	case !reading.Date.IsZero():
		d.inWords(at, text, reading)
		d.add(report.Note, "due-in-words", at, "Text", short(text), "Column", d.headingOf(at.column))
		if at.field == report.FieldDue || d.rec.DueAsWritten == "" {
			d.keepWords(text)
		}
	case reading.Kind == dates.ReadPlaceholder:
		d.placeholder(at, text)
	default:
		d.wordless = append(d.wordless, wordless{at, text, reading.Kind})
	}
}

// keepWords keeps the words of a due column as the date as written, unless the master has a column for that.
func (d *dueCells) keepWords(text string) {
	if d.of(report.FieldDueAsWritten) == nil {
		d.rec.DueAsWritten = text
	}
}

func (d *dueCells) inWords(at place, text string, reading dates.Reading) {
	d.rec.DueInWords = append(d.rec.DueInWords, report.DateInWords{Field: at.field, Cell: ooxml.CellName(at.column, at.row), Text: text, Reading: reading})
	d.take(at, append(slices.Clone(reading.Before), reading.Date)...)
}

// take adds the dates of a cell. The first of several in one cell is the original, unless a cell before it gave that.
func (d *dueCells) take(at place, dates ...report.Date) {
	if len(d.dates) == 0 {
		d.original = at.field == report.FieldOriginalDue || len(dates) > 1
	}
	for i, date := range dates {
		if i == len(dates)-1 || !slices.Contains(d.dates, date) {
			d.dates = append(d.dates, date)
		}
	}
	d.rec.Cells = d.rec.Cells.With(at.field, ooxml.CellName(at.column, at.row))
}

func (d *dueCells) placeholder(at place, text string) {
	d.add(report.Warning, "placeholder-date", at, "Text", short(text), "Column", d.headingOf(at.column))
}

// listWordless lists the words that give no date. Those that only say that there is none yet are settled by the date of another
// column, and are not listed then. Words of a lone kind stay as the date as written.
func (d *dueCells) listWordless() {
	for _, w := range d.wordless {
		unset, dated := w.kind == dates.ReadUnset, len(d.dates) > 0 || d.rec.DueAsWritten != ""
		known := w.kind == dates.ReadRecurring || w.kind == dates.ReadNoIssue
		switch {
		case unset && dated:
		case known && len(d.dates) == 0 && (!dated || d.rec.DueAsWritten == w.text):
			d.keepWords(w.text)
			d.add(report.Note, "due-in-words", w.at, "Text", short(w.text), "Column", d.headingOf(w.at.column))
		default:
			d.add(report.Warning, "unreadable-date", w.at, "Text", short(w.text), "Column", d.headingOf(w.at.column))
		}
	}
}
