package master

import (
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report/plainfile"
)

// TestEveryCodeHasItsWords finds the codes of problems in the sources, by their look, and each in the wording of every language.
func TestEveryCodeHasItsWords(t *testing.T) {
	t.Parallel()
	looks := regexp.MustCompile(`^[a-z]+(-[a-z]+)+$`)
	codes := map[string]bool{}
	sources, err := filepath.Glob("*.go")
	require.NoError(t, err)
	for _, name := range sources {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		require.NoError(t, err)
		ast.Inspect(file, func(n ast.Node) bool {
			if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
				if s, err := strconv.Unquote(lit.Value); err == nil && looks.MatchString(s) {
					codes[s] = true
				}
			}
			return true
		})
	}
	require.Greater(t, len(codes), 50)
	wordings, err := filepath.Glob("../../templates/wording/*.yaml")
	require.NoError(t, err)
	require.NotEmpty(t, wordings)
	for _, path := range wordings {
		text, err := os.ReadFile(path)
		require.NoError(t, err)
		for code := range codes {
			assert.True(t, strings.Contains(string(text), "\nproblem."+code+": "), "%s lacks problem.%s", path, code)
			assert.True(t, strings.Contains(string(text), "\nproblem."+code+".hint: "), "%s lacks problem.%s.hint", path, code)
		}
	}
}

// TestEveryFailureHasASentence makes sure that an error never falls back on its code.
func TestEveryFailureHasASentence(t *testing.T) {
	t.Parallel()
	for _, code := range []string{"unreadable-file", "empty-file", "damaged", "missing-part", "over-size", "over-rows", "over-cells", "over-columns",
		"over-cell", "csv-open-quote", "csv-after-quote", "no-table", "headings-unknown", "missing-column", "missing-column-like", "tables-left-out", "tables-overlap", "no-rows"} {
		what, hint := failureWords(code)
		assert.NotEqual(t, code, what)
		assert.NotEmpty(t, hint)
	}
}

// TestEveryFaultHasItsSentence finds the faults in the sources, of this package and of the reader of packages: the English of each is
// that of the wording.
func TestEveryFaultHasItsSentence(t *testing.T) {
	t.Parallel()
	wording, err := os.ReadFile("../../templates/wording/en.yaml")
	require.NoError(t, err)
	faults := 0
	for _, pattern := range []string{"*.go", "../ooxml/*.go"} {
		sources, err := filepath.Glob(pattern)
		require.NoError(t, err)
		for _, name := range sources {
			source, err := os.ReadFile(name)
			require.NoError(t, err)
			for _, found := range regexp.MustCompile(`"(fault\.[a-z_]+)", (?:English: )?("[^"]+")`).FindAllSubmatch(source, -1) {
				faults++
				assert.Contains(t, string(wording), fmt.Sprintf("\n%s: %s\n", found[1], found[2]), name)
			}
		}
	}
	require.Greater(t, faults, 40)
}

// TestWhyAFileCannotBeOpened: the English of the wording is what is said where there is no wording, and what has no sentence is said
// all the same.
func TestWhyAFileCannotBeOpened(t *testing.T) {
	t.Parallel()
	wording, err := os.ReadFile("../../templates/wording/en.yaml")
	require.NoError(t, err)
	for id, system := range map[string]error{"fault.not_there": fs.ErrNotExist, "fault.not_allowed": fs.ErrPermission, "fault.not_ordinary": plainfile.ErrNotPlain,
		"fault.drive_unread": syscall.EIO, "fault.name_too_long": syscall.ENAMETOOLONG, "fault.many_open": syscall.EMFILE, "": syscall.ELOOP} {
		if system != plainfile.ErrNotPlain {
			system = &fs.PathError{Op: "open", Path: "m.xlsx", Err: system}
		}
		why := Unread(system)
		assert.Equal(t, id, why.ID)
		assert.NotContains(t, why.Error(), "the system says")
		if id != "" {
			assert.True(t, strings.Contains(string(wording), fmt.Sprintf("\n%s: %q\n", id, why.Error())), id)
		}
	}
	why := Unread(&fs.PathError{Op: "open", Path: "m.xlsx", Err: errors.New("Der Prozess kann nicht")})
	assert.Equal(t, "fault.system", why.ID)
	assert.Equal(t, []string{"System", "Der Prozess kann nicht"}, why.Args)
}
