package master

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"boardpack/report"
)

// TestAboutPlaces finds the cell of each entry: of the value, or beside the key where there is none.
func TestAboutPlaces(t *testing.T) {
	t.Parallel()
	data := workbook(t, [][]any{heads(), good()}, func(f *excelize.File) {
		_, err := f.NewSheet("About")
		must(err)
		fill(t, f, "About", [][]any{{nil, "Title", "Custody"}, nil, {nil, "As at", nil, "31/08/2023"}, {nil, "Meeting date"}, {nil, "Draft", nil}, {nil, "Version", "2"}, {nil, "Version", "3"}, {nil, "Colour", "red"}})
	})
	places, err := AboutPlaces("m.xlsx", data, options())
	require.NoError(t, err)
	at := func(cell string) report.Place { return report.Place{Sheet: "About", Cell: cell} }
	assert.Equal(t, map[string]report.Place{"title": at("C1"), "as_at": at("D3"), "meeting_date": at("C4"), "draft": at("C5"), "version": at("C6")}, places)

	places, err = AboutPlaces("m.csv", []byte("Ref,Theme,Recommendation,Status\n1,Training,Train,Open\n"), options())
	require.NoError(t, err)
	assert.Empty(t, places)
	_, err = AboutPlaces("m.xlsx", workbook(t, [][]any{{"x"}}), options())
	var unusable *Unusable
	require.ErrorAs(t, err, &unusable)
	assert.Equal(t, "m.xlsx", unusable.Problem.File)
}
