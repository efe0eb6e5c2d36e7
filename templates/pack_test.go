package templates

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report/fold"
	"boardpack/report/reporttest/pace"
)

const oneTheme = "themes:\n  - id: roads\n    name: {en: Roads, cy: Ffyrdd}\n    headings: [Potholes]\n    synonyms: [Highways]\n"

// keyMistakes gives, for each key, files with a mistake in it and what is said of them.
func keyMistakes() map[string][]struct{ content, want string } {
	type c = struct{ content, want string }
	const at = "pack.yaml, line "
	return map[string][]c{
		"languages": {
			{"languages: [en, fr]", at + `1, column 17: there is no wording for the language "fr": there is `},
			{"languages: [en, en]", at + `1, column 17: the language "en" is listed twice: delete one`},
			{"languages: []", at + `1, column 12: languages is empty: name at least one, as in [en]`},
			{"languages: {en: yes}", at + `1, column 12: a language should be a text, but there is a group of entries`},
		},
		"organisation": {
			{"organisation: Anytown Council", at + `1, column 15: organisation should have entries of the form "key: value", but there is a text`},
			{"organisation: {en: A, cyy: B}", at + `1, column 23: unknown language "cyy" in organisation: did you mean "cy"?`},
			{"organisation:\n  cy: B", at + `2, column 3: organisation has no text for the language "en": add the line en: and the text, or delete en from languages`},
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
		"fonts": {
			{"fonts: [own.ttf]", at + `1, column 9: the font own.ttf does not exist: put it beside pack.yaml`},
			{"fonts: [/own.ttf]", at + `1, column 9: the font /own.ttf is not in the template's folder: put it beside pack.yaml and give only its name`},
			{"fonts: {own: ttf}", at + `1, column 8: the file of a font should be a text, but there is a group of entries`},
			{"fonts: [a, b, c, d, e, f, g, h, i]", at + `1, column 8: fonts names 9 files: keep to 8`},
		},
		"logo": {
			{"logo: arms.png", at + `1, column 7: logo should have entries of the form "key: value", but there is a text`},
			{"logo: {file: arms.png, alt: {en: Arms, cy: Arfbais}}", at + `1, column 14: the logo arms.png does not exist: put it beside pack.yaml`},
			{"logo: {file: ../arms.png, alt: {en: Arms, cy: Arfbais}}", at + `1, column 14: the logo ../arms.png is not in the template's folder: put it beside pack.yaml and give only its name`},
			{"logo: {alt: {en: Arms, cy: Arfbais}}", at + `1, column 7: logo has no file: add the line file: and the name of a PNG picture in this folder`},
			{"logo: {file: arms.png}", at + `1, column 7: logo has no alt: add the line alt: and, in each language, what the picture shows, for those who cannot see it`},
			{`logo: {file: arms.png, alt: {en: ""}}`, at + `1, column 34: the alt text of the logo is empty: write its text`},
			{"logo: {files: arms.png}", at + `1, column 8: unknown key "files" in logo: did you mean "file"?`},
		},
		"editions": {
			{"editions: [papers]", at + `1, column 12: there is no edition "papers": did you mean "paper"?`},
			{"editions: [paper, paper]", at + `1, column 19: the edition "paper" is listed twice: take one out`},
			{"editions: []", at + `1, column 11: editions is empty: name at least one, as in [paper]`},
		},
		"outputs": {
			{"outputs: [pdfs]", at + `1, column 11: there is no output "pdfs": did you mean "pdf"?`},
			{"outputs: [pdf, pdf]", at + `1, column 16: the output "pdf" is listed twice: delete one`},
			{"outputs: []", at + `1, column 10: outputs is empty: name at least one, as in [pdf]`},
		},
		"file_name": {
			{`file_name: "{register}-{mouth}-{lang}"`, at + `1, column 12: file_name has {mouth}, which is not known: did you mean "month"?`},
			{`file_name: "{month}-{lang}"`, at + `1, column 12: file_name has no {register}, so one file would be written over another: add it, as in "{register}-{month}-{lang}"`},
			{`file_name: "{register}-{month}"`, at + `1, column 12: file_name has no {lang}, so`},
			{`file_name: "{month}/{register}-{lang}"`, at + `1, column 12: file_name has "/", which some computers do not allow in the name of a file: use letters, digits, spaces and - _ . ( )`},
			{`file_name: ".{register}-{lang}"`, at + `1, column 12: file_name is not a good name for a file`},
			{`file_name: [a]`, at + `1, column 12: file_name should be a text, but there is a list`},
		},
		"sections": {
			{"sections: {pdf: [cover, glance, trend]}", at + `1, column 33: there is no section "trend" in the pdf: `},
			{"sections: {workbook: [summary, recomendations, notes]}", at + `1, column 32: there is no section "recomendations" in the workbook: did you mean "recommendations"?`},
			{"sections: {pdf: [glance, cards, cards]}", at + `1, column 33: the section "cards" is listed twice: delete one`},
			{"sections: {pdf: [cards]}", at + `1, column 12: the pdf needs the section "glance": add it`},
			{"sections: {pdf: [cards, glance]}", at + `1, column 12: the section "glance" comes first in the pdf: move it to the beginning`},
			{"sections: {paper: [cover]}", at + `1, column 12: unknown key "paper" in sections: `},
		},
		"sign_off_policy": {{"sign_off_policy: never", at + `1, column 18: sign_off_policy is "never", which is not known: it is when_present, ignore or required`}},
		"priorities": {
			{"priorities: [High, HIGH]", at + `1, column 20: the priority "HIGH" is listed twice: delete one`},
			{"priorities: {High: 1}", at + `1, column 13: a priority should be a text, but there is a group of entries`},
		},
		"due_soon_days": {
			{"due_soon_days: two months", at + `1, column 16: due_soon_days should be a whole number, but there is a text`},
			{"due_soon_days: 1.5", at + `1, column 16: due_soon_days should be a whole number, but there is a number`},
			{"due_soon_days: -1", at + `1, column 16: due_soon_days is -1: it is a whole number from 0 to 3650`},
			{"due_soon_days: 3651", at + `1, column 16: due_soon_days is 3651: it is a whole number from 0 to 3650`},
		},
		"theme_separators": {{`theme_separators: [";", or]`, at + `1, column 25: the separator "or" would split words: give a sign, such as ";", or the words new line`}},
		"percent_columns":  {{`percent_columns: ["%"]`, at + `1, column 19: "%" under percent_columns has no letter or digit to compare: delete it`}},
		"percentages": {
			{"percentages: {complete: 90}", at + `1, column 15: unknown key "complete" in percentages: known here: complete_from and not_started_to`},
			{"percentages: {complete_from: 101}", at + `1, column 30: complete_from is 101: it is a whole number from 1 to 100`},
			{"percentages: {complete_from: 0}", at + `1, column 30: complete_from is 0: it is a whole number from 1 to 100`},
			{"percentages: {not_started_to: 100}", at + `1, column 31: not_started_to is 100: it is a whole number from 0 to 99`},
			{"percentages: {complete_from: 50, not_started_to: 50}", at + `1, column 14: complete_from is 50 and not_started_to is 50: the first must be higher`},
		},
		"overdue_by":     {{"overdue_by: original", at + `1, column 13: overdue_by is "original", which is not known: it is due or original_due`}},
		"portfolio":      {{"portfolio: both", at + `1, column 12: portfolio is "both", which is not known: it is no or yes`}},
		"progress_note":  {{"progress_note: append", at + `1, column 16: progress_note is "append", which is not known: it is replace or add`}},
		"attach_figures": {{"attach_figures: maybe", at + `1, column 17: attach_figures is "maybe", which is not known: it is yes or no`}},
		"same_ref":       {{"same_ref: one", at + `1, column 11: same_ref is "one", which is not known: it is actions or separate`}},
		"several_themes": {{"several_themes: both", at + `1, column 17: several_themes is "both", which is not known: it is first or each`}},
		"time_zone": {
			{"time_zone: London", at + `1, column 12: time_zone "London" is not known: write it as in Europe/London`},
			{"time_zone: Local", at + `1, column 12: time_zone "Local" is not known: write it as in Europe/London`},
		},
		"financial_year_end": {
			{"financial_year_end: March", at + `1, column 21: financial_year_end "March" is not a day of the year: write it as in "31 March"`},
			{"financial_year_end: 29 February", at + `1, column 21: financial_year_end "29 February" is not a day of the year: write it as in "31 March"`},
		},
		"unconfirmed": {
			{"unconfirmed: soon", at + `1, column 14: unconfirmed should be a list, but there is a text`},
			{"unconfirmed: [soon]", at + `1, column 15: an entry of unconfirmed should have entries of the form "key: value", but there is a text`},
			{"unconfirmed: [{waht: x}]", at + `1, column 16: unknown key "waht" in unconfirmed: did you mean "what"?`},
			{"unconfirmed: [{what: [x]}]", at + `1, column 22: what should be a text, but there is a list`},
		},
		"themes": {
			{"themes: Roads", at + `1, column 9: themes should be a list, but there is a text`},
			{"themes: [Roads]", at + `1, column 10: a theme should have entries of the form "key: value", but there is a text`},
			{"themes:\n  - name: {en: Roads}", at + `2, column 5: a theme has no id: add the line id: and a short word in small letters`},
			{"themes:\n  - id: Roads\n    name: {en: Roads}", at + `2, column 9: the theme id "Roads" is not allowed: use small letters a to z, digits and _, and 40 characters or fewer`},
			{"themes:\n  - id: not_given\n    name: {en: Roads}", at + `2, column 9: the theme id "not_given" is one that boardpack uses itself: choose another`},
			{"themes:\n  - id: roads", at + `2, column 5: the theme "roads" has no name: add the line name: and its names`},
			{"themes:\n  - id: roads\n    name: {en: \"\"}", at + `3, column 16: the name of a theme is empty: write its text`},
			{"themes:\n  - id: roads\n    name: {cy: Ffyrdd}", at + `3, column 11: the name of a theme has no text for the language "en": add the line en: and the text, or delete en from languages`},
			{oneTheme + "    synonym: [Streets]", at + `6, column 5: unknown key "synonym" in a theme: did you mean "synonyms"?`},
			{oneTheme + "    colour: \"#777777\"", at + `6, column 13: the colour of a theme #777777 has a contrast of 4.47 to 1 on white, and text needs 4.5 to 1 or more: choose a darker colour`},
			{oneTheme + "  - id: roads\n    name: {en: Streets}", at + `6, column 5: the theme in line 2 already has the id "roads": give one of them another id`},
			{oneTheme + "  - id: lanes\n    name: {en: Lanes}\n    synonyms: [POT-HOLES]", at + `8, column 16: "POT-HOLES" is under the theme lanes and, in line 4, under the theme roads: keep it under one of them`},
		},
		"states": {
			{"states: {complete: [Done], compleet: [Finished]}", at + `1, column 28: unknown key "compleet" in states: did you mean "complete"?`},
			{"states: {complete: [Done], complete.fr: [Fini]}", at + `1, column 28: unknown key "complete.fr" in states: did you mean "complete"?`},
			{"states: {complete: [Done], withdrawn.cy: [done]}", at + `1, column 43: "done" is under withdrawn and, in line 1, under complete: keep it under one of them`},
			{"states: {complete: [Done], unrecognised: [Odd]}", at + `1, column 28: unknown key "unrecognised" in states: known here: not_started, in_progress, complete, not_accepted, withdrawn and superseded`},
			{"states:\n  complete: [Done, Clôsed]\n  withdrawn: [closed]", at + `3, column 15: "closed" is under withdrawn and, in line 2, under complete: keep it under one of them`},
			{"states: {withdrawn: [Gone]}", at + `1, column 9: states has no words for "complete", which a spreadsheet needs: add the line complete: and its words`},
			{"states: {complete: [Done, '-']}", at + `1, column 27: "-" under complete has no letter or digit to compare: delete it`},
			{"states: {complete: [Done, [Finished]]}", at + `1, column 27: complete should be a text, but there is a list`},
		},
		"sign_off": {
			{"sign_off: {agree: [Yes]}", at + `1, column 12: unknown key "agree" in sign_off: did you mean "agreed"?`},
			{"sign_off: {agreed: []}", at + `1, column 11: sign_off has no words for "agreed", which a spreadsheet needs: add the line agreed: and its words`},
			{"sign_off: {agreed: [Yes], refused: [YES]}", at + `1, column 37: "YES" is under refused and, in line 1, under agreed: keep it under one of them`},
		},
		"scope": {
			{"scope: {forces: [Ours]}", at + `1, column 9: unknown key "forces" in scope: did you mean "force"?`},
			{"scope: {force: [Ours], joint: [ours]}", at + `1, column 32: "ours" is under joint and, in line 1, under force: keep it under one of them`},
		},
		"yes": {
			{"yes: []", at + `1, column 6: yes has no words: give at least one`},
			{"yes: [Aye]\nno: [aye]", at + `2, column 6: "aye" is under no and, in line 1, under yes: keep it under one of them`},
		},
		"no":     {{"no: {n: y}", at + `1, column 5: no should be a text, but there is a group of entries`}},
		"sheets": {{"sheets: []", at + `1, column 9: sheets has no names: give at least one`}},
		"columns": {
			{"columns: {ref: Nr, theme: Area, recommendation: What}", at + `1, column 10: columns has no words for "status", which a spreadsheet needs: add the line status: and its words`},
			{"columns: {ref: Nr, theme: Area, recommendation: What, status: How, sing_off: Agreed}", at + `1, column 68: unknown key "sing_off" in columns: did you mean "sign_off"?`},
			{"columns: {ref: Nr, theme: Area, recommendation: What, status: What}", at + `1, column 63: "What" is under status and, in line 1, under recommendation: keep it under one of them`},
		},
		"kept": {
			{"kept: [Cost, status]", at + `1, column 14: "status" is kept and is also a name of status in columns: delete one of the two`},
			{"ignored: [Cost]\nkept: [Cost]", at + `2, column 8: "Cost" is kept and is also a name of ignored: delete one of the two`},
		},
		"ignored": {
			{"ignored: [Cost, status]", at + `1, column 17: "status" is ignored and is also a name of status in columns: delete one of the two`},
			{"ignored: {Cost: yes}", at + `1, column 10: a heading should be a text, but there is a group of entries`},
		},
		"about": {
			{"about: {titel: Name}", at + `1, column 9: unknown key "titel" in about: did you mean "title"?`},
			{"about: {title: Name, issuer: NAME}", at + `1, column 30: "NAME" is under issuer and, in line 1, under title: keep it under one of them`},
		},
		"shipped": {
			{"shipped: 0", at + `1, column 10: shipped is 0: it is a whole number from 1 to 2147483647`},
			{"shipped: newest", at + `1, column 10: shipped should be a whole number, but there is a text`},
		},
		"ratings": {
			{"ratings: red", at + `1, column 10: ratings should have entries of the form "key: value", but there is a text`},
			{"ratings:\n  groups: []", at + `2, column 3: unknown key "groups" in ratings: did you mean "group"?`},
			{"ratings:\n  recommendation: []", at + `2, column 3: ratings of a recommendation is empty: give at least one rule`},
			{group(`{when: "true", say: {en: Always.}}`), at + `5, column 7: a rule has no "rating": add that line`},
			{group(`{rating: purple, when: "true", say: {en: Always.}}`), at + `5, column 16: rating is "purple", which is not known: it is red, amber, green or blue`},
			{group(`{rating: red, say: {en: Always.}}`), at + `5, column 7: a rule has no "when": add that line`},
			{group(`{rating: red, when: "true"}`), at + `5, column 7: a rule has no "say": add that line`},
			{group(`{rating: red, when: "true", say: {cy: Bob amser.}}`), at + `5, column 40: the sentence of a rule has no text for the language "en": add the line en: and the text, or delete en from languages`},
			{group(`{rating: red, wen: "true", say: {en: Always.}}`), at + `5, column 21: unknown key "wen" in a rule: did you mean "when"?`},
			{group(`{rating: red, when: total > ovredue, say: {en: Late.}}`), at + `5, column 35: in the rule "total > ovredue": "ovredue" is not a figure: did you mean "overdue"?`},
			{group(`{rating: red, when: "total > ovredue", say: {en: Late.}}`), at + `5, column 36: in the rule "total > ovredue": "ovredue" is not a figure: did you mean "overdue"?`},
			{group(`{rating: red, when: overdue, say: {en: Late.}}`), at + `5, column 27: in the rule "overdue": each figure is a number here: write overdue > 0, not overdue`},
			{group(`{rating: red, when: overdue >, say: {en: Late.}}`), at + `5, column 35: in the rule "overdue >": it breaks off: something is missing at its end`},
			{group(`{rating: red, when: overdue % complete > 0, say: {en: Late.}}`), at + `5, column 35: in the rule "overdue % complete > 0": it divides by a number that can be 0: multiply instead, as in overdue * 4 >= outstanding`},
			{"priorities: [High, Low]\n" + recommendation(`priority("Hihg")`), at + `3, column 68: in the rule "priority("Hihg")": "Hihg" is not one of the priorities: did you mean "High"?`},
			{recommendation(`priority("High")`), at + `2, column 68: in the rule "priority("High")": "High" is not one of the priorities: the list priorities is empty: write the words of the Priority column there`},
			{recommendation(`priority == "High"`), `a priority is asked for with its word in quotes, as in priority("High")`},
			{recommendation(`priority("Hi" + "gh")`), `a priority is a word in quotes, as in priority("High")`},
			{recommendation(`priority(1)`), `a priority is asked for with one word in quotes, as in priority("High")`},
			{recommendation(`priority()`), `in the rule "priority()": a priority is asked for with one word in quotes, as in priority("High")`},
			{recommendation(`rated_red > 0`), `"rated_red" is not a figure`},
			{group(`{rating: red, when: rated_rde > 0, say: {en: Late.}}`), at + `5, column 27: in the rule "rated_rde > 0": "rated_rde" is not a figure: did you mean "rated_red"?`},
			{group(`{rating: red, when: len(overdue) > 0, say: {en: Late.}}`), at + `5, column 27: in the rule "len(overdue) > 0": "len" is not a figure: `},
			{"ratings:\n  group:\n    - {rating: red, when: overdue > 0, say: {en: Late.}}\n  recommendation:\n    - {rating: red, when: overdue > 0, say: {en: Late.}}",
				at + `5, column 35: in the rule "overdue > 0": each figure is true or false here: write overdue, not overdue > 0`},
		},
	}
}

// group gives a file whose second rule for a group is the one given.
func group(rule string) string {
	return "ratings:\n  recommendation: [{rating: red, when: overdue, say: {en: Late.}}]\n  group:\n    - {rating: blue, when: complete > 0, say: {en: Done.}}\n    - " + rule
}

// recommendation gives a file whose one rule for a recommendation is the one given.
func recommendation(when string) string {
	return "ratings:\n  recommendation: [{rating: red, say: {en: Late.}, when: '" + when + "'}]\n  group: [{rating: red, when: overdue > 0, say: {en: Late.}}]"
}

func TestEachKeyIsChecked(t *testing.T) {
	t.Parallel()
	pace.OneByOne(t)
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
	t.Parallel()
	l := &loader{template: &Template{}}
	pack, ok := l.read(shipped, packName, shippedPrefix)
	require.True(t, ok)
	var m mistakes
	var keys, want []string
	for _, e := range (reader{packName, &m}).parse(pack) {
		keys = append(keys, e.key)
	}
	for _, s := range sections() {
		want = append(want, s.key)
	}
	assert.Equal(t, want, keys, "in the order in which they are read")
}

func TestUnknownKeys(t *testing.T) {
	t.Parallel()
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

func TestFold(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ a, b string }{
		{"Sign-off", "SIGN OFF"}, {"Wedi'i gwblhau", "wedi’i  gwblhau"}, {"Thema", "thema:"}, {"Tynnwyd yn ôl", "Tynnwyd yn ol"}, {"Ŵ", "w"}, {"No.", "No"},
	} {
		assert.Equal(t, fold.Word(c.a), fold.Word(c.b))
	}
	assert.NotEqual(t, fold.Word("Rec 1"), fold.Word("Rec 2"))
}

func TestNearest(t *testing.T) {
	t.Parallel()
	known := []string{"overdue", "open", "due_soon"}
	assert.Equal(t, "overdue", fold.Nearest("ovredue", known))
	assert.Equal(t, "due_soon", fold.Nearest("duesoon", known))
	assert.Equal(t, "", fold.Nearest("percentage", known))
	assert.Equal(t, "", fold.Nearest("xyz", nil))
}
