package sheets

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"boardpack/report"
	"boardpack/report/fold"
	"boardpack/report/named"
	"boardpack/templates"
)

// rowsToFill is how many rows of a list have drop-downs and are offered in those of the recommendations.
const rowsToFill = 200

// Writer writes the sheets of settings into a workbook, with what a template has.
type Writer struct {
	File     *excelize.File
	Template *templates.Template
	Words    report.Words // of the template's main language
	// Styles of cells.
	Head, Text int
	// List gives the range with the words of one of Lists, "Lists!$A$2:$A$6".
	List func(id string) string
}

// Name is what a sheet is called.
func (w *Writer) Name(is report.SettingsSheet) string {
	return w.Words.Say("settings.sheet." + string(is))
}

// column is a column of a sheet with what it holds.
type column struct {
	id, heading, help string
	width             float64
	list              string // the range of its drop-down list; "" for none
}

// Write makes one sheet and fills it in.
func (w *Writer) Write(is report.SettingsSheet) error {
	tab := w.Name(is)
	if _, err := w.File.NewSheet(tab); err != nil {
		return err
	}
	columns := w.columns(is)
	for i, c := range columns {
		if err := w.column(tab, is, i+1, c); err != nil {
			return err
		}
	}
	if err := w.rows(is, tab, columns); err != nil {
		return err
	}
	right, err := excelize.ColumnNumberToName(len(columns))
	if err != nil {
		return err
	}
	for _, check := range []excelize.IgnoredErrorsType{excelize.IgnoredErrorsNumberStoredAsText, excelize.IgnoredErrorsTwoDigitTextYear} {
		if err := w.File.AddIgnoredErrors(tab, fmt.Sprintf("A2:%s%d", right, rowsToFill+1), check); err != nil {
			return err
		}
	}
	return w.File.SetPanes(tab, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft",
		Selection: []excelize.Selection{{SQRef: "A2", ActiveCell: "A2", Pane: "bottomLeft"}}})
}

// columns lists the columns of a sheet. The name or word in the main language comes first, those in the other languages after it.
func (w *Writer) columns(is report.SettingsSheet) []column {
	var out []column
	for _, id := range is.Columns() {
		c := column{id: id, heading: w.Words.Say("settings.column." + id), width: widthOf(id)}
		if is != report.ValuesSheet {
			c.help = w.Words.Say("settings.help." + string(is) + "_" + id)
		}
		if id == "means" {
			c.list = w.List("means")
		}
		out = append(out, c)
		if id != "name" && id != "word" {
			continue
		}
		for _, lang := range w.Template.Languages[1:] {
			other := c
			other.id, other.heading = ofLanguage(id, lang), c.heading+" ("+w.Template.NameOf(lang)+")"
			out = append(out, other)
		}
	}
	return out
}

func widthOf(id string) float64 {
	switch id {
	case "name", "word", "value":
		return 34
	case "words", "note":
		return 70
	case "setting":
		return 40
	}
	return 22
}

// column writes a heading, and shapes the cells below it.
func (w *Writer) column(tab string, is report.SettingsSheet, number int, c column) error {
	letter, err := excelize.ColumnNumberToName(number)
	if err != nil {
		return err
	}
	below := fmt.Sprintf("%s2:%s%d", letter, letter, rowsToFill+1)
	for _, err := range []error{
		w.File.SetColWidth(tab, letter, letter, c.width),
		w.File.SetColStyle(tab, letter, w.Text),
		w.put(tab, letter+"1", c.heading, w.Head),
	} {
		if err != nil {
			return err
		}
	}
	if c.help == "" {
		return nil
	}
	rule := excelize.NewDataValidation(true)
	rule.SetSqref(below)
	if c.list != "" {
		rule.SetSqrefDropList(c.list)
		rule.SetError(excelize.DataValidationErrorStyleWarning, w.Words.Say("workbook.list.title"), w.Words.Say("workbook.list.error"))
	} else if err := rule.SetRange("0", "32767", excelize.DataValidationTypeTextLength, excelize.DataValidationOperatorBetween); err != nil {
		return err
	}
	rule.SetInput(shortened(c.heading, 32), shortened(c.help, 255))
	return w.File.AddDataValidation(tab, rule)
}

func (w *Writer) put(tab, cell, text string, style int) error {
	if err := w.File.SetCellStr(tab, cell, text); err != nil {
		return err
	}
	return w.File.SetCellStyle(tab, cell, cell, style)
}

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

// Height is the height in points of a row whose cells wrap their texts in columns of such widths, in characters of 11 point Arial: programs
// other than Excel do not find it by themselves.
func Height(texts []string, widths []float64) float64 {
	const line, most = 14.5, 400.0
	lines := 1
	for i, text := range texts {
		here, room := 1, 0
		for _, word := range strings.Fields(text) {
			length := len([]rune(word)) + 1
			if room+length > int(widths[i]) && room > 0 {
				here, room = here+1, 0
			}
			room += length
		}
		lines = max(lines, here)
	}
	return min(float64(lines)*line+1, most)
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

// Help says what each column or value of a sheet is for: its name, and a sentence.
func (w *Writer) Help(is report.SettingsSheet) [][2]string {
	var out [][2]string
	if is == report.ValuesSheet {
		for _, v := range valuesOf(w.Template) {
			out = append(out, [2]string{v.word, w.Words.Say("settings.note."+v.name) + " " + w.Words.Say("settings.note.empty")})
		}
		return out
	}
	for _, id := range is.Columns() {
		out = append(out, [2]string{w.Words.Say("settings.column." + id), w.Words.Say("settings.help." + string(is) + "_" + id)})
	}
	return out
}

// List is a list of words that drop-downs of the sheets offer.
type List struct {
	ID, Heading string
	Words       []string
}

// Lists gives the lists that the sheets have drop-downs for.
func Lists(t *templates.Template) []List {
	return []List{
		{"means", t.In("settings.column.means")[0], stateWords(t).names},
		{"overdue_by", t.In("settings.name.overdue_by")[0], bases(t)},
	}
}

// Choice is the list of a column of the recommendations, as a formula: what stands in the first column of a sheet of settings, down to its
// last word, so that a word is offered as soon as it is there. A column has one where its field is the theme or the status; "" for others.
func (w *Writer) Choice(f report.Field) string {
	is := report.ThemesSheet
	switch f {
	case report.FieldTheme:
	case report.FieldStatus:
		is = report.StatusWordsSheet
	default:
		return ""
	}
	sheet := "'" + strings.ReplaceAll(w.Name(is), "'", "''") + "'!"
	first := sheet + "$A$2"
	all := first + ":$A$" + strconv.Itoa(rowsToFill+1)
	// The number of the last row that is filled, counted from the first. A count of the filled ones would lose the last word where a
	// row between is empty.
	formula := fmt.Sprintf("OFFSET(%s,0,0,MAX(1,SUMPRODUCT(MAX((LEN(%s)>0)*(ROW(%s)-ROW(%s)+1)))),1)", first, all, all, first)
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(formula) // the library writes it as it is
}
