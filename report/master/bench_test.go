package master

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"testing"

	"boardpack/report/ooxml"

	"github.com/stretchr/testify/require"
)

// large makes a master of many rows and 20 columns, its texts shared as Excel shares them or in the cells.
func large(t testing.TB, rows int, shared bool) []byte {
	t.Helper()
	headings := []string{"Ref", "Source", "Heading", "Theme", "Recommendation", "Response", "Owner", "Scope", "Priority", "Status",
		"Sign-off", "Due as written", "Original due", "Due", "Reason for change", "Completed", "Updated", "Progress note", "Evidence", "Board"}
	same := map[int]string{1: "Review 2023", 2: "Training", 3: "Training", 6: "Head of custody", 7: "force", 8: "High", 9: "In progress", 10: "asked", 11: "Autumn 2023", 19: "Gold"}
	var sheet, texts bytes.Buffer
	count := 0
	cell := func(s string) string {
		if !shared {
			return `t="inlineStr"><is><t>` + s + `</t></is></c>`
		}
		fmt.Fprintf(&texts, `<si><t>%s</t></si>`, s)
		count++
		return fmt.Sprintf(`t="s"><v>%d</v></c>`, count-1)
	}
	sheet.WriteString(`<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>`)
	for r := 0; r <= rows; r++ {
		fmt.Fprintf(&sheet, `<row r="%d">`, r+1)
		for c, heading := range headings {
			fmt.Fprintf(&sheet, `<c r="%s" `, ooxml.CellName(c+1, r+1))
			switch {
			case r == 0:
				sheet.WriteString(cell(heading))
			case c >= 12 && c <= 16 && c != 14:
				fmt.Fprintf(&sheet, `s="1"><v>%d</v></c>`, 45000+r%300)
			case same[c] != "":
				sheet.WriteString(cell(same[c]))
			default:
				sheet.WriteString(cell(fmt.Sprintf("%s of row %d", heading, r)))
			}
		}
		sheet.WriteString(`</row>`)
	}
	sheet.WriteString(`</sheetData></worksheet>`)
	parts := plainParts()
	parts["xl/worksheets/sheet1.xml"] = sheet.String()
	parts["xl/sharedStrings.xml"] = `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` + texts.String() + `</sst>`
	return archive(t, parts)
}

// plainParts are the parts of a small workbook of one sheet, to put others in or spoil.
func plainParts() map[string]string {
	const main = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`
	const rels = `http://schemas.openxmlformats.org/officeDocument/2006/relationships`
	const pack = `xmlns="http://schemas.openxmlformats.org/package/2006/relationships"`
	return map[string]string{
		"[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>` +
			`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
			`<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>` +
			`<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>` +
			`<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>` +
			`<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>`,
		"_rels/.rels":     `<Relationships ` + pack + `><Relationship Id="rId1" Type="` + rels + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml": `<workbook ` + main + ` xmlns:r="` + rels + `"><sheets><sheet name="Recommendations" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships ` + pack + `><Relationship Id="rId1" Type="` + rels + `/worksheet" Target="worksheets/sheet1.xml"/>` +
			`<Relationship Id="rId2" Type="` + rels + `/styles" Target="styles.xml"/><Relationship Id="rId3" Type="` + rels + `/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
		"xl/styles.xml": `<styleSheet ` + main + `><fonts count="1"><font/></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders>` +
			`<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
		"xl/sharedStrings.xml": `<sst ` + main + `><si><t>Ref</t></si><si><t>Theme</t></si><si><t>Recommendation</t></si><si><t>Status</t></si>` +
			`<si><t>Training</t></si><si><t>In progress</t></si></sst>`,
		"xl/worksheets/sheet1.xml": `<worksheet ` + main + `><sheetData>` +
			`<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c></row>` +
			plainRow(2) + plainRow(3) + `</sheetData></worksheet>`,
	}
}

// plainRow is a row of the small workbook in which nothing is wrong.
func plainRow(n int) string {
	return strings.ReplaceAll(`<row r="N"><c r="AN"><v>N</v></c><c r="BN" t="s"><v>4</v></c><c r="CN" t="inlineStr"><is><t>Do N</t></is></c><c r="DN" t="s"><v>5</v></c></row>`, "N", fmt.Sprint(n))
}

// archive zips parts, always in the same order.
func archive(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range sortedNames(parts) {
		w, err := z.Create(name)
		require.NoError(t, err)
		_, err = w.Write([]byte(parts[name]))
		require.NoError(t, err)
	}
	require.NoError(t, z.Close())
	return keepMade(t, ".xlsx", b.Bytes())
}

func BenchmarkRead100000Rows(b *testing.B) {
	for _, shared := range []bool{true, false} {
		b.Run(map[bool]string{true: "shared", false: "inline"}[shared], func(b *testing.B) {
			data := large(b, 100_000, shared)
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				register, err := ReadBytes("large.xlsx", data, options())
				require.NoError(b, err)
				require.Len(b, register.Recommendations, 100_000)
			}
		})
	}
}
