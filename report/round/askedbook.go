package round

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"boardpack/report"
	"boardpack/report/fold"
	"boardpack/report/master"
	"boardpack/report/ooxml"
)

// sheetOf is a plain sheet of a workbook for the team: a title, a table and its widths.
type sheetOf struct {
	name, title string
	notes       []string // lines between the title and the table
	headings    []string
	widths      []float64
	rows        [][]string
	lists       map[int][]string // by column from 0: the words of its drop-down list
}

// head is the row of the headings.
func (t *sheetOf) head() int { return len(t.notes) + 3 }

// writeSheets makes a workbook of plain sheets.
func writeSheets(s *Setting, title string, sheets []sheetOf) ([]byte, error) {
	f := excelize.NewFile()
	defer f.Close()
	styles, err := makeStyles(f, s.Accent.Hex())
	if err != nil {
		return nil, err
	}
	for i := range sheets {
		if i == 0 {
			err = f.SetSheetName("Sheet1", sheets[i].name)
		} else {
			_, err = f.NewSheet(sheets[i].name)
		}
		if err != nil {
			return nil, err
		}
		if err := sheets[i].write(f, &styles); err != nil {
			return nil, err
		}
	}
	if err := printOnPages(f, s.marking()); err != nil {
		return nil, err
	}
	if err := setProperties(f, title, s.main().Lang(), s.Month); err != nil {
		return nil, err
	}
	out, err := f.WriteToBuffer()
	if err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

func (t *sheetOf) write(f *excelize.File, styles *bookStyles) error {
	put := func(column, row int, text string, style int) error {
		cell := ooxml.CellName(column, row)
		if text != "" {
			if err := f.SetCellStr(t.name, cell, cutToCell(text)); err != nil {
				return err
			}
		}
		return f.SetCellStyle(t.name, cell, cell, style)
	}
	if err := f.SetRowHeight(t.name, 1, titleHeight); err != nil {
		return err
	}
	if err := put(1, 1, t.title, styles.title); err != nil {
		return err
	}
	for i, note := range t.notes {
		if err := put(1, i+2, note, styles.line); err != nil {
			return err
		}
	}
	for i, heading := range t.headings {
		if err := put(i+1, t.head(), heading, styles.answerHead); err != nil {
			return err
		}
		letter, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return err
		}
		if err := f.SetColWidth(t.name, letter, letter, t.widths[i]); err != nil {
			return err
		}
	}
	for r, row := range t.rows {
		if err := f.SetRowHeight(t.name, t.head()+1+r, heightOf(row, t.widths)); err != nil {
			return err
		}
		for i, text := range row {
			if err := put(i+1, t.head()+1+r, text, styles.answer); err != nil {
				return err
			}
		}
	}
	return t.finish(f)
}

// finish gives the table its lists and filters and keeps its headings in sight.
func (t *sheetOf) finish(f *excelize.File) error {
	if len(t.headings) == 0 || len(t.rows) == 0 {
		return nil
	}
	last := t.head() + len(t.rows)
	for column := range t.headings {
		words := t.lists[column]
		if words == nil {
			continue
		}
		rule := excelize.NewDataValidation(true)
		rule.SetSqref(ooxml.CellName(column+1, t.head()+1) + ":" + ooxml.CellName(column+1, last))
		if err := rule.SetDropList(words); err != nil {
			return err
		}
		if err := f.AddDataValidation(t.name, rule); err != nil {
			return err
		}
	}
	area := fmt.Sprintf("A%d:%s", t.head(), ooxml.CellName(len(t.headings), last))
	if err := f.AutoFilter(t.name, area, nil); err != nil {
		return err
	}
	if err := f.AddIgnoredErrors(t.name, area, excelize.IgnoredErrorsNumberStoredAsText); err != nil {
		return err
	}
	below := ooxml.CellName(1, t.head()+1)
	return f.SetPanes(t.name, &excelize.Panes{Freeze: true, YSplit: t.head(), TopLeftCell: below, ActivePane: "bottomLeft",
		Selection: []excelize.Selection{{SQRef: below, ActiveCell: below, Pane: "bottomLeft"}}})
}

// cutToCell keeps a text within what a cell holds.
func cutToCell(text string) string {
	const most = 32767 // UTF-16 units; a character takes two at most
	units := 0
	for i, r := range text {
		if units++; r > 0xFFFF {
			units++
		}
		if units > most {
			return text[:i]
		}
	}
	return text
}

// askedBook lists who was asked what. Sent on is for the team to fill in, and is kept when the list is written again.
func askedBook(s *Setting, r *Round, contacts []Contact, sent map[string]string) ([]byte, error) {
	w := s.main()
	t := sheetOf{name: w.Say("round.sheet.asked"), title: w.Say("round.asked.title", "Month", w.MonthName(s.Month)), widths: []float64{30, 26, 34, 34, 60, 16, 16, 34}}
	t.headings = []string{w.Say("round.asked.owner"), w.Say("round.asked.name"), w.Say("round.asked.email"), w.Say("round.asked.copy_to"), w.Say("round.asked.refs"),
		w.Say("round.asked.reply_by"), w.Say("round.asked.sent_on"), w.Say("round.asked.file")}
	for i := range r.Owners {
		o := &r.Owners[i]
		c := contactOf(contacts, o.Name)
		if c == nil {
			c = &Contact{}
		}
		t.rows = append(t.rows, []string{o.Name, c.Name, c.Email, c.CopyTo, refsByReport(w, r, r.rowsOf(o.Name)), w.ShortDate(r.ReplyBy), sent[fold.Text(o.Name)], o.File + ".xlsx"})
	}
	return writeSheets(s, t.title, []sheetOf{t})
}

// sentOn reads back what the team wrote under Sent on, by owner; nothing where the list cannot be read.
func sentOn(s *Setting, name string, data []byte) map[string]string {
	out := map[string]string{}
	grids, err := master.ContentGrids(name, data, master.Options{}, false)
	if err != nil {
		return out
	}
	for i := range grids {
		owner, sent := 0, 0
		for _, row := range grids[i].Rows {
			for _, c := range row.Cells {
				if is(s.Words, c.Text, "round.asked.owner") {
					owner = c.Column
				}
				if is(s.Words, c.Text, "round.asked.sent_on") {
					sent = c.Column
				}
			}
			if who, when := row.Cell(owner), row.Cell(sent); owner > 0 && sent > 0 && who != nil && when != nil {
				out[fold.Text(who.Text)] = strings.TrimSpace(when.Text)
			}
		}
	}
	return out
}

// is tells whether a text is a message in any of the languages.
func is(words []report.Words, text, id string) bool {
	for _, w := range words {
		if fold.Word(text) == fold.Word(w.Say(id)) {
			return true
		}
	}
	return false
}
