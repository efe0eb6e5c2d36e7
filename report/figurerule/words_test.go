package figurerule_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"

	"boardpack/report"
	"boardpack/report/figurerule"
	"boardpack/report/reporttest"
)

// TestRulesInWords keeps the sentence of every figure, as the shipped template makes it.
func TestRulesInWords(t *testing.T) {
	t.Parallel()
	rules, w := reporttest.Template(t)
	want := map[report.Figure]string{
		report.Total:           "Every recommendation.",
		report.FigNotAccepted:  `With a status that means "Not accepted".`,
		report.FigWithdrawn:    `With a status that means "Withdrawn".`,
		report.FigSuperseded:   `With a status that means "Superseded".`,
		report.FigExternal:     "Only for another body to act on, and not counted as not accepted, withdrawn or superseded.",
		report.InScope:         "Not counted as not accepted, withdrawn, superseded or for another body.",
		report.FigComplete:     `In scope, with a status that means "Complete", and agreed by the issuer where its spreadsheet records sign-off.`,
		report.AwaitingSignOff: `In scope, with a status that means "Complete", and not yet agreed by the issuer where its spreadsheet records sign-off.`,
		report.FigInProgress:   `In scope, and with a status that means "In progress".`,
		report.FigNotStarted:   `In scope, and with a status that means "Not started".`,
		report.FigUnrecognised: "In scope, and with a status that is empty, or that none of the rules for statuses can read.",
		report.Open:            "In progress, not started or status not recognised.",
		report.Outstanding:     "Open or awaiting sign-off.",
		report.Overdue:         "Open, and due before the as-at date.",
		report.DueSoon:         "Open, not counted as overdue, and due within 60 days of the as-at date.",
		report.Dated:           "Open, and with a due date that can be read.",
		report.DueLater:        "With a date, and not counted as overdue or due within 60 days.",
		report.NoDate:          "Open, and with no due date that can be read.",
		report.Slipped:         "In scope, and due later than originally due.",
		report.NoResponse:      "In scope, and with no response written.",
	}
	for _, rule := range report.Figures() {
		assert.Equal(t, want[rule.Name], figurerule.Sentence(w, rule, rules), "the sentence of %s, which the list above keeps", rule.Name)
	}
	assert.Contains(t, figurerule.ShareSentence(w, report.CompleteShare(), rules), "Complete as a share of in scope, to the nearest whole percent.")
}

// TestAChangedRuleChangesItsSentence takes each condition out of each rule, and puts each in that the others have.
func TestAChangedRuleChangesItsSentence(t *testing.T) {
	t.Parallel()
	rules, w := reporttest.Template(t)
	var every []report.Condition
	for _, rule := range report.Figures() {
		every = append(every, rule.Conditions...)
	}
	changed := 0
	for _, rule := range report.Figures() {
		said := figurerule.Sentence(w, rule, rules)
		for i := range rule.Conditions {
			less := report.FigureRule{Name: rule.Name, Conditions: slices.Delete(slices.Clone(rule.Conditions), i, i+1)}
			assert.NotEqual(t, said, figurerule.Sentence(w, less, rules), "%s without its condition %d", rule.Name, i)
			changed++
		}
		for i, c := range every {
			more := report.FigureRule{Name: rule.Name, Conditions: append(slices.Clone(rule.Conditions), c)}
			assert.NotEqual(t, said, figurerule.Sentence(w, more, rules), "%s with condition %d", rule.Name, i)
			changed++
		}
	}
	t.Logf("%d changed rules, %d other sentences", changed, changed)
}

// TestASettingChangesTheSentences holds that a template which counts otherwise says so.
func TestASettingChangesTheSentences(t *testing.T) {
	t.Parallel()
	shipped, w := reporttest.Template(t)
	sentence := func(rules report.Rules, f report.Figure) string {
		for _, rule := range report.Figures() {
			if rule.Name == f {
				return figurerule.Sentence(w, rule, &rules)
			}
		}
		return ""
	}
	cases := []struct {
		name    string
		change  func(*report.Rules)
		figures []report.Figure
	}{
		{"due soon", func(r *report.Rules) { r.DueSoonDays = 30 }, []report.Figure{report.DueSoon, report.DueLater}},
		{"overdue by", func(r *report.Rules) { r.OverdueBy = report.ByOriginalDue }, []report.Figure{report.Dated, report.Overdue, report.DueSoon, report.NoDate}},
		{"sign-off required", func(r *report.Rules) { r.SignOff = report.SignOffRequired }, []report.Figure{report.FigComplete, report.AwaitingSignOff}},
		{"sign-off ignored", func(r *report.Rules) { r.SignOff = report.SignOffIgnored }, []report.Figure{report.FigComplete, report.AwaitingSignOff}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			rules := *shipped
			c.change(&rules)
			for _, f := range report.Figures() {
				same := sentence(rules, f.Name) == sentence(*shipped, f.Name)
				assert.Equal(t, !slices.Contains(c.figures, f.Name), same, "whether the setting changes the sentence of %s: if that is right, change the list of the case", f.Name)
			}
		})
	}
}

// TestRatingsAreGivenAsWorkedOut holds that the expression which decides stands in the pack beside the template's sentence.
func TestRatingsAreGivenAsWorkedOut(t *testing.T) {
	t.Parallel()
	rules, w := reporttest.Template(t)
	assert.Equal(t, "Due within 60 days or No date or Slipped", figurerule.Test(w, rules.PositionRatings[2], rules))
	assert.Equal(t, "Overdue > 0 and Overdue × 4 ≥ Outstanding", figurerule.Test(w, rules.GroupRatings[1], rules))
	changed := rules.GroupRatings[1]
	changed.When = "overdue > 0 && overdue * 3 >= outstanding"
	assert.Equal(t, "Overdue > 0 and Overdue × 3 ≥ Outstanding", figurerule.Test(w, changed, rules))
}
