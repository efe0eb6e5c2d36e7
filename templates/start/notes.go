package start

import (
	"fmt"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"boardpack/report"
	"boardpack/templates/sheets"
)

// listed lists the columns of the Lists sheet: for each its heading and its words.
func (b *blank) listed() (ids, headings []string, words [][]string) {
	add := func(id, heading string, list []string) {
		if len(list) > 0 {
			ids, headings, words = append(ids, id), append(headings, heading), append(words, list)
		}
	}
	for _, f := range b.fields() {
		if b.own.Choice(f) == "" { // those are on the sheets of settings
			add(string(f), b.heading(f), b.list(f))
		}
	}
	for _, list := range sheets.Lists(b.template) {
		add(list.ID, list.Heading, list.Words)
	}
	add("yes_no", b.words.Say("start.lists.yes_no"), []string{
		known(b.template.Vocabulary.Yes, b.words.Say("value.yes")), known(b.template.Vocabulary.No, b.words.Say("value.no"))})
	return ids, headings, words
}

func (b *blank) placeLists() map[string]string {
	out := map[string]string{}
	ids, _, words := b.listed()
	for i, id := range ids {
		letter, err := excelize.ColumnNumberToName(i + 1)
		if err == nil {
			out[id] = fmt.Sprintf("'%s'!$%s$2:$%s$%d", strings.ReplaceAll(b.tabs.lists, "'", "''"), letter, letter, len(words[i])+1)
		}
	}
	return out
}

func (b *blank) lists() error {
	_, headings, words := b.listed()
	for i := range headings {
		letter, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return err
		}
		if err := b.file.SetColWidth(b.tabs.lists, letter, letter, 28); err != nil {
			return err
		}
		if err := b.put(b.tabs.lists, letter+"1", headings[i], b.head); err != nil {
			return err
		}
		for r, word := range words[i] {
			if err := b.put(b.tabs.lists, fmt.Sprintf("%s%d", letter, r+2), word, b.text); err != nil {
				return err
			}
		}
	}
	return nil
}

// notes says how to fill the master in: how it is used, then what each column takes.
func (b *blank) notes() error {
	tab := b.tabs.notes
	rows := [][]string{{b.words.Say("start.notes.title")}, {b.words.Say("start.notes.use", "Sheet", b.tabs.recommendations)},
		{b.words.Say("start.notes.month")}, {b.words.Say("start.notes.own")}, {},
		{b.words.Say("start.notes.sheet"), b.words.Say("start.notes.column"), b.words.Say("start.notes.holds"), b.words.Say("start.notes.needed")}}
	head := len(rows)
	for _, f := range b.fields() {
		holds := b.words.Say("start.column." + string(f))
		switch list := b.list(f); {
		case f == report.FieldTheme:
			holds += " " + b.words.Say("start.notes.listed", "Sheet", b.own.Name(report.ThemesSheet))
		case f == report.FieldStatus:
			holds += " " + b.words.Say("start.notes.listed", "Sheet", b.own.Name(report.StatusWordsSheet))
		case len(list) > 0:
			holds += " " + b.words.Say("start.notes.words", "Words", strings.Join(list, ", "))
		}
		needed := ""
		if slices.Contains(report.NeededFields(), f) {
			needed = b.words.Say("start.notes.yes")
		}
		rows = append(rows, []string{b.tabs.recommendations, b.heading(f), holds, needed})
	}
	for _, key := range b.aboutKeys() {
		rows = append(rows, []string{b.tabs.about, b.aboutName(key), b.words.Say("start.about." + strings.ReplaceAll(key, ".", "_") + ".note")})
	}
	for _, is := range report.SettingsSheets() {
		for _, help := range b.own.Help(is) {
			rows = append(rows, []string{b.own.Name(is), help[0], help[1]})
		}
	}
	widths := []float64{20, 26, 90, 10}
	for r, row := range rows {
		if r+1 >= head {
			if err := b.file.SetRowHeight(tab, r+1, sheets.Height(row, widths)); err != nil {
				return err
			}
		}
		for c, text := range row {
			style := b.text
			switch {
			case r == 0:
				style = b.title
			case r+1 == head:
				style = b.head
			case r < head:
				style = 0
			}
			cell, err := excelize.CoordinatesToCellName(c+1, r+1)
			if err != nil {
				return err
			}
			if err := b.put(tab, cell, text, style); err != nil {
				return err
			}
		}
	}
	for i, width := range widths {
		letter, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return err
		}
		if err := b.file.SetColWidth(tab, letter, letter, width); err != nil {
			return err
		}
	}
	return nil
}
