package report_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
)

// TestPriorityChecks: priorities are looked at only where the template lists them, and only in scope.
func TestPriorityChecks(t *testing.T) {
	t.Parallel()
	rules, _ := template(t)
	listed := *rules
	listed.Priorities = []string{"High", "Low"}
	rows := []report.Recommendation{
		{Ref: "1", Priority: " HIGH "}, {Ref: "2"}, {Ref: "3", Priority: "Urgent"}, {Ref: "4", Priority: "Urgent", State: report.Withdrawn},
		{Ref: "5", State: report.Withdrawn},
	}
	pack, err := report.Build(register(rows...), nil, &listed)
	require.NoError(t, err)
	assert.Equal(t, []string{"2 at priority"}, found(pack, "no-priority"))
	assert.Equal(t, []string{"3 at priority"}, found(pack, "unknown-priority"))

	free := build(t, register(rows...))
	assert.Empty(t, found(free, "no-priority"))
	assert.Empty(t, found(free, "unknown-priority"))
}

// TestRulesMayAskForMoreThanFigures: a rule for a recommendation for its priority, one for a group for the percentage and
// for the ratings in it, this month and last.
func TestRulesMayAskForMoreThanFigures(t *testing.T) {
	t.Parallel()
	rules, _ := template(t)
	own := *rules
	own.PositionRatings = []report.RatingRule{
		{Rating: report.Red, Holds: func(f func(report.Figure) int) (bool, error) { return f(report.PriorityTest("high")) > 0, nil }},
	}
	var asked []int
	own.GroupRatings = []report.RatingRule{{Rating: report.Amber, Holds: func(f func(report.Figure) int) (bool, error) {
		asked = append(asked, f("rated_red"), f("rated_green"), f(report.PercentComplete), f("rated_not_known"))
		return true, nil
	}}}
	rows := func() []report.Recommendation {
		return []report.Recommendation{{Ref: "1", Priority: "High"}, {Ref: "2", Priority: "Low"}, {Ref: "3", Priority: "High", State: report.Complete, SignOff: report.Agreed},
			{Ref: "4", Priority: "High", State: report.Withdrawn}, {Ref: "5", State: report.Unrecognised}, {Ref: "6", Priority: "High", State: report.Unrecognised}}
	}
	pack, err := report.Build(register(rows()...), []*report.Register{earlier(rows()...)}, &own)
	require.NoError(t, err)
	assert.Equal(t, report.Red, pack.Position("1").Rating)
	assert.Equal(t, report.NotRated, pack.Position("2").Rating)
	assert.Equal(t, report.NotRated, pack.Position("4").Rating, "out of scope")
	assert.Equal(t, report.NotKnown, pack.Position("5").Rating)
	assert.Equal(t, report.Red, pack.Position("6").Rating, "red by the rules")
	assert.Equal(t, []int{3, 0, 20, 1}, asked[:4])
	assert.Equal(t, report.NotKnown, pack.Previous.Rating, "two of five are not recognised")
}
