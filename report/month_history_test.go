package report_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
	"boardpack/report/figuresjson"
)

// signOffMonth makes a month of four recommendations, of which two are complete. The sign-off column is empty, has the entry of the
// first, or is not there.
func signOffMonth(month report.Month, column string) *report.Register {
	rows := []report.Recommendation{rec("1", "a"), rec("2", "b"), rec("3", "c"), rec("4", "d")}
	rows[0].State, rows[1].State = report.Complete, report.Complete
	for i := range rows {
		rows[i].SignOff = report.NotAsked
	}
	if column == "filled" {
		rows[0].SignOff = report.Agreed
	}
	r := register(rows...)
	r.Month, r.AsAt = month, month.LastDay()
	if column == "empty" {
		r.EmptySignOff = &report.Problem{Level: report.Note, Code: "sign-off-empty", File: r.File, Cell: "K1"}
	}
	for i := range r.Recommendations {
		if column == "none" {
			r.Recommendations[i].SignOff = report.NoSignOff
		}
	}
	if column == "none" {
		r.Columns = []report.Field{report.FieldRef, report.FieldTheme, report.FieldRecommendation, report.FieldStatus}
	}
	return r
}

// TestEmptySignOffColumn holds that a column counts as absent while no month so far has an entry, and in all months from the first
// entry on: nothing seems to have been reopened.
func TestEmptySignOffColumn(t *testing.T) {
	t.Parallel()
	cases := []struct {
		name   string
		months []string
		policy report.SignOffPolicy
		want   string // complete and awaiting, of the last month and of the one before; completed and reopened; whether the note is there
	}{
		{name: "one month", months: []string{"empty"}, want: "2+0, noted"},
		{name: "every month", months: []string{"empty", "empty", "empty"}, want: "2+0 after 2+0, completed 0, reopened 0, noted"},
		{name: "filled now", months: []string{"empty", "empty", "filled"}, want: "1+1 after 0+2, completed 1, reopened 0"},
		{name: "filled before", months: []string{"empty", "filled", "empty"}, want: "0+2 after 1+1, completed 0, reopened 1"},
		{name: "filled long before", months: []string{"filled", "empty", "empty"}, want: "0+2 after 0+2, completed 0, reopened 0"},
		{name: "new and empty", months: []string{"none", "empty"}, want: "2+0 after 2+0, completed 0, reopened 0, noted"},
		{name: "empty and gone", months: []string{"empty", "none"}, want: "2+0 after 2+0, completed 0, reopened 0"},
		{name: "empty, gone and filled", months: []string{"empty", "none", "filled"}, want: "1+1 after 2+0, completed 0, reopened 1"},
		{name: "required", months: []string{"empty", "empty"}, policy: report.SignOffRequired, want: "0+2 after 0+2, completed 0, reopened 0"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			rules, _ := template(t)
			rules.SignOff = c.policy
			month := report.Month{Year: 2023, Month: 6}
			var all []*report.Register
			for _, column := range c.months {
				all = append(all, signOffMonth(month, column))
				month = month.Next()
			}
			last := len(all) - 1
			pack, err := report.Build(all[last], all[:last], rules)
			require.NoError(t, err)
			assert.Equal(t, c.want, signOffTold(pack))
		})
	}
}

func signOffTold(pack *report.Pack) string {
	count := func(g *report.Group) string {
		return fmt.Sprintf("%d+%d", g.N(report.FigComplete), g.N(report.AwaitingSignOff))
	}
	text := count(&pack.All)
	if pack.Previous != nil {
		b := pack.Movement.All
		text += fmt.Sprintf(" after %s, completed %d, reopened %d", count(pack.Previous), b.Completed, b.Reopened)
	}
	for _, p := range pack.Problems {
		if p.Code == "sign-off-empty" {
			text += ", noted"
		}
	}
	return text
}

// TestEmptySignOffLeavesTheRegisterAlone holds that a register can be built and taken in by another history after it.
func TestEmptySignOffLeavesTheRegisterAlone(t *testing.T) {
	t.Parallel()
	register := signOffMonth(report.Month{Year: 2023, Month: 9}, "empty")
	pack := build(t, register)
	assert.True(t, register.Has(report.FieldSignOff))
	assert.Equal(t, report.NotAsked, register.Recommendations[0].SignOff)
	assert.Empty(t, register.Problems)
	assert.False(t, pack.Register.Has(report.FieldSignOff), "the pack has no such column")
}

// TestFirstSignOffRestates holds that what was published while the column counted as absent is restated with the first entry.
func TestFirstSignOffRestates(t *testing.T) {
	t.Parallel()
	rules, words := template(t)
	august, september := signOffMonth(report.Month{Year: 2023, Month: 8}, "empty"), signOffMonth(report.Month{Year: 2023, Month: 9}, "filled")
	pack := build(t, august)
	data, err := figuresjson.Write(pack, words)
	require.NoError(t, err)
	published, err := figuresjson.Read(data)
	require.NoError(t, err)
	history := report.NewHistory(rules)
	history.Add(august)
	history.Publish(published)
	pack, err = history.Build(september)
	require.NoError(t, err)
	require.NotNil(t, pack.Restated)
	assert.Equal(t, report.FigComplete, pack.Restated.Figures[0].Figure)
	assert.Equal(t, []string{"1", "2"}, pack.Restated.Figures[0].Left)
}
