package layout

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"boardpack/report/pdf/tag"
)

// Trend is a chart of lines over months on one scale from 0. Each line is named at its end.
type Trend struct {
	Months []string
	Series []Series
	Height float64 // of all of it
	Alt    string  // the figures in a sentence
	Step   int     // between the lines of the scale
	Gaps   []bool  // by month: months are missing before it, and the lines have a gap
}

// Series is one line. Its values are in step with the months.
type Series struct {
	Name   string
	Values []int
	Marks  []string // by month: what stands behind a value
	Ink    Ink
	Hollow bool // squares and a broken line, to be told apart without colour
}

// trendFrame is where the lines of a chart stand within its strip.
type trendFrame struct {
	left, top, width, height float64
	gap                      float64 // between the numbers of the scale and the axis, where the first values stand
	most, step, steps        int
	below                    float64 // the axis, where the names of the months stand
}

const trendDot = 2.8

func (t Trend) set(f *flow, parent *tag.Elem) { f.addAll(t.strips(f, parent, f.geo.bodyWidth())) }

func (t Trend) strips(f *flow, parent *tag.Elem, width float64) []strip {
	if len(t.Months) == 0 || len(t.Series) == 0 {
		return nil
	}
	figure := parent.New(tag.Figure)
	figure.Alt = t.Alt
	frame := t.frame(f, width)
	s := strip{height: t.Height, figure: figure, width: width}
	s.items = append(s.items, t.scale(f, figure, frame)...)
	s.items = append(s.items, t.months(f, figure, frame)...)
	names := t.names(f, figure, frame)
	there := slices.Concat(s.items, names)
	for n := range t.Series {
		there = append(there, t.number(f, figure, frame, n, 0))
	}
	for n := range t.Series {
		line := t.line(f, figure, frame, n, there)
		s.items, there = append(s.items, line...), append(there, line...)
	}
	s.items = append(s.items, names...)
	return []strip{s}
}

func (t Trend) frame(f *flow, width float64) trendFrame {
	most := 1
	names, gap := 0.0, 10.0
	for _, s := range t.Series {
		gap = max(gap, f.fonts.measure(s.value(0), true, ChartSize)/2+1)
		names = max(names, f.fonts.measure(s.last()+" "+s.Name, true, ChartSize))
		for _, v := range s.Values {
			most = max(most, v)
		}
	}
	step := max(t.Step, 1)
	frame := trendFrame{top: 12, gap: gap, most: (most + step - 1) / step * step, step: step, steps: max(1, len(t.Months)-1)}
	frame.left = f.fonts.measure(strconv.Itoa(frame.most), false, AxisSize) + gap + 4
	frame.width = max(width-frame.left-names-6, 40)
	frame.below = 13
	frame.height = t.Height - frame.top - frame.below - 3
	for n, s := range t.Series {
		for i := range s.Values[:len(s.Values)-1] {
			if s.shows(i) && t.numberAt(frame, n, i) > frame.top+frame.height { // a number below the axis, above the names
				frame.below = 24
			}
		}
	}
	frame.height = t.Height - frame.top - frame.below - 3
	return frame
}

func (r trendFrame) at(i, value int) point {
	return point{
		x: snap(r.left + r.width*float64(i)/float64(r.steps)),
		y: snap(r.top + r.height*float64(r.most-value)/float64(r.most)),
	}
}

// scale draws a line for each step of the scale, from 0.
func (t Trend) scale(f *flow, figure *tag.Elem, r trendFrame) []item {
	var items []item
	for v := 0; v <= r.most; v += r.step {
		line := path{points: []point{{}, {r.width, 0}}, ink: Rule, width: 0.75}
		if v == 0 {
			line.ink, line.width = Text, 1
		}
		at := r.at(0, v)
		text := strconv.Itoa(v)
		items = append(items, item{x: at.x, y: at.y, what: line},
			item{elem: figure, x: at.x - r.gap - f.fonts.measure(text, false, AxisSize), y: at.y + 3.25, what: words{text: text + " ", size: AxisSize, ink: Muted}})
	}
	return items
}

// months prints the names of the months, leaving some out where they would touch.
func (t Trend) months(f *flow, figure *tag.Elem, r trendFrame) []item {
	var widest float64
	for _, m := range t.Months {
		widest = max(widest, f.fonts.measure(m, false, AxisSize))
	}
	every := 1
	for every <= r.steps && r.width/float64(r.steps)*float64(every) < widest+4 {
		every++
	}
	var items []item
	for i, m := range t.Months {
		if shows(i, len(t.Months)-1, every) {
			items = append(items, f.centred(figure, m, r.at(i, 0).x, r.top+r.height+r.below, AxisSize, false, Muted))
		}
	}
	return items
}

// shows tells whether a month has its label, with one every so many months: the last one always has.
func shows(i, last, every int) bool { return (last-i)%every == 0 }

// centred is a text around a place.
func (f *flow) centred(elem *tag.Elem, text string, x, y, size float64, bold bool, ink Ink) item {
	width := f.fonts.measure(text, bold, size)
	return item{elem: elem, x: snap(x - width/2), y: y, what: words{text: text + " ", bold: bold, size: size, ink: ink}}
}

// fewMonths is up to how many months each value is written, if there is room.
const fewMonths = 4

// line draws one series: the line with its gaps, its points, and values above them: all of few months, else the first and the highest. A
// number other than the first is left out where it would meet a text that is there. The last stands with the name, and the figure has all in words.
func (t Trend) line(f *flow, figure *tag.Elem, r trendFrame, n int, there []item) []item {
	s := t.Series[n]
	var items []item
	var points []point
	draw := func() {
		if len(points) > 1 {
			items = append(items, item{elem: figure, what: path{points: points, ink: s.Ink, width: 1.75, dashed: s.Hollow}})
		}
		points = nil
	}
	for i, v := range s.Values {
		if i < len(t.Gaps) && t.Gaps[i] {
			draw()
		}
		points = append(points, r.at(i, v))
	}
	draw()
	for i := range s.Values {
		if !s.shows(i) && i != len(s.Values)-1 {
			continue
		}
		pt := r.at(i, s.Values[i])
		dot := drawing(disc{r: trendDot, fill: s.Ink})
		if s.Hollow {
			dot = box{w: 2 * trendDot, h: 2 * trendDot, fill: Paper, stroke: s.Ink, line: 1.25}
			items = append(items, item{elem: figure, x: pt.x - trendDot, y: pt.y - trendDot, what: dot})
		} else {
			items = append(items, item{elem: figure, x: pt.x, y: pt.y, what: dot})
		}
		number := t.number(f, figure, r, n, i)
		if i != len(s.Values)-1 && (i == 0 || !f.meetsAny(number, slices.Concat(there, items))) {
			items = append(items, number)
		}
	}
	return items
}

// number is the value of a month at its point.
func (t Trend) number(f *flow, figure *tag.Elem, r trendFrame, n, i int) item {
	s := t.Series[n]
	return f.centred(figure, s.value(i), r.at(i, s.Values[i]).x, t.numberAt(r, n, i), ChartSize, true, s.Ink)
}

// meetsAny tells whether a text of a chart would stand over one of the items, or touch it.
func (f *flow) meetsAny(text item, others []item) bool {
	width := func(t words) float64 { return f.fonts.measure(strings.TrimSuffix(t.text, " "), t.bold, t.size) }
	t, _ := text.what.(words)
	return slices.ContainsFunc(others, func(o item) bool {
		u, is := o.what.(words)
		return is && text.x < o.x+width(u) && o.x < text.x+width(t) && math.Abs(text.y-o.y) < max(t.size, u.size)
	})
}

// numberAt is where the number of a point stands: above it, or below where a line that lies higher would be met.
func (t Trend) numberAt(r trendFrame, n, i int) float64 {
	pt := r.at(i, t.Series[n].Values[i])
	for other := range t.Series {
		above := r.at(i, t.Series[other].Values[i])
		if other != n && above.y <= pt.y && pt.y-above.y < 18 && !(above.y == pt.y && n < other) {
			return pt.y + 13
		}
	}
	return pt.y - 5.5
}

// shows tells whether the value of a month is written at its point.
func (s Series) shows(i int) bool {
	if len(s.Values) <= fewMonths || i == 0 {
		return true
	}
	highest := 0
	for j, v := range s.Values {
		if v > s.Values[highest] {
			highest = j
		}
	}
	return i == highest && highest != len(s.Values)-1
}

func (s Series) value(i int) string {
	text := strconv.Itoa(s.Values[i])
	if i < len(s.Marks) {
		text += s.Marks[i]
	}
	return text
}

func (s Series) last() string { return s.value(len(s.Values) - 1) }

// names prints each series' last value and its name at the end of its line, apart from each other.
func (t Trend) names(f *flow, figure *tag.Elem, r trendFrame) []item {
	const apart = 12
	var items []item
	last := len(t.Months) - 1
	lowest := r.top + r.height + 3.25
	ys := make([]float64, len(t.Series))
	for i, s := range t.Series {
		ys[i] = r.at(last, s.Values[last]).y + 3.25
	}
	for i := 1; i < len(ys); i++ { // the lower one further down; both up where that is below the axis
		if d := ys[i] - ys[i-1]; d > -apart && d < apart {
			ys[i] = ys[i-1] + apart
			if over := ys[i] - lowest; over > 0 {
				ys[i], ys[i-1] = ys[i]-over, ys[i-1]-over
			}
		}
	}
	for i, s := range t.Series {
		x := r.at(last, 0).x + 6
		value := s.last() + " "
		items = append(items, item{elem: figure, x: x, y: ys[i], what: words{text: value, bold: true, size: ChartSize, ink: s.Ink}},
			item{elem: figure, x: x + f.fonts.measure(value, true, ChartSize), y: ys[i], what: words{text: s.Name + " ", size: ChartSize, ink: s.Ink}})
	}
	return items
}
