package inplace

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"boardpack/report"
)

// Value is what a cell is to hold. The zero Value is Empty.
type Value struct {
	kind   valueKind
	text   string
	number float64
	day    report.Date
}

type valueKind uint8

const (
	isEmpty valueKind = iota
	isText
	isNumber
	isDay
)

// Empty takes the cell's content away and leaves its format.
func Empty() Value { return Value{} }

// Text is a text, which stays one whatever it looks like: "007", "=1+1". Line ends of every kind become those of a cell; characters
// that a file cannot hold are left out, and Written.Cleaned names the cell. An empty text is Empty.
func Text(s string) Value {
	if s == "" {
		return Empty()
	}
	return Value{kind: isText, text: s}
}

// Number is a number; the cell's format stays. A number that is not finite is refused.
func Number(n float64) Value { return Value{kind: isNumber, number: n} }

// Day is a day, written as a date that programs can count with. An absent date is Empty.
func Day(d report.Date) Value {
	if d.IsZero() {
		return Empty()
	}
	return Value{kind: isDay, day: d}
}

// longestText is what a cell of Excel holds, in the units of UTF-16.
const longestText = 32_767

// fits tells how long a text is to Excel.
func fits(s string) bool {
	return utf8.RuneCountInString(s) <= longestText/2 || len(utf16.Encode([]rune(s))) <= longestText
}

// legible gives a text with \n as the only line end and without what XML cannot hold (XML 1.0, 2.2). Changed tells that
// characters are lost; another line end is no loss.
func legible(s string) (text string, changed bool) {
	s = strings.ReplaceAll(s, "\r\n", "\n")
	if !utf8.ValidString(s) {
		s, changed = strings.ToValidUTF8(s, ""), true
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\r' || r == '\v' || r == '\f' || r == '\u2028' || r == '\u2029':
			return '\n'
		case r < ' ' && r != '\n' && r != '\t', r == 0x7F, r == 0xFFFE, r == 0xFFFF:
			changed = true
			return -1
		}
		return r
	}, s), changed
}
