package inplace_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report/round/inplace"
)

// TestReplace puts new bytes in the place of a master, keeps each old file once, and writes nothing where the file is open or another.
func TestReplace(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path, kept := filepath.Join(dir, "m.xlsx"), filepath.Join(dir, "rounds", "kept")
	require.NoError(t, os.WriteFile(path, []byte("one"), 0o640))
	replace := func(before, after string) (string, error) {
		as, err := inplace.Replace(path, []byte(before), []byte(after), kept)
		return filepath.Base(as), err
	}
	as, err := replace("one", "two")
	require.NoError(t, err)
	assert.Equal(t, "m-before-1.xlsx", as)
	as, err = replace("two", "one")
	require.NoError(t, err)
	assert.Equal(t, "m-before-2.xlsx", as)
	as, err = replace("one", "three")
	require.NoError(t, err)
	assert.Equal(t, "m-before-1.xlsx", as, "these bytes are kept already")
	as, err = replace("three", "three")
	require.NoError(t, err)
	assert.Equal(t, ".", as, "nothing to do")
	holds(t, path, "three")
	holds(t, filepath.Join(kept, "m-before-1.xlsx"), "one")
	holds(t, filepath.Join(kept, "m-before-2.xlsx"), "two")

	_, err = replace("two", "four")
	assert.EqualError(t, err, "m.xlsx: the file has changed since it was read: run again")
	lock := filepath.Join(dir, "~$m.xlsx")
	require.NoError(t, os.WriteFile(lock, append([]byte("\x08Jo Ellis"), make([]byte, 156)...), 0o600))
	_, err = replace("three", "four")
	assert.EqualError(t, err, "m.xlsx: the file is open in another program (by Jo Ellis): close it and run again; if nobody has it open, delete ~$m.xlsx first")
	require.NoError(t, os.Remove(lock))
	require.NoError(t, os.WriteFile(filepath.Join(dir, ".~lock.m.xlsx#"), []byte(",jo,pc,2023,file:///x;"), 0o600))
	assert.EqualError(t, inplace.OpenElsewhere(path), "m.xlsx: the file is open in another program (by jo): close it and run again; if nobody has it open, delete .~lock.m.xlsx# first")
	_, err = replace("three", "four")
	require.Error(t, err)
	holds(t, path, "three")
	entries, err := os.ReadDir(kept)
	require.NoError(t, err)
	assert.Len(t, entries, 2)
}

func holds(t *testing.T, path, want string) {
	t.Helper()
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	assert.Equal(t, want, string(data))
}
