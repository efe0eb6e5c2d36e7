package layout

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/bidi"
)

// firstRightToLeft is the first character that is written from right to left: the first of Hebrew.
const firstRightToLeft = '\u0590'

// isRightToLeft tells of the letters of Hebrew, Arabic and their like.
func isRightToLeft(r rune) bool {
	if r < firstRightToLeft {
		return false
	}
	properties, _ := bidi.LookupRune(r)
	class := properties.Class()
	return class == bidi.R || class == bidi.AL
}

// visualOrder puts the characters of one line in the order in which they are drawn from left to right, by the Unicode
// Bidirectional Algorithm (Unicode Standard Annex 9); turned is false for a text that has nothing written from right to left.
//
// The library works out which parts run which way, and leaves the order of the parts (rule L2) to its caller.
func visualOrder(text string) (visual string, turned bool) {
	if !strings.ContainsFunc(text, isRightToLeft) {
		return text, false
	}
	var paragraph bidi.Paragraph
	if _, err := paragraph.SetString(text); err != nil {
		return text, false
	}
	order, err := paragraph.Order()
	if err != nil || order.NumRuns() == 0 {
		return text, false
	}
	return ordered(levels(&order, beginsRightToLeft(text))), true
}

// linePart is a part of a line that runs one way: from right to left where its level is odd.
type linePart struct {
	text  string
	level int
}

// levels gives the parts of a line that itself runs leftwards, or not, with how deep each is embedded in it (rules I1 and I2).
func levels(order *bidi.Ordering, leftwards bool) []linePart {
	var parts []linePart
	for i := range order.NumRuns() {
		run := order.Run(i)
		text := run.String()
		switch {
		case run.Direction() == bidi.RightToLeft:
			parts = append(parts, linePart{text, 1})
		case leftwards:
			parts = append(parts, linePart{text, 2})
		default:
			number := 0
			if i > 0 { // a number that follows belongs to what runs leftwards
				number = numberAtStart(text)
			}
			if parts = append(parts, linePart{text[:number], 2}); number < len(text) {
				parts = append(parts, linePart{text[number:], 0})
			}
		}
	}
	return parts
}

// numberAtStart is the length of the number with which a text begins.
func numberAtStart(text string) int {
	end := 0
	for i, r := range text {
		switch {
		case unicode.IsDigit(r) || r == '%':
			end = i + utf8.RuneLen(r)
		case !strings.ContainsRune(".,:/-+#£$€", r):
			return end
		}
	}
	return end
}

// beginsRightToLeft tells which way a line runs: that of its first letter (rules P2 and P3).
func beginsRightToLeft(text string) bool {
	i := strings.IndexFunc(text, unicode.IsLetter)
	if i < 0 {
		return false
	}
	first, _ := utf8.DecodeRuneInString(text[i:])
	return isRightToLeft(first)
}

// ordered turns round what runs from right to left, from the highest level to the lowest odd one (rule L2).
func ordered(parts []linePart) string {
	for i := range parts {
		if parts[i].level%2 == 1 {
			parts[i].text = string(bidi.AppendReverse(nil, []byte(parts[i].text)))
		}
	}
	turnOver(parts, 2)
	turnOver(parts, 1)
	var out strings.Builder
	for _, p := range parts {
		out.WriteString(p.text)
	}
	return out.String()
}

// turnOver reverses the order of the parts in each stretch of them that has at least the level.
func turnOver(parts []linePart, least int) {
	for from := 0; from < len(parts); from++ {
		to := from
		for to < len(parts) && parts[to].level >= least {
			to++
		}
		slices.Reverse(parts[from:to])
		from = max(from, to)
	}
}
