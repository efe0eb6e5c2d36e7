package content

import (
	"strconv"
	"strings"

	"boardpack/report"
	"boardpack/report/excerpt"
)

// NameColumns makes the headings of a table fit for Excel's: one line each, none empty, none twice, 255 units at most.
func NameColumns(t *Table, words report.Words) {
	const most, room = 255, 240 // units; with room for a number in brackets
	taken := map[string]bool{}
	for c := range t.Columns {
		heading := excerpt.Shorten(strings.Join(strings.Fields(Clean(t.Columns[c].Heading)), " "), room)
		if heading == "" {
			heading = words.Say("workbook.column.unnamed", "N", c+1)
		}
		t.Columns[c].Heading = Unique(heading, most, taken)
	}
}

// Unique gives the name, or the name with the first number in brackets that is free, in at most n units; names that
// differ only in case count as the same, as they do in Excel.
func Unique(name string, n int, taken map[string]bool) string {
	try := name
	for i := 2; taken[strings.ToLower(try)]; i++ {
		suffix := " (" + strconv.Itoa(i) + ")"
		try = excerpt.Shorten(name, n-len(suffix)) + suffix
	}
	taken[strings.ToLower(try)] = true
	return try
}
