package report_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
	"boardpack/report/reporttest"
)

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
