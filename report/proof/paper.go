package proof

import (
	"bytes"
	"fmt"
	"iter"
	"strconv"
	"strings"

	"boardpack/report/content"
	"boardpack/report/glyphs"
	"boardpack/report/proof/difference"
	"boardpack/report/proof/tagged"
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
	p := &paper{List: &difference.List{}, check: c, doc: doc, marks: glyphs.In(c.Words)}
	p.attachment(read)
	p.chrome(read)
	for _, s := range sections {
		for i := range s.Blocks {
			p.block(&s.Blocks[i])
		}
	}
	p.ordinals(read.Root)
	found := p.found(read.Root)
	p.contents(found)
	p.outline(read.Outline)
	p.links(read.Root, p.said(sections))
	compare(p.List, p.expected, p.texts(found))
	return p.Err("the PDF")
}

// paper is the proof of one PDF.
type paper struct {
	*difference.List
	check    Check
	doc      *content.Document
	marks    *glyphs.Marks
	expected []atom
	headings []string // of the second level, in order
	outlined []string // the headings that are bookmarks, in order
}

// expect notes a text that must stand next.
func (p *paper) expect(place, text string) *atom {
	p.expected = append(p.expected, atom{place: place, text: p.marks.Printed(text)})
	return &p.expected[len(p.expected)-1]
}

func (p *paper) missing(m content.Missing) string {
	return p.check.Words.Say("pdf.missing." + string(m))
}

// block notes what a block of the Document must say.
func (p *paper) block(b *content.Block) {
	switch {
	case b.Heading != nil:
		p.expect("a heading", b.Heading.Text.Plain())
		if !b.Heading.Beside {
			p.outlined = append(p.outlined, b.Heading.Text.Plain())
			if b.Heading.Level == 2 {
				p.headings = append(p.headings, b.Heading.Text.Plain())
			}
		}
	case b.Paragraph != nil:
		p.expect("a paragraph", b.Paragraph.Text.Plain())
	case b.Tiles != nil:
		for _, t := range b.Tiles.Tiles {
			p.expect("the name of a headline figure", t.Label.Plain())
			p.expect("the headline figure "+t.Label.Plain(), t.Number.Plain()+" "+t.Of.Plain())
			if len(t.Change) > 0 {
				p.expect("the change of "+t.Label.Plain(), t.Change.Plain())
			}
		}
	case b.Bars != nil:
		p.bars(b.Bars)
	case b.Key != nil:
		p.key(b.Key)
	case b.Chart != nil:
		p.chart(b.Chart)
	case b.Table != nil:
		p.view(b.Table)
	case b.List != nil:
		for i, item := range b.List.Items {
			p.expect("a sentence of "+b.List.ID, item.Plain()).joins = b.List.Joins && i > 0
		}
	case b.Facts != nil:
		p.facts(b.Facts)
	case b.Entry != nil:
		p.entry(b.Entry)
	case b.Picture != nil:
		p.expect("the picture in words", b.Picture.Alt.Plain())
	}
}

func (p *paper) bars(bars *content.Bars) {
	if bars.Alone() {
		p.expect("how the theme stands", bars.Line().Plain())
		if bar := &bars.Bars[0]; len(bar.Segments) > 0 {
			p.key(bars.Key())
			p.expect("the bar of "+bar.Label.Plain(), bar.Alt().Plain()).drawings = lengths(bar)
		}
		return
	}
	for _, head := range bars.Heads {
		p.expect("a heading of the bars", head.Plain())
	}
	for i := range bars.Bars {
		bar := &bars.Bars[i]
		drawn := bar.Alt()
		if bar.Total {
			drawn = bar.Figures
		}
		for _, t := range []content.Text{bar.Label, drawn, bar.Complete, bar.Rated} {
			p.expect("the bar of "+bar.Label.Plain(), t.Plain()).drawings = lengths(bar)
		}
	}
}

// lengths are the numbers that stand in a bar.
func lengths(bar *content.Bar) iter.Seq[string] {
	return func(yield func(string) bool) {
		out := ""
		for _, s := range bar.Segments {
			out += strconv.Itoa(s.N)
		}
		yield(out)
	}
}

func (p *paper) key(k *content.Key) {
	var labels []string
	for _, e := range k.Entries {
		labels = append(labels, e.Label.Plain())
	}
	p.expect("the key of the bars", strings.Join(labels, " "))
}

// chart expects a drawing in words, and in it the texts that it is drawn with: all of a bridge, and of lines the names and numbers of
// every so many months up to the last.
func (p *paper) chart(c *content.Chart) {
	a := p.expect("a chart in words", c.Alt.Plain())
	a.optional = c.Optional
	if len(c.Stages) > 0 {
		var text strings.Builder
		for i, s := range c.Stages {
			text.WriteString(p.marks.Printed(c.Labels[i].Plain()) + s.Value.Plain())
		}
		a.drawings = func(yield func(string) bool) { yield(text.String()) }
		return
	}
	a.drawings = func(yield func(string) bool) {
		for names := range c.Labels {
			for numbers := range c.Labels {
				if !yield(p.lines(c, names+1, numbers+1)) {
					return
				}
			}
		}
	}
}

// lines are the texts of a chart of lines with a name and the numbers every so many months.
func (p *paper) lines(c *content.Chart, names, numbers int) string {
	var text strings.Builder
	every := func(list []content.Text, n int) {
		for i, t := range list {
			if (len(list)-1-i)%n == 0 {
				text.WriteString(p.marks.Printed(t.Plain()))
			}
		}
	}
	every(c.Labels, names)
	for _, s := range c.Series {
		every(s.Values, numbers)
	}
	for _, s := range c.Series {
		text.WriteString(p.marks.Printed(s.Name.Plain()))
	}
	return text.String()
}

func (p *paper) view(v *content.View) {
	t := p.doc.View(v)
	bare := v.Bare || v.Inline != nil
	switch {
	case len(t.Rows) == 0 && !bare:
		p.expect("the sentence for a table without rows", t.Empty.Plain())
		return
	case !bare:
		p.expect("what the table "+t.ID+" holds", t.Purpose.Plain())
	}
	p.rows(&t)
	if !bare {
		for _, note := range t.Notes {
			p.expect("a note to the table "+t.ID, note.Plain())
		}
	}
}

func (p *paper) rows(t *content.Table) {
	for _, c := range t.Columns {
		p.expect("a heading of the table "+t.ID, c.Heading)
	}
	places := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		places[i] = "column " + c.Heading + " of the table " + t.ID
	}
	for r := range t.Rows {
		for i := range t.Rows[r].Cells {
			p.expect(places[i], shown(&t.Rows[r].Cells[i], p.missing))
		}
	}
}

func (p *paper) facts(f *content.Facts) {
	for _, fact := range f.Facts {
		p.expect("a name", fact.Label.Plain())
		p.expect("what stands beside "+fact.Label.Plain(), shown(&fact.Cell, p.missing))
	}
}

func (p *paper) entry(e *content.Entry) {
	p.outlined = append(p.outlined, e.Heading.Plain())
	p.expect("the heading of a recommendation", e.Heading.Plain()+" "+e.Rating.Text)
	p.expect("the text of "+e.Key, e.Text.Text)
	p.facts(&e.Facts)
	if e.Actions != nil {
		p.expect("a name", e.Actions.Title.Plain())
		p.rows(e.Actions)
	}
	for _, f := range e.Story {
		p.expect("a name", f.Label.Plain())
		p.expect(f.Label.Plain()+" of "+e.Key, shown(&f.Cell, p.missing))
	}
}

// attachment proves that the figures travel with the paper, as they are; or that nothing does.
func (p *paper) attachment(doc *tagged.Document) {
	if p.check.Unattached {
		for name := range doc.Files {
			p.Add("PDF", "the attached files", "", name)
		}
		return
	}
	if len(doc.Files) == 0 {
		p.Add("PDF", "an attached file", "the figures", "")
	}
	for name, data := range doc.Files {
		if !bytes.Equal(data, p.check.Figures.Data) {
			p.Add("PDF", "the attached "+name, "the figures file", "another")
		}
	}
}
