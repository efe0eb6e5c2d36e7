package pdf

import (
	"bytes"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"boardpack/report"
	"boardpack/report/content"
	"boardpack/report/golden"
	"boardpack/report/pdf/layout"
	"boardpack/report/pdf/tag"
)

// TestGoldenPages keeps three parts of a real paper: where each text stands on its first page, and the tags of all of it as they are
// read aloud. Renew with: go test ./report/pdf -run TestGoldenPages -update
func TestGoldenPages(t *testing.T) {
	t.Parallel()
	fonts, err := NewFonts()
	require.NoError(t, err)
	pack, words := readSample(t, "stalking-harassment", "2023-09", "en")
	composed := checkGeometry(t, fonts, pack, words)
	var tags bytes.Buffer
	require.NoError(t, composed.DumpTags(&tags))
	for _, part := range []struct{ name, title string }{
		{"glance", titleOf(t, pack, words, "glance")},
		{"changes", titleOf(t, pack, words, "changes")},
		{"look", titleOf(t, pack, words, "look")},
		{"data", titleOf(t, pack, words, "data")},
	} {
		t.Run(part.name, func(t *testing.T) {
			var texts bytes.Buffer
			require.NoError(t, composed.DumpPage(&texts, pageOf(t, composed, part.title)))
			golden.Compare(t, part.name+"-texts.txt", texts.String())
			golden.Compare(t, part.name+"-tags.txt", section(t, tags.String(), part.title))
		})
	}
}

// titleOf is the first heading of the second level of a part.
func titleOf(t *testing.T, pack *report.Pack, words report.Words, id string) string {
	t.Helper()
	for _, s := range content.Of(pack, words, nil).Sections {
		for _, b := range s.Blocks {
			if s.ID == id && b.Heading != nil && b.Heading.Level == 2 {
				return b.Heading.Text.Plain()
			}
		}
	}
	require.Fail(t, "no part", id)
	return ""
}

// pageOf finds the page on which a part begins.
func pageOf(t *testing.T, c *layout.Composed, title string) int {
	t.Helper()
	for i, p := range c.Pages {
		for _, text := range p.Texts {
			if text.Tag == tag.H2 && strings.TrimSpace(strings.ReplaceAll(text.Text, noBreak, " ")) == title {
				return i
			}
		}
	}
	require.Fail(t, "no page has the heading", title)
	return 0
}

// section cuts out of a dump of tags the section that begins with a heading.
func section(t *testing.T, dump, title string) string {
	t.Helper()
	lines := strings.Split(dump, "\n")
	depth := func(line string) int { return len(line) - len(strings.TrimLeft(line, " ")) }
	start := -1
	for i, line := range lines {
		switch {
		case strings.TrimSpace(line) == "Sect":
			start = i
		case i > 0 && strings.TrimSpace(lines[i-1]) == "H2" && strings.ReplaceAll(strings.TrimSpace(line), `\u00a0`, " ") == strconv.Quote(title):
			end := start + 1
			for end < len(lines) && depth(lines[end]) > depth(lines[start]) {
				end++
			}
			return strings.Join(lines[start:end], "\n") + "\n"
		}
	}
	require.Fail(t, "no section has the heading", title)
	return ""
}
