package templates

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// ofADomain finds words of the field for which the sample was written. "Force", in code and figures.json the organisation
// itself, is not among them: packs say "Ours".
var ofADomain = regexp.MustCompile(`(?i)stalk|harass|police|policing|perpetrator|victim|custody|crime|criminal|offend|constab|heddlu|cyflawnwyr|dioddef`)

// TestNoCodeKnowsADomain: themes, words and rules of one field stand in pack.yaml alone, so that another field needs no
// programmer. Names and texts in the program's sources are looked at, and the wording; notes may give examples.
func TestNoCodeKnowsADomain(t *testing.T) {
	t.Parallel()
	root, err := filepath.Abs("..")
	require.NoError(t, err)
	files := token.NewFileSet()
	read, found := 0, []string{}
	look := func(n ast.Node, text string) {
		if ofADomain.MatchString(text) {
			found = append(found, files.Position(n.Pos()).String()+": "+text)
		}
	}
	err = filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && (strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata" || path == filepath.Join(root, "tools") || path == filepath.Join(root, "report", "reporttest")): // these make data
			return filepath.SkipDir
		case d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go"):
			return nil
		}
		file, err := parser.ParseFile(files, path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		read++
		ast.Inspect(file, func(n ast.Node) bool {
			switch v := n.(type) {
			case *ast.Ident:
				look(v, v.Name)
			case *ast.BasicLit:
				look(v, v.Value)
			}
			return true
		})
		return nil
	})
	require.NoError(t, err)
	assert.Empty(t, found)
	assert.Greater(t, read, 100, "the sources were found")

	for lang, w := range shippedTemplate(t).wordings {
		for id, p := range w {
			for _, f := range p.forms {
				assert.NotRegexp(t, ofADomain, f.text, "%s in %s", id, lang)
			}
		}
	}
	assert.Regexp(t, ofADomain, "head of crime", "the words are found where they are")
}
