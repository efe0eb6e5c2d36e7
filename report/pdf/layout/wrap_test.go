package layout

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func fonts(t require.TestingT) *Fonts {
	f, err := NewFonts()
	require.NoError(t, err)
	return f
}

// wrapped gives the texts of the lines, with the spaces at their ends.
func wrapped(f *Fonts, runs []Run, limit int) []string {
	for i := range runs {
		runs[i].Text = clean(runs[i].Text)
	}
	var out []string
	for _, l := range f.wrap(runs, Style{Size: BodySize}, limit) {
		var b strings.Builder
		for _, s := range l.segments {
			b.WriteString(runs[s.run].Text[s.from:s.to])
		}
		out = append(out, b.String())
	}
	return out
}

func TestWrap(t *testing.T) {
	t.Parallel()
	f := fonts(t)
	for _, c := range []struct {
		name  string
		runs  []Run
		limit int
		want  []string
	}{
		{"short", Plain("One line"), 10000, []string{"One line"}},
		{"breaks at spaces and keeps them for the ear", Plain("alpha beta gamma"), 6000, []string{"alpha beta ", "gamma"}},
		{"many spaces are one", Plain("  a \t b  "), 10000, []string{"a b "}},
		{"line feeds", Plain("a\nb\n\nc"), 10000, []string{"a\n", "b\n", "", "c"}},
		{"a word longer than the line", Plain("abcdefghij"), 2300, []string{"abcd", "efghi", "j"}},
		{"a long word starts on a line of its own", Plain("x abcdefghij"), 2300, []string{"x ", "abcd", "efghi", "j"}},
		{"after a hyphen between letters", Plain("six-monthly"), 4000, []string{"six-", "monthly"}},
		{"not within a date", Plain("on 2023-09-30"), 5400, []string{"on ", "2023-09-30"}},
		{"a word across runs is not parted", []Run{{Text: "is "}, {Text: "2", Bold: true}, {Text: ", so"}}, 1400, []string{"is ", "2, ", "so"}},
		{"nothing", Plain(""), 1000, []string{""}},
		{"a decomposed letter is composed", Plain("dw\u0302r"), 10000, []string{"dŵr"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			assert.Equal(t, c.want, wrapped(f, c.runs, c.limit))
		})
	}
}

// No character is ever lost, and no line is wider than its column unless a single character is.
func TestWrapKeepsEverything(t *testing.T) {
	t.Parallel()
	f := fonts(t)
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.SampledFrom([]rune("abcdeŵŷ -–/.,@_ \n0123漢WWW"))).Draw(t, "text")
		cut := rapid.IntRange(0, len([]rune(text))).Draw(t, "cut")
		limit := rapid.IntRange(1200, 20000).Draw(t, "limit")
		runs := []Run{{Text: clean(string([]rune(text)[:cut]))}, {Text: clean(string([]rune(text)[cut:])), Bold: true}}
		lines := f.wrap(runs, Style{Size: BodySize}, limit)
		var b strings.Builder
		widest := limit
		for _, r := range text { // one that stands for another is never parted
			widest = max(widest, f.advance(r, false), f.advance(r, true))
		}
		for _, l := range lines {
			assert.LessOrEqual(t, l.width, widest)
			for _, s := range l.segments {
				b.WriteString(runs[s.run].Text[s.from:s.to])
			}
		}
		assert.Equal(t, letters(text), letters(b.String()))
	})
}

// letters leaves out white space.
func letters(s string) string { return strings.Join(strings.Fields(s), "") }
