package layout

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"boardpack/report/colour"
	"boardpack/report/pdf/tag"
)

// One is as long in each bar of a chart, so that 2 of 2 is shorter than 3 of 5, and a number stands only where it has room.
func TestBarsAreCounts(t *testing.T) {
	t.Parallel()
	f := newFlow(fonts(t), NewPalette(colour.DefaultAccent()), Chrome{}, pages{})
	draw := func(full int, counts ...int) (boxes []box, numbers []string) {
		b := Bar{Full: full, Alt: "counts"}
		for _, n := range counts {
			b.Parts = append(b.Parts, Part{N: n, Fill: Fill{Ink: FillNone, Stroke: Accent}})
		}
		for _, it := range b.strips(f, tag.NewRoot(), 160)[0].items {
			switch what := it.what.(type) {
			case box:
				boxes = append(boxes, what)
			case words:
				numbers = append(numbers, what.text)
			}
		}
		return boxes, numbers
	}
	two, numbers := draw(5, 2)
	assert.Equal(t, []string{"2 "}, numbers)
	five, _ := draw(5, 3, 2)
	assert.InDelta(t, two[0].w, five[1].w, 0.01, "2 is as long in each bar")
	assert.Less(t, two[0].w, five[0].w)
	few, _ := draw(2, 1, 1)
	assert.LessOrEqual(t, few[0].w, longUnit(), "no bar is drawn out")
	many, numbers := draw(1716, 1, 1700, 2)
	assert.Equal(t, []string{"1700 "}, numbers, "slim parts have no number")
	for _, b := range many {
		assert.Positive(t, b.w, "each part is seen")
	}
}
