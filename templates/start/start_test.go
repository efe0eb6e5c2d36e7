package start

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
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

// loaded gives templates of all kinds by name: as shipped, each example, in Welsh first, with many themes.
func loaded(t *testing.T) map[string]*templates.Template {
	t.Helper()
	shipped, err := templates.Load("")
	require.NoError(t, err)
	out := map[string]*templates.Template{"shipped": shipped}
	examples, err := templates.Examples()
	require.NoError(t, err)
	for _, e := range examples {
		out[e.Name], err = templates.LoadExample(e.Name)
		require.NoError(t, err)
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
	for name, template := range loaded(t) {
		t.Run(name, func(t *testing.T) {
			data, err := BlankMaster(template)
			require.NoError(t, err)
			again, err := BlankMaster(template)
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
				assert.NotEmpty(t, r.Themes)
				assert.NotEqual(t, report.Unrecognised, r.State)
			}
		})
	}
}

// TestAboutOfTheBlankMaster: each entry is known, and what is written beside it arrives.
func TestAboutOfTheBlankMaster(t *testing.T) {
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
	data, err := BlankMaster(loaded(t)["shipped"])
	require.NoError(t, err)
	f, err := excelize.OpenReader(bytes.NewReader(data))
	require.NoError(t, err)
	defer f.Close()
	assert.Equal(t, []string{"Recommendations", "About", "How to fill this in", "Lists"}, f.GetSheetList())
	rules, err := f.GetDataValidations("Recommendations")
	require.NoError(t, err)
	assert.Len(t, rules, 8, "lists for theme, scope, status and sign-off; days for four dates")
}

// TestTemplateOfTheFolder: as shipped, but for the notes at its head; with the sections of an example in their places.
func TestTemplateOfTheFolder(t *testing.T) {
	shipped, err := templates.ShippedPack()
	require.NoError(t, err)
	text := cut(string(shipped))
	assert.Equal(t, string(shipped), text.String(), "cut up and put together again")

	files := made(t, Options{})
	own, err := templates.LoadFS(fstest.MapFS{"pack.yaml": {Data: files["template/pack.yaml"].Data}})
	require.NoError(t, err)
	base, err := templates.Load("")
	require.NoError(t, err)
	assert.Equal(t, base.Vocabulary, own.Vocabulary)
	assert.Equal(t, base.Rules.Themes, own.Rules.Themes)

	examples, err := templates.Examples()
	require.NoError(t, err)
	for _, e := range examples {
		files := made(t, Options{Example: e.Name})
		own, err := templates.LoadFS(fstest.MapFS{"pack.yaml": {Data: files["template/pack.yaml"].Data}})
		require.NoError(t, err)
		want, err := templates.LoadExample(e.Name)
		require.NoError(t, err)
		assert.Equal(t, want.Vocabulary, own.Vocabulary, e.Name)
		assert.Equal(t, want.Rules.Themes, own.Rules.Themes, e.Name)
		assert.Equal(t, want.Sections, own.Sections, e.Name)
		for i := range want.Rules.GroupRatings {
			assert.Equal(t, want.Rules.GroupRatings[i].When, own.Rules.GroupRatings[i].When, e.Name)
		}
	}
	_, err = Make(Options{Example: "none", Month: october})
	assert.ErrorContains(t, err, `there is no example "none"`)
}

// TestWordingOfTheFolder: every message is there, switched off; with its # away it is as shipped.
func TestWordingOfTheFolder(t *testing.T) {
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
	files := made(t, Options{})
	windows, mac := string(files["build.cmd"].Data), string(files["build.command"].Data)
	assert.True(t, files["build.command"].Executable)
	assert.Equal(t, strings.Count(windows, "\n"), strings.Count(windows, "\r\n"))
	assert.Contains(t, windows, "\r\npause\r\n")
	assert.True(t, strings.HasPrefix(mac, "#!/bin/sh\n"))
	assert.NotContains(t, mac, "\r")
	for _, words := range []string{"Done. The packs are in the folder out", "Something needs your attention", "Put it into this folder"} {
		assert.Contains(t, windows, words)
		assert.Contains(t, mac, words)
	}
	for name, f := range files {
		if strings.HasSuffix(name, ".txt") || strings.HasSuffix(name, ".cmd") {
			assert.NotContains(t, string(f.Data), "{{", name)
		}
	}
}

// TestDraft drafts a template from a master of another make, and reads that master with it.
func TestDraft(t *testing.T) {
	f := excelize.NewFile()
	require.NoError(t, f.SetSheetName("Sheet1", "Tracker 26-27"))
	for i, row := range [][]any{
		{"Highways review: progress"}, {},
		{"Item", "Workstream name", "What we were asked to do", "RAG / status", "Action lead", "Due date (revised)", "Ward", "Update", "Progress note"},
		{1, "Roads: surfaces", "Repair the surface of every principal road that fails the yearly survey", "Not quite started", "Head of Roads", "2026-12-01", "North", "a", "b"},
		{2, "Roads: surfaces", "Publish how often each class of road is inspected and what was found", "Partly complete", "Head of Roads", "2026-12-01", "North", "a", "b"},
		{3, "Training; Winter", "Agree with the county when gritting begins and who decides on it", "Amber", "Head of Roads", "2026-12-01", "South", "a", "b"},
		{4, "Winter", "Order salt before the first of October in each year without exception", "COMPLETED!", "Head of Roads", "2026-12-01", "South", "a", "b"},
	} {
		cell, err := excelize.CoordinatesToCellName(1, i+1)
		require.NoError(t, err)
		require.NoError(t, f.SetSheetRow("Tracker 26-27", cell, &row))
	}
	path := filepath.Join(t.TempDir(), "highways.xlsx")
	require.NoError(t, f.SaveAs(path))
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	folder, err := Make(Options{Month: october, Master: path, Data: data})
	require.NoError(t, err)
	d := folder.Draft
	assert.Empty(t, d.Missing())
	assert.Equal(t, "input/2026-10/highways.xlsx", folder.Master)
	taken := strings.Join(d.Taken, "\n")
	for _, want := range []string{`"RAG / status" (D3) was taken for Status`, `"Workstream name" (B3) was taken for Theme`, `"What we were asked to do" (C3) was taken for Recommendation: its cells hold long texts`,
		`"Action lead" (E3) was taken for Owner`, `the theme "Roads: surfaces"`, `the theme "Winter"`, `the status "Not quite started" (D4, 1 row) was taken for`} {
		assert.Contains(t, taken, want)
	}
	assert.NotContains(t, taken, `"Training"`, "a theme of the shipped template")
	assert.Equal(t, []string{`the column "Ward" (G3) is kept as one of your own`, `the column "Update" (H3) is kept as one of your own`,
		`the status "Amber" (D6, 1 row) counts as not recognised: put it under one of the states`}, d.Unplaced)

	register, err := master.ReadBytes("highways.xlsx", data, master.Options{Month: october, Vocabulary: &folder.Template.Vocabulary, Rules: &folder.Template.Rules})
	require.NoError(t, err)
	require.Len(t, register.Recommendations, 4)
	for _, r := range register.Recommendations {
		assert.NotEmpty(t, r.Themes)
		assert.Equal(t, r.Status == "Amber", r.State == report.Unrecognised)
	}
	var ids []string
	for _, theme := range folder.Template.Rules.Themes {
		ids = append(ids, theme.ID)
	}
	assert.Equal(t, []string{"roads_surfaces", "training", "winter"}, ids)
	assert.Equal(t, "Tracker 26-27", folder.Template.Vocabulary.Sheets[0])
}

// TestDraftOfAMasterThatIsKnown changes nothing: all of it has a place already.
func TestDraftOfAMasterThatIsKnown(t *testing.T) {
	path := filepath.Join(t.TempDir(), "m.csv")
	require.NoError(t, os.WriteFile(path, []byte("Ref,Theme,Recommendation,Status\n1,Training,Train the night shift,In progress\n"), 0o644))
	folder, err := Make(Options{Month: october, Master: path})
	require.NoError(t, err)
	assert.Empty(t, folder.Draft.Taken)
	assert.Empty(t, folder.Draft.Unplaced)
	for _, f := range folder.Files {
		if f.Name == "template/pack.yaml" {
			assert.NotContains(t, string(f.Data), "DRAFT")
		}
	}
}

// FuzzDraft: whatever stands in a master, the template drafted from it can be loaded.
func FuzzDraft(f *testing.F) {
	f.Add("Ref,Theme,Recommendation,Status\n1,A,B,C\n")
	f.Add("No,\"Area: one; two\",What,\"Sta\"\"tus\"\n1,\"a;b\",c,#x\n2,yes,d,~\n")
	f.Add("Ref,Ref,Theme,Theme,Recommendation,Status,Status date\n1,2,{},[],- x,': y,2026-01-01\n2,3,null,true,\\,%,\n")
	base, err := templates.Load("")
	require.NoError(f, err)
	path := filepath.Join(f.TempDir(), "m.csv")
	f.Fuzz(func(t *testing.T, text string) {
		require.NoError(t, os.WriteFile(path, []byte(text), 0o644))
		d, err := draft(Options{Month: october, Master: path}, base)
		if err != nil {
			return
		}
		pack, err := shippedSections()
		require.NoError(t, err)
		d.write(&pack)
		_, err = templates.LoadFS(fstest.MapFS{"pack.yaml": {Data: []byte(pack.String())}})
		assert.NoError(t, err)
	})
}
