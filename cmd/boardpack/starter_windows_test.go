package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestStarterMakesThePacks makes a folder in every kind of place that teams have, with names that cmd or a code page could stumble over, and
// double-clicks build.cmd there, twice.
func TestStarterMakesThePacks(t *testing.T) {
	for _, name := range []string{"R&D packs & more", "a^b (2026), x=;!y!", "Tîm yr Ŵyl, tŷ ŷ"} {
		t.Run(name, func(t *testing.T) {
			dir := tempFolder(t)
			d := team{filepath.Join(dir, name, "pecyn ŵ & ŷ"), filepath.Join(dir, name, "boardpack.exe")}
			d.make(t)
			d.assertStarterWorks(t)
		})
	}
	t.Run("a drive", func(t *testing.T) {
		root := drive(t, tempFolder(t))
		d := team{root, filepath.Join(root, "boardpack.exe")}
		d.make(t)
		d.assertStarterWorks(t)
	})
}

func (d team) assertStarterWorks(t *testing.T) {
	t.Helper()
	d.assertStarterMakes(t)
	assertOpened(t, d.out())
	made := hashes(t, d.out())
	d.must(t, "build", "--force", "--input", filepath.Join(d.dir, "input"), "--out", filepath.Join(d.dir, "out"))
	assert.Equal(t, made, hashes(t, d.out()))
	d.must(t, "verify", "out")
}

// assertStarterMakes makes the pack, and looks at it again.
func (d team) assertStarterMakes(t *testing.T, env ...string) {
	t.Helper()
	status, window := d.doubleClick(t, "", env...)
	t.Logf("the window showed:\n%s", window)
	require.Zero(t, status, window)
	assert.Contains(t, window, "1 pack made, 10 files written")
	assert.Contains(t, window, "Done. The packs are in the folder out, in the folder of the month.")
	for _, ending := range []string{"en.pdf", "en.xlsx", "cy.pdf", "figures.json", "recommendations.csv"} {
		assert.FileExists(t, d.out(masterOfTeam+"-2026-10-"+ending))
	}
	status, window = d.doubleClick(t, "", env...)
	assert.Zero(t, status)
	assert.Contains(t, window, "1 pack unchanged and left as it is")
}

// TestStarterOnAServer double-clicks build.cmd in a folder of another computer, as this one is to itself. The program is on the path: wine 8
// tells a program in such a folder a path that is not its own.
func TestStarterOnAServer(t *testing.T) {
	t.Parallel()
	dir := tempFolder(t)
	here := team{filepath.Join(dir, "shared folder", "packs & more"), filepath.Join(dir, "programs", "boardpack.exe")}
	here.make(t)
	there := team{server(t, here.dir), here.program}
	there.assertStarterMakes(t, "PATH="+windowsFolders()+";"+filepath.Dir(here.program))
	here.must(t, "verify", "out")
}

// TestStarterFindsTheProgram looks in every place where the program may be, and for what is said where it is not.
func TestStarterFindsTheProgram(t *testing.T) {
	t.Parallel()
	d := newTeam(t)
	elsewhere := tempFolder(t)
	cases := []struct {
		name, path string
		env        []string
	}{
		{"in the folder", filepath.Join(d.dir, "boardpack-windows-amd64.exe"), nil},
		{"in the folder above", d.program, nil},
		{"on the path", filepath.Join(elsewhere, "boardpack.exe"), []string{"PATH=" + elsewhere + ";" + os.Getenv("PATH")}},
	}
	require.NoError(t, os.Remove(d.program))
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			putProgram(t, c.path)
			status, window := d.doubleClick(t, "--quiet --force", c.env...)
			assert.Zero(t, status, window)
			assert.Contains(t, window, "Done.")
			assert.NotContains(t, window, "This folder opens now", "with flags of one's own the packs may be elsewhere")
			require.NoError(t, os.Remove(c.path))
		})
	}
	t.Run("nowhere", func(t *testing.T) {
		status, window := d.doubleClick(t, "")
		t.Logf("the window showed:\n%s", window)
		assert.Equal(t, exitFailed, status)
		assert.Contains(t, window, "The program was not found")
		assert.Contains(t, window, "  \""+d.dir+"\\\"\nin the folder above:\n  \""+filepath.Dir(d.dir)+"\"\n")
	})
	t.Run("one that does not run", func(t *testing.T) {
		require.NoError(t, os.WriteFile(d.program, []byte("half a download"), 0o755))
		status, window := d.doubleClick(t, "")
		t.Logf("the window showed:\n%s", window)
		assert.Equal(t, exitFailed, status)
		assert.Contains(t, window, "The program is here, but Windows did not run it:\n  \"..\\boardpack.exe\"\n")
		require.NoError(t, os.WriteFile(filepath.Join(d.dir, "boardpack (1).exe"), nil, 0o755))
		putProgram(t, d.program)
		status, window = d.doubleClick(t, "--quiet")
		assert.Zero(t, status, "the next one is tried: %s", window)
	})
}

// TestStarterSaysWhatFailed: the program's own words, and what to do.
func TestStarterSaysWhatFailed(t *testing.T) {
	t.Parallel()
	d := newTeam(t)
	require.NoError(t, os.WriteFile(d.master("2026-10"), []byte("Ref,Recommendation\n1,Write\n"), 0o644))
	status, window := d.doubleClick(t, "")
	t.Logf("the window showed:\n%s", window)
	assert.Equal(t, exitFailed, status)
	assert.Contains(t, window, "error: "+masterOfTeam+".csv: there is no column Theme, Status")
	assert.Contains(t, window, "Something needs your attention")
	assert.NotContains(t, window, "Done")
	status, _ = d.doubleClick(t, "--nonsense")
	assert.Equal(t, exitUsage, status)
}

// TestStarterWaits: its window stays until a key is pressed.
func TestStarterWaits(t *testing.T) {
	t.Parallel()
	d := newTeam(t)
	stdin, key, err := os.Pipe()
	require.NoError(t, err)
	defer stdin.Close()
	s := d.start(t, stdin, "--quiet")
	ended := make(chan error, 1)
	go func() { ended <- s.cmd.Wait() }()
	require.Eventually(t, func() bool { return strings.Contains(s.window(t), "Done.") }, time.Minute, 50*time.Millisecond)
	select {
	case <-ended:
		t.Fatal("the window closed by itself")
	case <-time.After(500 * time.Millisecond):
	}
	_, err = key.WriteString("\r\n")
	require.NoError(t, err)
	require.NoError(t, key.Close())
	require.NoError(t, <-ended)
}
