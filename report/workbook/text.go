package workbook

import (
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"boardpack/report"
	"boardpack/report/content"
)

// maxCell is the number of UTF-16 units that Excel allows in one cell.
const maxCell = report.MaxCell

// split cuts text into parts that each fit into a cell, leaving room for the words said at a cut. A part ends at a
// space where there is one near, and never within a character.
func split(s string, room int) []string {
	if len(s) <= maxCell || unitCount(s) <= maxCell {
		return []string{s}
	}
	var parts []string
	for unitCount(s) > room {
		end := cutAt(s, room)
		parts, s = append(parts, s[:end]), s[end:]
	}
	return append(parts, s)
}

// cutAt gives the byte at which to cut so that at most room units come before it.
func cutAt(s string, room int) int {
	used, end := 0, 0
	for i, r := range s {
		used += utf16.RuneLen(r)
		if used > room {
			break
		}
		end = i + utf8.RuneLen(r)
	}
	if space := strings.LastIndexAny(s[:end], " \n"); space > end*9/10 {
		return space + 1
	}
	return end
}

func unitCount(s string) int {
	n := 0
	for _, r := range s {
		n += utf16.RuneLen(r)
	}
	return n
}

// sheetName makes a name that Excel accepts for a sheet: at most 31 units, none of its forbidden characters, no
// apostrophe at the ends, and different from the names before it in more than case.
func sheetName(wanted string, taken map[string]bool) string {
	name := strings.Map(func(r rune) rune {
		if strings.ContainsRune(`:\/?*[]`, r) || content.Unfit(r) || r == '\n' || r == '\t' {
			return ' '
		}
		return r
	}, wanted)
	for i := range name { // formulas name the sheet, and in them there is no other way to write what looks like a code
		if name[i] == '_' && codeLike(name[i:]) {
			name = name[:i] + " " + name[i+1:]
		}
	}
	name = strings.Join(strings.Fields(name), " ")
	name = shorten(strings.Trim(name, "' "), 31)
	if name == "" {
		name = "-"
	}
	return unique(name, 31, taken)
}

// shorten cuts s to at most n UTF-16 units, between characters.
func shorten(s string, n int) string {
	if unitCount(s) <= n {
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

// unique gives the name, or the name with the first number in brackets that is free, in at most n units; names that
// differ only in case count as the same, as they do in Excel.
func unique(name string, n int, taken map[string]bool) string {
	try := name
	for i := 2; taken[strings.ToLower(try)]; i++ {
		suffix := " (" + strconv.Itoa(i) + ")"
		try = shorten(name, n-len(suffix)) + suffix
	}
	taken[strings.ToLower(try)] = true
	return try
}
