package workbook

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"boardpack/report"
	"boardpack/report/ooxml"
)

// Annotation is a copy of a master in the making: the master's own bytes when it is a workbook, or the text of its cells
// when it is a CSV file, which can hold no comments.
type Annotation struct {
	Workbook []byte
	Records  [][]string
	Problems []report.Problem
	Unpacked int64 // bytes that the workbook may unpack to; 0 for a gigabyte

	fromRecords bool
}

// Annotate writes a copy of a master as a workbook, with each problem as a note on its cell, and a sheet that lists all of them with
// links. Of a workbook, all that is not changed for that is in the copy as it is. It gives the ending that the copy's name must have. The
// same input gives the same bytes.
func Annotate(w io.Writer, a Annotation, words report.Words) (ending string, err error) {
	if a.Workbook == nil {
		data, err := a.ofRecords()
		if err != nil {
			return "", err
		}
		a.Workbook, a.fromRecords = data, true
	}
	copied, err := ooxml.Open(a.Workbook, cmp.Or(a.Unpacked, 1<<30))
	if err != nil {
		return "", err
	}
	sheets, err := copied.Sheets()
	if err != nil {
		return "", err
	}
	if err := a.note(copied, sheets, words); err != nil {
		return "", err
	}
	if err := a.list(copied, sheets, words); err != nil {
		return "", err
	}
	if err := copied.Check(); err != nil {
		return "", err
	}
	return copied.Ending(), copied.Write(w)
}

// ofRecords makes a workbook of the text of a CSV file.
func (a Annotation) ofRecords() ([]byte, error) {
	file := excelize.NewFile()
	defer file.Close()
	sheet := file.GetSheetName(0)
	for r, record := range a.Records {
		for c, text := range record {
			if text == "" {
				continue
			}
			if err := file.SetCellStr(sheet, cellName(c+1, r+1), text); err != nil {
				return nil, err
			}
		}
	}
	if err := plainTexts(file, sheet, a.Records); err != nil {
		return nil, err
	}
	var out bytes.Buffer
	err := file.Write(&out)
	return out.Bytes(), err
}

// plainTexts keeps the text of the cells text when one is edited, without a green triangle on those that look like numbers, and the
// authors of notes in the file.
func plainTexts(file *excelize.File, sheet string, records [][]string) error {
	widest := 1
	for _, record := range records {
		widest = max(widest, len(record))
	}
	asText, err := file.NewStyle(&excelize.Style{NumFmt: 49})
	if err != nil {
		return err
	}
	last, keep := cellName(widest, max(len(records), 1)), false
	if err := file.SetCellStyle(sheet, "A1", last, asText); err != nil {
		return err
	}
	for _, check := range []excelize.IgnoredErrorsType{excelize.IgnoredErrorsNumberStoredAsText, excelize.IgnoredErrorsTwoDigitTextYear} {
		if err := file.AddIgnoredErrors(sheet, "A1:"+last, check); err != nil {
			return err
		}
	}
	return file.SetWorkbookProps(&excelize.WorkbookPropsOptions{FilterPrivacy: &keep})
}

// sheetOf is the sheet that a problem is on; a CSV file has one, which has no name of its own.
func (a Annotation) sheetOf(sheets []ooxml.Sheet, p report.Problem) *ooxml.Sheet {
	for i := range sheets {
		if sheets[i].Name == p.Sheet || p.Sheet == "" && a.fromRecords {
			return &sheets[i]
		}
	}
	return nil
}

// note puts the problems on their cells, one note a cell.
func (a Annotation) note(copied *ooxml.Package, sheets []ooxml.Sheet, words report.Words) error {
	notes, places := map[string][]ooxml.Note{}, map[string]int{}
	var order []string
	for _, p := range a.Problems {
		sheet := a.sheetOf(sheets, p)
		column, row, err := excelize.CellNameToCoordinates(p.Cell)
		if sheet == nil || err != nil {
			continue
		}
		text := p.Message(words) + " → " + p.Hint(words)
		at := sheet.Part + "!" + p.Cell
		if i, there := places[at]; there {
			notes[sheet.Part][i].Text += "\n\n" + text
			continue
		}
		if notes[sheet.Part] == nil {
			order = append(order, sheet.Part)
		}
		places[at] = len(notes[sheet.Part])
		notes[sheet.Part] = append(notes[sheet.Part], ooxml.Note{Cell: p.Cell, Column: column, Row: row, Text: text})
	}
	for _, part := range order {
		if _, err := copied.AddNotes(part, "boardpack", notes[part]); err != nil { // what has no room is in the list all the same
			return err
		}
	}
	return nil
}

// list adds the sheet of problems, open, with a link to each cell.
func (a Annotation) list(copied *ooxml.Package, sheets []ooxml.Sheet, words report.Words) error {
	styles, err := copied.AddStyles()
	if err != nil {
		return err
	}
	var rows, links strings.Builder
	row := func(number int, texts [4]string, formats [4]int) {
		fmt.Fprintf(&rows, `<row r="%d">`, number)
		for c, text := range texts {
			fmt.Fprintf(&rows, `<c r="%s" s="%d" t="inlineStr"><is><t xml:space="preserve">%s</t></is></c>`, cellName(c+1, number), formats[c], ooxml.Escape(text))
		}
		rows.WriteString("</row>")
	}
	row(1, [4]string{words.Say("column.level"), words.Say("column.where"), words.Say("column.message"), words.Say("column.hint")},
		[4]int{styles.Bold, styles.Bold, styles.Bold, styles.Bold})
	for i, p := range a.Problems {
		where := styles.Wrapped
		if sheet := a.sheetOf(sheets, p); sheet != nil && p.Cell != "" {
			where = styles.Link
			target := quoteSheet(sheet.Name) + "!" + p.Cell
			fmt.Fprintf(&links, `<hyperlink ref="B%d" location="%s" display="%s"/>`, i+2, ooxml.Escape(target), ooxml.Escape(p.Where()))
		}
		row(i+2, [4]string{words.Say("level." + string(p.Level)), p.Where(), p.Message(words), p.Hint(words)},
			[4]int{styles.Wrapped, where, styles.Wrapped, styles.Wrapped})
	}
	namespace, err := copied.Namespace()
	if err != nil {
		return err
	}
	return copied.AddSheet(freeSheetName(sheets, words.Say("workbook.annotate.sheet")), fmt.Sprintf(listSheet, namespace, rows.String(), hyperlinks(links.String())))
}

// listSheet is the worksheet of the list: its headings stay in view, and its columns are as wide as what they hold.
const listSheet = `<worksheet xmlns="%s"><sheetViews><sheetView tabSelected="1" workbookViewId="0">` +
	`<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols><col min="1" max="1" width="12" customWidth="1"/>` +
	`<col min="2" max="2" width="44" customWidth="1"/><col min="3" max="3" width="64" customWidth="1"/><col min="4" max="4" width="54" customWidth="1"/></cols>` +
	`<sheetData>%s</sheetData>%s</worksheet>`

func hyperlinks(links string) string {
	if links == "" {
		return ""
	}
	return "<hyperlinks>" + links + "</hyperlinks>"
}

// freeSheetName adds a number where the master has a sheet of that name already.
func freeSheetName(sheets []ooxml.Sheet, name string) string {
	free := name
	for n := 2; slices.ContainsFunc(sheets, func(s ooxml.Sheet) bool { return strings.EqualFold(s.Name, free) }); n++ {
		free = fmt.Sprintf("%s %d", name, n)
	}
	return free
}
