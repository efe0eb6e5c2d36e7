package round

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report/round/merge"
)

// TestNotesAreAdded above the last one with their day and owner where the template says so, once however often they are collected.
func TestNotesAreAdded(t *testing.T) {
	t.Parallel()
	s := settingOf(t, twoMasters())
	s.AddNotes = true
	ask(t, s, AskOptions{})
	before := masterText(t, s, "custody")
	assert.Contains(t, strings.Join(guideOf(t, s, "Estates"), " "), "It goes above the last note")
	open(t, s, "Head of Custody").fill("1", "Custody", map[column]any{colStatus: "In progress", colProgress: "Nearly there"}).
		fill("2", "Custody", map[column]any{colStatus: "In progress", colProgress: "Half of them"}).saved("a.xlsx", october12())
	open(t, s, "Estates").fill("2", "Custody", map[column]any{colStatus: "In progress", colProgress: "Bought"}).saved("b.xlsx", october12())
	s = editMaster(t, s, "custody", ",Begun,", ",Begun in May,") // the team adds to what it had: no conflict
	for range 2 {
		got := collect(t, s, CollectOptions{Write: true})
		assert.Equal(t, merge.Taken, answerIn(t, got, "custody", "1", colProgress).Kind)
		text := masterText(t, s, "custody")
		assert.Contains(t, text, "\"12 Oct 2023, Head of Custody: Nearly there\n\nBegun in May\"")
		assert.Contains(t, text, "\"12 Oct 2023, Estates: Bought\n\n12 Oct 2023, Head of Custody: Half of them\"")
		s = again(t, s)
	}
	for _, name := range []string{"a.xlsx", "b.xlsx"} {
		require.NoError(t, os.Remove(filepath.Join(s.Dir, "2023-10", "returns", name)))
	}
	collect(t, s, CollectOptions{Write: true})
	assert.Equal(t, strings.Replace(before, "Begun", "Begun in May", 1), strings.ReplaceAll(masterText(t, s, "custody"), `"`, ""))
}

// guideOf gives the lines of the guide in an owner's workbook.
func guideOf(t *testing.T, s *Setting, owner string) []string {
	t.Helper()
	f := open(t, s, owner).file
	rows, err := f.GetRows(f.GetSheetList()[1])
	require.NoError(t, err)
	var out []string
	for _, row := range rows {
		out = append(out, row...)
	}
	return out
}

// TestListsInNotes: a note that is a list, each line with a hyphen, goes into a CSV file and comes back as it was.
func TestListsInNotes(t *testing.T) {
	t.Parallel()
	s := settingOf(t, twoMasters())
	ask(t, s, AskOptions{})
	open(t, s, "Head of Custody").fill("1", "Custody", map[column]any{colStatus: "In progress", colProgress: "- one\n- two"}).saved("a.xlsx", october12())
	got := collect(t, s, CollectOptions{Write: true})
	assert.Equal(t, merge.Taken, answerIn(t, got, "custody", "1", colProgress).Kind)
	assert.Contains(t, masterText(t, s, "custody"), "\"'- one\n- two\"")
	s = again(t, s)
	assert.Equal(t, "- one\n- two", s.Masters[0].Pack.Register.Recommendations[0].Progress["en"])
	got = collect(t, s, CollectOptions{Write: true})
	assert.Equal(t, merge.Taken, answerIn(t, got, "custody", "1", colProgress).Kind)
	assert.Empty(t, got.Written)
}
