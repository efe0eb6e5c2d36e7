package round

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report/dates"
	"boardpack/report/reporttest/pace"
	"boardpack/report/round/merge"
)

// settledRun is a run of collect that is about to write.
func settledRun(t testing.TB, s *Setting) *collecting {
	t.Helper()
	require.NoError(t, s.prepare())
	now, err := load(s.Dir, s.Month)
	require.NoError(t, err)
	c := &collecting{Setting: s, CollectOptions: CollectOptions{Write: true, Today: dates.NewDate(2023, 11, 1)}, folder: folder{s.Dir, s.Month}, out: &Collected{}}
	for _, step := range []func() error{func() error { return c.load(now) }, c.readAll, c.settle} {
		require.NoError(t, step())
	}
	return c
}

// writeUpTo does the first of the steps of writing, as a run does that is killed after it: the journal that says what is about to be
// written, then each master.
func (c *collecting) writeUpTo(t testing.TB, steps int) {
	t.Helper()
	if steps == 0 {
		return
	}
	c.journal.keep(c.journal.cells(c.cells))
	c.journal.plan(&c.result)
	require.NoError(t, c.saveJournal())
	for i := range c.Masters[:min(steps-1, len(c.Masters))] {
		require.NoError(t, c.writeMaster(&c.Masters[i]))
	}
}

// TestKilledAtEveryWrite: whatever was written by then, the next run ends where one that was not killed does, and undoing still works.
func TestKilledAtEveryWrite(t *testing.T) {
	t.Parallel()
	pace.OneByOne(t)
	for _, taken := range []bool{true, false} { // what is killed takes a return in, or undoes one
		for steps := range 4 {
			s := settingOf(t, twoMasters())
			ask(t, s, AskOptions{})
			before := masterText(t, s, "custody") + masterText(t, s, "review")
			filled(t, s).saved("a.xlsx", october26())
			path := filepath.Join(s.Dir, "2023-10", "returns", "a.xlsx")
			data, err := os.ReadFile(path)
			require.NoError(t, err)
			if !taken {
				collect(t, s, CollectOptions{Write: true})
				s = again(t, s)
				require.NoError(t, os.Remove(path))
			}
			settledRun(t, s).writeUpTo(t, steps)
			s = again(t, s)
			collect(t, s, CollectOptions{Write: true})
			s = again(t, s)
			if taken {
				text := masterText(t, s, "custody") + masterText(t, s, "review")
				assert.Equal(t, 1, strings.Count(text, "All checks are recorded"), "steps %d", steps)
				assert.Equal(t, 1, strings.Count(text, "Half are trained"), "steps %d", steps)
				out := collect(t, s, CollectOptions{Write: true})
				assert.Empty(t, out.Written)
				assert.Equal(t, merge.Taken, answerIn(t, out, "custody", "1", colStatus).Kind)
				require.NoError(t, os.Remove(path))
				collect(t, s, CollectOptions{Write: true})
			} else {
				require.NotEmpty(t, data)
			}
			assert.Equal(t, before, masterText(t, s, "custody")+masterText(t, s, "review"), "steps %d: what was there before is known after the kill", steps)
		}
	}
}
