package fold

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Line gives the text of a name, status, ref or sentence, not of prose: on one line with single spaces, letters composed, every kind
// of hyphen as the plain one, and without characters that nobody sees. So two that look the same are the same.
func Line(s string) string {
	if isLine(s) {
		return s
	}
	s = strings.Map(func(r rune) rune {
		switch {
		case isHyphen(r):
			return '-'
		case unicode.IsSpace(r):
			return ' '
		case isUnseen(r):
			return -1
		}
		return r
	}, s)
	return norm.NFC.String(strings.Join(strings.Fields(s), " ")) // last: what was dropped may have stood between a letter and its accent
}

// isLine is the quick look that saves most texts from being copied.
func isLine(s string) bool {
	ascii := true
	for i := range len(s) {
		if s[i] < ' ' {
			return false
		}
		ascii = ascii && s[i] < utf8.RuneSelf
	}
	return s == strings.Trim(s, " ") && !strings.Contains(s, "  ") && (ascii || !strings.ContainsFunc(s, isOddInLine) && norm.NFC.IsNormalString(s))
}

func isOddInLine(r rune) bool {
	return r >= utf8.RuneSelf && (isHyphen(r) || unicode.IsSpace(r) || isUnseen(r))
}

// isHyphen tells of the hyphens that are not that of the keyboard.
func isHyphen(r rune) bool { return r == '\u2010' || r == '\u2011' || r == '\uFE63' || r == '\uFF0D' }

// isUnseen tells of characters that have no look of their own.
func isUnseen(r rune) bool {
	return unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Variation_Selector, r)
}
