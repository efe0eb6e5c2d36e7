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
	read, err := tagged.Read(data)
	if err != nil {
		return fmt.Errorf("the PDF cannot be read back: %w", err)
	}
	p := &paper{List: &difference.List{}, check: c, doc: doc, marks: glyphs.In(c.Words), plain: map[string]string{}, heads: map[string]bool{}, said: map[string]string{}}
	for _, s := range sections {
		p.section(s)
	}
	p.attachment(read.Files)
	p.edges(read.Around)
	p.lines("the bookmarks", p.outlined, read.Outline)
	p.links(read.Links)
	p.met(read.Met())
	return p.Err("the PDF")
}

// paper is the proof of one PDF.
type paper struct {
	*difference.List
	check    Check
	doc      *content.Document
	marks    *glyphs.Marks
	plain    map[string]string // texts as the paper prints them
	expected []content.Atom
	headings []string          // of the second level, in order
	outlined []string          // the headings that are bookmarks, in order
	heads    map[string]bool   // of tables, which a page begins with where a table goes on
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

// section notes what the paper must say of a section, and what it may say where it leads there.
func (p *paper) section(s content.Section) {
	group := ""
	for i := range s.Blocks {
		b := &s.Blocks[i]
		before := len(p.expected)
		p.expected = p.doc.Atoms(p.expected, b)
		p.note(p.expected[before:])
		switch {
		case b.Heading != nil:
			group = b.Heading.Text.Plain()
		case b.Entry != nil:
			p.says(b.Entry.Key, "pdf.see", "Key", b.Entry.Key)
		case b.Table != nil && b.Table.Inline != nil: // the lists behind figures, to which their numbers lead
			for _, r := range b.Table.Inline.Rows {
				p.says("", "pdf.list", "Group", group, "Figure", r.Cells[0].Text, "N", r.Cells[1].Text)
			}
		}
	}
}

// note has texts as the paper prints them, and notes the headings among them.
func (p *paper) note(expected []content.Atom) {
	head := ""
	for i := range expected {
		a := &expected[i]
		if a.Missing != content.HasValue {
			a.Text = p.check.Words.Say("pdf.missing." + string(a.Missing))
		}
		a.Text = p.marks.Printed(a.Text)
		if a.Head {
			head += texts.Squeeze(a.Text)
		}
		if a.Place != "" {
			p.outlined = append(p.outlined, a.Place)
		}
		if a.Level == 2 { // those are in the list of contents, with the page behind them
			p.headings = append(p.headings, a.Place)
			p.said[p.printed(a.Place)] = ""
		}
	}
	p.heads[head] = true
}

// says notes what may be said of links that show a text.
func (p *paper) says(shown, id string, args ...any) {
	p.said[p.printed(p.check.Words.Say(id, args...))] = p.printed(shown)
}
