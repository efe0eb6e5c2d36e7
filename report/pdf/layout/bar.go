package layout

import (
	"strconv"

	"boardpack/report/pdf/tag"
)

// Bar is one bar of a stacked chart: a part for each count, side by side, with the count printed in it.
type Bar struct {
	Parts []Part
	Full  int    // the count that would fill the whole width; the same for all bars of a chart
	Alt   string // the counts in words
}

// Part is a stretch of a bar.
type Part struct {
	N    int
	Fill Fill
	To   string // the ID of the place that the part leads to; none when empty
	Says string // what a screen reader says of that link
}

// Fill is how a part of a bar looks: a colour, and a line around the pale ones so that they print.
type Fill struct {
	Ink    Ink
	Stroke Ink
	Hatch  bool // lines across it
}

func (f Fill) box(w, h float64) box {
	return box{w: w, h: h, fill: f.Ink, stroke: f.Stroke, hatch: f.Hatch}
}

const (
	barHeight = 16
	barGap    = 1
	barPad    = 5 // beside the number of a narrow part, the gap included
)

// strips draws the bar as a figure of its own.
func (b Bar) strips(f *flow, parent *tag.Elem, width float64) []strip {
	if len(b.Parts) == 0 {
		return f.text(parent, Plain(b.Alt), Style{Size: TableSize, Leading: barHeight, Ink: Muted}, width, Left)
	}
	figure := parent.New(tag.Figure)
	figure.Alt = b.Alt
	s := strip{height: barHeight, figure: figure, width: width}
	var left float64
	var links []item
	holder := parent
	for i, w := range b.partWidths(f, width) {
		part := b.Parts[i]
		s.items = append(s.items, f.part(figure, part, left, w-barGap)...)
		if part.To != "" {
			// The links stand beside the figure, not in it: a reader that says the figure's words leaves out all below it.
			if holder.Kind == tag.Sect || holder.Kind == tag.Document {
				holder = parent.New(tag.P) // a link stands in a line, not beside paragraphs
			}
			links = append(links, item{elem: holder.New(tag.Link), x: left, y: barHeight - linkBelow, link: &link{
				to: part.To, says: part.Says, w: w - barGap, h: barHeight - linkBelow,
			}})
		}
		left += w
	}
	s.items = append(s.items, links...)
	return []strip{s}
}

// partWidths shares out the width of the bar by the counts. A part is never narrower than its number: what a few of many look like
// matters less than that they can be read.
func (b Bar) partWidths(f *flow, width float64) []float64 {
	widths := make([]float64, len(b.Parts))
	sum, least := 0, 0.0
	for i, part := range b.Parts {
		sum += part.N
		widths[i] = f.fonts.measure(strconv.Itoa(part.N), false, TableSize) + barPad
		least += widths[i]
	}
	left := max(snap(width*float64(sum)/float64(b.Full)), least)
	// Parts whose share is too small keep what their number needs; the others share the rest, until none is too small.
	open := make([]bool, len(b.Parts))
	for i := range open {
		open[i] = true
	}
	for again := true; again; {
		again = false
		for i, part := range b.Parts {
			if open[i] && snap(left*float64(part.N)/float64(max(sum, 1))) < widths[i] {
				open[i], again = false, true
				left -= widths[i]
				sum -= part.N
			}
		}
	}
	for i, part := range b.Parts {
		if open[i] {
			widths[i] = snap(left * float64(part.N) / float64(max(sum, 1)))
		}
	}
	return widths
}

// part draws one stretch and its count.
func (f *flow) part(figure *tag.Elem, p Part, left, width float64) []item {
	items := []item{{elem: figure, x: left, what: p.Fill.box(width, barHeight)}}
	text := strconv.Itoa(p.N)
	textWidth := f.fonts.measure(text, false, TableSize)
	at := snap(left + (width-textWidth)/2)
	if p.Fill.Hatch {
		items = append(items, item{elem: figure, x: at - 2, y: 2, what: box{w: textWidth + 4, h: barHeight - 4, fill: p.Fill.Ink}})
	}
	return append(items, item{
		elem: figure, x: at, y: snap(barHeight/2 + TableSize*capHeight/2),
		what: words{text: text + " ", size: TableSize, ink: f.palette.over(p.Fill.Ink)},
	})
}

// BarChart is a single bar across the page.
type BarChart struct {
	Bar Bar
}

func (c BarChart) set(f *flow, parent *tag.Elem) {
	strips := c.Bar.strips(f, parent, f.geo.bodyWidth())
	strips[0].before = 8
	f.addAll(strips)
}

// Key explains the parts of bars: a small square of each look with its word. It stands above the bars and is never parted from them.
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
	const square, gap, between = 10, 5, 18
	p := parent.New(tag.P)
	style := Style{Size: TableSize, Leading: 15}
	strips := []strip{{before: 7, height: style.Leading, keep: true}}
	var x float64
	for _, e := range k.Entries {
		w := square + gap + f.fonts.measure(e.Text, false, style.Size)
		if x > 0 && x+w > width {
			strips = append(strips, strip{height: style.Leading, keep: true})
			x = 0
		}
		last := &strips[len(strips)-1]
		last.items = append(last.items,
			item{x: x, y: style.baseline() - square + 1, what: e.Fill.box(square, square)},
			item{elem: p, x: x + square + gap, y: style.baseline(), what: words{text: e.Text + " ", size: style.Size, ink: Text}})
		x += w + between
	}
	return strips
}
