package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gofrs/flock"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report/reporttest/pace"
)

// mount puts a small disk of its own at dir, where the test may: as root, on Linux.
func mount(t *testing.T, dir, size string) {
	t.Helper()
	if os.Geteuid() != 0 {
		t.Skip("only root can mount a disk to fill")
	}
	require.NoError(t, os.MkdirAll(dir, 0o755))
	if text, err := exec.Command("mount", "-t", "tmpfs", "-o", "size="+size, "tmpfs", dir).CombinedOutput(); err != nil {
		t.Skipf("a disk to fill cannot be mounted here: %s", text)
	}
	t.Cleanup(func() { exec.Command("umount", "-l", dir).Run() })
}

// fill leaves so many bytes of the disk free.
func fill(t *testing.T, dir string, free int) {
	t.Helper()
	path := filepath.Join(filepath.Dir(dir), "out", "filler")
	file, err := os.Create(path)
	require.NoError(t, err)
	block := make([]byte, 4096)
	for err == nil {
		_, err = file.Write(block)
	}
	info, statErr := file.Stat()
	require.NoError(t, statErr)
	require.NoError(t, file.Truncate(max(0, info.Size()-int64(free))))
	require.NoError(t, file.Close())
}

// diskStep is by how much the free room grows from run to run: in small steps where the kills are many too.
func diskStep() int {
	if os.Getenv(killsVariable) != "" {
		return 1 << 15
	}
	return 1 << 19
}

// TestFullDisk fills the disk to just so much free room, from none to nearly enough: a run either says that there is no room, and
// leaves everything as it was, or has room enough and publishes the whole set.
func TestFullDisk(t *testing.T) {
	t.Parallel()
	pace.OneByOne(t)
	whole := versions(t, "old", "new")
	dir := t.TempDir()
	out := filepath.Join(dir, "out")
	mount(t, out, "16m")
	putMasters(t, dir, "old")
	succeed(t, dir, buildEnglish()...)
	require.Equal(t, whole[0], hashes(t, out))
	full, done := 0, 0
	for free := 0; free <= 2<<20; free += diskStep() {
		putMasters(t, dir, "new")
		fill(t, out, free)
		status, _, stderr := result(t, program(t, dir, buildEnglish()...))
		require.NoError(t, os.Remove(filepath.Join(out, "filler")))
		if status == exitDone {
			done++
			require.Equal(t, whole[1], hashes(t, out), "with %d bytes free", free)
		} else {
			full++
			assert.Contains(t, stderr, "the disk of out is full: make room and run again; your existing packs are unchanged")
			require.Equal(t, whole[0], hashes(t, out), "nothing lost and no litter, with %d bytes free", free)
		}
		succeed(t, dir, "verify", "out")
		putMasters(t, dir, "old")
		succeed(t, dir, buildEnglish()...)
	}
	t.Logf("%d runs had no room, %d had enough", full, done)
	assert.Positive(t, full)
	assert.Positive(t, done)
}

// TestDriveVanishes takes the disk away in the middle of a run.
func TestDriveVanishes(t *testing.T) {
	t.Parallel()
	pace.OncePerKind(t)
	dir := t.TempDir()
	out := filepath.Join(dir, "out")
	mount(t, out, "8m")
	putMasters(t, dir, "old")
	c := program(t, dir, append(buildEnglish(), "--jobs", "1")...)
	var stderr strings.Builder
	c.Stderr = &stderr
	require.NoError(t, c.Start())
	staged := filepath.Join(out, "2023-09", ".boardpack-unfinished")
	for {
		if _, err := os.Stat(staged); err == nil {
			break
		}
	}
	require.NoError(t, exec.Command("umount", "-l", out).Run())
	require.Error(t, c.Wait())
	assert.Contains(t, stderr.String(), "out cannot be reached: check that its drive is connected, and run again")
	assert.Empty(t, hashes(t, out), "nothing is written where the drive was")
}

// TestReadOnlyFolder has a folder that may be read and not written to.
func TestReadOnlyFolder(t *testing.T) {
	t.Parallel()
	pace.OneByOne(t)
	whole := versions(t, "old")
	dir := t.TempDir()
	putMasters(t, dir, "old")
	succeed(t, dir, buildEnglish()...)
	putMasters(t, dir, "new")
	out := filepath.Join(dir, "out")
	for _, folder := range []string{out, filepath.Join(out, "2023-09")} {
		t.Run(filepath.Base(folder), func(t *testing.T) {
			require.NoError(t, os.Chmod(out, 0o777))
			require.NoError(t, os.Chmod(folder, 0o555))
			defer os.Chmod(folder, 0o755)
			c := program(t, dir, buildEnglish()...)
			asNobody(t, c, dir)
			status, stdout, stderr := result(t, c)
			assert.Equal(t, exitFailed, status)
			assert.Empty(t, stdout)
			assert.Contains(t, stderr, "cannot be written to: ask for the right to write there, or choose another folder with --out")
			assert.Equal(t, whole[0], hashes(t, out))
		})
	}
}

// TestTwoRuns keeps a second run out while one is under way, and lets the next one in after a crash.
func TestTwoRuns(t *testing.T) {
	t.Parallel()
	pace.OneByOne(t)
	dir := t.TempDir()
	putMasters(t, dir, "old")
	path := filepath.Join(dir, "out", ".boardpack-lock")
	require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
	other := flock.New(path)
	got, err := other.TryLock()
	require.NoError(t, err)
	require.True(t, got)
	status, _, stderr := result(t, program(t, dir, "build"))
	assert.Equal(t, exitFailed, status)
	assert.Contains(t, stderr, "boardpack is already running and writes to out: wait until it has ended, and run again")
	require.NoError(t, other.Close())

	assert.FileExists(t, path, "as a crash leaves it")
	succeed(t, dir, buildEnglish()...)
	assert.NoFileExists(t, path)
}

// TestStopped interrupts a run: it ends, says so, and leaves everything as it was.
func TestStopped(t *testing.T) {
	t.Parallel()
	whole := versions(t, "old")
	dir := t.TempDir()
	putMasters(t, dir, "old")
	succeed(t, dir, buildEnglish()...)
	putMasters(t, dir, "new")
	for i := range 40 {
		name := filepath.Join(dir, "input", "2023-09", fmt.Sprintf("many-%d.csv", i))
		require.NoError(t, os.WriteFile(name, []byte("Ref,Theme,Recommendation,Status\n1,Data,Record every check,In progress\n"), 0o644))
	}
	c := program(t, dir, "build", "--lang", "en")
	stderr, err := c.StderrPipe()
	require.NoError(t, err)
	require.NoError(t, c.Start())
	first := make([]byte, 8)
	_, err = stderr.Read(first)
	require.NoError(t, err)
	if err := c.Process.Signal(os.Interrupt); err != nil {
		c.Process.Kill()
		c.Wait()
		t.Skipf("a process cannot be interrupted here: %v", err)
	}
	rest := new(strings.Builder)
	for buffer := make([]byte, 4096); err == nil; {
		var n int
		n, err = stderr.Read(buffer)
		rest.Write(buffer[:n])
	}
	c.Wait()
	assert.Equal(t, exitFailed, c.ProcessState.ExitCode())
	assert.Contains(t, rest.String(), "stopped; your existing packs are unchanged")
	assert.Equal(t, whole[0], hashes(t, filepath.Join(dir, "out")))
}
