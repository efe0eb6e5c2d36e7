package content

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Clean makes text fit for a cell: line ends become Excel's, and characters that XML cannot hold become the
// replacement mark, so that a reader sees that something stood there.
func Clean(s string) string {
	if fitting(s) || !strings.ContainsFunc(s, Unfit) && utf8.ValidString(s) {
		return s
	}
	s = strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\r', r == '\v', r == '\u0085', r == '\u2028', r == '\u2029':
			return '\n'
		case Unfit(r):
			return utf8.RuneError
		}
		return r
	}, s)
}

// fitting tells, quickly, of most texts that they need no cleaning.
func fitting(s string) bool {
	for i := range len(s) {
		if c := s[i]; c < ' ' && c != '\n' && c != '\t' || c >= 0x7F {
			return false
		}
	}
	return true
}

// Unfit tells whether a cell cannot hold the character as it is.
func Unfit(r rune) bool {
	return r < ' ' && r != '\n' && r != '\t' || r == 0x7F || r >= 0x80 && r < 0xA0 ||
		r == '\u2028' || r == '\u2029' || r == 0xFFFE || r == 0xFFFF
}

// FoldCase gives texts that COUNTIFS and filters take for the same, which differ in case alone, the same form.
func FoldCase(s string) string {
	return strings.Map(func(r rune) rune {
		least := r
		for next := unicode.SimpleFold(r); next != r; next = unicode.SimpleFold(next) {
			least = min(least, next)
		}
		return least
	}, s)
}
