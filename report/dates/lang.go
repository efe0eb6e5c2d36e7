package dates

import (
	"slices"
	"strings"
	"unicode"
)

// Lang gives the language of a date as written: "cy" where it has a Welsh word of dates, else "en".
func Lang(text string) string {
	if slices.ContainsFunc(strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) }), isWelsh) {
		return "cy"
	}
	return "en"
}

// isWelsh tells of words of dates that are Welsh and not English too.
func isWelsh(s string) bool {
	switch s {
	case "ionawr", "ion", "chwefror", "chwef", "mawrth", "fawrth", "maw", "ebrill", "ebr", "mai", "fai", "mehefin", "fehefin", "meh", "gorffennaf",
		"orffennaf", "ngorffennaf", "gorff", "awst", "medi", "fedi", "hydref", "tachwedd", "dachwedd", "nhachwedd", "tach", "rhagfyr", "ragfyr", "rhag",
		"gwanwyn", "wanwyn", "haf", "gaeaf", "aeaf", "pasg", "nadolig", "mis", "fis", "misol", "blwyddyn", "flwyddyn", "blynedd", "flynedd", "blynyddol",
		"wythnos", "diwrnod", "ddiwrnod", "chwarter", "hanner", "diwedd", "ddiwedd", "dechrau", "ddechrau", "canol", "ganol", "erbyn", "tan", "yn", "ym",
		"fewn", "ystod", "cyn", "ariannol", "parhaus", "cyntaf", "gyntaf", "trydydd", "pedwerydd", "olaf", "llun", "mercher", "gwener", "sadwrn":
		return true
	}
	return false
}
