package workbook

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"boardpack/report"
	"boardpack/report/content"
	"boardpack/report/excerpt"
)

// maxCell is the number of UTF-16 units that Excel allows in one cell.
const maxCell = report.MaxCell

// split cuts text into parts that each fit into a cell, leaving room for the words said at a cut. A part ends at a
// space where there is one near, and never within a character.
func split(s string, room int) []string {
	if len(s) <= maxCell || excerpt.Units(s) <= maxCell {
		return []string{s}
	}
	var parts []string
	for excerpt.Units(s) > room {
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
	name = excerpt.Shorten(strings.Trim(name, "' "), 31)
	if name == "" {
		name = "-"
	}
	return content.Unique(name, 31, taken)
}
