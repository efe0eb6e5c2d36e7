package main

import (
	"bytes"
	"context"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report/reporttest/pace"
	"boardpack/templates/start"
)

// banned is a word that may not come back.
type banned struct {
	Write string   // what to write in its place
	But   []string // phrases with the word that are right
}

// TestPlainWords holds the texts that people read to the list of words that may not come back.
func TestPlainWords(t *testing.T) {
	t.Parallel()
	pace.OneByOne(t)
	data, err := os.ReadFile("testdata/plain-words.yaml")
	require.NoError(t, err)
	var list struct{ Everywhere, Readers bannedWords }
	require.NoError(t, yaml.Unmarshal(data, &list))
	require.NotEmpty(t, list.Everywhere)
	require.NotEmpty(t, list.Readers)
	forReaders := readersTexts(t)
	for name, text := range forReaders {
		list.Readers.in(t, name, text)
	}
	everything := maps.Clone(forReaders)
	maps.Copy(everything, sourcesTexts(t))
	maps.Copy(everything, files(t, "../../docs/*.md", "../../CONTRIBUTING.md", "../../Makefile", "../../.ci/*"))
	for name, text := range everything {
		list.Everywhere.in(t, name, text)
	}
	require.Greater(t, len(everything), len(forReaders)+300, "the sources were found")
}

// TestBannedWordsAreFound holds that the test above can fail, and that what is right is left.
func TestBannedWordsAreFound(t *testing.T) {
	t.Parallel()
	words := bannedWords{"anew": {Write: "again"}, "so that": {Write: "so"}, "master": {But: []string{"report/master"}}}
	assert.Len(t, words.foundIn("Made anew. Renewed, so\nthat it reads well. Anew!\n"), 3)
	assert.Empty(t, words.foundIn("report/master, masterly, a new one, so the pack says that"))
	assert.Len(t, words.foundIn("report/master reads a master"), 1)
}

type bannedWords map[string]banned

// in reports the words of the list in a text.
func (words bannedWords) in(t *testing.T, name, text string) {
	t.Helper()
	for _, found := range words.foundIn(text) {
		assert.Fail(t, "a word that may not come back", "%s: %s", name, found)
	}
}

// foundIn gives a line for each place where a word of the list is: the word, what to write, and the text around it.
func (words bannedWords) foundIn(text string) []string {
	var out []string
	small := strings.ToLower(text)
	for _, word := range slices.Sorted(maps.Keys(words)) {
		b := words[word]
		if first, _, _ := strings.Cut(strings.ToLower(word), " "); !strings.Contains(small, first) {
			continue
		}
		kept := text
		for _, right := range b.But {
			kept = strings.ReplaceAll(kept, right, strings.Repeat("·", len(right)))
		}
		pattern := regexp.MustCompile(`(?i)(^|[^\p{L}\d_-])` + strings.ReplaceAll(regexp.QuoteMeta(word), " ", `\s+`) + `($|[^\p{L}\d_-])`)
		for _, at := range pattern.FindAllStringIndex(kept, -1) {
			around := kept[max(0, at[0]-40):min(len(kept), at[1]+40)]
			out = append(out, fmt.Sprintf("%q, for which write %s: %q", word, b.Write, around))
		}
	}
	return out
}

// readersTexts gives, by their name, the texts that people who do not program read.
func readersTexts(t *testing.T) map[string]string {
	t.Helper()
	out := files(t, "../../README.md", "../../docs/guide.md", "../../docs/round.md", "../../docs/settings.md", "../../docs/checks.md", "../../docs/limits.md", "../../templates/pack.yaml", "../../templates/neutral/pack.yaml", "../../templates/examples/*/pack.yaml",
		"../../templates/wording/en.yaml")
	for _, name := range append(commandNames(), "") {
		var help bytes.Buffer
		require.Equal(t, exitDone, run(context.Background(), strings.Fields("help "+name), &help, &help))
		out["the help of "+name] = help.String()
	}
	folder, err := start.Make(start.Options{})
	require.NoError(t, err)
	for _, file := range folder.Files {
		if !strings.HasSuffix(file.Name, ".xlsx") && !strings.HasPrefix(file.Name, "template/wording/cy") {
			out["init: "+file.Name] = string(file.Data)
		}
	}
	id := regexp.MustCompile(`(?m)^#?[a-z0-9_.-]+:`) // ids stay what they are, for teams that have them in files of their own
	for name, text := range out {
		if strings.HasSuffix(name, "wording/en.yaml") {
			out[name] = id.ReplaceAllString(text, "")
		}
	}
	for name, text := range sources(t, false) {
		if slices.ContainsFunc([]string{"cmd/", "report/batch/", "report/master/", "report/ooxml/", "report/plainfile/", "report/round/inplace/", "templates/"}, func(dir string) bool { return strings.HasPrefix(name, dir) }) {
			out["messages of "+name] = text
		}
	}
	return out
}

// sourcesTexts gives the comments and texts of every source file.
func sourcesTexts(t *testing.T) map[string]string { return sources(t, true) }

func files(t *testing.T, patterns ...string) map[string]string {
	t.Helper()
	out := map[string]string{}
	for _, pattern := range patterns {
		names, err := filepath.Glob(pattern)
		require.NoError(t, err)
		require.NotEmpty(t, names, pattern)
		for _, name := range names {
			data, err := os.ReadFile(name)
			require.NoError(t, err)
			out[name] = string(data)
		}
	}
	return out
}

// sources gives the sentences in the string literals of the program's files, by path; with comments those too, and the files of tests.
func sources(t *testing.T, withComments bool) map[string]string {
	t.Helper()
	out := map[string]string{}
	root := filepath.Join("..", "..")
	require.NoError(t, filepath.WalkDir(root, func(path string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() || filepath.Ext(path) != ".go" || filepath.Base(path) == "plainwords_test.go" {
			return err
		}
		name, err := filepath.Rel(root, path)
		if err == nil && (withComments || !strings.HasSuffix(path, "_test.go")) {
			out[filepath.ToSlash(name)], err = sentences(path, withComments)
		}
		return err
	}))
	return out
}

// sentences gives the string literals of a file that have three words or more, a line each; with comments those too.
func sentences(path string, withComments bool) (string, error) {
	file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ParseComments)
	if err != nil {
		return "", err
	}
	var b strings.Builder
	ast.Inspect(file, func(n ast.Node) bool {
		if literal, ok := n.(*ast.BasicLit); ok && literal.Kind == token.STRING {
			if text, err := strconv.Unquote(literal.Value); err == nil && len(strings.Fields(text)) >= 3 && len(strings.Fields(text)) < 500 {
				b.WriteString(text + "\n")
			}
		}
		return true
	})
	if withComments {
		for _, comment := range file.Comments {
			b.WriteString(comment.Text() + "\n")
		}
	}
	return b.String(), nil
}
