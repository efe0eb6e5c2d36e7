package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/sys/windows"
)

// TestOutputHeldOpen rebuilds while another program has an output open: Excel and Acrobat let others read it and not write to it, some
// programs not even read. The pack stays as it was, all of it; once the file is closed the next run makes it.
func TestOutputHeldOpen(t *testing.T) {
	t.Parallel()
	d := newTeam(t)
	d.must(t, "build")
	cases := []struct {
		name, ending string
		sharing      uint32
	}{
		{"workbook, as in Excel", "en.xlsx", windows.FILE_SHARE_READ},
		{"PDF, as in Acrobat", "en.pdf", windows.FILE_SHARE_READ},
		{"PDF, shared with nobody", "en.pdf", 0},
		{"figures, shared with nobody", "figures.json", 0},
		{"manifest, shared with nobody", "manifest.json", 0},
	}
	for i, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			before := hashes(t, d.out())
			path := d.out(masterOfTeam + "-2026-10-" + c.ending)
			if c.ending == "manifest.json" {
				path = d.out(c.ending)
			}
			letGo := hold(t, path, c.sharing)
			d.putMaster(t, "2026-10", []string{"Complete", "In progress"}[i%2])
			status, stdout, stderr := d.run(t, "build", "--quiet")
			t.Logf("said: %s", stderr)
			assert.Equal(t, exitFailed, status)
			assert.Empty(t, stdout)
			assert.Contains(t, stderr, filepath.Join("out", "2026-10", filepath.Base(path))+" is open in another program, such as Excel: close it and run again; its pack is unchanged")
			letGo()
			assert.Equal(t, before, published(t, d.out()), "the pack is as it was")
			d.must(t, "build", "--quiet")
			assert.NotEqual(t, before, published(t, d.out()))
			assert.Equal(t, published(t, d.out()), hashes(t, d.out()), "nothing is left behind")
			d.must(t, "verify", "out")
		})
	}
}

// published gives the hashes without the files that wait to be published. Wine 8 does not take their folder away.
func published(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := hashes(t, dir)
	for name := range all {
		if strings.HasPrefix(name, ".boardpack-unfinished/") {
			delete(all, name)
		}
	}
	return all
}

// TestReaderIsNoHindrance: a program that lets others do as they like, such as a virus scanner or a backup, stops nothing.
func TestReaderIsNoHindrance(t *testing.T) {
	t.Parallel()
	d := newTeam(t)
	d.must(t, "build")
	d.putMaster(t, "2026-10", "Complete")
	letGo := hold(t, d.out(masterOfTeam+"-2026-10-en.pdf"), windows.FILE_SHARE_READ|windows.FILE_SHARE_WRITE|windows.FILE_SHARE_DELETE)
	defer letGo()
	d.must(t, "build", "--quiet")
	d.must(t, "verify", "out")
}

// TestMasterHeldOpen builds while another program has the master open.
func TestMasterHeldOpen(t *testing.T) {
	t.Parallel()
	d := newTeam(t)
	t.Run("as in Excel", func(t *testing.T) {
		lock := filepath.Join(filepath.Dir(d.master("2026-10")), "~$"+filepath.Base(d.master("2026-10")))
		require.NoError(t, os.WriteFile(lock, []byte("Siân"), 0o644))
		letGo := hold(t, d.master("2026-10"), windows.FILE_SHARE_READ)
		_, stderr := d.must(t, "build")
		t.Logf("said: %s", stderr)
		assert.Contains(t, stderr, "The file is open in another program. Changes that are not saved are not read.")
		letGo()
		require.NoError(t, os.Remove(lock))
	})
	t.Run("shared with nobody", func(t *testing.T) {
		before := hashes(t, d.out())
		letGo := hold(t, d.master("2026-10"), 0)
		for _, command := range []string{"build", "check"} {
			status, stdout, stderr := d.run(t, command)
			t.Logf("%s said: %s", command, stdout+stderr)
			assert.Equal(t, exitFailed, status)
			assert.Contains(t, stdout+stderr, masterOfTeam+".csv: the file cannot be opened (another program has it open): close it in other programs")
		}
		letGo()
		assert.Equal(t, before, hashes(t, d.out()))
		d.must(t, "build")
	})
	t.Run("last month's", func(t *testing.T) {
		letGo := hold(t, d.master("2026-09"), 0)
		_, stderr := d.must(t, "build", "--force")
		t.Logf("said: %s", stderr)
		letGo()
		assert.Contains(t, stderr, "2026-09")
	})
	t.Run("the template", func(t *testing.T) {
		letGo := hold(t, filepath.Join(d.dir, "template", "pack.yaml"), 0)
		status, _, stderr := d.run(t, "build")
		t.Logf("said: %s", stderr)
		letGo()
		assert.Equal(t, exitFailed, status)
		assert.Contains(t, stderr, "another program has it open")
	})
}
