package report_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
)

func TestEachRowHasOneStanding(t *testing.T) {
	t.Parallel()
	cases := []struct {
		name string
		row  report.Recommendation
		want report.Standing
	}{
		{"not accepted comes before external", report.Recommendation{State: report.NotAccepted, Scope: report.External}, report.StandNotAccepted},
		{"withdrawn comes before external", report.Recommendation{State: report.Withdrawn, Scope: report.External}, report.StandWithdrawn},
		{"superseded", report.Recommendation{State: report.Superseded}, report.StandSuperseded},
		{"external though complete", report.Recommendation{State: report.Complete, SignOff: report.Agreed, Scope: report.External}, report.StandExternal},
		{"joint is in scope", report.Recommendation{State: report.InProgress, Scope: report.Joint}, report.StandInProgress},
		{"complete and agreed", report.Recommendation{State: report.Complete, SignOff: report.Agreed}, report.StandComplete},
		{"complete and asked", report.Recommendation{State: report.Complete, SignOff: report.Asked}, report.StandAwaiting},
		{"complete and refused", report.Recommendation{State: report.Complete, SignOff: report.Refused}, report.StandAwaiting},
		{"complete and not asked", report.Recommendation{State: report.Complete, SignOff: report.NotAsked}, report.StandAwaiting},
		{"agreed but not complete", report.Recommendation{State: report.InProgress, SignOff: report.Agreed}, report.StandInProgress},
		{"not started", report.Recommendation{State: report.NotStarted}, report.StandNotStarted},
		{"unrecognised is open work", report.Recommendation{State: report.Unrecognised}, report.StandUnrecognised},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			assert.Equal(t, c.want, build(t, register(c.row)).Positions[0].Standing)
		})
	}
}

func TestCompleteNeedsNoSignOffWhereTheMasterHasNone(t *testing.T) {
	t.Parallel()
	r := register(report.Recommendation{State: report.Complete})
	r.Recommendations[0].SignOff = report.NoSignOff
	assert.Equal(t, 1, build(t, r).All.N(report.FigComplete))
}

func TestOverdueAndDueSoonAtTheirBoundaries(t *testing.T) {
	t.Parallel()
	asAt := day(2023, time.September, 30)
	cases := []struct {
		name             string
		due              report.Date
		state            report.State
		overdue, dueSoon int
		dueLater, noDate int
	}{
		{"the day before", asAt.AddDays(-1), report.InProgress, 1, 0, 0, 0},
		{"the day itself", asAt, report.InProgress, 0, 1, 0, 0},
		{"60 days on", asAt.AddDays(60), report.InProgress, 0, 1, 0, 0},
		{"61 days on", asAt.AddDays(61), report.InProgress, 0, 0, 1, 0},
		{"no date", report.Date{}, report.InProgress, 0, 0, 0, 1},
		{"complete is never overdue", asAt.AddDays(-1), report.Complete, 0, 0, 0, 0},
		{"withdrawn is never overdue", asAt.AddDays(-1), report.Withdrawn, 0, 0, 0, 0},
		{"complete needs no date", report.Date{}, report.Complete, 0, 0, 0, 0},
		{"unrecognised can be overdue", asAt.AddDays(-1), report.Unrecognised, 1, 0, 0, 0},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			all := build(t, register(report.Recommendation{State: c.state, Due: c.due})).All
			assert.Equal(t, c.overdue, all.N(report.Overdue), "overdue")
			assert.Equal(t, c.dueSoon, all.N(report.DueSoon), "due soon")
			assert.Equal(t, c.dueLater, all.N(report.DueLater), "due later")
			assert.Equal(t, c.overdue+c.dueSoon+c.dueLater, all.N(report.Dated), "dated")
			assert.Equal(t, c.noDate, all.N(report.NoDate), "no date")
		})
	}
}

func TestOverdueByOriginalDate(t *testing.T) {
	t.Parallel()
	rules, _ := template(t)
	rules.OverdueBy = report.ByOriginalDue
	late := report.Recommendation{OriginalDue: day(2023, time.September, 29), Due: day(2024, time.September, 30)}
	pack, err := report.Build(register(late), nil, rules)
	require.NoError(t, err)
	assert.Equal(t, 1, pack.All.N(report.Overdue))
	assert.Equal(t, 1, pack.Positions[0].DaysLate)
	assert.Equal(t, 0, build(t, register(late)).All.N(report.Overdue), "by the current date it is not")
}

func TestSlipped(t *testing.T) {
	t.Parallel()
	original := day(2023, time.October, 31)
	cases := []struct {
		name  string
		row   report.Recommendation
		count int
		slip  int
	}{
		{"a day later", report.Recommendation{OriginalDue: original, Due: original.AddDays(1)}, 1, 1},
		{"the same day", report.Recommendation{OriginalDue: original, Due: original}, 0, 0},
		{"brought forward", report.Recommendation{OriginalDue: original, Due: original.AddDays(-1)}, 0, -1},
		{"no original", report.Recommendation{Due: original}, 0, 0},
		{"no due", report.Recommendation{OriginalDue: original}, 0, 0},
		{"as written, then re-dated", report.Recommendation{DueAsWritten: "October 2023", OriginalDue: original, Due: original.AddDays(30)}, 1, 30},
		{"out of scope", report.Recommendation{OriginalDue: original, Due: original.AddDays(1), State: report.Withdrawn}, 0, 1},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			pack := build(t, register(c.row))
			assert.Equal(t, c.count, pack.All.N(report.Slipped))
			assert.Equal(t, c.slip, pack.Positions[0].Slip)
		})
	}
}

func TestPercentCompleteIsNeverRoundedToNothingOrAll(t *testing.T) {
	t.Parallel()
	cases := []struct {
		complete, inScope int
		want              int
	}{
		{0, 7, 0}, {7, 7, 100}, {1, 8, 13}, {3, 8, 38}, {1, 200, 1}, {1, 201, 1}, {199, 200, 99}, {3, 17, 18}, {1, 3, 33}, {2, 3, 67}, {1, 1000, 1}, {999, 1000, 99},
	}
	for _, c := range cases {
		rows := make([]report.Recommendation, c.inScope)
		for i := range rows {
			rows[i].State = report.NotStarted
			if i < c.complete {
				rows[i].State, rows[i].SignOff = report.Complete, report.Agreed
			}
		}
		percent := build(t, register(rows...)).All.Percent
		require.NotNil(t, percent)
		assert.Equal(t, c.want, *percent, "%d of %d", c.complete, c.inScope)
	}
	assert.Nil(t, build(t, register(report.Recommendation{Scope: report.External})).All.Percent, "nothing in scope: not applicable")
}

func TestNoRows(t *testing.T) {
	t.Parallel()
	rules, _ := template(t)
	_, err := report.Build(register(), nil, rules)
	assert.ErrorIs(t, err, report.ErrNoRows)
}

func TestRowsOfNoKnownThemeAreCounted(t *testing.T) {
	t.Parallel()
	pack := build(t, register(report.Recommendation{ThemeAsTyped: "Trainig"}, report.Recommendation{Themes: []string{"data"}}))
	assert.Equal(t, 2, pack.All.N(report.Total))
	last := pack.Themes[len(pack.Themes)-1]
	assert.Equal(t, report.ThemeUnmatched, last.ID)
	assert.Equal(t, 1, last.N(report.Total))
}

func TestSeveralThemes(t *testing.T) {
	t.Parallel()
	row := report.Recommendation{Themes: []string{"data", "training"}}
	count := func(pack *report.Pack) map[string]int {
		out := map[string]int{}
		for i := range pack.Themes {
			out[pack.Themes[i].ID] = pack.Themes[i].N(report.Total)
		}
		return out
	}
	first := count(build(t, register(row)))
	assert.Equal(t, 1, first["data"])
	assert.Equal(t, 0, first["training"])

	rules, _ := template(t)
	rules.EachTheme = true
	pack, err := report.Build(register(row), nil, rules)
	require.NoError(t, err)
	each := count(pack)
	assert.Equal(t, 1, each["data"])
	assert.Equal(t, 1, each["training"])
	assert.Equal(t, 1, pack.All.N(report.Total), "the whole counts it once")
}

func TestRatingsOfRecommendations(t *testing.T) {
	t.Parallel()
	asAt := day(2023, time.September, 30)
	far := asAt.AddDays(200)
	cases := []struct {
		name string
		row  report.Recommendation
		want report.Rating
	}{
		{"complete", report.Recommendation{State: report.Complete, SignOff: report.Agreed, Due: asAt.AddDays(-9)}, report.Blue},
		{"awaiting sign-off", report.Recommendation{State: report.Complete, SignOff: report.Asked, Due: asAt.AddDays(-9)}, report.Green},
		{"overdue", report.Recommendation{Due: asAt.AddDays(-1)}, report.Red},
		{"due soon", report.Recommendation{Due: asAt}, report.Amber},
		{"no date", report.Recommendation{}, report.Amber},
		{"slipped", report.Recommendation{OriginalDue: far, Due: far.AddDays(1)}, report.Amber},
		{"on course", report.Recommendation{Due: far}, report.Green},
		{"status not recognised", report.Recommendation{State: report.Unrecognised, Due: far}, report.NotKnown},
		{"status not recognised, and no date", report.Recommendation{State: report.Unrecognised}, report.NotKnown},
		{"status not recognised, and due today", report.Recommendation{State: report.Unrecognised, Due: asAt}, report.NotKnown},
		{"status not recognised, and overdue", report.Recommendation{State: report.Unrecognised, Due: asAt.AddDays(-1)}, report.Red},
		{"status not recognised, out of scope", report.Recommendation{State: report.Unrecognised, Scope: report.External}, report.NotRated},
		{"out of scope", report.Recommendation{State: report.Withdrawn}, report.NotRated},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			assert.Equal(t, c.want, build(t, register(c.row)).Positions[0].Rating)
		})
	}
}

func TestRatingsOfGroups(t *testing.T) {
	t.Parallel()
	asAt := day(2023, time.September, 30)
	late, soon, far := asAt.AddDays(-1), asAt.AddDays(1), asAt.AddDays(300)
	rows := func(n int, due report.Date) []report.Recommendation {
		out := make([]report.Recommendation, n)
		for i := range out {
			out[i].Due = due
		}
		return out
	}
	done := report.Recommendation{State: report.Complete, SignOff: report.Agreed}
	cases := []struct {
		name string
		rows []report.Recommendation
		want report.Rating
	}{
		{"all complete", []report.Recommendation{done, done}, report.Blue},
		{"a quarter overdue", append(rows(1, late), rows(3, far)...), report.Red},
		{"a fifth overdue", append(rows(1, late), rows(4, far)...), report.Amber},
		{"a quarter due soon", append(rows(1, soon), rows(3, far)...), report.Amber},
		{"a fifth due soon", append(rows(1, soon), rows(4, far)...), report.Green},
		{"a quarter without a date", append(rows(1, report.Date{}), rows(3, far)...), report.Amber},
		{"due soon and no date count together", append(append(rows(1, report.Date{}), rows(1, soon)...), rows(6, far)...), report.Amber},
		{"on course", rows(3, far), report.Green},
		{"nothing in scope", []report.Recommendation{{State: report.Withdrawn}}, report.NotRated},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			assert.Equal(t, c.want, build(t, register(c.rows...)).All.Rating)
		})
	}
}
