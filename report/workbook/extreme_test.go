package workbook

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"boardpack/report"
)

// extremePack is a register of what real masters hold at their worst.
func extremePack(t testing.TB) (*report.Pack, report.Words) {
	words, template := testWords(t)
	rules := template.Rules
	rules.EachTheme, rules.OverdueBy = true, report.ByOriginalDue
	register := sampleRegister(report.Month{Year: 2023, Month: time.September})
	register.ExtraColumns = []string{"Ref", "", "Due [new] #1 'x'", "Ref", "Line\nbreak", strings.Repeat("long heading ", 30)}
	rows := register.Recommendations
	owners := []string{"A*", ">5", "11/12", "TRUE", "O'Brien & Sons <x>", "=1+1", strings.Repeat("Owner ", 60), "*", "?", "Zoë Ŵyn 警察 👮"}
	for i := range rows {
		r := &rows[i]
		r.Owner, r.Heading = owners[i%len(owners)], owners[(i+3)%len(owners)]
		r.Source = []string{"One", "Two", ""}[i%3]
		r.Extra = []string{"=2+2", "@SUM(A1)", "-3", "+4", "tab\there", "_x0041_"}
	}
	rows[0].Themes = []string{"resourcing", "training"}
	rows[1].Response = report.Text{"en": strings.Repeat("word ", 15000) + "END"}
	rows[2].Response = report.Text{"en": strings.Repeat("👮", 20000)}
	rows[3].Text = report.Text{"en": "bell\x07 null\x00 cr\rlf\r\n \uFFFE nel\u0085 bad\xff"}
	rows[4].Response = report.Text{"cy": "Dim ond yn Gymraeg"}
	rows[5].Ref = "*"
	rows[6].OriginalDue = day(1066, time.October, 14)
	rows[7].Status = "Why* not?"
	rows[7].Evidence = strings.Repeat("x", 3000)
	for i := range 40 {
		extra := rows[i%10]
		extra.Ref, extra.Row = fmt.Sprintf("X%d", i), 100+i
		rows = append(rows, extra)
	}
	register.Recommendations = rows
	pack, err := report.Build(register, nil, &rules)
	require.NoError(t, err)
	return pack, words
}

// largePack is a register of n rows.
func largePack(t testing.TB, n int) (*report.Pack, report.Words) {
	words, template := testWords(t)
	make := func(month report.Month) *report.Register {
		register := sampleRegister(month)
		base := register.Recommendations
		register.Recommendations = nil
		for i := range n {
			r := base[i%len(base)]
			r.Ref, r.Row = fmt.Sprintf("R%d", i+1), i+5
			r.Owner = fmt.Sprintf("%s %c", r.Owner, 'A'+rune(i%40))
			r.Text = report.Text{"en": strings.Repeat(r.Text["en"]+" ", 1+i%6)}
			r.Response = report.Text{"en": strings.Repeat(r.Response["en"]+" ", 1+i%9)}
			if month.Month == time.August && i%7 == 0 {
				r.State, r.Status = report.NotStarted, "Not started"
			}
			register.Recommendations = append(register.Recommendations, r)
		}
		return register
	}
	pack, err := report.Build(make(report.Month{Year: 2023, Month: time.September}),
		[]*report.Register{make(report.Month{Year: 2023, Month: time.August})}, &template.Rules)
	require.NoError(t, err)
	return pack, words
}
