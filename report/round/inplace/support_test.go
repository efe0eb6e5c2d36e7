package inplace_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"maps"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"boardpack/report"
	"boardpack/report/master"
	"boardpack/report/reporttest"
	"boardpack/report/round/inplace"
)

const (
	mainSpace      = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	strictSpace    = "http://purl.oclc.org/ooxml/spreadsheetml/main"
	strictRelSpace = "http://purl.oclc.org/ooxml/officeDocument/relationships"
	relSpace       = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	sheetPart      = "xl/worksheets/sheet1.xml"
	stylesPart     = "xl/styles.xml"
	bookPart       = "xl/workbook.xml"
)

// plainParts are the parts of a workbook with one sheet, S. Its formats are the plain one, bold, and a date as "12 Oct 2023".
func plainParts(sheet string) map[string]string {
	return map[string]string{
		"[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
			`<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
		"_rels/.rels": relations(`<Relationship Id="rId1" Type="` + relSpace + `/officeDocument" Target="xl/workbook.xml"/>`),
		bookPart:      `<workbook xmlns="` + mainSpace + `" xmlns:r="` + relSpace + `"><workbookPr/><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": relations(`<Relationship Id="rId1" Type="` + relSpace + `/worksheet" Target="worksheets/sheet1.xml"/>` +
			`<Relationship Id="rId2" Type="` + relSpace + `/styles" Target="styles.xml"/><Relationship Id="rId3" Type="` + relSpace + `/sharedStrings" Target="sharedStrings.xml"/>`),
		stylesPart: `<styleSheet xmlns="` + mainSpace + `"><numFmts count="1"><numFmt numFmtId="164" formatCode="d\ mmm\ yyyy"/></numFmts>` +
			`<fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>` +
			`<cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="0" fontId="0"><alignment wrapText="1"/></xf><xf numFmtId="164"/></cellXfs></styleSheet>`,
		"xl/sharedStrings.xml": `<sst xmlns="` + mainSpace + `"><si><t>shared</t></si></sst>`,
		sheetPart:              sheet,
	}
}

func relations(inside string) string {
	return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` + inside + `</Relationships>`
}

// worksheet puts the table of cells, and what follows it, into a worksheet.
func worksheet(data string) string {
	return `<worksheet xmlns="` + mainSpace + `" xmlns:r="` + relSpace + `">` + data + `</worksheet>`
}

// packed makes an archive of parts, in the order of their names.
func archive(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		w, err := z.Create(name)
		require.NoError(t, err)
		_, err = io.WriteString(w, parts[name])
		require.NoError(t, err)
	}
	require.NoError(t, z.Close())
	return b.Bytes()
}

// partOf gives the bytes of a part.
func partOf(t testing.TB, data []byte, name string) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	require.NoError(t, err)
	r, err := z.Open(name)
	require.NoError(t, err)
	defer r.Close()
	text, err := io.ReadAll(r)
	require.NoError(t, err)
	return string(text)
}

// edit is a value for a cell of the sheet S.
type edit struct {
	cell  string
	value inplace.Value
}

// changed opens a file, sets cells of a sheet and writes it.
func changed(t testing.TB, data []byte, sheet string, edits ...edit) *inplace.Written {
	t.Helper()
	m, err := inplace.Open("m.xlsx", data, master.Options{})
	require.NoError(t, err)
	for _, e := range edits {
		require.NoError(t, m.Set(sheet, e.cell, e.value))
	}
	w, err := m.Write()
	require.NoError(t, err)
	return w
}

// codeOf gives the code of a refusal; "" for none.
func codeOf(t testing.TB, err error) inplace.Code {
	t.Helper()
	if err == nil {
		return ""
	}
	var no *inplace.Refused
	require.True(t, errors.As(err, &no), "%v", err)
	return no.Code
}

// workbook makes a workbook with a sheet Sheet1.
func workbook(t testing.TB, fill func(f *excelize.File)) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	fill(f)
	var b bytes.Buffer
	require.NoError(t, f.Write(&b))
	return b.Bytes()
}

// same holds that two archives have the same files in the same order, with the same packed bytes and the same description, but for some.
func same(t testing.TB, before, after []byte, but ...string) {
	t.Helper()
	a, err := zip.NewReader(bytes.NewReader(before), int64(len(before)))
	require.NoError(t, err)
	b, err := zip.NewReader(bytes.NewReader(after), int64(len(after)))
	require.NoError(t, err)
	require.Len(t, b.File, len(a.File))
	assert.Equal(t, a.Comment, b.Comment)
	for i, f := range a.File {
		g := b.File[i]
		require.Equal(t, f.Name, g.Name)
		if slices.Contains(but, f.Name) {
			continue
		}
		require.True(t, bytes.Equal(rawOf(t, f), rawOf(t, g)), f.Name)
		f.ReaderVersion, g.ReaderVersion = 0, 0 // the writer's own
		assert.Equal(t, f.FileHeader, g.FileHeader)
	}
}

func rawOf(t testing.TB, f *zip.File) []byte {
	t.Helper()
	r, err := f.OpenRaw()
	require.NoError(t, err)
	data, err := io.ReadAll(r)
	require.NoError(t, err)
	return data
}

// options are those of a master of October 2023, by the shipped template.
func options(t testing.TB) master.Options {
	t.Helper()
	tpl := reporttest.Shipped(t)
	return master.Options{Month: report.Month{Year: 2023, Month: 10}, Vocabulary: &tpl.Vocabulary, Rules: &tpl.Rules}
}
