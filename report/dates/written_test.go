package dates_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"boardpack/report/dates"
)

func day(year int, month time.Month, d int) dates.Date { return dates.NewDate(year, month, d) }

func TestReadDueAsWritten(t *testing.T) {
	t.Parallel()
	issued := day(2023, time.July, 14)
	cases := []struct {
		text string
		kind dates.ReadingKind
		want dates.Date
	}{
		{"", dates.ReadNothing, dates.Date{}},
		{"   ", dates.ReadNothing, dates.Date{}},
		{"1 September 2023", dates.ReadDay, day(2023, 9, 1)},
		{"by 1st Sept. 2023", dates.ReadDay, day(2023, 9, 1)},
		{"Friday 1 September 2023", dates.ReadDay, day(2023, 9, 1)},
		{"01/09/2023", dates.ReadDay, day(2023, 9, 1)},
		{"1.9.23", dates.ReadDay, day(2023, 9, 1)},
		{"2023-09-01", dates.ReadDay, day(2023, 9, 1)},
		{"1 Medi 2023", dates.ReadDay, day(2023, 9, 1)},
		{"1af Hydref 2023", dates.ReadDay, day(2023, 10, 1)},
		{"erbyn 30 Tachwedd 2023", dates.ReadDay, day(2023, 11, 30)},
		{"31 June 2023", dates.ReadUnknown, dates.Date{}},
		{"13/14/2023", dates.ReadUnknown, dates.Date{}},
		{"29/02/2023", dates.ReadUnknown, dates.Date{}},
		{"29/02/2024", dates.ReadDay, day(2024, 2, 29)},
		{"September 2023", dates.ReadMonth, day(2023, 9, 30)},
		{"by the end of February 2024", dates.ReadMonth, day(2024, 2, 29)},
		{"mis Hydref 2023", dates.ReadMonth, day(2023, 10, 31)},
		{"diwedd Mawrth 2024", dates.ReadMonth, day(2024, 3, 31)},
		{"Hydref 2023", dates.ReadAmbiguous, day(2023, 11, 30)},
		{"yn yr Hydref 2023", dates.ReadAmbiguous, day(2023, 11, 30)},
		{"October 2023", dates.ReadMonth, day(2023, 10, 31)},
		{"Q3 2023", dates.ReadQuarter, day(2023, 9, 30)},
		{"third quarter of 2023", dates.ReadQuarter, day(2023, 9, 30)},
		{"Q3 2023/24", dates.ReadQuarter, day(2023, 12, 31)},
		{"Q4 2023/24", dates.ReadQuarter, day(2024, 3, 31)},
		{"Chwarter 1 2024", dates.ReadQuarter, day(2024, 3, 31)},
		{"Q5 2023", dates.ReadUnknown, dates.Date{}},
		{"Autumn 2023", dates.ReadSeason, day(2023, 11, 30)},
		{"spring of 2024", dates.ReadSeason, day(2024, 5, 31)},
		{"Summer 2024", dates.ReadSeason, day(2024, 8, 31)},
		{"Winter 2023", dates.ReadSeason, day(2024, 2, 29)},
		{"Winter 2023/24", dates.ReadSeason, day(2024, 2, 29)},
		{"Gwanwyn 2024", dates.ReadSeason, day(2024, 5, 31)},
		{"2023", dates.ReadYear, day(2023, 12, 31)},
		{"by the end of 2024", dates.ReadYear, day(2024, 12, 31)},
		{"during the financial year", dates.ReadFinancial, day(2024, 3, 31)},
		{"next financial year", dates.ReadFinancial, day(2025, 3, 31)},
		{"2023/24", dates.ReadFinancial, day(2024, 3, 31)},
		{"financial year 2024/2025", dates.ReadFinancial, day(2025, 3, 31)},
		{"yn ystod y flwyddyn ariannol", dates.ReadFinancial, day(2024, 3, 31)},
		{"2023/25", dates.ReadUnknown, dates.Date{}},
		{"in the next 12 months", dates.ReadWithin, day(2024, 7, 14)},
		{"within six months", dates.ReadWithin, day(2024, 1, 14)},
		{"within the next year", dates.ReadWithin, day(2024, 7, 14)},
		{"within 10 days", dates.ReadWithin, day(2023, 7, 24)},
		{"o fewn 12 mis", dates.ReadWithin, day(2024, 7, 14)},
		{"yn y 12 mis nesaf", dates.ReadWithin, day(2024, 7, 14)},
		{"six-monthly", dates.ReadRecurring, dates.Date{}},
		{"every six months", dates.ReadRecurring, dates.Date{}},
		{"ongoing", dates.ReadRecurring, dates.Date{}},
		{"bob chwe mis", dates.ReadRecurring, dates.Date{}},
		{"as soon as possible", dates.ReadUnknown, dates.Date{}},
		{"when the contract of 2024 is renewed", dates.ReadUnknown, dates.Date{}},
		{"…", dates.ReadUnknown, dates.Date{}},
	}
	for _, c := range cases {
		t.Run(c.text, func(t *testing.T) {
			got := dates.Read(c.text, issued, dates.Date{})
			assert.Equal(t, c.kind, got.Kind)
			assert.Equal(t, c.want, got.Date)
		})
	}
}

func TestReadDueCountsFromTheDayOfIssue(t *testing.T) {
	t.Parallel()
	none := dates.Read("within 6 months", dates.Date{}, dates.Date{})
	assert.Equal(t, dates.Reading{Kind: dates.ReadNoIssue}, none)
	none = dates.Read("during the financial year", dates.Date{}, dates.Date{})
	assert.Equal(t, dates.Reading{Kind: dates.ReadNoIssue}, none)

	short := dates.Read("within 6 months", day(2023, time.August, 31), dates.Date{})
	assert.Equal(t, day(2024, time.February, 29), short.Date, "a shorter month ends it")

	lastDay := dates.Read("this financial year", day(2024, time.March, 31), dates.Date{})
	assert.Equal(t, day(2024, time.March, 31), lastDay.Date)
	dayAfter := dates.Read("this financial year", day(2024, time.April, 1), dates.Date{})
	assert.Equal(t, day(2025, time.March, 31), dayAfter.Date)
	july := dates.Read("this financial year", day(2024, time.April, 1), day(2000, time.July, 31))
	assert.Equal(t, day(2024, time.July, 31), july.Date, "the template may end the year elsewhere")
}

func FuzzReadDueAsWritten(f *testing.F) {
	for _, seed := range []string{"Autumn 2023", "in the next 12 months", "Hydref 2023", "2023/24", "01/09/2023", "six-monthly", "Q1/Q2 2024-25", "w/c 4 March 2024",
		"31/03/2024 (was 31/12/2023)", "before the end of FY24/25", "mid-March 2024", "revised from 1 Mai 2023 to Easter 2024", "Dec 2023 - Jan 2024", "i'w gadarnhau", "H1 '24",
		"( ) was now (", "-/-/-", "1 2 3 4 to", "cyn y Pasg 2024"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		r := dates.Read(text, day(2023, time.July, 14), dates.Date{})
		switch r.Kind {
		case dates.ReadNothing, dates.ReadRecurring, dates.ReadNoIssue, dates.ReadUnknown, dates.ReadUnset, dates.ReadPlaceholder:
			assert.Equal(t, dates.Reading{Kind: r.Kind}, r, "no date without a rule that gives one")
			return
		}
		assert.Contains(t, dates.ReadingKinds(), r.Kind)
		for _, d := range append(r.Before, r.Date) {
			assert.False(t, d.IsZero())
			assert.GreaterOrEqual(t, d.Year(), 1899, "the day before one of 1900")
			assert.Equal(t, d, dates.NewDate(d.Year(), d.Month(), d.Day()), "a day that there is")
		}
	})
}
