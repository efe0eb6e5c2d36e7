package layout

import (
	"strconv"

	"boardpack/report/pdf/tag"
)

// Bar is one bar of a stacked chart: a part for each count, side by side, with the count printed in it where it has room.
type Bar struct {
	Parts []Part
	Full  int    // the count of the longest bar of the chart, which decides how long one is
	Alt   string // the counts in words
}

// Part is a stretch of a bar.
type Part struct {
	N    int
	Fill Fill
	To   string // the ID of the place that the part leads to; none when empty
	Says string // what a screen reader says of that link
}

// Fill is how a part of a bar looks. Each has an outline, so that the pale ones print and all can be told apart in grey.
type Fill struct {
	Ink    Ink
	Stroke Ink
	Hatch  bool // lines across it
	Dashed bool // the outline
	Sign   string
}

func (f Fill) box(w, h float64) box {
	return box{w: w, h: h, fill: f.Ink, stroke: f.Stroke, hatch: f.Hatch && w >= slimPart, dashed: f.Dashed, line: 0.75}
}

const (
	barHeight  = 14
	slimPart   = 5 // below this width a part has no hatch, and no gap before the next
	numberRoom = 9 // from this width on a part has its number
	barNumber  = ChartSize
)

func barGap() float64   { return mm(0.4) }
func longUnit() float64 { return mm(11) } // the longest that one may be

// unit is how long one is, the same in all bars of a chart: lengths are counts, and no bar stands for all of anything.
func (b Bar) unit(width float64) float64 {
	return min(snap(width/float64(max(b.Full, 1))), longUnit())
}

// strips draws the bar as a figure of its own.
func (b Bar) strips(f *flow, parent *tag.Elem, width float64) []strip {
	if len(b.Parts) == 0 {
		return f.text(parent, Plain(b.Alt), Style{Size: TableSize, Leading: barHeight, Ink: Muted}, width, Left)
	}
	figure := parent.New(tag.Figure)
	figure.Alt = b.Alt
	s := strip{height: barHeight, figure: figure, width: width}
	unit := b.unit(width)
	numbered := b.numbered(f, unit)
	var left float64
	var links []item
	holder := parent
	for _, part := range b.Parts {
		full := snap(unit * float64(part.N))
		s.items = append(s.items, f.part(figure, part, left, drawnWidth(full), part.N >= numbered)...)
		if part.To != "" {
			// The links stand beside the figure, not in it: a reader that says the figure's words leaves out all below it.
			if holder.Kind == tag.Sect || holder.Kind == tag.Document {
				holder = parent.New(tag.P) // a link stands in a line, not beside paragraphs
			}
			links = append(links, item{elem: holder.New(tag.Link), x: left, y: barHeight - linkBelow, link: &link{
				to: part.To, says: part.Says, w: drawnWidth(full), h: barHeight - linkBelow,
			}})
		}
		left += full
	}
	s.items = append(s.items, links...)
	return []strip{s}
}

// drawnWidth is how wide a stretch is drawn: a little less than it is, so that white parts it from the next.
func drawnWidth(full float64) float64 {
	if full >= slimPart {
		full -= barGap()
	}
	return max(full, 0.75)
}

// numbered is the count from which on the stretches of a bar have their numbers: those of the longest, for which there is room.
func (b Bar) numbered(f *flow, unit float64) int {
	least := 0
	for _, p := range b.Parts {
		if w := drawnWidth(snap(unit * float64(p.N))); w < numberRoom || f.fonts.measure(p.number(), true, barNumber)+2 > w {
			least = max(least, p.N+1)
		}
	}
	return least
}

// number is what stands in a stretch.
func (p Part) number() string { return strconv.Itoa(p.N) + p.Fill.Sign }

// part draws one stretch and, where there is room, its count.
func (f *flow) part(figure *tag.Elem, p Part, left, width float64, numbered bool) []item {
	items := []item{{elem: figure, x: left, what: p.Fill.box(width, barHeight)}}
	if !numbered {
		return items
	}
	text := p.number()
	textWidth := f.fonts.measure(text, true, barNumber)
	at, ink := snap(left+(width-textWidth)/2), f.palette.over(p.Fill.Ink)
	if p.Fill.Hatch {
		items = append(items, item{elem: figure, x: at - 1.5, y: 2, what: box{w: textWidth + 3, h: barHeight - 4, fill: Paper}})
		ink = Text
	}
	return append(items, item{
		elem: figure, x: at, y: snap(barHeight/2 + barNumber*capHeight/2),
		what: words{text: text + " ", bold: true, size: barNumber, ink: ink},
	})
}

// Key explains the parts of bars: a small bar of each look with its word. It stands above the bars and is never parted from them.
type Key struct {
	Entries []KeyEntry
}

// KeyEntry is one look and its word.
type KeyEntry struct {
	Fill Fill
	Text string
}

func (k Key) set(f *flow, parent *tag.Elem) { f.addAll(k.strips(f, parent, f.geo.bodyWidth())) }

func (k Key) strips(f *flow, parent *tag.Elem, width float64) []strip {
	const square, high, gap, between = 17, 9, 4, 15
	p := parent.New(tag.P)
	style := Style{Size: TableSize, Leading: tableLeading}
	strips := []strip{{before: mm(1.2), height: style.Leading, keep: true}}
	var x float64
	for _, e := range k.Entries {
		w := square + gap + f.fonts.measure(e.Text, false, style.Size)
		if x > 0 && x+w > width {
			strips = append(strips, strip{height: style.Leading, keep: true})
			x = 0
		}
		label := f.text(p, Plain(e.Text+" "), style, width-square-gap, Left) // of several lines only where one word of it fills the page
		label[0].items = append(label[0].items, item{y: style.baseline() - high + 1, x: -square - gap, what: e.Fill.box(square, high)})
		for i, line := range label {
			if i > 0 {
				strips, x = append(strips, strip{height: style.Leading, keep: true}), 0
			}
			last := &strips[len(strips)-1]
			for _, it := range line.items {
				it.x += x + square + gap
				last.items = append(last.items, it)
			}
		}
		x += w + between
	}
	return strips
}
