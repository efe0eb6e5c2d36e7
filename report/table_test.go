package report_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"boardpack/report"
)

func TestParseRuns(t *testing.T) {
	cases := []struct {
		text string
		want report.Sentence
	}{
		{"", nil},
		{"plain", report.Sentence{{Text: "plain"}}},
		{"**3 are complete** of 17", report.Sentence{{Text: "3 are complete", Bold: true}, {Text: " of 17"}}},
		{"See [[11a]].", report.Sentence{{Text: "See "}, {Text: "11a", Key: "11a"}, {Text: "."}}},
		{"**[[2]]**", report.Sentence{{Text: "2", Key: "2", Bold: true}}},
		{"a [[ b", report.Sentence{{Text: "a [[ b"}}},
	}
	for _, c := range cases {
		t.Run(c.text, func(t *testing.T) { assert.Equal(t, c.want, report.ParseRuns(c.text)) })
	}
	assert.Equal(t, "See 11a.", report.ParseRuns("See **[[11a]]**.").Plain())
}

func TestSelectColumns(t *testing.T) {
	table := report.Table{Columns: []report.Column{{ID: "a"}, {ID: "b"}, {ID: "c"}},
		Rows: []report.Row{{Key: "1", Total: true, Cells: []report.Cell{{Text: "x"}, {Text: "y"}, {Text: "z"}}}}}
	got := table.Select("c", "nonsense", "a")
	assert.Equal(t, []report.Column{{ID: "c"}, {ID: "a"}}, got.Columns)
	assert.Equal(t, []report.Row{{Key: "1", Total: true, Cells: []report.Cell{{Text: "z"}, {Text: "x"}}}}, got.Rows)
	assert.Len(t, table.Rows[0].Cells, 3, "the table itself stays as it is")
}
