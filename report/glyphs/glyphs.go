// Package glyphs says how characters are printed that the fonts of a paper have not: marks that people put beside a status, such
// as coloured circles, and characters that are nobody's letters. What is drawn and what proves the drawing both ask here.
package glyphs

import (
	"fmt"
	"strings"
	"unicode"

	"boardpack/report"
)

// Marks are the signs of one language: a coloured circle is printed as a circle and the name of its colour, so that it can be told
// on a black and white copy and heard. The zero value names no colours.
type Marks struct {
	colours [lastColour]string
}

// colour is what a coloured sign has beside its shape.
type colour int

const (
	plain colour = iota
	red
	orange
	yellow
	green
	blue
	purple
	brown
	black
	white
	lastColour
)

// In gives the marks of a language. Its wording names the colours under "colour.red" and so on.
func In(w report.Words) *Marks {
	m := &Marks{}
	for c, name := range [lastColour]string{red: "red", orange: "orange", yellow: "yellow", green: "green", blue: "blue", purple: "purple",
		brown: "brown", black: "black", white: "white"} {
		if name != "" {
			m.colours[c] = w.Say("colour." + name)
		}
	}
	return m
}

// First is the first character that may be printed as another: those before it need not be looked up.
const First = '\u2010'

// Of gives what is printed for a character wherever it stands, whatever the fonts have; false for one that is printed as it is.
func (m *Marks) Of(r rune) (string, bool) {
	if r < First {
		return "", false
	}
	if IsNobodys(r) {
		return StandIn(r), true
	}
	shape, of := signOf(r)
	switch {
	case shape == "":
		return "", false
	case of == plain || m == nil || m.colours[of] == "":
		return shape, true
	}
	return shape + " " + m.colours[of], true
}

// Printed gives a text with what is printed for each of its characters.
func (m *Marks) Printed(s string) string {
	if strings.IndexFunc(s, func(r rune) bool { _, other := m.Of(r); return other }) < 0 {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		if other, ok := m.Of(r); ok {
			b.WriteString(other)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// signOf gives the shape and the colour of signs that stand beside words: those that the fonts have in one colour, or not at all.
func signOf(r rune) (string, colour) {
	const circle, square = "\u25CF", "\u25A0"
	switch r {
	case '\u2010', '\u2011':
		return "-", plain
	case '\u202F':
		return "\u00A0", plain
	case '\u2705': // a white tick on a green field
		return "\u2713", plain
	case '\u274C', '\u274E':
		return "\u2717", plain
	case '\u2753', '\u2754':
		return "?", plain
	case '\u2755', '\u2757':
		return "!", plain
	case '\u26AA':
		return "\u25CB", white
	case '\u26AB':
		return circle, black
	case '\u2B1B':
		return square, black
	case '\u2B1C':
		return "\u25A1", white
	case 0x1F534:
		return circle, red
	case 0x1F535:
		return circle, blue
	case 0x1F7E0, 0x1F7E1, 0x1F7E2, 0x1F7E3, 0x1F7E4:
		return circle, [...]colour{orange, yellow, green, purple, brown}[r-0x1F7E0]
	case 0x1F7E5, 0x1F7E6, 0x1F7E7, 0x1F7E8, 0x1F7E9, 0x1F7EA, 0x1F7EB:
		return square, [...]colour{red, blue, orange, yellow, green, purple, brown}[r-0x1F7E5]
	case 0x1F6A9, 0x1F3F4:
		return "\u2691", [...]colour{red, black}[one(r == 0x1F3F4)]
	case 0x1F53A, 0x1F53C:
		return "\u25B2", plain
	case 0x1F53B, 0x1F53D:
		return "\u25BC", plain
	}
	return "", plain
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

// IsNobodys tells of code points that mean nothing outside the program that wrote them: for private use, or no characters at all.
func IsNobodys(r rune) bool {
	return unicode.Is(unicode.Co, r) || r&0xFFFE == 0xFFFE || r >= 0xFDD0 && r <= 0xFDEF
}

// StandIn names a character that cannot be drawn by its code point: "‹U+4E2D›".
func StandIn(r rune) string { return fmt.Sprintf("‹U+%04X›", r) }
