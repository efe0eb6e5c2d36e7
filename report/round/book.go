package round

import (
	"bytes"
	"fmt"

	"github.com/xuri/excelize/v2"

	"boardpack/report"
	"boardpack/report/ooxml"
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
	if err := b.file.SetRowHeight(b.tabs.update, 1, titleHeight); err != nil {
		return err
	}
	for i, l := range []struct {
		text  string
		style int
	}{
		{b.words.Say("round.return.title", "Owner", b.owner.shown()), b.styles.title},
		{back, b.styles.line},
		{roundLine(b.words, b.round), b.styles.small},
	} {
		if err := b.put(b.tabs.update, ooxml.CellName(1, i+1), l.text, l.style); err != nil {
			return err
		}
	}
	return nil
}

// roundLine says of which round a return is.
func roundLine(w report.Words, r *Round) string {
	return w.Say("round.return.round", "Month", r.Month, "Code", r.Code)
}

func (b *returnBook) put(tab, cell, text string, style int) error {
	if err := b.file.SetCellStr(tab, cell, text); err != nil {
		return err
	}
	return b.file.SetCellStyle(tab, cell, cell, style)
}
