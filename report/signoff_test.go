package report_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
	"boardpack/report/content"
	"boardpack/report/explain"
	"boardpack/report/figurename"
	"boardpack/report/portfolio"
	"boardpack/report/reporttest"
)

// done is a complete recommendation with the issuer's position.
func done(ref string, position report.SignOff) report.Recommendation {
	return report.Recommendation{Ref: ref, Status: "Complete", State: report.Complete, SignOff: position, Owner: "Owner of " + ref,
		Cells: report.Cells{}.With(report.FieldRef, "A"+ref).With(report.FieldSignOff, "H"+ref)}
}

// mixed is a portfolio over a register that records sign-off and one that does not.
func mixed(t *testing.T) *report.Pack {
	rules, _ := template(t)
	with := register(done("1", report.Agreed), done("2", report.Asked), done("3", report.NotAsked))
	without := register(done("1", report.NotAsked), done("2", report.NotAsked), rec("3", "still open"))
	for i := range without.Recommendations {
		without.Recommendations[i].SignOff = report.NoSignOff
	}
	all := portfolio.New(rules)
	all.Add(portfolio.PartOf("audit", build(t, with)))
	all.Add(portfolio.PartOf("custody", build(t, without)))
	pack, err := all.Build(&report.Register{Name: "portfolio"}, nil)
	require.NoError(t, err)
	return pack
}

func TestSignOffIsOfEachRowsMaster(t *testing.T) {
	t.Parallel()
	pack := mixed(t)
	assert.Equal(t, []string{"audit 1", "custody 1", "custody 2"}, pack.All.Keys(report.FigComplete))
	assert.Equal(t, []string{"audit 2", "audit 3"}, pack.All.Keys(report.AwaitingSignOff))
	assert.Equal(t, []string{"audit 2", "audit 3", "custody 3"}, pack.All.Keys(report.Outstanding))
	some, every := pack.SignOffRecorded()
	assert.True(t, some)
	assert.False(t, every)
}

// TestWordsSayWhoseSignOffIsRecorded holds the rules, the list of what awaits sign-off, the register and what explain says, in both
// languages: where the masters differ, and where they do not.
func TestWordsSayWhoseSignOffIsRecorded(t *testing.T) {
	t.Parallel()
	loaded := reporttest.Shipped(t)
	for lang, want := range map[string]struct{ note, none string }{
		"en": {"Sign-off is recorded for some recommendations only. Those from a spreadsheet without it (custody) have “No sign-off column” under Sign-off, and count as complete when their owners say so.", "No sign-off column"},
		"cy": {"Dim ond ar gyfer rhai argymhellion y cofnodir cymeradwyaeth. Mae gan y rhai o gofrestr hebddi (custody) “Dim colofn gymeradwyaeth” o dan Cymeradwyaeth, ac maent yn cyfrif fel rhai wedi'u cwblhau pan fydd eu perchnogion yn dweud hynny.", "Dim colofn gymeradwyaeth"},
	} {
		words, err := loaded.Words(lang)
		require.NoError(t, err)
		pack := mixed(t)
		doc := content.Of(pack, words, nil)
		assert.Equal(t, []string{want.note}, plainTexts(doc.Table("sign_off").Notes))
		said := 0
		for _, row := range doc.Table("rules").Rows {
			said += strings.Count(row.Cells[1].Text, want.note)
		}
		asking := slices.DeleteFunc(report.Figures(), func(rule report.FigureRule) bool {
			return !slices.ContainsFunc(rule.Conditions, func(c report.Condition) bool { return c.About == report.AboutSignOff })
		})
		assert.GreaterOrEqual(t, len(asking), 2, "complete and awaiting sign-off ask for it")
		assert.Equal(t, len(asking), said, "the rule of each figure that asks for sign-off says whose is recorded")
		shown := doc.Table("recommendations").Select("key", string(report.FieldSignOff))
		for _, row := range shown.Rows {
			assert.Equal(t, strings.HasPrefix(row.Key, "custody"), row.Cells[1].Text == want.none, row.Key)
		}
		e, err := explain.Of(pack, words, figurename.Ref{Of: report.OfAll, ID: "all", Figure: report.FigComplete})
		require.NoError(t, err)
		assert.Contains(t, e.Rule, want.note)
		for _, row := range e.Rows {
			assert.Equal(t, strings.HasPrefix(row.Key, "audit"), hasCell(row, report.FieldSignOff), row.Key)
		}
		assert.True(t, explain.NewFilters(pack, words).For(figurename.Ref{Of: report.OfAll, ID: "all", Figure: report.AwaitingSignOff}).Exact)

		single := build(t, register(done("1", report.Agreed), done("2", report.Asked)))
		assert.Empty(t, content.Of(single, words, nil).Table("sign_off").Notes)
		for _, row := range content.Of(single, words, nil).Table("rules").Rows {
			assert.NotContains(t, row.Cells[1].Text, want.none)
		}
	}
}

func hasCell(row explain.Row, f report.Field) bool {
	for _, c := range row.Cells {
		if c.Field == f {
			return true
		}
	}
	return false
}

// TestPartsHaveTheSignOffOfTheirRows: what is said of a part is said of its own rows.
func TestPartsHaveTheSignOffOfTheirRows(t *testing.T) {
	t.Parallel()
	pack := mixed(t)
	_, words := template(t)
	for owner, want := range map[string]struct{ some, all bool }{"Owner of 1": {true, false}, "Owner of 3": {true, true}, "": {false, false}} {
		for i := range pack.Owners {
			if pack.Owners[i].Name["en"] != owner {
				continue
			}
			part, err := pack.Only(report.OfOwners, &pack.Owners[i])
			require.NoError(t, err)
			some, all := part.SignOffRecorded()
			assert.Equal(t, want.some, some, owner)
			assert.Equal(t, want.all, all, owner)
			assert.Equal(t, want.some && !want.all, len(content.Of(part, words, nil).Table("sign_off").Notes) > 0, owner)
		}
	}
}
