package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report/golden"
)

// root is the folder of the project, from this package's.
const root = "../.."

// TestChecksPageListsEveryCheck holds that the page of checks is what the wording says, code by code.
func TestChecksPageListsEveryCheck(t *testing.T) {
	t.Parallel()
	golden.Section(t, filepath.Join(root, "docs/checks.md"), "<!-- checks: written by make golden -->", "<!-- end of checks -->", checksTable(t))
}

// checksTable lists the codes in the order of the wording, with what is found and what to do.
func checksTable(t *testing.T) string {
	data, err := os.ReadFile(filepath.Join(root, "templates/wording/en.yaml"))
	require.NoError(t, err)
	var messages yaml.MapSlice
	require.NoError(t, yaml.Unmarshal(data, &messages))
	said := map[string]string{}
	var codes []string
	argument := regexp.MustCompile(`\{\{[^}]*\}\}`)
	for _, m := range messages {
		id := fmt.Sprint(m.Key)
		if !strings.HasPrefix(id, "problem.") {
			continue
		}
		if !strings.HasSuffix(id, ".hint") {
			codes = append(codes, strings.TrimPrefix(id, "problem."))
		}
		said[id] = argument.ReplaceAllString(fmt.Sprint(m.Value), "…")
	}
	var b strings.Builder
	b.WriteString("| code | what is found | what to do |\n|---|---|---|\n")
	for _, code := range codes {
		fmt.Fprintf(&b, "| `%s` | %s | %s |\n", code, said["problem."+code], said["problem."+code+".hint"])
	}
	return b.String()
}

// TestGuideNamesEveryCommand holds that no command is a secret.
func TestGuideNamesEveryCommand(t *testing.T) {
	t.Parallel()
	guide := page(t, "docs/guide.md")
	for _, c := range commands() {
		assert.True(t, strings.Contains(guide, "boardpack "+c.name), "the guide does not name the command %s", c.name)
	}
}

// TestReadmeIsShort: a person who joins reads it in some minutes; everything else has a page in docs.
func TestReadmeIsShort(t *testing.T) {
	t.Parallel()
	assert.LessOrEqual(t, strings.Count(page(t, "README.md"), "\n"), 120)
}

// TestLinksOfDocumentsLead: every link of every page leads to a file that is there, and to a heading that it has.
func TestLinksOfDocumentsLead(t *testing.T) {
	t.Parallel()
	link := regexp.MustCompile(`\]\(([^)\s]+)\)|src="([^"]+)"`)
	for _, name := range documents(t) {
		for _, m := range link.FindAllStringSubmatch(page(t, name), -1) {
			to := m[1] + m[2]
			if strings.Contains(to, "://") {
				continue
			}
			file, heading, _ := strings.Cut(to, "#")
			target := name
			if file != "" {
				target = filepath.Join(filepath.Dir(name), file)
			}
			if _, err := os.Stat(filepath.Join(root, target)); !assert.NoError(t, err, "%s: %s", name, to) || heading == "" {
				continue
			}
			assert.Contains(t, anchors(page(t, target)), heading, "%s: %s", name, to)
		}
	}
}

// TestFilesThatDocumentsNameAreThere: a page that names a file of the source names one that exists.
func TestFilesThatDocumentsNameAreThere(t *testing.T) {
	t.Parallel()
	named := regexp.MustCompile("`((?:cmd|report|templates|input|tools|docs|\\.ci)/[^`<>\\s]+)`")
	count := 0
	for _, name := range []string{"docs/architecture.md", "CONTRIBUTING.md", filepath.Join("docs", "design.md"), "docs/guide.md", "README.md"} {
		for _, m := range named.FindAllStringSubmatch(page(t, name), -1) {
			if strings.HasPrefix(m[1], "input/2") && !strings.HasSuffix(m[1], ".xlsx") { // a month's folder, as an example
				continue
			}
			found, err := filepath.Glob(filepath.Join(root, m[1]))
			require.NoError(t, err)
			assert.NotEmpty(t, found, "%s names %s", name, m[1])
			count++
		}
	}
	assert.Greater(t, count, 60)
}

// TestArchitectureNamesEveryPackage: a folder of code that the page does not name is one that nobody finds.
func TestArchitectureNamesEveryPackage(t *testing.T) {
	t.Parallel()
	architecture := page(t, "docs/architecture.md")
	for _, top := range []string{"cmd", "report", "templates", "tools"} {
		require.NoError(t, filepath.WalkDir(filepath.Join(root, top), func(path string, d os.DirEntry, err error) error {
			if err != nil || !d.IsDir() {
				return err
			}
			sources, err := filepath.Glob(filepath.Join(path, "*.go"))
			name, relErr := filepath.Rel(root, path)
			if err == nil && relErr == nil && len(sources) > 0 {
				assert.True(t, strings.Contains(architecture, "`"+filepath.ToSlash(name)+"`"), "docs/architecture.md does not name %s", name)
			}
			return errors.Join(err, relErr)
		}))
	}
}

// page reads a file of the project.
func page(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(root, name))
	require.NoError(t, err)
	return string(data)
}

// documents lists the pages of the project by their paths.
func documents(t *testing.T) []string {
	t.Helper()
	var out []string
	for _, pattern := range []string{"*.md", "docs/*.md", "*/*.md", "templates/*/*.md"} {
		found, err := filepath.Glob(filepath.Join(root, pattern))
		require.NoError(t, err)
		for _, f := range found {
			name, err := filepath.Rel(root, f)
			require.NoError(t, err)
			out = append(out, filepath.ToSlash(name))
		}
	}
	require.NotEmpty(t, out)
	return out
}

// anchors gives the headings of a page as links name them: small letters, signs left out, a hyphen for each space.
func anchors(text string) []string {
	sign := regexp.MustCompile(`[^\p{L}\p{N} _-]`)
	var out []string
	for line := range strings.Lines(text) {
		if head, is := strings.CutPrefix(strings.TrimLeft(line, "#"), " "); is && strings.HasPrefix(line, "#") {
			out = append(out, strings.ReplaceAll(sign.ReplaceAllString(strings.ToLower(strings.TrimSpace(head)), ""), " ", "-"))
		}
	}
	return out
}
