package main

import (
	"bytes"
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report/excelrules"
	"boardpack/report/reporttest/pace"
)

// TestEveryWorkbookKeepsTheRulesOfExcel: packs, portfolios, parts of owners and themes, copies with notes, blank masters, and the sample masters.
func TestEveryWorkbookKeepsTheRulesOfExcel(t *testing.T) {
	t.Parallel()
	pace.OncePerKind(t)
	dir := t.TempDir()
	input := filepath.Join("..", "..", "input")
	odd := filepath.Join(dir, "odd", "2023-09", "odd.csv")
	require.NoError(t, os.MkdirAll(filepath.Dir(odd), 0o755))
	require.NoError(t, os.WriteFile(odd, []byte("Ref,Theme,Recommendation,Status,Due as written,_x0041_ note,Version\n007,=A & B,=1+1,Tricky,01/02/23,+4,1.10\n1.10,Data,1/2,Complet,Spring,-3 x,2.0\n"), 0o644))
	for _, args := range [][]string{
		{"build", "--input", input, "--portfolio", "--split", "owner", "--lang", "en,cy", "--out", filepath.Join(dir, "packs"), "--quiet"},
		{"build", "--input", input, "--portfolio", "--split", "theme", "--lang", "en", "--out", filepath.Join(dir, "themes"), "--quiet"},
		{"build", "--input", filepath.Join(dir, "odd"), "--out", filepath.Join(dir, "oddpacks"), "--quiet"},
		{"check", "--input", input, "--annotate", filepath.Join(dir, "copies")},
		{"check", "--input", filepath.Join(dir, "odd"), "--annotate", filepath.Join(dir, "copies")},
		{"init", filepath.Join(dir, "blank")},
	} {
		var said bytes.Buffer
		assert.Zero(t, run(context.Background(), args, &said, &said), said.String())
	}
	require.NoError(t, os.CopyFS(filepath.Join(dir, "masters"), os.DirFS(input)))
	seen := map[string]bool{}
	for name, broken := range brokenRules(t, dir) {
		for _, b := range broken {
			assert.Fail(t, b, name)
		}
		seen[strings.Split(filepath.ToSlash(name), "/")[0]] = true
	}
	assert.Equal(t, map[string]bool{"packs": true, "themes": true, "oddpacks": true, "copies": true, "blank": true, "masters": true}, seen)
}

// brokenRules gives the rules of Excel that the workbooks in a folder break, by their paths in it; none for each that breaks none.
func brokenRules(t require.TestingT, dir string) map[string][]string {
	out := map[string][]string{}
	require.NoError(t, filepath.WalkDir(dir, func(path string, _ fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".xlsx" {
			return err
		}
		data, err := os.ReadFile(path)
		require.NoError(t, err)
		broken, err := excelrules.Broken(path, data)
		require.NoError(t, err, path)
		name, err := filepath.Rel(dir, path)
		out[name] = broken
		return err
	}))
	return out
}

// keepsRules is the script command excelrules: every workbook in the folder keeps the rules of Excel.
func keepsRules(ts *testscript.TestScript, _ bool, args []string) {
	all := brokenRules(scriptFails{ts}, ts.MkAbs(args[0]))
	if len(all) == 0 {
		ts.Fatalf("no workbook in %s", args[0])
	}
	for name, broken := range all {
		for _, b := range broken {
			ts.Fatalf("%s: %s", name, b)
		}
	}
}

// scriptFails lets what is required in a script end it.
type scriptFails struct{ *testscript.TestScript }

func (s scriptFails) Errorf(format string, args ...any) { s.Logf(format, args...) }

func (s scriptFails) FailNow() { s.Fatalf("see above") }
