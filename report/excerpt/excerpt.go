// Package excerpt cuts texts short for places that have room for a part of them.
package excerpt

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// Short cuts a text to at most limit characters, at a word's end, with an ellipsis. It is for lists whose full text
// stands elsewhere in the pack.
func Short(text string, limit int) string {
	var begin strings.Builder
	for word := range strings.FieldsSeq(text) {
		if begin.Len() > 0 {
			begin.WriteByte(' ')
		}
		if begin.WriteString(word); begin.Len() > utf8.UTFMax*limit { // the rest is cut whatever it is
			break
		}
	}
	short := begin.String()
	end, runes := 0, 0 // of what there is room for beside the ellipsis
	for i := range short {
		if runes++; runes == limit {
			end = i
		}
	}
	if runes <= limit {
		return short
	}
	cut := short[:end]
	if i := strings.LastIndexByte(cut, ' '); i > len(cut)/2 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " ,;:.") + "…"
}

// Difference gives what is left of two texts without the words that they begin and end with alike, one word of them kept on
// each side to show the place.
func Difference(was, is string) (from, to string) {
	const longest = 120
	a, b := strings.Fields(was), strings.Fields(is)
	start := 0
	for start < min(len(a), len(b)) && a[start] == b[start] {
		start++
	}
	end := 0
	for end < min(len(a), len(b))-start && a[len(a)-1-end] == b[len(b)-1-end] {
		end++
	}
	return Short(excerpt(a, start, end), longest), Short(excerpt(b, start, end), longest)
}

// excerpt gives the words but those at the start and the end, with one of each kept and an ellipsis for the others.
func excerpt(words []string, start, end int) string {
	first, last := max(0, start-1), len(words)-max(0, end-1)
	text := strings.Join(words[first:last], " ")
	if first > 0 {
		text = "… " + text
	}
	if last < len(words) {
		text += " …"
	}
	return text
}

// Units counts the UTF-16 units of a text, in which Excel states its limits.
func Units(s string) int {
	n := 0
	for _, r := range s {
		n += utf16.RuneLen(r)
	}
	return n
}

// Shorten cuts s to at most n UTF-16 units, between characters.
func Shorten(s string, n int) string {
	if Units(s) <= n {
		return s
	}
	used := 0
	for i, r := range s {
		if used += utf16.RuneLen(r); used > n {
			return strings.TrimRight(s[:i], "' ")
		}
	}
	return s
}
