package dates

import (
	"slices"
	"time"
)

// Calendar is what the dates of one register are read by.
type Calendar struct {
	Published Date // of the source report; absent where the master does not say
	Issued    Date // of the response: "within 12 months" counts from it; absent where the master does not say
	AsAt      Date
	YearEnd   Date           // month and day of the end of a financial year; zero: 31 March
	Zone      *time.Location // of texts that give a time of day with its zone; nil: UTC
}

// How far from the register's own days a date may lie before it is a placeholder, such as 1 January 1900 or 31 December 9999.
const (
	yearsBefore = 5  // the report was published, or the as-at date where the master does not say
	yearsAfter  = 15 // the as-at date
)

// Plausible tells whether a date can be meant: it is not far before the report was published, nor far after the as-at date.
// Without an as-at date every date can. An absent date is plausible.
func (c Calendar) Plausible(d Date) bool {
	from := c.Published
	if from.IsZero() {
		from = c.AsAt
	}
	return !d.Before(from.AddMonths(-12*yearsBefore)) && !d.After(c.AsAt.AddMonths(12*yearsAfter))
}

// PlausibleDone tells whether a date can be the day on which something was done. Registers are kept for decades: where the master does
// not say when the report was published, only days that programs put for no day, up to 1970, are too early.
func (c Calendar) PlausibleDone(d Date) bool {
	if c.Published.IsZero() && d.Year() > 1970 {
		return !d.After(c.AsAt) || c.Plausible(d)
	}
	return c.Plausible(d)
}

// Read reads a date in words by the register's days. One that no register means is a placeholder and gives no date.
func (c Calendar) Read(text string) Reading {
	reading := Read(text, c.Issued, c.YearEnd)
	if !c.Plausible(reading.Date) || slices.ContainsFunc(reading.Before, func(d Date) bool { return !c.Plausible(d) }) {
		return Reading{Kind: ReadPlaceholder}
	}
	return reading
}
