package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report/pattern"
	"boardpack/report/reporttest/pace"
)

// variablesThatStay are the variables of packages that are neither embedded files nor sentinel errors, each with its reason.
func variablesThatStay() map[string]string {
	const pool = "a pool: what it keeps costs more to make than most of its uses, and is cleared before each"
	return map[string]string{
		"cmd/boardpack.version":         "the linker sets it, and can set variables alone",
		"report/pattern.compiled":       "what was compiled of the patterns, which are constants: the same at any time",
		"report/pdf/finish.packers":     pool,
		"report/proof/sheets.unpackers": pool,
		"report/proof/tagged.unpackers": pool,
		"report/workbook.used":          pool,
		"report/golden.update":          "a flag of tests, which is there before they read the command line",
		"report/reporttest.shipped":     "for tests: what is in the program is the same at any time, and is handed out as copies",
	}
}

// TestPackageLevelVariables: a package holds constants, embedded files and sentinel errors. Anything else that can change is a value that is
// passed, or has its reason above.
func TestPackageLevelVariables(t *testing.T) {
	t.Parallel()
	pace.OneByOne(t)
	left := variablesThatStay()
	eachSource(t, func(pkg, name string, file *ast.File) {
		for _, spec := range variables(file) {
			for i, variable := range spec.Names {
				at := pkg + "." + variable.Name
				if _, stays := left[at]; stays {
					delete(left, at)
				} else if !(i < len(spec.Values) && isNewError(spec.Values[i])) {
					assert.Fail(t, "a variable of a package", "%s in %s: make it a constant, a function or a field", at, name)
				}
			}
		}
	})
	assert.Empty(t, left, "these are not there any more")
}

// variables gives the variables of a file's package, and leaves out embedded files.
func variables(file *ast.File) []*ast.ValueSpec {
	var out []*ast.ValueSpec
	for _, d := range file.Decls {
		declaration, ok := d.(*ast.GenDecl)
		if !ok || declaration.Tok != token.VAR {
			continue
		}
		for _, s := range declaration.Specs {
			if spec := s.(*ast.ValueSpec); !isEmbedded(declaration.Doc) && !isEmbedded(spec.Doc) {
				out = append(out, spec)
			}
		}
	}
	return out
}

func isEmbedded(doc *ast.CommentGroup) bool {
	if doc == nil {
		return false
	}
	for _, comment := range doc.List {
		if strings.HasPrefix(comment.Text, "//go:embed ") {
			return true
		}
	}
	return false
}

// isNewError tells of errors.New("…").
func isNewError(value ast.Expr) bool {
	call, ok := value.(*ast.CallExpr)
	if !ok {
		return false
	}
	of, ok := call.Fun.(*ast.SelectorExpr)
	return ok && of.Sel.Name == "New" && isNamed(of.X, "errors")
}

func isNamed(value ast.Expr, name string) bool {
	ident, ok := value.(*ast.Ident)
	return ok && ident.Name == name
}

// TestVariablesAreTold holds that the test above can fail, and what it lets through.
func TestVariablesAreTold(t *testing.T) {
	t.Parallel()
	file, err := parser.ParseFile(token.NewFileSet(), "x.go", `package x

import ("embed"; "errors")

//go:embed a
var files embed.FS

var (
	//go:embed b
	text string
	ErrOne = errors.New("one")
	two, three = 2, []string{"3"}
)

const four = 4

func five() { var local int; _ = local }
`, parser.ParseComments)
	require.NoError(t, err)
	found := map[string]bool{}
	for _, spec := range variables(file) {
		for i, name := range spec.Names {
			found[name.Name] = isNewError(spec.Values[i])
		}
	}
	assert.Equal(t, map[string]bool{"ErrOne": true, "two": false, "three": false}, found)
}

// TestPatternsCompile: a pattern is compiled when it is first used, so each is tried here.
func TestPatternsCompile(t *testing.T) {
	t.Parallel()
	pace.OneByOne(t)
	constants, patterns := map[string]ast.Expr{}, map[string]ast.Expr{}
	eachSource(t, func(pkg, _ string, file *ast.File) {
		ast.Inspect(file, func(n ast.Node) bool {
			if spec, ok := n.(*ast.ValueSpec); ok {
				for i, name := range spec.Names {
					if i < len(spec.Values) {
						constants[pkg+"."+name.Name] = spec.Values[i]
					}
				}
			}
			if call, ok := n.(*ast.CallExpr); ok && len(call.Args) == 1 {
				if of, ok := call.Fun.(*ast.SelectorExpr); ok && of.Sel.Name == "Expression" && isNamed(of.X, "pattern") {
					patterns[pkg+" "+strconv.Itoa(int(call.Pos()))] = call.Args[0]
				}
			}
			return true
		})
	})
	for at, value := range patterns {
		pkg, _, _ := strings.Cut(at, " ")
		text := textOf(t, value, func(name string) ast.Expr { return constants[pkg+"."+name] })
		assert.NotPanics(t, func() { pattern.Expression(text).MatchString("") }, "%s: %s", pkg, text)
	}
	assert.Greater(t, len(patterns), 50, "the patterns were found")
}

// textOf gives the value of an expression of text constants.
func textOf(t *testing.T, value ast.Expr, constant func(name string) ast.Expr) string {
	t.Helper()
	switch value := value.(type) {
	case *ast.BasicLit:
		text, err := strconv.Unquote(value.Value)
		require.NoError(t, err)
		return text
	case *ast.BinaryExpr:
		return textOf(t, value.X, constant) + textOf(t, value.Y, constant)
	case *ast.Ident:
		return textOf(t, constant(value.Name), constant)
	}
	require.Fail(t, "a pattern that is no constant text", "%T", value)
	return ""
}

// eachSource parses the files of the program that are no tests, with the folder of each.
func eachSource(t *testing.T, each func(pkg, name string, file *ast.File)) {
	t.Helper()
	found := 0
	require.NoError(t, filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err == nil && entry.IsDir() && entry.Name() == "tools" { // which are not the program's
			return filepath.SkipDir
		}
		if err != nil || entry.IsDir() || filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ParseComments)
		require.NoError(t, err)
		name, err := filepath.Rel(root, path)
		pkg := filepath.ToSlash(filepath.Dir(name))
		each(pkg, filepath.ToSlash(name), file)
		found++
		return err
	}))
	require.Greater(t, found, 300, "the sources were found")
}
