package proof_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
	"boardpack/report/content"
	"boardpack/report/dates"
	"boardpack/report/pdf"
	"boardpack/report/reporttest"
	"boardpack/report/reporttest/pace"
)

// odd is what makes a register hard to read back.
type odd struct {
	name   string
	rows   int
	months int
	lang   string
	change func(rules *report.Rules, r *report.Register)
}

func each(change func(row *report.Recommendation, i int)) func(*report.Rules, *report.Register) {
	return func(_ *report.Rules, r *report.Register) {
		for i := range r.Recommendations {
			change(&r.Recommendations[i], i)
		}
	}
}

// odds are registers whose packs are right, however strange: the proof must not stop them.
func odds() []odd {
	return []odd{
		{"one row", 1, 1, "en", nil}, {"plain", 25, 3, "en", nil}, {"plain, Welsh", 25, 3, "cy", nil}, {"many rows", 300, 2, "en", nil},
		{"a year and more", 12, 15, "en", nil},
		{"all complete", 12, 2, "en", each(func(row *report.Recommendation, _ int) { row.State, row.SignOff = report.Complete, report.Agreed })},
		{"all withdrawn", 12, 2, "cy", each(func(row *report.Recommendation, _ int) { row.State = report.Withdrawn })},
		{"all late", 40, 2, "en", each(func(row *report.Recommendation, _ int) {
			row.State, row.Scope, row.Due = report.InProgress, report.Force, dates.NewDate(2023, time.January, 5)
		})},
		{"no theme known", 12, 2, "en", each(func(row *report.Recommendation, _ int) { row.Themes = nil })},
		{"refs that are hard", 12, 2, "en", each(func(row *report.Recommendation, i int) {
			row.Ref = []string{"1 of 2", "**", "[[3]]", "2023", "50%", "A-1", "1, 2", "[x]", "", "1", "01", "№ 7"}[i%12]
		})},
		{"owners that are numbers", 12, 2, "en", each(func(row *report.Recommendation, i int) { row.Owner = fmt.Sprint(i % 3) })},
		{"owners that are alike", 12, 2, "en", each(func(row *report.Recommendation, i int) {
			row.Owner = []string{"Head of X", "HEAD  OF X", "head of x ", "Not given", "All recommendations"}[i%5]
		})},
		{"words without end", 8, 2, "en", each(func(row *report.Recommendation, _ int) {
			row.Owner, row.Heading = strings.Repeat("Llanfairpwllgwyngyll", 8), strings.Repeat("W", 300)
		})},
		{"texts full of numbers", 12, 2, "en", each(func(row *report.Recommendation, i int) {
			row.Text = report.Text{"en": fmt.Sprintf("Recommendation %d of 17: 3 are complete (18%%)", i)}
			row.Response, row.Progress, row.Reason = row.Text, row.Text, "14 on 30 September 2023"
		})},
		{"several themes to a row", 20, 2, "en", func(rules *report.Rules, r *report.Register) {
			rules.EachTheme = true
			for i := range r.Recommendations {
				r.Recommendations[i].Themes = []string{"data", "training"}
			}
		}},
		{"by the original date", 25, 3, "en", func(rules *report.Rules, _ *report.Register) { rules.OverdueBy = report.ByOriginalDue }},
		{"due soon within a day", 25, 2, "cy", func(rules *report.Rules, _ *report.Register) { rules.DueSoonDays = 1 }},
		{"themes called like parts", 20, 2, "en", func(rules *report.Rules, _ *report.Register) {
			rules.Themes = append([]report.Theme(nil), rules.Themes...)
			rules.Themes[0].Name, rules.Themes[1].Name = report.Text{"en": "Data quality"}, report.Text{"en": "At a glance"}
			rules.Themes[2].Name = report.Text{"en": "2023 plan, 3 of 17"}
		}},
		{"a title full of numbers", 12, 2, "en", func(_ *report.Rules, r *report.Register) {
			r.About.Title = report.Text{"en": "Review 2023: 3 of 17 (18%)"}
			r.About.Issuer, r.About.Board = report.Text{"en": "Panel 2 of 4"}, report.Text{"en": "Board 9"}
			r.About.Version, r.About.MeetingDate = "1.0", dates.NewDate(2023, time.October, 12)
		}},
		{"another title in Welsh", 12, 2, "cy", func(_ *report.Rules, r *report.Register) {
			r.About.Title = report.Text{"en": "Review 9", "cy": "Adolygiad 7"}
		}},
		{"no sign-off", 20, 2, "en", func(_ *report.Rules, r *report.Register) {
			for i := range r.Recommendations {
				r.Recommendations[i].SignOff = report.NoSignOff
			}
		}},
		{"sign-off in some rows", 20, 2, "cy", func(_ *report.Rules, r *report.Register) {
			for i := range r.Recommendations {
				if i%2 == 0 {
					r.Recommendations[i].SignOff = report.NoSignOff
				}
			}
		}},
		{"several actions", 20, 3, "en", severalActions}, {"several actions, Welsh", 20, 2, "cy", severalActions},
		{"a column of that name of the team's own", 20, 2, "en", func(_ *report.Rules, r *report.Register) {
			r.ExtraColumns = []string{"Sign-off"}
			for i := range r.Recommendations {
				r.Recommendations[i].SignOff, r.Recommendations[i].Extra = report.NoSignOff, []string{"Agreed"}
			}
		}},
	}
}

// severalActions gives every other recommendation one or two actions more.
func severalActions(_ *report.Rules, r *report.Register) {
	r.ExtraColumns = []string{"Action"}
	for i := range r.Recommendations {
		row := &r.Recommendations[i]
		row.Extra = []string{"Write 1 course of 3"}
		for n := range i % 3 {
			action := report.Recommendation{Row: 1000 + 2*i + n, State: report.States()[(i+n)%7], Status: "As typed", SignOff: row.SignOff, Owner: fmt.Sprint("Owner ", n),
				Due: r.AsAt.AddDays(20*n - 30), Extra: []string{strings.Repeat("Hold it in 12 places. ", 1+40*n)}, Progress: report.Text{"en": "3 of 7 held"}}
			row.AddAction(action)
		}
	}
	r.Recommendations = report.JoinActions(r.Recommendations, report.SameRefSeparate)
}

// TestNothingRightIsStopped writes each odd register and proves it. A proof that stops what is right stops the board's paper.
func TestNothingRightIsStopped(t *testing.T) {
	t.Parallel()
	pace.OneByOne(t)
	fonts, err := pdf.NewFonts()
	require.NoError(t, err)
	for n, o := range odds() {
		t.Run(o.name, func(t *testing.T) {
			template := reporttest.Shipped(t)
			words, err := template.Words(o.lang)
			require.NoError(t, err)
			rules := template.Rules
			r := rand.New(rand.NewPCG(uint64(n), 1))
			var months []*report.Register
			for m := range o.months {
				month := dates.NewDate(2023, time.Month(9-o.months+1+m), 1)
				register := oddMonth(r, o.rows, report.Month{Year: month.Year(), Month: month.Month()})
				if o.change != nil {
					o.change(&rules, register)
				}
				months = append(months, register)
			}
			proves(t, made(t, months, &rules, words, fonts))
		})
	}
}

// proves holds that a pack's Document and files are right, and that the Document is the same when it was written and read.
func proves(t *testing.T, s *sample) {
	assert.NoError(t, s.check().Document(s.doc))
	assert.NoError(t, s.check().Workbook(s.book(t, s.doc), s.doc))
	assert.NoError(t, s.check().Paper(s.paper(t, s.doc), s.doc))
	assert.NoError(t, s.check().Document(s.other(t, func(*content.Document) {})), "written and read")
}

func oddMonth(r *rand.Rand, rows int, month report.Month) *report.Register {
	out := &report.Register{Name: "odd", File: "odd.xlsx", Sheet: "Recommendations", Month: month, AsAt: month.LastDay(),
		Columns: report.Fields()}
	date := func() report.Date {
		if r.IntN(4) == 0 {
			return report.Date{}
		}
		return out.AsAt.AddDays(r.IntN(201) - 80)
	}
	for i := range rows {
		if rows > 1 && r.IntN(9) == 0 {
			continue
		}
		states := append(report.States(), report.InProgress, report.InProgress, report.NotStarted, report.Complete)
		themes := [][]string{{"resourcing"}, {"training"}, {"data"}, {"victims"}, nil}
		out.Recommendations = append(out.Recommendations, report.Recommendation{Ref: fmt.Sprint(1 + i%20), Row: i + 2,
			Text: report.Text{"en": fmt.Sprintf("The force should do what point %d says.", i)}, Themes: themes[r.IntN(5)], ThemeAsTyped: "As typed",
			State: states[r.IntN(len(states))], Status: "As typed", Scope: report.Scopes()[r.IntN(3)], SignOff: report.SignOffs()[r.IntN(4)],
			Owner: []string{"", "Head of X", "Head of Y"}[r.IntN(3)], Due: date(), OriginalDue: date(), Completed: date(),
			Response: report.Text{"en": []string{"", "Yes."}[r.IntN(2)]}})
	}
	if len(out.Recommendations) == 0 {
		return oddMonth(r, rows, month)
	}
	return out
}
