package layout

import "boardpack/report/pdf/tag"

// Note is a paragraph that stands out: a line of colour at its side and a pale ground.
type Note struct {
	Runs  []Run
	Style Style // Body when zero
	Ink   Ink   // of the line; Accent when zero
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
	strips := f.text(parent.New(tag.P), n.Runs, n.Style, width-2*indent, Left)
	f.addRow(row{
		before: 14, top: pad, bottom: pad, fill: Tint, side: n.Ink,
		columns: []rowColumn{{x: indent, strips: strips}},
	})
}
