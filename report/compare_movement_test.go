package report_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
	"boardpack/report/dates"
)

func TestMovementOfOneRecommendation(t *testing.T) {
	t.Parallel()
	open := report.Recommendation{Ref: "1", Themes: []string{"data"}, State: report.InProgress}
	with := func(change func(r *report.Recommendation)) []report.Recommendation {
		r := open
		change(&r)
		return []report.Recommendation{r}
	}
	same := with(func(*report.Recommendation) {})
	agreed := with(func(r *report.Recommendation) { r.State, r.SignOff = report.Complete, report.Agreed })
	awaiting := with(func(r *report.Recommendation) { r.State, r.SignOff = report.Complete, report.Asked })
	withdrawn := with(func(r *report.Recommendation) { r.State = report.Withdrawn })
	moved := with(func(r *report.Recommendation) { r.Themes = []string{"victims"} })
	none := []report.Recommendation{{Ref: "other", State: report.Withdrawn}}
	cases := []struct {
		name        string
		before, now []report.Recommendation
		want        report.Bridge
		kind        report.ChangeKind
		effect      int
	}{
		{"nothing", same, same, report.Bridge{Opening: 1, Closing: 1}, "", 0},
		{"completed", same, agreed, report.Bridge{Opening: 1, Completed: 1}, report.ChangeCompleted, -1},
		{"done but not agreed", same, awaiting, report.Bridge{Opening: 1, Closing: 1}, report.ChangeStatus, 0},
		{"agreed at last", awaiting, agreed, report.Bridge{Opening: 1, Completed: 1}, report.ChangeCompleted, -1},
		{"reopened", agreed, same, report.Bridge{Reopened: 1, Closing: 1}, report.ChangeReopened, 1},
		{"left scope", same, withdrawn, report.Bridge{Opening: 1, LeftScope: 1}, report.ChangeLeftScope, -1},
		{"came into scope", withdrawn, same, report.Bridge{CameIntoScope: 1, Closing: 1}, report.ChangeCameIntoScope, 1},
		{"complete, then withdrawn", agreed, withdrawn, report.Bridge{}, report.ChangeStatus, 0},
		{"moved theme", same, moved, report.Bridge{Opening: 1, Closing: 1}, report.ChangeTheme, 0},
		{"removed", append(same, none...), none, report.Bridge{Opening: 1, Removed: 1}, report.ChangeRemoved, -1},
		{"removed when complete", append(agreed, none...), none, report.Bridge{}, report.ChangeRemoved, 0},
		{"new", none, append(same, none...), report.Bridge{New: 1, Closing: 1}, report.ChangeNew, 1},
		{"new and complete", none, append(agreed, none...), report.Bridge{}, report.ChangeNew, 0},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			movement := build(t, register(c.now...), earlier(c.before...)).Movement
			require.NotNil(t, movement)
			c.want.ID = "all"
			assert.Equal(t, c.want, movement.All)
			assert.True(t, movement.All.Closes())
			if c.kind == "" {
				assert.Empty(t, movement.Changes)
				return
			}
			require.Len(t, movement.Changes, 1)
			assert.Equal(t, c.kind, movement.Changes[0].Kind)
			assert.Equal(t, c.effect, movement.Changes[0].Effect)
		})
	}
}

func TestMovementBetweenThemes(t *testing.T) {
	t.Parallel()
	before := earlier(report.Recommendation{Ref: "1", Themes: []string{"data"}}, report.Recommendation{Ref: "2"})
	now := register(report.Recommendation{Ref: "1", Themes: []string{"victims"}}, report.Recommendation{Ref: "2", Themes: []string{"data"}})
	bridges := map[string]report.Bridge{}
	for _, b := range build(t, now, before).Movement.Themes {
		bridges[b.ID] = b
		assert.True(t, b.Closes(), b.ID)
	}
	assert.Equal(t, 1, bridges["victims"].MovedIn)
	assert.Equal(t, 1, bridges["data"].MovedOut)
	assert.Equal(t, 1, bridges["data"].MovedIn)
	assert.Equal(t, 1, bridges[report.ThemeUnmatched].MovedOut, "a theme that only last month had rows of closes too")
}

func TestNewlyOverdueSaysWhy(t *testing.T) {
	t.Parallel()
	lastMonth, now := day(2023, time.August, 31), day(2023, time.September, 30)
	cases := []struct {
		name        string
		before, now report.Recommendation
		kind        report.ChangeKind
		want        report.Cause
	}{
		{"the date matured", report.Recommendation{Due: now.AddDays(-1)}, report.Recommendation{Due: now.AddDays(-1)}, report.ChangeOverdue, report.CauseMatured},
		{"brought forward", report.Recommendation{Due: now.AddDays(9)}, report.Recommendation{Due: now.AddDays(-1)}, report.ChangeOverdue, report.CauseBroughtForward},
		{"dated in the past", report.Recommendation{}, report.Recommendation{Due: now.AddDays(-1)}, report.ChangeOverdue, report.CauseDated},
		{"reopened", report.Recommendation{State: report.Complete, Due: lastMonth}, report.Recommendation{Due: lastMonth}, report.ChangeOverdue, report.CauseReopened},
		{"re-dated", report.Recommendation{Due: lastMonth.AddDays(-1)}, report.Recommendation{Due: now}, report.ChangeNotOverdue, report.CauseRedated},
		{"closed", report.Recommendation{Due: lastMonth.AddDays(-1)}, report.Recommendation{State: report.Complete, Due: lastMonth.AddDays(-1)}, report.ChangeNotOverdue, report.CauseClosed},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			c.before.Ref, c.now.Ref = "1", "1"
			var causes []report.Cause
			for _, change := range build(t, register(c.now), earlier(c.before)).Movement.Changes {
				if change.Kind == c.kind {
					causes = append(causes, change.Cause)
				}
			}
			assert.Equal(t, []report.Cause{c.want}, causes)
		})
	}
	fresh := build(t, register(rec("1", "a"), report.Recommendation{Ref: "2", Due: now.AddDays(-1)}), earlier(rec("1", "a")))
	require.Len(t, fresh.Movement.Changes, 2)
	assert.Equal(t, report.CauseNew, fresh.Movement.Changes[1].Cause)
}

func TestRedatedCountsDaysAndTimes(t *testing.T) {
	t.Parallel()
	dated := func(month int, due report.Date) *report.Register {
		r := register(report.Recommendation{Ref: "1", Due: due, Reason: "recruitment took longer"})
		r.Month = report.Month{Year: 2023, Month: time.Month(month)}
		r.AsAt = r.Month.LastDay()
		return r
	}
	first, second, third := day(2023, 11, 30), day(2023, 12, 31), day(2024, 1, 10)
	pack := build(t, dated(9, third), dated(6, report.Date{}), dated(7, first), dated(8, second))
	require.Len(t, pack.Movement.Changes, 1)
	change := pack.Movement.Changes[0]
	assert.Equal(t, report.ChangeDate, change.Kind)
	assert.Equal(t, second, change.From.Date)
	assert.Equal(t, third, change.To.Date)
	assert.Equal(t, 10, change.Days)
	assert.Equal(t, 2, change.Times)
	assert.Equal(t, "recruitment took longer", change.Reason)
	position := pack.Positions[0]
	assert.Equal(t, first, position.OriginalDue, "the first date that any month gave")
	assert.Equal(t, third.DaysSince(first), position.Slip)
	assert.Equal(t, 1, pack.All.N(report.Slipped))
}

func TestTrendKeepsThirteenMonths(t *testing.T) {
	t.Parallel()
	var before []*report.Register
	for m := range 20 {
		r := register(rec("1", "a"))
		d := dates.NewDate(2022, time.Month(1+m), 1)
		r.Month = report.Month{Year: d.Year(), Month: d.Month()}
		before = append(before, r)
	}
	pack := build(t, register(rec("1", "a")), before...)
	require.Len(t, pack.Trend, report.TrendMonths)
	assert.Equal(t, "2023-09", pack.Trend[len(pack.Trend)-1].Month.String())
	assert.Nil(t, build(t, register(rec("1", "a"))).Movement, "no movement without an earlier month")
}
