package proof_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report/proof"
)

// TestTheSampleProves holds that nothing is found where nothing is wrong, in both languages.
func TestTheSampleProves(t *testing.T) {
	for _, name := range []string{"stalking-harassment", "custody-inspection"} {
		for _, lang := range []string{"en", "cy"} {
			t.Run(name+"/"+lang, func(t *testing.T) {
				s := load(t, name, lang, "")
				assert.NoError(t, s.check().Workbook(s.book(t, s.words)))
				assert.NoError(t, s.check().Paper(s.paper(t, s.words)))
				assert.NoError(t, proof.Workbook(s.book(t, s.words), s.figures, s.words), "without knowing the days")
				assert.NoError(t, proof.Paper(s.paper(t, s.words), s.figures, s.words))
			})
		}
	}
}

// TestAnErrorNamesThePlace holds that a person finds what is wrong.
func TestAnErrorNamesThePlace(t *testing.T) {
	s := load(t, "stalking-harassment", "en", "")
	book := changeCell(t, s.book(t, s.words), "Summary by theme", "E6", "7")
	err := s.check().Workbook(book)
	require.Error(t, err)
	assert.EqualError(t, err, `the workbook does not agree with the figures: Summary by theme!E6: complete of resourcing should be "0", and is "7"`)
	var difference *proof.Difference
	require.ErrorAs(t, err, &difference)
	assert.Equal(t, proof.Difference{Place: "Summary by theme!E6", What: "complete of resourcing", Wanted: "0", Found: "7"}, *difference)
}

func TestFilesThatCannotBeReadBack(t *testing.T) {
	s := load(t, "custody-inspection", "en", "")
	assert.ErrorContains(t, s.check().Workbook([]byte("no workbook")), "the workbook cannot be read back")
	assert.ErrorContains(t, s.check().Paper([]byte("no PDF")), "the PDF cannot be read back")
	whole := s.paper(t, s.words)
	for _, n := range []int{0, 1, 100, len(whole) / 2, len(whole) - 10} {
		assert.Error(t, s.check().Paper(whole[:n]), "a PDF cut off after %d bytes", n)
	}
	book := s.book(t, s.words)
	for _, n := range []int{0, 1, 100, len(book) / 2, len(book) - 10} {
		assert.Error(t, s.check().Workbook(book[:n]), "a workbook cut off after %d bytes", n)
	}
}

// BenchmarkProof measures what the proof costs a build.
func BenchmarkProof(b *testing.B) {
	s := load(b, "stalking-harassment", "en", "")
	book, paper := s.book(b, s.words), s.paper(b, s.words)
	b.Run("workbook", func(b *testing.B) {
		for b.Loop() {
			if err := s.check().Workbook(book); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("paper", func(b *testing.B) {
		for b.Loop() {
			if err := s.check().Paper(paper); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("writing both", func(b *testing.B) {
		for b.Loop() {
			s.book(b, s.words)
			s.paper(b, s.words)
		}
	})
}
