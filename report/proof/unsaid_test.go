package proof_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
	"boardpack/report/content"
)

// lacking are the words of a language without one message.
type lacking struct {
	report.Words
	id string
}

func (w lacking) Say(id string, args ...any) string {
	if id == w.id {
		return "«" + id + "»"
	}
	return w.Words.Say(id, args...)
}

func (w lacking) Pieces(id string, n *int, args ...any) []report.Piece {
	if id == w.id {
		return []report.Piece{{Text: "«" + id + "»"}}
	}
	return w.Words.Pieces(id, n, args...)
}

// TestMessagesThatCannotBeSaidAreFound: a pack on which an id stands in the place of a sentence, a label or a heading is not published.
func TestMessagesThatCannotBeSaidAreFound(t *testing.T) {
	t.Parallel()
	s := load(t, "stalking-harassment", "en", "")
	require.NoError(t, s.check().Document(s.doc))
	for _, id := range []string{"contents.cards", "field.owner", "field.due", "column.themes"} {
		words := lacking{s.words, id}
		check := s.check()
		check.Words = words
		doc := content.Of(s.pack, words, nil)
		assert.ErrorContains(t, check.Document(doc), "«"+id+"»", id)
	}
}
