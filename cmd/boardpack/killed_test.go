package main

import (
	"encoding/json"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report/reporttest/pace"
)

// killsVariable says at how many random moments a run is killed: the fewer of make test are a sample, and .ci/run has more.
const killsVariable = "BOARDPACK_KILLS"

func kills(t *testing.T) int {
	if n, err := strconv.Atoi(os.Getenv(killsVariable)); err == nil {
		return n
	}
	return 4
}

// TestKilledAtAnyMoment kills runs over an existing out/ at random moments: half of them anywhere in the run, half right when it
// publishes. After each, every file is whole, verify says truly whether the set is consistent, and the next run repairs it.
func TestKilledAtAnyMoment(t *testing.T) {
	pace.OneByOne(t)
	whole := versions(t, "old", "new")
	dir := t.TempDir()
	out := filepath.Join(dir, "out")
	putMasters(t, dir, "old")
	began := time.Now()
	succeed(t, dir, buildEnglish()...)
	length := time.Since(began)
	told := map[string]int{}
	for i := range kills(t) {
		putMasters(t, dir, []string{"new", "old"}[i%2])
		want := whole[(i+1)%2]
		killed := killRun(t, dir, length, i%4 < 2)
		state := stateOf(t, out, whole)
		if !killed {
			state += ", ended before it was killed"
		}
		told[state]++
		status, _, _ := result(t, program(t, dir, "verify", "out"))
		require.Equal(t, strings.HasPrefix(state, "consistent"), status == exitDone, "verify says otherwise than the files: %s", state)
		succeed(t, dir, buildEnglish()...)
		require.Equal(t, want, hashes(t, out), "the next run repairs everything, and leaves no litter")
		succeed(t, dir, "verify", "out")
	}
	t.Logf("one run takes %v; states after the kills: %v", length, told)
}

// killRun starts a run and kills it: at any moment, or within two milliseconds of its last file being staged.
func killRun(t *testing.T, dir string, length time.Duration, publishing bool) (killed bool) {
	t.Helper()
	c := program(t, dir, buildEnglish()...)
	require.NoError(t, c.Start())
	done := make(chan struct{})
	go func() { c.Wait(); close(done) }()
	if publishing {
		staged := filepath.Join(dir, "out", "2023-09", ".boardpack-unfinished", "manifest.json")
		for deadline := time.Now().Add(10 * length); time.Now().Before(deadline); {
			if _, err := os.Stat(staged); err == nil {
				break
			}
			time.Sleep(100 * time.Microsecond)
		}
		time.Sleep(time.Duration(rand.Int64N(int64(2 * time.Millisecond))))
	} else {
		time.Sleep(time.Duration(rand.Int64N(int64(length))))
	}
	select {
	case <-done:
		return false
	default:
	}
	c.Process.Kill() // it may end just now
	<-done
	return !c.ProcessState.Success()
}

// stateOf looks at the files without the program: whether each is one of the two whole versions, and all of them of one.
func stateOf(t *testing.T, out string, whole []map[string]string) string {
	t.Helper()
	now := hashes(t, out)
	var manifest struct {
		Packs []struct {
			Outputs []struct{ Name, SHA256 string }
		}
	}
	data, err := os.ReadFile(filepath.Join(out, "2023-09", "manifest.json"))
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(data, &manifest), "the manifest is whole")
	consistent := true
	for _, pack := range manifest.Packs {
		for _, f := range pack.Outputs {
			consistent = consistent && now["2023-09/"+f.Name] == f.SHA256
		}
	}
	files := 0
	for name, hash := range now {
		if strings.Contains(name, ".boardpack-") {
			continue // what the run had not finished
		}
		files++
		assert.Contains(t, []string{whole[0][name], whole[1][name]}, hash, "%s is neither the old file nor the new one", name)
	}
	assert.Equal(t, len(whole[0]), files, "no file is lost")
	if consistent {
		return "consistent"
	}
	return "mixed"
}
