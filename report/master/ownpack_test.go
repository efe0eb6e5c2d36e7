package master

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"boardpack/report"
)

// lines makes a text longer than a cell of a workbook holds.
func lines(word string, n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "%s %d of the answer.\n", word, i)
	}
	return strings.TrimSpace(b.String())
}

// TestPackOfBefore reads workbooks of packs of 2023-08 of earlier versions, one for each language: those that the version before several
// tables made, and those that had a sheet for each table. They are September's master. Their texts come back whole, and last month's
// day does not.
func TestPackOfBefore(t *testing.T) {
	t.Parallel()
	english, welsh := []string{"Keep enough officers.", "Train every officer.", "Hold fewer people."}, []string{"Cadw digon o swyddogion.", "Hyfforddi pob swyddog.", "Cadw llai o bobl."}
	for name, texts := range map[string][]string{"before-en": english, "before-cy": welsh, "many-sheets-en": english, "many-sheets-cy": english} {
		t.Run(name, func(t *testing.T) {
			data, err := os.ReadFile("testdata/pack-of-" + name + ".xlsx")
			require.NoError(t, err)
			r, err := ReadBytes("m.xlsx", data, shipped(t))
			require.NoError(t, err)
			var got, statuses, themes []string
			for _, rec := range r.Recommendations {
				got, statuses, themes = append(got, rec.Text["en"]), append(statuses, rec.Status), append(themes, strings.Join(rec.Themes, ","))
			}
			assert.Equal(t, texts, got)
			assert.Equal(t, []string{"Underway", "Implemented", "On track"}, statuses)
			assert.Equal(t, []string{"resourcing", "training", ""}, themes)
			assert.True(t, lines("Line", 3500) == r.Recommendations[0].Response["en"], "the response is whole")
			assert.True(t, lines("Note", 2000) == r.Recommendations[2].Progress["en"], "the progress note is whole")
			assert.Equal(t, report.Text{"en": "M"}, r.About.Title)
			assert.Equal(t, "2023-09-30", r.AsAt.String())
			assert.Equal(t, []string{"Ward"}, r.ExtraColumns)
			codes := map[string]int{}
			for _, p := range r.Problems {
				codes[p.Code]++
			}
			assert.Equal(t, map[string]int{"as-at-of-pack": 1, "unknown-theme": 1}, codes)
		})
	}
}

// saved is the workbook as a spreadsheet program saves it again: with its texts shared.
func saved(t *testing.T, data []byte, change func(f *excelize.File)) []byte {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	require.NoError(t, err)
	defer f.Close()
	change(f)
	var out bytes.Buffer
	require.NoError(t, f.Write(&out))
	return out.Bytes()
}

// TestPackThatWasEdited: a workbook of a pack that was saved by another program, with its sheet renamed, filtered, or without the rest of its texts.
func TestPackThatWasEdited(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile("testdata/pack-of-before-en.xlsx")
	require.NoError(t, err)
	whole := func(t *testing.T, r *report.Register) {
		assert.True(t, lines("Line", 3500) == r.Recommendations[0].Response["en"])
	}
	for name, c := range map[string]struct {
		change func(f *excelize.File)
		check  func(t *testing.T, r *report.Register)
	}{
		"saved again":             {func(f *excelize.File) { must(f.SetCellValue("Recommendations", "A1", "Mine")) }, whole},
		"the sheet renamed":       {func(f *excelize.File) { must(f.SetSheetName("Recommendations", "September")) }, whole},
		"the long texts renamed":  {func(f *excelize.File) { must(f.SetSheetName("Long texts", "Other")) }, whole},
		"a day of the month kept": {func(f *excelize.File) { must(f.SetCellValue("Cover", "B6", "28 September 2023")) }, func(t *testing.T, r *report.Register) { assert.Equal(t, "2023-09-28", r.AsAt.String()) }},
		"the rest deleted": {func(f *excelize.File) { must(f.DeleteSheet("Long texts")) }, func(t *testing.T, r *report.Register) {
			assert.Contains(t, found(r), "long-text-cut N10")
			assert.Contains(t, r.Recommendations[0].Response["en"], "Line 100 of the answer.")
		}},
	} {
		t.Run(name, func(t *testing.T) {
			r, err := ReadBytes("m.xlsx", saved(t, data, c.change), shipped(t))
			require.NoError(t, err)
			c.check(t, r)
		})
	}
}
