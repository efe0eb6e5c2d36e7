package content

import (
	"strconv"
	"strings"
	"unicode/utf16"

	"boardpack/report"
)

// NameColumns makes the headings of a table fit for Excel's: one line each, none empty, none twice, 255 units at most.
func NameColumns(t *Table, words report.Words) {
	const most, room = 255, 240 // units; with room for a number in brackets
	taken := map[string]bool{}
	for c := range t.Columns {
		heading := Shorten(strings.Join(strings.Fields(Clean(t.Columns[c].Heading)), " "), room)
		if heading == "" {
			heading = words.Say("workbook.column.unnamed", "N", c+1)
		}
		t.Columns[c].Heading = Unique(heading, most, taken)
	}
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

// Unique gives the name, or the name with the first number in brackets that is free, in at most n units; names that
// differ only in case count as the same, as they do in Excel.
func Unique(name string, n int, taken map[string]bool) string {
	try := name
	for i := 2; taken[strings.ToLower(try)]; i++ {
		suffix := " (" + strconv.Itoa(i) + ")"
		try = Shorten(name, n-len(suffix)) + suffix
	}
	taken[strings.ToLower(try)] = true
	return try
}
