package templates

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
)

const oneTheme = "themes:\n  - id: roads\n    name: {en: Roads, cy: Ffyrdd}\n    headings: [Potholes]\n    synonyms: [Highways]\n"

// keyEffects gives, for each key of pack.yaml, a file that sets it and what follows from it.
func keyEffects() map[string]func(t *testing.T) {
	load := func(t *testing.T, content string) *Template {
		t.Helper()
		tpl, err := loadWith("pack.yaml", content)
		require.NoError(t, err)
		return tpl
	}
	return map[string]func(t *testing.T){
		"languages": func(t *testing.T) {
			assert.Equal(t, []string{"en"}, load(t, "languages: en").Languages)
		},
		"organisation": func(t *testing.T) {
			assert.Equal(t, report.Text{"en": "Anytown Council", "cy": "Cyngor Anytown"},
				load(t, "organisation: {en: Anytown Council, cy: Cyngor Anytown}").Rules.DefaultOrg)
		},
		"marking": func(t *testing.T) {
			assert.Equal(t, "OFFICIAL-SENSITIVE", load(t, "marking: OFFICIAL-SENSITIVE").Rules.Marking)
			assert.Equal(t, "", load(t, `marking: ""`).Rules.Marking)
		},
		"accent": func(t *testing.T) {
			assert.Equal(t, Colour{0x70, 0x11, 0x2a}, load(t, `accent: "#70112A"`).Accent)
		},
		"due_soon_days": func(t *testing.T) {
			assert.Equal(t, 0, load(t, "due_soon_days: 0").Rules.DueSoonDays)
			assert.Equal(t, 3650, load(t, "due_soon_days: 3650").Rules.DueSoonDays)
		},
		"overdue_by": func(t *testing.T) {
			assert.Equal(t, report.ByDue, load(t, "overdue_by: due").Rules.OverdueBy)
			assert.Equal(t, report.ByOriginalDue, load(t, "overdue_by: original_due").Rules.OverdueBy)
		},
		"several_themes": func(t *testing.T) {
			assert.False(t, load(t, "several_themes: first").Rules.EachTheme)
			assert.True(t, load(t, "several_themes: each").Rules.EachTheme)
		},
		"financial_year_end": func(t *testing.T) {
			assert.Equal(t, report.Date{Month: 7, Day: 31}, load(t, "financial_year_end: 31 July").Rules.FinancialYearEnd)
		},
		"themes": func(t *testing.T) {
			tpl := load(t, oneTheme)
			assert.Equal(t, []report.Theme{{ID: "roads", Name: report.Text{"en": "Roads", "cy": "Ffyrdd"}}}, tpl.Rules.Themes)
			assert.Equal(t, map[string][]string{"roads": {"Roads", "Ffyrdd", "Potholes", "Highways"}}, tpl.Vocabulary.Themes)
		},
		"states": func(t *testing.T) {
			assert.Equal(t, map[report.State][]string{report.Complete: {"Shipped"}, report.NotStarted: {"Idle", "1"}},
				load(t, "states: {complete: Shipped, not_started: [Idle, 1]}").Vocabulary.States)
		},
		"sign_off": func(t *testing.T) {
			assert.Equal(t, map[report.SignOff][]string{report.Agreed: {"Aye"}, report.NotAsked: {"Nay"}},
				load(t, "sign_off: {agreed: [Aye], not_asked: [Nay]}").Vocabulary.SignOffs)
		},
		"scope": func(t *testing.T) {
			assert.Equal(t, map[report.Scope][]string{report.External: {"Theirs"}}, load(t, "scope: {external: [Theirs]}").Vocabulary.Scopes)
		},
		"yes": func(t *testing.T) {
			assert.Equal(t, []string{"Aye", "True", "1"}, load(t, "yes: [Aye, True, 1]").Vocabulary.Yes)
		},
		"no": func(t *testing.T) {
			assert.Equal(t, []string{"Nay"}, load(t, "no: Nay").Vocabulary.No)
		},
		"sheets": func(t *testing.T) {
			assert.Equal(t, []string{"Log", "Actions"}, load(t, "sheets: [Log, Actions]").Vocabulary.Sheets)
		},
		"columns": func(t *testing.T) {
			assert.Equal(t, map[report.Field][]string{"ref": {"Nr"}, "theme": {"Area"}, "recommendation": {"What"}, "status": {"How"}},
				load(t, "columns: {ref: Nr, theme: Area, recommendation: What, status: How}").Vocabulary.Columns)
		},
		"about": func(t *testing.T) {
			assert.Equal(t, map[string][]string{"title": {"Name"}, "title.cy": {"Enw"}}, load(t, "about: {title: Name, title.cy: Enw}").Vocabulary.About)
		},
		"ratings": func(t *testing.T) {
			rules := load(t, `
ratings:
  recommendation:
    - {rating: red, when: no_response, say: {en: Red without a response.}}
  group:
    - {rating: amber, when: no_response * 2 > total, say: {en: Amber when most lack a response.}}
    - {rating: green, when: "true", say: {en: Green otherwise.}}
`).Rules
			require.Len(t, rules.PositionRatings, 1)
			require.Len(t, rules.GroupRatings, 2)
			assert.Equal(t, report.Red, rules.PositionRatings[0].Rating)
			assert.Equal(t, "no_response * 2 > total", rules.GroupRatings[0].When)
			assert.Equal(t, report.Text{"en": "Green otherwise."}, rules.GroupRatings[1].Sentence)
			assert.Equal(t, report.Amber, rated(t, rules.GroupRatings, figures{report.Total: 3, report.NoResponse: 2}))
			assert.Equal(t, report.Green, rated(t, rules.GroupRatings, figures{report.Total: 4, report.NoResponse: 2}))
		},
	}
}

// keyMistakes gives, for each key, files with a mistake in it and what is said of them.
func keyMistakes() map[string][]struct{ content, want string } {
	type c = struct{ content, want string }
	const at = "pack.yaml, line "
	return map[string][]c{
		"languages": {
			{"languages: [en, fr]", at + `1, column 17: there is no wording for the language "fr": there is `},
			{"languages: [en, en]", at + `1, column 17: the language "en" is listed twice: take one out`},
			{"languages: []", at + `1, column 12: languages is empty: name at least one, as in [en]`},
			{"languages: {en: yes}", at + `1, column 12: a language should be a text, but there is a group of entries`},
		},
		"organisation": {
			{"organisation: Anytown Council", at + `1, column 15: organisation should have entries of the form "key: value", but there is a text`},
			{"organisation: {en: A, cyy: B}", at + `1, column 23: unknown language "cyy" in organisation: did you mean "cy"?`},
			{"organisation:\n  cy: B", at + `2, column 3: organisation has no text for the language "en": add the line en: and the text`},
		},
		"marking": {
			{"marking: [OFFICIAL]", at + `1, column 10: marking should be a text, but there is a list`},
			{"marking: " + strings.Repeat("x", 61), at + `1, column 10: marking must fit on one line of a page: 60 characters or fewer`},
		},
		"accent": {
			{"accent: #1A3A5C", at + `1, column 9: accent should be a text, but there is nothing (text that starts with # must be in quotes; "" is an empty text)`},
			{"accent: blue", at + `1, column 9: accent "blue" is not a colour: write it as # and six digits or letters A to F, for example "#1A3A5C"`},
			{`accent: "#777777"`, at + `1, column 9: accent #777777 has a contrast of 4.47 to 1 on white, and text needs 4.5 to 1 or more: choose a darker colour`},
		},
		"due_soon_days": {
			{"due_soon_days: two months", at + `1, column 16: due_soon_days should be a whole number, but there is a text`},
			{"due_soon_days: 1.5", at + `1, column 16: due_soon_days should be a whole number, but there is a number`},
			{"due_soon_days: -1", at + `1, column 16: due_soon_days is -1: it is a whole number from 0 to 3650`},
			{"due_soon_days: 3651", at + `1, column 16: due_soon_days is 3651: it is a whole number from 0 to 3650`},
		},
		"overdue_by":     {{"overdue_by: original", at + `1, column 13: overdue_by is "original", which is not known: it is due or original_due`}},
		"several_themes": {{"several_themes: both", at + `1, column 17: several_themes is "both", which is not known: it is first or each`}},
		"financial_year_end": {
			{"financial_year_end: March", at + `1, column 21: financial_year_end "March" is not a day of the year: write it as in "31 March"`},
			{"financial_year_end: 29 February", at + `1, column 21: financial_year_end "29 February" is not a day of the year: write it as in "31 March"`},
		},
		"themes": {
			{"themes: []", at + `1, column 9: themes is empty: give at least one`},
			{"themes: Roads", at + `1, column 9: themes should be a list, but there is a text`},
			{"themes: [Roads]", at + `1, column 10: a theme should have entries of the form "key: value", but there is a text`},
			{"themes:\n  - name: {en: Roads}", at + `2, column 5: a theme has no id: add the line id: and a short word in small letters`},
			{"themes:\n  - id: Roads\n    name: {en: Roads}", at + `2, column 9: the theme id "Roads" is not one: write it in small letters a to z, digits and _, 40 at most`},
			{"themes:\n  - id: not_given\n    name: {en: Roads}", at + `2, column 9: the theme id "not_given" is taken by the program: choose another`},
			{"themes:\n  - id: roads", at + `2, column 5: the theme "roads" has no name: add the line name: and its names`},
			{"themes:\n  - id: roads\n    name: {en: \"\"}", at + `3, column 16: the name of a theme is empty: write its text`},
			{"themes:\n  - id: roads\n    name: {cy: Ffyrdd}", at + `3, column 11: the name of a theme has no text for the language "en": add the line en: and the text`},
			{oneTheme + "    synonym: [Streets]", at + `6, column 5: unknown key "synonym" in a theme: did you mean "synonyms"?`},
			{oneTheme + "  - id: roads\n    name: {en: Streets}", at + `6, column 5: the theme id "roads" is already that of the theme in line 2: give one of them another id`},
			{oneTheme + "  - id: lanes\n    name: {en: Lanes}\n    synonyms: [POT-HOLES]", at + `8, column 16: "POT-HOLES" stands under the theme lanes and, in line 4, under the theme roads: keep it under one of them`},
		},
		"states": {
			{"states: {complete: [Done], compleet: [Finished]}", at + `1, column 28: unknown key "compleet" in states: did you mean "complete"?`},
			{"states: {complete: [Done], unrecognised: [Odd]}", at + `1, column 28: unknown key "unrecognised" in states: known here: not_started, in_progress, complete, not_accepted, withdrawn and superseded`},
			{"states:\n  complete: [Done, Clôsed]\n  withdrawn: [closed]", at + `3, column 15: "closed" stands under withdrawn and, in line 2, under complete: keep it under one of them`},
			{"states: {withdrawn: [Gone]}", at + `1, column 9: states has no words for "complete", which a master needs: add the line complete: and its words`},
			{"states: {complete: [Done, '-']}", at + `1, column 27: "-" under complete has no letter or digit to compare: take it out`},
			{"states: {complete: [Done, [Finished]]}", at + `1, column 27: complete should be a text, but there is a list`},
		},
		"sign_off": {
			{"sign_off: {agree: [Yes]}", at + `1, column 12: unknown key "agree" in sign_off: did you mean "agreed"?`},
			{"sign_off: {agreed: []}", at + `1, column 11: sign_off has no words for "agreed", which a master needs: add the line agreed: and its words`},
			{"sign_off: {agreed: [Yes], refused: [YES]}", at + `1, column 37: "YES" stands under refused and, in line 1, under agreed: keep it under one of them`},
		},
		"scope": {
			{"scope: {forces: [Ours]}", at + `1, column 9: unknown key "forces" in scope: did you mean "force"?`},
			{"scope: {force: [Ours], joint: [ours]}", at + `1, column 32: "ours" stands under joint and, in line 1, under force: keep it under one of them`},
		},
		"yes": {
			{"yes: []", at + `1, column 6: yes has no words: give at least one`},
			{"yes: [Aye]\nno: [aye]", at + `2, column 6: "aye" stands under no and, in line 1, under yes: keep it under one of them`},
		},
		"no":     {{"no: {n: y}", at + `1, column 5: no should be a text, but there is a group of entries`}},
		"sheets": {{"sheets: []", at + `1, column 9: sheets has no names: give at least one`}},
		"columns": {
			{"columns: {ref: Nr, theme: Area, recommendation: What}", at + `1, column 10: columns has no words for "status", which a master needs: add the line status: and its words`},
			{"columns: {ref: Nr, theme: Area, recommendation: What, status: How, sing_off: Agreed}", at + `1, column 68: unknown key "sing_off" in columns: did you mean "sign_off"?`},
			{"columns: {ref: Nr, theme: Area, recommendation: What, status: What}", at + `1, column 63: "What" stands under status and, in line 1, under recommendation: keep it under one of them`},
		},
		"about": {
			{"about: {titel: Name}", at + `1, column 9: unknown key "titel" in about: did you mean "title"?`},
			{"about: {title: Name, issuer: NAME}", at + `1, column 30: "NAME" stands under issuer and, in line 1, under title: keep it under one of them`},
		},
		"ratings": {
			{"ratings: red", at + `1, column 10: ratings should have entries of the form "key: value", but there is a text`},
			{"ratings:\n  groups: []", at + `2, column 3: unknown key "groups" in ratings: did you mean "group"?`},
			{"ratings:\n  recommendation: []", at + `2, column 3: ratings of a recommendation is empty: give at least one rule`},
			{group(`{when: "true", say: {en: Always.}}`), at + `5, column 7: a rule has no "rating": add that line`},
			{group(`{rating: purple, when: "true", say: {en: Always.}}`), at + `5, column 16: rating is "purple", which is not known: it is red, amber, green or blue`},
			{group(`{rating: red, say: {en: Always.}}`), at + `5, column 7: a rule has no "when": add that line`},
			{group(`{rating: red, when: "true"}`), at + `5, column 7: a rule has no "say": add that line`},
			{group(`{rating: red, when: "true", say: {cy: Bob amser.}}`), at + `5, column 40: the sentence of a rule has no text for the language "en": add the line en: and the text`},
			{group(`{rating: red, wen: "true", say: {en: Always.}}`), at + `5, column 21: unknown key "wen" in a rule: did you mean "when"?`},
			{group(`{rating: red, when: total > ovredue, say: {en: Late.}}`), at + `5, column 35: in the rule "total > ovredue": "ovredue" is not a figure: did you mean "overdue"?`},
			{group(`{rating: red, when: "total > ovredue", say: {en: Late.}}`), at + `5, column 36: in the rule "total > ovredue": "ovredue" is not a figure: did you mean "overdue"?`},
			{group(`{rating: red, when: overdue, say: {en: Late.}}`), at + `5, column 27: in the rule "overdue": expected bool, but got int (each figure is a number here: write overdue > 0, not overdue)`},
			{group(`{rating: red, when: overdue >, say: {en: Late.}}`), at + `5, column 35: in the rule "overdue >": unexpected token EOF`},
			{group(`{rating: red, when: overdue % complete > 0, say: {en: Late.}}`), at + `5, column 35: in the rule "overdue % complete > 0": runtime error: integer divide by zero`},
			{group(`{rating: red, when: len(overdue) > 0, say: {en: Late.}}`), at + `5, column 27: in the rule "len(overdue) > 0": "len" is not a figure: `},
			{"ratings:\n  group:\n    - {rating: red, when: overdue > 0, say: {en: Late.}}\n  recommendation:\n    - {rating: red, when: overdue > 0, say: {en: Late.}}",
				at + `5, column 35: in the rule "overdue > 0": invalid operation: > (mismatched types bool and int) (each figure is true or false here: write overdue, not overdue > 0)`},
		},
	}
}

// group gives a file whose second rule for a group is the one given.
func group(rule string) string {
	return "ratings:\n  recommendation: [{rating: red, when: overdue, say: {en: Late.}}]\n  group:\n    - {rating: blue, when: complete > 0, say: {en: Done.}}\n    - " + rule
}

func TestEachKeyHasAnEffect(t *testing.T) {
	effects := keyEffects()
	for _, s := range sections() {
		if assert.Contains(t, effects, s.key, "a key needs a test of its effect") {
			t.Run(s.key, effects[s.key])
		}
	}
}

func TestEachKeyIsChecked(t *testing.T) {
	cases := keyMistakes()
	for _, s := range sections() {
		assert.NotEmpty(t, cases[s.key], "the key %s needs a test of its mistakes", s.key)
		for _, c := range cases[s.key] {
			t.Run(c.content, func(t *testing.T) {
				tpl, err := loadWith("pack.yaml", c.content)
				assert.Nil(t, tpl)
				var found Errors
				require.ErrorAs(t, err, &found)
				assert.Contains(t, found.Error(), c.want)
			})
		}
	}
}

func TestEachKeyIsInTheShippedFile(t *testing.T) {
	data, err := shipped.ReadFile(packName)
	require.NoError(t, err)
	var m mistakes
	var keys, want []string
	for _, e := range (reader{packName, &m}).parse(data) {
		keys = append(keys, e.key)
	}
	for _, s := range sections() {
		want = append(want, s.key)
	}
	assert.Equal(t, want, keys, "in the order in which they are read")
}

func TestUnknownKeys(t *testing.T) {
	for content, want := range map[string]string{
		"themez: []":          `unknown key "themez": did you mean "themes"?`,
		"signoff: {}":         `unknown key "signoff": did you mean "sign_off"?`,
		"due_soon_dasy: 3":    `unknown key "due_soon_dasy": did you mean "due_soon_days"?`,
		"something_else: yes": `unknown key "something_else": no known name is like it`,
	} {
		_, err := loadWith("pack.yaml", content)
		assert.EqualError(t, err, "pack.yaml, line 1, column 1: "+want)
	}
}

func TestContrastBoundary(t *testing.T) {
	for _, c := range []struct {
		colour string
		ok     bool
	}{{"#767676", true}, {"#777777", false}, {"#000000", true}, {"#FFFFFF", false}, {"#1A3A5C", true}, {"#D4351C", true}, {"#FF0000", false}} {
		_, err := loadWith("pack.yaml", `accent: "`+c.colour+`"`)
		assert.Equal(t, c.ok, err == nil, "%s: %v", c.colour, err)
	}
	assert.InDelta(t, 21, Colour{}.ContrastOnWhite(), 0.001)
	assert.InDelta(t, 1, Colour{255, 255, 255}.ContrastOnWhite(), 0.001)
	assert.InDelta(t, 4.54, Colour{0x76, 0x76, 0x76}.ContrastOnWhite(), 0.005)
}

func TestColours(t *testing.T) {
	c, err := ParseColour("#1a3A5c")
	require.NoError(t, err)
	assert.Equal(t, "#1A3A5C", c.String())
	for _, s := range []string{"", "#", "#12345", "#1234567", "#12345G", "1A3A5C0", "#ŵŵŵ"} {
		_, err := ParseColour(s)
		assert.Error(t, err, s)
	}
}

func TestFold(t *testing.T) {
	for _, c := range []struct{ a, b string }{
		{"Sign-off", "SIGN OFF"}, {"Wedi'i gwblhau", "wedi’i  gwblhau"}, {"Thema", "thema:"}, {"Tynnwyd yn ôl", "Tynnwyd yn ol"}, {"Ŵ", "w"}, {"No.", "No"},
	} {
		assert.Equal(t, fold(c.a), fold(c.b))
	}
	assert.NotEqual(t, fold("Rec 1"), fold("Rec 2"))
}

func TestNearest(t *testing.T) {
	known := []string{"overdue", "open", "due_soon"}
	assert.Equal(t, "overdue", nearest("ovredue", known))
	assert.Equal(t, "due_soon", nearest("duesoon", known))
	assert.Equal(t, "", nearest("percentage", known))
	assert.Equal(t, "", nearest("xyz", nil))
}
