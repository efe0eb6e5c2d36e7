package sheets

import (
	"fmt"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"boardpack/report"
	"boardpack/report/fold"
	"boardpack/report/named"
)

// rows fills a sheet in.
func (w *Writer) rows(is report.SettingsSheet, tab string, columns []column) error {
	switch is {
	case report.ThemesSheet:
		for i, theme := range w.Template.Rules.Themes {
			if err := w.row(tab, i+2, columns, w.themeCells(theme)); err != nil {
				return err
			}
		}
	case report.StatusWordsSheet:
		for i, cells := range w.statusCells() {
			if err := w.row(tab, i+2, columns, cells); err != nil {
				return err
			}
		}
	case report.ValuesSheet:
		return w.valueRows(tab)
	}
	return nil
}

func (w *Writer) row(tab string, number int, columns []column, cells map[string]string) error {
	var texts []string
	var widths []float64
	for _, c := range columns {
		texts, widths = append(texts, cells[c.id]), append(widths, c.width)
	}
	if err := w.File.SetRowHeight(tab, number, Height(texts, widths)); err != nil {
		return err
	}
	for i, c := range columns {
		if cells[c.id] == "" {
			continue
		}
		cell, err := excelize.CoordinatesToCellName(i+1, number)
		if err != nil {
			return err
		}
		if err := w.put(tab, cell, cells[c.id], w.Text); err != nil {
			return err
		}
	}
	return nil
}

func (w *Writer) themeCells(theme report.Theme) map[string]string {
	out := map[string]string{"id": theme.ID, "colour": theme.Colour}
	var names []string
	for lang, name := range theme.Name {
		names = append(names, name)
		if i := slices.Index(w.Template.Languages, lang); i == 0 {
			out["name"] = name
		} else if i > 0 {
			out[ofLanguage("name", lang)] = name
		}
	}
	var others []string
	for _, word := range w.Template.Vocabulary.Themes[theme.ID] {
		if !isWord(names, word) {
			others = append(others, plainWord(word))
		}
	}
	out["words"] = strings.Join(others, "; ")
	return out
}

// plainWord gives a word without what parts two words of a cell. Words are compared without punctuation, so that it is the same word.
func plainWord(word string) string { return fold.Line(strings.ReplaceAll(word, ";", " ")) }

// statusCells are the words that the drop-down list offers: one for each state.
func (w *Writer) statusCells() []map[string]string {
	var out []map[string]string
	names := stateWords(w.Template)
	for _, state := range report.States() {
		known := w.Template.Vocabulary.States[state]
		if state == report.Unrecognised || len(known) == 0 {
			continue
		}
		cells := map[string]string{"means": names.say(state), "word": known[0]}
		if said := named.State(w.Words, state); isWord(known, said) {
			cells["word"] = said
		}
		for _, lang := range w.Template.Languages[1:] {
			if words, err := w.Template.Words(lang); err == nil {
				if said := named.State(words, state); isWord(known, said) {
					cells[ofLanguage("word", lang)] = said
				}
			}
		}
		out = append(out, cells)
	}
	return out
}

// valueRows writes the settings that have one value.
func (w *Writer) valueRows(tab string) error {
	for i, v := range valuesOf(w.Template) {
		row := i + 2
		note := w.Words.Say("settings.note."+v.name) + " " + w.Words.Say("settings.note.empty")
		if err := w.File.SetRowHeight(tab, row, Height([]string{v.word, "", note}, []float64{widthOf("setting"), widthOf("value"), widthOf("note")})); err != nil {
			return err
		}
		if err := w.put(tab, fmt.Sprintf("A%d", row), v.word, w.Text); err != nil {
			return err
		}
		if err := w.put(tab, fmt.Sprintf("C%d", row), note, w.Text); err != nil {
			return err
		}
		if err := w.value(tab, fmt.Sprintf("B%d", row), v); err != nil {
			return err
		}
	}
	return nil
}

func (w *Writer) value(tab, cell string, v value) error {
	rules := &w.Template.Rules
	rule := excelize.NewDataValidation(true)
	rule.SetSqref(cell)
	text := ""
	switch v.name {
	case "organisation":
		text = rules.DefaultOrg[v.lang]
	case "accent":
		text = w.Template.Accent.String()
	case "overdue_by":
		text = w.basis(rules.OverdueBy)
		rule.SetSqrefDropList(w.List("overdue_by"))
	case "due_soon_days":
		if err := rule.SetRange("0", "3650", excelize.DataValidationTypeWhole, excelize.DataValidationOperatorBetween); err != nil {
			return err
		}
	}
	if rule.Formula1 == "" {
		if err := rule.SetRange("0", "1000", excelize.DataValidationTypeTextLength, excelize.DataValidationOperatorBetween); err != nil {
			return err
		}
	}
	help := w.Words.Say("settings.note."+v.name) + " " + w.Words.Say("settings.note.empty")
	rule.SetInput(shortened(v.word, 32), shortened(help, 255))
	rule.SetError(excelize.DataValidationErrorStyleWarning, w.Words.Say("workbook.list.title"), shortened(help, 225))
	if err := w.File.AddDataValidation(tab, rule); err != nil {
		return err
	}
	if v.name == "due_soon_days" {
		if err := w.File.SetCellInt(tab, cell, int64(rules.DueSoonDays)); err != nil {
			return err
		}
		style, err := w.number()
		if err != nil {
			return err
		}
		return w.File.SetCellStyle(tab, cell, cell, style)
	}
	if text == "" {
		return nil
	}
	return w.put(tab, cell, text, w.Text)
}

// number is the style of texts for a number.
func (w *Writer) number() (int, error) {
	style, err := w.File.GetStyle(w.Text)
	if err != nil {
		return 0, err
	}
	style.NumFmt = 0
	return w.File.NewStyle(style)
}

func (w *Writer) basis(b report.DueBasis) string {
	if b == report.ByOriginalDue {
		return bases(w.Template)[1]
	}
	return bases(w.Template)[0]
}

// shortened cuts a text to what Excel takes.
func shortened(text string, most int) string {
	if runes := []rune(text); len(runes) > most {
		return string(runes[:most-1]) + "…"
	}
	return text
}
