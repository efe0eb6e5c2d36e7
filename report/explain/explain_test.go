package explain_test

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"boardpack/report"
	"boardpack/report/dates"
	"boardpack/report/explain"
	"boardpack/report/figurename"
	"boardpack/report/reporttest"
)

// explained explains a figure by its name.
func explained(t *testing.T, pack *report.Pack, name string) *explain.Explanation {
	t.Helper()
	_, w := reporttest.Template(t)
	ref, err := explain.Parse(pack, name)
	require.NoError(t, err)
	e, err := explain.Of(pack, w, ref)
	require.NoError(t, err)
	return e
}

// cells gives the cells of a row as "field: content → read".
func cells(row explain.Row) []string {
	var out []string
	for _, c := range row.Cells {
		text := string(c.Field) + ": " + c.Content
		if c.Read != "" {
			text += " → " + c.Read
		}
		out = append(out, text)
	}
	return out
}

func TestExplainNamesTheCellsThatDecided(t *testing.T) {
	t.Parallel()
	late := dates.NewDate(2023, time.September, 1)
	cases := []struct {
		name, figure string
		row          report.Recommendation
		want         []string
	}{
		{"overdue by its date", "overdue", report.Recommendation{Status: "WIP", Due: late, DueAsWritten: "soon"}, []string{"status: WIP → In progress", "scope: Ours", "due: 1 Sep 2023"}},
		{"overdue by words", "overdue", report.Recommendation{Status: "WIP", DueAsWritten: "Summer 2023"},
			[]string{"status: WIP → In progress", "scope: Ours", "due: (empty)", "due_as_written: Summer 2023 → 31 Aug 2023"}},
		{"no date", "no_date", report.Recommendation{DueAsWritten: "six-monthly"},
			[]string{"status: (empty) → In progress", "scope: Ours", "due: (empty)", "due_as_written: six-monthly → no date"}},
		{"slipped", "slipped", report.Recommendation{OriginalDue: late, Due: late.AddDays(1)},
			[]string{"status: (empty) → In progress", "scope: Ours", "due: 2 Sep 2023", "original_due: 1 Sep 2023"}},
		{"awaiting sign-off", "awaiting_sign_off", report.Recommendation{State: report.Complete, Status: "Done", SignOff: report.Asked},
			[]string{"status: Done → Complete", "scope: Ours", "sign_off: Asked"}},
		{"no response", "no_response", report.Recommendation{}, []string{"status: (empty) → In progress", "scope: Ours", "response: (empty)"}},
		{"withdrawn", "withdrawn", report.Recommendation{State: report.Withdrawn, Status: "Dropped"}, []string{"status: Dropped → Withdrawn"}},
		{"external", "external", report.Recommendation{Scope: report.External, Status: "WIP"}, []string{"scope: Another body", "status: WIP → In progress"}},
		{"of a theme", "data.total", report.Recommendation{Themes: []string{"data"}, ThemeAsTyped: "Data and systems"}, []string{"theme: Data and systems → Data"}},
		{"of an owner", "owners.head-of-x.open", report.Recommendation{Owner: "Head of X", Status: "WIP"},
			[]string{"owner: Head of X", "status: WIP → In progress", "scope: Ours"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			c.row.Ref = "1"
			e := explained(t, reporttest.Build(t, reporttest.Register(c.row)), c.figure)
			require.Len(t, e.Rows, 1)
			assert.Equal(t, c.want, cells(e.Rows[0]))
			assert.Equal(t, "1", e.Value.Text)
			assert.Nil(t, e.Previous, "there is no month before")
		})
	}
}

func TestExplainTellsWhoCameInAndWentOut(t *testing.T) {
	t.Parallel()
	row := func(ref string, state report.State, due report.Date) report.Recommendation {
		return report.Recommendation{Ref: ref, Text: report.Text{"en": "What " + ref + " asks of the force"}, State: state, Due: due, SignOff: report.Agreed,
			Cells: report.Cells{}.With(report.FieldRef, "A"+ref).With(report.FieldStatus, "D"+ref)}
	}
	august, september := dates.NewDate(2023, time.August, 15), dates.NewDate(2023, time.September, 15)
	before := reporttest.Earlier(row("1", report.InProgress, august), row("2", report.InProgress, september), row("3", report.InProgress, august),
		row("4", report.InProgress, august), row("6", report.InProgress, august))
	now := reporttest.Register(row("1", report.InProgress, august), row("2", report.InProgress, september), row("3", report.Complete, august),
		row("4", report.InProgress, august.AddDays(90)), row("5", report.NotStarted, august))
	e := explained(t, reporttest.Build(t, now, before), "overdue")
	assert.Equal(t, "3", e.Value.Text)
	assert.Equal(t, "4", e.Previous.Text)
	told := map[string]string{}
	for _, c := range e.CameIn {
		told["+"+c.Key] = c.Why
	}
	for _, c := range e.WentOut {
		told["-"+c.Key] = c.Why
	}
	assert.Equal(t, map[string]string{"+2": "The date passed", "+5": "New in the register", "-3": "Was In progress, is Complete",
		"-4": "The date was moved later", "-6": "No longer in the register"}, told)
	gone := e.WentOut[len(e.WentOut)-1]
	assert.Equal(t, "6", gone.Key)
	assert.Equal(t, "sample.xlsx: Recommendations!D6", gone.Cells[0].Where, "its cell of last month")
}

// TestExplainAddsUp holds, for figures of registers with any history, that last month's number, what came in and what went out
// give this month's.
func TestExplainAddsUp(t *testing.T) {
	t.Parallel()
	rules, w := reporttest.Template(t)
	rapid.Check(t, func(rt *rapid.T) {
		months := reporttest.DrawHistory(rt)
		last := len(months) - 1
		pack, err := report.Build(months[last], months[:last], rules)
		require.NoError(rt, err)
		refs := figurename.All(pack)
		for i := rapid.IntRange(0, 9).Draw(rt, "first"); i < len(refs); i += 10 {
			e, err := explain.Of(pack, w, refs[i])
			require.NoError(rt, err)
			addsUp(rt, e, refs[i])
		}
	})
}

func addsUp(t require.TestingT, e *explain.Explanation, ref figurename.Ref) {
	if e.Value.N == nil || ref.Figure == report.PercentComplete {
		return
	}
	require.Len(t, e.Rows, *e.Value.N, e.Figure)
	if e.Previous != nil {
		require.Equal(t, *e.Value.N, *e.Previous.N+len(e.CameIn)-len(e.WentOut), e.Figure)
	}
}

// TestExplainGivesNoFreeText holds that of responses, notes and reasons nothing is printed: they may describe a victim.
func TestExplainGivesNoFreeText(t *testing.T) {
	t.Parallel()
	secret := "her former partner waits outside the school"
	pack := reporttest.Build(t, reporttest.Register(report.Recommendation{Ref: "1", Text: report.Text{"en": strings.Repeat("What the force should do. ", 40) + secret},
		Response: report.Text{"en": secret}, Progress: report.Text{"en": secret}, Reason: secret, Evidence: secret}))
	_, w := reporttest.Template(t)
	for _, ref := range figurename.All(pack) {
		e, err := explain.Of(pack, w, ref)
		require.NoError(t, err)
		text, err := json.Marshal(e)
		require.NoError(t, err)
		assert.NotContains(t, string(text), "school", ref.Name())
	}
}

func TestFigureNames(t *testing.T) {
	t.Parallel()
	pack := reporttest.Build(t, reporttest.Register(report.Recommendation{Ref: "1", Owner: "Head of X", Themes: []string{"data"}}))
	for name, want := range map[string]figurename.Ref{
		"overdue":                  {Of: report.OfAll, ID: "all", Figure: report.Overdue},
		"all.overdue":              {Of: report.OfAll, ID: "all", Figure: report.Overdue},
		"data.overdue":             {Of: report.OfThemes, ID: "data", Figure: report.Overdue},
		"Themes.Data.Overdue":      {Of: report.OfThemes, ID: "data", Figure: report.Overdue},
		"owners.head-of-x.no_date": {Of: report.OfOwners, ID: "head-of-x", Figure: report.NoDate},
		"headings.not_given.total": {Of: report.OfHeadings, ID: report.NotGiven, Figure: report.Total},
		" percent_complete ":       {Of: report.OfAll, ID: "all", Figure: report.PercentComplete},
	} {
		got, err := explain.Parse(pack, name)
		require.NoError(t, err, name)
		assert.Equal(t, want, got)
	}
	for name, want := range map[string]string{
		"overdu":         `there is no figure "overdu"; did you mean overdue?`,
		"trainig.overdu": `there is no figure "trainig.overdu"; did you mean training.overdue?`,
		"due-soon":       `there is no figure "due-soon"; did you mean due_soon?`,
		"xyz":            `there is no figure "xyz"`,
		"":               `there is no figure ""`,
	} {
		_, err := explain.Parse(pack, name)
		assert.EqualError(t, err, want)
	}
	_, w := reporttest.Template(t)
	_, err := explain.Of(pack, w, figurename.Ref{Of: report.OfThemes, ID: "nonsense", Figure: report.Total})
	assert.ErrorContains(t, err, `there is no figure "nonsense.total"`)
}
