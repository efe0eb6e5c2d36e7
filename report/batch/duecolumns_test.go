package batch_test

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"boardpack/report"
	"boardpack/report/content"
	"boardpack/report/master"
	"boardpack/report/reporttest"
	"boardpack/report/workbook"
)

// TestRevisionsComeBackFromAPacksWorkbook: a master with several columns of due dates gives a workbook that, read as the next master,
// has the same dates and moves, and in which a new date is entered under Due.
func TestRevisionsComeBackFromAPacksWorkbook(t *testing.T) {
	t.Parallel()
	template := reporttest.Shipped(t)
	o := master.Options{Month: report.Month{Year: 2024, Month: 3}, Vocabulary: &template.Vocabulary, Rules: &template.Rules}
	csv := "Ref,Theme,Recommendation,Status,Original,Revised 1,Revised 2,Extended\n" +
		"1,Training,Train the officers,In progress,30/06/2023,30/09/2023,31/12/2023,\n" +
		"2,Training,Train the managers,In progress,30/06/2023,TBC,,n/a\n" +
		"3,Data,Record it,In progress,30/06/2023,,Q3 2023-24,June/July 2024\n" +
		"4,Data,Count it,In progress,,,,\n"
	first, err := master.ReadBytes("m.csv", []byte(csv), o)
	require.NoError(t, err)
	pack, err := report.Build(first, nil, &template.Rules)
	require.NoError(t, err)
	dates := func(p *report.Pack) (out [][3]any) {
		for i := range p.Positions {
			r := &p.Positions[i]
			out = append(out, [3]any{r.OriginalDue.String(), r.Due.String(), r.TimesMoved})
		}
		return out
	}
	require.Equal(t, [][3]any{{"2023-06-30", "2023-12-31", 2}, {"2023-06-30", "2023-06-30", 0}, {"2023-06-30", "2024-07-31", 2}, {"", "", 0}}, dates(pack))
	for _, lang := range []string{"en", "cy"} {
		words, err := template.Words(lang)
		require.NoError(t, err)
		var book bytes.Buffer
		require.NoError(t, workbook.Write(&book, pack, content.Of(pack, words, nil), words, workbook.Options{}))
		again, err := master.ReadBytes("m.xlsx", book.Bytes(), o)
		require.NoError(t, err)
		back, err := report.Build(again, nil, &template.Rules)
		require.NoError(t, err)
		assert.Equal(t, dates(pack), dates(back), lang)
		assert.Equal(t, first.ExtraColumns, again.ExtraColumns, lang)

		f, err := excelize.OpenReader(&book)
		require.NoError(t, err)
		sheet := again.Sheet
		require.NoError(t, f.SetCellValue(sheet, again.Recommendations[0].Cells.Of(report.FieldDue), "30 September 2024"))
		var changed bytes.Buffer
		require.NoError(t, f.Write(&changed))
		require.NoError(t, f.Close())
		next, err := master.ReadBytes("m.xlsx", changed.Bytes(), o)
		require.NoError(t, err)
		moved, err := report.Build(next, []*report.Register{first}, &template.Rules)
		require.NoError(t, err)
		assert.Equal(t, "2024-09-30", moved.Positions[0].Due.String(), lang)
		assert.Equal(t, 3, moved.Positions[0].TimesMoved, lang)
	}
}
