// Package csvguard keeps texts in CSV files from being worked out as formulas: a CSV file has no kinds of cells, and spreadsheets guess.
package csvguard

import (
	"strings"

	"boardpack/report/pattern"
)

// Guard gives a text as it goes into a CSV file: with an apostrophe before it where a spreadsheet would take it for a formula when it
// opens the file. Bare undoes it.
func Guard(s string) string {
	if calculates(strings.TrimLeft(s, "'")) {
		return "'" + s
	}
	return s
}

// Bare gives the text of a field of a CSV file without the apostrophe that Guard, or a person, put before what looks like a formula.
func Bare(s string) string {
	if strings.HasPrefix(s, "'") && calculates(strings.TrimLeft(s, "'")) {
		return s[1:]
	}
	return s
}

// number is what a spreadsheet reads as a number and shows as it stands.
const number = pattern.Expression(`^[+-] ?(\d{1,3}(,\d{3})+|\d+)?(\.\d+)?%?$`)

// calculates tells of a text that a spreadsheet takes for a formula: it begins with one of these signs (OWASP, "CSV Injection"), or with one of
// their wide forms, or after a character that is not seen. A number with its sign is none, and neither are signs alone, as in "-".
func calculates(s string) bool {
	if strings.HasPrefix(s, "\t") || strings.HasPrefix(s, "\n") || strings.HasPrefix(s, "\r") {
		return true
	}
	trimmed := strings.TrimLeft(s, " \t\r\n\u00a0\ufeff\u200b")
	switch {
	case strings.IndexAny(trimmed, "=@＝＋－＠") == 0:
		return true
	case strings.IndexAny(trimmed, "+-") == 0:
		return strings.Trim(trimmed, "+- ") != "" && !number.MatchString(strings.TrimSpace(trimmed))
	}
	return false
}
