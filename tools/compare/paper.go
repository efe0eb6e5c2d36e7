package main

import (
	"boardpack/report"
	"boardpack/report/content"
)

// paper is the text of the PDF in plain blocks: what the peers lay out and the floor writes. Charts, links and the
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

// paperTable is a table whose header repeats on each page. A wide one stands on pages on their side.
type paperTable struct {
	Wide    bool       `json:"wide"`
	Columns []string   `json:"columns"`
	Widths  []int      `json:"widths"` // shares of the width
	Rows    [][]string `json:"rows"`
}

// paperOf gives the text of a pack's PDF.
func paperOf(pack *report.Pack, w report.Words) *paper {
	doc := content.Of(pack, w, nil)
	p := &paper{Title: doc.Title.Plain(), Head: doc.Subject.Plain(), Foot: doc.Stamp.Plain()}
	p.heading(1, p.Title)
	for _, s := range doc.Sections {
		for i := range s.Blocks {
			p.block(doc, s.ID, &s.Blocks[i])
		}
	}
	return p
}

// block tells a block of the Document in plain ones: what is drawn is told in words.
func (p *paper) block(doc *content.Document, section string, b *content.Block) {
	switch {
	case b.Heading != nil:
		p.heading(b.Heading.Level, b.Heading.Text.Plain())
	case b.Paragraph != nil:
		p.text("", b.Paragraph.Text.Plain())
	case b.List != nil:
		for _, item := range b.List.Items {
			p.text("", item.Plain())
		}
	case b.Table != nil:
		p.table(doc.View(b.Table), false)
	case b.Entry != nil:
		p.entry(b.Entry)
	}
}

func (p *paper) heading(level int, text string) {
	p.Blocks = append(p.Blocks, paperBlock{Heading: text, Level: level})
}

func (p *paper) text(label, text string) {
	p.Blocks = append(p.Blocks, paperBlock{Label: label, Text: text})
}

// entry tells a recommendation in full. The facts, a small table each in boardpack, are one line here.
func (p *paper) entry(e *content.Entry) {
	p.heading(3, e.Heading.Plain()+" · "+e.Rating.Text)
	p.text("", e.Text.Text)
	facts := ""
	for _, f := range e.Facts.Facts {
		facts += f.Label.Plain() + ": " + f.Cell.Text + ". "
	}
	p.text("", facts)
	for _, f := range e.Story {
		p.text(f.Label.Plain(), f.Cell.Text)
	}
}

func (p *paper) table(t content.Table, wide bool) {
	if len(t.Rows) == 0 {
		p.text("", t.Empty.Plain())
		return
	}
	p.text("", t.Purpose.Plain())
	out := &paperTable{Wide: wide}
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
