package master

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
)

// plainOf takes all kinds of markup out of a text.
func plainOf(s string) string {
	for _, kind := range markups() {
		if s != "" && kind.is(s) {
			s = clean(kind.plain(s))
		}
	}
	return s
}

func TestMarkupBecomesPlainText(t *testing.T) {
	t.Parallel()
	for marked, want := range map[string]string{
		// SharePoint's rich text
		`<div class="ExternalClass1"><p>Train all call&nbsp;handlers.</p><p>Test &amp; report.</p></div>`: "Train all call handlers.\nTest & report.",
		`<ul><li>First</li><li>Second</li></ul>`:                                                          "• First\n• Second",
		`<p>Steps:</p><ol><li><p>One</p></li><li>Two<ul><li>a</li></ul></li></ol><p>End</p>`:              "Steps:\n1. One\n2. Two\n• a\nEnd",
		"One<br>two<br/><br />three":                                                                      "One\ntwo\n\nthree",
		"<div>one\n  line</div>":                                                                          "one line",
		"<p><s>We will begin.</s> We have <del>not </del>begun.</p>":                                      "We have begun.",
		"<strike>All of it</strike>":                                                                      "<strike>All of it</strike>",
		"<b>Line one</b>\nLine <i>two</i>":                                                                "Line one\nLine two",
		`<span style="color:red">Late</span>`:                                                             "Late",
		`See <a href="https://example.org/a?b=1&amp;c=2">the plan</a>.`:                                   "See the plan (https://example.org/a?b=1&c=2).",
		`<a href="https://example.org">https://example.org</a>`:                                           "https://example.org",
		`<a href='mailto:a@example.org'>a@example.org</a>`:                                                "a@example.org",
		"<style>p { color: red }</style><p>Text</p>":                                                      "Text",
		"<p>a</p><!-- b --><p>c</p>":                                                                      "a\nc",
		"<table><tr><td>Rhagfyr</td><td>Chwefror</td></tr><tr><td>2</td></tr></table>":                    "Rhagfyr Chwefror\n2",
		"<div><br></div>": "", "<p>&nbsp;</p>": "",
		// entities alone, and HTML that was escaped once more
		"Test &amp; report": "Test & report", "caf&#233;s &#x26; t&rsquo; d&wcirc;r": "cafés & t’ dŵr", "&lt;p&gt;Text&lt;/p&gt;": "Text", "a&nbsp;b": "a b",
		// ids and lists
		"Jane Smith;#42": "Jane Smith", "Jones, Ann;#42;#Smith, Bo;#51": "Jones, Ann; Smith, Bo", "3;#Training": "Training", "Training;#Data": "Training; Data",
		";#Training;#Data;#": "Training; Data", "3;#4": "3; 4", "Siân Ŵyn;#7": "Siân Ŵyn",
		`{"DisplayName":"A. N. Other"}`: "A. N. Other", `[{"Value":"Training"},{"Value":"Data"}]`: "Training; Data", `["Training","Data"]`: "Training; Data",
		// Markdown
		"**Train** all [staff](https://example.org)": "Train all staff (https://example.org)", "Do **both of** these": "Do both of these",
	} {
		assert.Equal(t, want, plainOf(marked), "%s", marked)
	}
}

func TestTextThatOnlyLooksLikeMarkup(t *testing.T) {
	t.Parallel()
	for _, s := range []string{"a < b and b > c", "<5 cases", "fewer than <5 a month, >10 a year", "R&D;", "R&D; A&E", "Q&A", "AT&T", "x <y> z", "<b and c> d", "if a<b, then c>d",
		"<name>", "<insert date>", "2 * 3 ** 4", "** note", "[1](see below)", "[draft] (not sent)", "{draft}", "[TBC]", "[]", "{}", `{"a":1}`, "a; #1", "item #3; item #4", "© & ®", "&copy 2024", "***"} {
		assert.Equal(t, s, plainOf(s))
	}
}

func TestMarkupIsListedOnceForEachKind(t *testing.T) {
	t.Parallel()
	rows := [][]any{append(planHeads(), "Response"),
		{1, "Training;#Data", "<p>Train</p>", "<div>In progress</div>", "Jane Smith;#42", "30/06/2024", "<div></div>"},
		{2, "3;#Training", "<p>One</p>", "In progress", `{"DisplayName":"A. N. Other"}`, "30/06/2024", "Plain"}}
	for i := range 5 {
		rows = append(rows, []any{10 + i, "Training", "a &amp; b", "In progress", "B", "30/06/2024", "**Yes**"})
	}
	register, err := ReadBytes("m.xlsx", workbook(t, rows), options())
	require.NoError(t, err)
	first := register.Recommendations[0]
	assert.Equal(t, "Train", first.Text["en"])
	assert.Equal(t, report.InProgress, first.State)
	assert.Equal(t, []string{"training", "data"}, first.Themes)
	assert.Equal(t, "Jane Smith", first.Owner)
	assert.True(t, first.Response.IsEmpty(), "nothing is left of it")
	assert.Equal(t, []string{"training"}, register.Recommendations[1].Themes)
	assert.Equal(t, "A. N. Other", register.Recommendations[1].Owner)
	assert.Equal(t, []string{"several-themes B2", "ids-in-text B2", "html-in-text C2", "json-in-text E3", "markdown-in-text G4"}, found(register))
	assert.Equal(t, map[string]string{"N": "9", "Cells": "C2, D2, G2, C3, C4, …"}, argsOf(register, "html-in-text"))
	assert.Equal(t, map[string]string{"N": "3", "Cells": "B2, E2, B3"}, argsOf(register, "ids-in-text"))
	for _, p := range register.Problems {
		assert.Equal(t, report.Note, p.Level)
	}
}
