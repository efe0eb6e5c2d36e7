package layout

import (
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"

	"boardpack/report/colour"
)

// Every part of a bar has room for its number, and the bar stays within its width as long as the numbers let it.
func TestPartWidths(t *testing.T) {
	f := newFlow(fonts(t), NewPalette(colour.DefaultAccent()), Chrome{})
	for _, c := range []struct {
		name   string
		counts []int
		full   int
		width  float64
	}{
		{"even", []int{1, 1, 1}, 3, 200},
		{"half full", []int{3, 2}, 10, 200},
		{"few of many", []int{1, 1700, 2}, 1703, 200},
		{"a short bar beside a long one", []int{1, 2, 1}, 1716, 200},
		{"too narrow for its numbers", []int{100, 200, 300, 400, 500}, 1500, 60},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := Bar{Full: c.full}
			var sum float64
			for _, n := range c.counts {
				b.Parts = append(b.Parts, Part{N: n})
			}
			for i, w := range b.partWidths(f, c.width) {
				assert.GreaterOrEqual(t, w, f.fonts.measure(strconv.Itoa(b.Parts[i].N), false, TableSize)+barGap)
				sum += w
			}
			if c.name != "too narrow for its numbers" {
				assert.LessOrEqual(t, sum, c.width+0.1)
			}
		})
	}
}
