package inplace

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report/reporttest/pace"
)

// TestEndedAtEveryWrite ends a replacement after each step, and in the middle of each file that a step writes: the master is the old one or
// the new, the old one is kept before the new one is there, and running again does the rest and leaves no litter.
func TestEndedAtEveryWrite(t *testing.T) {
	t.Parallel()
	before, after := bytes.Repeat([]byte("old "), 9000), bytes.Repeat([]byte("newer "), 9000)
	var r replacement
	for ended := range len(r.steps()) + 1 {
		for _, part := range []bool{false, true} {
			dir := t.TempDir()
			path, kept := filepath.Join(dir, "m.xlsx"), filepath.Join(dir, "kept")
			require.NoError(t, os.WriteFile(path, before, 0o644))
			r := &replacement{path: path, place: path, before: before, after: after, kept: kept}
			for _, step := range r.steps()[:ended] {
				require.NoError(t, step())
			}
			if part {
				halve(t, r, ended)
			}
			now := content(t, path)
			require.True(t, bytes.Equal(now, before) || bytes.Equal(now, after), "after step %d", ended)
			if bytes.Equal(now, after) {
				assert.Equal(t, before, content(t, filepath.Join(kept, "m-before-1.xlsx")))
			}
			if ended < len(r.steps()) {
				as, err := Replace(path, before, after, kept)
				require.NoError(t, err)
				assert.Equal(t, filepath.Join(kept, "m-before-1.xlsx"), as)
			}
			assert.Equal(t, after, content(t, path))
			whole(t, dir, path, kept, before, after)
		}
	}
}

// halve cuts the files that a step had not finished off in the middle.
func halve(t *testing.T, r *replacement, ended int) {
	t.Helper()
	if ended == 1 { // while the old file is put among those that are kept
		require.NoError(t, os.MkdirAll(r.kept, 0o755))
		require.NoError(t, os.WriteFile(filepath.Join(r.kept, "m-before-1.xlsx.boardpack-unfinished"), r.before[:100], 0o644))
	}
	if _, err := os.Stat(r.unfinished()); err == nil || ended == 2 {
		require.NoError(t, os.WriteFile(r.unfinished(), r.after[:100], 0o644))
	}
}

func content(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	return data
}

// whole holds that a folder has the master and what is kept of it, and nothing that was not finished.
func whole(t *testing.T, dir, path, kept string, before, after []byte) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	assert.Len(t, entries, 2, "the master and the folder of those that are kept")
	entries, err = os.ReadDir(kept)
	require.NoError(t, err)
	for _, e := range entries {
		data := content(t, filepath.Join(kept, e.Name()))
		assert.True(t, bytes.Equal(data, before) || bytes.Equal(data, after), e.Name())
	}
}

// killVariable names, in the process that is killed, the folder in which it replaces the master again and again.
const killVariable = "BOARDPACK_REPLACE_IN"

// TestKilled kills a process that replaces a master again and again, at random moments: the master is always whole, and so is every file
// that is kept.
func TestKilled(t *testing.T) {
	pace.OneByOne(t)
	before, after := bytes.Repeat([]byte("old "), 100_000), bytes.Repeat([]byte("newer "), 100_000)
	if dir := os.Getenv(killVariable); dir != "" {
		replaceForEver(dir, before, after)
	}
	if testing.Short() {
		t.Skip("starts processes")
	}
	kills := 12
	if n, err := strconv.Atoi(os.Getenv("BOARDPACK_KILLS")); err == nil {
		kills = n
	}
	dir := t.TempDir()
	path := filepath.Join(dir, "m.xlsx")
	require.NoError(t, os.WriteFile(path, before, 0o644))
	told := map[string]int{}
	for range kills {
		c := exec.Command(os.Args[0], "-test.run=^TestKilled$")
		c.Env = append(os.Environ(), killVariable+"="+dir)
		require.NoError(t, c.Start())
		for deadline := time.Now().Add(20 * time.Second); time.Now().Before(deadline); {
			if _, err := os.Stat(filepath.Join(dir, "started-"+strconv.Itoa(c.Process.Pid))); err == nil {
				break
			}
			time.Sleep(time.Millisecond)
		}
		time.Sleep(time.Duration(rand.Int64N(int64(200 * time.Millisecond))))
		require.NoError(t, c.Process.Kill())
		require.Error(t, c.Wait())
		switch now := content(t, path); {
		case bytes.Equal(now, before):
			told["old"]++
		case bytes.Equal(now, after):
			told["new"]++
		default:
			t.Fatalf("the master is neither the old one nor the new: %d bytes", len(now))
		}
		kept, err := filepath.Glob(filepath.Join(dir, "kept", "m-before-*.xlsx"))
		require.NoError(t, err)
		for _, name := range kept {
			data := content(t, name)
			require.True(t, bytes.Equal(data, before) || bytes.Equal(data, after), name)
		}
	}
	t.Log(told)
}

// replaceForEver replaces the master by the other of two, until the process is killed.
func replaceForEver(dir string, before, after []byte) {
	path := filepath.Join(dir, "m.xlsx")
	_ = os.WriteFile(filepath.Join(dir, fmt.Sprintf("started-%d", os.Getpid())), nil, 0o644)
	for {
		now, err := os.ReadFile(path)
		if err != nil {
			os.Exit(2)
		}
		to := after
		if bytes.Equal(now, after) {
			to = before
		}
		if _, err := Replace(path, now, to, filepath.Join(dir, "kept")); err != nil {
			fmt.Println(err)
			os.Exit(3)
		}
	}
}
