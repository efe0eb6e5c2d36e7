package pdf

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"boardpack/report"
	"boardpack/report/dates"
	"boardpack/report/reporttest"
)

// shape says what a made-up register is like.
type shape struct {
	name      string
	rows      int
	months    int // of history, this month included
	themes    int // of those configured, how many have rows
	more      int // configured themes beyond those shipped
	complete  bool
	long      bool // every cell is very long
	noSignOff bool
	lang      string
	unmatched bool
	bare      bool // no response, owner, dates or About
	scripts   bool // characters of many scripts, signs, and some that no font has
}

// extremes are the registers that the pages must all look right for.
func extremes() []shape {
	return []shape{
		{name: "one", rows: 1, months: 1, themes: 1},
		{name: "sample", rows: 18, months: 3, themes: 5},
		{name: "first-month", rows: 18, months: 1, themes: 5},
		{name: "year", rows: 30, months: 13, themes: 4},
		{name: "twelve-themes", rows: 60, months: 2, themes: 12, more: 7},
		{name: "all-complete", rows: 12, months: 2, themes: 3, complete: true},
		{name: "long", rows: 12, months: 2, themes: 3, long: true},
		{name: "bare", rows: 9, months: 1, themes: 2, bare: true, unmatched: true, noSignOff: true},
		{name: "scripts", rows: 18, months: 2, themes: 3, scripts: true},
		{name: "many", rows: 400, months: 2, themes: 5},
		{name: "very-many", rows: 2000, months: 2, themes: 5},
	}
}

// pack makes the register of a shape and all that goes with it.
func (s shape) pack(t testing.TB) (*report.Pack, report.Words) {
	t.Helper()
	template := reporttest.Shipped(t)
	lang := s.lang
	if lang == "" {
		lang = "en"
	}
	words, err := template.Words(lang)
	require.NoError(t, err)
	rules := template.Rules
	for i := range s.more {
		rules.Themes = append(rules.Themes, report.Theme{ID: fmt.Sprintf("more_%d", i), Name: report.Text{"en": fmt.Sprintf("Partnership and prevention %d", i+1)}})
	}
	var registers []*report.Register
	for m := range s.months {
		registers = append(registers, s.register(m, rules.Themes))
	}
	pack, err := report.Build(registers[len(registers)-1], registers[:len(registers)-1], &rules)
	require.NoError(t, err)
	return pack, words
}

// register makes the master of a month, counted from 0.
func (s shape) register(month int, themes []report.Theme) *report.Register {
	m := report.Month{Year: 2023, Month: time.Month(9 - s.months + 1 + month)}
	if m.Month < 1 {
		m = report.Month{Year: 2022, Month: m.Month + 12}
	}
	r := &report.Register{
		Name: s.name, File: s.name + ".xlsx", Sheet: "Recommendations", Month: m, AsAt: m.LastDay(),
		Columns: report.Fields(),
	}
	if !s.bare {
		r.About = report.About{
			Title:        report.Text{"en": "Stalking and harassment deep dive", "cy": "Ymchwiliad i stelcio ac aflonyddu"},
			Organisation: report.Text{"en": "Heddlu Dyfed-Powys Police"}, Issuer: report.Text{"en": "Police and Crime Commissioner"},
			Board: report.Text{"en": "Policing Board"}, MeetingDate: dates.NewDate(2023, 10, 12), Published: dates.NewDate(2023, 6, 15),
			ResponseIssued: dates.NewDate(2022, 7, 14), Version: "1.0", Contact: report.Text{"en": "performance@example.police.uk"}, Illustrative: true,
		}
	}
	for i := range s.rows {
		row := s.row(i, month, themes)
		if s.noSignOff {
			row.SignOff = report.NoSignOff
		}
		r.Recommendations = append(r.Recommendations, row)
	}
	return r
}

func (s shape) row(i, month int, themes []report.Theme) report.Recommendation {
	late := s.months - 1 - month // months before the last
	rec := report.Recommendation{
		Ref: fmt.Sprint(i + 1), Row: i + 2, Cells: report.Cells{}.With(report.FieldRef, fmt.Sprintf("A%d", i+2)),
		Text:   report.Text{"en": s.stretch(fmt.Sprintf("The force should make sure, point %d, that officers know of civil orders and use them early.", i+1))},
		Status: "In progress", State: report.InProgress, Scope: report.Force, SignOff: report.NotAsked,
	}
	theme := themes[i%s.themes]
	rec.Themes, rec.ThemeAsTyped = []string{theme.ID}, theme.Name["en"]
	if s.unmatched && i%4 == 3 {
		rec.Themes, rec.ThemeAsTyped = nil, "Something else"
	}
	if s.bare {
		return rec
	}
	rec.Response = report.Text{"en": s.stretch("The force agrees. The new civil orders officer will help colleagues, and governance meetings follow the work.")}
	rec.Progress = report.Text{"en": s.stretch("The post was filled in August. A first report goes to the vulnerability board.")}
	rec.Owner = s.stretch([]string{"Head of Vulnerability", "Performance Team", "Offender Management"}[i%3])
	rec.Heading, rec.Source = s.stretch("Perpetrator interventions"), "Deep dive review, June 2023"
	rec.Updated = dates.NewDate(2023, 9, 20)
	rec.OriginalDue = dates.NewDate(2023, 8+time.Month(i%9), 15)
	rec.Due = rec.OriginalDue
	if i%5 == 1 && late == 0 {
		rec.Due, rec.Reason = rec.Due.AddDays(120), s.stretch("Staff were moved to a major incident.")
	}
	switch done := i%6 == 0; {
	case s.complete, done && late == 0:
		rec.Status, rec.State, rec.SignOff = "Complete", report.Complete, report.Agreed
		rec.Completed = dates.NewDate(2023, 9, 12)
	case i%6 == 2:
		rec.Status, rec.State, rec.SignOff, rec.Completed = "Complete", report.Complete, report.Asked, dates.NewDate(2023, 9, 1)
		rec.Evidence = s.stretch("Dashboard of 1 September 2023")
	case i%7 == 3:
		rec.Status, rec.State = "Not started", report.NotStarted
	case i%11 == 4:
		rec.Scope, rec.Owner = report.External, "HMCTS"
	case i%13 == 5:
		rec.Status, rec.State = "Wobbling", report.Unrecognised
	}
	return rec
}

// scripts are texts that Liberation Sans cannot set alone: ticks, boxes and bullets, coloured signs, other alphabets, text from right
// to left, letters with many accents, and characters that are for private use or that no font of ours has.
func scripts() []string {
	return []string{
		"✓ ✔ ✗ ✘ ☐ ☑ ☒ • ▪ → ⇒ ■ □ ★", "\U0001F7E2 on track, \U0001F534 late, ⚪ not begun, ✅ done, ❌ not done, \U0001F7E5\U0001F7E6",
		"Ελληνικά, Русский, Հայերեն, ქართული", "שלום עולם, זה 18 מתוך 20 (בערך)", "\u0627\u0644\u0633\u0644\u0627\u0645 42 \u0631\u0642\u0645",
		"zażółć gęślą jaźń; Tiếng Việt đặc biệt ầ ữ ợ", "漢字, हिन्दी, ภาษาไทย, \U0001F600", "\uE000 and \U00100000, \uFFFD",
		"OFFICIAL\u2011SENSITIVE, x\u0302, so\u00ADft, zero\u200Bwidth", "𝐀 ≤ ≥ ≠ ∑ √ ½ ²",
	}
}

// stretch makes a text very long, with a word that no line can hold.
func (s shape) stretch(text string) string {
	if s.scripts {
		return text + " " + scripts()[len(text)%len(scripts())]
	}
	if !s.long {
		return text
	}
	return strings.Repeat(text+" ", 60) + strings.Repeat("Llanfairpwllgwyngyll", 12)
}
