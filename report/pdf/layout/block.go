package layout

import (
	"fmt"
	"slices"

	"boardpack/report/pdf/tag"
)

// Block is a part of a document that sets itself on pages: Heading, Paragraph, List, Table, Facts, Tiles, Key, Trend, Waterfall, Box and
// Contents; Section, Columns, Kept and OnePage, which hold others; NewPage.
type Block interface {
	// set places the block and puts its elements under parent.
	set(f *flow, parent *tag.Elem)
}

// Upright is a block that is one column of strips and can stand beside others in Columns, or in a Box.
type Upright interface {
	Block
	strips(f *flow, parent *tag.Elem, width float64) []strip
}

// Section groups blocks under a Sect element. Where it has an ID, links lead to its beginning, and texts can name the pages on which it
// begins and ends.
type Section struct {
	ID     string
	Blocks []Block
}

func (s Section) set(f *flow, parent *tag.Elem) {
	sect := parent.New(tag.Sect)
	f.begins = append(f.begins, s.ID)
	for _, b := range s.Blocks {
		b.set(f, sect)
	}
	f.release()
	if s.ID != "" {
		f.ends[s.ID] = f.count
	}
}

// NewPage goes on at the top of a page.
type NewPage struct {
	Unless float64 // go on where we are if this much height is left; always a new page when zero
}

func (n NewPage) set(f *flow, _ *tag.Elem) {
	if n.Unless > 0 && f.count > 0 && f.room() >= n.Unless {
		return
	}
	f.turn()
}

// Heading is a heading of level 1 to 3; level 1 is the document's title. It never stands last on a page.
type Heading struct {
	Level    int
	Look     int // Message, for the message of page 1; the level's own when zero
	Text     []Run
	ID       string // where links, the contents and the outline lead
	Bookmark string // its line in the outline
	Hidden   bool   // not in the outline
	Lang     string
	Right    []Run // at the right end of the first line
	Line     bool  // below a line of the accent colour
	Before   float64
}

func (h Heading) set(f *flow, parent *tag.Elem) { f.addAll(h.strips(f, parent, f.geo.bodyWidth())) }

func (h Heading) strips(f *flow, parent *tag.Elem, width float64) []strip {
	kinds := [...]tag.Kind{tag.H1, tag.H2, tag.H3}
	elem := parent.New(kinds[max(1, min(h.Level, 3))-1])
	elem.Lang = h.Lang
	style := headingStyle(max(h.Level, h.Look))
	if h.Before > 0 {
		style.Before = h.Before
	}
	if h.Level == 1 && len(f.text(nil, h.Text, style, width, Left)) > 2 {
		style.Size, style.Leading = longTitle, longTitle*1.25
	}
	room := width
	var right strip
	text := h.Text
	if len(h.Right) > 0 {
		small := style
		small.Before = 0
		lines := f.text(elem, h.Right, small, width, Right)
		if room = lines[0].begins(width) - mm(3); len(lines) == 1 && room >= width/2 {
			right = lines[0]
		} else { // behind the text, as a part of it
			room, text = width, slices.Concat(h.Text, []Run{{Text: "  "}}, h.Right)
		}
	}
	strips := f.text(elem, text, style, room, Left)
	last := len(strips) - 1 // read behind the text, and drawn beside its first line
	for _, it := range right.items {
		it.y -= style.Leading * float64(last)
		strips[last].items = append(strips[last].items, it)
	}
	for i := range strips {
		strips[i].keep = true
	}
	if h.Line {
		line := strip{before: strips[0].before, height: 3.5, keep: true, items: []item{{what: box{w: width, h: thickLine, fill: Accent}}}}
		strips[0].before = 0
		strips = append([]strip{line}, strips...)
	}
	id := h.ID
	if id == "" {
		f.serial++
		id = fmt.Sprintf("heading %d", f.serial)
	}
	strips[0].id = id
	if !h.Hidden {
		f.outline = append(f.outline, bookmark{title: clean(h.Bookmark), level: h.Level, id: id})
	}
	return strips
}

// longTitle is the size of a title that would take more than two lines.
const longTitle = 15

// begins is where the first item of a strip stands; the width of the column where it has none.
func (s strip) begins(width float64) float64 {
	for _, it := range s.items {
		width = min(width, it.x)
	}
	return width
}

// Paragraph is a paragraph of text.
type Paragraph struct {
	Runs  []Run
	Style Style // Body when zero
	Lang  string
	ID    string
	Keep  bool // stays with what follows
	Line  Ink  // of a line above; none when zero
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
	if p.Line != 0 {
		line := strip{before: strips[0].before, height: 4, keep: true, items: []item{{what: box{w: width, h: hairline, fill: p.Line}}}}
		strips[0].before = 0
		strips = append([]strip{line}, strips...)
	}
	if p.Keep {
		for i := range strips {
			strips[i].keep = true
		}
	}
	return strips
}

// Later is a block that is made whenever it is set, and not held. It is the same each time.
type Later func() Block

func (l Later) set(f *flow, parent *tag.Elem) { l().set(f, parent) }

// Kept is blocks that stand on one page together, if one page can hold them and they are not so tall that too much of a page would be left.
// What goes on on another page begins there with Again, which is not read again.
type Kept struct {
	Blocks []Block
	Most   float64 // the height up to which they are kept whole
	Again  string
}

func (k Kept) set(f *flow, parent *tag.Elem) {
	f.release()
	height, whole := f.height(k.Blocks)
	if need := min(height, k.Most); !whole || height > k.Most && need > f.geo.bodyBottom()-f.geo.Top {
		need = 0
	} else if f.room() < need && !f.fresh {
		f.turn()
	}
	before := f.onBreak
	if k.Again != "" {
		f.onBreak = func() { f.again(k.Again) }
	}
	for _, b := range k.Blocks {
		b.set(f, parent)
	}
	f.release()
	f.onBreak = before
}

// again writes at the head of a page what goes on there.
func (f *flow) again(text string) {
	style := Style{Size: BodySize, Leading: 16.5, Bold: true, Ink: Accent}
	text = f.fonts.shortened(text, style.Size, f.geo.bodyWidth()*0.9)
	f.place(strip{items: []item{{y: style.baseline(), what: words{text: text, bold: true, size: style.Size, ink: Accent}}}}, f.geo.Left, f.y)
	f.y += style.Leading + mm(1)
}

// height sets blocks on pages that are thrown away, and gives their height, or false where one page cannot hold them.
func (f *flow) height(blocks []Block) (height float64, whole bool) {
	trial := f.try(1) // so that it is no first page
	trial.newPage()
	top := trial.y
	for _, b := range blocks {
		b.set(trial, tag.NewTrial())
	}
	trial.release()
	return trial.y - top + blockSpace(), trial.count == 2
}
