package inplace_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report/master"
	"boardpack/report/reporttest/pace"
	"boardpack/report/round/inplace"
)

// staleBook is a workbook of the sheets S, T and "U's" in which B3 of S is changed; S has the Excel table Tracker at A1:C9. The formula is
// in E3 of a sheet.
func staleBook(sheet int, formula, attributes string) map[string]string {
	cell := fmt.Sprintf(`<sheetData><row r="3"><c r="E3" t="str"><f%s>%s</f><v>old</v></c></row></sheetData>`, attributes, strings.NewReplacer("&", "&amp;", "<", "&lt;").Replace(formula))
	sheets := []string{`<sheetData/>`, `<sheetData/>`, `<sheetData/>`}
	sheets[sheet] = cell
	parts := plainParts(worksheet(sheets[0] + `<tableParts count="1"><tablePart r:id="rId1"/></tableParts>`))
	parts["xl/worksheets/_rels/sheet1.xml.rels"] = relations(`<Relationship Id="rId1" Type="` + relSpace + `/table" Target="../tables/t.xml"/>`)
	parts["xl/tables/t.xml"] = `<table xmlns="` + mainSpace + `" displayName="Tracker" ref="A1:C9"><tableColumns count="3"><tableColumn id="1" name="Ref"/><tableColumn id="2" name="A [b]"/><tableColumn id="3" name="Done"/></tableColumns></table>`
	parts["xl/worksheets/sheet2.xml"], parts["xl/worksheets/sheet3.xml"] = worksheet(sheets[1]), worksheet(sheets[2])
	parts["xl/_rels/workbook.xml.rels"] = strings.Replace(parts["xl/_rels/workbook.xml.rels"], "</Relationships>",
		`<Relationship Id="rId8" Type="`+relSpace+`/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="rId9" Type="`+relSpace+`/worksheet" Target="worksheets/sheet3.xml"/></Relationships>`, 1)
	parts[bookPart] = `<workbook xmlns="` + mainSpace + `" xmlns:r="` + relSpace + `"><sheets><sheet name="S" sheetId="1" r:id="rId1"/><sheet name="T" sheetId="2" r:id="rId8"/><sheet name="U's" sheetId="3" r:id="rId9"/></sheets>` +
		`<definedNames><definedName name="States">S!$B$1:$B$9</definedName><definedName name="Other">S!$C$1:$C$9</definedName><definedName name="Beside">S!B1</definedName>` +
		`<definedName name="Local" localSheetId="1">S!$B$3</definedName><definedName name="Twice">States</definedName><definedName name="Round">Round</definedName></definedNames></workbook>`
	return parts
}

// TestStale changes S!B3, and asks whether the saved result of a formula in E3 is taken out.
func TestStale(t *testing.T) {
	t.Parallel()
	pace.OneByOne(t)
	for _, c := range []struct {
		sheet   int
		formula string
		stale   bool
	}{
		{0, "B3", true}, {0, "B2", false}, {0, "B4", false}, {0, "A3", false}, {0, "C3", false}, {0, "$B$3&\"x\"", true}, {0, "b3", true},
		{0, "SUM(A1:C9)", true}, {0, "SUM(C9:A1)", true}, {0, "SUM(A1:A9)", false}, {0, "SUM(B:B)", true}, {0, "SUM($C:D)", false}, {0, "SUM(3:3)", true}, {0, "SUM(4:$9)", false},
		{0, "COUNTIF(A:B,\"x\")", true}, {0, "\"B3\"", false}, {0, "\"a\"\"B3\"&A1", false}, {0, "TODAY()", false}, {0, "LOG10(A1)", false}, {0, "1+B30+BB3+B33", false},
		{1, "B3", false}, {1, "S!B3", true}, {1, "s!$B$3", true}, {1, "'S'!B3", true}, {1, "T!B3", false}, {1, "'U''s'!B3", false}, {2, "S!B2:B4", true},
		{1, "SUM(S:T!B3)", true}, {1, "SUM('S:U''s'!B3)", true}, {1, "SUM('T:U''s'!B3)", false}, {1, "[1]S!B3", false}, {1, "'[1]S'!B3", false}, {1, "[0]!States", true}, {1, "Gone!B3", false},
		{1, "SUM(States)", true}, {1, "SUM(other)", false}, {1, "Beside", true}, {1, "Local", true}, {0, "Local", false}, {2, "T!Local", true}, {1, "Twice", true}, {1, "Round", true}, {1, "Unknown", false},
		{1, "Tracker", true}, {1, "Tracker[A '[b']]", true}, {1, "Tracker[Ref]", false}, {1, "COUNTA(Tracker[[Ref]:[Done]])", true}, {1, "Tracker[[#All],[Done]]", false}, {1, "Tracker[#All]", true}, {1, "Elsewhere[Ref]", true},
		{0, "Tracker[[#This Row],[A '[b']]]", true}, {0, "IF(Tracker[[#This Row],[Done]]<>\"\",1,2)", false}, {0, "Tracker[#This Row]", true},
		{1, "INDIRECT(\"S!B\"&3)", true}, {1, "OFFSET(S!A1,2,1)", true}, {1, "SUM(A1:INDEX(A:A,5))", true}, {1, "_xlfn.ANCHORARRAY(A1)", true}, {1, "A1#", true}, {1, "S!#REF!", false}, {1, "#N/A+A1", false},
		{1, "_xlfn.LET(_xlpm.x,S!B3,_xlpm.x)", true}, {1, "_xlfn.LAMBDA(_xlpm.x,_xlpm.x+1)(A1)", false}, {0, "IF(A1=\"", true}, {0, "{1,2;3,4}", false}, {0, "-A1%", false}, {0, "(A1,B3) A1:C3", true},
	} {
		sheets := []string{"S", "T", "U's"}
		data := archive(t, staleBook(c.sheet, c.formula, ""))
		w := changed(t, data, "S", edit{"B3", inplace.Text("x")})
		name := sheets[c.sheet] + ": " + c.formula
		if assert.Equal(t, c.stale, len(w.Recalculated) == 1, name); !c.stale {
			same(t, data, w.Data, sheetPart)
			continue
		}
		changedParts := []string{sheetPart, "xl/worksheets/sheet2.xml", "xl/worksheets/sheet3.xml"}
		same(t, data, w.Data, sheetPart, changedParts[c.sheet], bookPart)
		part := partOf(t, w.Data, changedParts[c.sheet])
		assert.Contains(t, part, `<c r="E3"><f>`, name)
		assert.NotContains(t, part, "old", name)
		assert.Contains(t, partOf(t, w.Data, bookPart), `</definedNames><calcPr fullCalcOnLoad="1"/></workbook>`)
	}
}

// TestStaleChains follows formulas that look at formulas, in both directions and over sheets, shared ones with what each cell looks at, and
// cells that a formula elsewhere fills.
func TestStaleChains(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, before, after string }{
		{"upwards and downwards", `<row r="1"><c r="A1"><f>A2</f><v>1</v></c></row><row r="2"><c r="A2"><f>A3</f><v>1</v></c></row><row r="3"><c r="A3"><f>B3</f><v>1</v></c><c r="B3"><v>1</v></c></row><row r="4"><c r="A4"><f>A1</f><v>1</v></c><c r="B4"><f>C4</f><v>1</v></c></row>`,
			`<row r="1"><c r="A1"><f>A2</f></c></row><row r="2"><c r="A2"><f>A3</f></c></row><row r="3"><c r="A3"><f>B3</f></c><c r="B3"><v>2</v></c></row><row r="4"><c r="A4"><f>A1</f></c><c r="B4"><f>C4</f><v>1</v></c></row>`},
		{"shared", `<row r="2"><c r="A2"><f t="shared" ref="A2:A4" si="0">B2+$C2</f><v>1</v></c></row><row r="3"><c r="A3"><f t="shared" si="0"/><v>1</v></c><c r="B3"><v>1</v></c></row><row r="4"><c r="A4"><f t="shared" si="0"/><v>1</v></c></row>`,
			`<row r="2"><c r="A2"><f t="shared" ref="A2:A4" si="0">B2+$C2</f><v>1</v></c></row><row r="3"><c r="A3"><f t="shared" si="0"/></c><c r="B3"><v>2</v></c></row><row r="4"><c r="A4"><f t="shared" si="0"/><v>1</v></c></row>`},
		{"shared running total", `<row r="2"><c r="A2"><f t="shared" ref="A2:A4" si="0">SUM(B$2:B2)</f><v>1</v></c></row><row r="3"><c r="A3"><f t="shared" si="0"/><v>1</v></c><c r="B3"><v>1</v></c></row><row r="4"><c r="A4"><f t="shared" si="0"/><v>1</v></c></row>`,
			`<row r="2"><c r="A2"><f t="shared" ref="A2:A4" si="0">SUM(B$2:B2)</f><v>1</v></c></row><row r="3"><c r="A3"><f t="shared" si="0"/></c><c r="B3"><v>2</v></c></row><row r="4"><c r="A4"><f t="shared" si="0"/></c></row>`},
		{"shared without its text", `<row r="3"><c r="A3"><f t="shared" si="4"/><v>1</v></c></row>`, `<row r="3"><c r="A3"><f t="shared" si="4"/></c><c r="B3"><v>2</v></c></row>`},
		{"array", `<row r="3"><c r="B3"><v>1</v></c><c r="D3" t="str"><f t="array" ref="D3:E4">B3:C4</f><v>1</v></c><c r="E3"><v>1</v></c><c r="F3"><f>E4</f><v>1</v></c><c r="G3"><f>E5</f><v>1</v></c></row><row r="4"><c r="D4" t="e"><v>#N/A</v></c><c r="E4" s="1"><v>1</v></c></row>`,
			`<row r="3"><c r="B3"><v>2</v></c><c r="D3"><f t="array" ref="D3:E4">B3:C4</f></c><c r="E3"></c><c r="F3"><f>E4</f></c><c r="G3"><f>E5</f><v>1</v></c></row><row r="4"><c r="D4"></c><c r="E4" s="1"></c></row>`},
		{"table of data", `<row r="3"><c r="B3"><v>1</v></c></row><row r="4"><c r="F4"><f t="dataTable" ref="F4:F5" dt2D="0" r1="B3"/><v>1</v></c></row><row r="5"><c r="F5"><v>1</v></c><c r="H5"><f t="dataTable" ref="H5:H5" r1="C3"/><v>1</v></c></row>`,
			`<row r="3"><c r="B3"><v>2</v></c></row><row r="4"><c r="F4"><f t="dataTable" ref="F4:F5" dt2D="0" r1="B3"/></c></row><row r="5"><c r="F5"></c><c r="H5"><f t="dataTable" ref="H5:H5" r1="C3"/><v>1</v></c></row>`},
		{"results of every kind", `<row r="3"><c r="A3" t="b"><f>B3</f><v>1</v></c><c r="C3" t="e"><f>B3</f><v>#N/A</v></c><c r="D3" t="str"><f>B3</f><v></v></c><c r="E3" t="str"><f>B3</f><v/></c><c r="F3"><f>B3</f></c><c r="G3" vm="1" t="e"><f>B3</f><v>#VALUE!</v></c><c r="H3" cm="1"><v>1</v><f>B3</f></c><c r="I3" t="inlineStr"><f>B3</f><is><t>1</t></is></c></row>`,
			`<row r="3"><c r="A3"><f>B3</f></c><c r="B3"><v>2</v></c><c r="C3"><f>B3</f></c><c r="D3"><f>B3</f></c><c r="E3"><f>B3</f></c><c r="F3"><f>B3</f></c><c r="G3" vm="1" t="e"><f>B3</f><v>#VALUE!</v></c><c r="H3" cm="1"><f>B3</f></c><c r="I3"><f>B3</f></c></row>`},
		{"its own cell", `<row r="1"><c r="A1"><f>A1+1</f><v>1</v></c></row>`, `<row r="1"><c r="A1"><f>A1+1</f><v>1</v></c></row><row r="3"><c r="B3"><v>2</v></c></row>`},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := changed(t, archive(t, plainParts(worksheet(`<sheetData>`+c.before+`</sheetData>`))), "S", edit{"B3", inplace.Number(2)})
			assert.Equal(t, worksheet(`<sheetData>`+c.after+`</sheetData>`), partOf(t, w.Data, sheetPart))
		})
	}
}

// TestLongChains takes a chain that runs upwards for longer than it is followed to depend on its end.
func TestLongChains(t *testing.T) {
	t.Parallel()
	var rows strings.Builder
	for n := 1; n <= 300; n++ {
		fmt.Fprintf(&rows, `<row r="%d"><c r="A%d"><f>A%d</f><v>1</v></c></row>`, n, n, n+1)
	}
	w := changed(t, archive(t, plainParts(worksheet(`<sheetData>`+rows.String()+`</sheetData>`))), "S", edit{"A301", inplace.Number(2)})
	assert.Len(t, w.Recalculated, 300)
}

// TestRecalculate puts the wish to work everything out where it belongs, whatever stands there.
func TestRecalculate(t *testing.T) {
	t.Parallel()
	sheet := worksheet(`<sheetData><row r="1"><c r="A1"><f>B1</f><v>1</v></c></row></sheetData>`)
	const sheets = `<sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets>`
	for before, after := range map[string]string{
		sheets: sheets + `<calcPr fullCalcOnLoad="1"/>`,
		sheets + `<calcPr calcId="191029" calcMode="manual"/><pivotCaches/>`:                                      sheets + `<calcPr calcId="191029" calcMode="manual" fullCalcOnLoad="1"/><pivotCaches/>`,
		sheets + `<calcPr fullCalcOnLoad='0' calcId="1"></calcPr>`:                                                sheets + `<calcPr fullCalcOnLoad='1' calcId="1"></calcPr>`,
		sheets + `<calcPr fullCalcOnLoad="true"/>`:                                                                sheets + `<calcPr fullCalcOnLoad="true"/>`,
		sheets + `<definedNames><definedName name="x">1</definedName></definedNames><oleSize ref="A1"/><extLst/>`: sheets + `<definedNames><definedName name="x">1</definedName></definedNames><calcPr fullCalcOnLoad="1"/><oleSize ref="A1"/><extLst/>`,
	} {
		parts := plainParts(sheet)
		book := func(inside string) string {
			return `<?xml version="1.0"?><workbook xmlns="` + mainSpace + `" xmlns:r="` + relSpace + `">` + inside + `</workbook>`
		}
		parts[bookPart] = book(before)
		w := changed(t, archive(t, parts), "S", edit{"B1", inplace.Number(2)})
		assert.Equal(t, book(after), partOf(t, w.Data, bookPart))
	}
}

// TestStatusByFormula is the case that showed why: a status worked out of the date of completion counted as it was before.
func TestStatusByFormula(t *testing.T) {
	t.Parallel()
	o := options(t)
	parts := plainParts(worksheet(`<sheetData><row r="1">` + texts(1, "Ref", "Theme", "Recommendation", "Status", "Completed") + `</row><row r="2">` + texts(2, "1", "Training", "Train the officers") +
		`<c r="D2" t="str"><f>IF(E2&lt;&gt;"","Complete","In progress")</f><v>In progress</v></c></row></sheetData>`))
	data := archive(t, parts)
	w := changed(t, data, "S", edit{"E2", inplace.Day(o.Month.LastDay())})
	register, err := master.ReadBytes("m.xlsx", w.Data, o)
	require.NoError(t, err)
	assert.Equal(t, "complete", string(register.Recommendations[0].State))
}

// texts makes cells of a row from column A on.
func texts(row int, words ...string) string {
	var out strings.Builder
	for i, word := range words {
		fmt.Fprintf(&out, `<c r="%c%d" t="inlineStr"><is><t>%s</t></is></c>`, 'A'+i, row, word)
	}
	return out.String()
}
