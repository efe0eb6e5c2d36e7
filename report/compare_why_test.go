package report_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
	"boardpack/report/content"
)

// why gives the reasons of one figure as "+1 matured 2".
func why(pack *report.Pack, f report.Figure) []string {
	var out []string
	for _, change := range pack.FigureChanges {
		if change.Figure != f {
			continue
		}
		for _, r := range change.Reasons {
			text := fmt.Sprintf("%+d %s", r.Effect, r.Kind)
			if r.Kind == report.ReasonStanding {
				text += fmt.Sprintf(" %s to %s", r.From, r.To)
			}
			out = append(out, fmt.Sprint(text, " ", r.Keys))
		}
	}
	return out
}

func TestWhyFiguresMoved(t *testing.T) {
	t.Parallel()
	last, now := day(2023, time.August, 31), day(2023, time.September, 30)
	type row = report.Recommendation
	response := report.Text{"en": "A response."}
	cases := []struct {
		name        string
		before, now row
		figure      report.Figure
		want        []string
	}{
		{"its date passed", row{Due: now.AddDays(-1)}, row{Due: now.AddDays(-1)}, report.Overdue, []string{"+1 matured [1]"}},
		{"brought forward", row{Due: now.AddDays(9)}, row{Due: now.AddDays(-1)}, report.Overdue, []string{"+1 brought_forward [1]"}},
		{"moved later and passed all the same", row{Due: last}, row{Due: now.AddDays(-1)}, report.Overdue, []string{"+1 matured [1]"}},
		{"given a date in the past", row{}, row{Due: now.AddDays(-1)}, report.Overdue, []string{"+1 dated [1]"}},
		{"re-dated", row{Due: last.AddDays(-1)}, row{Due: now}, report.Overdue, []string{"-1 moved_later [1]"}},
		{"date taken away", row{Due: last.AddDays(-1)}, row{}, report.Overdue, []string{"-1 undated [1]"}},
		{"finished", row{Due: last.AddDays(-1)}, row{Due: last.AddDays(-1), State: report.Complete, SignOff: report.Agreed}, report.Overdue, []string{"-1 standing in_progress to complete [1]"}},
		{"reopened late", row{Due: last, State: report.Complete, SignOff: report.Agreed}, row{Due: last}, report.Overdue, []string{"+1 standing complete to in_progress [1]"}},
		{"came near", row{Due: now.AddDays(60)}, row{Due: now.AddDays(60)}, report.DueSoon, []string{"+1 near [1]"}},
		{"no longer soon but late", row{Due: now.AddDays(-1)}, row{Due: now.AddDays(-1)}, report.DueSoon, []string{"-1 matured [1]"}},
		{"put off", row{Due: last.AddDays(9)}, row{Due: now.AddDays(200)}, report.DueSoon, []string{"-1 moved_later [1]"}},
		{"dated at last", row{}, row{Due: now.AddDays(200)}, report.NoDate, []string{"-1 dated [1]"}},
		{"slipped", row{Due: now}, row{Due: now.AddDays(30)}, report.Slipped, []string{"+1 moved_later [1]"}},
		{"back to its date", row{OriginalDue: now, Due: now.AddDays(30)}, row{OriginalDue: now, Due: now}, report.Slipped, []string{"-1 brought_forward [1]"}},
		{"original date changed", row{OriginalDue: now, Due: now.AddDays(30)}, row{OriginalDue: now.AddDays(30), Due: now.AddDays(30)}, report.Slipped, []string{"-1 original_changed [1]"}},
		{"answered", row{}, row{Response: response}, report.NoResponse, []string{"-1 answered [1]"}},
		{"answer taken away", row{Response: response}, row{}, report.NoResponse, []string{"+1 unanswered [1]"}},
		{"done, not agreed", row{}, row{State: report.Complete}, report.AwaitingSignOff, []string{"+1 standing in_progress to awaiting_sign_off [1]"}},
		{"withdrawn", row{}, row{State: report.Withdrawn}, report.InScope, []string{"-1 standing in_progress to withdrawn [1]"}},
		{"nothing", row{Due: now.AddDays(200)}, row{Due: now.AddDays(200)}, report.Overdue, nil},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			c.before.Ref, c.now.Ref = "1", "1"
			assert.Equal(t, c.want, why(build(t, register(c.now), earlier(c.before)), c.figure))
		})
	}
	moved := build(t, register(rec("2", "b")), earlier(rec("1", "a")))
	assert.Equal(t, []string{"+1 new [2]", "-1 removed [1]"}, why(moved, report.Total), "one out and one in is explained, though the number is the same")
}

func TestFigureChangesTable(t *testing.T) {
	t.Parallel()
	_, words := template(t)
	at := day(2023, time.September, 30)
	first := report.Recommendation{Ref: "1", Due: at.AddDays(-40)}
	later := report.Recommendation{Ref: "1", Due: at.AddDays(90)}
	table := content.Of(build(t, register(later), earlier(first)), words, nil).Table("figure_changes")
	var rows []string
	for _, row := range table.Rows {
		rows = append(rows, fmt.Sprint(row.Cells[0].Text, " ", row.Cells[1].Text, " ", row.Cells[2].Text, " ", row.Cells[3].Text, " ", row.Cells[4].Text, " ", row.Cells[5].Text))
	}
	assert.Equal(t, []string{
		"Overdue 1 0 −1 The date was moved later 1 (moved once)",
		"Due later 0 1 +1 The date was moved later 1 (moved once)",
		"Slipped 0 1 +1 The date was moved later 1 (moved once)",
	}, rows)
	assert.Equal(t, []string{"The rating went from Red to Green. " + greenRule(t)}, plainTexts(table.Notes))
	assert.Empty(t, content.Of(build(t, register(first)), words, nil).Table("figure_changes").Rows, "nothing to compare with in the first month")
}

func plainTexts(list []content.Text) []string {
	var out []string
	for _, t := range list {
		out = append(out, t.Plain())
	}
	return out
}

func greenRule(t *testing.T) string {
	rules, _ := template(t)
	for _, rule := range rules.GroupRatings {
		if rule.Rating == report.Green {
			return rule.Sentence["en"]
		}
	}
	return ""
}

func TestAgeing(t *testing.T) {
	t.Parallel()
	_, words := template(t)
	at := day(2023, time.September, 30)
	var rows []report.Recommendation
	for i, days := range []int{0, 1, 30, 31, 90, 91, 180, 181, 900} {
		rows = append(rows, report.Recommendation{Ref: fmt.Sprint(i), Due: at.AddDays(-days)})
	}
	pack := build(t, register(rows...))
	var got [][]string
	for _, band := range pack.Ageing {
		got = append(got, band.Keys)
	}
	assert.Equal(t, [][]string{{"1", "2"}, {"3", "4"}, {"5", "6"}, {"7", "8"}}, got)
	table := content.Of(pack, words, nil).Table("ageing")
	require.Len(t, table.Rows, 5)
	assert.Equal(t, "Over 180 days", table.Rows[3].Cells[0].Text)
	assert.Equal(t, 8, table.Rows[4].Cells[1].N)
	assert.Equal(t, content.NotApplicable, table.Rows[0].Cells[2].Missing, "no month before")
}
