package layout

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"pgregory.net/rapid"

	"boardpack/report/colour"
	"boardpack/report/pdf/tag"
)

// TestNoTextOfATrendStandsOverAnother holds it for any values and months, beside the lead of page 1 and as wide as a page.
func TestNoTextOfATrendStandsOverAnother(t *testing.T) {
	loaded := fonts(t)
	rapid.Check(t, func(rt *rapid.T) {
		months, most := rapid.IntRange(2, 40).Draw(rt, "months"), rapid.SampledFrom([]int{3, 20, 400, 62700}).Draw(rt, "most")
		trend := Trend{Height: rapid.Float64Range(90, 120).Draw(rt, "height"), Step: max(1, most/4), Series: []Series{{Name: "outstanding"}, {Name: "overdue", Hollow: true}}}
		for i := range months {
			trend.Months = append(trend.Months, fmt.Sprintf("Nov %02d", i))
			outstanding := rapid.IntRange(0, most).Draw(rt, "outstanding")
			trend.Series[0].Values = append(trend.Series[0].Values, outstanding)
			trend.Series[1].Values = append(trend.Series[1].Values, rapid.IntRange(0, outstanding).Draw(rt, "overdue"))
		}
		f := newFlow(loaded, NewPalette(colour.DefaultAccent()), Chrome{}, pages{})
		width := rapid.SampledFrom([]float64{175, 480}).Draw(rt, "width")
		for _, s := range trend.strips(f, tag.NewRoot(), width) {
			for n, it := range s.items {
				if text, is := it.what.(words); is {
					assert.False(rt, f.meetsAny(it, s.items[:n]), "%q stands over another", text.text)
				}
			}
		}
	})
}

// TestATrendShowsItsHighestWhereThereIsRoom holds that no more is left out than meets something.
func TestATrendShowsItsHighestWhereThereIsRoom(t *testing.T) {
	shown := func(values ...int) (out []string) {
		f := newFlow(fonts(t), NewPalette(colour.DefaultAccent()), Chrome{}, pages{})
		trend := Trend{Height: 110, Step: 5, Months: make([]string, len(values)), Series: []Series{{Name: "outstanding", Values: values}}}
		for _, s := range trend.strips(f, tag.NewRoot(), 175) {
			for _, it := range s.items {
				if text, is := it.what.(words); is && text.bold {
					out = append(out, text.text)
				}
			}
		}
		return out
	}
	assert.Equal(t, []string{"15 ", "16 ", "9 "}, shown(15, 15, 14, 14, 14, 16, 12, 11, 10, 9, 9, 9, 9))
	assert.Equal(t, []string{"15 ", "9 "}, shown(15, 16, 16, 15, 15, 12, 11, 11, 10, 9, 9, 9, 9))
}
