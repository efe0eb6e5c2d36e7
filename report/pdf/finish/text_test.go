package finish

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestNumber(t *testing.T) {
	t.Parallel()
	for v, want := range map[float64]string{
		0: "0", 9: "9", 9.5: "9.5", 0.015625: "0.02", 0.046875: "0.05", 595.28125: "595.28", -0.75: "-0.75", -0.015625: "-0.02", 841.890625: "841.89",
		0.625: "0.62", 0.125: "0.12", 0.375: "0.38", -12: "-12",
	} {
		assert.Equal(t, want, number(v), "%v", v)
	}
}

// What a font says of its characters: widths in lists of neighbours, glyphs by code, and the way back to Unicode by high bytes.
func TestFontTables(t *testing.T) {
	t.Parallel()
	font := Font{Chars: []Char{{Code: 'A', Glyph: 1, Width: 667}, {Code: 'B', Glyph: 2, Width: 666}, {Code: 'D', Glyph: 300, Width: 722}, {Code: '\u2013', Glyph: 3, Width: 556}}}
	assert.Equal(t, "65[667 666]68[722]8211[556]", font.widths())
	glyphs := font.glyphs()
	assert.Len(t, glyphs, 2*0x2013+2)
	assert.Equal(t, []byte{0, 1, 0, 2, 0, 0, 1, 44}, glyphs[2*'A':2*'D'+2])
	assert.Equal(t, byte(3), glyphs[2*0x2013+1])
	assert.Contains(t, string(font.toUnicode()), "2 beginbfrange\n<0000> <00FF> <0000>\n<2000> <20FF> <2000>\nendbfrange")
}
