package layout

import "boardpack/report/pdf/tag"

// Tiles shows a few headline figures side by side, each under a line of colour.
type Tiles struct {
	Tiles []Tile
}

// Tile is one headline figure.
type Tile struct {
	Label  string
	Number string
	Of     string // beside the number
	Note   string // below
	Alarm  bool   // the line and the number stand out
	To     string // the ID of the place that the number leads to; none when empty
	Says   string // what a screen reader says of that link
}

const (
	tileGap    = 16
	tileRule   = 2.25
	tileNumber = 27
)

var tileLabel = Style{Size: 11, Leading: 15, Ink: Muted}

func (t Tiles) set(f *flow, parent *tag.Elem) {
	if len(t.Tiles) == 0 {
		return
	}
	list := parent.New(tag.L)
	list.List = "None"
	n := float64(len(t.Tiles))
	width := snap((f.geo.bodyWidth()-tileGap*(n-1))/n - 0.01)
	r := row{before: 16, whole: true}
	bodies, labels, lines := make([]*tag.Elem, len(t.Tiles)), make([][]strip, len(t.Tiles)), 0
	for i, tile := range t.Tiles {
		bodies[i] = list.New(tag.LI).New(tag.LBody)
		labels[i] = f.text(bodies[i].New(tag.P), Plain(tile.Label), tileLabel, width, Left)
		lines = max(lines, len(labels[i]))
	}
	for i, tile := range t.Tiles {
		for len(labels[i]) < lines { // so that the numbers stand in line
			labels[i] = append(labels[i], strip{height: tileLabel.Leading})
		}
		r.columns = append(r.columns, rowColumn{x: snap(float64(i) * (width + tileGap)), strips: tile.strips(f, bodies[i], labels[i], width)})
	}
	f.addRow(r)
}

func (t Tile) strips(f *flow, body *tag.Elem, label []strip, width float64) []strip {
	ink := Accent
	if t.Alarm {
		ink = Red
	}
	strips := append([]strip{{height: 8, items: []item{{what: box{w: width, h: tileRule, fill: ink}}}}}, label...)
	strips = append(strips, t.figure(f, body.New(tag.P), ink, width)...)
	if t.Note != "" {
		strips = append(strips, f.text(body.New(tag.P), Plain(t.Note), Style{Size: TableSize, Leading: 13.5, Before: 2}, width, Left)...)
	}
	return strips
}

// figure sets the number, and what it is of beside it: small and in two lines, or below, where the tile is narrow.
func (t Tile) figure(f *flow, p *tag.Elem, ink Ink, width float64) []strip {
	const leading, gap = 32, 6
	baseline := Style{Size: tileNumber, Leading: leading}.baseline()
	number := item{elem: p, y: baseline, what: words{text: t.Number + " ", bold: true, size: tileNumber, ink: ink}}
	if t.To != "" {
		number.elem = p.Later(tag.Link)
		number.link = &link{to: t.To, says: t.Says, w: f.fonts.measure(t.Number, true, tileNumber), h: tileNumber * capHeight}
	}
	s := strip{height: leading, items: []item{number}}
	if t.Of == "" {
		return []strip{s}
	}
	x := f.fonts.measure(t.Number, true, tileNumber) + gap
	const size = 12
	if x+f.fonts.measure(t.Of, false, size) <= width {
		s.items = append(s.items, item{elem: p, x: x, y: baseline, what: words{text: t.Of + " ", size: size, ink: Text}})
		return []strip{s}
	}
	small := Style{Size: TableSize, Leading: 12}
	lines := f.text(p, Plain(t.Of), small, width-x, Left)
	if len(lines) > 2 {
		return append([]strip{s}, f.text(p, Plain(t.Of), small, width, Left)...)
	}
	top := baseline - small.Leading*float64(len(lines)-1) - small.baseline()
	for i, l := range lines {
		for _, it := range l.items {
			it.x += x
			it.y += top + small.Leading*float64(i)
			s.items = append(s.items, it)
		}
	}
	return []strip{s}
}
