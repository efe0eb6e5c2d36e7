package colour_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"

	"boardpack/report/colour"
)

// accents are colours that a body may choose, pale and dark ones among them.
func accents() []colour.Colour {
	return []colour.Colour{colour.DefaultAccent(), {}, colour.White(), {R: 200, G: 16, B: 46}, {R: 255, G: 221}, {G: 128, B: 96}, {R: 94, G: 45, B: 145}, {G: 90, B: 200}}
}

// Whatever accent a force chooses, all text can be read: on paper, on the pale ground of notes and on the parts of bars.
func TestPaletteCanBeRead(t *testing.T) {
	t.Parallel()
	for _, accent := range accents() {
		p := colour.NewPalette(accent)
		for i, ink := range []colour.Colour{p.Text, p.Muted, p.Accent, p.Link, p.Red, p.Amber, p.Green, p.Blue} {
			name := fmt.Sprintf("ink %d with accent %v", i, accent)
			assert.GreaterOrEqual(t, colour.Contrast(ink, colour.White()), colour.Readable, name)
			assert.GreaterOrEqual(t, colour.Contrast(ink, p.Tint), colour.Readable, name+" on tint")
		}
		assert.GreaterOrEqual(t, colour.Contrast(colour.White(), p.Full), colour.Readable, "white on the full shade of %v", accent)
		for i, fill := range []colour.Colour{p.Middle, p.Pale, p.None} {
			assert.GreaterOrEqual(t, colour.Contrast(p.Text, fill), colour.Readable, "text on shade %d of %v", i, accent)
		}
		assert.GreaterOrEqual(t, colour.Contrast(p.Full, p.Middle), 1.35, "full and middle of %v in grey", accent)
		assert.GreaterOrEqual(t, colour.Contrast(p.Middle, p.Pale), 1.35, "middle and pale of %v in grey", accent)
	}
}
