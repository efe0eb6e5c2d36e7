package layout

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestFaultsAreFound(t *testing.T) {
	t.Parallel()
	text := func(s string, left, top, right, bottom float64) PlacedText {
		return PlacedText{Text: s, Left: left, Top: top, Right: right, Bottom: bottom}
	}
	page := func(texts ...PlacedText) *Composed {
		return &Composed{Pages: []ComposedPage{{Geometry: geometry(false), Texts: texts}}}
	}
	assert.Empty(t, page(text("a", 60, 100, 90, 110), text("b", 92, 100, 120, 110), text("c", 60, 112, 90, 122)).Faults())
	assert.Equal(t, []string{`page 1: "a" overlaps "b"`}, page(text("a", 60, 100, 90, 110), text("b", 85, 105, 120, 115)).Faults())
	assert.Equal(t, []string{`page 1: "wide" stands outside the margins`}, page(text("wide", 60, 100, 590, 110)).Faults())
	assert.Equal(t, []string{`page 1: "low" stands outside the margins`}, page(text("low", 60, 780, 90, 790)).Faults())
}
