package master

import (
	"math"
	"strconv"
	"strings"
	"time"

	"boardpack/report"
)

// parseDay reads a day as people in Britain type it: 01/09/2023 is 1 September, also with dots, dashes or a year of two
// digits; 2023-09-01; 1 Sep 23, 1st September 2023, 1 Medi 2023, September 1, 2023; a weekday before it or a time after it
// may stay. Anything else is no day: nothing is guessed.
func parseDay(text string) (report.Date, bool) {
	text = withoutTime(line(text))
	for _, layout := range []string{"2006-1-2", "2006/1/2", "2006.1.2", "January 2 2006", "January 2, 2006", "Jan 2 2006", "Jan 2, 2006"} {
		if t, err := time.Parse(layout, text); err == nil && t.Year() >= 1900 {
			return report.DateOf(t), true
		}
	}
	const lastShort = 2069 // a year of two digits from 70 on could be of either century
	reading := report.ReadDueAsWritten(text, report.Date{}, report.Date{})
	if reading.Kind != report.ReadDay {
		return report.Date{}, false
	}
	year := strconv.Itoa(reading.Date.Year)
	return reading.Date, reading.Date.Year <= lastShort || strings.Contains(text, year)
}

// withoutTime takes a time of day off the end: "2023-09-01T00:00:00", "01/09/2023 9:30 am".
func withoutTime(text string) string {
	colon := strings.IndexByte(text, ':')
	if colon < 0 {
		return text
	}
	cut := strings.LastIndexAny(text[:colon], " T")
	if cut < 0 || strings.Trim(strings.ToLower(text[cut+1:]), "0123456789:.+ apmz") != "" {
		return text
	}
	return text[:cut]
}

// isDueInWords tells whether the text is a date as written, such as "Autumn 2023", rather than something else.
func isDueInWords(text string) bool {
	switch report.ReadDueAsWritten(text, report.Date{}, report.Date{}).Kind {
	case report.ReadNothing, report.ReadUnknown, report.ReadDay:
		return false
	}
	return true
}

// serialDay reads a number as a day. A number that does not show as a date is one only where it lies within 1990 to 2099,
// as serials of dates in a column without a format do.
func (s *sheet) serialDay(c *cell) (report.Date, bool) {
	n, err := strconv.ParseFloat(c.text, 64)
	if err != nil || math.IsNaN(n) {
		return report.Date{}, false
	}
	day, ok := s.formats.day(n)
	if ok && !s.formats.of(c.style).isDate {
		ok = day.Year >= 1990 && day.Year <= 2099
	}
	return day, ok
}

// day reads a cell as a day; false where it is none.
func (s *sheet) day(c *cell) (report.Date, bool) {
	switch c.kind {
	case isNumber:
		return s.serialDay(c)
	case isText, isISODate:
		if day, ok := parseDay(c.text); ok {
			return day, true
		}
		if n, err := strconv.Atoi(c.text); err == nil && n > 9999 { // a serial number stored as text
			return s.serialDay(c)
		}
	}
	return report.Date{}, false
}
