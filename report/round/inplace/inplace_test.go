package inplace_test

import (
	"bytes"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"boardpack/report/dates"
	"boardpack/report/master"
	"boardpack/report/round/inplace"
)

// TestSet writes a cell of every kind into a workbook: the cells say so afterwards, and every part but the sheet, the formats and the list
// of sheets is the same.
func TestSet(t *testing.T) {
	t.Parallel()
	before := workbook(t, func(f *excelize.File) {
		require.NoError(t, f.SetSheetRow("Sheet1", "A1", &[]any{"Ref", "Status", "Due", "Done", "Days"}))
		require.NoError(t, f.SetSheetRow("Sheet1", "A2", &[]any{"1", "In progress", time.Date(2023, 9, 1, 0, 0, 0, 0, time.UTC)}))
		require.NoError(t, f.SetCellFormula("Sheet1", "F2", "B2&\"!\""))
		require.NoError(t, f.SetCellFormula("Sheet1", "F3", "A2"))
	})
	m, err := inplace.Open("m.xlsx", before, master.Options{})
	require.NoError(t, err)
	day := dates.NewDate(2023, 10, 12)
	require.NoError(t, m.Set("Sheet1", "B2", inplace.Text("Complete & <done>\n_x0041_")))
	require.NoError(t, m.Set("Sheet1", "C2", inplace.Day(day)))
	require.NoError(t, m.Set("Sheet1", "D2", inplace.Day(day)))
	require.NoError(t, m.Set("Sheet1", "E9", inplace.Number(12.5)))
	require.NoError(t, m.Set("Sheet1", "A2", inplace.Empty()))
	assert.EqualError(t, m.Set("Sheet1", "F2", inplace.Text("x")), "m.xlsx: Sheet1!F2: the cell has a formula, which is not replaced: "+
		"change what the formula uses, or type the value over it in Excel")
	w, err := m.Write()
	require.NoError(t, err)
	f, err := excelize.OpenReader(bytes.NewReader(w.Data))
	require.NoError(t, err)
	defer f.Close()
	rows, err := f.GetRows("Sheet1", excelize.Options{RawCellValue: true})
	require.NoError(t, err)
	assert.Equal(t, [][]string{{"Ref", "Status", "Due", "Done", "Days"}, {"", "Complete & <done>\n_x0041_", "45211", "45211", "", ""},
		{"", "", "", "", "", ""}, nil, nil, nil, nil, nil, {"", "", "", "", "12.5"}}, rows)
	same(t, before, w.Data, "xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/workbook.xml")
}
