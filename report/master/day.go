package master

import (
	"math"
	"strconv"
	"strings"
	"time"

	"boardpack/report"
	"boardpack/report/dates"
)

// days is what a cell gives as a date: a day, or all days of the month or year that it shows.
type days struct{ first, last report.Date }

func oneDay(d report.Date) days { return days{d, d} }

// reading is what the days are in words.
func (d days) reading() dates.Reading {
	if d.first.Month() != d.last.Month() {
		return dates.Reading{Kind: dates.ReadYear, Date: d.last}
	}
	return dates.Reading{Kind: dates.ReadMonth, Date: d.last}
}

// upTo gives the last of the days, and none after the as-at date where that is one of them: what is done in the month of the figures
// is not done after them.
func (d days) upTo(asAt report.Date) report.Date {
	if asAt.Before(d.last) && !asAt.Before(d.first) && d.first != d.last {
		return asAt
	}
	return d.last
}

// spanOf gives the days of a month or year in words; false for any other words.
func spanOf(r dates.Reading) (days, bool) {
	switch r.Kind {
	case dates.ReadMonth:
		return days{dates.NewDate(r.Date.Year(), r.Date.Month(), 1), r.Date}, true
	case dates.ReadYear:
		return days{dates.NewDate(r.Date.Year(), time.January, 1), r.Date}, true
	}
	return days{}, false
}

// parseDay reads a day as people in Britain type it: 01/09/2023 is 1 September, also with dots, dashes or a year of two
// digits; 2023-09-01; 1 Sep 23, 1st September 2023, 1 Medi 2023, September 1, 2023; a weekday before it or a time after it
// may stay. A time with its zone is a moment, and the day is that of the zone given. Anything else is no day: nothing is guessed.
func parseDay(text string, zone *time.Location) (report.Date, bool) {
	if day, ok := momentDay(line(text), zone); ok {
		return day, true
	}
	text = withoutTime(line(text))
	for _, layout := range []string{"2006-1-2", "2006/1/2", "2006.1.2", "January 2 2006", "January 2, 2006", "Jan 2 2006", "Jan 2, 2006"} {
		if t, err := time.Parse(layout, text); err == nil && t.Year() >= 1900 {
			return dates.DateOf(t), true
		}
	}
	const lastShort = 2069 // a year of two digits from 70 on could be of either century
	reading := dates.Read(text, report.Date{}, report.Date{})
	if reading.Kind != dates.ReadDay {
		return report.Date{}, false
	}
	year := strconv.Itoa(reading.Date.Year())
	return reading.Date, reading.Date.Year() <= lastShort || strings.Contains(text, year)
}

// momentDay reads a day with a time and its zone, such as "2024-03-31T23:30:00Z" and "31/03/2024 23:30 +01:00": in Britain the first
// is 1 April. Lists of SharePoint and of other programs on the web are written so.
func momentDay(text string, zone *time.Location) (report.Date, bool) {
	colon := strings.IndexByte(text, ':')
	if colon < 0 {
		return report.Date{}, false
	}
	cut := strings.LastIndexAny(text[:colon], " T")
	if cut < 0 {
		return report.Date{}, false
	}
	clock := strings.ReplaceAll(strings.ToUpper(text[cut+1:]), " ", "")
	for name, offset := range map[string]string{"UTC": "Z", "GMT": "Z", "BST": "+01:00"} {
		if rest, found := strings.CutSuffix(clock, name); found {
			clock = rest + offset
		}
	}
	day, ok := parseDay(text[:cut], nil)
	for _, layout := range []string{"15:04:05Z07:00", "15:04Z07:00", "15:04:05Z0700", "15:04Z0700", "15:04:05Z07", "15:04Z07"} {
		at, err := time.Parse(time.DateOnly+"T"+layout, day.String()+"T"+clock)
		switch {
		case err != nil || !ok:
		case zone == nil:
			return dates.DateOf(at.UTC()), true
		default:
			return dates.DateOf(at.In(zone)), true
		}
	}
	return report.Date{}, false
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

// serialDay reads a number as a day. A number that does not show as a date is one only where it lies within 1990 to 2099,
// as serials of dates in a column without a format do.
func (s *sheet) serialDay(c *cell) (report.Date, bool) {
	n, err := strconv.ParseFloat(c.text, 64)
	if err != nil || math.IsNaN(n) {
		return report.Date{}, false
	}
	day, ok := s.formats.day(n)
	if ok && !s.formats.of(c.style).isDate {
		ok = day.Year() >= 1990 && day.Year() <= 2099
	}
	return day, ok
}

// day reads a cell as a day; false where it is none. Zone is that of texts with a time and its zone.
func (s *sheet) day(c *cell, zone *time.Location) (report.Date, bool) {
	switch c.kind {
	case isNumber:
		return s.serialDay(c)
	case isText, isISODate:
		if day, ok := parseDay(c.text, zone); ok {
			return day, true
		}
		if n, err := strconv.Atoi(c.text); err == nil && n > 9999 { // a serial number stored as text
			return s.serialDay(c)
		}
	}
	return report.Date{}, false
}

// days reads a cell as a day, or as the month or year that it shows by its format; false where it is none of them.
func (s *sheet) days(c *cell, zone *time.Location) (days, bool) {
	day, ok := s.day(c, zone)
	if !ok || c.kind != isNumber {
		return oneDay(day), ok
	}
	switch s.formats.of(c.style).shows {
	case showsMonth:
		return days{dates.NewDate(day.Year(), day.Month(), 1), dates.NewDate(day.Year(), day.Month()+1, 0)}, true
	case showsYear:
		return days{dates.NewDate(day.Year(), time.January, 1), dates.NewDate(day.Year(), time.December, 31)}, true
	}
	return oneDay(day), true
}
