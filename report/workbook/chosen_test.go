package workbook

import (
	"bytes"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"boardpack/report/content"
	"boardpack/report/reporttest"
)

// TestSheetsOfTheTemplate: the template's list of sections is that of the sheets.
func TestSheetsOfTheTemplate(t *testing.T) {
	t.Parallel()
	template := reporttest.Shipped(t)
	assert.Equal(t, content.SheetNames(), template.Sections.Workbook)
}

// TestChosenSheets: each sheet but a few can be left out, and they can be in another order.
func TestChosenSheets(t *testing.T) {
	t.Parallel()
	pack, words := samplePack(t)
	tabs := func(names ...string) []string {
		var out bytes.Buffer
		require.NoError(t, Write(&out, pack, content.Of(pack, words, nil), words, Options{Sheets: names}))
		f, err := excelize.OpenReader(&out)
		require.NoError(t, err)
		defer f.Close()
		return f.GetSheetList()
	}
	whole := tabs()
	for _, left := range content.SheetNames() {
		rest := slices.DeleteFunc(content.SheetNames(), func(name string) bool { return name == left })
		if slices.Contains([]string{"summary", idRecommendations, idQuality, "notes"}, left) {
			err := Write(&bytes.Buffer{}, pack, content.Of(pack, words, nil), words, Options{Sheets: rest})
			assert.ErrorContains(t, err, `a workbook cannot do without the sheet "`+left+`"`)
			continue
		}
		tab := words.Say("workbook.sheet." + left)
		want := slices.DeleteFunc(slices.Clone(whole), func(name string) bool { return name == tab })
		assert.Equal(t, want, tabs(rest...), "without %s", left)
	}
	assert.Equal(t, []string{"Summary", "Notes", "Recommendations", "Data quality"}, tabs("summary", "notes", idRecommendations, idQuality))
	assert.ErrorContains(t, Write(&bytes.Buffer{}, pack, content.Of(pack, words, nil), words, Options{Sheets: append(content.SheetNames(), "glance")}), `there is no sheet "glance"`)
}

// TestThemeColours: a theme's name is coloured where the template has a colour for it.
func TestThemeColours(t *testing.T) {
	t.Parallel()
	pack, words := samplePack(t)
	rules := *pack.Rules
	rules.Themes = slices.Clone(rules.Themes)
	rules.Themes[0].Colour = "#70112A"
	own := *pack
	own.Rules = &rules
	coloured := func(sheet string) int {
		var out bytes.Buffer
		require.NoError(t, Write(&out, &own, content.Of(&own, words, nil), words, Options{}))
		f, err := excelize.OpenReader(&out)
		require.NoError(t, err)
		defer f.Close()
		formats, err := f.GetConditionalFormats(sheet)
		require.NoError(t, err)
		n := 0
		for _, rules := range formats {
			for _, rule := range rules {
				if rule.Value == `"Resourcing"` {
					n++
				}
			}
		}
		return n
	}
	assert.Equal(t, 1, coloured("Recommendations"))
	assert.Equal(t, 1, coloured("Summary"))
	rules.Themes[0].Colour = ""
	assert.Equal(t, 0, coloured("Recommendations"))
}
