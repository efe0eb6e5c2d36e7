package workbook

import (
	"time"

	"boardpack/report"
	"boardpack/report/content"
	"boardpack/report/dates"
)

// firstSerial is the first day whose serial number all programs agree on: before March 1900 Excel counts a day that
// never was. Earlier days stay text.
func firstSerial() report.Date { return dates.NewDate(1900, time.March, 1) }

// dayZero is serial number 0 of the 1900 date system, as counted from March 1900 on.
func dayZero() report.Date { return dates.NewDate(1899, time.December, 30) }

// value gives what Excel stores for a cell: a number for counts, shares and days, a serial number for dates, text for the
// rest; nil for an empty cell.
func value(c content.Cell, blanks bool) any {
	if c.Missing != content.HasValue || c.Text == "" {
		return missing(c, blanks)
	}
	switch c.Kind {
	case content.KindCount, content.KindDays:
		return c.N
	case content.KindPercent:
		return float64(c.N) / 100
	case content.KindDate:
		return serial(c)
	}
	return content.Clean(c.Text)
}

// missing gives the shorthand of a cell without a value. A cell without text and without a stated reason holds what
// nobody gave: not available.
func missing(c content.Cell, blanks bool) any {
	switch {
	case blanks:
		return nil
	case c.Missing == content.HasValue:
		return shorthand(content.NotAvailable)
	}
	return shorthand(c.Missing)
}

func shorthand(m content.Missing) string { return "[" + m.String() + "]" }

func serial(c content.Cell) any {
	if c.Date.IsZero() || c.Date.Before(firstSerial()) || c.Date.Year() > 9999 {
		return content.Clean(c.Text)
	}
	return c.Date.DaysSince(dayZero())
}
