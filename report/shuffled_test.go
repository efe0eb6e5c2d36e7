package report_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"pgregory.net/rapid"

	"boardpack/report"
)

// drawAlike makes a register as people keep them at their worst: a third of the refs blank, a third repeated, and texts that repeat.
func drawAlike(t *rapid.T, month report.Month) *report.Register {
	r := &report.Register{Name: "random", File: "random.xlsx", Sheet: "Recommendations", Month: month, AsAt: month.LastDay(),
		Columns: report.Fields()}
	for i := range rapid.IntRange(1, 40).Draw(t, "rows") {
		row := drawRow(t, r, i)
		row.Ref = rapid.SampledFrom([]string{"", "7", fmt.Sprint(100 + i)}).Draw(t, "ref")
		row.Text = report.Text{"en": rapid.SampledFrom([]string{"", "As above", "See 7", fmt.Sprint("text ", i)}).Draw(t, "text")}
		row.Response = report.Text{"en": rapid.SampledFrom([]string{"", "Agreed", "As above"}).Draw(t, "response")}
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

// keysByRow gives the keys of all rows that hold the same, sorted: which of two rows without any difference has which key, nobody
// can tell.
func keysByRow(pack *report.Pack) map[string][]string {
	out := map[string][]string{}
	for i := range pack.Positions {
		r := *pack.Positions[i].Recommendation
		r.Row, r.Cells = 0, nil
		row := fmt.Sprintf("%+v", r)
		out[row] = append(out[row], pack.Positions[i].Key)
	}
	return out
}

// TestSortingIsNoChange: a register that was only sorted in another way has no change of any kind, and every row keeps its key,
// through as many months as it is done.
func TestSortingIsNoChange(t *testing.T) {
	rules, _ := template(t)
	property := func(rt *rapid.T) {
		month := drawAlike(rt, report.Month{Year: 2023, Month: 7})
		history := report.NewHistory(rules)
		first, err := history.Build(month)
		if err != nil {
			rt.Fatal(err)
		}
		keys := keysByRow(first)
		for range rapid.IntRange(1, 3).Draw(rt, "months") {
			history.Add(month)
			month = shuffled(rt, month)
			month.AsAt = first.AsAt // time passes for no date
			pack, err := history.Build(month)
			if err != nil {
				rt.Fatal(err)
			}
			assert.Empty(rt, changesOf(pack))
			for row, of := range keysByRow(pack) {
				assert.ElementsMatch(rt, keys[row], of)
			}
		}
	}
	for range 2 { // a hundred registers each, or as many as -rapid.checks says
		rapid.Check(t, property)
	}
}
