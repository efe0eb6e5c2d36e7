package workbook

import (
	"fmt"
	"io"
	"time"

	"github.com/xuri/excelize/v2"

	"boardpack/report"
	"boardpack/report/colour"
	"boardpack/report/content"
)

// Options are what the workbook needs beside the pack and its words. The zero value is good.
type Options struct {
	Accent    string   // colour of titles and headings, "#1A3A5C"; "" for the default. It must be readable on white
	Generator string   // the program and its version, for the file's properties; "" for none
	Sheets    []string // names of the sheets to write, in order: see SheetNames; all when empty
}

// asAtName is the name of the cell that holds the as-at date. Formulas that ask whether something is overdue read it.
const asAtName = "As_at_date"

// Excel's limits of a sheet.
const (
	maxRows    = 1048576
	maxColumns = 16384
)

// Write writes the pack's workbook. The same pack, words and options give the same bytes. After an error part of it may be
// written.
func Write(w io.Writer, pack *report.Pack, doc *content.Document, words report.Words, o Options) error {
	sheets, err := doc.Book(o.Sheets)
	if err != nil {
		return fmt.Errorf("workbook of %s: %w", pack.Register.Name, err)
	}
	c := takeCompressors() // now: those in no use are lost when memory is cleared up, as it is while the workbook is made
	defer c.giveBack()
	b := newBook(pack, doc, words, o)
	defer b.file.Close()
	b.makePages(sheets)
	b.continueLongTexts()
	b.arrange()
	if err := b.drawAll(o); err != nil {
		return fmt.Errorf("workbook of %s: %w", pack.Register.Name, err)
	}
	if err := b.zip(w, c); err != nil {
		return fmt.Errorf("workbook of %s: %w", pack.Register.Name, err)
	}
	return nil
}

// book is one workbook while it is made.
type book struct {
	pack   *report.Pack // the rules behind the formulas; what is written comes from doc
	doc    *content.Document
	words  report.Words
	file   *excelize.File
	styles *styles
	accent colour.Colour
	tabs   []*tab
	pages  []*page         // of all tabs, in order
	texts  []content.Row   // of the sheet of long texts
	parts  map[string]part // of the file, by name
	charts int             // made so far
	tables int
	shared map[string]shared // texts
	// sharedXML is the list of them.
	sharedXML []byte
	filter    filters
	counts    map[counted]string // formulas
	// seek is the formula that leads to a recommendation, around its key; made when first asked for.
	seek *[2]string
	// cellsTell tells whether the cells of the sheet tell what a figure's plan asks; made when first asked for.
	cellsTell map[report.Figure]bool
}

func newBook(pack *report.Pack, doc *content.Document, words report.Words, o Options) *book {
	file := excelize.NewFile()
	return &book{pack: pack, doc: doc, words: words, file: file, parts: map[string]part{}, shared: map[string]shared{}, accent: accentOf(o),
		counts: map[counted]string{},
		styles: &styles{file: file, made: map[look]int{}, shades: map[colours]int{}, locale: localeOf(words.Lang()), accent: accentOf(o).Hex()}}
}

// accentOf gives the accent of the options, or the default.
func accentOf(o Options) colour.Colour {
	if accent, err := colour.Parse(o.Accent); err == nil {
		return accent
	}
	return colour.DefaultAccent()
}

// localeOf pins the names of months to the pack's language, whatever the reader's computer speaks.
func localeOf(lang string) string {
	if lang == "cy" {
		return "[$-452]"
	}
	return "[$-809]"
}

// makePages makes the pages in the order of the sheets, and gives the sheets and tables their names.
func (b *book) makePages(chosen []content.Sheet) {
	for i := range chosen {
		b.addTab(&chosen[i])
	}
	b.nameAll()
}

// addTab adds a sheet with a page for each of its tables. The first has the title of the sheet.
func (b *book) addTab(s *content.Sheet) *tab {
	t := &tab{id: s.ID, lang: b.words.Lang(), title: s.Title.Plain(), purpose: s.Purpose.Plain(), thin: s.Thin}
	for i := range s.Parts {
		p := sheetOf(s.Parts[i].ID).page(b, &s.Parts[i])
		if i == 0 {
			p.title, p.purpose = t.title, t.purpose
		}
		p.on, t.pages = t, append(t.pages, p)
	}
	b.tabs, b.pages = append(b.tabs, t), append(b.pages, t.pages...)
	return t
}

// page finds a page by its id; nil when the workbook has none.
func (b *book) page(id string) *page {
	for _, p := range b.pages {
		if p.id == id {
			return p
		}
	}
	return nil
}

// arrange measures all sheets, and writes the lines above their tables.
func (b *book) arrange() {
	for _, p := range b.pages {
		if p.fill != nil {
			p.fill()
		}
	}
	b.nameAll()
	for _, t := range b.tabs {
		t.measure()
		for _, p := range t.pages {
			p.lines = b.linesAbove(p, arrange(p))
		}
		t.settle()
		t.paginate()
	}
}

func (b *book) drawAll(o Options) error {
	if err := setDefaultFont(b.file); err != nil {
		return err
	}
	for i, t := range b.tabs {
		for _, p := range t.pages {
			if err := checkSize(p); err != nil {
				return err
			}
		}
		b.draw(i+1, t)
	}
	if b.styles.err != nil {
		return b.styles.err
	}
	b.addWorkbook()
	return b.setProperties(o)
}

func checkSize(p *page) error {
	if p.grid.last() > maxRows || len(p.table.Columns) > maxColumns {
		return fmt.Errorf("sheet \"%s\": %d rows of %d columns are more than Excel allows (%d of %d)",
			p.on.name, len(p.table.Rows), len(p.table.Columns), maxRows, maxColumns)
	}
	return nil
}

// setProperties fills in the document's properties. The times are the as-at date, so that they do not depend on the clock.
func (b *book) setProperties(o Options) error {
	title := b.words.Say("workbook.property.title", "Title", b.doc.Title.Plain(), "Month", b.words.MonthName(b.pack.Month))
	stamp := b.pack.AsAt.Time().Format(time.RFC3339)
	creator := b.doc.Author.Plain()
	if creator == "" {
		creator = "boardpack"
	}
	if err := b.file.SetDocProps(&excelize.DocProperties{Title: content.Clean(title), Subject: b.words.Say("workbook.property.subject"),
		Creator: content.Clean(creator), LastModifiedBy: content.Clean(creator), Created: stamp, Modified: stamp, Language: b.words.Lang(),
		Keywords: b.words.Say("workbook.property.keywords"), Description: o.Generator, Version: content.Clean(b.pack.Register.About.Version),
		Revision: "1", Identifier: b.pack.Register.Name}); err != nil {
		return err
	}
	return b.file.SetAppProps(&excelize.AppProperties{Application: "boardpack", Company: content.Clean(creator), AppVersion: "16.0300"})
}
