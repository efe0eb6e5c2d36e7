package dates_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"boardpack/report/dates"
)

func TestPlausible(t *testing.T) {
	t.Parallel()
	asAt, published := day(2023, 9, 30), day(2020, 2, 29)
	for _, c := range []struct {
		name     string
		calendar dates.Calendar
		day      dates.Date
		want     bool
	}{
		{"absent", dates.Calendar{AsAt: asAt}, dates.Date{}, true},
		{"five years before the as-at date", dates.Calendar{AsAt: asAt}, day(2018, 9, 30), true},
		{"a day more", dates.Calendar{AsAt: asAt}, day(2018, 9, 29), false},
		{"five years before the report", dates.Calendar{AsAt: asAt, Published: published}, day(2015, 2, 28), true},
		{"a day more before the report", dates.Calendar{AsAt: asAt, Published: published}, day(2015, 2, 27), false},
		{"fifteen years after the as-at date", dates.Calendar{AsAt: asAt}, day(2038, 9, 30), true},
		{"a day later", dates.Calendar{AsAt: asAt}, day(2038, 10, 1), false},
		{"no as-at date", dates.Calendar{}, day(9999, 12, 31), true},
	} {
		t.Run(c.name, func(t *testing.T) { assert.Equal(t, c.want, c.calendar.Plausible(c.day)) })
	}
	kept := dates.Calendar{AsAt: asAt}
	assert.True(t, kept.PlausibleDone(day(1971, 1, 1)), "registers are kept for decades")
	assert.False(t, kept.PlausibleDone(day(1970, 12, 31)), "a day that programs put for none")
}

func TestAddMonths(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		from   dates.Date
		months int
		want   string
	}{
		{day(2023, 8, 31), 6, "2024-02-29"}, {day(2022, 8, 31), 6, "2023-02-28"}, {day(2023, 8, 28), 6, "2024-02-28"}, {day(2023, 12, 31), 1, "2024-01-31"},
		{day(2024, 2, 29), -12, "2023-02-28"}, {day(2023, 1, 15), 0, "2023-01-15"}, {dates.Date{}, 6, ""},
	} {
		assert.Equal(t, c.want, c.from.AddMonths(c.months).String(), "%s and %d months", c.from, c.months)
	}
}
