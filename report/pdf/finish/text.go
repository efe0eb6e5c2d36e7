package finish

import (
	"math"
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
func number(v float64) string { return string(AppendNumber(nil, v)) }

// AppendNumber adds a length with two decimals at most, as the files have it. Lengths are whole 64ths of a point, so a hundredfold
// is exact; strconv's way through decimals of any length would take most of the time of drawing.
func AppendNumber(b []byte, v float64) []byte {
	hundredths := int64(math.RoundToEven(v * 100))
	if hundredths < 0 {
		b, hundredths = append(b, '-'), -hundredths
	}
	b = strconv.AppendInt(b, hundredths/100, 10)
	if rest := byte(hundredths % 100); rest > 0 {
		b = append(b, '.', '0'+rest/10)
		if rest%10 > 0 {
			b = append(b, '0'+rest%10)
		}
	}
	return b
}

// ref writes a reference to an object.
func ref(n int) string { return string(appendRef(nil, n)) }

func appendRef(b []byte, n int) []byte { return append(strconv.AppendInt(b, int64(n), 10), " 0 R"...) }
