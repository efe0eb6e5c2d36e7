package proof_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
	"boardpack/report/content"
	"boardpack/report/figuresjson"
	"boardpack/report/reporttest"
)

// TestTallRowsProve: a sheet that says how many rows hold more text than Excel can show in one is proved, whether the number stands there
// as a number or in words.
func TestTallRowsProve(t *testing.T) {
	t.Parallel()
	template := reporttest.Shipped(t)
	for _, lang := range []string{"en", "cy"} {
		words, err := template.Words(lang)
		require.NoError(t, err)
		for tall := range 4 {
			var rows []report.Recommendation
			for i := range 4 {
				row := report.Recommendation{Ref: fmt.Sprint(i + 1), Text: report.Text{"en": "Short"}}
				if i < tall {
					row.Text = report.Text{"en": strings.Repeat("a text of many words ", 400)}
				}
				rows = append(rows, row)
			}
			s := &sample{pack: reporttest.Build(t, reporttest.Register(rows...)), words: words}
			s.figures, err = figuresjson.Write(s.pack, words)
			require.NoError(t, err)
			s.doc = content.Of(s.pack, words, nil)
			assert.NoError(t, s.check().Workbook(s.book(t, s.doc), s.doc), "%d in %s", tall, lang)
		}
	}
}
