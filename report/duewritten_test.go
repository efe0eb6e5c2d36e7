package report_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"boardpack/report"
)

func day(year int, month time.Month, d int) report.Date { return report.NewDate(year, month, d) }

func TestReadDueAsWritten(t *testing.T) {
	issued := day(2023, time.July, 14)
	cases := []struct {
		text string
		kind report.ReadingKind
		want report.Date
	}{
		{"", report.ReadNothing, report.Date{}},
		{"   ", report.ReadNothing, report.Date{}},
		{"1 September 2023", report.ReadDay, day(2023, 9, 1)},
		{"by 1st Sept. 2023", report.ReadDay, day(2023, 9, 1)},
		{"Friday 1 September 2023", report.ReadDay, day(2023, 9, 1)},
		{"01/09/2023", report.ReadDay, day(2023, 9, 1)},
		{"1.9.23", report.ReadDay, day(2023, 9, 1)},
		{"2023-09-01", report.ReadDay, day(2023, 9, 1)},
		{"1 Medi 2023", report.ReadDay, day(2023, 9, 1)},
		{"1af Hydref 2023", report.ReadDay, day(2023, 10, 1)},
		{"erbyn 30 Tachwedd 2023", report.ReadDay, day(2023, 11, 30)},
		{"31 June 2023", report.ReadUnknown, report.Date{}},
		{"13/14/2023", report.ReadUnknown, report.Date{}},
		{"29/02/2023", report.ReadUnknown, report.Date{}},
		{"29/02/2024", report.ReadDay, day(2024, 2, 29)},
		{"September 2023", report.ReadMonth, day(2023, 9, 30)},
		{"by the end of February 2024", report.ReadMonth, day(2024, 2, 29)},
		{"mis Hydref 2023", report.ReadMonth, day(2023, 10, 31)},
		{"diwedd Mawrth 2024", report.ReadMonth, day(2024, 3, 31)},
		{"Hydref 2023", report.ReadAmbiguous, day(2023, 11, 30)},
		{"yn yr Hydref 2023", report.ReadAmbiguous, day(2023, 11, 30)},
		{"October 2023", report.ReadMonth, day(2023, 10, 31)},
		{"Q3 2023", report.ReadQuarter, day(2023, 9, 30)},
		{"third quarter of 2023", report.ReadQuarter, day(2023, 9, 30)},
		{"Q3 2023/24", report.ReadQuarter, day(2023, 12, 31)},
		{"Q4 2023/24", report.ReadQuarter, day(2024, 3, 31)},
		{"Chwarter 1 2024", report.ReadQuarter, day(2024, 3, 31)},
		{"Q5 2023", report.ReadUnknown, report.Date{}},
		{"Autumn 2023", report.ReadSeason, day(2023, 11, 30)},
		{"spring of 2024", report.ReadSeason, day(2024, 5, 31)},
		{"Summer 2024", report.ReadSeason, day(2024, 8, 31)},
		{"Winter 2023", report.ReadSeason, day(2024, 2, 29)},
		{"Winter 2023/24", report.ReadSeason, day(2024, 2, 29)},
		{"Gwanwyn 2024", report.ReadSeason, day(2024, 5, 31)},
		{"2023", report.ReadYear, day(2023, 12, 31)},
		{"by the end of 2024", report.ReadYear, day(2024, 12, 31)},
		{"during the financial year", report.ReadFinancial, day(2024, 3, 31)},
		{"next financial year", report.ReadFinancial, day(2025, 3, 31)},
		{"2023/24", report.ReadFinancial, day(2024, 3, 31)},
		{"financial year 2024/2025", report.ReadFinancial, day(2025, 3, 31)},
		{"yn ystod y flwyddyn ariannol", report.ReadFinancial, day(2024, 3, 31)},
		{"2023/25", report.ReadUnknown, report.Date{}},
		{"in the next 12 months", report.ReadWithin, day(2024, 7, 14)},
		{"within six months", report.ReadWithin, day(2024, 1, 14)},
		{"within the next year", report.ReadWithin, day(2024, 7, 14)},
		{"within 10 days", report.ReadWithin, day(2023, 7, 24)},
		{"o fewn 12 mis", report.ReadWithin, day(2024, 7, 14)},
		{"yn y 12 mis nesaf", report.ReadWithin, day(2024, 7, 14)},
		{"six-monthly", report.ReadRecurring, report.Date{}},
		{"every six months", report.ReadRecurring, report.Date{}},
		{"ongoing", report.ReadRecurring, report.Date{}},
		{"bob chwe mis", report.ReadRecurring, report.Date{}},
		{"as soon as possible", report.ReadUnknown, report.Date{}},
		{"when the contract of 2024 is renewed", report.ReadUnknown, report.Date{}},
		{"…", report.ReadUnknown, report.Date{}},
	}
	for _, c := range cases {
		t.Run(c.text, func(t *testing.T) {
			got := report.ReadDueAsWritten(c.text, issued, report.Date{})
			assert.Equal(t, c.kind, got.Kind)
			assert.Equal(t, c.want, got.Date)
		})
	}
}

func TestReadDueCountsFromTheDayOfIssue(t *testing.T) {
	none := report.ReadDueAsWritten("within 6 months", report.Date{}, report.Date{})
	assert.Equal(t, report.Reading{Kind: report.ReadNoIssue}, none)
	none = report.ReadDueAsWritten("during the financial year", report.Date{}, report.Date{})
	assert.Equal(t, report.Reading{Kind: report.ReadNoIssue}, none)

	short := report.ReadDueAsWritten("within 6 months", day(2023, time.August, 31), report.Date{})
	assert.Equal(t, day(2024, time.February, 29), short.Date, "a shorter month ends it")

	lastDay := report.ReadDueAsWritten("this financial year", day(2024, time.March, 31), report.Date{})
	assert.Equal(t, day(2024, time.March, 31), lastDay.Date)
	dayAfter := report.ReadDueAsWritten("this financial year", day(2024, time.April, 1), report.Date{})
	assert.Equal(t, day(2025, time.March, 31), dayAfter.Date)
	july := report.ReadDueAsWritten("this financial year", day(2024, time.April, 1), day(2000, time.July, 31))
	assert.Equal(t, day(2024, time.July, 31), july.Date, "the template may end the year elsewhere")
}

func FuzzReadDueAsWritten(f *testing.F) {
	for _, seed := range []string{"Autumn 2023", "in the next 12 months", "Hydref 2023", "2023/24", "01/09/2023", "six-monthly", "Q1/Q2 2024-25", "w/c 4 March 2024",
		"31/03/2024 (was 31/12/2023)", "before the end of FY24/25", "mid-March 2024", "revised from 1 Mai 2023 to Easter 2024", "Dec 2023 - Jan 2024", "i'w gadarnhau", "H1 '24",
		"( ) was now (", "-/-/-", "1 2 3 4 to", "cyn y Pasg 2024"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		r := report.ReadDueAsWritten(text, day(2023, time.July, 14), report.Date{})
		switch r.Kind {
		case report.ReadNothing, report.ReadRecurring, report.ReadNoIssue, report.ReadUnknown, report.ReadUnset, report.ReadPlaceholder:
			assert.Equal(t, report.Reading{Kind: r.Kind}, r, "no date without a rule that gives one")
			return
		}
		assert.Contains(t, report.ReadingKinds(), r.Kind)
		for _, d := range append(r.Before, r.Date) {
			assert.False(t, d.IsZero())
			assert.GreaterOrEqual(t, d.Year, 1899, "the day before one of 1900")
			assert.Equal(t, d, report.NewDate(d.Year, d.Month, d.Day), "a day that there is")
		}
	})
}
