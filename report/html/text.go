package html

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"boardpack/report/content"
	"boardpack/report/pattern"
)

// escaped is a text as a page holds it: nothing in it is markup, and characters that no page can hold are the replacement mark.
func escaped(s string) string {
	s = content.Clean(s)
	if strings.ContainsFunc(s, noCharacter) {
		s = strings.Map(func(r rune) rune {
			if noCharacter(r) {
				return utf8.RuneError
			}
			return r
		}, s)
	}
	s = dated(s)
	if !strings.ContainsAny(s, `&<>"'`) {
		return s
	}
	return withoutMarkup(s)
}

// withoutMarkup writes the characters that mean something in a page by their names.
func withoutMarkup(s string) string {
	var out strings.Builder
	out.Grow(len(s) + 16)
	for _, c := range []byte(s) {
		switch c {
		case '&':
			out.WriteString("&amp;")
		case '<':
			out.WriteString("&lt;")
		case '>':
			out.WriteString("&gt;")
		case '"':
			out.WriteString("&quot;")
		case '\'':
			out.WriteString("&#39;")
		default:
			out.WriteByte(c)
		}
	}
	return out.String()
}

// day is a day with its month and its year.
const day = pattern.Expression(`\b([0-9]{1,2}) (\pL{3,10}) ([0-9]{4})\b`)

// dated keeps the parts of a day together at the end of a line.
func dated(s string) string {
	if !hasYear(s) {
		return s
	}
	return day.ReplaceAllString(s, "$1\u00A0$2\u00A0$3")
}

// hasYear tells whether four digits stand in a row, which few texts have; looking for a whole day takes longer.
func hasYear(s string) bool {
	digits := 0
	for i := range len(s) {
		if digits++; s[i] < '0' || s[i] > '9' {
			digits = 0
		}
		if digits == 4 {
			return true
		}
	}
	return false
}

// noCharacter tells of the numbers that Unicode keeps for no character, which a page may not hold.
func noCharacter(r rune) bool {
	const first = '\uFDD0'
	return r >= first && unicode.Is(unicode.Noncharacter_Code_Point, r)
}

// plainScript is the script without what is for its readers: notes and the space before lines.
func plainScript() string {
	var out strings.Builder
	for line := range strings.Lines(script) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "//") {
			out.WriteString(line + "\n")
		}
	}
	return out.String()
}
