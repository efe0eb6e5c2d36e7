package layout

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"boardpack/report/colour"
)

func TestEveryInkHasAColour(t *testing.T) {
	p := NewPalette(colour.DefaultAccent())
	for ink := range lastInk + 1 {
		_, ok := p.colors[ink]
		assert.True(t, ok, "ink %d", ink)
	}
	for fill, want := range map[Ink]Ink{FillFull: Paper, FillMiddle: Paper, FillNone: Text} {
		assert.Equal(t, want, p.over(fill), "on fill %d", fill)
	}
}
