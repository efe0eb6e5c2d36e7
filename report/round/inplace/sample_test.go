package inplace_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"boardpack/report/dates"
	"boardpack/report/master"
	"boardpack/report/reporttest/pace"
	"boardpack/report/round/inplace"
)

// TestSamples writes into every workbook that the project has: the masters of the sample, and packs of several versions.
func TestSamples(t *testing.T) {
	t.Parallel()
	pace.OneByOne(t)
	o := options(t)
	var paths []string
	for _, pattern := range []string{"../../../input/*/*.xlsx", "../../master/testdata/*.xlsx", "../../batch/testdata/*.xlsx"} {
		found, err := filepath.Glob(pattern)
		require.NoError(t, err)
		paths = append(paths, found...)
	}
	require.Greater(t, len(paths), 8)
	for _, path := range paths {
		t.Run(filepath.Base(path), func(t *testing.T) {
			data, err := os.ReadFile(path)
			require.NoError(t, err)
			m, err := inplace.Open(path, data, o)
			require.NoError(t, err)
			w, err := m.Write()
			require.NoError(t, err)
			assert.Equal(t, data, w.Data, "nothing set, nothing changed")
			grids, err := master.Grids(path, data, o)
			require.NoError(t, err)
			set := 0
			for _, g := range grids {
				for i := 0; i < len(g.Rows); i += 1 + len(g.Rows)/8 {
					cells := g.Rows[i].Cells
					for j, value := range []inplace.Value{inplace.Text("new ŵ"), inplace.Day(dates.NewDate(2023, 10, 12)), inplace.Number(4), inplace.Empty()} {
						if j < len(cells) && m.Set(g.Sheet, cells[j].Name, value) == nil {
							set++
						}
					}
				}
			}
			require.Positive(t, set)
			w, err = m.Write()
			require.NoError(t, err)
			same(t, data, w.Data, changeable(t, data)...)
			f, err := excelize.OpenReader(strings.NewReader(string(w.Data)))
			require.NoError(t, err)
			require.NoError(t, f.Close())
		})
	}
}

// changeable are the parts that may differ: worksheets, formats and the list of sheets.
func changeable(t *testing.T, data []byte) []string {
	t.Helper()
	f, err := excelize.OpenReader(strings.NewReader(string(data)))
	require.NoError(t, err)
	defer f.Close()
	out := []string{stylesPart, bookPart}
	f.Pkg.Range(func(name, _ any) bool {
		if strings.HasPrefix(name.(string), "xl/worksheets/sheet") {
			out = append(out, name.(string))
		}
		return true
	})
	return out
}

// BenchmarkWrite sets two cells of each of 4,000 rows, of which each has a formula that depends on them.
func BenchmarkWrite(b *testing.B) {
	data := workbook(b, func(f *excelize.File) {
		for row := 1; row <= 4000; row++ {
			cell, err := excelize.CoordinatesToCellName(1, row)
			require.NoError(b, err)
			texts := make([]any, 20)
			for i := range texts {
				texts[i] = strings.Repeat("word ", 8+i%3)
			}
			require.NoError(b, f.SetSheetRow("Sheet1", cell, &texts))
			require.NoError(b, f.SetCellFormula("Sheet1", strings.Replace(cell, "A", "U", 1), strings.Replace(cell, "A", "B", 1)+"&\"x\""))
		}
	})
	b.ReportAllocs()
	for b.Loop() {
		m, err := inplace.Open("m.xlsx", data, master.Options{})
		require.NoError(b, err)
		for row := 2; row <= 4000; row++ {
			for column, value := range []inplace.Value{inplace.Text("Complete"), inplace.Day(dates.NewDate(2023, 10, 12))} {
				cell, err := excelize.CoordinatesToCellName(2+column, row)
				require.NoError(b, err)
				require.NoError(b, m.Set("Sheet1", cell, value))
			}
		}
		_, err = m.Write()
		require.NoError(b, err)
	}
}
