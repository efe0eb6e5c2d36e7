package master

import (
	"slices"
	"strings"

	"boardpack/report"
	"boardpack/report/fold"
)

// packColumn is a column that the workbook of a pack has in addition to the master's own, and that is read when it is the next master.
type packColumn string

const (
	keyColumn        packColumn = "key"
	typedThemeColumn packColumn = "typed theme"
	restSheet        packColumn = "sheet"
	restColumn       packColumn = "column"
	restPart         packColumn = "part"
	restText         packColumn = "text"
)

// englishColumn is the column with the English text of a field, in a workbook of another language.
func englishColumn(f report.Field) packColumn { return "english " + packColumn(f) }

func (m *matcher) addPackColumns(v *report.Vocabulary) {
	m.packs.add(keyColumn, v.Continued.Key...)
	m.packs.add(typedThemeColumn, v.TypedTheme...)
	for _, f := range report.Fields() {
		m.packs.add(englishColumn(f), v.English[f]...)
	}
	m.rests.add(restSheet, v.Continued.Sheet...)
	m.rests.add(keyColumn, v.Continued.Key...)
	m.rests.add(restColumn, v.Continued.Column...)
	m.rests.add(restPart, v.Continued.Part...)
	m.rests.add(restText, v.Continued.Text...)
	m.marks = v.Continued.Marks
}

// rest is the text that is continued: of a row of a pack, by key, and a column.
type rest struct{ sheet, key, column string }

// restsIn finds the table with the rests of long texts on a sheet: the columns of its headings, and the row below them.
func (m *matcher) restsIn(s *sheet) (columns map[packColumn]int, below int) {
	const all = 5 // columns of the table
	for i := range s.rows[:min(len(s.rows), maxHeaderRow)] {
		if len(s.rows[i].cells) != all {
			continue
		}
		columns = make(map[packColumn]int, all)
		for _, c := range s.rows[i].cells {
			if is, ok := m.rests.find(c.text); ok {
				columns[is] = int(c.column)
			}
		}
		if len(columns) == all {
			return columns, i + 1
		}
	}
	return nil, 0
}

func (m *matcher) hasRests(s *sheet) bool {
	columns, _ := m.restsIn(s)
	return columns != nil
}

// restsOf gives the rests of long texts that a workbook holds. Where a text is on several sheets each has its own; that of the first is
// also there without a sheet, because sheets are renamed.
func (m *matcher) restsOf(sheets []*sheet) map[rest]string {
	out, first := map[rest]string{}, map[rest]string{}
	for _, s := range sheets {
		columns, below := m.restsIn(s)
		if columns == nil {
			continue
		}
		for i := range s.rows[below:] {
			r := &s.rows[below+i]
			at := func(c packColumn) string { return s.shown(r.at(columns[c])) }
			of := rest{fold.Word(at(restSheet)), fold.Word(at(keyColumn)), fold.Word(at(restColumn))}
			text := at(restText)
			if whole, cut := s.untrimmed[text]; cut {
				text = whole
			}
			out[of] += text
			any := rest{key: of.key, column: of.column}
			if _, known := first[any]; !known {
				first[any] = of.sheet
			}
			if first[any] == of.sheet {
				out[any] += text
			}
		}
	}
	return out
}

// describePack finds the columns of a pack's workbook that are read, and its texts that go on elsewhere.
func (t *tableReader) describePack() {
	if !t.header.ours {
		return
	}
	t.pack = map[packColumn]int{}
	for _, c := range t.header.columns {
		if is, ok := t.match.packs.find(c.heading); ok && c.skip {
			t.pack[is] = c.number
		}
	}
}

// whole gives a text with its rest, where a pack's workbook continues it on another sheet.
func (t *tableReader) whole(c *cell, text string) string {
	if t.pack == nil {
		return text
	}
	for _, mark := range t.match.marks {
		head, cut := strings.CutSuffix(text, " "+mark)
		if !cut {
			continue
		}
		column, _ := t.header.column(int(c.column))
		of := rest{fold.Word(t.sheet.name), fold.Word(t.sheet.shown(t.cell(t.pack[keyColumn]))), fold.Word(column.heading)}
		tail, ok := t.rests[of]
		if of.sheet = ""; !ok {
			tail, ok = t.rests[of]
		}
		if !ok {
			t.add(report.Warning, "long-text-cut", place{t.sheet.name, t.row.number, int(c.column), column.field}, "Column", column.heading)
			return text
		}
		return head + tail
	}
	return text
}

// typedTheme gives the words that were typed for the theme, where the theme that the workbook shows is still theirs.
func (t *tableReader) typedTheme(shown string) string {
	column := t.pack[typedThemeColumn]
	if column == 0 {
		return shown
	}
	typed := t.sheet.shown(t.cell(column))
	was, _ := t.match.themesIn(typed)
	is, _ := t.match.themesIn(shown)
	same := len(is) > 0 || len(was) == 0
	for _, theme := range is {
		same = same && slices.ContainsFunc(was, func(other namedTheme) bool { return other.id == theme.id })
	}
	if same {
		return typed
	}
	return shown
}

// inEnglish sets right which language is which, in a workbook of another language: its own texts are those that it shows.
func (t *tableReader) inEnglish(text report.Text, f report.Field) report.Text {
	column := t.pack[englishColumn(f)]
	if column == 0 || text["cy"] != "" {
		return text
	}
	out := report.Text{}
	if c := t.cell(column); c != nil {
		out["en"] = t.whole(c, t.sheet.shown(c))
	}
	if shown := text["en"]; shown != out["en"] {
		out["cy"] = shown
	}
	if len(out) == 0 {
		return nil
	}
	return out
}
