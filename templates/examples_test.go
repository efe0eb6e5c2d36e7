package templates

import (
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
)

func example(t *testing.T, name string) *Template {
	t.Helper()
	e, err := ExampleByName(name)
	require.NoError(t, err)
	tpl, err := LoadFS(fstest.MapFS{packName: {Data: e.Pack}})
	require.NoError(t, err)
	return tpl
}

func TestExamples(t *testing.T) {
	t.Parallel()
	all, err := Examples()
	require.NoError(t, err)
	var names []string
	for _, e := range all {
		names = append(names, e.Name)
		assert.NotEmpty(t, e.About, e.Name)
		example(t, e.Name)
	}
	assert.Equal(t, []string{"audit-committee", "by-date", "by-percent-complete", "by-share-overdue", "police"}, names)
	_, err = ExampleByName("by-percent")
	assert.EqualError(t, err, `there is no example "by-percent": known here: audit-committee, by-date, by-percent-complete, by-share-overdue and police`)
	assert.Equal(t, shippedTemplate(t).Vocabulary, example(t, "police").Vocabulary)
}

// when lists the rules as they are written.
func when(rules []report.RatingRule) [][2]string {
	var out [][2]string
	for _, r := range rules {
		out = append(out, [2]string{string(r.Rating), r.When})
	}
	return out
}

func TestRatingsByDateAreTheShippedOnes(t *testing.T) {
	t.Parallel()
	shipped, byDate := shippedTemplate(t).Rules, example(t, "by-date").Rules
	assert.Equal(t, when(shipped.PositionRatings), when(byDate.PositionRatings))
	assert.Equal(t, when(shipped.GroupRatings), when(byDate.GroupRatings))
}

func TestRatingsByShareOverdue(t *testing.T) {
	t.Parallel()
	rules := example(t, "by-share-overdue").Rules
	for _, c := range []struct {
		name                   string
		open, overdue, waiting int
		want                   report.Rating
	}{
		{"all complete", 0, 0, 0, report.Blue},
		{"the rest awaits sign-off", 0, 0, 2, report.Green},
		{"none overdue", 10, 0, 0, report.Green},
		{"1 of 6: under a fifth", 6, 1, 0, report.Amber},
		{"1 of 5: a fifth", 5, 1, 0, report.Red},
		{"19 of 100", 100, 19, 0, report.Amber},
		{"20 of 100", 100, 20, 0, report.Red},
		{"what awaits sign-off is not open", 5, 1, 20, report.Red},
	} {
		f := figures{report.InScope: 200, report.Open: c.open, report.Overdue: c.overdue, report.Outstanding: c.open + c.waiting}
		assert.Equal(t, c.want, rated(t, rules.GroupRatings, f), c.name)
	}
	assert.Equal(t, report.Green, rated(t, rules.PositionRatings, figures{report.InScope: 1, report.DueSoon: 1}))
	assert.Equal(t, report.Red, rated(t, rules.PositionRatings, figures{report.InScope: 1, report.Overdue: 1}))
	assert.Equal(t, report.Blue, rated(t, rules.PositionRatings, figures{report.InScope: 1, report.FigComplete: 1}))
}

func TestRatingsByPercentComplete(t *testing.T) {
	t.Parallel()
	rules := example(t, "by-percent-complete").Rules
	for percent, want := range map[int]report.Rating{0: report.Red, 49: report.Red, 50: report.Amber, 79: report.Amber, 80: report.Green, 99: report.Green, 100: report.Blue} {
		assert.Equal(t, want, rated(t, rules.GroupRatings, figures{report.InScope: 100, report.PercentComplete: percent}), "%d%%", percent)
	}
	for _, c := range []struct {
		figure report.Figure
		want   report.Rating
	}{{report.FigComplete, report.Blue}, {report.AwaitingSignOff, report.Green}, {report.FigInProgress, report.Amber}, {report.FigNotStarted, report.Red}, {report.FigUnrecognised, report.Red}} {
		f := figures{report.InScope: 1, c.figure: 1}
		if c.figure == report.FigInProgress || c.figure == report.FigNotStarted || c.figure == report.FigUnrecognised {
			f[report.Open] = 1
		}
		assert.Equal(t, c.want, rated(t, rules.PositionRatings, f), c.figure)
	}
}

func TestRatingsByPriorityAndDate(t *testing.T) {
	t.Parallel()
	tpl := example(t, "audit-committee")
	assert.Equal(t, []string{"en"}, tpl.Languages)
	assert.Equal(t, []string{"High", "Medium", "Low"}, tpl.Rules.Priorities)
	assert.Equal(t, report.SignOffIgnored, tpl.Rules.SignOff)
	for _, c := range []struct {
		figure   report.Figure
		priority string
		want     report.Rating
	}{
		{report.FigComplete, "High", report.Blue},
		{report.Overdue, "High", report.Red},
		{report.Overdue, "", report.Red},
		{report.Overdue, "Urgent", report.Red},
		{report.Overdue, "Medium", report.Amber},
		{report.Overdue, "Low", report.Green},
		{report.DueSoon, "High", report.Amber},
		{report.NoDate, "", report.Amber},
		{report.Slipped, "High", report.Amber},
		{report.DueSoon, "Medium", report.Green},
		{report.NoDate, "Low", report.Green},
		{report.FigInProgress, "High", report.Green},
	} {
		f := figures{report.InScope: 1, c.figure: 1, report.PriorityTest(c.priority): 1}
		assert.Equal(t, c.want, rated(t, tpl.Rules.PositionRatings, f), "%s, %q", c.figure, c.priority)
	}
	group := func(red, amber, outstanding int) report.Rating {
		return rated(t, tpl.Rules.GroupRatings, figures{report.InScope: 9, report.Outstanding: outstanding, "rated_red": red, "rated_amber": amber})
	}
	assert.Equal(t, report.Blue, group(0, 0, 0))
	assert.Equal(t, report.Red, group(1, 3, 5))
	assert.Equal(t, report.Amber, group(0, 1, 5))
	assert.Equal(t, report.Green, group(0, 0, 5))
}
