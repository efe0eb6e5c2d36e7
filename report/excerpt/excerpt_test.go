package excerpt_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"boardpack/report/excerpt"
)

func TestShort(t *testing.T) {
	t.Parallel()
	assert.Equal(t, "a short text", excerpt.Short(" a short\n text ", 12))
	assert.Equal(t, "a text that…", excerpt.Short("a text that is longer", 14))
	assert.Equal(t, "wwwwwwwwwww…", excerpt.Short("wwwwwwwwwwwwwwwwwwww", 12), "a word without an end is cut")
	assert.Equal(t, "ŵŷŵŷ…", excerpt.Short("ŵŷŵŷŵŷ", 5), "by characters, not bytes")
}

func TestDifference(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ was, is, from, to string }{
		{"Record every check by December", "Record every check by March", "… by December", "… by March"},
		{"Record every check", "Record each check", "Record every check", "Record each check"},
		{"one two three four five six", "one two three 4 five six", "… three four five …", "… three 4 five …"},
		{"Record", "Record every check", "Record", "Record every check"},
		{"", "new", "", "new"},
		{"same", "same", "same", "same"},
	} {
		from, to := excerpt.Difference(c.was, c.is)
		assert.Equal(t, []string{c.from, c.to}, []string{from, to}, "%s: %s", c.was, c.is)
	}
	from, _ := excerpt.Difference(strings.Repeat("long ", 60), "short")
	assert.LessOrEqual(t, len([]rune(from)), 120)
}

func TestShorten(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		text string
		most int
		want string
	}{{"abc", 3, "abc"}, {"abcd", 3, "abc"}, {"ab cd", 3, "ab"}, {"😀😀", 4, "😀😀"}, {"😀😀", 3, "😀"}, {"", 0, ""}} {
		assert.Equal(t, c.want, excerpt.Shorten(c.text, c.most), "%s in %d", c.text, c.most)
		assert.LessOrEqual(t, excerpt.Units(excerpt.Shorten(c.text, c.most)), c.most)
	}
	assert.Equal(t, 3, excerpt.Units("a😀"), "a character beyond the first 65,536 takes two")
}
