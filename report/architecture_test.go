package report_test

import (
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// below are the packages that the field is built on: characters, days and months, excerpts, words that are the same, keys, patterns, refs in words.
func below() []string {
	return []string{"characters", "dates", "excerpt", "fold", "keys", "pattern", "reftext"}
}

// TestReportKeepsToItself holds that package report and the packages below it import each other, the standard library and Unicode's tables
// alone, and of the standard library nothing that reaches files, the network or a process; and that they never ask for the time.
func TestReportKeepsToItself(t *testing.T) {
	t.Parallel()
	for _, dir := range append([]string{"."}, below()...) {
		files, err := filepath.Glob(filepath.Join(dir, "*.go"))
		require.NoError(t, err)
		require.NotEmpty(t, files)
		for _, name := range files {
			if !strings.HasSuffix(name, "_test.go") {
				assertKeepsToItself(t, dir, name)
			}
		}
	}
}

func assertKeepsToItself(t *testing.T, dir, name string) {
	t.Helper()
	source, err := os.ReadFile(name)
	require.NoError(t, err)
	assert.NotContains(t, string(source), "time.Now", name)
	file, err := parser.ParseFile(token.NewFileSet(), name, source, parser.ImportsOnly)
	require.NoError(t, err)
	for _, spec := range file.Imports {
		path, err := strconv.Unquote(spec.Path.Value)
		require.NoError(t, err)
		first, _, _ := strings.Cut(path, "/")
		switch lower, ours := strings.CutPrefix(path, "boardpack/report/"); {
		case ours:
			assert.True(t, slices.Contains(below(), lower) && dir != lower, "%s imports %s, which is not below it", name, path)
		case path == "golang.org/x/text/unicode/norm": // a table of Unicode's
		default:
			assert.NotContains(t, first, ".", "%s imports %s, which is not of the standard library", name, path)
			assert.NotEqual(t, "boardpack", first, "%s imports %s", name, path)
			assert.NotContains(t, []string{"os", "io", "net", "syscall", "path", "archive", "database", "embed", "plugin"}, first,
				"%s imports %s: the field has no files", name, path)
		}
	}
}
