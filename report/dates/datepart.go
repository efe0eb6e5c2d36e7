package dates

import (
	"strings"
	"unicode"
)

// IsDate tells whether a text is made of the parts of a date alone: numbers, months, seasons, quarters and weekdays.
// "By March 2024" and "within 3 months" are plans, which Read reads too, and no dates of what has happened.
func IsDate(text string) bool {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	for _, word := range words {
		if !isDatePart(word) {
			return false
		}
	}
	return len(words) > 0
}

func isDatePart(word string) bool {
	switch word {
	case "spring", "summer", "autumn", "winter", "gwanwyn", "haf", "gaeaf", "mis", "fy", "h1", "h2", "am", "pm", "of", "o":
		return true
	}
	digits := strings.Trim(word, "0123456789") == ""
	return digits || ordinal(word) > 0 || monthOf(word) != 0 || isWeekday(word) || quarterOf(word) > 0 || digitsAfter(word, "fy")
}

func digitsAfter(word, start string) bool {
	rest, ok := strings.CutPrefix(word, start)
	return ok && strings.Trim(rest, "0123456789") == ""
}
