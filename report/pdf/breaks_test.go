package pdf

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"boardpack/report/reporttest"
)

// TestBreaksAreFoundAroundNumbersAlone: looking at some words around each number finds what the pattern finds in the whole text.
func TestBreaksAreFoundAroundNumbersAlone(t *testing.T) {
	t.Parallel()
	template := reporttest.Shipped(t)
	for _, lang := range []string{"en", "cy"} {
		words, err := template.Words(lang)
		require.NoError(t, err)
		b := newBreaks(words)
		parts := rapid.SampledFrom(strings.Split("1|12|31st|2023|5,|(3)|p.|t.|d.|May|Mai|Sept|Medi 2023|September|days late|ddiwrnod yn hwyr|wythnos|months|of|a|-|\u00A0|\n|é|.|x7", "|"))
		rapid.Check(t, func(t *rapid.T) {
			var text strings.Builder
			for range rapid.IntRange(0, 60).Draw(t, "parts") {
				text.WriteString(parts.Draw(t, "part"))
				text.WriteString(rapid.SampledFrom([]string{" ", " ", " ", "", "  "}).Draw(t, "space"))
			}
			assert.Equal(t, b.pattern.FindAllStringIndex(text.String(), -1), b.find(text.String()), text.String())
		})
	}
}
