package workbook

import (
	"fmt"
	"math"
)

// palette is the colours of the charts: those of the PDF's bars, so that a reader of both need not learn twice. They are
// shades of the accent, dark to white, which differ in grey too. Red, amber and green are left to the ratings.
type palette struct {
	full   string // the accent; white numbers on it
	middle string // dark numbers on this one and on the others
	pale   string
	none   string // white, with an outline
	edge   string // of outlines, hatching and axes
	muted  string
}

const (
	white     = "FFFFFF"
	edgeGrey  = "7C8692"
	mutedGrey = "4A5562"
)

// newPalette mixes the shades as the PDF does. A test holds them to the PDF's own.
func newPalette(accent string) palette {
	const readable, enough = 4.5, 6 // contrasts of WCAG 2.2: for a number on a shade, and for an accent with lighter shades
	full := rgb(accent)
	for contrast(full, rgb(white)) < enough {
		full = mix(full, color{}, 0.95)
	}
	middle := rgb(white)
	for part := 0.62; part > 0; part -= 0.02 {
		middle = mix(vivid(full), rgb(white), part)
		if contrast(middle, color{0x1A, 0x20, 0x2B}) >= readable {
			break
		}
	}
	return palette{full: full.hex(), middle: middle.hex(), pale: mix(vivid(full), rgb(white), 0.24).hex(),
		none: white, edge: edgeGrey, muted: mutedGrey}
}

// color is red, green and blue.
type color [3]uint8

// rgb reads "1A3A5C"; anything else is black.
func rgb(hex string) color {
	var c color
	if _, err := fmt.Sscanf(hex, "%02x%02x%02x", &c[0], &c[1], &c[2]); err != nil {
		return color{}
	}
	return c
}

func (c color) hex() string { return fmt.Sprintf("%02X%02X%02X", c[0], c[1], c[2]) }

// mix lays a colour over another at a part of its strength.
func mix(c, under color, part float64) color {
	var out color
	for i := range out {
		out[i] = uint8(math.Round(float64(float64(c[i])*part) + float64(float64(under[i])*(1-part))))
	}
	return out
}

// vivid makes a dark colour fuller, so that its pale mixtures do not look grey.
func vivid(c color) color {
	most := int(max(c[0], c[1], c[2], 1))
	for i := range c {
		c[i] = uint8(int(c[i]) * 168 / most)
	}
	return c
}

// contrast is the ratio of WCAG 2.2 between two colours, from 1 to 21.
func contrast(a, b color) float64 {
	la, lb := luminance(a), luminance(b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

func luminance(c color) float64 {
	sum := 0.0
	for i, weight := range [3]float64{0.2126, 0.7152, 0.0722} {
		s := float64(c[i]) / 255
		if s <= 0.04045 {
			s /= 12.92
		} else {
			s = math.Pow((s+0.055)/1.055, 2.4)
		}
		sum += float64(weight * s)
	}
	return sum
}
