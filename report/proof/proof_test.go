package proof_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report/proof"
)

// TestTheSampleProves holds that nothing is found where nothing is wrong, in both languages.
func TestTheSampleProves(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"stalking-harassment", "custody-inspection"} {
		for _, lang := range []string{"en", "cy"} {
			t.Run(name+"/"+lang, func(t *testing.T) {
				s := load(t, name, lang, "")
				assert.NoError(t, s.check().Document(s.doc))
				assert.NoError(t, s.check().Paper(s.paper(t, s.doc), s.doc))
				assert.NoError(t, s.check().Workbook(s.book(t, s.doc), s.doc))
			})
		}
	}
}

// TestAnErrorNamesThePlace holds that a person finds what is wrong.
func TestAnErrorNamesThePlace(t *testing.T) {
	t.Parallel()
	s := load(t, "stalking-harassment", "en", "")
	err := s.check().Workbook(changeCell(t, s.book(t, s.doc), "Summary by owner", "E6", "7"), s.doc)
	require.Error(t, err)
	assert.ErrorContains(t, err, `the workbook does not agree with the figures: Summary by owner!E6: the cell under Complete should be "0", and is "7"`)
	var difference *proof.Difference
	require.ErrorAs(t, err, &difference)
	assert.Equal(t, proof.Difference{Place: "Summary by owner!E6", What: "the cell under Complete", Wanted: "0", Found: "7"}, *difference)
	err = s.check().Paper(openPaper(t, s.paper(t, s.doc)).replaced(t, "17 outstanding", "18 outstanding"), s.doc)
	require.ErrorAs(t, err, &difference)
	assert.Equal(t, "page 1", difference.Place)
	assert.Contains(t, difference.Found, "18 outstanding")
}

// TestFilesOfAnotherPackAreRefused: each file agrees with itself, and not with the others.
func TestFilesOfAnotherPackAreRefused(t *testing.T) {
	t.Parallel()
	s, other := load(t, "stalking-harassment", "en", ""), load(t, "custody-inspection", "en", "")
	paper, book := s.paper(t, s.doc), s.book(t, s.doc)
	s.figures = other.figures
	assert.Error(t, s.check().Document(s.doc))
	assert.ErrorContains(t, s.check().Paper(paper, s.doc), "the attached figures.json")
	assert.Error(t, other.check().Paper(paper, other.doc))
	assert.Error(t, other.check().Workbook(book, other.doc))
}

func TestFilesThatCannotBeReadBack(t *testing.T) {
	t.Parallel()
	s := load(t, "custody-inspection", "en", "")
	assert.ErrorContains(t, s.check().Workbook([]byte("no workbook"), s.doc), "the workbook cannot be read back")
	assert.ErrorContains(t, s.check().Paper([]byte("no PDF"), s.doc), "the PDF cannot be read back")
	whole := s.paper(t, s.doc)
	for _, n := range []int{0, 1, 100, len(whole) / 2, len(whole) - 10} {
		assert.Error(t, s.check().Paper(whole[:n], s.doc), "a PDF cut off after %d bytes", n)
	}
	book := s.book(t, s.doc)
	for _, n := range []int{0, 1, 100, len(book) / 2, len(book) - 10} {
		assert.Error(t, s.check().Workbook(book[:n], s.doc), "a workbook cut off after %d bytes", n)
	}
	s.figures = s.figures[:len(s.figures)/2]
	assert.ErrorContains(t, s.check().Document(s.doc), "the figures file cannot be understood")
}

// BenchmarkProof measures what the proof costs a build.
func BenchmarkProof(b *testing.B) {
	s := load(b, "stalking-harassment", "en", "")
	book, paper := s.book(b, s.doc), s.paper(b, s.doc)
	for name, proves := range map[string]func() error{
		"document": func() error { return s.check().Document(s.doc) },
		"paper":    func() error { return s.check().Paper(paper, s.doc) },
		"workbook": func() error { return s.check().Workbook(book, s.doc) },
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if err := proves(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
