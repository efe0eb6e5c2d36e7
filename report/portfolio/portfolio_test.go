package portfolio_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
	"boardpack/report/figuresjson"
	"boardpack/report/portfolio"
	"boardpack/report/reporttest"
)

func rec(ref, text string) report.Recommendation {
	return report.Recommendation{Ref: ref, Text: report.Text{"en": text}}
}

// found gives where the problems of a code are.
func found(pack *report.Pack, code string) []string {
	var out []string
	for _, p := range pack.Problems {
		if p.Code == code {
			out = append(out, p.Key+" at "+string(p.Field))
		}
	}
	return out
}

func TestPortfolio(t *testing.T) {
	t.Parallel()
	rules, words := reporttest.Template(t)
	named := func(name string, r *report.Register) *report.Register {
		r.Name, r.File = name, name+".xlsx"
		r.About.Title = report.Text{"en": "Title of " + name}
		return r
	}
	long := "Record every check of the register and say who made it"
	custody := reporttest.Build(t, named("custody", reporttest.Register(rec("1", long), report.Recommendation{Ref: "2", Source: "Inspection", Text: report.Text{"en": "b"}})), named("custody", reporttest.Earlier(rec("1", long))))
	night := reporttest.Build(t, named("night", reporttest.Register(rec("1", long))))
	gone := report.NewHistory(rules)
	gone.Add(named("gone", reporttest.Earlier(rec("1", "c"), rec("2", "d"))))

	all := portfolio.New(rules)
	all.Add(portfolio.PartOf("custody", custody))
	all.Add(portfolio.GonePart("gone", gone))
	all.Add(portfolio.PartOf("night", night))
	pack, err := all.Build(&report.Register{Name: "portfolio", About: report.About{Title: report.Text{"en": "All reviews"}}}, nil)
	require.NoError(t, err)

	var keys []string
	for _, p := range pack.Positions {
		keys = append(keys, p.Key)
	}
	assert.Equal(t, []string{"custody 1", "custody 2", "night 1"}, keys, "the master's name before the key")
	for i := range pack.Positions {
		assert.Same(t, &pack.Register.Recommendations[i], pack.Positions[i].Recommendation, "held once: a portfolio may have tens of thousands")
	}
	var sources []string
	for _, g := range pack.Sources {
		sources = append(sources, g.Name["en"])
	}
	assert.Equal(t, []string{"Title of custody", "Inspection", "Title of night"}, sources, "rows without a source have their master's title")
	assert.Equal(t, report.Bridge{ID: "all", Opening: 3, New: 2, Removed: 2, Closing: 3}, pack.Movement.All)
	assert.Equal(t, "2023-08", pack.PreviousMonth.String())
	require.Len(t, pack.Reviews, 2, "those of this month")
	assert.Equal(t, "night", pack.Reviews[1].ID)
	assert.Equal(t, report.Text{"en": "Title of night"}, pack.Reviews[1].Name)
	assert.Equal(t, []string{"night 1"}, pack.Reviews[1].Keys(report.Total))
	assert.Equal(t, 2, pack.PreviousReviews())
	name := func(of string) report.Text { return report.Text{"en": "Title of " + of} }
	assert.Equal(t, []report.Bridge{{ID: "custody", Name: name("custody"), Opening: 1, New: 1, Closing: 2}, {ID: "night", Name: name("night"), New: 1, Closing: 1},
		{ID: "gone", Name: name("gone"), Opening: 2, Removed: 2}}, pack.Movement.Reviews)
	part, err := pack.Only(report.OfOwners, &pack.Owners[0])
	require.NoError(t, err)
	assert.Empty(t, part.Reviews, "a part is of no portfolio")
	assert.Empty(t, part.Movement.Reviews)
	assert.Equal(t, []string{"night 1 at recommendation"}, found(pack, "in-two-masters"))
	assert.Equal(t, []string{" at "}, found(pack, "master-gone"))
	assert.Equal(t, "custody.xlsx, night.xlsx", pack.Register.File)
	data, err := figuresjson.Write(pack, words)
	require.NoError(t, err)
	assert.Contains(t, string(data), `"ref": "gone 2"`, "a removed one is named")
	assert.Contains(t, string(data), `"previous_reviews": 2`)

	_, err = portfolio.New(rules).Build(&report.Register{}, nil)
	assert.ErrorIs(t, err, report.ErrNoRows)
}

func TestPortfolioKeepsEveryMarking(t *testing.T) {
	t.Parallel()
	rules, _ := reporttest.Template(t)
	all := portfolio.New(rules)
	for _, mark := range []string{"OFFICIAL", "OFFICIAL-SENSITIVE", ""} {
		r := reporttest.Register(rec("1", "text "+mark))
		r.About.Marking = mark
		all.Add(portfolio.PartOf("m"+mark, reporttest.Build(t, r)))
	}
	pack, err := all.Build(&report.Register{Name: "portfolio"}, nil)
	require.NoError(t, err)
	assert.Equal(t, "OFFICIAL-SENSITIVE", pack.Marking())
}
