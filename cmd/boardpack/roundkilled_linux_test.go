package main

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"boardpack/report/reporttest/pace"
)

// putRound writes two masters, a workbook and a CSV file, and asks their owners.
func putRound(t *testing.T, dir string) {
	t.Helper()
	putRoundMasters(t, dir)
	succeed(t, dir, "ask", "--reply-by", "2023-10-20", "--quiet")
}

func putRoundMasters(t *testing.T, dir string) {
	t.Helper()
	input := filepath.Join(dir, "input", "2023-10")
	require.NoError(t, os.MkdirAll(input, 0o755))
	rows := [][]string{{"Ref", "Theme", "Recommendation", "Status", "Owner", "Completed", "Updated", "Progress note"},
		{"1", "Data", "Light every cell", "In progress", "Estates", "", "", "Begun"}, {"2", "Data", "Lock every cell", "In progress", "Estates", "", "", ""}}
	book := excelize.NewFile()
	defer book.Close()
	text := ""
	for i, row := range rows {
		require.NoError(t, book.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+1), &row))
		text += strings.ReplaceAll(strings.Join(row, ","), "cell", "gate") + "\n"
	}
	require.NoError(t, book.SaveAs(filepath.Join(input, "cells.xlsx")))
	require.NoError(t, os.WriteFile(filepath.Join(input, "gates.csv"), []byte(text), 0o644))
}

// answerRound puts an answer to each master among what came back.
func answerRound(t *testing.T, dir string) {
	t.Helper()
	text := "Ref,Report,Status,Progress since then,Completed on,Recommendation\n1,Cells,Complete,Every cell is lit,12/10/2023,Light every cell\n2,Gates,No change,Locks ordered,,Lock every gate\n"
	require.NoError(t, os.WriteFile(filepath.Join(dir, "rounds", "2023-10", "returns", "estates.csv"), []byte(text), 0o644))
}

// takeAway takes the answer out again.
func takeAway(t *testing.T, dir string) {
	t.Helper()
	require.NoError(t, os.Remove(filepath.Join(dir, "rounds", "2023-10", "returns", "estates.csv")))
}

// TestRoundKilledAtEveryWrite kills the commands of the round that write before each of their writes; make test takes some of them. Every master is then the old one or
// the new, the journal can be read, and the next run ends exactly where one that was not killed does: every file is the same, in the
// masters, the results, the journal and what is kept, and there is no litter.
func TestRoundKilledAtEveryWrite(t *testing.T) {
	t.Parallel()
	pace.OneByOne(t)
	collect := []string{"collect", "--write", "--received", "2023-10-18", "--quiet"}
	for _, c := range []struct {
		name    string
		prepare func(t *testing.T, dir string)
		args    []string
	}{
		{"next", putRoundMasters, []string{"next", "--quiet"}},
		{"ask", putRoundMasters, []string{"ask", "--reply-by", "2023-10-20", "--eml", "--quiet"}},
		{"collect", func(t *testing.T, dir string) { putRound(t, dir); answerRound(t, dir) }, collect},
		{"collect what is taken away", func(t *testing.T, dir string) {
			putRound(t, dir)
			answerRound(t, dir)
			succeed(t, dir, collect...)
			takeAway(t, dir)
		}, collect},
		{"chase", putRound, []string{"chase", "--on", "2023-10-19", "--quiet"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			ready, whole := t.TempDir(), t.TempDir()
			c.prepare(t, ready)
			before := hashes(t, ready)
			require.NoError(t, os.CopyFS(whole, os.DirFS(ready)))
			writes, _ := killedBefore(t, whole, 0, c.args...)
			require.Greater(t, writes, 5)
			after := hashes(t, whole)
			step := 1
			if os.Getenv(killsVariable) == "" {
				step = writes / 2
			}
			for n := step; n <= writes; n += step {
				dir := t.TempDir()
				require.NoError(t, os.CopyFS(dir, os.DirFS(ready)))
				_, killed := killedBefore(t, dir, n, c.args...)
				require.True(t, killed, "before write %d of %d", n, writes)
				stateOfRound(t, dir, before, after)
				if done := maps.Equal(after, hashes(t, dir)); !done || c.args[0] != "next" { // which refuses when there is nothing left to do
					succeed(t, dir, c.args...)
				}
				require.Equal(t, after, hashes(t, dir), "the run after one that was killed before write %d of %d", n, writes)
			}
			t.Logf("%d writes", writes)
		})
	}
}

// stateOfRound holds that a run that was killed left no master, and no journal, that is neither the old one nor the new.
func stateOfRound(t *testing.T, dir string, before, after map[string]string) {
	t.Helper()
	for name, hash := range hashes(t, dir) {
		if strings.HasPrefix(name, "input/") && !strings.Contains(name, ".boardpack-") {
			assert.Contains(t, []string{before[name], after[name]}, hash, name)
		}
	}
	for _, name := range []string{"round.json", "journal.json"} {
		if data, err := os.ReadFile(filepath.Join(dir, "rounds", "2023-10", name)); err == nil {
			assert.True(t, json.Valid(data), name)
		}
	}
}
