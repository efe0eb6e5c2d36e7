package layout

import (
	"fmt"

	"boardpack/report/pdf/tag"
)

// Block is a part of a document that sets itself on pages: Heading, Paragraph, List, Note, Table, Facts, Tiles, BarChart, Key, Trend,
// Waterfall and Contents; Section, Columns and OnePage, which hold others; NewPage, Drop and Line.
type Block interface {
	// set places the block and puts its elements under parent.
	set(f *flow, parent *tag.Elem)
}

// Upright is a block that is one column of strips and can stand beside others in Columns: Heading, Paragraph, List, Trend and Key.
type Upright interface {
	Block
	strips(f *flow, parent *tag.Elem, width float64) []strip
}

// Section groups blocks under a Sect element.
type Section struct {
	Blocks []Block
}

func (s Section) set(f *flow, parent *tag.Elem) {
	sect := parent.New(tag.Sect)
	for _, b := range s.Blocks {
		b.set(f, sect)
	}
}

// NewPage goes on at the top of a page.
type NewPage struct {
	Landscape bool
	Unless    float64 // go on where we are if this much height is left and the page's shape is right; always a new page when zero
}

func (n NewPage) set(f *flow, _ *tag.Elem) {
	geo := portrait()
	if n.Landscape {
		geo = landscape()
	}
	if n.Unless > 0 && len(f.pages) > 0 && f.geo == geo && f.room() >= n.Unless {
		return
	}
	f.turn(geo)
}

// Heading is a heading of level 1 to 3; level 1 is the document's title. It never stands last on a page.
type Heading struct {
	Level    int
	Text     string
	ID       string // where links, the contents page and the outline lead
	Bookmark string // its line in the outline, where that is not the text itself
	Hidden   bool   // not in the outline
	Close    int    // how much closer than usual it stands: 0, 1 or 2; at 2 it is smaller, too
	Lang     string
	Tail     []Run // after the text, in the size of ordinary text: a rating, for instance
}

func (h Heading) set(f *flow, parent *tag.Elem) { f.addAll(h.strips(f, parent, f.geo.bodyWidth())) }

func (h Heading) strips(f *flow, parent *tag.Elem, width float64) []strip {
	kinds := [...]tag.Kind{tag.H1, tag.H2, tag.H3}
	elem := parent.New(kinds[max(1, min(h.Level, 3))-1])
	elem.Lang = h.Lang
	style := headingStyle(h.Level)
	if h.Close > 0 {
		style.Before = snap(style.Before * 0.7)
	}
	if h.Close > 1 {
		style.Before, style.Size, style.Leading = 9, 12, 16
	}
	strips := f.text(elem, append([]Run{{Text: h.Text}}, h.Tail...), style, width, Left)
	for i := range strips {
		strips[i].keep = true
	}
	id := h.ID
	if id == "" {
		f.serial++
		id = fmt.Sprintf("heading %d", f.serial)
	}
	strips[0].id = id
	if !h.Hidden {
		title := h.Bookmark
		if title == "" {
			title = h.Text
		}
		f.outline = append(f.outline, bookmark{title: clean(title), level: h.Level, id: id})
	}
	return strips
}

// Paragraph is a paragraph of text.
type Paragraph struct {
	Runs  []Run
	Style Style // Body when zero
	Lang  string
	ID    string
	Keep  bool // stays with what follows
}

func (p Paragraph) set(f *flow, parent *tag.Elem) { f.addAll(p.strips(f, parent, f.geo.bodyWidth())) }

func (p Paragraph) strips(f *flow, parent *tag.Elem, width float64) []strip {
	if p.Style.Size == 0 {
		p.Style = Body()
	}
	elem := parent.New(tag.P)
	elem.Lang = p.Lang
	strips := f.text(elem, p.Runs, p.Style, width, Left)
	strips[0].id = p.ID
	if p.Keep {
		for i := range strips {
			strips[i].keep = true
		}
	}
	return strips
}
