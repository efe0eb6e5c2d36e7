package workbook

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report/excelrules"
	"boardpack/report/reporttest/pace"
)

// TestRulesOfExcel: what desktop Excel enforces, draws otherwise or changes, over every part of every kind of workbook.
func TestRulesOfExcel(t *testing.T) {
	t.Parallel()
	pace.OneByOne(t)
	books := conformanceBooks(t)
	for name, book := range partBooks(t) {
		books[name] = book
	}
	for name, book := range books {
		broken, err := excelrules.Broken("book.xlsx", book)
		require.NoError(t, err, name)
		for _, b := range broken {
			assert.Fail(t, b, name)
		}
	}
}

// TestBrokenRulesAreFound plants a fault for each rule in a workbook that breaks none.
func TestBrokenRulesAreFound(t *testing.T) {
	t.Parallel()
	pace.OneByOne(t)
	pack, words := samplePack(t)
	book := written(t, pack, words)
	sheet, table := partOf(t, book, idRecommendations)
	const chart = "xl/charts/chart1.xml"
	for _, c := range []struct{ rule, part, old, new string }{
		{"sound XML", sheet, "</sheetData>", "</sheetDato>"},
		{"types of parts", contentTypes, `<Override PartName="/xl/styles.xml"`, `<Override PartName="/xl/other.xml"`},
		{"relationships", "xl/_rels/workbook.xml.rels", "styles.xml", "stiles.xml"},
		{"the ending is that of the type", contentTypes, "spreadsheetml.sheet.main", "spreadsheetml.template.main"},
		{"names of sheets", "xl/workbook.xml", `<sheet name="`, `<sheet name="a/b`},
		{"authors are kept", "xl/workbook.xml", "<workbookPr", `<workbookPr filterPrivacy="1"`},
		{"defined names", "xl/workbook.xml", `<definedName name="`, `<definedName name="A1" >1</definedName><definedName name="`},
		{"one sheet is selected", sheet, "<sheetView ", `<sheetView tabSelected="1" `},
		{"colours", sheet, `<tabColor rgb="FF`, `<tabColor rgb="FFF`},
		{"formats", "xl/styles.xml", `fontId="1"`, `fontId="999"`},
		{"formulas", sheet, "<f>", "<f>SUMX("},
		{"formulas", sheet, "Recommendations[[#This Row],", "Nowhere[[#This Row],"},
		{"names of tables", table, `displayName="Recommendations"`, `displayName="R1C1"`},
		{"tables", table, ` name="Theme"`, ` name="Theme_x0041_"`},
		{"rows", sheet, `<row r="3"`, `<row r="1"`},
		{"cells", sheet, `<c r="B`, `<c r="A`},
		{"drop-down lists", sheet, `errorTitle="`, `errorTitle="` + strings.Repeat("x", 33)},
		{"drop-down lists", sheet, `<formula1>&#34;`, `<formula1>&#34;  x,`},
		{"heads and feet", sheet, "<oddHeader>", "<oddHeader>" + strings.Repeat("x", 256)},
		{"panes", sheet, `activePane="bottomRight"`, `activePane="topRight"`},
		{"no green triangles", sheet, `numberStoredAsText="1"`, ""},
		{"no green triangles", sheet, `listDataValidation="1"`, ""},
		{"order of elements", sheet, "</sheetData>", `</sheetData><sheetViews/>`},
		{"order of elements", chart, `<autoTitleDeleted val="0"/>`, `<plotVisOnly val="0"/><autoTitleDeleted val="0"/>`},
		{"rules of colours", sheet, `priority="2"`, `priority="1"`},
		{"charts", chart, `<crossAx val="2"/>`, `<crossAx val="3"/>`},
		{"charts", chart, `<dLblPos val="ctr"/>`, `<dLblPos val="outEnd"/>`},
		{"charts", chart, `<overlap val="100"/>`, ""},
		{"charts", chart, `<order val="1"/>`, `<order val="0"/>`},
		{"charts", chart, `<pt idx="0"><v>`, `<pt idx="0"><v>9`},
		{"drawings", "xl/drawings/drawing" + chartSheet(t, book) + ".xml", `<xdr:colOff>0<`, `<xdr:colOff>99999999<`},
	} {
		broken, err := excelrules.Broken("book.xlsx", replaceInPart(t, book, c.part, c.old, c.new))
		require.NoError(t, err)
		assert.True(t, slices.ContainsFunc(broken, func(b string) bool { return strings.HasPrefix(b, c.rule+",") }), "%s: %v", c.rule, broken)
	}
}

// partOf gives the parts of a sheet and of its table, by the sheet's id.
func partOf(t *testing.T, book []byte, id string) (sheet, table string) {
	pack, words := samplePack(t)
	n := 0
	for i, tab := range arranged(pack, words).tabs {
		for _, p := range tab.pages {
			if p.name != "" {
				n++
			}
			if p.id == id {
				return fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1), fmt.Sprintf("xl/tables/table%d.xml", n)
			}
		}
	}
	require.Fail(t, "no such sheet", id)
	return "", ""
}

// chartSheet is the number of the first sheet with a chart.
func chartSheet(t *testing.T, book []byte) string {
	for name, text := range unzipped(t, book) {
		if n, ok := strings.CutPrefix(name, "xl/drawings/drawing"); ok && strings.Contains(text, "c:chart") {
			return strings.TrimSuffix(n, ".xml")
		}
	}
	require.Fail(t, "no chart")
	return ""
}
