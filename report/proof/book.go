package proof

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"boardpack/report"
	"boardpack/report/content"
	"boardpack/report/dates"
	"boardpack/report/proof/difference"
	"boardpack/report/proof/sheets"
	"boardpack/report/proof/texts"
)

// Workbook reads a written workbook back and compares every cell of it with the Document, sheet by sheet, in order: nothing may be missing,
// other or more. What its charts draw is compared with the cells that they are of.
func (c Check) Workbook(data []byte, doc *content.Document) error {
	chosen, err := doc.Book(c.Sections.Sheets)
	if err != nil {
		return err
	}
	read, err := sheets.Read(data)
	if err != nil {
		return fmt.Errorf("the workbook cannot be read back: %w", err)
	}
	if len(read.Sheets) == len(chosen)+1 {
		chosen = append(slices.Clone(chosen), doc.Continued)
	}
	b := &book{List: &difference.List{}, words: c.Words, doc: doc, read: read, chosen: chosen}
	if len(read.Sheets) != len(chosen) {
		b.Add("the workbook", "the number of sheets", strconv.Itoa(len(chosen)), strconv.Itoa(len(read.Sheets)))
		return b.Err("the workbook")
	}
	b.joinContinued()
	for i := range chosen {
		b.sheet(&chosen[i], read.Sheets[i])
	}
	b.charts()
	return b.Err("the workbook")
}

// book is the proof of one workbook.
type book struct {
	*difference.List
	words     report.Words
	doc       *content.Document
	read      *sheets.Book
	chosen    []content.Sheet // those that the workbook has
	continued int             // how many texts are continued
}

// sheet proves one sheet: its name, the lines around its tables, their headings and cells, and that nothing else is on it.
func (b *book) sheet(want *content.Sheet, s *sheets.Sheet) {
	if !isNameOf(s.Name, want.Title.Plain()) {
		b.Add(s.Name, "the name of the sheet", want.Title.Plain(), s.Name)
	}
	b.around(s)
	for _, cell := range s.Beside() {
		b.Add(cell.Place, "a cell", "", cell.Text)
	}
	tables, l := s.Tables, b.linesOf(want, s)
	for i := range want.Parts {
		part := &want.Parts[i]
		t := b.doc.View(&part.View)
		rows := t.Rows
		if t.OfSheets {
			rows = b.sheetRows()
		}
		continued := want.ID == b.doc.Continued.ID
		var table *sheets.Table
		if (len(rows) > 0 || continued) && len(tables) > 0 {
			table, tables = tables[0], tables[1:]
		}
		l.above(i, &t, table)
		switch {
		case table == nil && len(rows) > 0:
			b.Add(s.Name, "a table", t.ID, "")
		case table != nil:
			b.table(want, part, &t, table)
			l.next()
			if !continued { // whose rows are the rests of texts, and proved with them
				b.rows(&t, rows, table)
			}
		}
	}
	for _, t := range tables {
		b.Add(s.Name, "a table", "", t.Name)
	}
	l.close()
}

// table proves what a table says of itself and its headings.
func (b *book) table(sheet *content.Sheet, part *content.Part, t *content.Table, table *sheets.Table) {
	title, purpose := part.Title, part.Purpose
	if part == &sheet.Parts[0] {
		title, purpose = sheet.Title, sheet.Purpose
	}
	name := table.Sheet.Name
	b.text(name, "the table in words", title.Plain(), table.Alt[0])
	b.text(name, "the table in words", purpose.Plain(), table.Alt[1])
	for c := range max(len(t.Columns), len(table.Headings)) {
		heading := at(headingsOf(t.Columns), c)
		b.text(name, "the heading of column "+strconv.Itoa(c+1), heading, at(table.Headings, c))
		b.text(table.Place(-1, c), "the heading of the column", heading, at(table.Heads, c))
	}
}

// isNameOf tells whether a sheet may be called so: the name without the characters that a sheet cannot have, cut at 31, with a number where
// two are the same.
func isNameOf(name, wanted string) bool {
	letters := func(s string) string {
		return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(`:\/?*[]' `, r) || r < ' ' }), "")
	}
	if i := strings.LastIndex(name, " ("); i >= 0 && strings.HasSuffix(name, ")") && texts.Digits(name[i:]) != nil {
		name = name[:i]
	}
	return strings.HasPrefix(letters(texts.Normal(wanted)), letters(texts.Normal(name)))
}

// sheetRows is what the list of sheets must say: of each sheet after the first its name and what it holds.
func (b *book) sheetRows() []content.Row {
	var out []content.Row
	for i, s := range b.read.Sheets[1:] {
		holds := b.chosen[i+1].Purpose.Plain()
		out = append(out, content.Row{Cells: []content.Cell{{Kind: content.KindText, Text: s.Name}, {Kind: content.KindText, Text: holds}}})
	}
	return out
}

// rows proves the cells of a table.
func (b *book) rows(t *content.Table, want []content.Row, table *sheets.Table) {
	if len(want) != len(table.Rows) {
		b.Add(table.Sheet.Name, "the number of rows", strconv.Itoa(len(want)), strconv.Itoa(len(table.Rows)))
	}
	for r := range min(len(want), len(table.Rows)) {
		for c := range want[r].Cells {
			found := at(table.Rows[r], c)
			if wanted, ok := stored(&want[r].Cells[c], found); !ok {
				b.Add(table.Place(r, c), "the cell under "+t.Columns[c].Heading, wanted, found)
			}
		}
	}
}

// stored tells whether a cell holds what it should as a workbook stores it: numbers plainly, shares as fractions, days by their number.
func stored(c *content.Cell, found string) (wanted string, ok bool) {
	if c.Missing != content.HasValue || c.Text == "" {
		wanted = "[" + c.Missing.String() + "]"
		return wanted, found == "" || found == wanted || c.Missing == content.HasValue && found == "[x]"
	}
	switch c.Kind {
	case content.KindCount, content.KindDays:
		wanted = strconv.Itoa(c.N)
		return wanted, found == wanted
	case content.KindPercent:
		share, err := strconv.ParseFloat(found, 64)
		return fmt.Sprint(float64(c.N) / 100), err == nil && math.Abs(share*100-float64(c.N)) < 1e-6
	case content.KindDate:
		if wanted = strconv.Itoa(c.Date.DaysSince(dates.NewDate(1899, 12, 30))); found == wanted {
			return wanted, true
		}
	}
	return c.Text, sameLines(c.Text, found)
}

// sameLines compares texts to the letter, but for what a cell cannot hold and how lines end.
func sameLines(a, b string) bool {
	return a == b || content.Clean(a) == b || texts.Normal(content.Clean(a)) == texts.Normal(b)
}

func (b *book) text(place, what, wanted, found string) {
	if !sameLines(wanted, found) {
		b.Add(place, what, wanted, found)
	}
}
