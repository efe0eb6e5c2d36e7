package plainfile_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report/plainfile"
)

func TestRead(t *testing.T) {
	t.Parallel()
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
		{path, 4, "it has 1 kB, and the limit is 0 kB"},
		{dir, 10, "it is not an ordinary file"},
		{filepath.Join(dir, "none"), 10, "it does not exist"},
		{os.DevNull, 10, "it is not an ordinary file"},
	} {
		_, err := plainfile.Read(c.path, c.most)
		require.Error(t, err, c.path)
		assert.Equal(t, c.want, plainfile.Say(err))
	}
}

func TestReadFS(t *testing.T) {
	t.Parallel()
	folder := fstest.MapFS{"a": {Data: []byte("abc")}, "b": {Mode: fs.ModeNamedPipe}, "c": {Data: []byte(strings.Repeat("x", 2048))}}
	data, err := plainfile.ReadFS(folder, "a", 3)
	require.NoError(t, err)
	assert.Equal(t, "abc", string(data))
	for name, want := range map[string]string{"b": "it is not an ordinary file", "c": "it has 2 kB, and the limit is 1 kB", "d": "it does not exist"} {
		_, err := plainfile.ReadFS(folder, name, 1024)
		require.Error(t, err, name)
		assert.Equal(t, want, plainfile.Say(err))
	}
}

func TestSay(t *testing.T) {
	t.Parallel()
	for want, err := range map[string]error{
		"you do not have permission": &fs.PathError{Op: "open", Path: "x", Err: fs.ErrPermission},
		"the system says: bang":      &fs.PathError{Op: "open", Path: "x", Err: errors.New("bang")},
		"something of ours":          errors.New("something of ours"),
		"it is not an ordinary file": plainfile.ErrNotPlain,
	} {
		assert.Equal(t, want, plainfile.Say(err))
	}
}

func TestWords(t *testing.T) {
	t.Parallel()
	open := func(err error) error { return &fs.PathError{Op: "open", Path: "a/b", Err: err} }
	_, empty := os.Open("")
	for want, err := range map[string]error{
		"something of ours":                                    errors.New("something of ours"),
		"a/b: it does not exist":                               open(syscall.ENOENT),
		"template folder: a/b: it is a folder":                 fmt.Errorf("template folder: %w", open(syscall.EISDIR)),
		"d: it is a link to itself":                            &os.LinkError{Op: "rename", Old: "c", New: "d", Err: syscall.ELOOP},
		"a/b: the system says: bang\nand\na/b: it is a folder": errors.Join(open(errors.New("bang")), errors.New("and"), open(syscall.EISDIR)),
		"it does not exist":                                    empty,
		"write: the program that was reading it has ended":     fmt.Errorf("write: %w", syscall.EPIPE),
	} {
		assert.Equal(t, want, plainfile.Words(err))
	}
}

func TestSayJSON(t *testing.T) {
	t.Parallel()
	var into struct {
		A struct {
			B int `json:"b"`
		} `json:"a"`
	}
	for text, want := range map[string]string{
		`{"a": {"b": "x"}}`: "it has the wrong kind of value under a.b",
		`[]`:                "it does not have the right content",
		`{"a"`:              "it is cut off or was changed: after 4 bytes it is not JSON",
		`{"a": x}`:          "it is cut off or was changed: after 7 bytes it is not JSON",
	} {
		assert.Equal(t, want, plainfile.SayJSON(json.Unmarshal([]byte(text), &into)), text)
	}
	assert.Equal(t, "it is cut off, or has a wrong value", plainfile.SayJSON(errors.New("bang")))
}
