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
	list.List = tag.Unnumbered
	widths, beside := t.share(f)
	r := row{before: mm(3), whole: true}
	label := tileLabel()
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
		r.columns = append(r.columns, rowColumn{x: x, strips: tile.strips(f, bodies[i], labels[i], widths[i], beside)})
		x += widths[i] + tileGap()
	}
	f.addRow(r)
}

// share gives the widths of the tiles in the first of these ways that the page has room for: labels on one line or two, and what a number is
// of beside it or below.
func (t Tiles) share(f *flow) (widths []float64, beside bool) {
	for _, way := range []struct {
		lines  int
		beside bool
	}{{1, true}, {2, true}, {1, false}, {2, false}} {
		if widths, fits := t.widths(f, way.lines, way.beside); fits {
			return widths, way.beside
		}
	}
	room := f.geo.bodyWidth() - tileGap()*float64(len(t.Tiles)-1)
	widths = make([]float64, len(t.Tiles))
	for i := range widths {
		widths[i] = snap(room/float64(len(t.Tiles)) - 0.01)
	}
	return widths, false
}

// widths gives each tile what its texts need, and shares out the rest; fits tells whether there was enough.
func (t Tiles) widths(f *flow, lines int, beside bool) (out []float64, fits bool) {
	n := float64(len(t.Tiles))
	room := f.geo.bodyWidth() - tileGap()*(n-1)
	out = make([]float64, len(t.Tiles))
	sum := 0.0
	for i, tile := range t.Tiles {
		number, of := f.fonts.measure(tile.Number, true, tileNumber), f.fonts.measure(tile.Of, false, TableSize)
		figure := max(number, of)
		if beside {
			figure = number + tileOf + of
		}
		out[i] = max(f.narrowest(tile.Label, lines), f.fonts.measure(tile.Note, false, TableSize), figure) + 1
		sum += out[i]
	}
	for i := range out {
		out[i] = snap(out[i] + (room-sum)/n - 0.01)
	}
	return out, sum <= room
}

// narrowest is the width at which a label stands on so many lines.
func (f *flow) narrowest(label string, lines int) float64 {
	const step = 3
	whole := f.fonts.measure(label, true, TableSize)
	for width := whole / float64(lines); width < whole; width += step {
		if len(f.text(nil, Plain(label), tileLabel(), width, Left)) <= lines {
			return width
		}
	}
	return whole
}

func tileLabel() Style { return Style{Size: TableSize, Leading: tableLeading, Bold: true} }

// tileOf is the space between the number and what it is of.
const tileOf = 5

func (t Tile) strips(f *flow, body *tag.Elem, label []strip, width float64, beside bool) []strip {
	line := box{w: width, h: thickLine, fill: Accent}
	if t.Alarm {
		line = box{w: width, h: alarmLine, fill: Red}
	}
	strips := append([]strip{{height: 6.5, items: []item{{what: line}}}}, label...)
	strips = append(strips, t.figure(f, body.New(tag.P), width, beside)...)
	if t.Note != "" {
		strips = append(strips, f.text(body.New(tag.P), Plain(t.Note), Style{Size: TableSize, Leading: tableLeading, Ink: Muted}, width, Left)...)
	}
	return strips
}

// figure sets the number, and what it is of beside it or below: in all tiles of a row alike.
func (t Tile) figure(f *flow, p *tag.Elem, width float64, beside bool) []strip {
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
	case beside:
		s.items = append(s.items, item{elem: p, x: x, y: baseline, what: words{text: t.Of + " ", size: TableSize, ink: Text}})
	default:
		return append([]strip{s}, f.text(p, Plain(t.Of), Style{Size: TableSize, Leading: tableLeading}, width, Left)...)
	}
	return []strip{s}
}
