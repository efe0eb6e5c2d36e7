package templates

import (
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
)

// figures are counts by name; those left out are 0.
type figures map[report.Figure]int

// rated gives the rating of the first rule that holds, as package report does.
func rated(t *testing.T, rules []report.RatingRule, f figures) report.Rating {
	t.Helper()
	for _, rule := range rules {
		holds, err := rule.Holds(func(name report.Figure) int { return f[name] })
		require.NoError(t, err)
		if holds {
			return rule.Rating
		}
	}
	return report.NotRated
}

// The shipped rules are those of docs/design.md, "Ratings".
func TestRatingsOfARecommendation(t *testing.T) {
	t.Parallel()
	rules := shippedTemplate(t).Rules.PositionRatings
	is := func(names ...report.Figure) figures {
		f := figures{report.Total: 1}
		for _, n := range names {
			f[n] = 1
		}
		return f
	}
	const scope, open, out = report.InScope, report.Open, report.Outstanding
	for _, c := range []struct {
		name string
		figures
		want report.Rating
	}{
		{"complete", is(scope, report.FigComplete), report.Blue},
		{"complete, having slipped", is(scope, report.FigComplete, report.Slipped), report.Blue},
		{"overdue", is(scope, open, out, report.Overdue), report.Red},
		{"overdue and slipped", is(scope, open, out, report.Overdue, report.Slipped), report.Red},
		{"due soon", is(scope, open, out, report.DueSoon), report.Amber},
		{"no date", is(scope, open, out, report.NoDate), report.Amber},
		{"slipped", is(scope, open, out, report.Slipped), report.Amber},
		{"open, none of these", is(scope, open, out, report.FigInProgress), report.Green},
		{"awaiting sign-off", is(scope, out, report.AwaitingSignOff), report.Green},
		{"status not recognised", is(scope, open, out, report.FigUnrecognised), report.Green},
		{"no response", is(scope, open, out, report.NoResponse), report.Green},
		{"not accepted", is(report.FigNotAccepted), report.NotRated},
		{"withdrawn", is(report.FigWithdrawn), report.NotRated},
		{"superseded", is(report.FigSuperseded), report.NotRated},
		{"for another body", is(report.FigExternal), report.NotRated},
	} {
		assert.Equal(t, c.want, rated(t, rules, c.figures), c.name)
	}
}

func TestRatingsOfAGroup(t *testing.T) {
	t.Parallel()
	rules := shippedTemplate(t).Rules.GroupRatings
	for _, c := range []struct {
		name                                           string
		inScope, outstanding, overdue, dueSoon, noDate int
		want                                           report.Rating
	}{
		{"nothing in scope", 0, 0, 0, 0, 0, report.NotRated},
		{"all complete", 5, 0, 0, 0, 0, report.Blue},
		{"one left", 5, 1, 0, 0, 0, report.Green},
		{"the one left is overdue", 5, 1, 1, 0, 0, report.Red},
		{"1 of 4 overdue: a quarter", 9, 4, 1, 0, 0, report.Red},
		{"1 of 5 overdue: less than a quarter", 9, 5, 1, 0, 0, report.Amber},
		{"2 of 8 overdue: a quarter", 9, 8, 2, 0, 0, report.Red},
		{"2 of 9 overdue: less than a quarter", 9, 9, 2, 0, 0, report.Amber},
		{"25 of 100 overdue", 200, 100, 25, 0, 0, report.Red},
		{"24 of 100 overdue", 200, 100, 24, 0, 0, report.Amber},
		{"1 of 4 due soon: a quarter", 9, 4, 0, 1, 0, report.Amber},
		{"1 of 5 due soon: less than a quarter", 9, 5, 0, 1, 0, report.Green},
		{"1 of 4 without a date: a quarter", 9, 4, 0, 0, 1, report.Amber},
		{"1 of 5 without a date: less than a quarter", 9, 5, 0, 0, 1, report.Green},
		{"1 due soon and 1 without a date, of 8", 9, 8, 0, 1, 1, report.Amber},
		{"1 due soon and 1 without a date, of 9", 9, 9, 0, 1, 1, report.Green},
		{"all due soon", 4, 4, 0, 4, 0, report.Amber},
	} {
		assert.Equal(t, c.want, rated(t, rules, figures{report.Total: c.inScope, report.InScope: c.inScope, report.Outstanding: c.outstanding,
			report.Overdue: c.overdue, report.DueSoon: c.dueSoon, report.NoDate: c.noDate, report.FigComplete: c.inScope - c.outstanding}), c.name)
	}
}

func TestEveryFigureCanBeUsedInARule(t *testing.T) {
	t.Parallel()
	for _, f := range report.Figures() {
		for _, forGroup := range []bool{false, true} {
			when := string(f.Name)
			if forGroup {
				when += " > 0"
			}
			h, err := compileRule(when, forGroup, nil)
			require.NoError(t, err, when)
			for _, n := range []int{0, 1} {
				got, err := h(func(name report.Figure) int {
					assert.Equal(t, f.Name, name, "only the figures of the rule are asked for")
					return n
				})
				require.NoError(t, err)
				assert.Equal(t, n > 0, got, when)
			}
		}
	}
}

func TestRulesMayBeUsedByManyAtOnce(t *testing.T) {
	t.Parallel()
	h, err := compileRule("overdue * 4 >= outstanding", true, nil)
	require.NoError(t, err)
	var wg sync.WaitGroup
	for overdue := range 8 {
		wg.Go(func() {
			for outstanding := range 200 {
				got, err := h(func(f report.Figure) int {
					if f == report.Overdue {
						return overdue
					}
					return outstanding
				})
				if err != nil || got != (overdue*4 >= outstanding) {
					t.Errorf("%d of %d: %t, %v", overdue, outstanding, got, err)
				}
			}
		})
	}
	wg.Wait()
}

func TestARuleThatFailsLater(t *testing.T) {
	t.Parallel()
	h, err := compileRule("overdue > 0 and overdue % complete > 0", true, nil)
	require.NoError(t, err)
	_, err = h(func(f report.Figure) int {
		if f == report.Overdue {
			return 1
		}
		return 0
	})
	assert.ErrorContains(t, err, "integer divide by zero")
	got, err := h(func(report.Figure) int { return 0 })
	assert.NoError(t, err, "a rule can be used again after it failed")
	assert.False(t, got)
}
