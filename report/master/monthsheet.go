package master

import (
	"cmp"
	"strconv"
	"strings"
	"time"
	"unicode"

	"boardpack/report"
	"boardpack/report/dates"
)

// monthOf reads the month after which a sheet is named: "September 2023", "Sep-23", "2023-09", "30 Medi 2023", "Medi". Words for
// what the sheet holds may stand beside it; any other word makes it the name of something else. A month without a year is
// the last one of that name up to the month that is read.
func (r *reader) monthOf(sheet string) report.Month {
	var numbers []string
	var month time.Month
	for _, word := range nameParts(sheet) {
		switch m := monthNamed(word); {
		case unicode.IsDigit(rune(word[0])):
			numbers = append(numbers, word)
		case m != 0 && month == 0:
			month = m
		case !r.match.sheetWords[word]:
			return report.Month{}
		}
	}
	if month == 0 {
		return monthInNumbers(strings.Join(numbers, "-"))
	}
	year := r.options.Month.Year
	if len(numbers) == 0 {
		if month > r.options.Month.Month {
			year--
		}
		return report.Month{Year: year, Month: month}
	}
	if len(numbers) == 1 || len(numbers) == 2 && len(numbers[0]) <= 2 {
		if y, err := strconv.Atoi(numbers[len(numbers)-1]); err == nil && (y > 1900 || y < 100) {
			return report.Month{Year: y%100 + cmp.Or(y/100, 20)*100, Month: month}
		}
	}
	return report.Month{}
}

// nameParts parts the name of a sheet into words and numbers, in small letters: "Sep23" is sep and 23.
func nameParts(s string) []string {
	var out []string
	var before rune
	for _, c := range strings.ToLower(s) {
		kind := func(c rune) int {
			switch {
			case unicode.IsLetter(c), c == '\'', c == '’':
				return 1
			case unicode.IsDigit(c):
				return 2
			}
			return 0
		}
		switch k := kind(c); {
		case k == 0:
		case len(out) > 0 && kind(before) == k:
			out[len(out)-1] += string(c)
		default:
			out = append(out, string(c))
		}
		before = c
	}
	return out
}

// monthNamed reads the name of a month, English or Welsh, whole or short; 0 for anything else.
func monthNamed(word string) time.Month {
	if reading := dates.Read("1 "+word+" 2000", report.Date{}, report.Date{}); reading.Kind == dates.ReadDay && reading.Date.Day() == 1 {
		return reading.Date.Month()
	}
	return 0
}

// monthInNumbers reads "2023-09", "09-2023", "202309", "2023-09-30" or "30-09-2023".
func monthInNumbers(s string) report.Month {
	for _, layout := range []string{"2006-01", "01-2006", "200601", "2006-01-02", "02-01-2006"} {
		if t, err := time.Parse(layout, s); err == nil {
			return report.Month{Year: t.Year(), Month: t.Month()}
		}
	}
	return report.Month{}
}

// nearer compares the months after which two sheets are named: the month that is read comes first, then a sheet that is named
// after none, then the last month before, then the months after.
func (r *reader) nearer(a, b report.Month) int {
	rank := func(m report.Month) int {
		switch {
		case m == r.options.Month && !m.IsZero():
			return 3
		case m.IsZero():
			return 2
		case m.Before(r.options.Month):
			return 1
		}
		return 0
	}
	later := cmp.Or(cmp.Compare(a.Year, b.Year), cmp.Compare(a.Month, b.Month))
	if rank(a) == 0 {
		later = -later
	}
	return cmp.Or(cmp.Compare(rank(a), rank(b)), later)
}
