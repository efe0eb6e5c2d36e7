package proof

import (
	"fmt"

	"boardpack/report/content"
	"boardpack/report/glyphs"
	"boardpack/report/proof/difference"
	"boardpack/report/proof/tagged"
	"boardpack/report/proof/texts"
)

// Paper reads a written PDF back, as a screen reader does, and compares every text of it with the Document, in order: nothing may be
// missing, other or more. The file attached to it is compared byte by byte.
func (c Check) Paper(data []byte, doc *content.Document) error {
	sections, err := doc.Paper(c.Sections.PDF)
	if err != nil {
		return err
	}
	p := &paper{List: &difference.List{}, check: c, doc: doc, marks: glyphs.In(c.Words), plain: map[string]string{}, said: map[string]string{}}
	read, err := tagged.ReadMet(data, p.positions)
	if err != nil {
		return fmt.Errorf("the PDF cannot be read back: %w", err)
	}
	p.pages = pagesOf(sections, read.Met)
	p.met(read.Met, func(yield func(content.Atom) bool) { p.expected(sections, yield) })
	p.attachment(read.Files)
	p.edges(read.Around)
	p.lines("the bookmarks", p.outlined, read.Outline)
	p.links(read.Links)
	return p.Err("the PDF")
}

// paper is the proof of one PDF.
type paper struct {
	*difference.List
	check    Check
	doc      *content.Document
	marks    *glyphs.Marks
	plain    map[string]string // texts as the paper prints them
	outlined []string          // the headings that are bookmarks, in order
	again    []string          // with which a page may begin where something goes on
	pages    map[string]span   // of each section
	contents [][]string        // the forms of each entry of the list of contents
	said     map[string]string // what may be said of links, and what the link must show then; "" for anything
}

// printed is a text as the paper can print it, to be compared with what is read of it, printed or not: bookmarks, what is said of links.
func (p *paper) printed(text string) string {
	plain, ok := p.plain[text]
	if !ok {
		plain = texts.Squeeze(p.marks.Printed(text))
		p.plain[text] = plain
	}
	return plain
}

// expected gives what the paper must say, and notes on the way what else it may say and where it leads.
func (p *paper) expected(sections []content.Section, yield func(content.Atom) bool) {
	if !yield(content.Atom{Is: "the marking", Text: p.marks.Printed(p.doc.Marking)}) {
		return
	}
	var atoms []content.Atom
	for _, s := range sections {
		for i := range s.Blocks {
			b := s.Blocks[i].Settled()
			atoms = p.doc.Atoms(atoms[:0], b, p.inFile)
			p.note(atoms)
			p.block(b)
			for _, a := range atoms {
				if !yield(a) {
					return
				}
			}
		}
	}
}

// block notes what the paper may say where it leads to a block, or goes on with it.
func (p *paper) block(b *content.Block) {
	switch {
	case b.Card != nil:
		p.says(b.Card.Key, "pdf.see", "Key", b.Card.Key)
	case b.Contents != nil:
		p.entries(b.Contents)
	case b.Table != nil && b.Table.Inline != nil:
		p.lists(b.Table.Inline)
	}
	p.goesOn(b)
}

// lists notes the cells that name the recommendations behind figures, to which the figures lead.
func (p *paper) lists(t *content.Table) {
	for r := range t.Rows {
		for c := range t.Rows[r].Cells {
			if cell := &t.Rows[r].Cells[c]; !cell.Of().IsZero() {
				p.says("", "pdf.list", "Group", t.Columns[c].Heading, "Figure", t.Rows[r].Cells[0].Text, "N", cell.Number())
			}
		}
	}
}

// note has texts as the paper prints them, and notes the headings among them.
func (p *paper) note(expected []content.Atom) {
	for i := range expected {
		a := &expected[i]
		if a.Missing != content.HasValue {
			a.Text = p.check.Words.Say("pdf.missing." + a.Missing.String())
		}
		a.Text = p.marks.Printed(a.Text)
		for i := range a.Or {
			a.Or[i] = p.marks.Printed(a.Or[i])
		}
		if a.Place != "" {
			p.outlined = append(p.outlined, a.Place)
		}
	}
}

// says notes what may be said of links that show a text.
func (p *paper) says(shown, id string, args ...any) {
	p.said[p.printed(p.check.Words.Say(id, args...))] = p.printed(shown)
}
