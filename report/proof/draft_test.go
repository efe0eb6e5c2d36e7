package proof_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
	"boardpack/report/figuresjson"
)

// TestDraftIsProved: files that call themselves final where the figures say draft, and the other way round, are refused.
func TestDraftIsProved(t *testing.T) {
	s := load(t, "custody-inspection", "en", "")
	final := s.figures
	s.pack.Rules.Unconfirmed = []report.Guess{{What: `the status "Parked"`, As: "in progress"}}
	draft, err := figuresjson.Write(s.pack, s.words)
	require.NoError(t, err)
	for name, figures := range map[string][]byte{"draft": draft, "final": final} {
		s.figures = figures
		paper, book := s.paper(t, s.words), s.book(t, s.words)
		if name == "draft" {
			assert.NoError(t, s.check().Paper(paper))
			assert.NoError(t, s.check().Workbook(book))
			continue
		}
		assert.ErrorContains(t, s.check().Paper(paper), `Draft or final`)
		assert.ErrorContains(t, s.check().Workbook(book), `Draft or final`)
	}
	s.pack.Rules.Unconfirmed = nil
	s.figures = draft
	assert.ErrorContains(t, s.check().Paper(s.paper(t, s.words)), `at its edge: the line should be "Draft"`)
	assert.ErrorContains(t, s.check().Workbook(s.book(t, s.words)), `Draft or final`)
}
