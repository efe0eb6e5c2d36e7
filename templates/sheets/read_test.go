package sheets

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"boardpack/report"
	"boardpack/report/master"
)

var (
	themeHead  = []any{"Name", "Name (Welsh)", "Other words", "Colour", "Id"}
	statusHead = []any{"Status word", "Status word (Welsh)", "Means", "Other words"}
	valueHead  = []any{"Setting", "Value", "What it is for"}
)

func TestThemesOfTheSheetTakeThePlaceOfTheTemplates(t *testing.T) {
	t.Parallel()
	tpl := template(t, own)
	s := read(t, one(t, "Themes", themeHead,
		[]any{"Leadership, culture", "Arweinyddiaeth", "Staff; Staff and leadership\nPeople", "#1A3A5C", "people"},
		[]any{nil, nil, nil, nil, nil},
		[]any{"Éstates & Finance", "Ystadau"},
		[]any{"Money", nil, nil, nil, "money"}), tpl)
	require.Len(t, s.Rules.Themes, 3)
	assert.Equal(t, report.Theme{ID: "people", Name: report.Text{"en": "Leadership, culture", "cy": "Arweinyddiaeth"}, Colour: "#1A3A5C"}, s.Rules.Themes[0])
	assert.Equal(t, "estates_finance", s.Rules.Themes[1].ID, "an Id that is empty is made from the name")
	assert.Equal(t, report.Text{"en": "Money", "cy": "Arian"}, s.Rules.Themes[2].Name, "a name that is missing is the template's for that Id")
	assert.Equal(t, []string{"Leadership, culture", "Arweinyddiaeth", "Staff", "Staff and leadership", "People"}, s.Vocabulary.Themes["people"])
	assert.Equal(t, []report.OwnSetting{{Name: "themes", Place: report.Place{Sheet: "Themes"}}}, s.Rules.Own)
	assert.Len(t, tpl.Rules.Themes, 2, "the template stays as it is")
	assert.Equal(t, 45, s.Rules.DueSoonDays, "all else is the template's")
}

func TestStatusWordsAreAddedAndWin(t *testing.T) {
	t.Parallel()
	tpl := template(t, own)
	s := read(t, one(t, "Status words", statusHead,
		[]any{"Parked", "Wedi parcio", "In progress", "Resting"},
		[]any{"Met", nil, "Ar y gweill"}, // the template has it as complete; the meaning may be in any language
		[]any{"WIP", nil, "Not recognised"}), tpl)
	statuses := master.NewStatusReader(&s.Vocabulary, &s.Rules)
	for word, want := range map[string]report.State{"parked": report.InProgress, "Wedi parcio": report.InProgress, "RESTING": report.InProgress,
		"Met": report.InProgress, "Done": report.Complete, "Not started": report.NotStarted} {
		state, _, ok := statuses.Read(word)
		assert.True(t, ok, word)
		assert.Equal(t, want, state, word)
	}
	_, _, ok := statuses.Read("WIP")
	assert.False(t, ok, "a word that is taken away")
	assert.Equal(t, []Offered{{report.InProgress, report.Text{"en": "Parked", "cy": "Wedi parcio"}}, {report.InProgress, report.Text{"en": "Met"}}}, s.Offered)
	state, _, _ := master.NewStatusReader(&tpl.Vocabulary, &tpl.Rules).Read("Met")
	assert.Equal(t, report.Complete, state, "the template stays as it is")
}

func TestValues(t *testing.T) {
	t.Parallel()
	tpl := template(t, own)
	s := read(t, one(t, "Settings", valueHead,
		[]any{"organisation", "Anytown Council"},
		[]any{"Organisation (Welsh)", "Cyngor Trefunrhyw"},
		[]any{"Due soon (days)", 30},
		[]any{"Overdue by", "due"},
		[]any{},
		[]any{"Lliw'r penawdau", "#5a2a5e"}), tpl)
	assert.Equal(t, report.Text{"en": "Anytown Council", "cy": "Cyngor Trefunrhyw"}, s.Rules.DefaultOrg)
	assert.Equal(t, 30, s.Rules.DueSoonDays)
	assert.Equal(t, report.ByDue, s.Rules.OverdueBy)
	assert.Equal(t, "#5A2A5E", s.Accent.String())
	assert.Equal(t, report.Text{"en": "Anytown", "cy": "Trefunrhyw"}, tpl.Rules.DefaultOrg, "the template stays as it is")
	assert.Equal(t, []report.OwnSetting{{Name: "organisation", Place: report.Place{Sheet: "Settings", Cell: "B2"}}, {Name: "due_soon_days", Place: report.Place{Sheet: "Settings", Cell: "B4"}},
		{Name: "overdue_by", Place: report.Place{Sheet: "Settings", Cell: "B5"}}, {Name: "accent", Place: report.Place{Sheet: "Settings", Cell: "B7"}}}, s.Rules.Own)

	same := read(t, one(t, "Settings", valueHead, []any{"Due soon (days)", "45"}, []any{"Accent colour", nil}), tpl)
	assert.Empty(t, same.Rules.Own, "what is as in the template is no setting of its own")
	assert.Equal(t, tpl.Accent, same.Accent, "an empty value is the template's")
}

func TestGivenForTheRunWins(t *testing.T) {
	t.Parallel()
	tpl := template(t, own)
	given := []Given{{"due_soon_days", "7"}}
	require.NoError(t, UseGiven(tpl, given))
	assert.Equal(t, 7, tpl.Rules.DueSoonDays)
	s, err := Read("m.xlsx", one(t, "Settings", valueHead, []any{"Due soon (days)", 30}), tpl, master.Limits{}, given...)
	require.NoError(t, err)
	assert.Equal(t, 7, s.Rules.DueSoonDays)
	assert.Empty(t, s.Rules.Own)
	assert.EqualError(t, UseGiven(tpl, []Given{{"due_soon_day", "7"}}), `due_soon_day: did you mean "due_soon_days"?`)
	assert.EqualError(t, UseGiven(tpl, []Given{{"due_soon_days", "-1"}}), `due_soon_days: "-1" is not a whole number from 0 to 3650: enter only the number of days`)
}

// TestMistakes: each has its cell and what to do, and all are told at once.
func TestMistakes(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, sheet string
		rows        [][]any
		want        []string
	}{
		{"themes twice", "Themes", [][]any{themeHead, {"Money", "Arian", nil, nil, "money"}, {"Cash", "Pres", nil, nil, "money"}},
			[]string{`Themes!E3: the theme in E2 already has the Id "money": give one of them another Id`}},
		{"the same Id made of two names", "Themes", [][]any{themeHead, {"Money!", "Arian"}, {"Money?", "Pres"}},
			[]string{`Themes!E3: the theme in E2 already has the Id "money": give one of them another Id`}},
		{"one word of two themes", "Themes", [][]any{themeHead, {"Money", "Arian", "Budget"}, {"People", "Pobl", "Staff; BUDGET"}},
			[]string{`Themes!C3: "BUDGET" stands for the theme people here and for the theme money in C2: keep it in one of the two`}},
		{"no name", "Themes", [][]any{themeHead, {nil, nil, "Budget"}}, []string{`Themes!A2: the theme has no name: enter its name, or clear the row`}},
		{"no Welsh name", "Themes", [][]any{themeHead, {"Roads"}},
			[]string{`Themes!B2: the theme "roads" has no name in Welsh, and the packs are made in that language: enter it in the column "Name (Welsh)"`}},
		{"no column for Welsh", "Themes", [][]any{{"Name", "Other words", "Id"}, {"Roads", nil, "roads"}},
			[]string{`Themes!C2: the theme "roads" has no name in Welsh, and the packs are made in that language: enter it in the column "Name (Welsh)"`}},
		{"an Id with capitals", "Themes", [][]any{themeHead, {"Roads", "Ffyrdd", nil, nil, "Roads 1"}},
			[]string{`Themes!E2: the Id "Roads 1" is not allowed: use small letters a to z, digits and _, and 40 characters or fewer`}},
		{"an Id of the program's", "Themes", [][]any{themeHead, {"Roads", "Ffyrdd", nil, nil, "all"}},
			[]string{`Themes!E2: the Id "all" is one that boardpack uses itself: choose another`}},
		{"no letters for an Id", "Themes", [][]any{themeHead, {"健康", "健康"}}, []string{`Themes!E2: no Id can be made from the name "健康": enter one of small letters a to z, digits and _`}},
		{"a colour that is none", "Themes", [][]any{themeHead, {"Roads", "Ffyrdd", nil, "mauve"}}, []string{`Themes!D2: the colour `}},
		{"a pale colour", "Themes", [][]any{themeHead, {"Roads", "Ffyrdd", nil, "#FFFF00"}}, []string{`Themes!D2: the colour #FFFF00 has a contrast of 1.07 to 1 on white, and text needs 4.5`}},
		{"a formula without a result", "Themes", [][]any{themeHead, {"=Recommendations!B2", "Ffyrdd"}},
			[]string{`Themes!A2: the result of the formula is not in the file: open the spreadsheet in Excel and save it, or enter the value itself`}},
		{"an error cell", "Themes", [][]any{themeHead, {"Roads", "#REF!"}}, []string{`Themes!B2: the cell shows #REF!: correct its formula, or enter the value itself`}},
		{"all at once", "Themes", [][]any{themeHead, {nil, nil, "x"}, {"Roads", "Ffyrdd", nil, nil, "?"}}, []string{"Themes!A2: ", "Themes!E3: "}},
		{"no meaning", "Status words", [][]any{statusHead, {"Parked"}}, []string{`Status words!C2: the row does not say what the word means: it is Not started, In progress, Complete, Not accepted, Withdrawn, Superseded or Not recognised`}},
		{"a meaning that is none", "Status words", [][]any{statusHead, {"Parked", nil, "Inprogres"}}, []string{`Status words!C2: "Inprogres" is not a meaning: did you mean "In progress"?`}},
		{"a meaning and no word", "Status words", [][]any{statusHead, {nil, nil, "Complete"}}, []string{`Status words!A2: the row has a meaning and no word: enter the word, or clear the row`}},
		{"two meanings", "Status words", [][]any{statusHead, {"Parked", nil, "In progress"}, {"Held", nil, "Not started", "parked"}},
			[]string{`Status words!D3: "parked" stands for "Not started" here and for "In progress" in A2: keep it in one of the two`}},
		{"a sign", "Status words", [][]any{statusHead, {"–", nil, "In progress"}}, []string{`Status words!A2: "–" has no letter or digit to compare: enter another word`}},
		{"days that are none", "Settings", [][]any{valueHead, {"Due soon (days)", "sixty"}}, []string{`Settings!B2: "sixty" is not a whole number from 0 to 3650: enter only the number of days`}},
		{"half a day", "Settings", [][]any{valueHead, {"Due soon (days)", 30.5}}, []string{`Settings!B2: "30.5" is not a whole number`}},
		{"too many days", "Settings", [][]any{valueHead, {"Due soon (days)", 3651}}, []string{`Settings!B2: "3651" is not a whole number`}},
		{"too few", "Settings", [][]any{valueHead, {"Due soon (days)", -1}}, []string{`Settings!B2: "-1" is not a whole number`}},
		{"a date that decides", "Settings", [][]any{valueHead, {"Overdue by", "orginal due"}}, []string{`Settings!B2: "orginal due" is not one of the two dates: did you mean "Original due"?`}},
		{"a name that is none", "Settings", [][]any{valueHead, {"Due soon dayz", 30}}, []string{`Settings!A2: there is no setting "Due soon dayz": did you mean "Due soon (days)"?`}},
		{"no name", "Settings", [][]any{valueHead, {nil, 30}}, []string{`Settings!A2: the row has a value and no setting: `}},
		{"twice", "Settings", [][]any{valueHead, {"Due soon (days)", 30}, {"due soon days", 31}}, []string{`Settings!A3: the setting "due soon days" is in A2 already: keep one of the two`}},
		{"a colour that is none", "Settings", [][]any{valueHead, {"Accent colour", "#12"}}, []string{`Settings!B2: the colour `}},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Read("in/2023-09/m.xlsx", one(t, c.sheet, c.rows...), template(t, own), master.Limits{})
			var found Mistakes
			require.ErrorAs(t, err, &found)
			require.Len(t, found, len(c.want), "%v", err)
			for i, want := range c.want {
				assert.True(t, strings.HasPrefix(found[i].Error(), "m.xlsx: "+want), "%s\nis not\nm.xlsx: %s", found[i].Error(), want)
			}
		})
	}
}

// TestSheetsThatAreNotOurs: a sheet of such a name without our headings, with another name, of a pack, or without anything is passed over.
func TestSheetsThatAreNotOurs(t *testing.T) {
	t.Parallel()
	tpl := template(t, own)
	for name, c := range map[string]struct {
		sheet string
		rows  [][]any
	}{
		"a list of themes of a team's own": {"Themes", [][]any{{"Theme", "Lead"}, {"Roads", "Jones"}}},
		"a list with an Id":                {"Themes", [][]any{{"Id", "Theme"}, {"1", "Roads"}}},
		"another name":                     {"Our themes", [][]any{themeHead, {"Roads", "Ffyrdd"}}},
		"a key to statuses":                {"Status words", [][]any{{"Status", "Meaning"}, {"Parked", "Not begun"}}},
		"settings of a macro":              {"Settings", [][]any{{"Name", "Value"}, {"Path", `C:\x`}}},
		"headings too far down":            {"Themes", append(make([][]any, 0), [][]any{{"a"}, {"b"}, {"c"}, {"d"}, {"e"}, {"f"}, {"g"}, {"h"}, {"i"}, {"j"}, themeHead, {"Roads", "Ffyrdd"}}...)},
		"empty":                            {"Themes", nil},
	} {
		assert.Nil(t, read(t, one(t, c.sheet, c.rows...), tpl), name)
	}
	assert.Nil(t, read(t, []byte("Ref,Theme,Recommendation,Status\n1,Money,x,Done\n"), tpl), "a CSV file has no sheets")
	assert.Nil(t, read(t, []byte("PK\x03\x04 not a workbook"), tpl))
	empty := read(t, one(t, "Themes", themeHead), tpl)
	assert.Equal(t, tpl.Rules.Themes, empty.Rules.Themes, "a sheet without a theme leaves those of the template")
}

// oddFiles are workbooks as people make them: each says the same.
func oddFiles(t *testing.T) map[string][]byte {
	rows := [][]any{{"Our themes", nil}, nil, {"Id", "OTHER WORDS", "name ", "Notes for us", "Name (Welsh)"}, {"roads", "=\"x\"", "Roads", "ask Jones", "Ffyrdd"}}
	plain := [][]any{{"Name", "Name (Welsh)", "Other words", "Id"}, {"Roads", "Ffyrdd", nil, "roads"}}
	hide := func(sheet string) func(f *excelize.File) {
		return func(f *excelize.File) { require.NoError(t, f.SetSheetVisible(sheet, false)) }
	}
	return map[string][]byte{
		"in Welsh":      one(t, "Themâu", []any{"Enw (Saesneg)", "Enw (Cymraeg)", "Geiriau eraill", "Dynodydd"}, []any{"Roads", "Ffyrdd", nil, "roads"}),
		"a title above": one(t, "THEMES ", append([][]any{{"Our themes"}, nil}, plain...)...),
		"hidden":        book(t, []string{"Themes"}, map[string][][]any{"Themes": plain}, hide("Themes")),
		"other order":   one(t, "themes", [][]any{rows[0], rows[1], rows[2], {"roads", nil, "Roads", "ask Jones", "Ffyrdd"}}...),
		"blank between": one(t, "Themes", plain[0], nil, []any{" ", nil, nil, ""}, plain[1]),
		"a formula kept": book(t, []string{"Themes"}, map[string][][]any{"Themes": plain}, func(f *excelize.File) {
			require.NoError(t, f.SetCellRichText("Themes", "A2", []excelize.RichTextRun{{Text: "Ro"}, {Text: "ads", Font: &excelize.Font{Bold: true}}}))
		}),
	}
}

func TestOddFiles(t *testing.T) {
	t.Parallel()
	tpl := template(t, own)
	for name, data := range oddFiles(t) {
		s := read(t, data, tpl)
		require.NotNil(t, s, name)
		assert.Equal(t, []report.Theme{{ID: "roads", Name: report.Text{"en": "Roads", "cy": "Ffyrdd"}}}, s.Rules.Themes, name)
	}
	_, err := Read("m.xlsx", book(t, []string{"Themes", "Themâu"}, map[string][][]any{"Themes": {themeHead, {"A", "B"}}, "Themâu": {themeHead, {"A", "B"}}}), tpl, master.Limits{})
	assert.EqualError(t, err, "m.xlsx: Themâu: the sheets Themes and Themâu have the same settings: keep one of them, and delete the other")
}

// TestTextsOfEveryKind: a name may begin with a sign of formulas, hold commas, and be longer than a list in a cell may be.
func TestTextsOfEveryKind(t *testing.T) {
	t.Parallel()
	tpl := template(t, own)
	long := strings.Repeat("a long name, ", 30) + "end"
	s := read(t, one(t, "Themes", themeHead, []any{"==1+1", "@cy"}, []any{long, "Hir"}, []any{"12", "deuddeg"}), tpl)
	require.Len(t, s.Rules.Themes, 3)
	assert.Equal(t, "==1+1", s.Rules.Themes[0].Name["en"])
	assert.Equal(t, long, s.Rules.Themes[1].Name["en"])
	assert.LessOrEqual(t, len(s.Rules.Themes[1].ID), 40)
	assert.Equal(t, "12", s.Rules.Themes[2].ID)
}
