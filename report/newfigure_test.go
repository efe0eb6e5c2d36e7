package report_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
	"boardpack/report/reporttest"
)

// TestANewFigureIsExplained: a figure that has an entry in the list and a name in the wording has its rule in words, and explain names
// its rows, what came in and what went out, on registers with any history.
func TestANewFigureIsExplained(t *testing.T) {
	shipped, english := template(t)
	rules := *shipped
	list := reporttest.MadeUps()
	rules.Figures = reporttest.Figures(list)
	w := reporttest.Named{Words: english, Figures: list}
	for seed := range 20 {
		months := randomHistory(seed)
		pack, err := report.Build(months[1], months[:1], &rules)
		require.NoError(t, err)
		for _, f := range list {
			ref, err := pack.ParseFigure(string(f.Rule.Name))
			require.NoError(t, err)
			e, err := pack.Explain(w, ref)
			require.NoError(t, err)
			assert.True(t, strings.HasPrefix(e.Rule, f.Words), e.Rule) // a note follows where not every row records sign-off
			assert.Equal(t, f.Name, e.Label)
			var counted, explained []string
			for i := range pack.Positions {
				if f.Counts(reporttest.State(&pack.Positions[i], pack)) {
					counted = append(counted, pack.Positions[i].Key)
				}
			}
			for _, row := range e.Rows {
				explained = append(explained, row.Key)
			}
			assert.Equal(t, counted, explained, f.Rule.Name)
			assert.Equal(t, *e.Value.N, *e.Previous.N+len(e.CameIn)-len(e.WentOut), f.Rule.Name)
			for _, crossing := range slices.Concat(e.CameIn, e.WentOut) {
				assert.NotContains(t, crossing.Why, "«", f.Rule.Name)
			}
		}
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
}

// TestAPlanCountsAsItsRule: how a recommendation stands and what its cells hold, which filters and formulas ask for, comes to what the
// rule itself counts, for every figure of registers with any history.
func TestAPlanCountsAsItsRule(t *testing.T) {
	shipped, _ := template(t)
	rules := *shipped
	rules.Figures = reporttest.Figures(reporttest.MadeUps())
	for _, basis := range []report.DueBasis{report.ByDue, report.ByOriginalDue} {
		rules.OverdueBy = basis
		for seed := range 50 {
			months := randomHistory(seed)
			pack, err := report.Build(months[1], months[:1], &rules)
			require.NoError(t, err)
			for i := range pack.Positions {
				for _, rule := range pack.Figures() {
					assert.Equal(t, pack.Positions[i].In(rule.Name), planned(pack.Plan(rule.Name), &pack.Positions[i]), "%s of row %d, seed %d", rule.Name, i, seed)
				}
			}
		}
	}
}

func planned(plan *report.Plan, p *report.Position) bool {
	return plan.Stands(p.Standing) && !slices.ContainsFunc(plan.Asks, func(a report.Ask) bool { return !p.Meets(&a.Condition) })
}
