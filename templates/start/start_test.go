package start

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"boardpack/report"
	"boardpack/report/master"
	"boardpack/templates"
)

var october = report.Month{Year: 2026, Month: 10}

func made(t *testing.T, o Options) map[string]File {
	t.Helper()
	o.Month = october
	folder, err := Make(o)
	require.NoError(t, err)
	files := map[string]File{}
	for _, f := range folder.Files {
		files[f.Name] = f
	}
	return files
}

// template gives the template of a folder.
func template(t *testing.T, o Options) *templates.Template {
	t.Helper()
	o.Month = october
	folder, err := Make(o)
	require.NoError(t, err)
	return folder.Template
}

// loaded gives templates of all kinds by name: as shipped, neutral, each example, in Welsh first, with many themes.
func loaded(t *testing.T) map[string]*templates.Template {
	t.Helper()
	shipped, err := templates.Load("")
	require.NoError(t, err)
	out := map[string]*templates.Template{"shipped": shipped, "neutral": template(t, Options{})}
	examples, err := templates.Examples()
	require.NoError(t, err)
	for _, e := range examples {
		out[e.Name] = template(t, Options{Example: e.Name})
	}
	many := "languages: [cy, en]\nthemes:\n"
	for i := range 40 {
		many += fmt.Sprintf("  - id: theme_%d\n    name: {en: \"Theme, number %d, with a long name that does not fit a short list\", cy: \"Thema %d\"}\n", i, i, i)
	}
	out["Welsh, many themes"], err = templates.LoadFS(fstest.MapFS{"pack.yaml": {Data: []byte(many)}})
	require.NoError(t, err)
	return out
}

// TestBlankMasterMatches fills the blank master of each template with every word of its lists, and reads it back without
// anything to point out.
func TestBlankMasterMatches(t *testing.T) {
	t.Parallel()
	for name, template := range loaded(t) {
		t.Run(name, func(t *testing.T) {
			data, err := blankMaster(template)
			require.NoError(t, err)
			again, err := blankMaster(template)
			require.NoError(t, err)
			assert.Equal(t, data, again, "the same bytes")

			words, err := template.Words(template.Languages[0])
			require.NoError(t, err)
			b := &blank{template: template, words: words}
			f, err := excelize.OpenReader(bytes.NewReader(data))
			require.NoError(t, err)
			defer f.Close()
			tab := f.GetSheetName(0)
			rows := 0
			for _, field := range b.fields() {
				rows = max(rows, len(b.list(field)))
			}
			for i, field := range b.fields() {
				heading, err := excelize.CoordinatesToCellName(i+1, 1)
				require.NoError(t, err)
				text, err := f.GetCellValue(tab, heading)
				require.NoError(t, err)
				assert.Equal(t, b.heading(field), text)
				list := b.list(field)
				for r := range rows {
					value := string(field) + fmt.Sprint(r)
					if len(list) > 0 {
						value = list[r%len(list)]
					}
					if isDate(field) || field == report.FieldDueAsWritten {
						continue
					}
					cell, err := excelize.CoordinatesToCellName(i+1, r+2)
					require.NoError(t, err)
					require.NoError(t, f.SetCellStr(tab, cell, value))
				}
			}
			var filled bytes.Buffer
			require.NoError(t, f.Write(&filled))
			register, err := master.ReadBytes("m.xlsx", filled.Bytes(), master.Options{Month: october, Vocabulary: &template.Vocabulary, Rules: &template.Rules})
			require.NoError(t, err)
			assert.Empty(t, register.Problems)
			assert.Len(t, register.Recommendations, rows)
			assert.Empty(t, register.ExtraColumns)
			assert.Len(t, register.Columns, len(b.fields()))
			for _, r := range register.Recommendations {
				assert.Equal(t, template.NoThemes == nil, len(r.Themes) > 0)
				assert.NotEqual(t, report.Unrecognised, r.State)
			}
		})
	}
}

// TestAboutOfTheBlankMaster: each entry is known, and what is written beside it arrives.
func TestAboutOfTheBlankMaster(t *testing.T) {
	t.Parallel()
	for name, template := range loaded(t) {
		words, err := template.Words(template.Languages[0])
		require.NoError(t, err)
		b := &blank{template: template, words: words}
		for _, key := range b.aboutKeys() {
			assert.True(t, has(template.Vocabulary.About[key], b.aboutName(key)), "%s of %s", key, name)
			assert.Equal(t, words.Say("start.about."+strings.ReplaceAll(key, ".", "_")), b.aboutName(key), "%s: the wording's own name is one that the template reads", name)
			assert.LessOrEqual(t, len([]rune(words.Say("start.about."+strings.ReplaceAll(key, ".", "_")+".note"))), 255, "Excel shows no more")
		}
	}
	data, err := blankMaster(loaded(t)["shipped"])
	require.NoError(t, err)
	f, err := excelize.OpenReader(bytes.NewReader(data))
	require.NoError(t, err)
	defer f.Close()
	assert.Equal(t, []string{"Recommendations", "About", "Themes", "Status words", "Settings", "How to fill this in", "Lists"}, f.GetSheetList())
	rules, err := f.GetDataValidations("Recommendations")
	require.NoError(t, err)
	assert.Len(t, rules, 8, "lists for theme, scope, status and sign-off; days for four dates")
}

// ofThePolice finds what only a police force would have in its template.
var ofThePolice = regexp.MustCompile(`(?i)police|\bforce\b|heddlu|\bllu\b|victim|perpetrator|offend|dioddef|cyflawnwyr`)

// TestNeutralTemplate: a team of any kind of body begins with no themes, one language and no word of the police's, and with
// all the other words that the program ships.
func TestNeutralTemplate(t *testing.T) {
	t.Parallel()
	files := made(t, Options{})
	for _, name := range []string{"template/pack.yaml", "README.txt"} {
		assert.NotRegexp(t, ofThePolice, string(files[name].Data), name)
	}
	assert.Contains(t, string(files["template/pack.yaml"].Data), "# >>> WRITE YOUR THEMES HERE")
	assert.Contains(t, string(files["README.txt"].Data), "on the sheet Themes of that file")
	own := template(t, Options{})
	assert.Empty(t, own.Rules.Themes)
	assert.NotNil(t, own.NoThemes)
	assert.Equal(t, []string{"en"}, own.Languages)
	assert.Empty(t, own.Rules.Marking)

	shipped, err := templates.Load("")
	require.NoError(t, err)
	_, leftOut, err := templates.Neutral()
	require.NoError(t, err)
	without := func(words []string) []string {
		return slices.DeleteFunc(slices.Clone(words), func(word string) bool { return slices.Contains(leftOut, word) })
	}
	for _, f := range report.Fields() {
		assert.Equal(t, without(shipped.Vocabulary.Columns[f]), own.Vocabulary.Columns[f])
	}
	for _, s := range report.Scopes() {
		assert.Equal(t, without(shipped.Vocabulary.Scopes[s]), own.Vocabulary.Scopes[s])
	}
	for _, key := range report.AboutKeys() {
		assert.Equal(t, without(shipped.Vocabulary.About[key]), own.Vocabulary.About[key])
	}
	assert.Equal(t, shipped.Vocabulary.States, own.Vocabulary.States)
	for _, word := range leftOut {
		assert.Regexp(t, `(\[|, |,\s+)`+word+`(,|\])`, string(shippedText(t)), "a word that is left out is one that is shipped")
	}
}

func shippedText(t *testing.T) []byte {
	t.Helper()
	data, err := templates.ShippedPack()
	require.NoError(t, err)
	return data
}

// TestBlankMasterOfTheNeutralTemplate has no list of themes to choose from, and says where they are to be written; no
// heading, entry or word of a list is the police's.
func TestBlankMasterOfTheNeutralTemplate(t *testing.T) {
	t.Parallel()
	f, err := excelize.OpenReader(bytes.NewReader(made(t, Options{})["blank-master.xlsx"].Data))
	require.NoError(t, err)
	defer f.Close()
	var all strings.Builder
	for _, tab := range f.GetSheetList() {
		rows, err := f.GetRows(tab)
		require.NoError(t, err)
		for _, row := range rows {
			all.WriteString(strings.Join(row, "\t") + "\n")
		}
	}
	assert.NotRegexp(t, ofThePolice, all.String())
	assert.Contains(t, all.String(), "The words of the list are on the sheet Themes: add your own there.")
	assert.NotContains(t, all.String(), "Recommendation (cy)")
	rules, err := f.GetDataValidations("Recommendations")
	require.NoError(t, err)
	assert.Len(t, rules, 8, "lists for theme, scope, status and sign-off; days for four dates")
}

// TestTemplateOfTheFolder: neutral, but for an example's sections; the police's example is what the program ships.
func TestTemplateOfTheFolder(t *testing.T) {
	t.Parallel()
	shipped := string(shippedText(t))
	text := cut(shipped)
	assert.Equal(t, shipped, text.String(), "cut up and put together again")

	same := func(want, own *templates.Template, name string) {
		assert.Equal(t, want.Vocabulary, own.Vocabulary, name)
		assert.Equal(t, want.Rules.Themes, own.Rules.Themes, name)
		assert.Equal(t, want.Languages, own.Languages, name)
		assert.Equal(t, want.Sections, own.Sections, name)
		for i := range want.Rules.GroupRatings {
			assert.Equal(t, want.Rules.GroupRatings[i].When, own.Rules.GroupRatings[i].When, name)
		}
	}
	base, err := templates.Load("")
	require.NoError(t, err)
	same(base, template(t, Options{Example: "police"}), "police")
	assert.NotContains(t, string(made(t, Options{Example: "police"})["template/pack.yaml"].Data), "WRITE YOUR THEMES HERE")

	neutral := template(t, Options{})
	council := template(t, Options{Example: "audit-committee"})
	assert.Len(t, council.Rules.Themes, 6)
	assert.Equal(t, neutral.Vocabulary.Columns, council.Vocabulary.Columns)
	for _, ratings := range []string{"by-date", "by-share-overdue", "by-percent-complete"} {
		own := template(t, Options{Example: ratings})
		assert.Equal(t, neutral.Vocabulary, own.Vocabulary, ratings)
		assert.NotNil(t, own.NoThemes, ratings)
	}
	_, err = Make(Options{Example: "none", Month: october})
	assert.ErrorContains(t, err, `there is no example "none"`)
}

// TestWordingOfTheFolder: every message is there, switched off; with its # away it is as shipped.
func TestWordingOfTheFolder(t *testing.T) {
	t.Parallel()
	shipped, err := templates.ShippedWordings()
	require.NoError(t, err)
	files := made(t, Options{})
	for _, lang := range []string{"en", "cy"} {
		text := string(files["template/wording/"+lang+".yaml"].Data)
		var on, want strings.Builder
		for line := range strings.Lines(text) {
			if rest, off := strings.CutPrefix(line, "#"); off && !strings.HasPrefix(line, "# ") && rest != "\n" {
				on.WriteString(rest)
			}
		}
		for line := range strings.Lines(string(shipped[lang])) {
			if !strings.HasPrefix(line, "#") && strings.TrimSpace(line) != "" {
				want.WriteString(line)
			}
		}
		// Lines that belong to the message above are indented: "#  other: …" begins with a # and two blanks.
		assert.Equal(t, strings.Count(want.String(), "\n  "), strings.Count(text, "\n#  ")-strings.Count(text, "\n#   "), lang)
		for _, line := range strings.Split(want.String(), "\n") {
			if line != "" {
				assert.Contains(t, text, "\n#"+line+"\n")
			}
		}
		_, err := templates.LoadFS(fstest.MapFS{"wording/" + lang + ".yaml": {Data: []byte(text)}})
		require.NoError(t, err)
		_, err = templates.LoadFS(fstest.MapFS{"wording/" + lang + ".yaml": {Data: []byte(strings.Replace(text, "\n#figure.overdue:", "\nfigure.overdue:", 1))}})
		require.NoError(t, err, "a message switched on")
	}
}

// TestStarters: they find the program and keep their window open.
func TestStarters(t *testing.T) {
	t.Parallel()
	files := made(t, Options{})
	windows, mac := string(files["build.cmd"].Data), string(files["build.command"].Data)
	assert.True(t, files["build.command"].Executable)
	assert.Equal(t, strings.Count(windows, "\n"), strings.Count(windows, "\r\n"))
	assert.Contains(t, windows, "\r\npause\r\npopd\r\n", "the window stays, and the drive letter of a server's folder goes")
	assert.Contains(t, windows, "\r\npushd \"%HERE%\"\r\n", "which cd cannot do on a server")
	assert.Regexp(t, `^[\r\n\x20-\x7e]+$`, windows, "cmd reads it in any code page")
	assert.True(t, strings.HasPrefix(mac, "#!/bin/sh\n"))
	assert.NotContains(t, mac, "\r")
	for _, words := range []string{"Done. The packs are in the folder out", "Something needs your attention", "Put it into this folder"} {
		assert.Contains(t, windows, words)
		assert.Contains(t, mac, words)
	}
	for _, words := range []string{"If Windows says that it protected your PC, click More info, then Run anyway", "If macOS says that the program cannot be opened"} {
		assert.Contains(t, string(files["README.txt"].Data), words)
	}
	for name, f := range files {
		if strings.HasSuffix(name, ".txt") || strings.HasSuffix(name, ".cmd") {
			assert.NotContains(t, string(f.Data), "{{", name)
		}
	}
}
