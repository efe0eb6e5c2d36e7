package webpage

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// heard is all that a reader of a language meets.
func heard(t require.TestingT, page *Page, others ...string) (met []string, reading Reading) {
	found := page.In(others...)
	for f := range found.Met {
		met = append(met, f.Text+"|"+f.Drawn)
	}
	reading = *found
	reading.Met = nil
	return met, reading
}

// readBoth reads a page as one tree, and card by card.
func readBoth(t require.TestingT, data []byte) (whole, pieces *Page) {
	whole, err := read(data, len(data), nil)
	require.NoError(t, err)
	pieces, err = read(data, 0, nil)
	require.NoError(t, err)
	return whole, pieces
}

func lines(err error) []string { return strings.Split(err.Error(), "\n") }

// TestReadInPieces: a large page, whose cards and rows are read one by one, says what it says as one tree.
func TestReadInPieces(t *testing.T) {
	t.Parallel()
	piece := rapid.SampledFrom([]string{
		"<article><span id=en-r%></span><h3>1 <small>a</small></h3><p class=en>one</p><p class=cy lang=cy>un</p></article>",
		"<article></article>", "<article>text</article>", "<article><dl><div><dt>a</dt><dd>b <a href=#en>c</a></dd></div></dl></article>",
		"<table class=\"t-x wide\"><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr data-is=late><th>1</th><td data-at=2024-01-02>2</td></tr><tr><td>3</td><td></td></tr></tbody></table>",
		"<article><table class=t-a><tbody><tr><th>1</th><td>2</td></tr></tbody></table></article>", "<p>between</p>", "loose",
		"<p><svg viewBox='0 0 1 1' width=1 height=1><rect x=0 y=0 width=1 height=1 /><text x=0 y=0>12</text></svg> drawn</p>",
		"<article><p><svg viewBox='0 0 1 1' width=1 height=1><rect x=0 y=0 width=1 height=1 /></svg> drawn<br>on</p></article>",
	})
	rapid.Check(t, func(t *rapid.T) {
		var body strings.Builder
		for i, p := range rapid.SliceOfN(piece, 0, 8).Draw(t, "pieces") {
			body.WriteString(strings.ReplaceAll(p, "%", string(rune('a'+i))))
		}
		data := []byte(plainPage("<span id=en></span>" + body.String()))
		whole, pieces := readBoth(t, data)
		for _, other := range rapid.SampledFrom([][]string{{"en", "cy"}, {"cy"}, {}}).Draw(t, "others") {
			met, reading := heard(t, whole, other)
			metAgain, readingAgain := heard(t, pieces, other)
			assert.Equal(t, met, metAgain)
			assert.Equal(t, reading, readingAgain)
		}
		assert.ElementsMatch(t, lines(whole.Faults()), lines(pieces.Faults()))
	})
}

// TestNothingGoesOnBehindAPiece: what is not closed in a card or row would change what comes after it, and is a fault.
func TestNothingGoesOnBehindAPiece(t *testing.T) {
	t.Parallel()
	for _, body := range []string{"<article><b>on</article><p>x</p>", "<table><tbody><tr><td><a href=#a>1</td></tr></tbody></table>", "<article><p>x</article>",
		"<article></b></article>"} {
		data := []byte(plainPage("<span id=a></span>" + body))
		met, err := read(data, 0, nil)
		require.NoError(t, err)
		heard(t, met)
		for _, err := range []error{faults(data, 0), met.Faults()} {
			require.Error(t, err, body)
			assert.Contains(t, err.Error(), "not closed", body)
		}
	}
}

// TestPiecesOfOddPages: where cards and rows cannot be told apart, the page is read as one tree, with the same faults.
func TestPiecesOfOddPages(t *testing.T) {
	t.Parallel()
	for _, body := range []string{"<article><article>a</article></article>", "<article>", "<tr>1</tr>", "<p><tr class=a><td>1</td></tr></p>", "<article", "<tr ", "</article>",
		"<table><tr><td><table><tr><td>1</td></tr></table></td></tr></table>"} {
		data := []byte(plainPage(body))
		whole, pieces := readBoth(t, data)
		assert.Equal(t, whole.Faults(), pieces.Faults(), body)
		met, reading := heard(t, whole)
		metAgain, readingAgain := heard(t, pieces)
		assert.True(t, slices.Equal(met, metAgain), body)
		assert.Equal(t, reading, readingAgain, body)
	}
}
