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
	Alarm  bool   // the line stands out
	To     string // the ID of the place that the number leads to; none when empty
	Says   string // what a screen reader says of that link
}

const (
	tileNumber  = 22
	tileLeading = 25
	alarmLine   = 4
)

func tileGap() float64 { return mm(4) }

func (t Tiles) set(f *flow, parent *tag.Elem) {
	if len(t.Tiles) == 0 {
		return
	}
	list := parent.New(tag.L)
	list.List = "None"
	widths := t.widths(f)
	r := row{before: mm(3), whole: true}
	label := Style{Size: TableSize, Leading: tableLeading, Bold: true}
	labels, lines := make([][]strip, len(t.Tiles)), 0
	bodies := make([]*tag.Elem, len(t.Tiles))
	for i, tile := range t.Tiles {
		bodies[i] = list.New(tag.LI).New(tag.LBody)
		labels[i] = f.text(bodies[i].New(tag.P), Plain(tile.Label), label, widths[i], Left)
		lines = max(lines, len(labels[i]))
	}
	var x float64
	for i, tile := range t.Tiles {
		for len(labels[i]) < lines { // so that the numbers stand in line
			labels[i] = append(labels[i], strip{height: label.Leading})
		}
		r.columns = append(r.columns, rowColumn{x: x, strips: tile.strips(f, bodies[i], labels[i], widths[i])})
		x += widths[i] + tileGap()
	}
	f.addRow(r)
}

// widths gives each tile what its texts need on one line, and shares out the rest.
func (t Tiles) widths(f *flow) []float64 {
	n := float64(len(t.Tiles))
	room := f.geo.bodyWidth() - tileGap()*(n-1)
	out := make([]float64, len(t.Tiles))
	sum := 0.0
	for i, tile := range t.Tiles {
		out[i] = max(f.fonts.measure(tile.Label, true, TableSize), f.fonts.measure(tile.Note, false, TableSize),
			f.fonts.measure(tile.Number, true, tileNumber)+tileOf+f.fonts.measure(tile.Of, false, TableSize)) + 1
		sum += out[i]
	}
	for i := range out {
		if sum > room {
			out[i] = snap(room/n - 0.01)
		} else {
			out[i] = snap(out[i] + (room-sum)/n - 0.01)
		}
	}
	return out
}

// tileOf is the space between the number and what it is of.
const tileOf = 5

func (t Tile) strips(f *flow, body *tag.Elem, label []strip, width float64) []strip {
	line := box{w: width, h: thickLine, fill: Accent}
	if t.Alarm {
		line = box{w: width, h: alarmLine, fill: Red}
	}
	strips := append([]strip{{height: 6.5, items: []item{{what: line}}}}, label...)
	strips = append(strips, t.figure(f, body.New(tag.P), width)...)
	if t.Note != "" {
		strips = append(strips, f.text(body.New(tag.P), Plain(t.Note), Style{Size: TableSize, Leading: tableLeading, Ink: Muted}, width, Left)...)
	}
	return strips
}

// figure sets the number, and what it is of beside it, or below where the tile is narrow.
func (t Tile) figure(f *flow, p *tag.Elem, width float64) []strip {
	baseline := Style{Size: tileNumber, Leading: tileLeading}.baseline()
	number := item{elem: p, y: baseline, what: words{text: t.Number + " ", bold: true, size: tileNumber, ink: Text}}
	if t.To != "" {
		number.elem = p.Later(tag.Link)
		number.link = &link{to: t.To, says: t.Says, w: f.fonts.measure(t.Number, true, tileNumber), h: tileNumber * capHeight}
	}
	s := strip{height: tileLeading, items: []item{number}}
	x := f.fonts.measure(t.Number, true, tileNumber) + tileOf
	switch {
	case t.Of == "":
	case x+f.fonts.measure(t.Of, false, TableSize) <= width:
		s.items = append(s.items, item{elem: p, x: x, y: baseline, what: words{text: t.Of + " ", size: TableSize, ink: Text}})
	default:
		return append([]strip{s}, f.text(p, Plain(t.Of), Style{Size: TableSize, Leading: tableLeading}, width, Left)...)
	}
	return []strip{s}
}
