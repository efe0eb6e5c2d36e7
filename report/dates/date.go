package dates

import (
	"encoding/json"
	"fmt"
	"time"
)

// Date is a calendar day without time or zone. The zero Date means that there is none: absent, never a day.
//
// Rows, positions and cells are full of dates: a small one keeps large registers small.
type Date struct {
	year       int32
	month, day uint8
}

// NewDate gives the day, normalising overflow as time.Date does (31 September is 1 October).
func NewDate(year int, month time.Month, day int) Date {
	return DateOf(time.Date(year, month, day, 0, 0, 0, 0, time.UTC))
}

// DateOf drops the time of day and the zone of t.
func DateOf(t time.Time) Date {
	y, m, d := t.Date()
	return Date{int32(y), uint8(m), uint8(d)}
}

// Year is 0 for an absent date, as Month and Day are.
func (d Date) Year() int { return int(d.year) }

// Month is the month of the year.
func (d Date) Month() time.Month { return time.Month(d.month) }

// Day is the day of the month.
func (d Date) Day() int { return int(d.day) }

// ParseISODate reads YYYY-MM-DD and nothing else.
func ParseISODate(s string) (Date, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return Date{}, fmt.Errorf("\"%s\" is not a date: write it as YYYY-MM-DD", s)
	}
	return DateOf(t), nil
}

// IsZero tells whether the date is absent.
func (d Date) IsZero() bool { return d == Date{} }

// Time gives midnight UTC of the day; the zero time for an absent date.
func (d Date) Time() time.Time {
	if d.IsZero() {
		return time.Time{}
	}
	return time.Date(d.Year(), d.Month(), d.Day(), 0, 0, 0, 0, time.UTC)
}

// Before tells whether d is an earlier day than e. An absent date is before and after nothing.
func (d Date) Before(e Date) bool {
	return !d.IsZero() && !e.IsZero() && d.Time().Before(e.Time())
}

// After tells whether d is a later day than e. An absent date is before and after nothing.
func (d Date) After(e Date) bool { return e.Before(d) }

// AddDays gives the day n days later; an absent date stays absent.
func (d Date) AddDays(n int) Date {
	if d.IsZero() {
		return d
	}
	return DateOf(d.Time().AddDate(0, 0, n))
}

// AddMonths gives the same day so many months later, or the last day of a month that is too short for it: 31 August and six months is
// 28 February. An absent date stays absent.
func (d Date) AddMonths(n int) Date {
	if d.IsZero() {
		return d
	}
	last := lastDay(d.Year(), d.Month()+time.Month(n))
	return NewDate(last.Year(), last.Month(), min(d.Day(), last.Day()))
}

// InMonth is the month that the day is in; no month for an absent date.
func (d Date) InMonth() Month { return Month{d.Year(), d.Month()} }

// DaysSince counts the days from e to d, negative when d is earlier; 0 when either is absent.
func (d Date) DaysSince(e Date) int {
	if d.IsZero() || e.IsZero() {
		return 0
	}
	return int(d.Time().Sub(e.Time()) / (24 * time.Hour))
}

// String is YYYY-MM-DD, or "" when absent.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.year, d.month, d.day)
}

// UnmarshalJSON reads what MarshalJSON writes.
func (d *Date) UnmarshalJSON(data []byte) error {
	if string(data) == "null" {
		*d = Date{}
		return nil
	}
	var text string
	if err := json.Unmarshal(data, &text); err != nil {
		return err
	}
	var err error
	*d, err = ParseISODate(text)
	return err
}

// MarshalJSON writes the ISO day as a string, or null when absent.
func (d Date) MarshalJSON() ([]byte, error) {
	if d.IsZero() {
		return []byte("null"), nil
	}
	return []byte(`"` + d.String() + `"`), nil
}

// Month is a reporting month.
type Month struct {
	Year  int
	Month time.Month
}

// ParseMonth reads YYYY-MM, the name of a folder under input.
func ParseMonth(s string) (Month, error) {
	t, err := time.Parse("2006-01", s)
	if err != nil {
		return Month{}, fmt.Errorf("\"%s\" is not a month: write it as YYYY-MM, for example 2023-09", s)
	}
	return Month{t.Year(), t.Month()}, nil
}

// LastDay is the month's as-at date unless the master or the caller says otherwise.
func (m Month) LastDay() Date { return NewDate(m.Year, m.Month+1, 0) }

// Next is the month after m.
func (m Month) Next() Month {
	d := NewDate(m.Year, m.Month+1, 1)
	return Month{d.Year(), d.Month()}
}

// IsZero tells whether there is no month.
func (m Month) IsZero() bool { return m == Month{} }

// Before tells whether m is an earlier month than n.
func (m Month) Before(n Month) bool {
	return m.Year < n.Year || m.Year == n.Year && m.Month < n.Month
}

// String is YYYY-MM, or "" for no month.
func (m Month) String() string {
	if m.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d", m.Year, m.Month)
}

// MarshalJSON writes YYYY-MM as a string, or null for no month.
func (m Month) MarshalJSON() ([]byte, error) {
	if m.IsZero() {
		return []byte("null"), nil
	}
	return []byte(`"` + m.String() + `"`), nil
}
