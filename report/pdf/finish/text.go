package finish

import (
	"strconv"
	"strings"
	"unicode/utf16"
)

// literal writes a text string: plain where it is ASCII, else UTF-16 with its byte order mark, in hexadecimal so that no byte needs an
// escape.
func literal(s string) string {
	if plain(s) {
		return "(" + s + ")"
	}
	const digits = "0123456789ABCDEF"
	var b strings.Builder
	b.WriteString("<FEFF")
	for _, unit := range utf16.Encode([]rune(s)) {
		for shift := 12; shift >= 0; shift -= 4 {
			b.WriteByte(digits[unit>>shift&15])
		}
	}
	b.WriteByte('>')
	return b.String()
}

func plain(s string) bool {
	for i := range len(s) {
		if c := s[i]; c < ' ' || c > '~' || c == '(' || c == ')' || c == '\\' {
			return false
		}
	}
	return true
}

// number writes a length with two decimals at most.
func number(v float64) string {
	return strings.TrimSuffix(strings.TrimRight(strconv.FormatFloat(v, 'f', 2, 64), "0"), ".")
}

// ref writes a reference to an object.
func ref(n int) string { return strconv.Itoa(n) + " 0 R" }
