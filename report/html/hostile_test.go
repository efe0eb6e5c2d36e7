package html_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
	"boardpack/report/dates"
)

// hostile are texts that would do something if a page took them for more than text.
func hostile() []string {
	return []string{
		`<script>window.pwned=1</script>`, `</script><script>window.pwned=1</script>`, `</style><style>body{display:none}</style>`,
		`<img src=x onerror=window.pwned=1>`, `<svg onload=window.pwned=1>`, `<svg><script>window.pwned=1</script></svg>`,
		`<iframe src="javascript:window.pwned=1"></iframe>`, `<a href="javascript:window.pwned=1">x</a>`, `javascript:window.pwned=1`,
		`"><script>window.pwned=1</script>`, `'><script>window.pwned=1</script>`, `" onmouseover="window.pwned=1`, `' onfocus='window.pwned=1' autofocus='`,
		`x onload=window.pwned=1`, `<!-- <p>`, `--><script>window.pwned=1</script>`, `<![CDATA[<script>window.pwned=1</script>]]>`, `<?php echo 1 ?>`,
		`<base href=https://example.org/>`, `<meta http-equiv=refresh content="0;url=https://example.org/">`, `<link rel=stylesheet href=https://example.org/x.css>`,
		`<form action=https://example.org/><input name=a></form>`, `<object data=x></object>`, `<embed src=x>`, `<video src=x onerror=window.pwned=1>`,
		`<details open ontoggle=window.pwned=1>`, `<math><mi xlink:href="javascript:window.pwned=1">x</mi></math>`, `<template><script>1</script></template>`,
		`<noscript><p title="</noscript><img src=x onerror=window.pwned=1>">`, `<textarea></textarea><script>window.pwned=1</script>`, `<plaintext>`, `<xmp>`,
		`</title><script>window.pwned=1</script>`, `</option></select><script>window.pwned=1</script>`, `</td></tr></table><script>window.pwned=1</script>`,
		`&lt;script&gt;window.pwned=1&lt;/script&gt;`, `&#60;script&#62;`, `&amp`, `&`, `https://example.org/?a=1&b=2`, `<https://example.org>`,
		"\u202Eevil\u202C and \u2066more", "\u202E never closed", "\u200Bnothing\u200D seen\uFEFF", "\u0000\u0001\u0008\u001b[31m control \u007f\u0085", "\uFFFE\uFFFF\uFDD0 no characters",
		"\xff\xfe broken bytes", "العربية ثم English", "עברית", "=cmd|'/c calc'!A0", `{{.Key}} ${x} %s [[3]] **bold**`, "line one\r\nline two\u2028line three\ttab",
		strings.Repeat("long", 300), "e\u0301\u0301\u0301\u0301 \U0001F600\U0001F468\u200D\U0001F469", `\3c script\3e `, `*/ body{display:none} /*`, `"}body{display:none}`,
		`content:"x"`, "#en-r1", "class=cy lang=cy",
	}
}

// hostileRegister has each of the texts in every field of a recommendation, and in what stands on every page.
func hostileRegister() *report.Register {
	texts := hostile()
	in := func(s string) report.Text { return report.Text{"en": s, "cy": s + " (cy)"} }
	about := strings.Join([]string{texts[1], texts[2], texts[11], texts[41], texts[56]}, " ")
	r := &report.Register{Name: "hostile", File: `hostile"><script>1</script>.xlsx`, Month: report.Month{Year: 2023, Month: time.September}, ExtraColumns: []string{texts[0]}}
	r.About = report.About{Title: in(about), Organisation: in(about), Issuer: in(about), Marking: `OFFICIAL"}</style><script>window.pwned=1</script>`, Board: in(about),
		Contact: in(about), Version: texts[3], MeetingDate: dates.NewDate(2023, time.October, 12), Illustrative: true}
	themes := []string{"resourcing", "training", "data"}
	states := []report.State{report.InProgress, report.NotStarted, report.Complete, report.Unrecognised, report.Withdrawn}
	r.Columns = report.Fields()
	for i, s := range texts {
		rec := report.Recommendation{Ref: fmt.Sprintf("%d%s", i, s), Source: s, Heading: s, ThemeAsTyped: s, Text: in(s), Response: in(s), Owner: s, Scope: report.Force, Priority: s,
			Status: s, State: states[i%len(states)], SignOff: report.NotAsked, DueAsWritten: s, Reason: s, Progress: in(s), Evidence: s, Extra: []string{s}, Sheet: "Recommendations", Row: i + 2,
			Cells: report.Cells{}.With(report.FieldRef, fmt.Sprintf("A%d", i+2)), Welsh: map[report.Field]string{report.FieldOwner: s + " (cy)"}}
		if i%4 > 0 {
			rec.Themes = themes[i%3 : i%3+1]
			rec.Due = dates.NewDate(2023, time.Month(7+i%6), 1+i%28)
		}
		r.Recommendations = append(r.Recommendations, rec)
	}
	return r
}

// TestHostileTexts: whatever a master holds stays text. The page is proved, its elements are those of a page, and what it shows is there.
func TestHostileTexts(t *testing.T) {
	t.Parallel()
	require.GreaterOrEqual(t, len(hostile()), 40)
	m := of(t, []*report.Register{hostileRegister()}, "en", "cy")
	page := m.page(t)
	require.NoError(t, m.proved(page))
	assert.Equal(t, 1, strings.Count(string(page), "<script>"))
	assert.Equal(t, 1, strings.Count(string(page), "</style>"))
	keep(t, "hostile", page)
}

// TestLargePages has 2,000 recommendations with texts of a usual length in one file of two languages; with BOARDPACK_HTML_DIR, 20,000 in one
// language, too.
func TestLargePages(t *testing.T) {
	m := of(t, []*report.Register{large(2000)}, "en", "cy")
	start := time.Now()
	page := m.page(t)
	made := time.Since(start)
	require.NoError(t, m.proved(page))
	t.Logf("2,000 recommendations: %d bytes, made in %v, proved in %v", len(page), made, time.Since(start)-made)
	assert.Less(t, len(page), 10<<20)
	keep(t, "large-2000", page)
	if os.Getenv(kept) == "" {
		return
	}
	m = of(t, []*report.Register{large(20000)}, "en")
	start = time.Now()
	page = m.page(t)
	made = time.Since(start)
	require.NoError(t, m.proved(page))
	t.Logf("20,000 recommendations: %d bytes, made in %v, proved in %v", len(page), made, time.Since(start)-made)
	keep(t, "large-20000", page)
}

// large is a register with texts of a usual length.
func large(rows int) *report.Register {
	words := strings.Fields("record every visit and review how officers of the force assess risk with partners before a case goes on so that victims hear of it in time")
	text := func(seed, n int) string {
		var out []string
		for i := range n {
			out = append(out, words[(seed*7+i*(seed%5+1))%len(words)])
		}
		return strings.Join(out, " ") + "."
	}
	states := []report.State{report.InProgress, report.NotStarted, report.Complete, report.Complete, report.InProgress}
	themes := []string{"resourcing", "training", "data", "perpetrators", "victims"}
	r := &report.Register{Name: "large", File: "large.xlsx", Month: report.Month{Year: 2023, Month: time.September}, Columns: report.Fields()}
	r.About = report.About{Title: report.Text{"en": "Large register"}, Marking: "OFFICIAL"}
	for i := range rows {
		r.Recommendations = append(r.Recommendations, report.Recommendation{Ref: fmt.Sprint(i + 1), Themes: themes[i%5 : i%5+1], Text: report.Text{"en": text(i, 25)},
			Response: report.Text{"en": text(i+1, 60)}, Progress: report.Text{"en": text(i+2, 20)}, Owner: fmt.Sprintf("Team %d", i%40), Scope: report.Force, State: states[i%5], Status: "x",
			SignOff: report.Agreed, Due: dates.NewDate(2023, time.Month(6+i%7), 1+i%28), OriginalDue: dates.NewDate(2023, time.Month(6+i%7), 1+i%28), Updated: dates.NewDate(2023, time.September, 1+i%30),
			Row: i + 2, Sheet: "Recommendations", Cells: report.Cells{}.With(report.FieldRef, fmt.Sprintf("A%d", i+2))})
	}
	return r
}

// kept names the folder in which pages stay for a browser to be tried on.
const kept = "BOARDPACK_HTML_DIR"

func keep(t *testing.T, name string, page []byte) {
	t.Helper()
	if dir := os.Getenv(kept); dir != "" {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name+".html"), page, 0o644))
	}
}

// TestEachLanguageAlone: a file of one language says what the file of all says in it, and leads to the others.
func TestEachLanguageAlone(t *testing.T) {
	t.Parallel()
	m := sample(t, "custody-inspection")
	for i := range m.docs {
		one := &made{pack: m.pack, words: m.words[i : i+1], docs: m.docs[i : i+1], figures: m.figures}
		require.NoError(t, one.proved(one.page(t)))
	}
}
