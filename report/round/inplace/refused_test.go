package inplace_test

import (
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"boardpack/report/dates"
	"boardpack/report/master"
	"boardpack/report/round/inplace"
)

// TestRefused asks for cells on both sides of each boundary of what may be written.
func TestRefused(t *testing.T) {
	t.Parallel()
	parts := plainParts(worksheet(`<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>A1</f><v>1</v></c><c r="C1" cm="1"><v>1</v></c><c r="D1" vm="1"><v>1</v></c>` +
		`<c r="E1"><v>1</v><extLst/></c><c r="F1"><f t="array" ref="F1:G2">A1:B2</f><v>1</v></c><c r="G1"><v>1</v></c></row>` +
		`<row r="2"><c r="F2"><v>1</v></c><c r="B2"/></row></sheetData><mergeCells count="2"><mergeCell ref="B4:D5"/><mergeCell ref="F9"/></mergeCells>`))
	parts[sheetPart] = strings.Replace(parts[sheetPart], `<c r="F2"><v>1</v></c><c r="B2"/>`, `<c r="B2"/><c r="F2"><v>1</v></c>`, 1)
	m, err := inplace.Open("m.xlsx", archive(t, parts), master.Options{})
	require.NoError(t, err)
	for cell, want := range map[string]inplace.Code{
		"A1": "", "B1": inplace.Formula, "C1": inplace.RichValue, "D1": inplace.RichValue, "E1": inplace.OddCell,
		"F1": inplace.Formula, "G1": inplace.Array, "F2": inplace.Array, "G2": inplace.Array, "F3": "", "H1": "", "E2": "",
		"A4": "", "B3": "", "B4": "", "C4": inplace.Merged, "D5": inplace.Merged, "B5": inplace.Merged, "E5": "", "B6": "", "F9": "",
		"XFD1048576": "", "XFE1": inplace.NoCell, "A1048577": inplace.NoCell, "A0": inplace.NoCell, "": inplace.NoCell, "A": inplace.NoCell,
	} {
		assert.Equal(t, want, codeOf(t, m.CanSet("S", cell)), cell)
	}
	assert.Equal(t, inplace.NoSheet, codeOf(t, m.CanSet("T", "A1")))
	assert.EqualError(t, m.CanSet("S", "C4"), "m.xlsx: S!C4: the cell is merged with B4, which holds the value of both: unmerge the cells in Excel, or change B4")
	assert.EqualError(t, m.CanSet("S", "G2"), "m.xlsx: S!G2: the formula in F1 fills this cell: change what that formula uses")
	assert.EqualError(t, m.CanSet("T", "A1"), "m.xlsx: T: there is no sheet with this name: check its name")

	pair := "😀" // two of Excel's characters
	for name, c := range map[string]struct {
		value inplace.Value
		want  inplace.Code
	}{
		"longest":       {inplace.Text(strings.Repeat("é", 32_767)), ""},
		"too long":      {inplace.Text(strings.Repeat("é", 32_768)), inplace.TooLong},
		"longest pairs": {inplace.Text(strings.Repeat(pair, 16_383) + "x"), ""},
		"too long pair": {inplace.Text(strings.Repeat(pair, 16_384)), inplace.TooLong},
		"first day":     {inplace.Day(dates.NewDate(1900, 1, 1)), ""},
		"too early":     {inplace.Day(dates.NewDate(1899, 12, 31)), inplace.TooEarly},
		"not a number":  {inplace.Number(math.NaN()), inplace.NotANumber},
		"endless":       {inplace.Number(math.Inf(1)), inplace.NotANumber},
		"largest":       {inplace.Number(math.MaxFloat64), ""},
	} {
		assert.Equal(t, c.want, codeOf(t, m.Set("S", "A1", c.value)), name)
	}
	assert.Equal(t, inplace.Formula, codeOf(t, m.Set("S", "B1", inplace.Empty())))
}

// TestRefusedFrames refuses the headings and totals of an Excel table and what a pivot table fills, and nothing beside them.
func TestRefusedFrames(t *testing.T) {
	t.Parallel()
	data := workbook(t, func(f *excelize.File) {
		for r := range 6 {
			require.NoError(t, f.SetSheetRow("Sheet1", "B"+string(rune('2'+r)), &[]any{"a" + string(rune('0'+r)), r, r}))
		}
		require.NoError(t, f.SetSheetRow("Sheet1", "B2", &[]any{"Ref", "N", "M"}))
		require.NoError(t, f.AddTable("Sheet1", &excelize.Table{Range: "B2:D7", Name: "Tracker"}))
		require.NoError(t, f.AddPivotTable(&excelize.PivotTableOptions{DataRange: "Sheet1!B2:D7", PivotTableRange: "Sheet1!H2:J9",
			Rows: []excelize.PivotTableField{{Data: "Ref"}}, Data: []excelize.PivotTableField{{Data: "N"}}}))
	})
	m, err := inplace.Open("m.xlsx", data, master.Options{})
	require.NoError(t, err)
	for cell, want := range map[string]inplace.Code{
		"B2": inplace.TableHead, "D2": inplace.TableHead, "B3": "", "D7": "", "B8": "", "A2": "", "E2": "", "B1": "",
		"H2": inplace.Pivot, "G2": "", "H1": "",
	} {
		assert.Equal(t, want, codeOf(t, m.CanSet("Sheet1", cell)), cell)
	}
	assert.EqualError(t, m.CanSet("Sheet1", "B2"), "m.xlsx: Sheet1!B2: the cell is a heading or a total of the Excel table Tracker: change it in Excel")
	require.NoError(t, m.Set("Sheet1", "C3", inplace.Number(1)))
	w, err := m.Write()
	require.NoError(t, err)
	assert.True(t, w.Pivots)

	totals := plainParts(worksheet(`<sheetData/><tableParts count="1"><tablePart r:id="rId1"/></tableParts>`))
	totals["xl/worksheets/_rels/sheet1.xml.rels"] = relations(`<Relationship Id="rId1" Type="` + relSpace + `/table" Target="../tables/t.xml"/>`)
	totals["xl/tables/t.xml"] = `<table xmlns="` + mainSpace + `" displayName="T" ref="A1:B4" headerRowCount="0" totalsRowCount="1"><tableColumns count="2"><tableColumn id="1" name="x"/><tableColumn id="2" name="y"/></tableColumns></table>`
	m, err = inplace.Open("m.xlsx", archive(t, totals), master.Options{})
	require.NoError(t, err)
	for cell, want := range map[string]inplace.Code{"A1": "", "A3": "", "A4": inplace.TableHead, "B4": inplace.TableHead, "C4": "", "A5": ""} {
		assert.Equal(t, want, codeOf(t, m.CanSet("S", cell)), cell)
	}
}

// TestRefusedFilters refuses the filters of a pivot table, which are above the cells that it says it fills.
func TestRefusedFilters(t *testing.T) {
	t.Parallel()
	for location, want := range map[string]map[string]inplace.Code{
		`ref="B5:C9" rowPageCount="2" colPageCount="1"`: {"B1": "", "B2": inplace.Pivot, "C3": inplace.Pivot, "D3": "", "A3": "", "B5": inplace.Pivot, "C9": inplace.Pivot, "B10": "", "D5": ""},
		`ref="B5:C9" rowPageCount="1" colPageCount="2"`: {"B2": "", "B3": inplace.Pivot, "F3": inplace.Pivot, "G3": "", "C9": inplace.Pivot},
		`ref="B5:C9"`: {"B1": "", "B2": inplace.Pivot, "C3": inplace.Pivot, "D3": ""},
		`ref="A1:C9" rowPageCount="1" colPageCount="-1"`: {"A1": inplace.Pivot, "D1": "", "C9": inplace.Pivot},
	} {
		parts := plainParts(worksheet(`<sheetData/>`))
		parts["xl/worksheets/_rels/sheet1.xml.rels"] = relations(`<Relationship Id="rId1" Type="` + relSpace + `/pivotTable" Target="../pivotTables/p.xml"/>`)
		parts["xl/pivotTables/p.xml"] = `<pivotTableDefinition xmlns="` + mainSpace + `"><location ` + location + ` firstHeaderRow="1" firstDataRow="2" firstDataCol="1"/><pageFields count="2"><pageField fld="0"/><pageField fld="1"/></pageFields></pivotTableDefinition>`
		m, err := inplace.Open("m.xlsx", archive(t, parts), master.Options{})
		require.NoError(t, err)
		for cell, code := range want {
			assert.Equal(t, code, codeOf(t, m.CanSet("S", cell)), "%s: %s", location, cell)
		}
	}
}

// TestRefusedFiles refuses signed workbooks and those with a password; a protected sheet, macros and their signature make no difference.
func TestRefusedFiles(t *testing.T) {
	t.Parallel()
	sheet := worksheet(`<sheetData/><sheetProtection sheet="1" password="CC1A"/>`)
	for name, c := range map[string]struct {
		change func(parts map[string]string)
		want   inplace.Code
	}{
		"protected": {func(map[string]string) {}, ""},
		"macros": {func(parts map[string]string) {
			parts["xl/vbaProject.bin"], parts["xl/vbaProjectSignature.bin"] = "x", "y"
		}, ""},
		"read-only advised": {func(parts map[string]string) {
			parts[bookPart] = strings.Replace(parts[bookPart], "<workbookPr/>", `<fileSharing readOnlyRecommended="1"/><workbookPr/><workbookProtection lockStructure="1"/>`, 1)
		}, ""},
		"signature": {func(parts map[string]string) { parts["_xmlsignatures/sig1.xml"] = "<x/>" }, inplace.Signed},
		"origin of signatures": {func(parts map[string]string) {
			parts["_rels/.rels"] = strings.Replace(parts["_rels/.rels"], "</Relationships>", `<Relationship Id="s" Type="http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin" Target="o.sigs"/></Relationships>`, 1)
		}, inplace.Signed},
	} {
		parts := plainParts(sheet)
		c.change(parts)
		data := archive(t, parts)
		m, err := inplace.Open("folder/m.xlsx", data, master.Options{})
		if assert.Equal(t, c.want, codeOf(t, err), name); err != nil {
			assert.EqualError(t, err, "m.xlsx: the workbook has a digital signature, which any change would break: make the changes in Excel and sign it again, or save an unsigned copy")
			continue
		}
		require.NoError(t, m.Set("S", "A1", inplace.Text("x")), name)
		w, err := m.Write()
		require.NoError(t, err, name)
		same(t, data, w.Data, sheetPart)
	}
	var locked strings.Builder
	f := excelize.NewFile()
	require.NoError(t, f.Write(&locked, excelize.Options{Password: "secret"}))
	for _, data := range []string{locked.String(), "", "%PDF-1.7", "PK\x03\x04"} {
		_, err := inplace.Open("m.xlsx", []byte(data), master.Options{})
		var unusable *master.Unusable
		require.ErrorAs(t, err, &unusable)
	}
}

// TestRefusedWords holds that each reason has words of its own.
func TestRefusedWords(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for _, code := range inplace.Codes() {
		words := (&inplace.Refused{File: "m.xlsx", Code: code}).Error()
		assert.False(t, seen[words], "%s: %s", code, words)
		seen[words] = true
		assert.Regexp(t, `^m\.xlsx: [a-z].+: .+[^.]$`, words)
	}
}
