package batch

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"boardpack/report"
	"boardpack/report/master"
	"boardpack/report/reporttest"
	"boardpack/report/reporttest/pace"
	"boardpack/templates/sheets"
)

// withSettings adds sheets to a workbook: rows of cells with strokes between them.
func withSettings(t *testing.T, data string, all map[string][]string) string {
	t.Helper()
	book, err := excelize.OpenReader(strings.NewReader(data))
	require.NoError(t, err)
	defer book.Close()
	for _, sheet := range []string{"Themes", "Status words", "Settings"} {
		if all[sheet] == nil {
			continue
		}
		_, err := book.NewSheet(sheet)
		require.NoError(t, err)
		for i, row := range all[sheet] {
			cell, err := excelize.CoordinatesToCellName(1, i+1)
			require.NoError(t, err)
			cells := strings.Split(row, "|")
			require.NoError(t, book.SetSheetRow(sheet, cell, &cells))
		}
	}
	var out bytes.Buffer
	require.NoError(t, book.Write(&out))
	return out.String()
}

// readsOwn lets a run read the sheets of settings by a template.
func readsOwn(t *testing.T, o *Options) {
	t.Helper()
	tpl := reporttest.Shipped(t)
	o.Own = func(name string, data []byte) (*Own, error) {
		s, err := sheets.Read(name, data, tpl, master.Limits{})
		if err != nil || s == nil {
			return nil, err
		}
		return &Own{Rules: &s.Rules, Vocabulary: &s.Vocabulary, Accent: s.Accent, Key: s.Key}, nil
	}
}

var (
	themesHead   = "Name|Name (Welsh)|Other words|Colour|Id"
	statusHead   = "Status word|Means"
	settingsHead = "Setting|Value"
)

func packNamed(t *testing.T, worked []Worked, name, month string) *report.Pack {
	t.Helper()
	for _, w := range worked {
		if w.Name == name && w.Month.String() == month {
			require.NoError(t, w.Err)
			require.NotNil(t, w.Pack)
			return w.Pack
		}
	}
	require.Fail(t, "no pack", "%s %s", name, month)
	return nil
}

// TestEachMasterByItsOwnSheets: of two masters of a month each has its own settings, the history of each is counted by those of its newest
// month, and the portfolio by the run's.
func TestEachMasterByItsOwnSheets(t *testing.T) {
	t.Parallel()
	due := func(csv string) string { // due three weeks after the end of September
		lines := strings.Split(strings.TrimSpace(csv), "\n")
		for i := range lines {
			lines[i] += map[bool]string{true: ",Due", false: ",2023-10-21"}[i == 0]
		}
		return strings.Join(lines, "\n")
	}
	old := xlsx(t, due(rows("1:bridges:Parked", "2:roads:Complete")))
	now := xlsx(t, due(rows("1:bridges:Parked", "2:roads:Complete")))
	august := withSettings(t, old, map[string][]string{"Status words": {statusHead, "Parked|Complete"}})
	september := withSettings(t, now, map[string][]string{
		"Themes":       {themesHead, "Numbers|Rhifau|Data||numbers", "Spare|Sbâr|||spare"},
		"Status words": {statusHead, "Parked|In progress"},
		"Settings":     {settingsHead, "Due soon (days)|10", "Accent colour|#5A2A5E"}})
	o := madeOf(t, map[string]string{"2023-08/a.xlsx": august, "2023-09/a.xlsx": september, "2023-09/b.xlsx": xlsx(t, due(rows("1:other:Parked", "7:else:Complete")))})
	readsOwn(t, o)
	o.All = true
	worked, err := Packs(context.Background(), *o)
	require.NoError(t, err)

	a := packNamed(t, worked, "a", "2023-09")
	assert.Equal(t, []string{"numbers", "spare"}, []string{a.Themes[0].ID, a.Themes[1].ID})
	assert.Equal(t, 2, a.Themes[0].N(report.Total))
	assert.Equal(t, 1, a.All.N(report.FigInProgress), "Parked")
	assert.Zero(t, a.All.N(report.DueSoon), "21 days is not within 10")
	assert.Equal(t, 1, a.Previous.N(report.FigComplete), "last month by this month's words: Parked is not complete")
	assert.Len(t, a.Rules.Own, 4)
	before := packNamed(t, worked, "a", "2023-08")
	assert.Equal(t, 2, before.All.N(report.FigComplete), "its own pack by its own words")
	assert.Equal(t, "data", before.Themes[2].ID, "and by the themes of the run")
	b := packNamed(t, worked, "b", "2023-09")
	assert.Equal(t, 1, b.All.N(report.FigUnrecognised), "another master does not have them")
	assert.Empty(t, b.Rules.Own)
}

// TestPortfolioByTheRun: the portfolio has the themes and the days of the run. What a status means is what its own master says.
func TestPortfolioByTheRun(t *testing.T) {
	t.Parallel()
	o := madeOf(t, map[string]string{
		"2023-09/a.xlsx": withSettings(t, xlsx(t, rows("1:bridges:Parked", "2:roads:Complete")), map[string][]string{
			"Themes": {themesHead, "Numbers|Rhifau|Data||numbers", "Training|Hyfforddiant|||training"}, "Status words": {statusHead, "Parked|Complete"},
			"Settings": {settingsHead, "Accent colour|#5A2A5E", "Due soon (days)|5"}}),
		"2023-09/b.xlsx": xlsx(t, rows("1:other:Not started", "7:else:Complete"))})
	readsOwn(t, o)
	o.Portfolio = true
	built, err := Build(context.Background(), *o)
	require.NoError(t, err)
	require.Len(t, built, 3)
	figures := map[string]map[string]any{}
	for _, out := range built {
		require.NoError(t, out.Err)
		data, err := os.ReadFile(filepath.Join(o.Out, "2023-09", out.Name+"-2023-09-figures.json"))
		require.NoError(t, err)
		var file map[string]any
		require.NoError(t, json.Unmarshal(data, &file))
		figures[out.Name] = file
	}
	assert.EqualValues(t, 2, figures["a"]["all"].(map[string]any)["complete"])
	assert.EqualValues(t, 3, figures[PortfolioName]["all"].(map[string]any)["complete"])
	assert.EqualValues(t, 60, figures[PortfolioName]["settings"].(map[string]any)["due_soon_days"])
	assert.EqualValues(t, 5, figures["a"]["settings"].(map[string]any)["due_soon_days"])
	assert.Nil(t, figures[PortfolioName]["own_settings"])
	assert.Len(t, figures["a"]["own_settings"], 4)
	for _, theme := range figures[PortfolioName]["themes"].([]any) {
		group := theme.(map[string]any)
		want := map[string]int{"data": 2, report.ThemeUnmatched: 2}[group["id"].(string)]
		assert.EqualValues(t, want, group["total"], group["id"])
	}
	verdicts, err := Verify(context.Background(), filepath.Join(o.Out, "2023-09"), *o, true)
	require.NoError(t, err)
	for _, v := range verdicts {
		assert.True(t, v.OK(), "%+v", v)
	}
	assert.Contains(t, strings.Join(codes(built[2].Problems, "own-themes"), " "), "own-themes at a.xlsx")
}

// TestMonthsWithOtherSettings: where each month has others, a run over all of them gives each month the pack that a run over it alone gives.
func TestMonthsWithOtherSettings(t *testing.T) {
	t.Parallel()
	pace.OncePerKind(t)
	month := func(days string) string {
		return withSettings(t, xlsx(t, rows("1:bridges:Parked", "2:roads:Complete")), map[string][]string{"Settings": {settingsHead, "Due soon (days)|" + days}})
	}
	files := map[string]string{"2023-07/a.xlsx": month("10"), "2023-08/a.xlsx": month("20"), "2023-09/a.xlsx": month("10"), "2023-10/a.xlsx": month("10")}
	together := madeOf(t, files)
	readsOwn(t, together)
	together.All = true
	built, err := Build(context.Background(), *together)
	require.NoError(t, err)
	require.Len(t, built, 4)
	apart := *together
	apart.All, apart.Out = false, t.TempDir()
	for _, out := range built {
		require.NoError(t, out.Err)
		apart.Months = []report.Month{out.Month}
		_, err := Build(context.Background(), apart)
		require.NoError(t, err)
		name := filepath.Join(out.Month.String(), "a-"+out.Month.String()+"-figures.json")
		one, err := os.ReadFile(filepath.Join(together.Out, name))
		require.NoError(t, err)
		other, err := os.ReadFile(filepath.Join(apart.Out, name))
		require.NoError(t, err)
		assert.Equal(t, string(other), string(one), name)
	}
	again, err := Build(context.Background(), *together)
	require.NoError(t, err)
	for _, out := range again {
		assert.True(t, out.Unchanged, out.Month.String())
	}
}

// TestWrongSettingsStopTheirPackAlone: other masters have their packs, and so have other months of the same.
func TestWrongSettingsStopTheirPackAlone(t *testing.T) {
	t.Parallel()
	right := xlsx(t, rows("1:bridges:Complete"))
	wrong := withSettings(t, right, map[string][]string{"Settings": {settingsHead, "Due soon (days)|soon", "Accent|x"}})
	o := madeOf(t, map[string]string{"2023-08/a.xlsx": wrong, "2023-09/a.xlsx": right, "2023-09/b.xlsx": xlsx(t, rows("5:other:Complete"))})
	readsOwn(t, o)
	o.All = true
	built, err := Build(context.Background(), *o)
	require.NoError(t, err)
	require.Len(t, built, 3)
	assert.EqualError(t, built[0].Err, "a.xlsx: Settings!B2: \"soon\" is not a whole number from 0 to 3650: enter only the number of days\n"+
		"a.xlsx: Settings!A3: there is no setting \"Accent\": it is Organisation, Organisation (Welsh), Due soon (days), Overdue by or Accent colour")
	assert.NoError(t, built[1].Err)
	assert.Equal(t, "2023-08/a.xlsx", built[1].ComparedWith, "what earlier sheets say is not used")
	assert.NoError(t, built[2].Err)
}

// TestAPackHasNoSheetsOfSettings: the workbook of any pack, read as a master, has none.
func TestAPackHasNoSheetsOfSettings(t *testing.T) {
	t.Parallel()
	o := madeOf(t, map[string]string{"2023-09/a.xlsx": withSettings(t, xlsx(t, rows("1:bridges:Complete")), map[string][]string{"Themes": {themesHead, "Numbers|Rhifau|Data||numbers"}})})
	readsOwn(t, o)
	alsoInWelsh(t, o)
	_, err := Build(context.Background(), *o)
	require.NoError(t, err)
	for _, lang := range []string{"en", "cy"} {
		path := filepath.Join(o.Out, "2023-09", "a-2023-09-"+lang+".xlsx")
		data, err := os.ReadFile(path)
		require.NoError(t, err)
		grids, err := master.SettingsGrids(path, data, master.Options{Vocabulary: o.Vocabulary, Rules: o.Rules})
		require.NoError(t, err)
		assert.Empty(t, grids)
		register, err := master.ReadBytes(path, data, master.Options{Month: report.Month{Year: 2023, Month: 10}, Vocabulary: o.Vocabulary, Rules: o.Rules})
		require.NoError(t, err)
		for _, p := range register.Problems {
			assert.NotContains(t, p.Code, "settings")
		}
	}
}
