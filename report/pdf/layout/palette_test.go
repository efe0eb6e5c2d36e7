package layout

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report/colour"
)

// TestContrasts: with any accent, texts have a contrast of 4.5 to 1 on white and on the tint, numbers on the parts of a bar, and lines that
// mean something one of 3.
func TestContrasts(t *testing.T) {
	t.Parallel()
	for _, accent := range []string{"#1A3A5C", "#000000", "#0B3D0B", "#7A0010", "#B00020", "#FF0000", "#4A90D9", "#FFD700", "#C8F7C5", "#808080"} {
		c, err := colour.Parse(accent)
		require.NoError(t, err)
		p := NewPalette(c)
		for _, ink := range []Ink{Text, Muted, Accent, Black, Red, Amber, Green, Blue} {
			for _, under := range []Ink{Paper, Tint} {
				assert.GreaterOrEqual(t, colour.Contrast(p.color(ink), p.color(under)), 4.5, "ink %d on %d with %s", ink, under, accent)
			}
		}
		for _, fill := range []Ink{FillFull, FillMiddle, FillNone} {
			assert.GreaterOrEqual(t, colour.Contrast(p.color(p.over(fill)), p.color(fill)), 4.5, "a number on %d with %s", fill, accent)
		}
		for _, mark := range []Ink{Strong, Accent, FillFull, FillMiddle, Red, Amber, Green, Blue} {
			assert.GreaterOrEqual(t, colour.Contrast(p.color(mark), p.color(Paper)), 3.0, "mark %d with %s", mark, accent)
		}
		assert.Greater(t, colour.Contrast(p.color(FillFull), p.color(FillMiddle)), 1.3, "complete and in progress apart with %s", accent)
	}
}

func TestEveryInkHasAColour(t *testing.T) {
	t.Parallel()
	p := NewPalette(colour.DefaultAccent())
	for ink := range lastInk + 1 {
		_, ok := p.colors[ink]
		assert.True(t, ok, "ink %d", ink)
	}
	for fill, want := range map[Ink]Ink{FillFull: Paper, FillMiddle: Paper, FillNone: Text} {
		assert.Equal(t, want, p.over(fill), "on fill %d", fill)
	}
}
