package workbook

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"boardpack/report"
	"boardpack/report/excelrules"
)

func annotated(t *testing.T, a Annotation) *excelize.File {
	t.Helper()
	_, words := samplePack(t)
	var out, again bytes.Buffer
	ending, err := Annotate(&out, a, words)
	require.NoError(t, err)
	_, err = Annotate(&again, a, words)
	require.NoError(t, err)
	broken, err := excelrules.Broken("copy"+ending, out.Bytes())
	require.NoError(t, err)
	assert.Empty(t, ofTheCopy(broken))
	assert.Equal(t, out.Bytes(), again.Bytes(), "the same input gives the same bytes")
	file, err := excelize.OpenReader(&out)
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, file.Close()) })
	return file
}

// ofTheCopy leaves out what the library does in the masters of these tests.
func ofTheCopy(broken []string) []string {
	return slices.DeleteFunc(broken, func(b string) bool { return strings.HasPrefix(b, "authors are kept") })
}

// TestACopyHasTheEndingOfItsKind: Excel does not open a workbook with macros that is called .xlsx.
func TestACopyHasTheEndingOfItsKind(t *testing.T) {
	t.Parallel()
	_, words := samplePack(t)
	for ending, kind := range map[string]string{".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", ".xlsm": "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
		".xltx": "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml", ".xltm": "application/vnd.ms-excel.template.macroEnabled.main+xml"} {
		var plain, out bytes.Buffer
		require.NoError(t, excelize.NewFile().Write(&plain))
		master := changeParts(t, plain.Bytes(), func(part string, data []byte) []byte {
			return bytes.ReplaceAll(data, []byte("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"), []byte(kind))
		})
		made, err := Annotate(&out, Annotation{Workbook: master, Problems: []report.Problem{problemAt("Sheet1", "B9")}}, words)
		require.NoError(t, err)
		assert.Equal(t, ending, made)
		broken, err := excelrules.Broken("copy"+made, out.Bytes())
		require.NoError(t, err)
		assert.Empty(t, ofTheCopy(broken))
	}
}

func problemAt(sheet, cell string) report.Problem {
	return report.Problem{Level: report.Warning, Code: "no-owner", File: "m.xlsx", Sheet: sheet, Cell: cell, Args: map[string]string{"Ref": "7"}}
}

func TestAnnotateWorkbook(t *testing.T) {
	t.Parallel()
	master := excelize.NewFile()
	require.NoError(t, master.SetSheetName("Sheet1", "Recs & more"))
	require.NoError(t, master.SetCellStr("Recs & more", "B2", "a text"))
	require.NoError(t, master.AddComment("Recs & more", excelize.Comment{Cell: "B2", Author: "A person", Text: "ask again"}))
	_, err := master.NewSheet("Problems")
	require.NoError(t, err)
	var data bytes.Buffer
	require.NoError(t, master.Write(&data))
	original := bytes.Clone(data.Bytes())

	file := annotated(t, Annotation{Workbook: data.Bytes(), Problems: []report.Problem{
		problemAt("Recs & more", "B2"), problemAt("Recs & more", "B2"), problemAt("Recs & more", "C3"), problemAt("", "")}})
	assert.Equal(t, original, data.Bytes(), "the master stays as it is")
	assert.Equal(t, []string{"Recs & more", "Problems", "Problems 2"}, file.GetSheetList())
	text, err := file.GetCellValue("Recs & more", "B2")
	require.NoError(t, err)
	assert.Equal(t, "a text", text)

	comments, err := file.GetComments("Recs & more")
	require.NoError(t, err)
	require.Len(t, comments, 2)
	assert.Contains(t, comments[0].Text+comments[1].Text, "ask again")
	rows, err := file.GetRows("Problems 2")
	require.NoError(t, err)
	require.Len(t, rows, 5)
	assert.Equal(t, []string{"Warning", "m.xlsx: Recs & more!B2", "Recommendation 7 has no owner.", "Enter who must act."}, rows[1])
	linked, target, err := file.GetCellHyperLink("Problems 2", "B4")
	require.NoError(t, err)
	assert.True(t, linked)
	assert.Equal(t, "'Recs & more'!C3", target)
	linked, _, err = file.GetCellHyperLink("Problems 2", "B5")
	require.NoError(t, err)
	assert.False(t, linked, "a problem of the whole file has no cell to go to")
}

func TestAnnotateCSV(t *testing.T) {
	t.Parallel()
	file := annotated(t, Annotation{Records: [][]string{{"Ref", "Owner"}, nil, {"=1+1", ""}}, Problems: []report.Problem{problemAt("", "B3")}})
	sheet := file.GetSheetName(0)
	text, err := file.GetCellValue(sheet, "A3")
	require.NoError(t, err)
	assert.Equal(t, "=1+1", text, "text stays text")
	comments, err := file.GetComments(sheet)
	require.NoError(t, err)
	require.Len(t, comments, 1)
	assert.Equal(t, "B3", comments[0].Cell)
}

// TestAnnotateWorkbookOfAPack: the workbook of a pack, which can be a master, has parts that other masters lack.
func TestAnnotateWorkbookOfAPack(t *testing.T) {
	t.Parallel()
	pack, words := samplePack(t)
	var out bytes.Buffer
	sheet := arranged(pack, words).page(idRecommendations).on.name
	ending, err := Annotate(&out, Annotation{Workbook: written(t, pack, words), Problems: []report.Problem{problemAt(sheet, "B9")}}, words)
	require.NoError(t, err)
	broken, err := excelrules.Broken("copy"+ending, out.Bytes())
	require.NoError(t, err)
	assert.Empty(t, broken)
}
