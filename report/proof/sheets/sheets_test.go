package sheets

import (
	"archive/zip"
	"bytes"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// small are the parts of a workbook of two sheets, the first with a table and a chart.
func small() map[string]string {
	return map[string]string{
		"xl/workbook.xml": `<workbook><sheets><sheet name="Themes &amp; all" sheetId="1" r:id="rId2"/><sheet name="Other" sheetId="2" r:id="rId1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" Target="worksheets/sheet2.xml"/>` +
			`<Relationship Id="rId2" Target="/xl/worksheets/sheet1.xml"/></Relationships>`,
		"xl/sharedStrings.xml": `<sst><si><t>Summary</t></si><si><r><t>in </t></r><r><rPr/><t xml:space="preserve">two</t></r></si><si><t>a &lt; b &amp;#x142;</t></si></sst>`,
		"xl/worksheets/sheet1.xml": `<worksheet><sheetData>` +
			`<row r="1"><c r="A1" t="s"><v>0</v></c></row>` +
			`<row r="2"><c r="A2" t="inlineStr"><is><t>A line.</t></is></c><c r="B2"><v>9</v></c></row>` +
			`<row r="4"><c r="A4" t="s"><v>1</v></c><c r="B4" t="str"><f>"N"</f><v>N</v></c><c r="C4" s="3"/></row>` +
			`<row r="5"><c r="A5" t="s"><v>2</v></c><c r="B5"><f>SUM(D1:D2)</f><v>17</v></c><c r="D5" t="str"><v>beside</v></c></row>` +
			`<row r="6"><c r="C6"><v>45199</v></c></row>` +
			`<row r="9"><c r="A9" t="str"><v>below</v></c></row>` +
			`</sheetData><headerFooter><oddHeader>&amp;L&amp;BTitle &amp;&amp; more&amp;R1</oddHeader><oddFooter>&amp;COfficial</oddFooter></headerFooter></worksheet>`,
		"xl/worksheets/_rels/sheet1.xml.rels": `<Relationships><Relationship Id="rId1" Target="../tables/table1.xml"/><Relationship Id="rId2" Target="../drawings/drawing1.xml"/></Relationships>`,
		"xl/worksheets/sheet2.xml":            `<worksheet><sheetData/></worksheet>`,
		"xl/tables/table1.xml": `<table id="1" name="x" displayName="themes" ref="A4:C6"><tableColumns count="3"><tableColumn id="1" name="Theme"/>` +
			`<tableColumn id="2" name="In &amp; out"/><tableColumn id="3" name="Day"></tableColumn></tableColumns></table>`,
		"xl/charts/chart1.xml": `<c:chartSpace><c:chart><c:title><c:tx><c:f>'No series'!$A$1</c:f></c:tx></c:title>` +
			`<c:ser><c:tx><c:strRef><c:f>'Themes &amp; all'!$B$4</c:f></c:strRef></c:tx><c:cat><c:strRef><c:f>'Themes &amp; all'!$A$5:$A$6</c:f></c:strRef></c:cat>` +
			`<c:val><c:numRef><c:f>'Themes &amp; all'!$B$5:$B$6</c:f></c:numRef></c:val></c:ser></c:chart></c:chartSpace>`,
	}
}

// packed makes a workbook of the parts.
func packed(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		part, err := w.Create(name)
		require.NoError(t, err)
		_, err = part.Write([]byte(parts[name]))
		require.NoError(t, err)
	}
	require.NoError(t, w.Close())
	return out.Bytes()
}

func TestRead(t *testing.T) {
	t.Parallel()
	book, err := Read(packed(t, small()))
	require.NoError(t, err)
	require.Len(t, book.Sheets, 2)
	first, table := book.Sheets[0], book.Tables["themes"]
	assert.Equal(t, []string{"Themes & all", "Other"}, []string{first.Name, book.Sheets[1].Name}, "in the workbook's order")
	require.NotNil(t, table)
	assert.Equal(t, []string{"Theme", "In & out", "Day"}, table.Headings)
	assert.Equal(t, [][]string{{"a < b &#x142;", "17", ""}, {"", "", "45199"}}, table.Rows, "values as stored, also of formulas")
	assert.Equal(t, []*Table{table}, first.Tables)
	assert.Contains(t, strings.Join(first.Lines(0), "|"), "A line.|9", "all cells above the table")
	assert.Equal(t, []string{"below"}, first.Lines(1))
	assert.Empty(t, book.Sheets[1].Lines(0))
	assert.Equal(t, []Cell{{"Themes & all!D5", "beside"}}, first.Beside())
	assert.Equal(t, Edge{Left: "Title & more", Right: "1"}, first.Header)
	assert.Equal(t, Edge{Centre: "Official"}, first.Footer)
	assert.Equal(t, "Themes & all!B6", table.Place(1, 1))
	for cell, want := range map[string]string{"A4": "in two", "B4": "N", "$B$5": "17", "C4": "", "Z99": "", "A": "", "4": ""} {
		assert.Equal(t, want, first.Cell(cell), cell)
	}
	assert.Equal(t, []Chart{{Series: []Series{{Name: "'Themes & all'!$B$4", Labels: "'Themes & all'!$A$5:$A$6", Values: "'Themes & all'!$B$5:$B$6"}}}}, book.Charts)
}

// TestTableOfShortRows: a table has as many cells in each row as it has columns, also where the sheet's rows end before it or are not there.
func TestTableOfShortRows(t *testing.T) {
	t.Parallel()
	parts := small()
	parts["xl/worksheets/sheet1.xml"] = strings.Replace(parts["xl/worksheets/sheet1.xml"], `"C6"`, `"A6"`, 1)
	parts["xl/tables/table1.xml"] = strings.Replace(parts["xl/tables/table1.xml"], "A4:C6", "B4:D7", 1)
	book, err := Read(packed(t, parts))
	require.NoError(t, err)
	table := book.Tables["themes"]
	assert.Equal(t, []string{"N", "", ""}, table.Heads)
	assert.Equal(t, [][]string{{"17", "", "beside"}, {"", "", ""}, {"", "", ""}}, table.Rows)
	assert.Equal(t, 3, cap(table.Rows[0]), "the cells beside it are none of its own")
}

func TestColumnOfAReference(t *testing.T) {
	t.Parallel()
	book, err := Read(packed(t, small()))
	require.NoError(t, err)
	table := book.Tables["themes"]
	for _, c := range []struct {
		reference, heading string
		whole, ok          bool
	}{
		{"'Themes & all'!$B$5:$B$6", "In & out", true, true},
		{"'Themes & all'!$A$5", "Theme", true, true},
		{"'Themes & all'!$B$4", "In & out", false, true}, // the heading cell
		{"'Themes & all'!$B$5:$C$6", "", false, false},   // two columns
		{"'Themes & all'!$D$5:$D$6", "", false, false},   // beside the table
		{"Other!$B$5:$B$6", "", false, false},
		{"'Themes & all!'!$B$5:$B$6", "", false, false}, // another sheet, whose name has that sign
		{"$B$5:$B$6", "", false, false},
		{"'Themes & all'!B", "", false, false},
	} {
		heading, whole, ok := table.Column(c.reference)
		assert.Equal(t, []any{c.heading, c.whole, c.ok}, []any{heading, whole, ok}, c.reference)
	}
}

// TestReadRefuses: what the packs are not made of is an error, and says where it is.
func TestReadRefuses(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, part, from, to, want string }{
		{"no workbook", "xl/workbook.xml", "", "", "the workbook lacks the part xl/workbook.xml"},
		{"a sheet that is not there", "xl/worksheets/sheet2.xml", "", "", "the workbook lacks the part xl/worksheets/sheet2.xml"},
		{"a table that is not there", "xl/tables/table1.xml", "", "", "sheet Themes & all: the workbook lacks the part xl/tables/table1.xml"},
		{"a text that there is not", "xl/worksheets/sheet1.xml", `t="s"><v>2<`, `t="s"><v>3<`, "sheet Themes & all: cell A5 names a text that there is not"},
		{"a text below zero", "xl/worksheets/sheet1.xml", `t="s"><v>2<`, `t="s"><v>-1<`, "sheet Themes & all: cell A5 names a text that there is not"},
		{"no texts", "xl/sharedStrings.xml", "", "", "sheet Themes & all: cell A1 names a text that there is not"},
		{"a cell without a column", "xl/worksheets/sheet1.xml", `r="B5"`, `r="5"`, `sheet Themes & all: "5" is no cell`},
		{"a cell of another row", "xl/worksheets/sheet1.xml", `r="B5"`, `r="B6"`, `sheet Themes & all: cell B6 is among those of row 5`},
		{"a cell beyond the last column", "xl/worksheets/sheet1.xml", `r="B5"`, `r="XFE5"`, `sheet Themes & all: "XFE5" is no cell`},
		{"a cell beyond the last row", "xl/worksheets/sheet1.xml", `r="B5"`, `r="B1048577"`, `sheet Themes & all: "B1048577" is no cell`},
		{"two tables", "xl/worksheets/_rels/sheet1.xml.rels", `</Relationships>`, `<Relationship Id="rId3" Target="../tables/table1.xml"/></Relationships>`, "sheet Themes & all: two of its tables are in the same rows"},
		{"a cell that has not begun", "xl/worksheets/sheet1.xml", `<v>17</v></c>`, `<v>17</v></c></c>`, "sheet Themes & all: a cell ends that has not begun"},
		{"rows of one far cell each", "xl/worksheets/sheet1.xml", `</sheetData>`, strings.Repeat(`<row r="9"><c r="XFD9"><v>1</v></c></row>`, 9) + `</sheetData>`, "sheet Themes & all: its cells lie too far apart"},
		{"a part that is a bomb", "xl/worksheets/sheet1.xml", `</sheetData>`, strings.Repeat(" ", minUnpacked) + `</sheetData>`, "it unpacks to more than a workbook of a pack does"},
		{"a cell without a row", "xl/worksheets/sheet1.xml", `r="B5"`, `r="B0"`, `sheet Themes & all: "B0" is no cell`},
		{"more headings than columns", "xl/tables/table1.xml", "A4:C6", "A4:B6", "sheet Themes & all: table themes has not as many headings as columns"},
		{"a column without its table", "xl/tables/table1.xml", `<table id="1" name="x" displayName="themes" ref="A4:C6"><tableColumns count="3"><tableColumn id="1" name="Theme"/>` +
			`<tableColumn id="2" name="In &amp; out"/><tableColumn id="3" name="Day"></tableColumn></tableColumns></table>`, `<tableColumn name="x"/>`, "sheet Themes & all: a part that should be a table is none"},
		{"a table's part that holds none", "xl/tables/table1.xml", `<table id`, `<list id`, "sheet Themes & all: a part that should be a table is none"},
		{"a table without a place", "xl/tables/table1.xml", "A4:C6", "", `sheet Themes & all: "" is no cell`},
	} {
		t.Run(c.name, func(t *testing.T) {
			parts := small()
			if c.from == "" {
				delete(parts, c.part)
			} else {
				require.Contains(t, parts[c.part], c.from)
				parts[c.part] = strings.Replace(parts[c.part], c.from, c.to, 1)
			}
			_, err := Read(packed(t, parts))
			assert.EqualError(t, err, c.want)
		})
	}
	_, err := Read([]byte("no archive"))
	assert.ErrorContains(t, err, "it is no workbook")
}

// TestReadComparesChecksums: a part that is not what was packed is no part.
func TestReadComparesChecksums(t *testing.T) {
	t.Parallel()
	data := packed(t, map[string]string{"xl/workbook.xml": "<workbook/>"})
	at := bytes.Index(data, []byte("PK\x07\x08"))
	require.Positive(t, at)
	sum := bytes.Index(data, []byte("PK\x01\x02"))
	data[sum+16] ^= 1 // the checksum of the directory
	_, err := Read(data)
	assert.ErrorContains(t, err, "the part xl/workbook.xml")
}

func TestPlaces(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]place{"A1": {1, 1}, "Z9": {9, 26}, "AA10": {10, 27}, "XFD1048576": {1048576, 16384}} {
		p, err := parseCell(name)
		require.NoError(t, err)
		assert.Equal(t, want, p)
		assert.Equal(t, name, p.String())
	}
}

// FuzzRead holds that no part, however damaged, stops the program.
func FuzzRead(f *testing.F) {
	for name, part := range small() {
		f.Add(name, part)
	}
	f.Fuzz(func(t *testing.T, name, part string) {
		parts := small()
		if _, ok := parts[name]; !ok {
			return
		}
		parts[name] = part
		if book, err := Read(packed(t, parts)); err != nil {
			assert.Nil(t, book)
		}
	})
}
