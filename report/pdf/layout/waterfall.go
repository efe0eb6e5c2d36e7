package layout

import "boardpack/report/pdf/tag"

// Waterfall shows how one number became another: a bar for the opening, one for each step up or down, one for the closing. It lies on
// its side, so that long names of steps have room.
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
	stepHeight = 20
	stepBar    = 12
)

func (w Waterfall) set(f *flow, parent *tag.Elem) {
	if len(w.Steps) == 0 {
		return
	}
	figure := parent.New(tag.Figure)
	figure.Alt = w.Alt
	width := f.geo.bodyWidth()
	names, values, most := 0.0, 0.0, 1
	for _, s := range w.Steps {
		names = max(names, f.fonts.measure(s.Name, true, TableSize))
		values = max(values, f.fonts.measure(s.Value, true, TableSize))
		most = max(most, s.From, s.To)
	}
	names = min(names, width/2)
	left := snap(names + cellGap)
	scale := func(n int) float64 { return snap(left + (width-left-values-8)*float64(n)/float64(most)) }
	s := strip{before: 10, height: float64(len(w.Steps)) * stepHeight, figure: figure, width: width}
	for i, step := range w.Steps {
		s.items = append(s.items, w.step(f, figure, i, step, scale)...)
	}
	f.add(s)
}

func (w Waterfall) step(f *flow, figure *tag.Elem, i int, s Step, scale func(int) float64) []item {
	y := float64(i) * stepHeight
	style := Style{Size: TableSize, Leading: stepHeight}
	from, to := scale(min(s.From, s.To)), scale(max(s.From, s.To))
	bar := box{w: max(to-from, 1), h: stepBar, fill: stepInk(s)}
	if s.To > s.From && !s.Total {
		bar.stroke = Accent
	}
	items := []item{
		{elem: figure, y: y + style.baseline(), what: words{text: s.Name + " ", bold: s.Total, size: TableSize, ink: Text}},
		{elem: figure, x: from, y: y + (stepHeight-stepBar)/2, what: bar},
		{elem: figure, x: to + 6, y: y + style.baseline(), what: words{text: s.Value + " ", bold: s.Total, size: TableSize, ink: Text}},
	}
	if i+1 < len(w.Steps) {
		// A line from the end of this step to the start of the next.
		x := scale(s.To)
		items = append(items, item{elem: figure, x: x, y: y + (stepHeight+stepBar)/2, what: path{
			points: []point{{0, 0}, {0, stepHeight - stepBar}}, ink: Strong, width: hairline,
		}})
	}
	return items
}

// stepInk: totals are dark, what went down is of the middle shade, what went up pale with a line around it.
func stepInk(s Step) Ink {
	switch {
	case s.Total:
		return FillFull
	case s.To < s.From:
		return FillMiddle
	default:
		return FillPale
	}
}
