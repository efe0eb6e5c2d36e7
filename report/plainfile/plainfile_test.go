package plainfile_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report/plainfile"
)

func TestRead(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "file")
	require.NoError(t, os.WriteFile(path, []byte("12345"), 0o600))
	data, err := plainfile.Read(path, 5)
	require.NoError(t, err)
	assert.Equal(t, "12345", string(data))
	for _, c := range []struct {
		path string
		most int64
		want string
	}{
		{path, 4, "it has 1 kB, and 0 kB is the most that is read"},
		{dir, 10, "it is not an ordinary file"},
		{filepath.Join(dir, "none"), 10, "it is not there"},
		{os.DevNull, 10, "it is not an ordinary file"},
	} {
		_, err := plainfile.Read(c.path, c.most)
		require.Error(t, err, c.path)
		assert.Equal(t, c.want, plainfile.Say(err))
	}
}

func TestReadFS(t *testing.T) {
	folder := fstest.MapFS{"a": {Data: []byte("abc")}, "b": {Mode: fs.ModeNamedPipe}, "c": {Data: []byte(strings.Repeat("x", 2048))}}
	data, err := plainfile.ReadFS(folder, "a", 3)
	require.NoError(t, err)
	assert.Equal(t, "abc", string(data))
	for name, want := range map[string]string{"b": "it is not an ordinary file", "c": "it has 2 kB, and 1 kB is the most that is read", "d": "it is not there"} {
		_, err := plainfile.ReadFS(folder, name, 1024)
		require.Error(t, err, name)
		assert.Equal(t, want, plainfile.Say(err))
	}
}

func TestSay(t *testing.T) {
	for want, err := range map[string]error{
		"you may not read it":        &fs.PathError{Op: "open", Path: "x", Err: fs.ErrPermission},
		"the system says: bang":      &fs.PathError{Op: "open", Path: "x", Err: errors.New("bang")},
		"something of ours":          errors.New("something of ours"),
		"it is not an ordinary file": plainfile.ErrNotPlain,
	} {
		assert.Equal(t, want, plainfile.Say(err))
	}
}
