// Package golden compares what tests make with files that are kept for reading, and writes those again with -update. Nothing but tests
// imports it.
package golden

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write the golden files again, to be read in the diff")

// Compare compares with a file of the package's testdata.
func Compare(t testing.TB, name, got string) {
	t.Helper()
	File(t, filepath.Join("testdata", name), got)
}

// File compares with a file. What differs is left beside it, under the name with .got, for a look.
func File(t testing.TB, path, got string) {
	t.Helper()
	if *update {
		write(t, path, got)
	}
	want, err := os.ReadFile(path)
	require.NoError(t, err)
	if !assert.Equal(t, string(want), got) {
		write(t, path+".got", got)
	}
}

// Section compares with the part of a page that is written by a test: from the line start to the line end, or to the page's end where
// that is "".
func Section(t testing.TB, path, start, end, got string) {
	t.Helper()
	page, err := os.ReadFile(path)
	require.NoError(t, err)
	before, rest, found := strings.Cut(string(page), start+"\n")
	require.True(t, found, "%s has no line %q", path, start)
	want, after := rest, ""
	if end != "" {
		want, after, found = strings.Cut(rest, end+"\n")
		require.True(t, found, "%s has no line %q", path, end)
		after = end + "\n" + after
	}
	if *update {
		write(t, path, before+start+"\n"+got+after)
		return
	}
	assert.True(t, want == got, "%s is not as it would be written after the line %q: run make golden and read the diff", path, start)
}

func write(t testing.TB, path, text string) {
	t.Helper()
	require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
	require.NoError(t, os.WriteFile(path, []byte(text), 0o644))
}
