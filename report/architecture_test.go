package report_test

import (
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestReportKeepsToItself holds that package report imports the standard library alone, and of that nothing that reaches
// files, the network or a process, and that it never asks for the time.
func TestReportKeepsToItself(t *testing.T) {
	files, err := filepath.Glob("*.go")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		source, err := os.ReadFile(name)
		require.NoError(t, err)
		assert.NotContains(t, string(source), "time.Now", name)
		file, err := parser.ParseFile(token.NewFileSet(), name, source, parser.ImportsOnly)
		require.NoError(t, err)
		for _, spec := range file.Imports {
			path, err := strconv.Unquote(spec.Path.Value)
			require.NoError(t, err)
			first, _, _ := strings.Cut(path, "/")
			assert.NotContains(t, first, ".", "%s imports %s, which is not of the standard library", name, path)
			assert.NotEqual(t, "boardpack", first, "%s imports %s", name, path)
			assert.NotContains(t, []string{"os", "io", "net", "syscall", "path", "archive", "database", "embed", "plugin"}, first,
				"%s imports %s: the field has no files", name, path)
		}
	}
}
