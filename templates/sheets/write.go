package sheets

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"boardpack/report"
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
		if err := w.column(tab, i+1, c); err != nil {
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
func (w *Writer) column(tab string, number int, c column) error {
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
	return Put(w.File, tab, cell, text, style)
}

// Put writes a text into a cell of a workbook, with a style.
func Put(f *excelize.File, tab, cell, text string, style int) error {
	if err := f.SetCellStr(tab, cell, text); err != nil {
		return err
	}
	return f.SetCellStyle(tab, cell, cell, style)
}

// Height is the height in points of a row whose cells wrap their texts in columns of such widths, in characters of 11 point Arial: programs
// other than Excel do not find it by themselves.
func Height(texts []string, widths []float64) float64 {
	const line, most = 14.5, 400.0
	lines := 1
	for i, text := range texts {
		here, room := 1, 0
		for word := range strings.FieldsSeq(text) {
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
