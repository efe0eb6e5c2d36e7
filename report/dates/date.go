package dates

import (
	"encoding/json"
	"fmt"
	"time"
)

// Date is a calendar day without time or zone. The zero Date means that there is none: absent, never a day.
type Date struct {
	days int32 // from that before the first of January of the year 0, in the calendar of today; 0 where there is no day
}

// NewDate gives the day, normalising overflow as time.Date does (31 September is 1 October).
func NewDate(year int, month time.Month, day int) Date {
	return DateOf(time.Date(year, month, day, 0, 0, 0, 0, time.UTC))
}

// DateOf drops the time of day and the zone of t.
func DateOf(t time.Time) Date {
	y, m, d := t.Date()
	return Date{days: int32(time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Unix()/secondsPerDay - dayZero)}
}

// secondsPerDay and dayZero place a Date among the seconds since 1970.
const (
	secondsPerDay = 24 * 60 * 60
	dayZero       = -719_529 // 31 December of the year before 0, in days since 1970
)

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
	return time.Unix((int64(d.days)+dayZero)*secondsPerDay, 0).UTC()
}

// parts are 0 for an absent date.
func (d Date) parts() (year int, month time.Month, day int) {
	if d.IsZero() {
		return 0, 0, 0
	}
	return d.Time().Date()
}

// Year is 0 for an absent date, as Month and Day are.
func (d Date) Year() int {
	year, _, _ := d.parts()
	return year
}

// Month is the month of the year.
func (d Date) Month() time.Month {
	_, month, _ := d.parts()
	return month
}

// Day is the day of the month.
func (d Date) Day() int {
	_, _, day := d.parts()
	return day
}

// Before tells whether d is an earlier day than e. An absent date is before and after nothing.
func (d Date) Before(e Date) bool {
	return !d.IsZero() && !e.IsZero() && d.days < e.days
}

// After tells whether d is a later day than e. An absent date is before and after nothing.
func (d Date) After(e Date) bool { return e.Before(d) }

// AddDays gives the day n days later; an absent date stays absent.
func (d Date) AddDays(n int) Date {
	if d.IsZero() {
		return d
	}
	return Date{days: d.days + int32(n)}
}

// AddMonths gives the same day so many months later, or the last day of a month that is too short for it: 31 August and six months is
// 28 February. An absent date stays absent.
func (d Date) AddMonths(n int) Date {
	if d.IsZero() {
		return d
	}
	year, month, day := d.parts()
	last := lastDay(year, month+time.Month(n))
	return last.AddDays(min(0, day-last.Day()))
}

// InMonth is the month that the day is in; no month for an absent date.
func (d Date) InMonth() Month {
	year, month, _ := d.parts()
	return Month{year, month}
}

// DaysSince counts the days from e to d, negative when d is earlier; 0 when either is absent.
func (d Date) DaysSince(e Date) int {
	if d.IsZero() || e.IsZero() {
		return 0
	}
	return int(d.days - e.days)
}

// String is YYYY-MM-DD, or "" when absent.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return d.Time().Format(time.DateOnly)
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
	return NewDate(m.Year, m.Month+1, 1).InMonth()
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
