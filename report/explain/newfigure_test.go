package explain_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"boardpack/report"
	"boardpack/report/explain"
	"boardpack/report/reporttest"
)

// TestANewFigureIsExplained: a figure that has an entry in the list and a name in the wording has its rule in words, and explain names
// its rows, what came in and what went out, and the filter that shows them, on registers with any history.
func TestANewFigureIsExplained(t *testing.T) {
	t.Parallel()
	shipped, english := reporttest.Template(t)
	rules, list := *shipped, reporttest.MadeUps()
	rules.Figures = reporttest.Figures(list)
	w := reporttest.Named{Words: english, Figures: list}
	rapid.Check(t, func(rt *rapid.T) {
		months := reporttest.DrawHistory(rt)
		last := len(months) - 1
		pack, err := report.Build(months[last], months[:last], &rules)
		require.NoError(rt, err)
		for _, f := range list {
			ref, err := explain.Parse(pack, string(f.Rule.Name))
			require.NoError(rt, err)
			e, err := explain.Of(pack, w, ref)
			require.NoError(rt, err)
			addsUp(rt, e, ref)
			explainsMadeUp(rt, pack, f, e)
		}
	})
}

func explainsMadeUp(t assert.TestingT, pack *report.Pack, f reporttest.MadeUp, e *explain.Explanation) {
	assert.True(t, strings.HasPrefix(e.Rule, f.Words), e.Rule) // a note follows where not every row records sign-off
	assert.Equal(t, f.Name, e.Label)
	var counted, named []string
	for i := range pack.Positions {
		if p := &pack.Positions[i]; f.Counts(reporttest.State(p, pack)) {
			counted = append(counted, p.Key)
		}
	}
	for _, row := range e.Rows {
		named = append(named, row.Key)
		for _, c := range f.Rule.Conditions {
			if field := report.Field(c.About); slices.Contains(report.Fields(), field) && field != report.FieldSignOff {
				assert.True(t, slices.ContainsFunc(row.Cells, func(c explain.Cell) bool { return c.Field == field }), "%s names the cell of %s", f.Rule.Name, field)
			}
		}
	}
	assert.Equal(t, counted, named, f.Rule.Name)
	assert.True(t, strings.HasPrefix(e.Filter, "On the sheet Recommendations, choose "), e.Filter)
	for _, crossing := range slices.Concat(e.CameIn, e.WentOut) {
		assert.NotContains(t, crossing.Why, "reason.", f.Rule.Name)
	}
}
