package start

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"boardpack/report"
	"boardpack/report/master"
	"boardpack/report/reporttest/pace"
	"boardpack/templates"
)

// kept is a master as a team keeps it, and what should be drafted from it.
type kept struct {
	file, sheet string
	rows        [][]any
	more        map[string][][]any // of a second sheet, by its name

	themes  []string
	guesses []string // each as "what (where): as"
	left    []string
	own     []string // headings of the columns that stay the team's own
	missing []report.Field
	counts  map[report.State]int // when the draft is confirmed as it is; none where no register can be read
}

func says(guesses []report.Guess) []string {
	out := []string{}
	for _, g := range guesses {
		out = append(out, g.What+" ("+g.Where+"): "+g.As)
	}
	return out
}

// save writes the master as a workbook or, where its name says so, as a CSV file.
func (k kept) save(t *testing.T) string {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	require.NoError(t, f.SetSheetName("Sheet1", k.sheet))
	fill := func(sheet string, rows [][]any) {
		for i, row := range rows {
			cell, err := excelize.CoordinatesToCellName(1, i+1)
			require.NoError(t, err)
			require.NoError(t, f.SetSheetRow(sheet, cell, &row))
		}
	}
	fill(k.sheet, k.rows)
	for sheet, rows := range k.more {
		_, err := f.NewSheet(sheet)
		require.NoError(t, err)
		fill(sheet, rows)
	}
	path := filepath.Join(t.TempDir(), k.file)
	require.NoError(t, f.SaveAs(path))
	return path
}

func TestDraft(t *testing.T) {
	t.Parallel()
	pace.OneByOne(t)
	for _, k := range masters() {
		t.Run(k.file, func(t *testing.T) {
			path := k.save(t)
			data, err := os.ReadFile(path)
			require.NoError(t, err)
			folder, err := Make(Options{Month: october, Master: path, Data: data})
			require.NoError(t, err)
			d := folder.Draft
			assert.Equal(t, k.themes, d.Themes)
			assert.Equal(t, k.guesses, says(d.Guesses))
			assert.Equal(t, k.left, says(d.Left))
			assert.Equal(t, k.missing, d.Missing())
			var own []string
			for _, line := range d.Kept {
				own = append(own, strings.Split(line, `"`)[1])
			}
			assert.Equal(t, k.own, own)

			asked := len(k.guesses) + len(k.left)
			rules := folder.Template.Rules
			assert.Len(t, rules.Unconfirmed, asked)
			assert.Equal(t, asked > 0, folder.Template.Unconfirmed != nil)
			register, err := master.ReadBytes(k.file, data, master.Options{Month: october, Vocabulary: &folder.Template.Vocabulary, Rules: &rules})
			if k.counts == nil {
				require.Error(t, err)
				return
			}
			require.NoError(t, err)
			counts := map[report.State]int{}
			for _, r := range register.Recommendations {
				counts[r.State]++
				assert.NotEmpty(t, r.Themes, r.Ref)
			}
			assert.Equal(t, k.counts, counts)
			pack, err := report.Build(register, nil, &rules)
			require.NoError(t, err)
			assert.Equal(t, asked > 0, pack.Draft(), "every pack is a draft until all is confirmed")
			rules.Unconfirmed = nil
			assert.False(t, pack.Draft())
			for _, p := range register.Problems {
				assert.NotContains(t, []string{"duplicate-column", "column-of-dates"}, p.Code, "what was asked is not asked again every month")
				assert.False(t, p.Code == "column-like-known" && k.file != "quarters.xlsx", p.Args["Column"])
			}
		})
	}
}

// TestDraftOfTheProbe: of 61 words that real trackers hold, one is drafted as complete; apart from it only the one counts that a build
// reads as complete by itself, "Closed - Implemented".
func TestDraftOfTheProbe(t *testing.T) {
	t.Parallel()
	k := kept{file: "probe.xlsx", sheet: "Recommendations", rows: [][]any{{"Ref", "Theme", "Recommendation", "Status"}}}
	for status := range probe() {
		k.rows = append(k.rows, []any{len(k.rows), "A", "Recommendation about something", status})
	}
	path := k.save(t)
	folder, err := Make(Options{Month: october, Master: path})
	require.NoError(t, err)
	register, err := master.Read(path, master.Options{Month: october, Vocabulary: &folder.Template.Vocabulary, Rules: &folder.Template.Rules})
	require.NoError(t, err)
	require.Len(t, register.Recommendations, 61)
	asked := strings.Join(append(says(folder.Draft.Guesses), says(folder.Draft.Left)...), "\n")
	for _, r := range register.Recommendations {
		want := probe()[r.Status]
		if want == left {
			want = report.Unrecognised
		}
		assert.Equal(t, want, r.State, r.Status)
		if folder.Draft.isRead(r.Status) {
			continue // a build reads it by the shipped words, so that it is not asked about
		}
		assert.Contains(t, asked, fmt.Sprintf("the status %q", r.Status))
	}
}

// TestDraftFromAnotherBase: themes that the example has keep their names in Welsh; with others too, the packs are in English.
func TestDraftFromAnotherBase(t *testing.T) {
	t.Parallel()
	k := kept{file: "m.xlsx", sheet: "Recommendations", rows: [][]any{{"Ref", "Theme", "Recommendation", "Status"}, {"1", "Training", "Train", "Open"}}}
	folder, err := Make(Options{Month: october, Master: k.save(t), Example: "police"})
	require.NoError(t, err)
	assert.Empty(t, folder.Draft.Left)
	assert.Equal(t, []string{"en", "cy"}, folder.Template.Languages)
	assert.Len(t, folder.Template.Rules.Themes, 5)
	k.rows = append(k.rows, []any{"2", "Roads", "Mend", "Open"})
	folder, err = Make(Options{Month: october, Master: k.save(t), Example: "police"})
	require.NoError(t, err)
	assert.Len(t, folder.Draft.Left, 1)
	assert.Equal(t, []string{"en"}, folder.Template.Languages)
	assert.Len(t, folder.Template.Rules.Themes, 2)
}

// TestDraftOfAnyHeadings: whatever headings stand beside each other, and whatever below them, the drafted template can be loaded.
func TestDraftOfAnyHeadings(t *testing.T) {
	t.Parallel()
	pace.OneByOne(t)
	heads := []string{"Ref", "Rec", "No", "Theme", "Area", "Recommendation", "Action", "Agreed action", "Status", "Status Q1 2025", "Current status",
		"Status (auditor)", "RAG", "RAG May", "% complete", "Progress %", "Due", "Target date", "Revised date", "Review date", "Update", "Progress note",
		"Progress (RAG)", "Owner", "Lead officer / owner", "Response", "Sign-off", "Scope", "Heading", "Updated", "Date closed", "#", "Ref*", " status ", "Status?"}
	values := []string{"Open", "Closed", "Amber", "50%", "1/1/2026", "31/12/2026", "", "a text that is long enough to be a recommendation", "A", "B; C", "R1", "3", "Not implemented"}
	folder, err := Make(Options{Month: october})
	require.NoError(t, err)
	tried := 0
	rapid.Check(t, func(r *rapid.T) {
		if tried++; tried > pace.Rounds(30, 100) {
			return
		}
		var text strings.Builder
		columns := rapid.SliceOfN(rapid.SampledFrom(heads), 4, 12).Draw(r, "headings")
		text.WriteString(strings.Join(columns, ",") + "\n")
		for range 4 {
			text.WriteString(strings.Join(rapid.SliceOfN(rapid.SampledFrom(values), len(columns), len(columns)).Draw(r, "row"), ",") + "\n")
		}
		d, err := draft(Options{Month: october, Master: "m.csv", Data: []byte(text.String())}, folder.Template)
		if err != nil {
			return
		}
		pack, err := neutralSections()
		require.NoError(r, err)
		d.write(&pack)
		_, err = templates.LoadFS(fstest.MapFS{"pack.yaml": {Data: []byte(pack.String())}})
		require.NoError(r, err, text.String())
	})
}

// FuzzDraft: whatever stands in a master, the template drafted from it can be loaded.
func FuzzDraft(f *testing.F) {
	f.Add("Ref,Theme,Recommendation,Status\n1,A,B,C\n")
	f.Add("No,\"Area: one; two\",What,\"Sta\"\"tus\"\n1,\"a;b\",c,#x\n2,yes,d,~\n")
	f.Add("Ref,Theme,Recommendation,Status,Status,Status 1 May 2025,Status 1 May 2025,Due,Due,%,%\n1,A,B,Open,Closed,Open,Open,1/1/2026,1/2/2026,5%,6%\n2,A,C,Open,Closed,Open,Open,1/1/2026,1/2/2026,5%,6%\n")
	f.Add("Ref,Theme,Recommendation,Status Q1,Status Q2,Update,Updates,Progress,Review date\n1,A,B,Open,Open,x,y,z,1/1/2026\n2,A,C,Open,Open,x,y,z,1/1/2026\n")
	f.Add("Ref,Ref,Theme,Theme,Recommendation,Status,Status date\n1,2,{},[],- x,': y,2026-01-01\n2,3,null,true,\\,%,\n")
	folder, err := Make(Options{Month: october})
	require.NoError(f, err)
	base := folder.Template
	path := filepath.Join(f.TempDir(), "m.csv")
	f.Fuzz(func(t *testing.T, text string) {
		require.NoError(t, os.WriteFile(path, []byte(text), 0o644))
		d, err := draft(Options{Month: october, Master: path}, base)
		if err != nil {
			return
		}
		pack, err := neutralSections()
		require.NoError(t, err)
		d.write(&pack)
		_, err = templates.LoadFS(fstest.MapFS{"pack.yaml": {Data: []byte(pack.String())}})
		assert.NoError(t, err)
	})
}
