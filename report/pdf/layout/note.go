package layout

import "boardpack/report/pdf/tag"

// Note is a paragraph that stands out: a line of colour at its side and a pale ground.
type Note struct {
	Runs  []Run
	Style Style // Body when zero
	Ink   Ink   // of the line; Accent when zero
	Lang  string
}

func (n Note) set(f *flow, parent *tag.Elem) {
	if n.Style.Size == 0 {
		n.Style = Body()
	}
	if n.Ink == 0 {
		n.Ink = Accent
	}
	const indent, pad = 14, 8
	width := f.geo.bodyWidth()
	elem := parent.New(tag.P)
	elem.Lang = n.Lang
	strips := f.text(elem, n.Runs, n.Style, width-2*indent, Left)
	f.addRow(row{
		before: 14, top: pad, bottom: pad, fill: Tint, side: n.Ink,
		columns: []rowColumn{{x: indent, strips: strips}},
	})
}

// Line is a short thick line of the accent colour.
type Line struct{}

func (l Line) set(f *flow, _ *tag.Elem) {
	f.add(strip{height: 3, items: []item{{what: box{w: 64, h: 3, fill: Accent}}}})
}

// Drop leaves room, at the top of a page too.
type Drop struct {
	Height float64
}

func (d Drop) set(f *flow, _ *tag.Elem) {
	f.add(strip{height: snap(d.Height)})
}
