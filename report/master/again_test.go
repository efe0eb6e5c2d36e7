package master_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
	"boardpack/report/master"
	"boardpack/report/reporttest"
)

func readCSV(t *testing.T, v *report.Vocabulary, text string) *report.Register {
	t.Helper()
	r, err := master.ReadBytes("m.csv", []byte(text), master.Options{Month: report.Month{Year: 2023, Month: 9}, Vocabulary: v})
	require.NoError(t, err)
	return r
}

// TestColumnsOfAWorkbookOfAPack: the columns that a workbook adds are passed over when several stand together, whatever the
// language; one or two with such a heading are the team's own.
func TestColumnsOfAWorkbookOfAPack(t *testing.T) {
	t.Parallel()
	template := reporttest.Shipped(t)
	v := &template.Vocabulary
	row := "1,Data,Record every check,In progress,"
	for lang, added := range map[string]string{"earlier en": "Key,State,Counted as,Rating,Overdue,Cell in the master", "en": "Unique ref,State,Counted as,Rating,Overdue,Cell in the source spreadsheet", "cy": "Cyf. unigryw,Cyflwr,Cyfrifir fel,Sgôr,Yn hwyr,Cell yn y brif daenlen"} {
		r := readCSV(t, v, "Ref,Theme,Recommendation,Status,"+added+",Ward\n"+row+strings.Repeat("x,", 6)+"North\n")
		assert.Equal(t, []string{"Ward"}, r.ExtraColumns, lang)
		assert.Empty(t, r.Problems, lang)
		assert.Equal(t, []string{"North"}, r.Recommendations[0].Extra)
	}
	r := readCSV(t, v, "Ref,Theme,Recommendation,Status,Key,Overdue,Rating,Counted as\n"+row+"a,b,c,d\n")
	assert.Equal(t, []string{"Key", "Overdue", "Rating", "Counted as"}, r.ExtraColumns)
	assert.Equal(t, []string{"a", "b", "c", "d"}, r.Recommendations[0].Extra)
}

// TestIgnoredColumns: what the template ignores does not come into the packs.
func TestIgnoredColumns(t *testing.T) {
	t.Parallel()
	template := reporttest.Shipped(t)
	v := template.Vocabulary
	v.Ignored = []string{"Private note"}
	r := readCSV(t, &v, "Ref,Theme,Recommendation,Status,PRIVATE-NOTE,Ward\n1,Data,Record every check,In progress,secret,North\n")
	assert.Equal(t, []string{"Ward"}, r.ExtraColumns)
	assert.Equal(t, []string{"North"}, r.Recommendations[0].Extra)
	assert.Empty(t, r.Problems)
}
