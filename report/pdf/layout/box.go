package layout

import "boardpack/report/pdf/tag"

// Box is blocks within a line around them, with a broad edge at the left: what the reader is asked to do.
type Box struct {
	Blocks []Upright
	Before float64
	Close  bool // less space within
}

func (b Box) set(f *flow, parent *tag.Elem) {
	const edge = 5
	indent, pad := mm(5.5), mm(1.6)
	if b.Close {
		pad = mm(0.9)
	}
	width := f.geo.bodyWidth()
	sect := parent.New(tag.Sect)
	var strips []strip
	for _, block := range b.Blocks {
		strips = append(strips, block.strips(f, sect, width-indent-mm(2))...)
	}
	if len(strips) == 0 {
		return
	}
	strips[0].before = 0
	height := stripsHeight(strips) + 2*pad
	frame := []item{{what: box{w: width, h: height, fill: Paper, stroke: Accent, line: strongLine}}, {what: box{w: edge, h: height, fill: Accent}}}
	f.reserve(b.Before + height)
	if !f.fresh {
		f.y += b.Before
	}
	if f.room() < height { // taller than a page: the text goes on without a frame
		f.addAll(strips)
		return
	}
	f.place(strip{items: frame}, f.geo.Left, f.y)
	y := f.y + pad
	for i, s := range strips {
		if i > 0 {
			y += s.before
		}
		f.place(s, f.geo.Left+indent, y)
		y += s.height
	}
	f.y += height
	f.fresh = false
}
