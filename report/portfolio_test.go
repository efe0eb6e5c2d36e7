package report_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
	"boardpack/report/figuresjson"
)

func TestPortfolio(t *testing.T) {
	rules, words := template(t)
	named := func(name string, r *report.Register) *report.Register {
		r.Name, r.File = name, name+".xlsx"
		r.About.Title = report.Text{"en": "Title of " + name}
		return r
	}
	long := "Record every check of the register and say who made it"
	custody := build(t, named("custody", register(rec("1", long), of("Inspection", rec("2", "b")))), named("custody", earlier(rec("1", long))))
	night := build(t, named("night", register(rec("1", long))))
	gone := report.NewHistory(rules)
	gone.Add(named("gone", earlier(rec("1", "c"), rec("2", "d"))))

	portfolio := report.NewPortfolio(rules)
	portfolio.Add(report.PartOf("custody", custody))
	portfolio.Add(report.GonePart("gone", gone))
	portfolio.Add(report.PartOf("night", night))
	pack, err := portfolio.Build(&report.Register{Name: "portfolio", About: report.About{Title: report.Text{"en": "All reviews"}}}, nil)
	require.NoError(t, err)

	assert.Equal(t, []string{"custody 1", "custody 2", "night 1"}, keys(pack), "the master's name before the key")
	var sources []string
	for _, g := range pack.Sources {
		sources = append(sources, g.Name["en"])
	}
	assert.Equal(t, []string{"Title of custody", "Inspection", "Title of night"}, sources, "rows without a source have their master's title")
	assert.Equal(t, report.Bridge{ID: "all", Opening: 3, New: 2, Removed: 2, Closing: 3}, pack.Movement.All)
	assert.Equal(t, "2023-08", pack.PreviousMonth.String())
	assert.Equal(t, []string{"night 1 at recommendation"}, found(pack, "in-two-masters"))
	assert.Equal(t, []string{" at "}, found(pack, "master-gone"))
	assert.Equal(t, "custody.xlsx, night.xlsx", pack.Register.File)
	data, err := figuresjson.Write(pack, words)
	require.NoError(t, err)
	assert.Contains(t, string(data), `"ref": "gone 2"`, "a removed one is named")

	_, err = report.NewPortfolio(rules).Build(&report.Register{}, nil)
	assert.ErrorIs(t, err, report.ErrNoRows)
}

func TestPortfolioKeepsEveryMarking(t *testing.T) {
	rules, _ := template(t)
	portfolio := report.NewPortfolio(rules)
	for _, mark := range []string{"OFFICIAL", "OFFICIAL-SENSITIVE", ""} {
		r := register(rec("1", "text "+mark))
		r.About.Marking = mark
		portfolio.Add(report.PartOf("m"+mark, build(t, r)))
	}
	pack, err := portfolio.Build(&report.Register{Name: "portfolio"}, nil)
	require.NoError(t, err)
	assert.Equal(t, "OFFICIAL-SENSITIVE", pack.Marking())
}
