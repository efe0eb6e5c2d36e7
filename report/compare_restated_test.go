package report_test

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
	"boardpack/report/content"
	"boardpack/report/figuresjson"
	"boardpack/report/proof"
	"boardpack/report/reporttest"
)

// buildPublished makes the pack of a month and the one before, of which something was published; nil for nothing.
func buildPublished(t *testing.T, now, before *report.Register, published *report.Published) *report.Pack {
	t.Helper()
	rules, _ := template(t)
	history := report.NewHistory(rules)
	history.Add(before)
	history.Publish(published)
	pack, err := history.Build(now)
	require.NoError(t, err)
	return pack
}

// TestRestated compares what was published of August with what its corrected master says.
func TestRestated(t *testing.T) {
	t.Parallel()
	_, words := template(t)
	open := report.Recommendation{Ref: "1", Themes: []string{"data"}}
	closed := open
	closed.State, closed.SignOff = report.Complete, report.Agreed
	published := func(rows ...report.Recommendation) *report.Published {
		data, err := figuresjson.Write(build(t, earlier(rows...)), words)
		require.NoError(t, err)
		read, err := figuresjson.Read(data)
		require.NoError(t, err)
		return read
	}
	with := func(was *report.Published) *report.Pack {
		return buildPublished(t, register(closed), earlier(closed), was)
	}
	pack := with(published(open))
	require.NotNil(t, pack.Restated)
	var rows []string
	for _, f := range pack.Restated.Figures {
		if f.ID == "all" {
			rows = append(rows, string(f.Figure))
		}
	}
	assert.Equal(t, []string{"complete", "in_progress", "open", "outstanding", "no_date"}, rows)
	assert.Equal(t, report.RestatedFigure{RestatedOf: report.RestatedOf{ID: "all"}, Figure: report.FigComplete, Now: 1, Joined: []string{"1"}, Left: nil}, pack.Restated.Figures[0])
	none, all := 0, 100
	assert.Equal(t, report.RestatedPercent{RestatedOf: report.RestatedOf{ID: "all"}, Published: &none, Now: &all}, pack.Restated.Percents[0])
	assert.Equal(t, report.RestatedRating{RestatedOf: report.RestatedOf{ID: "all"}, Published: report.Amber, Now: report.Blue}, pack.Restated.Ratings[0])
	assert.Contains(t, reporttest.FrontOf(pack, words).Lead, "Figures published for August have been restated: they differ from what the source spreadsheet of that month says now.")
	assert.Equal(t, "restated", pack.Problems[0].Code)
	assert.Len(t, content.Of(pack, words, nil).Table("restated").Rows, 14, "the whole and one theme: five figures, the percentage and the rating")

	assert.Nil(t, with(published(closed)).Restated, "nothing differs")
	assert.Nil(t, with(nil).Restated, "nothing was published")
	july := published(open)
	july.Month = "2023-07"
	assert.Nil(t, with(july).Restated, "of another month")

	for _, bad := range []string{"", "[]", `{"schema":"boardpack.figures/9"}`, `{"schema":"boardpack.figures/1","all":{"total":"x"}}`} {
		_, err := figuresjson.Read([]byte(bad))
		assert.Error(t, err, bad)
	}
}

// TestAFigureThatWasNotPublishedIsNotComparedWith: a file of an earlier version, or of a template with fewer themes, lacks figures.
// That is not "zero", and nothing is restated for it.
func TestAFigureThatWasNotPublishedIsNotComparedWith(t *testing.T) {
	t.Parallel()
	_, words := template(t)
	row := report.Recommendation{Ref: "1", Themes: []string{"data"}}
	file := func(t *testing.T, change func(figures map[string]any)) *report.Published {
		data, err := figuresjson.Write(build(t, earlier(row)), words)
		require.NoError(t, err)
		var figures map[string]any
		require.NoError(t, json.Unmarshal(data, &figures))
		change(figures)
		data, err = json.Marshal(figures)
		require.NoError(t, err)
		published, err := figuresjson.Read(data)
		require.NoError(t, err)
		return published
	}
	groups := func(figures map[string]any) []any { return append(figures["themes"].([]any), figures["all"]) }
	restated := func(was *report.Published, rows ...report.Recommendation) *report.Restated {
		return buildPublished(t, register(row), earlier(rows...), was).Restated
	}
	for _, f := range report.Figures() {
		without := file(t, func(figures map[string]any) {
			for _, g := range groups(figures) {
				delete(g.(map[string]any), string(f.Name))
				delete(g.(map[string]any)["refs"].(map[string]any), string(f.Name))
			}
		})
		assert.Nil(t, restated(without, row), f.Name)
	}
	assert.Nil(t, restated(file(t, func(figures map[string]any) {
		for _, g := range groups(figures) {
			delete(g.(map[string]any), "refs")
		}
	}), row), "numbers without the rows behind them")
	noThemes := file(t, func(figures map[string]any) { figures["themes"] = []any{} })
	assert.Nil(t, restated(noThemes, row), "a theme that is younger than the file")
	unmatched := row
	unmatched.Themes = nil
	found := restated(noThemes, unmatched)
	require.NotNil(t, found, "where no row was unmatched, none was listed: that is zero")
	assert.Equal(t, report.ThemeUnmatched, found.Figures[0].ID)
	more := file(t, func(figures map[string]any) {
		figures["later"] = 1
		for _, g := range groups(figures) {
			g.(map[string]any)["later_figure"] = 3
		}
	})
	assert.Nil(t, restated(more, row), "a file of a later version")
}

// TestWhyFiguresWereRestated: what differs though the master is the same comes from a new rule or version, and is named as such.
func TestWhyFiguresWereRestated(t *testing.T) {
	t.Parallel()
	rules, words := template(t)
	row := report.Recommendation{Ref: "1", Due: day(2023, time.October, 20)}
	done := report.Recommendation{Ref: "1", State: report.Complete, SignOff: report.Agreed}
	publish := func(rules *report.Rules, since report.Restating, row report.Recommendation) *report.Published {
		pack, err := report.Build(earlier(row), nil, rules)
		require.NoError(t, err)
		data, err := figuresjson.Write(pack, words)
		require.NoError(t, err)
		published, err := figuresjson.Read(data)
		require.NoError(t, err)
		published.Since = since
		return published
	}
	otherSoon, otherRating := *rules, *rules
	otherSoon.DueSoonDays = 7
	otherRating.GroupRatings = []report.RatingRule{{Rating: report.Blue, Holds: func(func(report.Figure) int) (bool, error) { return true, nil }}}
	cases := []struct {
		name      string
		published *report.Published
		figures   []string // of the whole, with their causes
		says      string
	}{
		{"another number of days", publish(&otherSoon, "", row), []string{"due_soon: rules", "due_later: rules", "rag: rules"},
			"the rules of the template, or the settings in the spreadsheet, have changed"},
		{"another rule of ratings", publish(&otherRating, "", row), []string{"rag: rules or version"},
			"the rules of the template, or the version of boardpack, have changed"},
		{"the same, where the manifest says that the template changed", publish(&otherRating, report.ByRules, row), []string{"rag: rules"},
			"the rules of the template, or the settings in the spreadsheet, have changed"},
		{"another version", publish(&otherRating, report.ByVersion, row), []string{"rag: version"},
			"a new version of boardpack counts or rates in another way"},
		{"another master", publish(rules, report.ByMaster, done), []string{"complete: master", "in_progress: master", "open: master", "outstanding: master",
			"dated: master", "due_soon: master", "percent_complete: master", "rag: master"}, "the source spreadsheet of that month has changed"},
		{"another master, and a rating that does not follow from it", publish(&otherRating, report.ByMaster, row), []string{"rag: rules or version"},
			"the rules of the template, or the version of boardpack, have changed"},
	}
	for _, c := range cases {
		pack := buildPublished(t, register(row), earlier(row), c.published)
		require.NotNil(t, pack.Restated, c.name)
		var got []string
		for _, f := range pack.Restated.Figures {
			if f.ID == "all" {
				got = append(got, string(f.Figure)+": "+string(f.Cause))
			}
		}
		for _, p := range pack.Restated.Percents {
			if p.ID == "all" {
				got = append(got, "percent_complete: "+string(p.Cause))
			}
		}
		for _, r := range pack.Restated.Ratings {
			if r.ID == "all" {
				got = append(got, "rag: "+string(r.Cause))
			}
		}
		assert.Equal(t, c.figures, got, c.name)
		assert.Contains(t, reporttest.FrontOf(pack, words).Lead, "Figures published for August have been restated: "+c.says+".", c.name)
		figures, err := figuresjson.Write(pack, words)
		require.NoError(t, err)
		assert.NoError(t, proof.Check{Figures: proof.NewFigures(figures), Words: words}.Document(content.Of(pack, words, nil)), c.name)
	}
}
