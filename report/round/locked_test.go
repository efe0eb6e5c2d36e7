package round

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"boardpack/report/round/merge"
)

// TestAMasterThatIsOpen in Excel is not written, and says of which rows something is still to be written; the others are written, every
// answer is listed, and the next run ends where one does that nothing stopped.
func TestAMasterThatIsOpen(t *testing.T) {
	t.Parallel()
	s := settingOf(t, twoMasters())
	ask(t, s, AskOptions{})
	before := masterText(t, s, "custody") + masterText(t, s, "review")
	filled(t, s).saved("a.xlsx", october26())
	lock := filepath.Join(filepath.Dir(s.Masters[0].Path), "~$custody.csv")
	require.NoError(t, os.WriteFile(lock, []byte("\x08Jo Ellis"), 0o644))

	got := collect(t, s, CollectOptions{Write: true})
	require.Len(t, got.Written, 1)
	assert.Contains(t, masterText(t, s, "review"), "Half are trained")
	assert.NotContains(t, masterText(t, s, "custody"), "All checks are recorded")
	require.Len(t, got.Unwritten, 1)
	assert.Equal(t, []string{"1", "2"}, got.Unwritten[0].Refs)
	assert.Equal(t, 6, got.Unwritten[0].Cells)
	assert.ErrorContains(t, got.Unwritten[0].Err, "custody.csv: the file is open in another program (by Jo Ellis): close it and run again")
	assert.FileExists(t, filepath.Join(s.Dir, "2023-10", "results", "results.json"))
	assert.Contains(t, summaryOf(t, s), "Cells not yet written in custody.csv, of 1, 2")

	require.NoError(t, os.Remove(lock))
	s = again(t, s)
	got = collect(t, s, CollectOptions{Write: true})
	require.Len(t, got.Written, 1)
	assert.Empty(t, got.Unwritten)
	assert.Equal(t, merge.Taken, answerIn(t, got, "custody", "1", colStatus).Kind)
	assert.Contains(t, masterText(t, s, "custody"), "All checks are recorded")
	assert.NotContains(t, summaryOf(t, s), "not yet written")
	s = again(t, s)
	assert.Empty(t, collect(t, s, CollectOptions{Write: true}).Written)
	require.NoError(t, os.Remove(filepath.Join(s.Dir, "2023-10", "returns", "a.xlsx")))
	collect(t, s, CollectOptions{Write: true})
	assert.Equal(t, before, masterText(t, s, "custody")+masterText(t, s, "review"))
}

// summaryOf gives all cells of the first sheet of the results.
func summaryOf(t testing.TB, s *Setting) string {
	t.Helper()
	f, err := excelize.OpenFile(filepath.Join(s.Dir, s.Month.String(), "results", resultsName))
	require.NoError(t, err)
	defer f.Close()
	rows, err := f.GetRows(f.GetSheetName(0))
	require.NoError(t, err)
	var out []string
	for _, row := range rows {
		out = append(out, row...)
	}
	return strings.Join(out, "\n")
}
