package main

import (
	"strings"

	"boardpack/report/content"
)

// paper is the text of the PDF in plain blocks: what the peers lay out and the floor writes. Charts, bars, links and the
// attached figures are left to boardpack alone.
type paper struct {
	Title  string       `json:"title"`
	Head   string       `json:"head"`
	Foot   string       `json:"foot"`
	Blocks []paperBlock `json:"blocks"`
}

// paperBlock is a heading, a paragraph or a table: one of the three is set.
type paperBlock struct {
	Heading string      `json:"heading,omitempty"`
	Level   int         `json:"level,omitempty"`
	Text    string      `json:"text,omitempty"`
	Label   string      `json:"label,omitempty"` // bold, over the text
	Table   *paperTable `json:"table,omitempty"`
}

// paperTable is a table whose header repeats on each page.
type paperTable struct {
	Columns []string   `json:"columns"`
	Widths  []int      `json:"widths"` // shares of the width
	Rows    [][]string `json:"rows"`
}

// paperOf gives the text of a Document's PDF.
func paperOf(doc *content.Document) *paper {
	p := &paper{Title: doc.Title.Plain(), Head: doc.Subject.Plain(), Foot: doc.Stamp.Plain()}
	for _, s := range doc.Sections {
		for i := range s.Blocks {
			p.block(doc, &s.Blocks[i])
		}
	}
	return p
}

// block tells a block of the Document in plain ones: what is drawn is told in words.
func (p *paper) block(doc *content.Document, b *content.Block) {
	switch {
	case b.Heading != nil:
		p.heading(b.Heading.Level, b.Heading.Whole(b.Heading.Text))
	case b.Paragraph != nil:
		p.text("", b.Paragraph.Text.Plain())
	case b.Tiles != nil:
		for _, t := range b.Tiles.Tiles {
			p.text(t.Label.Plain(), strings.Join([]string{t.Number.Plain(), t.Of.Plain(), t.Change.Plain()}, " "))
		}
	case b.Bars != nil:
		p.bars(b.Bars)
	case b.Chart != nil:
		p.text("", b.Chart.Alt.Plain())
	case b.List != nil:
		for _, item := range b.List.Items {
			p.text("", item.Plain())
		}
	case b.Table != nil:
		p.table(doc.View(b.Table))
	case b.Facts != nil:
		p.facts(b.Facts)
	case b.Card != nil:
		p.entry(b.Card.Entry())
	case b.Contents != nil:
		for _, e := range b.Contents.Entries {
			p.text("", e.Name.Plain())
		}
	}
}

func (p *paper) heading(level int, text string) {
	p.Blocks = append(p.Blocks, paperBlock{Heading: text, Level: level})
}

func (p *paper) text(label, text string) {
	p.Blocks = append(p.Blocks, paperBlock{Label: label, Text: text})
}

// bars are a table with the segments in words in place of the bars.
func (p *paper) bars(b *content.Bars) {
	t := &paperTable{Columns: []string{"", "", "", "", "", ""}, Widths: []int{20, 40, 12, 12, 12, 12}}
	for i, head := range b.Heads[:min(len(b.Heads), len(t.Columns))] {
		t.Columns[i] = head.Plain()
	}
	for i := range b.Bars {
		bar := &b.Bars[i]
		row := []string{bar.Label.Plain(), bar.Figures.Plain()}
		for _, cell := range bar.Cells {
			row = append(row, cell.Plain())
		}
		row = append(append(row, bar.Rated.Plain()), "", "", "")
		t.Rows = append(t.Rows, row[:len(t.Columns)])
	}
	p.Blocks = append(p.Blocks, paperBlock{Table: t})
}

// facts, a small table in boardpack, are one line here.
func (p *paper) facts(facts *content.Facts) {
	line := ""
	for _, f := range facts.Facts {
		line += f.Label.Plain() + ": " + f.Cell.Text + ". "
	}
	p.text("", line)
}

// entry tells a recommendation in full.
func (p *paper) entry(e *content.Entry) {
	p.heading(3, e.Heading.Plain()+" · "+e.Rating.Text)
	p.text("", e.Text.Text)
	p.facts(&e.Facts)
	if e.Actions != nil {
		p.table(*e.Actions)
	}
	for _, f := range e.Story {
		p.text(f.Label.Plain(), f.Cell.Text)
	}
}

func (p *paper) table(t content.Table) {
	if len(t.Rows) == 0 {
		p.text("", t.Empty.Plain())
		return
	}
	p.text("", t.Purpose.Plain())
	out := &paperTable{}
	for _, c := range t.Columns {
		out.Columns, out.Widths = append(out.Columns, c.Heading), append(out.Widths, max(c.Width, 6))
	}
	for _, r := range t.Rows {
		cells := make([]string, len(r.Cells))
		for i, c := range r.Cells {
			cells[i] = c.Text
		}
		out.Rows = append(out.Rows, cells)
	}
	p.Blocks = append(p.Blocks, paperBlock{Table: out})
}
