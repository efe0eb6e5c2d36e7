package content_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"boardpack/report"
	"boardpack/report/content"
	"boardpack/report/golden"
	"boardpack/report/reporttest"
)

// stands is how many recommendations of a register stand so.
type stands struct {
	complete, awaiting, unasked           int
	overdue, soon, later, undated, unread int
	external, withdrawn                   int
	unanswered                            int // of the others, so many have no response
}

// register makes the recommendations, refs counted from 1.
func (s stands) register() *report.Register {
	asAt := report.Month{Year: 2023, Month: 9}.LastDay()
	var rows []report.Recommendation
	add := func(n int, row report.Recommendation) {
		for range n {
			row.Ref = fmt.Sprint(len(rows) + 1)
			if row.Response = (report.Text{"en": "Yes"}); len(rows) < s.unanswered {
				row.Response = nil
			}
			rows = append(rows, row)
		}
	}
	add(s.complete, report.Recommendation{State: report.Complete, SignOff: report.Agreed})
	add(s.awaiting, report.Recommendation{State: report.Complete, SignOff: report.Asked})
	add(s.unasked, report.Recommendation{State: report.Complete, SignOff: report.NotAsked})
	add(s.overdue, report.Recommendation{State: report.InProgress, Due: asAt.AddDays(-1)})
	add(s.soon, report.Recommendation{State: report.InProgress, Due: asAt.AddDays(60)})
	add(s.later, report.Recommendation{State: report.InProgress, Due: asAt.AddDays(61)})
	add(s.undated, report.Recommendation{State: report.NotStarted})
	add(s.unread, report.Recommendation{State: report.Unrecognised, Due: asAt.AddDays(100)})
	add(s.external, report.Recommendation{State: report.NotStarted, Scope: report.External})
	add(s.withdrawn, report.Recommendation{State: report.Withdrawn})
	return reporttest.Register(rows...)
}

// TestSentencesOfPageOne keeps the first sentences and the asks where none, one, some, half, most or all have a date, are overdue, complete
// or not understood. Every one is proved, too.
func TestSentencesOfPageOne(t *testing.T) {
	t.Parallel()
	cases := []struct {
		name string
		stands
	}{
		{"nothing in scope", stands{external: 2, withdrawn: 1}},
		{"one, complete", stands{complete: 1}},
		{"one, awaiting sign-off", stands{awaiting: 1}},
		{"one, overdue", stands{overdue: 1}},
		{"one, due soon", stands{soon: 1}},
		{"one, due later", stands{later: 1, unanswered: 1}},
		{"one, without a date", stands{undated: 1}},
		{"one, not understood", stands{unread: 1}},
		{"all complete", stands{complete: 5}},
		{"all awaiting sign-off", stands{awaiting: 3}},
		{"some awaiting sign-off, some not asked for", stands{complete: 1, awaiting: 1, unasked: 1}},
		{"awaiting sign-off, none asked for", stands{complete: 1, unasked: 2}},
		{"many awaiting sign-off", stands{complete: 1, awaiting: 4, unasked: 3}},
		{"all dated, none overdue", stands{complete: 5, soon: 3, later: 9}},
		{"all dated, none overdue or soon", stands{complete: 5, later: 12}},
		{"all dated, one overdue", stands{complete: 3, awaiting: 2, overdue: 1, soon: 1, later: 1, withdrawn: 1}},
		{"all dated, all overdue", stands{overdue: 6}},
		{"one without a date, none overdue", stands{complete: 5, soon: 1, later: 9, undated: 1, external: 1}},
		{"some without a date, none overdue", stands{complete: 5, later: 10, undated: 2, external: 1, withdrawn: 1}},
		{"some without a date, one overdue", stands{complete: 5, overdue: 1, undated: 1, later: 3, external: 2}},
		{"some without a date, some overdue", stands{complete: 3, awaiting: 1, unasked: 1, overdue: 2, soon: 3, later: 5, undated: 2, external: 1, withdrawn: 1}},
		{"half without a date, none overdue", stands{soon: 2, later: 3, undated: 5}},
		{"most without a date, none overdue", stands{later: 5, undated: 12}},
		{"all but one without a date, none overdue", stands{complete: 1, soon: 1, undated: 16}},
		{"half without a date, some overdue", stands{complete: 2, overdue: 3, later: 2, undated: 5, unanswered: 3}},
		{"most without a date, one overdue", stands{overdue: 1, later: 4, undated: 12}},
		{"most without a date, all others overdue", stands{overdue: 5, undated: 12, unanswered: 9}},
		{"all but one without a date, that one overdue", stands{overdue: 1, undated: 3}},
		{"one of two without a date, the other overdue", stands{complete: 1, overdue: 1, undated: 1}},
		{"none with a date", stands{undated: 17}},
		{"one open of several, overdue", stands{complete: 4, overdue: 1}},
		{"one open of several, without a date", stands{complete: 4, undated: 1}},
		{"one not understood, a tenth", stands{complete: 5, later: 4, unread: 1}},
		{"some not understood, more than a tenth", stands{complete: 5, later: 3, unread: 2}},
		{"most not understood", stands{complete: 1, unread: 53}},
		{"none understood", stands{unread: 54}},
		{"more kinds than a board is asked for", stands{complete: 1, awaiting: 2, overdue: 3, later: 10, undated: 4, unread: 1, unanswered: 2}},
	}
	for _, lang := range []string{"en", "cy"} {
		w := words(t, lang)
		var out strings.Builder
		for _, c := range cases {
			pack := reporttest.Build(t, c.register())
			assert.NoError(t, check(t, pack, w).Document(content.Of(pack, w, nil)), c.name)
			front := reporttest.FrontOf(pack, w)
			assert.LessOrEqual(t, len(front.Asks), 5, c.name)
			fmt.Fprintf(&out, "# %s\n%s\n- %s\n\n", c.name, strings.Join(front.Lead, "\n"), strings.Join(front.Asks, "\n- "))
		}
		golden.Compare(t, "sentences-"+lang+".txt", out.String())
	}
}

// TestMovementOfPageOne keeps the sentence on what moved, and holds that a new recommendation which is not among those added is named with
// what it is.
func TestMovementOfPageOne(t *testing.T) {
	t.Parallel()
	row := func(ref string, state report.State) report.Recommendation {
		return report.Recommendation{Ref: ref, State: state, Text: report.Text{"en": "Text of " + ref}}
	}
	done := func(ref string) report.Recommendation {
		r := row(ref, report.Complete)
		r.SignOff = report.Agreed
		return r
	}
	before := []report.Recommendation{row("1", report.InProgress), row("2", report.InProgress), done("3")}
	cases := []struct {
		name   string
		now    []report.Recommendation
		en, cy string
	}{
		{"nothing", before, "Since August: nothing added, completed or reopened.",
			"Ers mis Awst: dim ychwanegu, cwblhau nac ailagor."},
		{"fell", []report.Recommendation{done("1"), row("2", report.InProgress), done("3")}, "Outstanding fell from 2 to 1 since August: 1 completed.",
			"Gostyngodd y nifer sy'n weddill o 2 i 1 ers mis Awst: cwblhawyd 1."},
		{"rose", append([]report.Recommendation{row("4", report.NotStarted)}, before...), "Outstanding rose from 2 to 3 since August: 1 added.",
			"Cododd y nifer sy'n weddill o 2 i 3 ers mis Awst: ychwanegwyd 1."},
		{"is the same", []report.Recommendation{done("1"), row("2", report.InProgress), done("3"), row("4", report.NotStarted)},
			"Outstanding is still 2, as in August: 1 added and 1 completed.", "Mae 2 yn weddill o hyd, fel ym mis Awst: ychwanegwyd 1 a chwblhawyd 1."},
		{"two new, one of them complete", append([]report.Recommendation{row("4", report.NotStarted), done("5")}, before...),
			"Outstanding rose from 2 to 3 since August: 1 added. Recommendation 5 is new, and already complete.",
			"Cododd y nifer sy'n weddill o 2 i 3 ers mis Awst: ychwanegwyd 1. Mae argymhelliad 5 yn newydd, ac wedi'i gwblhau'n barod."},
		{"new, and out of scope", append([]report.Recommendation{row("4", report.Withdrawn), row("5", report.NotAccepted)}, before...),
			"Since August: nothing added, completed or reopened. Recommendations 4 and 5 are new, and not in scope.",
			"Ers mis Awst: dim ychwanegu, cwblhau nac ailagor. Mae argymhellion 4 a 5 yn newydd, ond y tu allan i'r cwmpas."},
	}
	for _, c := range cases {
		pack := reporttest.Build(t, reporttest.Register(c.now...), reporttest.Earlier(before...))
		for lang, want := range map[string]string{"en": c.en, "cy": c.cy} {
			w := words(t, lang)
			assert.NoError(t, check(t, pack, w).Document(content.Of(pack, w, nil)), c.name)
			lead := reporttest.FrontOf(pack, w).Lead
			assert.Equal(t, want, lead[len(lead)-1], c.name)
		}
	}
}
