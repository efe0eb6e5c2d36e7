package report_test

import (
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestFilesGoOneWay holds the package's files to the order of the steps in doc.go: a file uses what it declares itself and what files
// before it declare. Functions, methods, types, constants and variables count; fields of structs go with their types.
func TestFilesGoOneWay(t *testing.T) {
	t.Parallel()
	set := token.NewFileSet()
	var files []*ast.File
	var names []string
	paths, err := filepath.Glob("*.go")
	require.NoError(t, err)
	for _, path := range paths {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(set, path, nil, parser.ParseComments)
		require.NoError(t, err)
		files = append(files, file)
		if path != "doc.go" {
			names = append(names, path)
		}
	}
	order := filesInOrder(t, files)
	listed := slices.Sorted(slices.Values(order))
	require.Equal(t, names, listed, "doc.go names every file once")
	assert.Empty(t, usesOfLater(t, set, files, order))
}

// filesInOrder gives the names of files in the order in which doc.go has them.
func filesInOrder(t *testing.T, files []*ast.File) []string {
	t.Helper()
	for _, file := range files {
		if file.Doc != nil {
			return regexp.MustCompile(`[a-z_]+\.go`).FindAllString(strings.ReplaceAll(file.Doc.Text(), "doc.go", ""), -1)
		}
	}
	require.Fail(t, "doc.go has no comment")
	return nil
}

// usesOfLater lists what files use of files after them, as "position.go uses classify of position_meets.go".
func usesOfLater(t *testing.T, set *token.FileSet, files []*ast.File, order []string) []string {
	t.Helper()
	info := &types.Info{Uses: map[*ast.Ident]types.Object{}}
	config := types.Config{Importer: importer.ForCompiler(set, "source", nil)}
	pkg, err := config.Check("boardpack/report", set, files, info)
	require.NoError(t, err)
	at := func(pos token.Pos) int { return slices.Index(order, filepath.Base(set.Position(pos).Filename)) }
	var out []string
	uses := 0
	for name, object := range info.Uses {
		_, method := object.(*types.Func)
		if object.Pkg() != pkg || !method && object.Parent() != pkg.Scope() {
			continue
		}
		uses++
		if from, to := at(name.Pos()), at(object.Pos()); from < to {
			out = append(out, fmt.Sprintf("%s uses %s of %s", order[from], object.Name(), order[to]))
		}
	}
	slices.Sort(out)
	assert.Greater(t, uses, 1000, "the uses were found")
	return slices.Compact(out)
}
