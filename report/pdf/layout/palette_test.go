package layout

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
)

// Whatever accent a force chooses, all text can be read: on paper, on the pale ground of notes and on the parts of bars.
func TestContrast(t *testing.T) {
	accents := []Color{DefaultAccent(), {0, 0, 0}, {255, 255, 255}, {200, 16, 46}, {255, 221, 0}, {0, 128, 96}, {94, 45, 145}, {0, 90, 200}}
	for _, accent := range accents {
		p := NewPalette(accent)
		for _, ink := range []Ink{Text, Muted, Accent, LinkInk, Red, Amber, Green, Blue} {
			name := fmt.Sprintf("ink %d with accent %v", ink, accent)
			assert.GreaterOrEqual(t, contrast(p.Color(ink), white()), 4.5, name)
			assert.GreaterOrEqual(t, contrast(p.Color(ink), p.Color(Tint)), 4.5, name+" on tint")
		}
		for _, fill := range []Ink{FillFull, FillMiddle, FillPale, FillNone} {
			assert.GreaterOrEqual(t, contrast(p.Color(p.over(fill)), p.Color(fill)), 4.5, "on fill %d with accent %v", fill, accent)
		}
		fills := []Ink{FillFull, FillMiddle, FillPale}
		for i, fill := range fills[1:] {
			assert.GreaterOrEqual(t, contrast(p.Color(fills[i]), p.Color(fill)), 1.35, "fills %d apart in grey with accent %v", fill, accent)
		}
	}
}
