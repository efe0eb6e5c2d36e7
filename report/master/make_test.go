package master

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"boardpack/report"
	"boardpack/report/ooxml"
)

// heads are the headings that a master needs; good is a row below them in which nothing is wrong.
func heads() []any { return []any{"Ref", "Theme", "Recommendation", "Status"} }
func good() []any  { return []any{"1", "Training", "Train the officers", "In progress"} }

// workbook makes a master of rows on the sheet Recommendations; change makes it awkward.
func workbook(t testing.TB, rows [][]any, change ...func(f *excelize.File)) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	require.NoError(t, f.SetSheetName("Sheet1", "Recommendations"))
	fill(t, f, "Recommendations", rows)
	for _, c := range change {
		c(f)
	}
	var b bytes.Buffer
	require.NoError(t, f.Write(&b))
	return keepMade(t, ".xlsx", b.Bytes())
}

// fill writes rows from A1 on; a nil cell stays empty, and a day shows as one: excelize would show its month alone.
func fill(t testing.TB, f *excelize.File, sheet string, rows [][]any) {
	t.Helper()
	for i, r := range rows {
		for j, v := range r {
			if v != nil {
				require.NoError(t, f.SetCellValue(sheet, ooxml.CellName(j+1, i+1), v))
				if _, day := v.(time.Time); day {
					looks(sheet, ooxml.CellName(j+1, i+1), "dd/mm/yyyy")(f)
				}
			}
		}
	}
}

// looks gives cells a number format.
func looks(sheet, cells, format string) func(f *excelize.File) {
	return func(f *excelize.File) {
		id, err := f.NewStyle(&excelize.Style{CustomNumFmt: &format})
		must(err)
		must(f.SetCellStyle(sheet, cells, cells, id))
	}
}

// found lists the problems as "code cell", warnings and notes alike.
func found(register *report.Register) []string {
	out := []string{}
	for _, p := range register.Problems {
		out = append(out, fmt.Sprintf("%s %s", p.Code, p.Cell))
	}
	return out
}

func sortedNames(parts map[string]string) []string { return slices.Sorted(maps.Keys(parts)) }

// replaced is strings.Replace that makes sure that there was something to replace.
func replaced(s, from, to string) string {
	if !strings.Contains(s, from) {
		panic("nothing to replace: " + from + " in " + s)
	}
	return strings.ReplaceAll(s, from, to)
}

// keptVariable names a folder in which every file that the tests make and read is kept, for other tests to try.
const keptVariable = "BOARDPACK_KEEP_MADE"

// keepMade keeps a file, under the name of its bytes.
func keepMade(t testing.TB, ending string, data []byte) []byte {
	t.Helper()
	if dir := os.Getenv(keptVariable); dir != "" {
		sum := sha256.Sum256(data)
		require.NoError(t, os.WriteFile(filepath.Join(dir, hex.EncodeToString(sum[:6])+ending), data, 0o644))
	}
	return data
}
