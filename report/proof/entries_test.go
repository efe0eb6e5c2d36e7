package proof_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report/content"
)

// TestEveryRecommendationIsTold: a record edition or a page that leaves a recommendation out, or tells it twice, is refused.
func TestEveryRecommendationIsTold(t *testing.T) {
	t.Parallel()
	s := load(t, "stalking-harassment", "en", "")
	for name, made := range map[string]func() (*content.Document, *[]content.Section){
		"record": func() (*content.Document, *[]content.Section) {
			d := content.Record(s.pack, s.words, nil)
			return d, &d.Sections
		},
		"page": func() (*content.Document, *[]content.Section) {
			d := content.Of(s.pack, s.words, nil)
			return d, &d.Web.Sections
		},
	} {
		doc, _ := made()
		require.NoError(t, s.check().Document(doc), name)
		doc, sections := made()
		at := func() (section, block int) {
			for i, s := range *sections {
				if j := slices.IndexFunc(s.Blocks, func(b content.Block) bool { return b.Card != nil }); j >= 0 {
					return i, j
				}
			}
			t.Fatal("no entry")
			return 0, 0
		}
		i, j := at()
		blocks := &(*sections)[i].Blocks
		first := (*blocks)[j]
		*blocks = slices.Delete(*blocks, j, j+1)
		assert.ErrorContains(t, s.check().Document(doc), "an entry for each recommendation", name)
		*blocks = slices.Insert(*blocks, j, first, first)
		assert.ErrorContains(t, s.check().Document(doc), "an entry for each recommendation", name)
	}
}
