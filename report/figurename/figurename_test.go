package figurename_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
	"boardpack/report/figurename"
	"boardpack/report/reporttest"
)

func pack(t *testing.T) *report.Pack {
	t.Helper()
	row := report.Recommendation{Ref: "1", Themes: []string{"data"}, Owner: "Head of Crime", Heading: "Records", Source: "A review"}
	return reporttest.Build(t, reporttest.Register(row, report.Recommendation{Ref: "2", Themes: []string{"training"}, Owner: "Head of People"}), reporttest.Earlier(row))
}

// TestNamesOfFigures: of the whole the figure alone, of a theme with its id, and of any other group with its kind too.
func TestNamesOfFigures(t *testing.T) {
	t.Parallel()
	for want, ref := range map[string]figurename.Ref{
		"overdue":                      {Of: report.OfAll, ID: "all", Figure: report.Overdue},
		"training.overdue":             {Of: report.OfThemes, ID: "training", Figure: report.Overdue},
		"owners.head-of-crime.overdue": {Of: report.OfOwners, ID: "head-of-crime", Figure: report.Overdue},
		"sources.a-review.total":       {Of: report.OfSources, ID: "a-review", Figure: report.Total},
		"movement.completed":           {Of: report.OfAll, ID: "all", Figure: "movement.completed"},
		"training.movement.new":        {Of: report.OfThemes, ID: "training", Figure: "movement.new"},
	} {
		assert.Equal(t, want, ref.Name())
	}
}

// TestEveryFigureHasANameOfItsOwn, and its group is in the pack.
func TestEveryFigureHasANameOfItsOwn(t *testing.T) {
	t.Parallel()
	p := pack(t)
	seen := map[string]bool{}
	for _, ref := range figurename.All(p) {
		assert.False(t, seen[ref.Name()], ref.Name())
		seen[ref.Name()] = true
		require.NotNil(t, figurename.Group(p, ref), ref.Name())
	}
	for _, name := range []string{"total", "percent_complete", "rag", "data.open", "training.rag", "owners.head-of-crime.open", "headings.records.total", "sources.a-review.total",
		"movement.opening", "movement.closing", "data.movement.closing"} {
		assert.True(t, seen[name], "%s is not listed", name)
	}
	assert.False(t, seen["owners.head-of-crime.movement.opening"], "movement is of the whole and of themes")
	assert.Nil(t, figurename.Group(p, figurename.Ref{Of: report.OfThemes, ID: "nothing", Figure: report.Open}))
}

// TestWithoutAnEarlierMonthThereIsNoMovement to name.
func TestWithoutAnEarlierMonthThereIsNoMovement(t *testing.T) {
	t.Parallel()
	for _, ref := range figurename.All(reporttest.Build(t, reporttest.Register(report.Recommendation{Ref: "1", Themes: []string{"data"}}))) {
		_, step := figurename.Step(ref.Figure)
		assert.False(t, step, ref.Name())
	}
}

// TestStepsOfAMovement are known by how their names begin.
func TestStepsOfAMovement(t *testing.T) {
	t.Parallel()
	id, is := figurename.Step("movement.left_scope")
	assert.True(t, is)
	assert.Equal(t, "left_scope", id)
	_, is = figurename.Step(report.Open)
	assert.False(t, is)
}

// TestNamesThatFollowFromTheTemplate are those of every pack by it: of the whole and of each theme, with a movement.
func TestNamesThatFollowFromTheTemplate(t *testing.T) {
	t.Parallel()
	p := pack(t)
	names := figurename.ThemeNames(p.Rules.Themes)
	for _, ref := range figurename.All(p) {
		if ref.Of == report.OfAll || ref.Of == report.OfThemes && ref.ID != report.ThemeUnmatched {
			assert.Contains(t, names, ref.Name())
		}
	}
	assert.Equal(t, "total", names[0])
	assert.True(t, slices.ContainsFunc(names, func(name string) bool { return strings.HasSuffix(name, ".movement.closing") }))
	assert.NotEmpty(t, figurename.ThemeNames(nil), "the whole has figures where there is no theme")
}

// TestFiguresOfARound: those of all also where nobody was asked, with their kind of groups.
func TestFiguresOfARound(t *testing.T) {
	t.Parallel()
	var names []string
	for _, ref := range figurename.Round(pack(t)) {
		names = append(names, ref.Name())
		kind, is := figurename.InRound(ref)
		assert.True(t, is)
		assert.Equal(t, report.OfAll, kind)
	}
	assert.Len(t, names, len(report.AskedFigures())+1)
	assert.True(t, strings.HasPrefix(names[0], "round."), names[0])
	kind, is := figurename.InRound(figurename.Ref{Of: "round.owners", ID: "head-of-crime", Figure: "asked"})
	assert.True(t, is)
	assert.Equal(t, report.OfOwners, kind)
	_, is = figurename.InRound(figurename.Ref{Of: report.OfOwners})
	assert.False(t, is)
}
