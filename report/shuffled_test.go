package report_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"pgregory.net/rapid"

	"boardpack/report"
	"boardpack/report/reporttest"
)

// drawAlike makes a register as people keep them at their worst: a third of the refs blank, a third repeated, and texts that repeat.
func drawAlike(t *rapid.T, month report.Month) *report.Register {
	r := &report.Register{Name: "random", File: "random.xlsx", Sheet: "Recommendations", Month: month, AsAt: month.LastDay(),
		Columns: report.Fields()}
	for i := range rapid.IntRange(1, 40).Draw(t, "rows") {
		row := reporttest.DrawRow(t, r, i)
		row.Ref = rapid.SampledFrom([]string{"", "7", fmt.Sprint(100 + i)}).Draw(t, "ref")
		row.Text = report.Text{"en": rapid.SampledFrom([]string{"", "As above", "See 7", fmt.Sprint("text ", i)}).Draw(t, "text")}
		row.Response = report.Text{"en": rapid.SampledFrom([]string{"", "Agreed", "As above"}).Draw(t, "response")}
		row.Themes = rapid.SampledFrom([][]string{{"data"}, {"victims"}}).Draw(t, "theme")
		row.ThemeAsTyped, row.Heading = row.Themes[0], "Part "+row.Themes[0]
		r.Recommendations = append(r.Recommendations, row)
	}
	return r
}

// shuffled is the register of the next month, in which nothing happened but that the rows were sorted in another way.
func shuffled(t *rapid.T, before *report.Register) *report.Register {
	now := *before
	now.Month = before.Month.Next()
	now.Recommendations = rapid.Permutation(before.Recommendations).Draw(t, "order")
	for i := range now.Recommendations {
		now.Recommendations[i].Row = i + 2
	}
	return &now
}

// asRead is the register with the rows of one recommendation put together, as reading a master does.
func asRead(month *report.Register, how report.SameRef) *report.Register {
	out := *month
	out.Recommendations = report.JoinActions(slices.Clone(month.Recommendations), how)
	return &out
}

// keysByRow gives the keys of all rows that hold the same, sorted: which of two rows without any difference has which key, nobody
// can tell.
func keysByRow(pack *report.Pack) map[string][]string {
	out := map[string][]string{}
	for i := range pack.Positions {
		for line := range pack.Positions[i].Recommendation.Lines() {
			r := *line
			r.Row, r.Cells = 0, report.Cells{}
			row := fmt.Sprintf("%+v", r)
			out[row] = append(out[row], pack.Positions[i].Key)
		}
	}
	return out
}

// TestSortingIsNoChange: a register that was only sorted in another way has no change of any kind, and every row keeps its key,
// through as many months as it is done.
func TestSortingIsNoChange(t *testing.T) {
	t.Parallel()
	rules, _ := template(t)
	property := func(rt *rapid.T) {
		month := drawAlike(rt, report.Month{Year: 2023, Month: 7})
		how := rapid.SampledFrom([]report.SameRef{report.SameRefActions, report.SameRefSeparate}).Draw(rt, "sameRef")
		history := report.NewHistory(rules)
		first, err := history.Build(asRead(month, how))
		if err != nil {
			rt.Fatal(err)
		}
		keys := keysByRow(first)
		for range rapid.IntRange(1, 3).Draw(rt, "months") {
			history.Add(asRead(month, how))
			month = shuffled(rt, month)
			month.AsAt = first.AsAt // time passes for no date
			pack, err := history.Build(asRead(month, how))
			if err != nil {
				rt.Fatal(err)
			}
			assert.Empty(rt, changesOf(pack))
			for row, of := range keysByRow(pack) {
				assert.ElementsMatch(rt, keys[row], of)
			}
		}
	}
	for range 2 { // as many registers each as -rapid.checks says
		rapid.Check(t, property)
	}
}
