package fold_test

import (
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"boardpack/report/fold"
)

func TestWord(t *testing.T) {
	t.Parallel()
	for word, want := range map[string]string{
		"":                      "",
		" - ":                   "",
		"Due (current)":         "duecurrent",
		"Dyddiad cwblháu\u00a0": "dyddiadcwblhau",
		"Ŵyn":                   "wyn",
		"W\u0302yn":             "wyn",
		"ﬁnal ①":                "final1",
		"ΣΊΣΥΦΟΣ":               "σισυφοσ",
		"\xff":                  "",
	} {
		assert.Equal(t, want, fold.Word(word), "%q", word)
	}
}

func TestWithin(t *testing.T) {
	t.Parallel()
	for _, word := range []string{"four", "F.o.u.r!", "fôur"} {
		folded, ok := fold.Within(word, 4)
		assert.True(t, ok)
		assert.Equal(t, "four", folded)
		_, ok = fold.Within(word, 3)
		assert.False(t, ok)
	}
}

// TestWordIsTheWholeFolded: a word folded piece by piece is the word decomposed as a whole and then folded.
func TestWordIsTheWholeFolded(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.String().Draw(t, "word")
		var want strings.Builder
		for _, r := range norm.NFKD.String(word) {
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				want.WriteRune(unicode.ToLower(r))
			}
		}
		assert.Equal(t, want.String(), fold.Word(word))
	})
}
