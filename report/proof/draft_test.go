package proof_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
	"boardpack/report/content"
	"boardpack/report/figuresjson"
)

// TestDraftIsProved: a Document that calls itself final where the figures say draft, and the other way round, is refused, and so are files
// of the one beside the Document of the other.
func TestDraftIsProved(t *testing.T) {
	t.Parallel()
	s := load(t, "custody-inspection", "en", "")
	final, finalDoc := s.figures, s.doc
	s.pack.Rules.Unconfirmed = []report.Guess{{What: `the status "Parked"`, As: "in progress"}}
	draft, err := figuresjson.Write(s.pack, s.words)
	require.NoError(t, err)
	s.doc, s.figures = content.Of(s.pack, s.words, nil), draft
	proves(t, s)
	s.figures = final
	assert.ErrorContains(t, s.check().Document(s.doc), "draft")
	s.figures = draft
	assert.ErrorContains(t, s.check().Document(finalDoc), "draft")
	assert.ErrorContains(t, s.check().Paper(s.paper(t, finalDoc), s.doc), "Draft")
	assert.ErrorContains(t, s.check().Workbook(s.book(t, finalDoc), s.doc), "Draft")
}
