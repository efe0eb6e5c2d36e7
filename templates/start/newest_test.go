package start

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"boardpack/report"
	"boardpack/report/dates"
	"boardpack/report/master"
)

func TestNewestColumn(t *testing.T) {
	t.Parallel()
	names := []string{"Status", "Statws", "Current status", "Statws cyfredol"}
	for _, c := range []struct {
		headings []string
		want     string
	}{
		{[]string{"Status Q1 2025", "Status Q2 2025", "Status Q3 2025"}, "Status Q3 2025"},
		{[]string{"Status Q3 2025", "Status Q2 2025", "Status Q1 2025"}, "Status Q3 2025"},
		{[]string{"Status Q4 2024/25", "Status Q1 2025/26"}, "Status Q1 2025/26"},
		{[]string{"Status December 2024", "Status March 2025"}, "Status March 2025"},
		{[]string{"Status (31/03/2025)", "Status (30/06/2025)", "Status (31/12/2024)"}, "Status (30/06/2025)"},
		{[]string{"Status as at 1 June 2026", "Status as at 1 May 2026"}, "Status as at 1 June 2026"},
		{[]string{"April status", "May status", "June status"}, "June status"},
		{[]string{"November status", "December status", "January status"}, "January status"},
		{[]string{"Jan status", "Dec status", "Nov status"}, "Jan status"},
		{[]string{"Q3 status", "Q4 status", "Q1 status"}, "Q1 status"},
		{[]string{"Current status", "Status at year end"}, "Current status"},
		{[]string{"Status now", "Status March 2025"}, "Status now"},
		{[]string{"Latest status", "Previous status"}, "Latest status"},
		{[]string{"Status", "Status last month"}, "Status"},
		{[]string{"Status March 2025", "Status"}, "Status"},
		{[]string{"Opening status", "Status March 2025"}, "Status March 2025"},
		{[]string{"Status one", "Status two"}, "Status two"},
		{[]string{"Statws Ch1 2025", "Statws Ch2 2025"}, "Statws Ch2 2025"},
		{[]string{"Statws Mai 2025", "Statws Mawrth 2025"}, "Statws Mai 2025"},
		{[]string{"Statws cyfredol", "Statws blaenorol"}, "Statws cyfredol"},
		{[]string{"Statws diweddaraf", "Statws Medi 2025"}, "Statws diweddaraf"},
	} {
		var columns []*master.OutlineColumn
		for _, heading := range c.headings {
			columns = append(columns, &master.OutlineColumn{Heading: heading, Filled: 4})
		}
		assert.Equal(t, c.want, newestColumn(columns, names, 4).Heading, "%q", c.headings)
	}
}

// TestNewestColumnThatIsFilled: a column for the next quarter is not the newest before half of it is filled in.
func TestNewestColumnThatIsFilled(t *testing.T) {
	t.Parallel()
	for filled, want := range map[int]string{0: "Status Q1 2025", 4: "Status Q1 2025", 5: "Status Q2 2025", 10: "Status Q2 2025"} {
		columns := []*master.OutlineColumn{{Heading: "Status Q1 2025", Filled: 10}, {Heading: "Status Q2 2025", Filled: filled}}
		assert.Equal(t, want, newestColumn(columns, nil, 10).Heading, "%d of 10", filled)
	}
	columns := []*master.OutlineColumn{{Heading: "Status Q1 2025", Filled: 1}, {Heading: "Status Q2 2025", Filled: 1}}
	assert.Equal(t, "Status Q2 2025", newestColumn(columns, nil, 10).Heading, "none is half filled")
}

func TestDateIn(t *testing.T) {
	t.Parallel()
	for heading, want := range map[string]report.Date{
		"Status":                    {},
		"Status at the target date": {},
		"Status Q3 2025":            dates.NewDate(2025, 9, 30),
		"Status 2024/25":            dates.NewDate(2025, 3, 31),
		"Position at 1 May 2026":    dates.NewDate(2026, 5, 1),
		"May status":                dates.NewDate(2000, 5, 31),
		"Q2":                        dates.NewDate(2000, 6, 30),
	} {
		assert.Equal(t, want, dateIn(heading), heading)
	}
}
