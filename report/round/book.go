package round

import (
	"bytes"
	"fmt"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"boardpack/report"
	"boardpack/report/named"
)

// headRow is the row of the headings of a return; the lines above it say whose it is, by when, and of which round.
const headRow = 5

// returnBook is a return while it is made: the workbook that one owner fills in.
type returnBook struct {
	setting *Setting
	round   *Round
	owner   *AskedOwner
	words   report.Words
	rows    []*Row
	lines   map[string]line // of the packs, by code
	names   []string        // of all owners, for the list of whose else a row may be
	file    *excelize.File
	columns []column
	styles  bookStyles
	tabs    struct{ update, guide, else_, lists string }
}

// writeReturn makes an owner's return. The same round gives the same bytes.
func writeReturn(s *Setting, r *Round, o *AskedOwner, lines map[string]line) ([]byte, error) {
	f := excelize.NewFile()
	defer f.Close()
	b := &returnBook{setting: s, round: r, owner: o, words: s.words(o.Language), rows: r.rowsOf(o.Name), lines: lines, file: f}
	b.columns = columnsOf(b.takesWelsh())
	for i := range r.Owners {
		if name := r.Owners[i]; !sameName(name.Name, o.Name) {
			b.names = append(b.names, name.Name)
		}
	}
	for _, step := range []func() error{b.makeStyles, b.sheets, b.top, b.table, b.lists, b.choices, b.guide, b.somethingElse, b.print, b.properties} {
		if err := step(); err != nil {
			return nil, fmt.Errorf("the workbook for %s: %w", o.Name, err)
		}
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		return nil, fmt.Errorf("the workbook for %s: %w", o.Name, err)
	}
	return out.Bytes(), nil
}

// takesWelsh tells whether any of the owner's masters has a column for the note in Welsh, in a template with Welsh.
func (b *returnBook) takesWelsh() bool {
	welsh := false
	for _, w := range b.setting.Words {
		welsh = welsh || w.Lang() == "cy"
	}
	for i := range b.setting.Masters {
		register := b.setting.Masters[i].Pack.Register
		for _, r := range b.rows {
			if welsh && r.Register == register.Name && register.Has(report.FieldProgressCy) {
				return true
			}
		}
	}
	return false
}

func (b *returnBook) sheets() error {
	b.tabs.update, b.tabs.guide = b.words.Say("round.sheet.update"), b.words.Say("round.sheet.guide")
	b.tabs.else_, b.tabs.lists = b.words.Say("round.sheet.something_else"), b.words.Say("round.sheet.lists")
	if err := b.file.SetSheetName("Sheet1", b.tabs.update); err != nil {
		return err
	}
	for _, tab := range []string{b.tabs.guide, b.tabs.else_, b.tabs.lists} {
		if _, err := b.file.NewSheet(tab); err != nil {
			return err
		}
	}
	return b.file.SetSheetVisible(b.tabs.lists, false)
}

// top is the lines above the table.
func (b *returnBook) top() error {
	back := b.words.Say("round.return.back", "Date", b.words.Date(b.round.ReplyBy))
	if contact := b.setting.contact(b.words); contact != "" {
		back = b.words.Say("round.return.back_to", "Date", b.words.Date(b.round.ReplyBy), "Contact", contact)
	}
	for _, text := range []string{b.setting.marking(), b.setting.organisation(b.words)} {
		if text != "" {
			back = text + " · " + back
		}
	}
	for i, l := range []struct {
		text  string
		style int
	}{
		{b.words.Say("round.return.title", "Owner", b.owner.Shown()), b.styles.title},
		{back, b.styles.line},
		{roundLine(b.words, b.round), b.styles.small},
	} {
		if err := b.put(b.tabs.update, cellAt(1, i+1), l.text, l.style); err != nil {
			return err
		}
	}
	return nil
}

// roundLine says of which round a return is.
func roundLine(w report.Words, r *Round) string {
	return w.Say("round.return.round", "Month", r.Month, "Code", r.Code)
}

// table is the rows to fill in.
func (b *returnBook) table() error {
	for i, c := range b.columns {
		letter, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return err
		}
		if err := b.file.SetColWidth(b.tabs.update, letter, letter, c.width()); err != nil {
			return err
		}
		style := b.styles.answerHead
		if c == colToDo || i < len(givenColumns()) {
			style = b.styles.givenHead
		}
		if err := b.put(b.tabs.update, cellAt(i+1, headRow), c.heading(b.words), style); err != nil {
			return err
		}
	}
	const twoLines = 31 // points
	if err := b.file.SetRowHeight(b.tabs.update, headRow, twoLines); err != nil {
		return err
	}
	for i, r := range b.rows {
		if err := b.row(headRow+1+i, r); err != nil {
			return err
		}
	}
	last, on, off := headRow+len(b.rows), true, false
	if err := b.file.AddTable(b.tabs.update, &excelize.Table{Range: "A" + fmt.Sprint(headRow) + ":" + cellAt(len(b.columns), last), Name: "Update",
		StyleName: "TableStyleLight1", ShowRowStripes: &off, ShowHeaderRow: &on}); err != nil {
		return err
	}
	for _, check := range []excelize.IgnoredErrorsType{excelize.IgnoredErrorsNumberStoredAsText, excelize.IgnoredErrorsTwoDigitTextYear} {
		if err := b.file.AddIgnoredErrors(b.tabs.update, "A1:"+cellAt(len(b.columns), last), check); err != nil {
			return err
		}
	}
	return b.file.SetPanes(b.tabs.update, &excelize.Panes{Freeze: true, XSplit: 2, YSplit: headRow, TopLeftCell: cellAt(3, headRow+1), ActivePane: "bottomRight",
		Selection: []excelize.Selection{{SQRef: b.answerCell(headRow + 1), ActiveCell: b.answerCell(headRow + 1), Pane: "bottomRight"}}})
}

// answerCell is the first cell to fill in of a row.
func (b *returnBook) answerCell(row int) string { return cellAt(len(givenColumns())+1, row) }

// row fills in what is given of a row, and shapes what is not.
func (b *returnBook) row(n int, r *Row) error {
	var texts []string
	var widths []float64
	for _, c := range givenColumns() {
		texts, widths = append(texts, b.given(c, r)), append(widths, c.width())
	}
	if err := b.file.SetRowHeight(b.tabs.update, n, heightOf(texts, widths)); err != nil {
		return err
	}
	for i, c := range b.columns {
		cell, style, text := cellAt(i+1, n), b.styles.given, ""
		switch {
		case c == colToDo:
			if err := b.file.SetCellFormula(b.tabs.update, cell, b.toDo(n)); err != nil {
				return err
			}
			if err := b.file.SetCellStyle(b.tabs.update, cell, cell, style); err != nil {
				return err
			}
			continue
		case c.isDay():
			style = b.styles.day
		case i >= len(givenColumns()):
			style = b.styles.answer
		case c == colCode:
			style, text = b.styles.code, r.Code
		default:
			text = b.given(c, r)
		}
		if text == "" {
			if err := b.file.SetCellStyle(b.tabs.update, cell, cell, style); err != nil {
				return err
			}
			continue
		}
		if err := b.put(b.tabs.update, cell, text, style); err != nil {
			return err
		}
	}
	return nil
}

// given is what a given column says of a row.
func (b *returnBook) given(c column, r *Row) string {
	l := b.lines[r.Code]
	rec, w := l.row.Recommendation, b.words
	switch c {
	case colRef:
		return r.Ref
	case colReport:
		return b.round.master(r.Register).Title[w.Lang()]
	case colRecommendation:
		text, _ := l.whole.Text.In(w.Lang())
		return text
	case colResponse:
		text, _ := rec.Response.In(w.Lang())
		return text
	case colStatusNow:
		return b.statusNow(r, l)
	case colDueNow:
		if day := l.row.Due; !day.IsZero() {
			return w.ShortDate(day)
		}
		return rec.DueAsWritten
	case colLastNote:
		note, _ := rec.Progress.In(w.Lang())
		if note == "" || rec.Updated.IsZero() {
			return note
		}
		return w.ShortDate(rec.Updated) + ": " + note
	}
	return ""
}

// statusNow is the status, and with whom the owner shares the row.
func (b *returnBook) statusNow(r *Row, l line) string {
	status := named.State(b.words, l.row.State)
	if l.row.State == report.Unrecognised {
		status = l.row.Status
	}
	var others []string
	for _, name := range r.Owners {
		if !sameName(name, b.owner.Name) {
			others = append(others, b.round.owner(name).Shown())
		}
	}
	if len(others) > 0 {
		return strings.TrimSpace(status + "\n" + b.words.Say("round.return.joint", "Owners", strings.Join(others, "; ")))
	}
	return status
}

// toDo is the formula that says what is missing in a row.
func (b *returnBook) toDo(row int) string {
	at := func(c column) string {
		for i, have := range b.columns {
			if have == c {
				return "$" + cellAt(i+1, row)
			}
		}
		return `""`
	}
	text := func(s string) string { return `"` + strings.ReplaceAll(s, `"`, `""`) + `"` }
	word := named.State(b.words, report.Complete)
	complete := text(word)
	return fmt.Sprintf(`IF(AND(%[1]s=%[2]s,%[3]s=""),%[4]s,IF(AND(%[3]s<>"",%[1]s<>%[2]s),%[5]s,IF(AND(%[6]s<>"",%[7]s=""),%[8]s,IF(AND(%[1]s="",%[9]s<>""),%[10]s,""))))`,
		at(colStatus), complete, at(colCompleted), text(b.words.Say("round.todo.completed")), text(b.words.Say("round.todo.status", "Complete", word)),
		at(colNewDate), at(colWhy), text(b.words.Say("round.todo.why")), at(colProgress), text(b.words.Say("round.todo.answer")))
}

func (b *returnBook) put(tab, cell, text string, style int) error {
	if err := b.file.SetCellStr(tab, cell, text); err != nil {
		return err
	}
	return b.file.SetCellStyle(tab, cell, cell, style)
}

// cellAt names a cell; the columns of a return are few and its rows bounded by those of a master.
func cellAt(column, row int) string {
	name, err := excelize.CoordinatesToCellName(column, row)
	if err != nil {
		return ""
	}
	return name
}

// properties fills in what programs show of the file. A day of last change later than this one is that of an answer.
func (b *returnBook) properties() error {
	return setProperties(b.file, b.words.Say("round.return.title", "Owner", b.owner.Shown()), b.words.Lang(), b.setting.Month)
}

// madeOn is the day that files of a round say they were made on: the first of its month, because nothing here knows the clock.
func madeOn(month report.Month) time.Time {
	return time.Date(month.Year, month.Month, 1, 0, 0, 0, 0, time.UTC)
}

func setProperties(f *excelize.File, title, lang string, month report.Month) error {
	stamp := madeOn(month).Format(time.RFC3339)
	keepAuthors := false // excelize asks Excel to take them out
	if err := f.SetWorkbookProps(&excelize.WorkbookPropsOptions{FilterPrivacy: &keepAuthors}); err != nil {
		return err
	}
	return f.SetDocProps(&excelize.DocProperties{Title: title, Creator: "boardpack", LastModifiedBy: "boardpack", Created: stamp, Modified: stamp, Language: lang})
}
