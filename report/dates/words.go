package dates

import (
	"strconv"
	"strings"
	"time"
	"unicode"

	"boardpack/report/fold"
)

// number reads a plain number of up to four digits; 0 for anything else.
func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 || len(s) > 4 {
		return 0
	}
	return n
}

// year reads a year of four digits between 1900 and 2199; 0 for anything else.
func year(s string) int {
	if n := number(s); len(s) == 4 && n >= 1900 && n < 2200 {
		return n
	}
	return 0
}

// fullYear reads a year of four digits, or of two in this century.
func fullYear(s string) int {
	if n := number(s); len(s) == 2 && n > 0 {
		return 2000 + n
	}
	return year(s)
}

// anyYear reads a year of a full date, which may be one that nobody means: four digits from 1900, or two in this century.
func anyYear(s string) int {
	if n := number(s); len(s) == 4 && n >= 1900 {
		return n
	}
	return fullYear(s)
}

// after gives the words after the first of the phrases with which they begin, and whether they begin with any. A phrase has a space
// between its words, marks among them: "i ' w gwblhau".
func after(words []string, phrases ...string) (rest []string, ok bool) {
	for _, phrase := range phrases {
		if n := beginsWith(words, phrase); n > 0 {
			return words[n:], true
		}
	}
	return words, false
}

// beginsWith counts the words of the phrase with which the words begin; 0 where they do not.
func beginsWith(words []string, phrase string) int {
	for n, more := 0, true; more && n < len(words); n++ {
		var first string
		if first, phrase, more = strings.Cut(phrase, " "); words[n] != first {
			return 0
		}
		if !more {
			return n + 1
		}
	}
	return 0
}

// withoutSmallWords takes away what stands before and after a date without changing it: "by the end of", "at the latest".
func withoutSmallWords(words []string) []string {
	for ok := true; ok; {
		words, ok = after(words, "no later than", "not later than", "no later than the", "on or before", "by", "during", "in", "within", "over", "the", "of", "end", "on", "at",
			"up to", "until", "till", "expected", "due", "target", "to be completed by", "complete by", "completed by", "completion by", "completion",
			"heb fod yn hwyrach na", "dim hwyrach na", "ddim hwyrach na", "ddim yn hwyrach na", "ar neu cyn", "hyd at", "tan", "erbyn", "yn", "ym", "yng", "ystod",
			"o fewn", "y", "yr", "diwedd", "ddiwedd", "ar", "dros", "i ' w gwblhau erbyn", "disgwylir", "targed")
	}
	for n := max(1, len(words)-3); n < len(words); n++ {
		if rest, ok := after(words[n:], "at the latest", "at latest", "latest", "fan bellaf", "ar y hwyraf", "ar yr hwyraf"); ok && len(rest) == 0 {
			return words[:n]
		}
	}
	return words
}

// ordinal reads "1", "1st", Welsh "1af", "2il"; 0 for anything else.
func ordinal(s string) int {
	digits := strings.TrimRightFunc(s, func(r rune) bool { return r < '0' || r > '9' })
	switch s[len(digits):] {
	case "", "st", "nd", "rd", "th", "af", "il", "ydd", "ed", "fed", "eg", "ain":
		return number(digits)
	}
	return 0
}

// amount reads a number, also in words, English or Welsh; 0 for anything else.
func amount(s string) int {
	switch s {
	case "a", "an", "one", "un":
		return 1
	case "two", "dau", "ddau", "dwy", "ddwy":
		return 2
	case "three", "tri", "dri", "tair":
		return 3
	case "four", "pedwar", "bedwar", "pedair":
		return 4
	case "five", "pum", "pump":
		return 5
	case "six", "chwe", "chwech":
		return 6
	case "nine", "naw":
		return 9
	case "ten", "deg", "deng":
		return 10
	case "twelve", "deuddeg", "deuddeng", "ddeuddeg":
		return 12
	case "eighteen", "deunaw":
		return 18
	}
	return number(s)
}

// span gives the months or days of a unit of time; 0 and 0 for anything else.
func span(s string) (months, days int) {
	switch s {
	case "month", "months", "mis", "fis":
		return 1, 0
	case "year", "years", "blwyddyn", "flwyddyn", "blynedd", "flynedd":
		return 12, 0
	case "week", "weeks", "wythnos":
		return 0, 7
	case "day", "days", "diwrnod", "ddiwrnod":
		return 0, 1
	}
	return 0, 0
}

// monthOf reads the name of a month, whole or its usual short form, English or Welsh; 0 for anything else.
func monthOf(s string) time.Month {
	switch s {
	case "january", "jan", "ionawr", "ion":
		return time.January
	case "february", "feb", "chwefror", "chwef":
		return time.February
	case "march", "mar", "mawrth", "fawrth", "maw":
		return time.March
	case "april", "apr", "ebrill", "ebr":
		return time.April
	case "may", "mai", "fai":
		return time.May
	case "june", "jun", "mehefin", "fehefin", "meh":
		return time.June
	case "july", "jul", "gorffennaf", "orffennaf", "ngorffennaf", "gorff":
		return time.July
	case "august", "aug", "awst":
		return time.August
	case "september", "sept", "sep", "medi", "fedi":
		return time.September
	case "october", "oct", "hydref", "hyd":
		return time.October
	case "november", "nov", "tachwedd", "dachwedd", "nhachwedd", "tach":
		return time.November
	case "december", "dec", "rhagfyr", "ragfyr", "rhag":
		return time.December
	}
	return 0
}

// quarterOf reads "q3", "ch3", "3", "third", Welsh "trydydd"; 0 for anything else.
func quarterOf(s string) int {
	for _, letters := range [...]string{"q", "ch"} {
		if digit, ok := strings.CutPrefix(s, letters); ok && len(digit) == 1 {
			return upTo(number(digit), 4)
		}
	}
	return whichPart(s)
}

// whichPart reads "3", "third", Welsh "trydydd", of the quarters or halves of a year; 0 for anything else.
func whichPart(s string) int {
	switch s {
	case "1", "first", "1st", "cyntaf", "gyntaf", "1af":
		return 1
	case "2", "second", "2nd", "ail", "2il":
		return 2
	case "3", "third", "3rd", "trydydd", "3ydd":
		return 3
	case "4", "fourth", "4th", "last", "pedwerydd", "4ydd", "olaf":
		return 4
	}
	return 0
}

func isWeekday(s string) bool {
	switch s {
	case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed", "thu",
		"thur", "thurs", "fri", "sat", "sun", "llun", "mawrth", "mercher", "iau", "gwener", "sadwrn", "sul":
		return true
	}
	return false
}

// isRecurring tells whether the word speaks of something that is done again and again, so that no day ends it.
func isRecurring(s string) bool {
	switch s {
	case "monthly", "weekly", "daily", "quarterly", "yearly", "annually", "annual", "biannual", "biannually", "biennially",
		"every", "each", "ongoing", "continuous", "continuously", "regular", "regularly", "rolling", "recurring",
		"misol", "wythnosol", "dyddiol", "chwarterol", "blynyddol", "bob", "parhaus", "rheolaidd", "barhaus":
		return true
	}
	return false
}

// isUnset tells whether the text only says that there is no date, or no new one, yet: "TBC", "n/a", "as before".
func isUnset(s string) bool {
	switch strings.Trim(strings.ReplaceAll(fold.Text(s), "’", "'"), " .()[]*?") {
	case "-", "–", "—", "--", "n/a", "na", "n.a.", "n.a", "not applicable", "none", "nil", "no date", "not set", "not yet set", "not known", "unknown",
		"tbc", "t.b.c.", "tba", "tbd", "to be confirmed", "to be advised", "to be agreed", "to be announced", "to be decided",
		"to be determined", "to be set", "date tbc", "date to be confirmed", "not yet agreed", "not yet confirmed", "not yet known",
		"as before", "as original", "as originally", "as per original", "as original date", "same as original", "same", "same date",
		"no change", "no change to date", "unchanged", "not changed", "not revised", "no revision", "no revised date",
		"i'w gadarnhau", "i'w chadarnhau", "i'w cadarnhau", "i'w bennu", "i'w phennu", "i'w gytuno", "i'w benderfynu",
		"dyddiad i'w gadarnhau", "dyddiad i'w bennu", "amherthnasol", "ddim yn berthnasol", "dim yn berthnasol", "nid yw'n berthnasol",
		"dim", "dim dyddiad", "dim dyddiad newydd", "heb ei bennu", "heb ei bennu eto", "heb ei gadarnhau", "heb ei gadarnhau eto",
		"heb ei gytuno", "anhysbys", "fel o'r blaen", "fel cynt", "fel y gwreiddiol", "yr un fath", "yr un dyddiad", "yr un peth",
		"dim newid", "dim newid i'r dyddiad", "heb newid", "heb ei newid", "heb ei ddiwygio":
		return true
	}
	return false
}

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
