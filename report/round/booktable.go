package round

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"boardpack/report"
	"boardpack/report/named"
	"boardpack/report/ooxml"
)

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
		if err := b.put(b.tabs.update, ooxml.CellName(i+1, headRow), c.heading(b.words), style); err != nil {
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
	if err := b.file.AddTable(b.tabs.update, &excelize.Table{Range: "A" + fmt.Sprint(headRow) + ":" + ooxml.CellName(len(b.columns), last), Name: "Update",
		StyleName: "TableStyleLight1", ShowRowStripes: &off, ShowHeaderRow: &on}); err != nil {
		return err
	}
	for _, check := range []excelize.IgnoredErrorsType{excelize.IgnoredErrorsNumberStoredAsText, excelize.IgnoredErrorsTwoDigitTextYear} {
		if err := b.file.AddIgnoredErrors(b.tabs.update, "A1:"+ooxml.CellName(len(b.columns), last), check); err != nil {
			return err
		}
	}
	return b.file.SetPanes(b.tabs.update, &excelize.Panes{Freeze: true, XSplit: 2, YSplit: headRow, TopLeftCell: ooxml.CellName(3, headRow+1), ActivePane: "bottomRight",
		Selection: []excelize.Selection{{SQRef: b.answerCell(headRow + 1), ActiveCell: b.answerCell(headRow + 1), Pane: "bottomRight"}}})
}

// answerCell is the first cell to fill in of a row.
func (b *returnBook) answerCell(row int) string { return ooxml.CellName(len(givenColumns())+1, row) }

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
		cell, style, text := ooxml.CellName(i+1, n), b.styles.given, ""
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
		if note == "" || rec.Updated.IsZero() || b.setting.AddNotes { // notes that are added have their days
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
			others = append(others, b.round.owner(name).shown())
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
				return "$" + ooxml.CellName(i+1, row)
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
