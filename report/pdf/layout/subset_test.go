package layout

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestSubset(t *testing.T) {
	t.Parallel()
	fonts, err := NewFonts()
	require.NoError(t, err)
	for _, drawn := range []string{"ABC", "A\u2013\u0175", "A\u05D0\u05D1"} { // the last is not among the common characters
		font, err := fonts.face(false).subset([]rune(drawn))
		require.NoError(t, err)
		seen := map[int]bool{}
		for i, c := range font.Chars {
			assert.Equal(t, []rune(drawn)[i], c.Code)
			assert.NotZero(t, c.Glyph, "%q", c.Code)
			assert.False(t, seen[c.Glyph], "%q shares a glyph", c.Code)
			seen[c.Glyph] = true
		}
		assert.Less(t, len(font.Data), len(fonts.face(false).common)/2)
	}
}

func TestClean(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"plain": "plain", "two  spaces": "two spaces", "tab\tand\r\nline": "tab and\nline",
		"t\u0177 a \u2013 b": "t\u0177 a \u2013 b", "ty\u0302": "t\u0177", "a\u00A0b": "a\u00A0b", "a\u2003b": "a b", "so\u00ADft": "soft",
		"zero\u200Bwidth": "zerowidth", "bad\xFFbyte": "bad\uFFFDbyte", "one\u2028two": "one\ntwo",
	} {
		assert.Equal(t, want, clean(text), "%q", text)
		assert.Equal(t, want, clean(want), "%q again", text)
	}
}
