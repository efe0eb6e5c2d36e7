package content_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
	"boardpack/report/content"
	"boardpack/report/golden"
	"boardpack/report/portfolio"
	"boardpack/report/reporttest"
)

// TestPortfolioDocument compares what the paper on the reviews of the sample says with the kept files, and proves it.
func TestPortfolioDocument(t *testing.T) {
	t.Parallel()
	pack := samplePortfolio(t)
	for _, lang := range []string{"en", "cy"} {
		doc := content.Of(pack, words(t, lang), nil)
		require.NoError(t, check(t, pack, words(t, lang)).Document(doc))
		golden.Compare(t, "portfolio-"+lang+".txt", dump(doc))
	}
}

// TestRecordOfAPortfolio: the paper has no card and the record has one of each recommendation.
func TestRecordOfAPortfolio(t *testing.T) {
	t.Parallel()
	pack := samplePortfolio(t)
	cards := func(doc *content.Document) int {
		n := 0
		for _, s := range doc.Sections {
			for _, b := range s.Blocks {
				if b.Card != nil {
					n++
				}
			}
		}
		return n
	}
	assert.Zero(t, cards(content.Of(pack, words(t, "en"), nil)))
	assert.Equal(t, len(pack.Positions), cards(content.Record(pack, words(t, "en"), nil)))
}

// samplePortfolio puts the reviews of the sample together, and one that is missing this month.
func samplePortfolio(t *testing.T) *report.Pack {
	t.Helper()
	template := reporttest.Shipped(t)
	all := portfolio.New(&template.Rules)
	for _, name := range []string{"custody-inspection", "stalking-harassment"} {
		all.Add(portfolio.PartOf(name, sample(t, name)))
	}
	history := report.NewHistory(&template.Rules)
	history.Add(&report.Register{Name: "firearms", Month: report.Month{Year: 2023, Month: 8}, AsAt: report.Month{Year: 2023, Month: 8}.LastDay(),
		About: report.About{Title: report.Text{"en": "Firearms licensing", "cy": "Trwyddedu drylliau"}}, Recommendations: []report.Recommendation{{Ref: "1", Text: report.Text{"en": "Check each licence"}}}})
	all.Add(portfolio.GonePart("firearms-licensing", history))
	pack, err := all.Build(&report.Register{Name: "portfolio", About: report.About{Title: report.Text{"en": "All reviews", "cy": "Pob adolygiad"}}}, nil)
	require.NoError(t, err)
	return pack
}
