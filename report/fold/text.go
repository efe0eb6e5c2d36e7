package fold

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Text makes texts comparable: lower case, one space between words, none around, every kind of dash as a hyphen, and without what
// nobody sees. Most texts are so already but for the case.
func Text(s string) string {
	if !wellSpaced(s) {
		s = strings.Join(strings.Fields(PlainHyphens(s)), " ")
	}
	return strings.ToLower(s)
}

// PlainHyphens puts the plain hyphen in place of every other one, and of dashes, and drops what nobody sees. Word makes them of
// "PR-2" and "OFFICIAL-SENSITIVE" as one types, and neither a ref nor a marking is another for it.
func PlainHyphens(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r < utf8.RuneSelf:
		case r == '\u2212' || unicode.Is(unicode.Pd, r): // a minus, or a dash
			return '-'
		case unicode.Is(unicode.Cf, r):
			return -1
		}
		return r
	}, s)
}

// wellSpaced tells of ASCII text with nothing but single spaces between words. Other spaces than ASCII's are left to Fields.
func wellSpaced(s string) bool {
	after := byte(' ')
	for i := range len(s) {
		if c := s[i]; c >= utf8.RuneSelf || c < ' ' || c == ' ' && after == ' ' {
			return false
		}
		after = s[i]
	}
	return s == "" || after != ' '
}

// Letters keeps the letters and digits of a text, as small letters: other quotation marks, dashes, capitals or spaces make no other text.
// Accents stay, as they do not in Word.
func Letters(s string) string {
	return strings.Map(func(c rune) rune {
		if unicode.IsLetter(c) || unicode.IsDigit(c) {
			return unicode.ToLower(c)
		}
		return -1
	}, s)
}
