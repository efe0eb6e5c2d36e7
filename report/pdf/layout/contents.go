package layout

import "boardpack/report/pdf/tag"

// Contents lists the headings of level 2 of the whole document with their pages, as links.
type Contents struct {
	Style Style // Body when zero
}

func (c Contents) set(f *flow, parent *tag.Elem) {
	if c.Style.Size == 0 {
		c.Style = Body()
	}
	toc := parent.New(tag.TOC)
	for i, h := range f.headings {
		r := c.entry(f, toc.New(tag.TOCI).New(tag.Ref), h)
		if i == 0 {
			r.before = 10
		}
		f.addRow(r)
	}
}

const numberWidth = 50 // room for a page number of any length

func (c Contents) entry(f *flow, reference *tag.Elem, h Heading) row {
	width := f.geo.bodyWidth()
	run := Run{Text: h.Text, To: h.ID, Ink: LinkInk}
	strips := f.text(reference, []Run{run}, c.Style, width-numberWidth, Left)
	last := &strips[len(strips)-1]
	link := last.items[len(last.items)-1].elem
	last.items = append(last.items, item{
		elem: link, x: width, y: c.Style.baseline(), what: pageNumber{id: h.ID, size: c.Style.Size},
	})
	return row{top: 4, bottom: 4, rule: Rule, columns: []rowColumn{{strips: strips}}}
}

// pageNumber is the number of the page where a place is, set so that it ends at its own place. It is known only when the pages are drawn.
type pageNumber struct {
	id   string
	size float64
}

func (n pageNumber) draw(p *pen, x, y float64) {
	text := p.pageOf(n.id)
	words{text: text, size: n.size, ink: Text}.draw(p, x-p.fonts.measure(text, false, n.size), y)
}

// headings finds the headings of level 2, in order.
func headings(blocks []Block) []Heading {
	var found []Heading
	for _, b := range blocks {
		switch b := b.(type) {
		case Section:
			found = append(found, headings(b.Blocks)...)
		case OnePage:
			if len(b.Variants) > 0 {
				found = append(found, headings(b.Variants[0])...)
			}
		case Heading:
			if b.Level == 2 && b.ID != "" && !b.Hidden {
				found = append(found, b)
			}
		}
	}
	return found
}
