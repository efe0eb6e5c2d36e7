package main

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"
)

func TestTwoRunsGiveTheSameBytes(t *testing.T) {
	t.Parallel()
	first, err := build()
	require.NoError(t, err)
	second, err := build()
	require.NoError(t, err)
	require.Len(t, first, 5)
	for name, content := range first {
		// Not assert.Equal, which would print the whole file.
		assert.True(t, bytes.Equal(content, second[name]), "%s differs between two runs", name)
	}
}

func TestCommittedMastersAreUpToDate(t *testing.T) {
	t.Parallel()
	files, err := build()
	require.NoError(t, err)
	committed, err := filepath.Glob("../../input/????-??/*")
	require.NoError(t, err)
	assert.Len(t, committed, len(files), "files that the generator does not make lie under input")
	for name, want := range files {
		got, err := os.ReadFile(filepath.Join("..", input, filepath.FromSlash(name)))
		require.NoError(t, err)
		assert.True(t, bytes.Equal(want, got), "%s is not what the rows say: run make sample", name)
	}
}

func TestRunWritesBelowTheFolderItIsGiven(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	require.NoError(t, run(dir))
	written, err := filepath.Glob(filepath.Join(dir, "*", "*.xlsx"))
	require.NoError(t, err)
	assert.Len(t, written, 5)

	err = run(filepath.Join(dir, "absent"))
	assert.ErrorContains(t, err, "run make sample")
}

// TestRowsAreSound holds the sample to what a careful team would keep to:
// words of the lists only, dates that fit together, evidence for what is done.
func TestRowsAreSound(t *testing.T) {
	t.Parallel()
	list, err := masters()
	require.NoError(t, err)
	for _, m := range list {
		month := m.name[:len("2023-07")]
		for i, r := range m.rows {
			key := m.name + " " + keys(m.rows)[i]
			for _, c := range columns() {
				checkCell(t, key, month, c, *c.field(&r))
			}
			assert.Equal(t, r.Status == "Complete", r.Completed != "", "%s: completed date", key)
			if r.Status == "Complete" {
				assert.NotEmpty(t, r.Evidence, key)
			}
			if r.OriginalDue != "" && r.OriginalDue != r.Due {
				assert.NotEmpty(t, r.ReasonForChange, "%s was re-dated without a reason", key)
			}
		}
	}
}

func checkCell(t *testing.T, key, month string, c column, value string) {
	t.Helper()
	if value == "" {
		return
	}
	if c.choices != nil {
		assert.Contains(t, c.choices, value, key)
	}
	if c.kind != date {
		return
	}
	_, err := time.Parse(time.DateOnly, value)
	require.NoError(t, err, "%s: %s", key, c.name)
	if c.name == "Completed" || c.name == "Updated" {
		assert.LessOrEqual(t, value[:len("2023-07")], month, "%s: %s lies after the month", key, c.name)
	}
}

func TestJulyKeepsThePrintedNumbering(t *testing.T) {
	t.Parallel()
	rows := julyRows()
	assert.Equal(t, "1 2 3 4 5 6 7 8 9 10 11a 11b 12 13 14 15 16 17", strings.Join(keys(rows), " "))
	perTheme := map[string]int{}
	for _, r := range rows {
		perTheme[r.Theme]++
	}
	assert.Equal(t, map[string]int{"Resourcing": 3, "Training": 4, "Data": 3, "Perpetrators": 5, "Victims": 3}, perTheme)
}

func TestRevise(t *testing.T) {
	t.Parallel()
	rows := []row{{Ref: "1", Status: "Complete", Completed: "2023-08-18"}, {Ref: "2"}, {Ref: "2", Status: "Not started"}}
	revised, err := revise(rows, []row{{Ref: "1", Status: "In progress", Completed: cleared}, {Ref: "2b", Owner: "HMCTS"}})
	require.NoError(t, err)
	assert.Equal(t, []row{{Ref: "1", Status: "In progress"}, {Ref: "2"}, {Ref: "2", Status: "Not started", Owner: "HMCTS"}}, revised)
	assert.Equal(t, "Complete", rows[0].Status, "the earlier month must stay as it was")

	_, err = revise(rows, []row{{Ref: "2"}})
	assert.EqualError(t, err, "a change names recommendation 2, which is not there")
}

func TestSheetsAreLaidOutAsATeamKeepsThem(t *testing.T) {
	t.Parallel()
	files, err := build()
	require.NoError(t, err)
	for _, tc := range []struct {
		name         string
		header, rows int
		columns      int
	}{
		{"2023-07/stalking-harassment.xlsx", 1, 18, 20},
		{"2023-09/stalking-harassment.xlsx", 1, 19, 20},
		{"2023-09/custody-inspection.xlsx", 3, 9, 18},
	} {
		t.Run(tc.name, func(t *testing.T) {
			f, err := excelize.OpenReader(bytes.NewReader(files[tc.name]))
			require.NoError(t, err)
			defer f.Close()
			assert.Equal(t, []string{"Recommendations", "About"}, f.GetSheetList())
			cells, err := f.GetRows("Recommendations")
			require.NoError(t, err)
			require.Len(t, cells, tc.header+tc.rows)
			assert.Len(t, cells[tc.header-1], tc.columns)
			panes, err := f.GetPanes("Recommendations")
			require.NoError(t, err)
			assert.Equal(t, tc.header, panes.YSplit)
			checkDateCells(t, f, cells[tc.header-1], tc.header)
		})
	}
}

// checkDateCells asserts that refs are text and dates are numbers shown as days.
func checkDateCells(t *testing.T, f *excelize.File, header []string, headerRow int) {
	t.Helper()
	for i, name := range header {
		cell, err := excelize.CoordinatesToCellName(i+1, headerRow+1)
		require.NoError(t, err)
		cellType, err := f.GetCellType("Recommendations", cell)
		require.NoError(t, err)
		shown, err := f.GetCellValue("Recommendations", cell)
		require.NoError(t, err)
		switch {
		case name == "Ref":
			assert.Equal(t, excelize.CellTypeSharedString, cellType)
		case slices.Contains([]string{"Original due", "Due", "Updated"}, name) && shown != "":
			assert.Equal(t, excelize.CellTypeUnset, cellType, cell)
			assert.Regexp(t, `^\d{1,2} [A-Z][a-z]{2} 20\d\d$`, shown)
		}
	}
}
