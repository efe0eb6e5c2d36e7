package start

import (
	"fmt"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"boardpack/report"
)

// aboutDates and aboutYesNo are the entries of the About sheet that take a day, or yes or no.
func aboutDates() []string { return []string{"published", "response_issued", "as_at", "meeting_date"} }

func aboutYesNo() []string { return []string{"illustrative", "draft"} }

// aboutKeys lists the entries of the About sheet that the packs have a use for. The organisation is on the sheet of settings.
func (b *blank) aboutKeys() []string {
	var out []string
	for _, key := range report.AboutKeys() {
		base, lang, other := strings.Cut(key, ".")
		if base == "organisation" || other && !slices.Contains(b.template.Languages, lang) || len(b.template.Vocabulary.About[key]) == 0 {
			continue
		}
		out = append(out, key)
	}
	return out
}

// aboutName is the name of an entry of the About sheet. Those in Welsh have the name of the entry with the language.
func (b *blank) aboutName(key string) string {
	return known(b.template.Vocabulary.About[key], b.words.Say("start.about."+strings.ReplaceAll(key, ".", "_")))
}

func (b *blank) about() error {
	tab := b.tabs.about
	for i, key := range b.aboutKeys() {
		cell, style := fmt.Sprintf("B%d", i+1), b.text
		if slices.Contains(aboutDates(), key) {
			style = b.dates
		}
		if err := b.put(tab, fmt.Sprintf("A%d", i+1), b.aboutName(key), b.head); err != nil {
			return err
		}
		if err := b.file.SetCellStyle(tab, cell, cell, style); err != nil {
			return err
		}
		if err := b.aboutRule(key, cell); err != nil {
			return err
		}
	}
	if err := b.quiet(tab, fmt.Sprintf("B1:B%d", len(b.aboutKeys()))); err != nil {
		return err
	}
	if err := b.file.SetColWidth(tab, "A", "A", 26); err != nil {
		return err
	}
	return b.file.SetColWidth(tab, "B", "B", 60)
}

// aboutRule shows what an entry is for when its cell is chosen, and lists yes and no.
func (b *blank) aboutRule(key, cell string) error {
	rule := excelize.NewDataValidation(true)
	rule.SetSqref(cell)
	switch {
	case slices.Contains(aboutYesNo(), key):
		rule.SetSqrefDropList(b.places["yes_no"])
	case slices.Contains(aboutDates(), key):
		if err := rule.SetRange("1", "73050", excelize.DataValidationTypeDate, excelize.DataValidationOperatorBetween); err != nil {
			return err
		}
	default:
		if err := rule.SetRange("0", "1000", excelize.DataValidationTypeTextLength, excelize.DataValidationOperatorBetween); err != nil {
			return err
		}
	}
	rule.SetInput(b.aboutName(key), b.words.Say("start.about."+strings.ReplaceAll(key, ".", "_")+".note"))
	rule.SetError(excelize.DataValidationErrorStyleWarning, b.words.Say("workbook.list.title"), b.words.Say("start.about.error"))
	return b.file.AddDataValidation(b.tabs.about, rule)
}
