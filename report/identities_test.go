package report_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"pgregory.net/rapid"

	"boardpack/report"
	"boardpack/report/figuresjson"
	"boardpack/report/reporttest"
)

// TestIdentities holds the sums of docs/design.md, "Figures", for every group of any history.
func TestIdentities(t *testing.T) {
	t.Parallel()
	rules, words := template(t)
	rapid.Check(t, func(rt *rapid.T) {
		months := reporttest.DrawHistory(rt)
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
		if _, err := figuresjson.Write(pack, words); err != nil {
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
	assert.Equal(t, n(report.Open), n(report.Dated)+n(report.NoDate), "open of %s", g.ID)
	assert.Equal(t, n(report.Dated), n(report.Overdue)+n(report.DueSoon)+n(report.DueLater), "dated of %s", g.ID)
	assert.Equal(t, n(report.InScope) == 0, g.Percent == nil, "percent of %s", g.ID)
	assert.Equal(t, n(report.InScope) == 0, g.Rating == report.NotRated, "rating of %s", g.ID)
	if 10*n(report.FigUnrecognised) > n(report.InScope) {
		assert.Contains(t, []report.Rating{report.NotKnown, report.Red}, g.Rating, "rating of %s", g.ID)
	} else {
		assert.NotEqual(t, report.NotKnown, g.Rating, "rating of %s", g.ID)
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
