package colour

// Palette is the colours of an output. All text colours have a contrast of at least 4.5 to 1 on white (WCAG 2.2, 1.4.3), lines that mean
// something one of at least 3 (1.4.11). Red, amber, green and blue are left to the ratings.
type Palette struct {
	Text, Muted, Accent, Link Colour
	Rule                      Colour // of lines between rows, which are decoration
	Strong                    Colour // that of Edge
	Tint                      Colour // the palest accent, behind facts and the heads of groups

	// Full, Middle, Pale and None are four steps of the accent, dark to white, for parts of a bar: white numbers on the first, dark ones on
	// the others.
	Full, Middle, Pale, None Colour

	// Done and Doing are the parts of a printed bar that are complete and in progress, which both bear white numbers.
	Done, Doing Colour

	Red, Amber, Green, Blue Colour
}

// Edge is the grey of lines at the foot and under the heads of groups, of outlines, hatching and axes, whatever the accent: 3.2 to 1 on
// white.
func Edge() Colour { return Colour{0x8A, 0x92, 0x99} }

// apart is the contrast on white that the accent needs for what is complete to stand apart from what is in progress.
const apart = 7

// NewPalette makes a palette around one accent colour. An accent that is too pale to be read, or to differ in grey from its own
// lighter shades, is darkened until it is not; the middle shade is made lighter until a number can be read on it.
func NewPalette(accent Colour) Palette {
	const enough = 6 // Readable with room for the lighter shades
	for Contrast(accent, White()) < enough {
		accent = mix(accent, Colour{}, 0.95)
	}
	text := Colour{0x1D, 0x1D, 0x1B}
	middle := White()
	for part := 0.62; part > 0; part -= 0.02 {
		middle = mix(vivid(accent), White(), part)
		if Contrast(middle, text) >= Readable {
			break
		}
	}
	done := accent
	if Contrast(accent, White()) < apart {
		done = text
	}
	return Palette{
		Text: text, Muted: Colour{0x4A, 0x51, 0x57}, Accent: accent, Link: Colour{0x1F, 0x5F, 0xA8},
		Rule: Colour{0xC9, 0xCE, 0xD3}, Strong: Edge(), Tint: mix(accent, White(), 0.075),
		Full: accent, Middle: middle, Pale: mix(vivid(accent), White(), 0.24), None: White(), Done: done, Doing: doing(accent),
		Red: Colour{0xA4, 0x16, 0x1A}, Amber: Colour{0x8A, 0x53, 0x00}, Green: Colour{0x1B, 0x6E, 0x33}, Blue: Colour{0x1F, 0x5F, 0xA8},
	}
}

// doing is the accent, mixed towards white as far as a white number can still be read on it.
func doing(accent Colour) Colour {
	const enough = 4.6
	for part := 0.3; part < 1; part += 0.02 {
		if c := mix(accent, White(), part); Contrast(c, White()) >= enough {
			return c
		}
	}
	return accent
}

// Lighter mixes a colour, made fuller, towards white until it has a contrast on a dark ground.
func (c Colour) Lighter(ground Colour, enough float64) Colour {
	c = vivid(c)
	for Contrast(c, ground) < enough && c != White() {
		c = mix(White(), c, 0.06)
	}
	return c
}
