package layout

import "boardpack/report/pdf/tag"

// Waterfall shows how one number became another: a bar for the opening, one for each step up or down, one for the closing, side by side
// on one scale from 0.
type Waterfall struct {
	Steps []Step
	Alt   string // the steps in a sentence
}

// Step is one bar, from one number to another, with its name and its printed value.
type Step struct {
	Name     string
	Value    string
	From, To int
	Total    bool // the opening or the closing
}

const (
	walkHeight = 74 // of the highest bar
	walkAir    = 14 // above it, for its value
	walkStyle  = TableSize
)

func (w Waterfall) set(f *flow, parent *tag.Elem) {
	if len(w.Steps) == 0 {
		return
	}
	figure := parent.New(tag.Figure)
	figure.Alt = w.Alt
	width := f.geo.bodyWidth()
	most := 1
	for _, s := range w.Steps {
		most = max(most, s.From, s.To)
	}
	each := snap(width / float64(len(w.Steps)))
	names := make([][]strip, len(w.Steps))
	lines := 1
	for i, s := range w.Steps {
		names[i] = f.text(figure, Plain(s.Name), Style{Size: walkStyle, Leading: 12.5}, each-4, Left)
		lines = max(lines, len(names[i]))
	}
	axis := float64(walkAir + walkHeight)
	s := strip{before: mm(2), height: axis + 5 + 12.5*float64(lines), figure: figure, width: width}
	level := func(n int) float64 { return snap(axis - walkHeight*float64(n)/float64(most)) }
	for i, step := range w.Steps {
		for l, line := range names[i] {
			span := f.fonts.measure(lineText(line), false, walkStyle)
			for _, it := range line.items {
				it.x += snap(each*float64(i) + (each-span)/2)
				it.y += axis + 4 + 12.5*float64(l)
				s.items = append(s.items, it)
			}
		}
		s.items = append(s.items, w.step(f, figure, i, each, level, step)...)
	}
	s.items = append(s.items, item{elem: figure, y: axis, what: path{points: []point{{}, {width, 0}}, ink: Text, width: 1}})
	f.add(s)
}

// lineText is what a strip of one line says.
func lineText(s strip) string {
	text := ""
	for _, it := range s.items {
		if w, ok := it.what.(words); ok {
			text += w.text
		}
	}
	return trimmed(text)
}

func (w Waterfall) step(f *flow, figure *tag.Elem, i int, each float64, level func(int) float64, s Step) []item {
	const wide = 0.66 // of the room of a step
	left := snap(each*float64(i) + each*(1-wide)/2)
	top, foot := level(max(s.From, s.To)), level(min(s.From, s.To))
	bar := box{w: snap(each * wide), h: max(foot-top, 1.5), fill: stepInk(s), stroke: Accent, line: 1}
	items := []item{
		{elem: figure, x: left, y: top, what: bar},
		f.centred(figure, s.Value, left+bar.w/2, top-4, walkStyle, true, Text),
	}
	if i+1 < len(w.Steps) {
		// A line from the end of this step to the start of the next.
		items = append(items, item{elem: figure, x: left + bar.w, y: level(s.To), what: path{
			points: []point{{}, {each - bar.w, 0}}, ink: Muted, width: 0.75, dashed: true,
		}})
	}
	return items
}

// stepInk: totals are dark, what takes away is of the middle shade, what adds white.
func stepInk(s Step) Ink {
	switch {
	case s.Total:
		return FillFull
	case s.To < s.From:
		return FillMiddle
	default:
		return FillNone
	}
}
