package start

import (
	"bytes"
	"fmt"
	"slices"
	"time"

	"github.com/xuri/excelize/v2"

	"boardpack/report"
	"boardpack/report/fold"
	"boardpack/templates"
	"boardpack/templates/sheets"
)

// rowsToFill is how many rows of the blank master have drop-downs.
const rowsToFill = 500

// blankMaster writes a master to fill in: the template's own columns, and lists of its own themes, states and other words,
// so that all that can be chosen is understood. The same template gives the same bytes.
func blankMaster(t *templates.Template) ([]byte, error) {
	words, err := t.Words(t.Languages[0])
	if err != nil {
		return nil, err
	}
	f := excelize.NewFile()
	defer f.Close()
	b := &blank{template: t, words: words, file: f}
	b.own = &sheets.Writer{File: f, Template: t, Words: words, List: b.listOf}
	for _, step := range []func() error{b.styles, b.sheets, b.recommendations, b.about, b.settings, b.lists, b.notes, b.print, b.properties} {
		if err := step(); err != nil {
			return nil, fmt.Errorf("blank master: %w", err)
		}
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		return nil, fmt.Errorf("blank master: %w", err)
	}
	return out.Bytes(), nil
}

// blank is a blank master while it is made.
type blank struct {
	template *templates.Template
	words    report.Words
	file     *excelize.File

	tabs                             tabs
	title, head, needed, text, dates int               // styles
	places                           map[string]string // of the words of each list: "Lists!$A$2:$A$6"
	own                              *sheets.Writer    // of the sheets of settings
}

// tabs are the names of the sheets.
type tabs struct{ recommendations, about, notes, lists string }

// known gives the first of the texts that the template has a word for, or else the template's own first word.
func known(words []string, texts ...string) string {
	for _, text := range texts {
		if slices.ContainsFunc(words, func(w string) bool { return fold.Word(w) == fold.Word(text) }) {
			return text
		}
	}
	if len(words) == 0 {
		return ""
	}
	return words[0]
}

func (b *blank) styles() error {
	if err := b.file.SetDefaultFont("Arial"); err != nil {
		return err
	}
	accent := b.template.Accent.Hex()
	font := func(size float64, bold bool, colour string) *excelize.Font {
		return &excelize.Font{Family: "Arial", Size: size, Bold: bold, Color: colour}
	}
	top := &excelize.Alignment{Vertical: "top", Horizontal: "left", WrapText: true}
	day := "d mmm yyyy"
	const asText = 49 // the format "@": Excel keeps 1.10 and 1/2 as they were typed
	for _, s := range []struct {
		id    *int
		style excelize.Style
	}{
		{&b.title, excelize.Style{Font: font(16, true, accent)}},
		{&b.head, excelize.Style{Font: font(11, true, "1F2933"), Alignment: top, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"E7E9EC"}}}},
		{&b.needed, excelize.Style{Font: font(11, true, "FFFFFF"), Alignment: top, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{accent}}}},
		{&b.text, excelize.Style{Font: font(11, false, ""), Alignment: top, NumFmt: asText}},
		{&b.dates, excelize.Style{Font: font(11, false, ""), Alignment: top, CustomNumFmt: &day}},
	} {
		id, err := b.file.NewStyle(&s.style)
		if err != nil {
			return err
		}
		*s.id = id
	}
	return nil
}

func (b *blank) sheets() error {
	b.tabs = tabs{
		recommendations: known(b.template.Vocabulary.Sheets, b.words.Say("workbook.sheet.recommendations")),
		about:           b.words.Say("start.sheet.about"), notes: b.words.Say("start.sheet.notes"), lists: b.words.Say("start.sheet.lists"),
	}
	if err := b.file.SetSheetName("Sheet1", b.tabs.recommendations); err != nil {
		return err
	}
	all := []string{b.tabs.about}
	for _, is := range report.SettingsSheets() {
		all = append(all, b.own.Name(is))
	}
	for _, tab := range append(all, b.tabs.notes, b.tabs.lists) {
		if _, err := b.file.NewSheet(tab); err != nil {
			return err
		}
	}
	return nil
}

// settings writes the sheets of settings, with what the template has.
func (b *blank) settings() error {
	b.own.Head, b.own.Text = b.head, b.text
	for _, is := range report.SettingsSheets() {
		if err := b.own.Write(is); err != nil {
			return err
		}
	}
	return nil
}

// listOf gives the range of a list that a sheet of settings has a drop-down for.
func (b *blank) listOf(id string) string { return b.places[id] }

// recommendations is the sheet to fill in: the headings, those that are needed on the accent colour, and nothing below but
// formats and lists.
func (b *blank) recommendations() error {
	tab, needed := b.tabs.recommendations, report.NeededFields()
	b.places = b.placeLists()
	for i, f := range b.fields() {
		letter, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return err
		}
		style, head := b.text, b.head
		if isDate(f) {
			style = b.dates
		}
		if slices.Contains(needed, f) {
			head = b.needed
		}
		for _, err := range []error{
			b.file.SetColWidth(tab, letter, letter, width(f)),
			b.file.SetColStyle(tab, letter, style),
			b.put(tab, letter+"1", b.heading(f), head),
			b.choices(f, fmt.Sprintf("%s2:%s%d", letter, letter, rowsToFill+1)),
		} {
			if err != nil {
				return err
			}
		}
	}
	return b.freeze(tab, len(b.fields()))
}

func (b *blank) put(tab, cell, text string, style int) error {
	return sheets.Put(b.file, tab, cell, text, style)
}

// choices puts the column's list on its cells, or asks for days where it takes dates.
func (b *blank) choices(f report.Field, cells string) error {
	list := excelize.NewDataValidation(true)
	list.SetSqref(cells)
	kind, title, text := excelize.DataValidationErrorStyleWarning, "workbook.list.title", "workbook.list.error"
	switch {
	case b.own.Choice(f) != "":
		list.SetSqrefDropList(b.own.Choice(f))
	case b.places[string(f)] != "":
		list.SetSqrefDropList(b.places[string(f)])
	case isDate(f):
		if err := list.SetRange("36526", "73050", excelize.DataValidationTypeDate, excelize.DataValidationOperatorBetween); err != nil {
			return err
		}
		title, text = "start.date.title", "start.date.error"
	default:
		return nil
	}
	list.SetError(kind, b.words.Say(title), b.words.Say(text))
	return b.file.AddDataValidation(b.tabs.recommendations, list)
}

// freeze keeps the headings in sight and gives them filters.
func (b *blank) freeze(tab string, columns int) error {
	right, err := excelize.ColumnNumberToName(columns)
	if err != nil {
		return err
	}
	if err := b.file.AutoFilter(tab, "A1:"+right+"1", nil); err != nil {
		return err
	}
	if err := b.quiet(tab, fmt.Sprintf("A2:%s%d", right, rowsToFill+1)); err != nil {
		return err
	}
	return b.file.SetPanes(tab, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft",
		Selection: []excelize.Selection{{SQRef: "A2", ActiveCell: "A2", Pane: "bottomLeft"}}})
}

// quiet switches off Excel's offer to make numbers and days of texts: a ref is a number that stays text.
func (b *blank) quiet(tab, cells string) error {
	for _, check := range []excelize.IgnoredErrorsType{excelize.IgnoredErrorsNumberStoredAsText, excelize.IgnoredErrorsTwoDigitTextYear} {
		if err := b.file.AddIgnoredErrors(tab, cells, check); err != nil {
			return err
		}
	}
	return nil
}

// print turns every sheet on its side and fits its columns on one page.
func (b *blank) print() error {
	on, landscape, wide, high, a4 := true, "landscape", 1, 0, 9
	for _, tab := range b.file.GetSheetList() {
		if err := b.file.SetSheetProps(tab, &excelize.SheetPropsOptions{FitToPage: &on}); err != nil {
			return err
		}
		if err := b.file.SetPageLayout(tab, &excelize.PageLayoutOptions{Size: &a4, Orientation: &landscape, FitToWidth: &wide, FitToHeight: &high}); err != nil {
			return err
		}
	}
	return nil
}

// properties fills in what Excel shows of the file, and nothing of the clock.
func (b *blank) properties() error {
	stamp := time.Date(2023, time.January, 1, 9, 0, 0, 0, time.UTC).Format(time.RFC3339)
	keepAuthors := false // excelize asks Excel to take them out
	if err := b.file.SetWorkbookProps(&excelize.WorkbookPropsOptions{FilterPrivacy: &keepAuthors}); err != nil {
		return err
	}
	return b.file.SetDocProps(&excelize.DocProperties{Title: b.words.Say("start.notes.title"), Creator: "boardpack", LastModifiedBy: "boardpack",
		Created: stamp, Modified: stamp, Language: b.words.Lang()})
}
