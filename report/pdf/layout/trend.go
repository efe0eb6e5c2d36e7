package layout

import (
	"strconv"

	"boardpack/report/pdf/tag"
)

// Trend is a chart of lines over months, each value printed at its point.
type Trend struct {
	Months []string
	Series []Series
	Height float64 // of the lines alone; 90 when zero
	Alt    string  // the figures in a sentence
}

// Series is one line. Its values are in step with the months.
type Series struct {
	Name   string
	Values []int
	Ink    Ink
	Hollow bool // rings and a broken line, to be told apart without colour
}

// trendFrame is where the lines of a chart stand within its strip.
type trendFrame struct {
	left, top, width, height float64
	most, steps              int
	legend                   bool // the names stand above the lines, not at their ends
	names, numbers           int  // every how many months a name and the numbers are printed
}

const (
	trendLabel = 10 // size of the letters
	trendAir   = 18 // above the highest and below the lowest point, for the numbers
	nameGap    = 12

	narrow       = 300 // below this width the names stand above the lines
	legendHeight = 16
)

func (t Trend) set(f *flow, parent *tag.Elem) { f.addAll(t.strips(f, parent, f.geo.bodyWidth())) }

func (t Trend) strips(f *flow, parent *tag.Elem, width float64) []strip {
	if len(t.Months) == 0 || len(t.Series) == 0 {
		return nil
	}
	figure := parent.New(tag.Figure)
	figure.Alt = t.Alt
	frame := t.frame(f, width)
	axis := frame.top + frame.height + trendAir
	s := strip{before: 8, height: axis + 18, figure: figure, width: width}
	s.items = append(s.items, item{elem: figure, x: 0, y: axis, what: path{
		points: []point{{0, 0}, {frame.left*2 + frame.width, 0}}, ink: Strong, width: hairline,
	}})
	s.items = append(s.items, t.months(f, figure, frame, axis+13)...)
	for i := range t.Series {
		s.items = append(s.items, t.line(f, figure, frame, i)...)
	}
	if frame.legend {
		s.items = append(s.items, t.legend(f, figure)...)
	} else {
		s.items = append(s.items, t.names(f, figure, frame)...)
	}
	return []strip{s}
}

func (t Trend) frame(f *flow, width float64) trendFrame {
	most := 1
	var names, month float64
	for _, s := range t.Series {
		names = max(names, f.fonts.measure(s.Name, true, trendLabel))
		for _, v := range s.Values {
			most = max(most, v)
		}
	}
	for _, m := range t.Months {
		month = max(month, f.fonts.measure(m, false, trendLabel))
	}
	height := t.Height
	if height == 0 {
		height = 90
	}
	frame := trendFrame{left: snap(max(month/2, 10)), top: trendAir, height: height, most: most, steps: max(1, len(t.Months)-1)}
	frame.legend = width < narrow
	if frame.legend {
		frame.top += legendHeight
		names = -nameGap
	}
	frame.width = max(width-names-nameGap-2*frame.left, 40)
	frame.names = frame.every(month + 9)
	frame.numbers = frame.every(f.fonts.measure(strconv.Itoa(most), true, trendLabel) + 5)
	return frame
}

// every gives the least number of months between labels of a width that do not touch.
func (r trendFrame) every(width float64) int {
	n := 1
	for n <= r.steps && r.width/float64(r.steps)*float64(n) < width {
		n++
	}
	return n
}

// shows tells whether a month has its label, with one every so many months: the last one always has.
func shows(i, last, every int) bool { return (last-i)%every == 0 }

func (r trendFrame) at(i, value int) point {
	return point{
		x: snap(r.left + r.width*float64(i)/float64(r.steps)),
		y: snap(r.top + r.height*float64(r.most-value)/float64(r.most)),
	}
}

// months prints the names of the months, leaving some out where they would touch.
func (t Trend) months(f *flow, figure *tag.Elem, frame trendFrame, y float64) []item {
	var items []item
	for i, m := range t.Months {
		if shows(i, len(t.Months)-1, frame.names) {
			items = append(items, f.centred(figure, m, frame.at(i, 0).x, y, false, Muted))
		}
	}
	return items
}

// centred is a text around a place.
func (f *flow) centred(elem *tag.Elem, text string, x, y float64, bold bool, ink Ink) item {
	width := f.fonts.measure(text, bold, trendLabel)
	return item{elem: elem, x: snap(x - width/2), y: y, what: words{text: text + " ", bold: bold, size: trendLabel, ink: ink}}
}

// line draws one series: the line, its points, and each value above it or, where another series lies higher, below it.
func (t Trend) line(f *flow, figure *tag.Elem, frame trendFrame, n int) []item {
	s := t.Series[n]
	points := make([]point, len(s.Values))
	for i, v := range s.Values {
		points[i] = frame.at(i, v)
	}
	items := []item{}
	if len(points) > 1 {
		items = append(items, item{elem: figure, what: path{points: points, ink: s.Ink, width: 1.75, dashed: s.Hollow}})
	}
	for i, pt := range points {
		dot := disc{r: 3.5, fill: s.Ink}
		if s.Hollow {
			dot = disc{r: 3.5, fill: Paper, ring: s.Ink}
		}
		y := pt.y - 7
		if t.below(n, i) {
			y = pt.y + 14
		}
		items = append(items, item{elem: figure, x: pt.x, y: pt.y, what: dot})
		if shows(i, len(points)-1, frame.numbers) {
			items = append(items, f.centred(figure, strconv.Itoa(s.Values[i]), pt.x, y, true, s.Ink))
		}
	}
	return items
}

func (t Trend) below(n, i int) bool {
	for other := range t.Series {
		v, mine := t.Series[other].Values[i], t.Series[n].Values[i]
		if other != n && (v > mine || v == mine && other < n) {
			return true
		}
	}
	return false
}

// names prints each series' name at the end of its line, apart from each other.
func (t Trend) names(f *flow, figure *tag.Elem, frame trendFrame) []item {
	const apart = 13
	var items []item
	var taken []float64
	last := len(t.Months) - 1
	for _, s := range t.Series {
		pt := frame.at(last, s.Values[last])
		y := pt.y + 3.5
		for _, other := range taken {
			if y > other-apart && y < other+apart {
				y = other + apart
			}
		}
		taken = append(taken, y)
		items = append(items, item{elem: figure, x: pt.x + nameGap, y: y, what: words{text: s.Name + " ", bold: true, size: trendLabel, ink: s.Ink}})
	}
	return items
}

// legend prints the names above the lines, each with its point.
func (t Trend) legend(f *flow, figure *tag.Elem) []item {
	var items []item
	var x float64
	for _, s := range t.Series {
		dot := disc{r: 3.5, fill: s.Ink}
		if s.Hollow {
			dot = disc{r: 3.5, fill: Paper, ring: s.Ink}
		}
		items = append(items, item{elem: figure, x: x + 4, y: 8, what: dot},
			item{elem: figure, x: x + 12, y: 11.5, what: words{text: s.Name + " ", bold: true, size: trendLabel, ink: s.Ink}})
		x += f.fonts.measure(s.Name, true, trendLabel) + 26
	}
	return items
}
