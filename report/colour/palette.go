package colour

// Palette is the colours of an output. All text colours have a contrast of at least 4.5 to 1 on white (WCAG 2.2, 1.4.3), and the
// first three fills differ enough in lightness to be told apart in grey. Red, amber, green and blue are left to the ratings.
type Palette struct {
	Text, Muted, Accent, Link Colour
	Rule                      Colour // of lines between rows
	Strong                    Colour // that of Edge
	Tint                      Colour // the palest accent, behind notes

	// Full, Middle, Pale and None are four steps of the accent, dark to white, for parts of a bar: white numbers on the first, dark ones on
	// the others.
	Full, Middle, Pale, None Colour

	Red, Amber, Green, Blue Colour
}

// Edge is the grey of lines under headings, outlines, hatching and axes, whatever the accent.
func Edge() Colour { return Colour{0x7C, 0x86, 0x92} }

// NewPalette makes a palette around one accent colour. An accent that is too pale to be read, or to differ in grey from its own
// lighter shades, is darkened until it is not; the middle shade is made lighter until a number can be read on it.
func NewPalette(accent Colour) Palette {
	const enough = 6 // Readable with room for the lighter shades
	for Contrast(accent, White()) < enough {
		accent = mix(accent, Colour{}, 0.95)
	}
	text := Colour{0x1A, 0x20, 0x2B}
	middle := White()
	for part := 0.62; part > 0; part -= 0.02 {
		middle = mix(vivid(accent), White(), part)
		if Contrast(middle, text) >= Readable {
			break
		}
	}
	return Palette{
		Text: text, Muted: Colour{0x4A, 0x55, 0x62}, Accent: accent, Link: Colour{0x1D, 0x5A, 0x96},
		Rule: Colour{0xD2, 0xD6, 0xDB}, Strong: Edge(), Tint: mix(accent, White(), 0.06),
		Full: accent, Middle: middle, Pale: mix(vivid(accent), White(), 0.24), None: White(),
		Red: Colour{0xA4, 0x26, 0x2C}, Amber: Colour{0x85, 0x55, 0x00}, Green: Colour{0x1B, 0x6B, 0x38}, Blue: Colour{0x1D, 0x5A, 0x96},
	}
}
