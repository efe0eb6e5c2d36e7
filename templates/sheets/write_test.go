package sheets

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"boardpack/report"
	"boardpack/report/excelrules"
	"boardpack/report/fold"
	"boardpack/report/master"
	"boardpack/report/ooxml"
	"boardpack/templates"
)

// drawn makes a template of drawn themes and settings out of one that is loaded: loading takes much longer than the rest.
func drawn(t *rapid.T, base *templates.Template) *templates.Template {
	tpl := *base
	tpl.Languages = rapid.SampledFrom([][]string{{"en"}, {"cy"}, {"en", "cy"}, {"cy", "en"}}).Draw(t, "languages")
	rules := &tpl.Rules
	rules.DueSoonDays = rapid.IntRange(0, 3650).Draw(t, "days")
	rules.OverdueBy = rapid.SampledFrom([]report.DueBasis{report.ByDue, report.ByOriginalDue}).Draw(t, "basis")
	rules.DefaultOrg = report.Text{"en": rapid.SampledFrom([]string{"", "Anytown", "=1+1", "A & B <C>"}).Draw(t, "en"), "cy": rapid.SampledFrom([]string{"", "Trefunrhyw"}).Draw(t, "cy")}
	accent, fault := templates.ColourFault(rapid.SampledFrom([]string{"#1A3A5C", "#5A2A5E", "#000000"}).Draw(t, "accent"))
	require.Empty(t, fault)
	tpl.Accent, rules.Themes, tpl.Vocabulary.Themes = accent, nil, map[string][]string{}
	for i := range rapid.IntRange(1, 12).Draw(t, "themes") {
		letters := rapid.StringMatching(`[A-Za-z&,;'+=@ ŵŷ-]{0,40}`).Draw(t, "name")
		theme := report.Theme{ID: fmt.Sprintf("theme_%d", i), Name: report.Text{"en": fold.Line(fmt.Sprintf("%s n%d", letters, i)), "cy": fmt.Sprintf("Thema %d", i)}}
		rules.Themes = append(rules.Themes, theme)
		tpl.Vocabulary.Themes[theme.ID] = []string{theme.Name["en"], theme.Name["cy"], fmt.Sprintf("one; word %d", i), fmt.Sprintf("other, word %d", i)}
	}
	return &tpl
}

// TestWrittenAndReadBack: sheets written from a template, whatever it is, and read back give the rules of the template.
func TestWrittenAndReadBack(t *testing.T) {
	t.Parallel()
	base := template(t, own)
	rapid.Check(t, func(r *rapid.T) {
		tpl := drawn(r, base)
		s, err := Read("m.xlsx", withSheets(t, tpl), tpl, master.Limits{})
		require.NoError(r, err)
		require.NotNil(r, s, "the sheets are known again")
		assert.Empty(r, s.Rules.Own, "nothing differs")
		assert.True(r, sameThemes(s, tpl))
		assert.True(r, sameStates(s.Vocabulary.States, tpl.Vocabulary.States))
		assert.Equal(r, tpl.Rules.DueSoonDays, s.Rules.DueSoonDays)
		assert.Equal(r, tpl.Rules.OverdueBy, s.Rules.OverdueBy)
		assert.Equal(r, tpl.Accent, s.Accent)
		for _, lang := range tpl.Languages {
			assert.Equal(r, tpl.Rules.DefaultOrg[lang], s.Rules.DefaultOrg[lang])
		}
	})
}

func withSheets(t testing.TB, tpl *templates.Template) []byte {
	t.Helper()
	words, err := tpl.Words(tpl.Languages[0])
	require.NoError(t, err)
	f := excelize.NewFile()
	defer f.Close()
	w := &Writer{File: f, Template: tpl, Words: words}
	require.NoError(t, w.prepare("Lists"))
	for _, is := range report.SettingsSheets() {
		require.NoError(t, w.Write(is))
	}
	var out bytes.Buffer
	require.NoError(t, f.Write(&out))
	return out.Bytes()
}

// TestCopy: a copy says the same as the spreadsheet, has the sheets, and lists that follow them; what is there is not made again.
func TestCopy(t *testing.T) {
	t.Parallel()
	tpl := template(t, own)
	data := book(t, nil, nil)
	made, err := Copy("m.xlsx", data, tpl, master.Limits{})
	require.NoError(t, err)
	assert.Equal(t, []string{"Themes", "Status words", "Settings"}, made.Added)
	again, err := Copy("m.xlsx", data, tpl, master.Limits{})
	require.NoError(t, err)
	assert.Equal(t, made.Data, again.Data, "the same bytes")
	s := read(t, made.Data, tpl)
	assert.Empty(t, s.Rules.Own)
	before, err := excelrules.Broken("m.xlsx", data)
	require.NoError(t, err)
	after, err := excelrules.Broken("m.xlsx", made.Data)
	require.NoError(t, err)
	assert.Equal(t, before, after, "no rule of Excel's is broken that was not before")

	f, err := excelize.OpenReader(bytes.NewReader(made.Data))
	require.NoError(t, err)
	defer f.Close()
	rules, err := f.GetDataValidations("Recommendations")
	require.NoError(t, err)
	require.Len(t, rules, 2)
	for _, rule := range rules {
		assert.True(t, strings.HasPrefix(rule.Formula1, "OFFSET('Themes'!$A$2") || strings.HasPrefix(rule.Formula1, "OFFSET('Status words'!$A$2"), rule.Formula1)
		assert.LessOrEqual(t, len(rule.Formula1), 255)
	}

	_, err = Copy("m.xlsx", made.Data, tpl, master.Limits{})
	assert.ErrorIs(t, err, errAll)
	part, err := Copy("m.xlsx", one(t, "Settings", valueHead, []any{"Due soon (days)", 30}), tpl, master.Limits{})
	require.NoError(t, err)
	assert.Equal(t, []string{"Themes", "Status words"}, part.Added)
	assert.Equal(t, 30, read(t, part.Data, tpl).Rules.DueSoonDays)

	_, err = Copy("m.xlsx", one(t, "themes", []any{"Theme", "Lead"}), tpl, master.Limits{})
	assert.EqualError(t, err, "m.xlsx: no copy was made: it already has another sheet themes: rename that sheet, and try again")
	_, err = Copy("m.csv", []byte("Ref,Theme,Recommendation,Status\n1,Money,x,Done\n"), tpl, master.Limits{})
	assert.EqualError(t, err, "m.csv: only an Excel workbook can have sheets of settings: save it as “Excel Workbook (*.xlsx)” first")
}

// FuzzValues reads any texts in the cells of each sheet: no panic, and no settings beside mistakes; what is taken is within the rules.
func FuzzValues(f *testing.F) {
	for _, seed := range [][4]string{{"Roads", "Ffyrdd", "a; b", "roads"}, {"30", "Due soon (days)", "", ""}, {"Parked", "", "In progress", ";;"}, {"=1", "\x00", "健康", "#FFFF00"}} {
		f.Add(seed[0], seed[1], seed[2], seed[3])
	}
	tpl := template(f, own)
	f.Fuzz(func(t *testing.T, a, b, c, d string) {
		for _, grid := range []master.SettingsGrid{
			{Is: report.ThemesSheet, Sheet: "Themes", Columns: map[string]int{"name": 1, "name.cy": 2, "words": 3, "id": 4, "colour": 5}},
			{Is: report.StatusWordsSheet, Sheet: "Status words", Columns: map[string]int{"word": 1, "word.cy": 2, "means": 3, "words": 4}},
			{Is: report.ValuesSheet, Sheet: "Settings", Columns: map[string]int{"setting": 2, "value": 1}},
		} {
			for i, texts := range [][]string{{a, b, c, d}, {d, c, b, a}} {
				row := master.SettingsRow{Number: i + 2}
				for column, text := range texts {
					if text != "" {
						row.Cells = append(row.Cells, master.SettingsCell{Column: column + 1, Name: ooxml.CellName(column+1, i+2), Text: text})
					}
				}
				grid.Rows = append(grid.Rows, row)
			}
			s, err := over("m.xlsx", []master.SettingsGrid{grid}, tpl)
			if (s == nil) == (err == nil) {
				t.Fatal("settings beside mistakes, or neither")
			}
			if s == nil {
				continue
			}
			if s.Rules.DueSoonDays < 0 || s.Rules.DueSoonDays > 3650 || len(s.Rules.Themes) == 0 || len(s.Vocabulary.States[report.Complete]) == 0 {
				t.Fatalf("%+v", s.Rules)
			}
			ids := map[string]bool{}
			for _, theme := range s.Rules.Themes {
				if ids[theme.ID] || templates.ThemeIDFault(theme.ID) != "" || theme.Name["en"] == "" || theme.Name["cy"] == "" {
					t.Fatalf("theme %+v", theme)
				}
				ids[theme.ID] = true
			}
		}
	})
}
