package excerpt

import (
	"strings"
	"unicode/utf16"
)

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
