package templates

import (
	"fmt"
	"math"
)

// leastContrast is what text of any size needs against its background: WCAG 2.2, success criterion 1.4.3, level AA.
const leastContrast = 4.5

// Colour is a colour in sRGB.
type Colour struct{ R, G, B uint8 }

// ParseColour reads "#1A3A5C".
func ParseColour(s string) (Colour, error) {
	var c Colour
	if len(s) != 7 || s[0] != '#' {
		return Colour{}, fmt.Errorf("%q is not a colour: write it as # and six digits or letters A to F, for example \"#1A3A5C\"", s)
	}
	for i, part := range []*uint8{&c.R, &c.G, &c.B} {
		high, low := hexDigit(s[1+2*i]), hexDigit(s[2+2*i])
		if high < 0 || low < 0 {
			return Colour{}, fmt.Errorf("%q is not a colour: write it as # and six digits or letters A to F, for example \"#1A3A5C\"", s)
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

// String is "#1A3A5C".
func (c Colour) String() string { return fmt.Sprintf("#%02X%02X%02X", c.R, c.G, c.B) }

// ContrastOnWhite is the contrast ratio with white, 1 to 21, as WCAG 2.2 defines it.
func (c Colour) ContrastOnWhite() float64 { return 1.05 / (c.luminance() + 0.05) }

// luminance is the relative luminance, 0 to 1: WCAG 2.2, "relative luminance".
func (c Colour) luminance() float64 {
	linear := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}
