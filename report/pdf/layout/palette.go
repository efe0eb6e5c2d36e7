package layout

import "math"

// Color is red, green and blue.
type Color struct{ R, G, B uint8 }

// Ink names a use of colour. Blocks name inks; a document's palette says which colour each is.
type Ink uint8

// The inks of a document.
const (
	Text Ink = iota
	Muted
	Accent
	LinkInk
	Rule     // lines between rows
	Strong   // lines under headings
	Paper    // white
	Tint     // the palest accent, behind notes
	FillFull // four steps of the accent, dark to white, for parts of a bar
	FillMiddle
	FillPale
	FillNone
	Red
	Amber
	Green
	Blue

	lastInk = Blue
)

// Palette gives the colours of all inks. All text inks have a contrast of at least 4.5 to 1 on white (WCAG 2.2, 1.4.3), and the
// four fills differ enough in lightness to be told apart in grey.
type Palette struct {
	colors map[Ink]Color
}

// DefaultAccent is a dark blue.
func DefaultAccent() Color { return Color{0x1B, 0x3A, 0x5C} }

// NewPalette makes a palette around one accent colour. An accent that is too pale to be read, or to differ in grey from its own
// lighter shades, is darkened until it is not; the middle shade is made lighter until a number can be read on it.
func NewPalette(accent Color) Palette {
	const enough = 6 // 4.5 with room for the lighter shades
	for contrast(accent, white()) < enough {
		accent = mix(accent, Color{}, 0.95)
	}
	text := Color{0x1A, 0x20, 0x2B}
	middle := white()
	for part := 0.62; part > 0; part -= 0.02 {
		middle = mix(vivid(accent), white(), part)
		if contrast(middle, text) >= 4.5 {
			break
		}
	}
	return Palette{colors: map[Ink]Color{
		Text:       text,
		Muted:      {0x4A, 0x55, 0x62},
		Accent:     accent,
		LinkInk:    {0x1D, 0x5A, 0x96},
		Rule:       {0xD2, 0xD6, 0xDB},
		Strong:     {0x7C, 0x86, 0x92},
		Paper:      white(),
		Tint:       mix(accent, white(), 0.06),
		FillFull:   accent,
		FillMiddle: middle,
		FillPale:   mix(vivid(accent), white(), 0.24),
		FillNone:   white(),
		Red:        {0xA4, 0x26, 0x2C},
		Amber:      {0x85, 0x55, 0x00},
		Green:      {0x1B, 0x6B, 0x38},
		Blue:       {0x1D, 0x5A, 0x96},
	}}
}

// Color gives the colour of an ink.
func (p Palette) Color(ink Ink) Color { return p.colors[ink] }

// over gives the ink that can be read on a fill: text or white.
func (p Palette) over(fill Ink) Ink {
	if contrast(p.Color(fill), p.Color(Text)) >= contrast(p.Color(fill), white()) {
		return Text
	}
	return Paper
}

// vivid makes a dark colour fuller, so that its pale mixtures do not look grey.
func vivid(c Color) Color {
	most := max(c.R, c.G, c.B, 1)
	scale := func(v uint8) uint8 { return uint8(int(v) * 168 / int(most)) }
	return Color{scale(c.R), scale(c.G), scale(c.B)}
}

func white() Color { return Color{0xFF, 0xFF, 0xFF} }

// mix lays a colour over another at a part of its strength.
func mix(c, under Color, part float64) Color {
	blend := func(a, b uint8) uint8 {
		return uint8(math.Round(float64(float64(a)*part) + float64(float64(b)*(1-part))))
	}
	return Color{blend(c.R, under.R), blend(c.G, under.G), blend(c.B, under.B)}
}

// contrast is the ratio of WCAG 2.2 between two colours, from 1 to 21.
func contrast(a, b Color) float64 {
	la, lb := luminance(a), luminance(b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

func luminance(c Color) float64 {
	part := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*part(c.R) + 0.7152*part(c.G) + 0.0722*part(c.B)
}
