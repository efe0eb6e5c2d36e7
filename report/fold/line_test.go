package fold_test

import (
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"boardpack/report/fold"
)

func TestLine(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"":                                "",
		"plain - text":                    "plain - text",
		" a  b\tc\n d ":                   "a b c d",
		"a ":                              "a",
		" a":                              "a",
		"OFFICIAL\u2011SENSITIVE\u00a0X":  "OFFICIAL-SENSITIVE X",
		"W\u0302yn, \u200bLlan\u00adelli": "Ŵyn, Llanelli",
		"a – b — c":                       "a – b — c",
		"\u202Eabc\u2069\ufe0f":           "abc",
		"n\u200b\u0303":                   "ñ",
	} {
		assert.Equal(t, want, fold.Line(text), "%q", text)
	}
}

// TestLineIsOneForm: a line has no spaces around it, no two together, and is its own line, whatever it was made of.
func TestLineIsOneForm(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		line := fold.Line(rapid.StringOf(rapid.OneOf(rapid.Rune(), rapid.RuneFrom([]rune(" \u0085\u2011\u200b\u0301ae")))).Draw(t, "text"))
		assert.Equal(t, line, fold.Line(line))
		assert.True(t, norm.NFC.IsNormalString(line))
		for i, r := range line {
			space := unicode.IsSpace(r)
			assert.False(t, space && (r != ' ' || i == 0 || i == len(line)-1 || line[i+1] == ' '), "%q", line)
		}
	})
}
