package bench

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"time"

	"boardpack/report"
)

// Master gives the bytes of a register's master of so many rows in a month, laid out as Excel does: texts shared, days as
// styled numbers.
func Master(register, rows int, month report.Month) ([]byte, error) {
	texts := &sharedTexts{places: map[string]int{}}
	var sheet, aboutSheet bytes.Buffer
	heading := make([]any, len(columns()))
	for i, name := range columns() {
		heading[i] = name
	}
	sheet.WriteString(sheetOpens)
	texts.row(&sheet, 1, heading)
	for i := range rowsIn(rows, month) {
		texts.row(&sheet, i+2, row(register, i, month))
	}
	sheet.WriteString(sheetCloses)
	aboutSheet.WriteString(sheetOpens)
	for i, fact := range about(month) {
		texts.row(&aboutSheet, i+1, fact)
	}
	aboutSheet.WriteString(sheetCloses)
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, part := range append(packageParts(), [][2]string{{"xl/worksheets/sheet1.xml", sheet.String()},
		{"xl/worksheets/sheet2.xml", aboutSheet.String()}, {"xl/sharedStrings.xml", texts.part()}}...) {
		w, err := z.Create(part[0])
		if err != nil {
			return nil, err
		}
		if _, err := w.Write([]byte(part[1])); err != nil {
			return nil, err
		}
	}
	err := z.Close()
	return b.Bytes(), err
}

// sharedTexts collects the texts of a workbook, each once.
type sharedTexts struct {
	places map[string]int
	items  bytes.Buffer
}

func (t *sharedTexts) place(s string) int {
	n, ok := t.places[s]
	if !ok {
		n = len(t.places)
		t.places[s] = n
		t.items.WriteString(`<si><t xml:space="preserve">`)
		_ = xml.EscapeText(&t.items, []byte(s)) // a buffer takes everything
		t.items.WriteString(`</t></si>`)
	}
	return n
}

// row writes the cells of a row: texts, days, and nothing for nil.
func (t *sharedTexts) row(w *bytes.Buffer, number int, cells []any) {
	fmt.Fprintf(w, `<row r="%d">`, number)
	for i, cell := range cells {
		switch v := cell.(type) {
		case string:
			fmt.Fprintf(w, `<c r="%c%d" t="s"><v>%d</v></c>`, 'A'+i, number, t.place(v))
		case time.Time:
			const unixEpochInExcel = 25569
			fmt.Fprintf(w, `<c r="%c%d" s="1"><v>%d</v></c>`, 'A'+i, number, v.Unix()/86400+unixEpochInExcel)
		}
	}
	w.WriteString(`</row>`)
}

func (t *sharedTexts) part() string {
	return fmt.Sprintf(`<sst %s uniqueCount="%d">%s</sst>`, mainSpace, len(t.places), t.items.String())
}

const (
	mainSpace   = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`
	sheetOpens  = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n" + `<worksheet ` + mainSpace + `><sheetData>`
	sheetCloses = `</sheetData></worksheet>`
)

// packageParts are the parts that every master has.
func packageParts() [][2]string {
	const types = "application/vnd.openxmlformats-officedocument.spreadsheetml."
	const rels = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	const pack = `xmlns="http://schemas.openxmlformats.org/package/2006/relationships"`
	override := func(name, kind string) string {
		return `<Override PartName="/xl/` + name + `" ContentType="` + types + kind + `+xml"/>`
	}
	relation := func(id, kind, target string) string {
		return `<Relationship Id="` + id + `" Type="` + rels + "/" + kind + `" Target="` + target + `"/>`
	}
	return [][2]string{
		{"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>` +
			`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` + override("workbook.xml", "sheet.main") +
			override("worksheets/sheet1.xml", "worksheet") + override("worksheets/sheet2.xml", "worksheet") + override("styles.xml", "styles") +
			override("sharedStrings.xml", "sharedStrings") + `</Types>`},
		{"_rels/.rels", `<Relationships ` + pack + `>` + relation("rId1", "officeDocument", "xl/workbook.xml") + `</Relationships>`},
		{"xl/workbook.xml", `<workbook ` + mainSpace + ` xmlns:r="` + rels + `"><sheets><sheet name="Recommendations" sheetId="1" r:id="rId1"/>` +
			`<sheet name="About" sheetId="2" r:id="rId2"/></sheets></workbook>`},
		{"xl/_rels/workbook.xml.rels", `<Relationships ` + pack + `>` + relation("rId1", "worksheet", "worksheets/sheet1.xml") +
			relation("rId2", "worksheet", "worksheets/sheet2.xml") + relation("rId3", "styles", "styles.xml") +
			relation("rId4", "sharedStrings", "sharedStrings.xml") + `</Relationships>`},
		{"xl/styles.xml", `<styleSheet ` + mainSpace + `><fonts count="1"><font><sz val="11"/><name val="Arial"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill>` +
			`<fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>` +
			`<cellXfs count="2"><xf numFmtId="0" xfId="0"/><xf numFmtId="14" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`},
	}
}
