package report_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"pgregory.net/rapid"

	"boardpack/report"
)

// drawRegister makes any register: repeated and missing refs, themes known and unknown, every state and scope.
func drawRegister(t *rapid.T, month report.Month) *report.Register {
	r := &report.Register{Name: "random", File: "random.xlsx", Sheet: "Recommendations", Month: month, AsAt: month.LastDay(),
		Columns: report.Fields()}
	n := rapid.IntRange(1, 25).Draw(t, "rows")
	for i := range n {
		r.Recommendations = append(r.Recommendations, drawRow(t, r, i))
	}
	return r
}

func drawRow(t *rapid.T, r *report.Register, i int) report.Recommendation {
	themes := rapid.SampledFrom([][]string{nil, {"data"}, {"victims"}, {"training", "data"}, {"resourcing"}}).Draw(t, "themes")
	row := report.Recommendation{
		Ref:     rapid.SampledFrom([]string{"", "1", "2", "3", "11", "11a", "PR1"}).Draw(t, "ref"),
		Source:  rapid.SampledFrom([]string{"", "A", "B"}).Draw(t, "source"),
		Heading: rapid.SampledFrom([]string{"", "Data", "data ", "Other"}).Draw(t, "heading"),
		Owner:   rapid.SampledFrom([]string{"", "Head of X", "Head of Y"}).Draw(t, "owner"),
		Text:    report.Text{"en": fmt.Sprint("text ", rapid.IntRange(0, 6).Draw(t, "text"))},
		Themes:  themes,
		State:   rapid.SampledFrom(report.States()).Draw(t, "state"),
		Scope:   rapid.SampledFrom(report.Scopes()).Draw(t, "scope"),
		Row:     i + 2,
	}
	row.SignOff = rapid.SampledFrom(append(report.SignOffs(), report.NoSignOff)).Draw(t, "signOff")
	drawDate := func(label string) report.Date {
		if rapid.Bool().Draw(t, label+"?") {
			return report.Date{}
		}
		return r.AsAt.AddDays(rapid.IntRange(-120, 120).Draw(t, label))
	}
	row.Due, row.OriginalDue, row.Completed = drawDate("due"), drawDate("original"), drawDate("completed")
	row.DueAsWritten = rapid.SampledFrom([]string{"", "Autumn 2023", "six-monthly", "nonsense"}).Draw(t, "written")
	return row
}

func drawHistory(t *rapid.T) []*report.Register {
	var months []*report.Register
	month := report.Month{Year: 2023, Month: 1}
	for range rapid.IntRange(1, 4).Draw(t, "months") {
		months = append(months, drawRegister(t, month))
		month = month.Next()
	}
	return months
}

// TestIdentities holds DESIGN.md's identities for every group of any history.
func TestIdentities(t *testing.T) {
	rules, words := template(t)
	rapid.Check(t, func(rt *rapid.T) {
		months := drawHistory(rt)
		last := months[len(months)-1]
		pack, err := report.Build(last, months[:len(months)-1], rules)
		if err != nil {
			rt.Fatal(err)
		}
		checkGroup(rt, &pack.All)
		for _, kind := range []report.GroupKind{report.OfThemes, report.OfHeadings, report.OfSources, report.OfOwners} {
			checkAddsUp(rt, pack, kind)
		}
		checkKeysUnique(rt, pack, len(last.Recommendations))
		checkMovement(rt, pack)
		if _, err := pack.FiguresJSON(words); err != nil {
			rt.Fatal(err)
		}
	})
}

func checkGroup(t assert.TestingT, g *report.Group) {
	n := g.N
	assert.Equal(t, n(report.Total), n(report.InScope)+n(report.FigNotAccepted)+n(report.FigWithdrawn)+n(report.FigSuperseded)+n(report.FigExternal), "total of %s", g.ID)
	assert.Equal(t, n(report.InScope), n(report.FigComplete)+n(report.AwaitingSignOff)+n(report.FigInProgress)+n(report.FigNotStarted)+n(report.FigUnrecognised), "in scope of %s", g.ID)
	assert.Equal(t, n(report.Open), n(report.FigInProgress)+n(report.FigNotStarted)+n(report.FigUnrecognised), "open of %s", g.ID)
	assert.Equal(t, n(report.Outstanding), n(report.Open)+n(report.AwaitingSignOff), "outstanding of %s", g.ID)
	assert.Equal(t, n(report.Outstanding), n(report.InScope)-n(report.FigComplete), "outstanding of %s", g.ID)
	assert.LessOrEqual(t, n(report.Overdue)+n(report.DueSoon)+n(report.NoDate), n(report.Open), "dates of %s", g.ID)
	assert.Equal(t, n(report.InScope) == 0, g.Percent == nil, "percent of %s", g.ID)
	unrated := g.Rating == report.NotRated
	if n(report.InScope) == 0 {
		assert.True(t, unrated, "rating of %s", g.ID)
	} else if unrated {
		assert.Greater(t, 10*n(report.FigUnrecognised), n(report.InScope), "rating of %s", g.ID)
	}
}

func checkAddsUp(t assert.TestingT, pack *report.Pack, kind report.GroupKind) {
	sums := map[report.Figure]int{}
	for _, g := range pack.Groups(kind) {
		checkGroup(t, &g)
		for _, f := range report.Figures() {
			sums[f.Name] += g.N(f.Name)
		}
	}
	for _, f := range report.Figures() {
		assert.Equal(t, pack.All.N(f.Name), sums[f.Name], "%s over %s", f.Name, kind)
	}
}

func checkKeysUnique(t assert.TestingT, pack *report.Pack, rows int) {
	seen := map[string]bool{}
	for i := range pack.Positions {
		key := pack.Positions[i].Key
		assert.NotEmpty(t, key)
		assert.False(t, seen[key], "key %s twice", key)
		seen[key] = true
		assert.Same(t, &pack.Positions[i], pack.Position(key))
	}
	assert.Len(t, seen, rows, "no row is ever dropped")
}

func checkMovement(t assert.TestingT, pack *report.Pack) {
	if pack.Movement == nil {
		return
	}
	all := pack.Movement.All
	assert.True(t, all.Closes(), "the whole")
	assert.Equal(t, pack.Previous.N(report.Outstanding), all.Opening)
	assert.Equal(t, pack.All.N(report.Outstanding), all.Closing)
	var sum report.Bridge
	effects := 0
	for _, b := range pack.Movement.Themes {
		assert.True(t, b.Closes(), b.ID)
		sum.Opening += b.Opening
		sum.Closing += b.Closing
		sum.New += b.New
		sum.Completed += b.Completed
		sum.MovedIn += b.MovedIn - b.MovedOut
	}
	for _, c := range pack.Movement.Changes {
		effects += c.Effect
	}
	assert.Equal(t, all.Opening, sum.Opening)
	assert.Equal(t, all.Closing, sum.Closing)
	assert.Equal(t, all.New, sum.New)
	assert.Equal(t, all.Completed, sum.Completed)
	assert.Zero(t, sum.MovedIn, "moved in and moved out cancel out")
	assert.Equal(t, all.Closing-all.Opening, effects, "the changes named explain the whole movement")
}
