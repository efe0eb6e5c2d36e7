package proof_test

import (
	"bytes"
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report/content"
	"boardpack/report/reporttest/pace"
)

// other gives a copy of the sample's Document, changed.
func (s *sample) other(t testing.TB, change func(d *content.Document)) *content.Document {
	t.Helper()
	d, err := content.Read(fileOf(t, s.doc))
	require.NoError(t, err)
	d.Filters = s.doc.Filters
	change(d)
	return d
}

// fileOf gives a Document as its file has it.
func fileOf(t testing.TB, doc *content.Document) []byte {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, doc.WriteJSON(&out))
	return out.Bytes()
}

// section gives a section of a Document to be changed.
func section(t testing.TB, d *content.Document, id string) *content.Section {
	t.Helper()
	i := slices.IndexFunc(d.Sections, func(s content.Section) bool { return s.ID == id })
	require.GreaterOrEqual(t, i, 0, id)
	return &d.Sections[i]
}

// blockWith gives the place of the first block of a section that meets the test.
func blockWith(t testing.TB, s *content.Section, meets func(b *content.Block) bool) int {
	t.Helper()
	for i := range s.Blocks {
		if meets(&s.Blocks[i]) {
			return i
		}
	}
	require.Fail(t, "no such block in "+s.ID)
	return 0
}

func isLead(b *content.Block) bool {
	return b.Paragraph != nil && b.Paragraph.Role == content.RoleLead
}

func isList(id string) func(b *content.Block) bool {
	return func(b *content.Block) bool { return b.List != nil && b.List.ID == id }
}

// TestWhatIsDrawnBesideTheDocumentIsCaught draws another Document than the one that is proved: something more, something less, or in
// another order.
func TestWhatIsDrawnBesideTheDocumentIsCaught(t *testing.T) {
	t.Parallel()
	pace.OneByOne(t)
	s := load(t, "stalking-harassment", "en", "")
	without := func(id string, meets func(b *content.Block) bool) func(d *content.Document) {
		return func(d *content.Document) {
			of := section(t, d, id)
			i := blockWith(t, of, meets)
			of.Blocks = slices.Delete(of.Blocks, i, i+1)
		}
	}
	papers := map[string]func(d *content.Document){
		"a sentence more": func(d *content.Document) {
			of := section(t, d, "glance")
			i := blockWith(t, of, isLead)
			of.Blocks = slices.Insert(of.Blocks, i, content.Block{Paragraph: &content.Paragraph{Role: content.RoleLead, Text: content.Text{{Text: "77 more"}}}})
		},
		"words more in a sentence": func(d *content.Document) {
			of := section(t, d, "glance")
			p := of.Blocks[blockWith(t, of, isLead)].Paragraph
			p.Text = append(p.Text, content.Run{Text: " And 77 more."})
		},
		"a sentence less": without("glance", isLead),
		"a list less":     without("glance", isList("asks")),
		"a table less":    without("look", func(b *content.Block) bool { return b.Table != nil }),
		"a chart less":    without("changes", func(b *content.Block) bool { return b.Chart != nil }),
		"a note less":     without("data", func(b *content.Block) bool { return b.Paragraph != nil }),
		"a heading less":  without("changes", func(b *content.Block) bool { return b.Heading != nil }),
		"a bar less":      func(d *content.Document) { b := bars(t, d); b.Bars = b.Bars[1:] },
		"a tile less":     without("glance", func(b *content.Block) bool { return b.Tiles != nil }),
		"an entry less":   without("cards", func(b *content.Block) bool { return b.Card != nil }),
		"a section less": func(d *content.Document) {
			d.Sections = slices.DeleteFunc(d.Sections, func(s content.Section) bool { return s.ID == "data" })
		},
		"a row less":       func(d *content.Document) { cutRow(inline(t, d, "look")) },
		"two rows swapped": func(d *content.Document) { swapRows(inline(t, d, "look")) },
		"a table more": func(d *content.Document) {
			of := section(t, d, "changes")
			i := blockWith(t, of, func(b *content.Block) bool { return b.Table != nil })
			of.Blocks = slices.Insert(of.Blocks, i, content.Block{Table: &content.View{Table: "ageing", Bare: true}})
		},
		"a list in another order": func(d *content.Document) {
			of := section(t, d, "glance")
			slices.Reverse(of.Blocks[blockWith(t, of, isList("asks"))].List.Items)
		},
	}
	for name, change := range papers {
		assert.Error(t, s.check().Paper(s.paper(t, s.other(t, change)), s.doc), "PDF: %s", name)
	}
	books := map[string]func(d *content.Document){
		"a row less":        func(d *content.Document) { cutRow(d.Table("changes")) },
		"the last row less": func(d *content.Document) { t := d.Table("ageing"); t.Rows = t.Rows[:len(t.Rows)-1] },
		"two rows swapped":  func(d *content.Document) { swapRows(d.Table("changes")) },
		"a note less":       func(d *content.Document) { dropped(t, d).Notes = nil },
		"a line more": func(d *content.Document) {
			due := d.Table("due")
			due.Lines = append(due.Lines, content.Text{{Text: "77 more."}})
		},
		"a line less":  func(d *content.Document) { d.Table("due").Lines = nil },
		"a sheet less": func(d *content.Document) { d.Sheets = slices.Delete(d.Sheets, 3, 4) },
		"two sheets swapped": func(d *content.Document) {
			d.Sheets[3], d.Sheets[4] = d.Sheets[4], d.Sheets[3]
		},
		"another title": func(d *content.Document) { d.Sheets[3].Title = content.Text{{Text: "Title 7"}} },
		"a column less": func(d *content.Document) {
			*d.Table("ageing") = d.Table("ageing").Select("band", "number", "refs")
		},
	}
	for name, change := range books {
		assert.Error(t, s.check().Workbook(s.book(t, s.other(t, change)), s.doc), "workbook: %s", name)
	}
}

func bars(t testing.TB, d *content.Document) *content.Bars {
	of := section(t, d, "glance")
	return of.Blocks[blockWith(t, of, func(b *content.Block) bool { return b.Bars != nil })].Bars
}

// dropped gives a table of a sheet that has notes.
func dropped(t testing.TB, d *content.Document) *content.Table {
	for _, s := range d.Sheets {
		for _, p := range s.Parts {
			if v := p.View.Inline; v != nil && len(v.Notes) > 0 {
				return v
			}
			if v := d.Table(p.View.Table); v != nil && len(v.Notes) > 0 {
				return v
			}
		}
	}
	require.Fail(t, "no table with notes")
	return nil
}

func cutRow(t *content.Table) { t.Rows = t.Rows[1:] }

func swapRows(t *content.Table) { t.Rows[0], t.Rows[1] = t.Rows[1], t.Rows[0] }

// TestAWrongDocumentIsCaught changes what the Document says and where it says that it is from: the files made from it would agree with
// it, and with no figure.
func TestAWrongDocumentIsCaught(t *testing.T) {
	t.Parallel()
	pace.OneByOne(t)
	s := load(t, "stalking-harassment", "en", "")
	overdue, dueSoon := s.doc.Table("overdue"), s.doc.Table("due_soon")
	cases := map[string]func(d *content.Document){
		"a table of the wrong list": func(d *content.Document) { d.Table("overdue").Rows = dueSoon.Rows },
		"a list that it is not of":  func(d *content.Document) { d.Table("overdue").Lists = dueSoon.Lists },
		"a row less":                func(d *content.Document) { cutRow(d.Table("overdue")) },
		"a row twice": func(d *content.Document) {
			d.Table("recommendations").Rows[1] = d.Table("recommendations").Rows[0]
		},
		"two rows swapped":   func(d *content.Document) { swapRows(d.Table("recommendations")) },
		"two months swapped": func(d *content.Document) { swapRows(d.Table("trend")) },
		"a theme less":       func(d *content.Document) { cutRow(d.Table("summary_themes")) },
		"a change less":      func(d *content.Document) { cutRow(d.Table("changes")) },
		"a reason less":      func(d *content.Document) { cutRow(d.Table("figure_changes")) },
		"no changes": func(d *content.Document) {
			d.Table("changes").Rows, inline(t, d, "changes").Rows, d.Web = nil, nil, nil
		},
		"no trend":                 func(d *content.Document) { d.Table("trend").Rows = nil },
		"no owners":                func(d *content.Document) { d.Table("summary_owners").Rows = nil },
		"no problems":              func(d *content.Document) { d.Table("quality").Rows, inline(t, d, "data").Rows, d.Web = nil, nil, nil },
		"another's value":          func(d *content.Document) { takeCell(t, d, "recommendations", "due") },
		"another's owner":          func(d *content.Document) { takeCell(t, d, "recommendations", "owner") },
		"another's standing":       func(d *content.Document) { takeCell(t, d, "recommendations", "standing") },
		"another's rating":         func(d *content.Document) { takeCell(t, d, "recommendations", "rag") },
		"another's cell":           func(d *content.Document) { takeCell(t, d, "recommendations", "cell") },
		"another's key":            func(d *content.Document) { takeCell(t, d, "overdue", "key") },
		"another theme's number":   func(d *content.Document) { takeCell(t, d, "summary_themes", "open") },
		"another theme's share":    func(d *content.Document) { takeCell(t, d, "summary_themes", "percent_complete") },
		"another theme's name":     func(d *content.Document) { takeCell(t, d, "summary_themes", "themes") },
		"a heading of another":     func(d *content.Document) { headed(d.Table("summary_themes"), "overdue", "due_soon") },
		"the message of another":   func(d *content.Document) { messaged(d.Table("summary_themes"), "overdue", "due_soon") },
		"a number and its text":    func(d *content.Document) { cell(d, "summary_themes", 0, "open").N++ },
		"a day and its text":       func(d *content.Document) { c := cell(d, "trend", 0, "as_at"); c.Date = c.Date.AddDays(1) },
		"a value that is missing":  func(d *content.Document) { cell(d, "summary_themes", 0, "open").Missing = content.NotAvailable },
		"a sentence of another":    func(d *content.Document) { readdressed(t, d, s.doc) },
		"a sentence misnamed":      func(d *content.Document) { renamed(t, d) },
		"a tile of another":        func(d *content.Document) { ts := tiles(t, d); ts[0].Number = ts[1].Number },
		"a tile under another":     func(d *content.Document) { ts := tiles(t, d); ts[0].Label = ts[2].Label },
		"a bar that is longer":     func(d *content.Document) { bars(t, d).Bars[0].Segments[0].N++ },
		"a bar of another":         func(d *content.Document) { b := bars(t, d).Bars; b[0].Segments = b[1].Segments },
		"a bar rated otherwise":    func(d *content.Document) { b := bars(t, d).Bars; b[0].Rating, b[0].Rated = b[4].Rating, b[4].Rated },
		"a point of a chart":       func(d *content.Document) { chart(t, d, "trend").Series[0].N[0]++ },
		"a point of a chart less":  func(d *content.Document) { c := chart(t, d, "trend"); c.Series[0].N = c.Series[0].N[1:] },
		"a stage of the bridge":    func(d *content.Document) { chart(t, d, "bridge").Stages[1].To++ },
		"a fact of another":        func(d *content.Document) { facts(t, d) },
		"page 1 without a figure":  func(d *content.Document) { section(t, d, "glance").Blocks = section(t, d, "glance").Blocks[:3] },
		"no page 1":                func(d *content.Document) { section(t, d, "glance").ID = "other" },
		"a name of another's list": func(d *content.Document) { misnamed(t, d, overdue.Rows[0].Key) },
	}
	for name, change := range cases {
		t.Run(name, func(t *testing.T) { assert.Error(t, s.check().Document(s.other(t, change))) })
	}
	assert.NoError(t, s.check().Document(s.other(t, func(*content.Document) {})), "nothing changed")
}

func cell(d *content.Document, table string, row int, column string) *content.Cell {
	t := d.Table(table)
	return &t.Rows[row].Cells[t.Column(column)]
}

// takeCell puts the first other value of a column into its first row.
func takeCell(t testing.TB, d *content.Document, table, column string) {
	first := cell(d, table, 0, column)
	for i := range d.Table(table).Rows {
		if c := cell(d, table, i, column); c.Text != first.Text && c.Missing == content.HasValue {
			*first = *c
			return
		}
	}
	require.Fail(t, "one value alone in "+column)
}

func headed(t *content.Table, column, as string) {
	t.Columns[t.Column(column)].Heading = t.Columns[t.Column(as)].Heading
}

func messaged(t *content.Table, column, as string) {
	headed(t, column, as)
	t.Columns[t.Column(column)].Message = t.Columns[t.Column(as)].Message
}

func tiles(t testing.TB, d *content.Document) []content.Tile {
	of := section(t, d, "glance")
	return of.Blocks[blockWith(t, of, func(b *content.Block) bool { return b.Tiles != nil })].Tiles.Tiles
}

func chart(t testing.TB, d *content.Document, id string) *content.Chart {
	of := section(t, d, "changes")
	if id == "trend" {
		of = section(t, d, "glance")
	}
	return of.Blocks[blockWith(t, of, func(b *content.Block) bool { return b.Chart != nil && b.Chart.ID == id })].Chart
}

// inline is the first table that stands in a section alone.
func inline(t testing.TB, d *content.Document, id string) *content.Table {
	of := section(t, d, id)
	return of.Blocks[blockWith(t, of, func(b *content.Block) bool { return b.Table != nil && b.Table.Inline != nil })].Table.Inline
}

// facts gives an entry the standing of another.
func facts(t testing.TB, d *content.Document) {
	var first *content.Fact
	for _, b := range section(t, d, "cards").Blocks {
		if b.Card == nil {
			continue
		}
		i := slices.IndexFunc(b.Card.Entry().Facts.Facts, func(f content.Fact) bool { return f.ID == "status" })
		switch f := &b.Card.Entry().Facts.Facts[i]; {
		case first == nil:
			first = f
		case first.Cell.Text != f.Cell.Text:
			*first = *f
			return
		}
	}
	require.Fail(t, "one standing alone")
}

// lead gives the runs of the sentence of page 1 that a message says.
func lead(t testing.TB, d *content.Document, message string) content.Text {
	of := section(t, d, "glance")
	return of.Blocks[blockWith(t, of, func(b *content.Block) bool {
		return isLead(b) && slices.ContainsFunc(b.Paragraph.Text, func(r content.Run) bool { return r.Said.ID == message })
	})].Paragraph.Text
}

// readdressed has the sentence of what is overdue count what is due soon.
func readdressed(t testing.TB, d, of *content.Document) {
	n := of.Table("due_soon")
	for i, r := range lead(t, d, "lead.part.overdue") {
		if r.Said.ID != "lead.part.overdue" || r.Ref.Name != "overdue" {
			continue
		}
		run := &lead(t, d, "lead.part.overdue")[i]
		run.Ref.Name = "due_soon"
		if r.Ref.Element == 0 {
			run.Text = fmt.Sprint(len(n.Rows))
		} else {
			run.Text, run.Key = n.Rows[r.Ref.Element-1].Key, n.Rows[r.Ref.Element-1].Key
		}
	}
}

// renamed puts the number of one figure under the name of another argument.
func renamed(t testing.TB, d *content.Document) {
	for _, tile := range tiles(t, d) {
		for i := range tile.Of {
			if tile.Of[i].Said.Arg == "InScope" {
				tile.Of[i].Said.Arg = "Open"
				return
			}
		}
	}
	require.Fail(t, "no tile says what is in scope")
}

// misnamed has a list of names name another recommendation.
func misnamed(t testing.TB, d *content.Document, not string) {
	of := section(t, d, "glance")
	asks := of.Blocks[blockWith(t, of, func(b *content.Block) bool { return b.List != nil && b.List.ID == "asks" })].List.Items
	for _, runs := range asks {
		for i := range runs {
			if runs[i].Ref.Element > 0 && runs[i].Key != not {
				runs[i].Key, runs[i].Text = not, not
				return
			}
		}
	}
	require.Fail(t, "no other is named")
}
