package report_test

import (
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
	"boardpack/report/dates"
	"boardpack/report/reporttest"
)

// TestAPlanCountsAsItsRule: how a recommendation stands and what its cells hold, which filters and formulas ask for, comes to what the
// rule itself counts, for every figure of registers with any history.
func TestAPlanCountsAsItsRule(t *testing.T) {
	t.Parallel()
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

// TestANewFigureChangesForAReason: of a made-up figure too the pack says why a recommendation came into it or left it.
func TestANewFigureChangesForAReason(t *testing.T) {
	t.Parallel()
	late := dates.NewDate(2023, time.August, 1)
	cases := []struct {
		name    string
		was, is report.Recommendation
		figure  report.Figure
		want    report.ReasonKind
	}{
		{"another cell", report.Recommendation{Owner: "A"}, report.Recommendation{}, "made_up_unowned", report.ReasonOther},
		{"a date given", report.Recommendation{Owner: "A"}, report.Recommendation{Owner: "A", Due: late.AddDays(300)}, "made_up_with_date", report.ReasonDated},
		{"a date moved, of one of several figures", report.Recommendation{Due: late}, report.Recommendation{Due: late.AddDays(300)}, "made_up_needs_attention", report.ReasonLater},
		{"a date that came near", report.Recommendation{Due: late.AddDays(120)}, report.Recommendation{Due: late.AddDays(120)}, "made_up_due_then", report.ReasonNear},
		{"completed", report.Recommendation{Due: late}, report.Recommendation{Due: late, State: report.Complete, SignOff: report.Agreed}, "made_up_needs_attention", report.ReasonStanding},
	}
	shipped, _ := template(t)
	rules := *shipped
	rules.Figures = reporttest.Figures(reporttest.MadeUps())
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			c.was.Ref, c.is.Ref = "1", "1"
			pack, err := report.Build(register(c.is), []*report.Register{earlier(c.was)}, &rules)
			require.NoError(t, err)
			kinds := map[report.Figure][]report.ReasonKind{}
			for _, change := range pack.FigureChanges {
				for _, r := range change.Reasons {
					kinds[change.Figure] = append(kinds[change.Figure], r.Kind)
				}
			}
			assert.Equal(t, []report.ReasonKind{c.want}, kinds[c.figure])
		})
	}
}
