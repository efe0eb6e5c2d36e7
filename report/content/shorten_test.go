package content_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
	"boardpack/report/content"
	"boardpack/report/reporttest"
)

// responseIn gives what an edition tells of a response.
func responseIn(t *testing.T, response string, of func(*report.Pack, report.Words, *content.Picture) *content.Document) string {
	t.Helper()
	template := reporttest.Shipped(t)
	r := &report.Register{Name: "m", File: "m.xlsx", Sheet: "Recommendations", Month: report.Month{Year: 2023, Month: 9}, Columns: report.Fields(),
		Recommendations: []report.Recommendation{{Ref: "1", Row: 2, Themes: []string{"data"}, Text: report.Text{"en": "Do it."}, Response: report.Text{"en": response}, State: report.InProgress, Scope: report.Force}}}
	r.AsAt = r.Month.LastDay()
	pack, err := report.Build(r, nil, &template.Rules)
	require.NoError(t, err)
	for _, s := range of(pack, words(t, "en"), nil).Sections {
		for _, b := range s.Blocks {
			if b.Card != nil {
				for _, f := range b.Card.Entry().Story {
					if f.ID == string(report.FieldResponse) {
						return f.Cell.Text
					}
				}
			}
		}
	}
	require.Fail(t, "no response")
	return ""
}

// TestTextsOfThePaper: one of 1,200 characters is told whole, one that is longer ends at a word and says where the rest is, and the
// record edition tells all.
func TestTextsOfThePaper(t *testing.T) {
	t.Parallel()
	const rest = "… (The full text is in the workbook.)"
	word := "ŵyth byth " // of ten characters
	for _, c := range []struct{ name, text, want string }{
		{"at the limit", strings.Repeat(word, 119) + "ŵyth bythX", strings.Repeat(word, 119) + "ŵyth bythX"},
		{"one more, at a word's end", strings.Repeat(word, 119) + "ŵyth bythX Z", strings.Repeat(word, 119) + "ŵyth bythX" + rest},
		{"one more, in a word", strings.Repeat(word, 119) + "ŵyth bythXZ", strings.Repeat(word, 119) + "ŵyth" + rest},
		{"a full stop before", strings.Repeat("x", 1190) + ". " + strings.Repeat("y", 9), strings.Repeat("x", 1190) + rest},
		{"one long word", strings.Repeat("ŵ", 1201), strings.Repeat("ŵ", 1200) + rest},
		{"a word of 700 and more", strings.Repeat("a ", 100) + strings.Repeat("ŵ", 1100), strings.Repeat("a ", 100) + strings.Repeat("ŵ", 1000) + rest},
		{"lines", strings.Repeat("Line.\n", 300), strings.TrimSuffix(strings.Repeat("Line.\n", 200), ".\n") + rest},
	} {
		t.Run(c.name, func(t *testing.T) {
			assert.Equal(t, c.want, responseIn(t, c.text, content.Of))
			assert.Equal(t, c.text, responseIn(t, c.text, content.Record))
		})
	}
}
