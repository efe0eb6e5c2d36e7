package report_test

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
)

// found gives the problems of a code, as "key at field".
func found(pack *report.Pack, code string) []string {
	out := []string{}
	for _, p := range pack.Problems {
		if p.Code == code {
			out = append(out, p.Key+" at "+string(p.Field))
		}
	}
	return out
}

// TestChecks has for every check a row that it must find and one just beside it that it must not.
func TestChecks(t *testing.T) {
	t.Parallel()
	asAt := day(2023, time.September, 30)
	text := report.Text{"en": "A response."}
	whole := report.Recommendation{Ref: "1", Owner: "Head of X", Status: "as typed", Response: text, Due: asAt.AddDays(300), Updated: asAt}
	with := func(change func(r *report.Recommendation)) report.Recommendation {
		r := whole
		change(&r)
		return r
	}
	owned := func(owner, welsh string) report.Recommendation {
		return with(func(r *report.Recommendation) {
			r.Owner, r.Welsh = owner, map[report.Field]string{report.FieldOwner: welsh}
		})
	}
	published := day(2023, time.June, 15)
	cases := []struct {
		code     string
		bad      []report.Recommendation
		want     string
		good     []report.Recommendation
		before   []report.Recommendation
		goodPast []report.Recommendation
	}{
		{code: "duplicate-ref", bad: []report.Recommendation{whole, whole}, want: "1b at ref",
			good: []report.Recommendation{whole, with(func(r *report.Recommendation) { r.Ref = "2" })}},
		{code: "no-text", bad: []report.Recommendation{with(func(r *report.Recommendation) { r.Text = report.Text{} })}, want: "1 at recommendation",
			good: []report.Recommendation{whole}},
		{code: "no-owner", bad: []report.Recommendation{with(func(r *report.Recommendation) { r.Owner = "" })}, want: "1 at owner",
			good: []report.Recommendation{whole}},
		{code: "no-response", bad: []report.Recommendation{with(func(r *report.Recommendation) { r.Response = nil })}, want: "1 at response",
			good: []report.Recommendation{with(func(r *report.Recommendation) { r.Response, r.Scope = nil, report.External })}},
		{code: "completed-no-date", bad: []report.Recommendation{with(func(r *report.Recommendation) { r.State = report.Complete })}, want: "1 at completed",
			good: []report.Recommendation{with(func(r *report.Recommendation) { r.State, r.Completed = report.Complete, asAt })}},
		{code: "date-not-complete", bad: []report.Recommendation{with(func(r *report.Recommendation) { r.Completed = asAt })}, want: "1 at completed",
			good: []report.Recommendation{with(func(r *report.Recommendation) { r.State, r.Completed = report.Complete, asAt })}},
		{code: "completed-in-future", bad: []report.Recommendation{with(func(r *report.Recommendation) { r.State, r.Completed = report.Complete, asAt.AddDays(1) })}, want: "1 at completed",
			good: []report.Recommendation{with(func(r *report.Recommendation) { r.State, r.Completed = report.Complete, asAt })}},
		{code: "completed-before-published", bad: []report.Recommendation{with(func(r *report.Recommendation) { r.State, r.Completed = report.Complete, published.AddDays(-1) })}, want: "1 at completed",
			good: []report.Recommendation{with(func(r *report.Recommendation) { r.State, r.Completed = report.Complete, published })}},
		{code: "agreed-not-complete", bad: []report.Recommendation{with(func(r *report.Recommendation) { r.SignOff = report.Agreed })}, want: "1 at sign_off",
			good: []report.Recommendation{with(func(r *report.Recommendation) { r.SignOff = report.Refused })}},
		{code: "due-before-original", bad: []report.Recommendation{with(func(r *report.Recommendation) { r.OriginalDue = r.Due.AddDays(1) })}, want: "1 at due",
			good: []report.Recommendation{with(func(r *report.Recommendation) { r.OriginalDue = r.Due })}},
		{code: "due-not-understood", bad: []report.Recommendation{with(func(r *report.Recommendation) { r.Due, r.DueAsWritten = report.Date{}, "in due course" })}, want: "1 at due_as_written",
			good: []report.Recommendation{with(func(r *report.Recommendation) { r.DueAsWritten = "in due course" })}},
		{code: "due-placeholder", bad: []report.Recommendation{with(func(r *report.Recommendation) { r.Due, r.DueAsWritten = report.Date{}, "31 December 2199" })}, want: "1 at due_as_written",
			good: []report.Recommendation{with(func(r *report.Recommendation) { r.Due, r.DueAsWritten = report.Date{}, "31 December 2035" })}},
		{code: "due-ambiguous", bad: []report.Recommendation{with(func(r *report.Recommendation) { r.Due, r.DueAsWritten = report.Date{}, "Hydref 2023" })}, want: "1 at due_as_written",
			good: []report.Recommendation{with(func(r *report.Recommendation) { r.Due, r.DueAsWritten = report.Date{}, "mis Hydref 2023" })}},
		{code: "due-no-issue-date", bad: []report.Recommendation{with(func(r *report.Recommendation) { r.Due, r.DueAsWritten = report.Date{}, "within 12 months" })}, want: "1 at due_as_written",
			good: []report.Recommendation{with(func(r *report.Recommendation) { r.Due, r.DueAsWritten = report.Date{}, "December 2024" })}},
		{code: "moved-no-reason", bad: []report.Recommendation{with(func(r *report.Recommendation) { r.Due = r.Due.AddDays(30) })}, want: "1 at reason_for_change", before: []report.Recommendation{whole},
			good: []report.Recommendation{with(func(r *report.Recommendation) { r.Due, r.Reason = r.Due.AddDays(30), "staff" })}, goodPast: []report.Recommendation{whole}},
		{code: "original-changed", bad: []report.Recommendation{with(func(r *report.Recommendation) { r.OriginalDue = r.Due.AddDays(-30) })}, want: "1 at original_due", before: []report.Recommendation{whole},
			good: []report.Recommendation{whole}, goodPast: []report.Recommendation{whole}},
		{code: "not-updated", bad: []report.Recommendation{with(func(r *report.Recommendation) { r.Updated = day(2023, time.August, 31) })}, want: "1 at updated", before: []report.Recommendation{whole},
			good: []report.Recommendation{with(func(r *report.Recommendation) { r.Updated = day(2023, time.September, 1) })}, goodPast: []report.Recommendation{whole}},
		{code: "updated-in-future", bad: []report.Recommendation{with(func(r *report.Recommendation) { r.Updated = asAt.AddDays(1) })}, want: "1 at updated",
			good: []report.Recommendation{whole}},
		{code: "external-with-status", bad: []report.Recommendation{with(func(r *report.Recommendation) { r.Scope = report.External })}, want: "1 at status",
			good: []report.Recommendation{with(func(r *report.Recommendation) { r.Scope, r.State = report.External, report.NotStarted })}},
		{code: "renumbered", bad: []report.Recommendation{with(func(r *report.Recommendation) { r.Text = report.Text{"en": "Record every check."} })}, want: "1 at ref",
			before: []report.Recommendation{with(func(r *report.Recommendation) { r.Ref, r.Text = "7", report.Text{"en": "Record every check"} })},
			good:   []report.Recommendation{whole}, goodPast: []report.Recommendation{whole}},
		{code: "reworded", bad: []report.Recommendation{with(func(r *report.Recommendation) { r.Text = report.Text{"en": "Record every visit"} })}, want: "1 at recommendation",
			before: []report.Recommendation{with(func(r *report.Recommendation) { r.Text = report.Text{"en": "Record every check"} })},
			good:   []report.Recommendation{with(func(r *report.Recommendation) { r.Text = report.Text{"en": "record  every check."} })}, goodPast: []report.Recommendation{with(func(r *report.Recommendation) { r.Text = report.Text{"en": "Record every check"} })}},
		{code: "refers-to-missing", bad: []report.Recommendation{with(func(r *report.Recommendation) { r.Response = report.Text{"en": "As for recommendation 8."} })}, want: "1 at response",
			good: []report.Recommendation{with(func(r *report.Recommendation) { r.Response = report.Text{"en": "As for recommendation 8."} }), with(func(r *report.Recommendation) { r.Ref = "8" })}},
		{code: "refers-in-circle", bad: []report.Recommendation{with(func(r *report.Recommendation) { r.Response = report.Text{"en": "See 1"} })}, want: "1 at response",
			good: []report.Recommendation{with(func(r *report.Recommendation) { r.Response = report.Text{"en": "See 8"} }), with(func(r *report.Recommendation) { r.Ref = "8" })}},
		{code: "longer-than-a-cell", bad: []report.Recommendation{with(func(r *report.Recommendation) { r.Evidence = strings.Repeat("😀", report.MaxCell/2) + "ŵy" })}, want: "1 at evidence",
			good: []report.Recommendation{with(func(r *report.Recommendation) { r.Evidence = strings.Repeat("😀", report.MaxCell/2) + "ŵ" })}},
		{code: "has-parts", bad: []report.Recommendation{whole, with(func(r *report.Recommendation) { r.Ref = "1a" })}, want: "1 at ref",
			good: []report.Recommendation{with(func(r *report.Recommendation) { r.Ref = "1a" }), with(func(r *report.Recommendation) { r.Ref = "1b" }), with(func(r *report.Recommendation) { r.Ref = "10" })}},
		{code: "several-refs", bad: []report.Recommendation{with(func(r *report.Recommendation) { r.Ref = "5, 6 and 7" })}, want: "5, 6 and 7 at ref",
			good: []report.Recommendation{with(func(r *report.Recommendation) { r.Ref = "5.6" })}},
		{code: "not-joined", bad: []report.Recommendation{with(func(r *report.Recommendation) { r.Owner = "\u0645\u0631" })}, want: "1 at owner",
			good: []report.Recommendation{with(func(r *report.Recommendation) { r.Owner = "\u05D3\u05D5\u05D3" })}},
		{code: "damaged-character", bad: []report.Recommendation{with(func(r *report.Recommendation) { r.Owner = "A\uFFFDB" })}, want: "1 at owner",
			good: []report.Recommendation{with(func(r *report.Recommendation) { r.Owner = "A\u2013B" })}},
		{code: "welsh-differs", bad: []report.Recommendation{owned("Head of X", "Pennaeth X"), owned("head of  X", "Arweinydd X")}, want: "1b at owner_cy",
			good: []report.Recommendation{owned("Head of X", "Pennaeth X"), owned("Head of X", "pennaeth  X"), owned("Head of X", "")}},
		{code: "welsh-taken", bad: []report.Recommendation{owned("Head of X", "Pennaeth"), owned("Head of Y", "Pennaeth")}, want: "1b at owner_cy",
			good: []report.Recommendation{owned("Head of X", "Pennaeth X"), owned("Head of Y", "Pennaeth Y"), owned("Pennaeth Z", "Pennaeth Z")}},
	}
	tried := map[string]bool{"not-drawn": true, // takes fonts: TestNotDrawn
		"returned":           true,                                                            // takes three months: TestOneThatIsBackKeepsItsFirstDate
		"action-other-theme": true, "action-other-scope": true, "action-other-priority": true, // take actions: TestActionsThatSayAnotherThing
		"no-priority": true, "unknown-priority": true} // take other rules: TestPriorityChecks
	for _, c := range cases {
		t.Run(c.code, func(t *testing.T) {
			assert.Equal(t, []string{c.want}, found(checked(t, published, c.bad, c.before), c.code))
			assert.Empty(t, found(checked(t, published, c.good, c.goodPast), c.code))
		})
		tried[c.code] = true
	}
	for _, check := range report.Checks() {
		assert.True(t, tried[check.Code], "the list of cases above has none for the check %s", check.Code)
	}
}

// TestNotDrawn: the paper's fonts say what they have. Letters of western and middle Europe and ordinary signs are never asked for.
func TestNotDrawn(t *testing.T) {
	t.Parallel()
	rules, _ := template(t)
	asked := ""
	rules.Draws = func(r rune) bool { asked += string(r); return r != '漢' && r != '字' }
	r := register(report.Recommendation{Ref: "1", Owner: "Żółć – “ŵŷ”…", Text: report.Text{"en": "漢字漢 \u2713 \uE000"}, Row: 2})
	pack, err := report.Build(r, nil, rules)
	require.NoError(t, err)
	assert.NotContains(t, asked, "Ż")
	assert.NotContains(t, asked, "–")
	var codes []string
	for _, p := range pack.Problems {
		if p.Code == "not-drawn" {
			codes = append(codes, p.Args["Characters"])
		}
	}
	assert.Equal(t, []string{"U+6F22, U+5B57, U+E000"}, codes)
}

// TestClosedByHabit: where most rows of a status have a completed date, those without one are doubted.
func TestClosedByHabit(t *testing.T) {
	t.Parallel()
	row := func(ref string, completed report.Date) report.Recommendation {
		return report.Recommendation{Ref: ref, Status: "Closed superseded", State: report.Superseded, Completed: completed}
	}
	dated := day(2023, time.September, 1)
	assert.Equal(t, []string{"3 at completed"}, found(build(t, register(row("1", dated), row("2", dated), row("3", report.Date{}))), "completed-no-date"))
	assert.Empty(t, found(build(t, register(row("1", dated), row("2", report.Date{}))), "completed-no-date"), "half is no habit")
}

func checked(t *testing.T, published report.Date, now, before []report.Recommendation) *report.Pack {
	r := register(now...)
	r.About.Published = published
	if before == nil {
		return build(t, r)
	}
	return build(t, r, earlier(before...))
}

func TestProblemsSayWhereAndWhatToDo(t *testing.T) {
	t.Parallel()
	_, words := template(t)
	r := register(rec("11", "a"), rec("11", "b"))
	for i := range r.Recommendations {
		r.Recommendations[i].Cells = report.Cells{}.With(report.FieldRef, "A"+string(rune('2'+i))).With(report.FieldResponse, "F2")
	}
	pack := build(t, r)
	var duplicate report.Problem
	for _, p := range pack.Problems {
		if p.Code == "duplicate-ref" {
			duplicate = p
		}
	}
	assert.Equal(t, "sample.xlsx: Recommendations!A3", duplicate.Where())
	assert.Equal(t, "The ref 11 is already used in A2. This recommendation is shown as 11b.", duplicate.Message(words))
	assert.NotContains(t, duplicate.Hint(words), "«")
}

// TestProblemsNeverQuoteFreeText holds the rule that protects victims: no message repeats what a recommendation or
// response says.
func TestProblemsNeverQuoteFreeText(t *testing.T) {
	t.Parallel()
	_, words := template(t)
	secret := "SECRET"
	text := report.Text{"en": secret + " as for 99"}
	pack := build(t, register(report.Recommendation{Ref: "1", Text: text, Response: text, Progress: text, Reason: secret,
		State: report.Complete, Scope: report.External}, report.Recommendation{Ref: "1", Response: text}))
	require.NotEmpty(t, pack.Problems)
	for _, p := range pack.Problems {
		assert.NotContains(t, p.Message(words)+p.Hint(words), secret)
	}
}

func TestAnswersThatOnlyReferToAnother(t *testing.T) {
	t.Parallel()
	cases := map[string]string{
		"As for recommendation 8.":             "8",
		"as for 8":                             "8",
		"See the response to recommendation 8": "8",
		"Please see 8 above":                   "8",
		"Same as 8":                            "8",
		"Gweler argymhelliad 8":                "8",
		"See 8 and 9":                          "",
		"The team has 8 officers":              "",
		"We accept 8":                          "",
		"":                                     "",
		"As for recommendation 8, and training was given too.": "",
		"See the policy": "",
		"As":             "",
	}
	for response, want := range cases {
		t.Run(response, func(t *testing.T) {
			pack := build(t, register(report.Recommendation{Ref: "1", Response: report.Text{"en": response}}, rec("8", "b"), rec("9", "c")))
			assert.Equal(t, want, pack.Positions[0].SeeAlso)
		})
	}
}

func TestGroupProblems(t *testing.T) {
	t.Parallel()
	groups := report.GroupProblems([]report.Problem{{Code: "b"}, {Code: "a"}, {Code: "c"}, {Code: "c"}})
	var codes []string
	for _, g := range groups {
		codes = append(codes, g.Code)
	}
	assert.Equal(t, "c a b", strings.Join(codes, " "))
}
