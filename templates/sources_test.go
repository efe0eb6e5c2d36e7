package templates

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"sort"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// strictUnused makes a message that nothing asks for fail the tests.
const strictUnused = true

// asked is what the program's sources ask the wording for.
type asked struct {
	ids      map[string][]string // whole ids, and where
	prefixes map[string][]string // beginnings of ids that are put together from parts, and where
	literals map[string]bool     // every text in the sources
	calls    []call
}

// call is one call of Say or Count.
type call struct {
	where  string
	id     string // whole, or its beginning
	prefix bool
	plural bool
	args   []string // names of the arguments that stand in the call
	spread bool     // there are more, which are put together elsewhere
}

// sources reads every Go file of the module but tests and the table of ids that were renamed.
func sources(t *testing.T) asked {
	t.Helper()
	a := asked{ids: map[string][]string{}, prefixes: map[string][]string{}, literals: map[string]bool{}}
	root, err := filepath.Abs("..")
	require.NoError(t, err)
	files := token.NewFileSet()
	err = filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && (strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata"):
			return filepath.SkipDir
		case d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") || d.Name() == "renamed.go": // ids of before
			return nil
		}
		src, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		file, err := parser.ParseFile(files, path, src, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		reading := filepath.Base(filepath.Dir(path)) == "master"
		ast.Inspect(file, func(n ast.Node) bool {
			a.visit(files, n)
			if code, ok := n.(*ast.BasicLit); ok && reading {
				a.problem(code, files)
			}
			return true
		})
		return nil
	})
	require.NoError(t, err)
	return a
}

// problem notes the code of a problem that package master may report: there, every text of words and hyphens is one.
func (a *asked) problem(n *ast.BasicLit, files *token.FileSet) {
	if code, ok := literal(n); ok && codeForm.MatchString(code) {
		p := files.Position(n.Pos())
		for _, id := range []string{"problem." + code, "problem." + code + ".hint"} {
			a.ids[id] = append(a.ids[id], filepath.Base(p.Filename)+":"+strconv.Itoa(p.Line))
		}
	}
}

var codeForm = regexp.MustCompile(`^[a-z]+(-[a-z]+)+$`)

func (a *asked) visit(files *token.FileSet, n ast.Node) {
	where := func(n ast.Node) string {
		p := files.Position(n.Pos())
		return filepath.Base(filepath.Dir(p.Filename)) + "/" + filepath.Base(p.Filename) + ":" + strconv.Itoa(p.Line)
	}
	switch v := n.(type) {
	case *ast.BasicLit:
		if s, ok := literal(v); ok {
			a.literals[s] = true
			a.literals[strings.NewReplacer(" ", "_", "-", "_").Replace(s)] = true // as values stand in ids
		}
	case *ast.KeyValueExpr: // Problem{Code: "duplicate-ref"}
		if key, ok := v.Key.(*ast.Ident); ok && key.Name == "Code" {
			if code, ok := literal(v.Value); ok {
				for _, id := range []string{"problem." + code, "problem." + code + ".hint"} {
					a.ids[id] = append(a.ids[id], where(v))
				}
			}
		}
	case *ast.BinaryExpr: // an id that is put together before it is handed on
		if s, ok := beginning(v); ok && looksLikeID(s) && strings.HasSuffix(s, ".") {
			a.prefixes[s] = append(a.prefixes[s], where(v))
		}
	case *ast.CallExpr:
		name := ""
		switch fun := v.Fun.(type) {
		case *ast.SelectorExpr:
			name = fun.Sel.Name
		case *ast.Ident:
			name = fun.Name
		}
		if name = strings.ToLower(name); name != "say" && name != "count" && name != "label" || len(v.Args) == 0 {
			return
		}
		c := call{where: where(v), plural: name == "count", spread: v.Ellipsis.IsValid()}
		first, rest := v.Args[0], v.Args[1:]
		if s, ok := literal(first); ok {
			c.id = s
		} else if s, ok := beginning(first); ok {
			c.id, c.prefix = s, true
		} else {
			return
		}
		if !looksLikeID(c.id) {
			return
		}
		if c.plural && len(rest) > 0 {
			rest = rest[1:]
		}
		for i := 0; i < len(rest); i += 2 {
			if s, ok := literal(rest[i]); ok {
				c.args = append(c.args, s)
			} else {
				c.spread = true
			}
		}
		if c.prefix {
			a.prefixes[c.id] = append(a.prefixes[c.id], c.where)
		} else {
			a.ids[c.id] = append(a.ids[c.id], c.where)
		}
		a.calls = append(a.calls, c)
	}
}

func literal(n ast.Expr) (string, bool) {
	lit, ok := n.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return "", false
	}
	s, err := strconv.Unquote(lit.Value)
	return s, err == nil
}

// beginning gives the text with which an id that is put together starts.
func beginning(n ast.Expr) (string, bool) {
	for {
		b, ok := n.(*ast.BinaryExpr)
		if !ok {
			return literal(n)
		}
		n = b.X
	}
}

var idForm = regexp.MustCompile(`^[a-z_]+\.[a-z0-9_.-]*$`)

func looksLikeID(s string) bool {
	isName := strings.HasSuffix(s, ".xml") || strings.HasSuffix(s, ".json") || slices.Contains([]string{"index.apxl", "paper.pdf", "title.cy"}, s) // of files and keys
	return idForm.MatchString(s) && !isName
}

func TestEveryMessageThatTheSourcesAskForIsThere(t *testing.T) {
	t.Parallel()
	a, en := sources(t), shippedTemplate(t).wordings[base]
	var missing []string
	for id, where := range a.ids {
		if _, ok := en[id]; !ok {
			missing = append(missing, id+" ("+where[0]+")")
		}
	}
	for prefix, where := range a.prefixes {
		if !anyStartsWith(en, prefix) {
			missing = append(missing, prefix+"… ("+where[0]+")")
		}
	}
	sections := map[string]bool{}
	for id := range en {
		section, _, _ := strings.Cut(id, ".")
		sections[section] = true
	}
	for s := range a.literals { // ids that are kept in a table and asked for later
		section, rest, _ := strings.Cut(s, ".")
		if _, ok := en[s]; !ok && looksLikeID(s) && sections[section] && rest != "" && !anyStartsWith(en, s) && a.ids[s] == nil {
			missing = append(missing, s)
		}
	}
	sort.Strings(missing)
	assert.Empty(t, missing, "messages that wording/en.yaml lacks:\n"+strings.Join(missing, "\n"))
}

func anyStartsWith(w wording, prefix string) bool {
	for id := range w {
		if strings.HasPrefix(id, prefix) {
			return true
		}
	}
	return false
}

// TestCallsGiveTheArguments compares the arguments in each call with those of the message, and Count with plural forms.
func TestCallsGiveTheArguments(t *testing.T) {
	t.Parallel()
	en := shippedTemplate(t).wordings[base]
	for _, c := range sources(t).calls {
		p, ok := en[c.id]
		if c.prefix || !ok {
			continue
		}
		for _, name := range p.names {
			given := c.spread || c.plural && name == "N"
			for _, arg := range c.args {
				given = given || arg == name
			}
			assert.True(t, given, "%s: %q needs {{.%s}}", c.where, c.id, name)
		}
		assert.Equal(t, c.plural, p.plural(), "%s: %q is asked for by number, or has forms by number, and not both", c.where, c.id)
	}
}

func TestEveryMessageIsUsed(t *testing.T) {
	t.Parallel()
	a, listed := sources(t), listedIDs()
	var unused []string
	for id := range shippedTemplate(t).wordings[base] {
		if !listed[id] && a.ids[id] == nil && !a.literals[id] && !a.putsTogether(id) {
			unused = append(unused, id)
		}
	}
	sort.Strings(unused)
	if !strictUnused && len(unused) > 0 {
		t.Skipf("%d messages that nothing asks for:\n%s", len(unused), strings.Join(unused, "\n"))
	}
	assert.Empty(t, unused, fmt.Sprintf("messages that nothing asks for:\n%s", strings.Join(unused, "\n")))
}

// putsTogether tells whether the sources make the id of a beginning and of texts of theirs.
func (a *asked) putsTogether(id string) bool {
	for prefix := range a.prefixes {
		if rest, ok := strings.CutPrefix(id, prefix); ok && a.madeOfTexts(rest) {
			return true
		}
	}
	return false
}

func (a *asked) madeOfTexts(s string) bool {
	if a.literals[s] || listedWord(s) {
		return true
	}
	for i := range s { // shorter texts than these would make up anything
		if i >= 3 && len(s)-i >= 3 && (a.literals[s[:i]] || listedWord(s[:i])) && a.madeOfTexts(s[i:]) {
			return true
		}
	}
	return false
}

// listedWord tells whether the text is the last part of an id made from the lists of package report.
func listedWord(s string) bool {
	for id := range listedIDs() {
		if _, rest, _ := strings.Cut(id, "."); rest == s {
			return true
		}
	}
	return false
}
