package texts

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Same compares texts without the spaces at which lines are broken; numbers must not run together for it.
func Same(a, b string) bool {
	if a == b {
		return true
	}
	a, b = Normal(a), Normal(b)
	return Squeeze(a) == Squeeze(b) && slices.Equal(Digits(a), Digits(b))
}

// Squeeze takes out the spaces, and parts letters from their accents, each by itself: a line may end before an accent, and a text that
// begins with one may stand behind another.
func Squeeze(s string) string {
	if s = strings.Join(strings.Fields(Normal(s)), ""); isASCII(s) {
		return s
	}
	out := make([]byte, 0, 2*len(s))
	for _, r := range s {
		if parted := norm.NFD.PropertiesString(string(r)).Decomposition(); parted != nil {
			out = append(out, parted...)
		} else {
			out = utf8.AppendRune(out, r)
		}
	}
	return string(out)
}

func isASCII(s string) bool { return !strings.ContainsFunc(s, func(r rune) bool { return r >= 0x80 }) }

// Normal is a text in the form in which all formats can hold it: composed letters, and without control characters and those that nobody
// sees. What the formats put in their place is left out, too.
func Normal(s string) string {
	plain := true
	for i := range len(s) {
		plain = plain && s[i] < 0x7F && (s[i] >= ' ' || s[i] == '\n')
	}
	if plain {
		return s
	}
	return norm.NFC.String(strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case r == '\uFFFD', unicode.IsControl(r), unicode.Is(unicode.Cf, r), unicode.Is(unicode.Noncharacter_Code_Point, r), r >= 0xFE00 && r <= 0xFE0F:
			return -1
		}
		return r
	}, s))
}

// Digits gives the runs of digits in a text.
func Digits(s string) []string {
	var out []string
	for i := 0; i < len(s); i++ {
		start := i
		for i < len(s) && '0' <= s[i] && s[i] <= '9' {
			i++
		}
		if i > start {
			out = append(out, s[start:i])
		}
	}
	return out
}
