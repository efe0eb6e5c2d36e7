package proof_test

import (
	"os"
	"path/filepath"
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

// TestWarningsAndNotesAreNoPartOfEachOther: a team may write the one before the other, with any sign between them.
func TestWarningsAndNotesAreNoPartOfEachOther(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"{{.Warnings}}/{{.Notes}}", "{{.Notes}}/{{.Warnings}}", "{{.Warnings}} of {{.Notes}}", "{{.Notes}} of {{.Warnings}}"} {
		own := t.TempDir()
		require.NoError(t, os.MkdirAll(filepath.Join(own, "wording"), 0o755))
		require.NoError(t, os.WriteFile(filepath.Join(own, "wording", "en.yaml"), []byte("workbook.line.problems: \""+text+"\"\n"), 0o644))
		s := load(t, "stalking-harassment", "en", own)
		assert.NoError(t, s.check().Document(s.doc), text)
	}
}
