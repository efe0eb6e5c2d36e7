package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"
)

// program runs the program as a process of its own, in the folder dir: this test's binary is the program when it is called so.
func program(t testing.TB, dir string, args ...string) *exec.Cmd {
	t.Helper()
	path, err := os.Executable()
	require.NoError(t, err)
	return &exec.Cmd{Path: path, Args: append([]string{"boardpack"}, args...), Dir: dir}
}

// result runs it to its end and gives status and output.
func result(t testing.TB, c *exec.Cmd) (status int, stdout, stderr string) {
	t.Helper()
	var out, errs bytes.Buffer
	c.Stdout, c.Stderr = &out, &errs
	err := c.Run()
	if exit := (*exec.ExitError)(nil); errors.As(err, &exit) {
		return exit.ExitCode(), out.String(), errs.String()
	}
	require.NoError(t, err)
	return 0, out.String(), errs.String()
}

// succeed runs it and holds that it does not fail.
func succeed(t testing.TB, dir string, args ...string) {
	t.Helper()
	status, _, stderr := result(t, program(t, dir, args...))
	require.Zero(t, status, stderr)
}

// buildEnglish is a run that is stopped in the middle, or has no room: a second language would only be more of the same.
func buildEnglish() []string { return []string{"build", "--quiet", "--lang", "en"} }

// putMasters writes small masters of two months; the mark makes their rows, and so every file of their packs, different.
func putMasters(t testing.TB, dir, mark string) {
	t.Helper()
	for _, month := range []string{"2023-08", "2023-09"} {
		for _, name := range []string{"custody", "night-shift", "stalking"} {
			folder := filepath.Join(dir, "input", month)
			require.NoError(t, os.MkdirAll(folder, 0o755))
			text := "Ref,Theme,Recommendation,Status,Owner\n"
			for i := range 6 {
				text += fmt.Sprintf("%d,Data,%s: record check %d %s,In progress,Head of %d\n", i+1, name, i+1, mark, i%2)
			}
			require.NoError(t, os.WriteFile(filepath.Join(folder, name+".csv"), []byte(text), 0o644))
		}
	}
}

// hashes gives the hash of every file under a folder by its path.
func hashes(t testing.TB, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		name, err := filepath.Rel(dir, path)
		sum := sha256.Sum256(data)
		out[filepath.ToSlash(name)] = hex.EncodeToString(sum[:])
		return err
	})
	if !errors.Is(err, fs.ErrNotExist) {
		require.NoError(t, err)
	}
	return out
}

// builtVersions are the packs of putMasters, each built once: a *builtVersion by mark.
var builtVersions sync.Map

// versions builds each set of masters elsewhere, and gives the files of each.
func versions(t testing.TB, marks ...string) []map[string]string {
	t.Helper()
	var out []map[string]string
	for _, mark := range marks {
		once, _ := builtVersions.LoadOrStore(mark, new(builtVersion))
		out = append(out, once.(*builtVersion).files(t, mark))
	}
	return out
}

type builtVersion struct {
	once sync.Once
	of   map[string]string
}

func (b *builtVersion) files(t testing.TB, mark string) map[string]string {
	t.Helper()
	b.once.Do(func() {
		dir := t.TempDir()
		putMasters(t, dir, mark)
		succeed(t, dir, buildEnglish()...)
		b.of = hashes(t, filepath.Join(dir, "out"))
	})
	require.NotEmpty(t, b.of)
	return b.of
}
