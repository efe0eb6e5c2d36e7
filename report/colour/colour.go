// Package colour mixes the colours that all outputs of a pack share from one accent, so that a reader of two of them need not learn twice,
// and measures whether text in them can be read.
package colour

import (
	"fmt"
	"math"
)

// Colour is a colour in sRGB.
type Colour struct{ R, G, B uint8 }

// White is the colour of paper.
func White() Colour { return Colour{0xFF, 0xFF, 0xFF} }

// DefaultAccent is a dark blue: the accent of the shipped template, and where nobody gives one.
func DefaultAccent() Colour { return Colour{0x1A, 0x3A, 0x5C} }

// Parse reads "#1A3A5C".
func Parse(s string) (Colour, error) {
	var c Colour
	if len(s) != 7 || s[0] != '#' {
		return Colour{}, fmt.Errorf("\"%s\" is not a colour: write it as # and six digits or letters A to F, for example \"#1A3A5C\"", s)
	}
	for i, part := range []*uint8{&c.R, &c.G, &c.B} {
		high, low := hexDigit(s[1+2*i]), hexDigit(s[2+2*i])
		if high < 0 || low < 0 {
			return Colour{}, fmt.Errorf("\"%s\" is not a colour: write it as # and six digits or letters A to F, for example \"#1A3A5C\"", s)
		}
		*part = uint8(high<<4 | low)
	}
	return c, nil
}

func hexDigit(b byte) int {
	switch {
	case b >= '0' && b <= '9':
		return int(b - '0')
	case b >= 'a' && b <= 'f':
		return int(b-'a') + 10
	case b >= 'A' && b <= 'F':
		return int(b-'A') + 10
	}
	return -1
}

// String is the colour as the web writes it: "#1A3A5C".
func (c Colour) String() string { return "#" + c.Hex() }

// Hex is the colour as Excel writes it: "1A3A5C".
func (c Colour) Hex() string { return fmt.Sprintf("%02X%02X%02X", c.R, c.G, c.B) }

// Contrast is the ratio of WCAG 2.2 between two colours, from 1 to 21.
func Contrast(a, b Colour) float64 {
	la, lb := a.luminance(), b.luminance()
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

// Readable is the contrast that text of any size needs against its background: WCAG 2.2, success criterion 1.4.3, level AA.
const Readable = 4.5

// luminance is the relative luminance, 0 to 1: WCAG 2.2, "relative luminance". Each product is rounded by itself, so that no machine
// takes two steps in one and gives another colour.
func (c Colour) luminance() float64 {
	linear := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return float64(0.2126*linear(c.R)) + float64(0.7152*linear(c.G)) + float64(0.0722*linear(c.B))
}

// mix lays a colour over another at a part of its strength.
func mix(c, under Colour, part float64) Colour {
	blend := func(a, b uint8) uint8 {
		return uint8(math.Round(float64(float64(a)*part) + float64(float64(b)*(1-part))))
	}
	return Colour{blend(c.R, under.R), blend(c.G, under.G), blend(c.B, under.B)}
}

// vivid makes a dark colour fuller, so that its pale mixtures do not look grey.
func vivid(c Colour) Colour {
	most := max(c.R, c.G, c.B, 1)
	scale := func(v uint8) uint8 { return uint8(int(v) * 168 / int(most)) }
	return Colour{scale(c.R), scale(c.G), scale(c.B)}
}
