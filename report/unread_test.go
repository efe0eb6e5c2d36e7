package report_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
	"boardpack/report/content"
	"boardpack/report/dates"
	"boardpack/report/reporttest"
)

// unread makes a register of which so many of ten statuses are not recognised; the others are of the given state, and all are due
// long after the as-at date.
func unread(n int, state report.State) *report.Register {
	month := report.Month{Year: 2023, Month: 9}
	r := &report.Register{Name: "m", File: "m.xlsx", Month: month, AsAt: month.LastDay(), Columns: report.Fields()}
	for i := range 10 {
		row := report.Recommendation{Ref: fmt.Sprint(i), Text: report.Text{"en": fmt.Sprintf("Text %d", i)}, Row: i + 2, State: state, Scope: report.Force,
			Response: report.Text{"en": "Yes"}, Due: month.LastDay().AddDays(300)}
		if i < n {
			row.State = report.Unrecognised
		}
		r.Recommendations = append(r.Recommendations, row)
	}
	return r
}

// TestStatusesThatCannotBeRead: with more than a tenth of them a group is red or not known under any rules, and the board is asked for each.
func TestStatusesThatCannotBeRead(t *testing.T) {
	t.Parallel()
	loaded := reporttest.Shipped(t)
	shipped := &loaded.Rules
	alwaysBlue := *shipped
	alwaysBlue.GroupRatings = []report.RatingRule{{Rating: report.Blue, Holds: func(func(report.Figure) int) (bool, error) { return true, nil }}}
	alwaysAmber := *shipped
	alwaysAmber.GroupRatings = []report.RatingRule{{Rating: report.Amber, Holds: func(func(report.Figure) int) (bool, error) { return true, nil }}}
	never := *shipped
	never.GroupRatings = []report.RatingRule{{Rating: report.Blue, Holds: func(func(report.Figure) int) (bool, error) { return false, nil }}}
	alwaysRed := *shipped
	alwaysRed.GroupRatings = []report.RatingRule{{Rating: report.Red, Holds: func(func(report.Figure) int) (bool, error) { return true, nil }}}
	for _, c := range []struct {
		name  string
		n     int
		rules *report.Rules
		want  report.Rating
	}{
		{"none", 0, shipped, report.Green},
		{"a tenth", 1, shipped, report.Green},
		{"more than a tenth", 2, shipped, report.NotKnown},
		{"all", 10, shipped, report.NotKnown},
		{"blue by a team's own rule", 2, &alwaysBlue, report.NotKnown},
		{"amber by a team's own rule", 2, &alwaysAmber, report.NotKnown},
		{"amber, and a tenth", 1, &alwaysAmber, report.Amber},
		{"a rule that never holds", 2, &never, report.NotKnown},
		{"red stays red", 10, &alwaysRed, report.Red},
	} {
		pack, err := report.Build(unread(c.n, report.InProgress), nil, c.rules)
		require.NoError(t, err)
		assert.Equal(t, c.want, pack.All.Rating, c.name)
		for _, lang := range []string{"en", "cy"} {
			w, err := loaded.Words(lang)
			require.NoError(t, err)
			asks := reporttest.FrontOf(pack, w).Asks
			nothing := []string{content.Plain(w, "ask.nothing")}
			assert.Equal(t, c.n == 0, slices.Equal(asks, nothing), "%s: %s", c.name, asks)
		}
	}
}

func TestPercentStates(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		states  report.PercentStates
		percent float64
		want    report.State
	}{
		{report.PercentStates{}, 100, report.Complete}, {report.PercentStates{}, 99.9, report.InProgress}, {report.PercentStates{}, 0.1, report.InProgress},
		{report.PercentStates{}, 0, report.NotStarted}, {report.PercentStates{}, 100.1, report.Unrecognised}, {report.PercentStates{}, -1, report.Unrecognised},
		{report.PercentStates{Complete: 95, NotStarted: 5}, 95, report.Complete}, {report.PercentStates{Complete: 95, NotStarted: 5}, 94.9, report.InProgress},
		{report.PercentStates{Complete: 95, NotStarted: 5}, 5, report.NotStarted}, {report.PercentStates{Complete: 95, NotStarted: 5}, 5.1, report.InProgress},
	} {
		state, ok := c.states.State(c.percent)
		assert.Equal(t, c.want, state, "%v %v", c.states, c.percent)
		assert.Equal(t, c.want != report.Unrecognised, ok)
		assert.Equal(t, ok, c.states.Agrees(state, c.percent))
		assert.Equal(t, ok, c.states.Agrees(report.Withdrawn, c.percent))
	}
	assert.False(t, report.PercentStates{}.Agrees(report.Complete, 99))
	assert.False(t, report.PercentStates{}.Agrees(report.InProgress, 100))
}

// TestDateParts: dates of what has happened are told from plans.
func TestDateParts(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{
		"12/03/24": true, "12 March 2024": true, "Tuesday 12th March 2024": true, "March 2024": true, "Q3 2023/24": true, "FY24/25": true, "1 Medi 2023": true,
		"mis Hydref 2023": true, "14:30": true, "by 12 March 2024": false, "within 3 months": false, "end of March 2024": false, "March": true, "": false, "-": false,
		"erbyn 1 Medi 2023": false, "no later than 30 June 2024": false,
	} {
		assert.Equal(t, want, dates.IsDate(text), text)
	}
}
