package ooxml_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"boardpack/report/ooxml"
)

// book makes a workbook with two sheets, a note on the first, and a picture that must stay as it is.
func book(t *testing.T, notes ...string) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	_, err := f.NewSheet("Other")
	require.NoError(t, err)
	require.NoError(t, f.SetCellStr("Sheet1", "B2", "a text"))
	for _, cell := range notes {
		require.NoError(t, f.AddComment("Sheet1", excelize.Comment{Cell: cell, Author: "A person", Text: "ask again"}))
	}
	var out bytes.Buffer
	require.NoError(t, f.Write(&out))
	return out.Bytes()
}

// rewritten gives the workbook with some of its parts changed: each pair is a name and what its text is to be, given what it was.
func rewritten(t *testing.T, data []byte, change func(name, text string) string) []byte {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	require.NoError(t, err)
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, f := range r.File {
		w, err := z.Create(f.Name)
		require.NoError(t, err)
		_, err = io.WriteString(w, change(f.Name, partOf(t, data, f.Name)))
		require.NoError(t, err)
	}
	require.NoError(t, z.Close())
	return out.Bytes()
}

// with adds a part.
func with(t *testing.T, data []byte, name, text string) []byte {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	require.NoError(t, err)
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, f := range r.File {
		require.NoError(t, z.Copy(f))
	}
	w, err := z.Create(name)
	require.NoError(t, err)
	_, err = io.WriteString(w, text)
	require.NoError(t, err)
	require.NoError(t, z.Close())
	return out.Bytes()
}

func partOf(t *testing.T, data []byte, name string) string {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	require.NoError(t, err)
	part, err := r.Open(name)
	require.NoError(t, err)
	defer part.Close()
	text, err := io.ReadAll(part)
	require.NoError(t, err)
	return string(text)
}

// noted puts a note on cells of the first sheet, adds a sheet and gives the copy.
func noted(t *testing.T, data []byte, cells ...string) []byte {
	t.Helper()
	p, err := ooxml.Open(data, 1<<30)
	require.NoError(t, err)
	sheets, err := p.Sheets()
	require.NoError(t, err)
	var notes []ooxml.Note
	for _, cell := range cells {
		column, row, err := excelize.CellNameToCoordinates(cell)
		require.NoError(t, err)
		notes = append(notes, ooxml.Note{Cell: cell, Column: column, Row: row, Text: "look <here> & there, _x0041_\n\x01"})
	}
	left, err := p.AddNotes(sheets[0].Part, "boardpack", notes)
	require.NoError(t, err)
	assert.Empty(t, left)
	namespace, err := p.Namespace()
	require.NoError(t, err)
	_, err = p.AddStyles()
	require.NoError(t, err)
	require.NoError(t, p.AddSheet("List <1>", `<worksheet xmlns="`+namespace+`"><sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews><sheetData/></worksheet>`))
	require.NoError(t, p.Check())
	var out bytes.Buffer
	require.NoError(t, p.Write(&out))
	return out.Bytes()
}

// commentsOn reads the notes of the first sheet back, by cell.
func commentsOn(t *testing.T, data []byte) map[string]string {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	require.NoError(t, err)
	defer f.Close()
	comments, err := f.GetComments(f.GetSheetList()[0])
	require.NoError(t, err)
	out := map[string]string{}
	for _, c := range comments {
		out[c.Cell] = c.Text
		for _, run := range c.Paragraph {
			out[c.Cell] += run.Text
		}
	}
	return out
}

func TestNotesAndASheet(t *testing.T) {
	t.Parallel()
	const note = "look <here> & there, _x005F_x0041_\n" // as it is stored: Excel takes the escape off
	prefixed := func(name, text string) string {
		if !strings.HasPrefix(name, "xl/worksheets/sheet") {
			return text
		}
		text = strings.NewReplacer("<worksheet xmlns=", "<x:worksheet xmlns:x=", "</worksheet>", "</x:worksheet>").Replace(text)
		for _, tag := range []string{"sheetViews", "sheetView", "sheetData", "row", "c", "v", "dimension", "sheetFormatPr", "sheetPr", "pageMargins", "legacyDrawing"} {
			text = strings.NewReplacer("<"+tag+" ", "<x:"+tag+" ", "<"+tag+">", "<x:"+tag+">", "<"+tag+"/>", "<x:"+tag+"/>", "</"+tag+">", "</x:"+tag+">").Replace(text)
		}
		return text
	}
	same := func(_, text string) string { return text }
	for _, c := range []struct {
		name   string
		before []string
		change func(name, text string) string
		want   map[string]string
	}{
		{"no notes before", nil, same, map[string]string{"B2": note, "AA40": note}},
		{"a note on one of the cells", []string{"B2"}, same, map[string]string{"B2": "ask again\n\n" + note, "AA40": note}},
		{"a note on another cell", []string{"C9"}, same, map[string]string{"C9": "ask again", "B2": note, "AA40": note}},
		{"sheets with a prefix", nil, prefixed, map[string]string{"B2": note, "AA40": note}},
		{"a table and a list of extensions behind the rows", nil, func(name, text string) string {
			return strings.Replace(text, "</worksheet>", `<tableParts count="0"/><extLst/></worksheet>`, 1)
		}, map[string]string{"B2": note, "AA40": note}},
	} {
		t.Run(c.name, func(t *testing.T) {
			data := rewritten(t, book(t, c.before...), c.change)
			out := noted(t, data, "B2", "AA40")
			assert.Equal(t, out, noted(t, data, "B2", "AA40"), "the same input gives the same bytes")
			got := commentsOn(t, out)
			for cell, text := range c.want {
				assert.Equal(t, text, strings.TrimPrefix(got[cell], "A person:"), cell)
			}
			assert.Len(t, got, len(c.want))
			f, err := excelize.OpenReader(bytes.NewReader(out))
			require.NoError(t, err)
			defer f.Close()
			assert.Equal(t, []string{"Sheet1", "Other", "List <1>"}, f.GetSheetList())
			assert.Equal(t, 2, f.GetActiveSheetIndex())
			assert.NotContains(t, partOf(t, out, "xl/worksheets/sheet1.xml"), "tabSelected", "Excel writes into every sheet whose tab is selected")
			text, err := f.GetCellValue("Sheet1", "B2")
			require.NoError(t, err)
			assert.Equal(t, "a text", text)
		})
	}
}

// TestTheElementsStandInOrder: Excel opens no sheet in which the drawing of the notes stands behind the tables.
func TestTheElementsStandInOrder(t *testing.T) {
	t.Parallel()
	data := rewritten(t, book(t), func(name, text string) string {
		return strings.Replace(text, "</worksheet>", `<tableParts count="0"/></worksheet>`, 1)
	})
	sheet := partOf(t, noted(t, data, "B2"), "xl/worksheets/sheet1.xml")
	assert.Less(t, strings.Index(sheet, "<legacyDrawing"), strings.Index(sheet, "<tableParts"))
	assert.Less(t, strings.Index(sheet, "</sheetData>"), strings.Index(sheet, "<legacyDrawing"))
}

// TestConversationsAreLeftAlone: Excel takes a cell that has a conversation and a note of somebody else's for damaged.
func TestConversationsAreLeftAlone(t *testing.T) {
	t.Parallel()
	const name, talk = "xl/worksheets/_rels/sheet1.xml.rels", "xl/threadedComments/threadedComment1.xml"
	data := rewritten(t, book(t, "B2"), func(part, text string) string {
		if part == name {
			text = strings.Replace(text, "</Relationships>", `<Relationship Id="rId77" Type="http://schemas.microsoft.com/office/2017/10/relationships/threadedComment" Target="/`+talk+`"/></Relationships>`, 1)
		}
		return text
	})
	p, err := ooxml.Open(with(t, data, talk, `<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="B2" id="{1}"><text>a</text></threadedComment></ThreadedComments>`), 1<<30)
	require.NoError(t, err)
	left, err := p.AddNotes("xl/worksheets/sheet1.xml", "boardpack", []ooxml.Note{{Cell: "B2", Column: 2, Row: 2}, {Cell: "C3", Column: 3, Row: 3}})
	require.NoError(t, err)
	assert.Equal(t, []ooxml.Note{{Cell: "B2", Column: 2, Row: 2}}, left)
}

// TestTheRestIsNotUnpacked: a part that is not changed goes into the copy as it is, even one that cannot be unpacked.
func TestTheRestIsNotUnpacked(t *testing.T) {
	t.Parallel()
	data := book(t)
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	require.NoError(t, err)
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, f := range r.File {
		require.NoError(t, z.Copy(f))
	}
	raw, err := z.CreateRaw(&zip.FileHeader{Name: "xl/media/image1.png", Method: zip.Deflate, CRC32: 1, UncompressedSize64: 1 << 29, CompressedSize64: 7})
	require.NoError(t, err)
	_, err = raw.Write([]byte("damaged"))
	require.NoError(t, err)
	require.NoError(t, z.Close())
	copied := noted(t, out.Bytes(), "B2")
	assert.True(t, bytes.Contains(copied, []byte("damaged")))
}

// TestUnsoundPartsAreRefused: no copy is made of what cannot be changed soundly.
func TestUnsoundPartsAreRefused(t *testing.T) {
	t.Parallel()
	for name, change := range map[string]func(name, text string) string{
		"a sheet without rows": func(name, text string) string {
			if name == "xl/worksheets/sheet1.xml" {
				return `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>`
			}
			return text
		},
		"a sheet that is cut off": func(name, text string) string {
			if name == "xl/worksheets/sheet1.xml" {
				return text[:len(text)-5]
			}
			return text
		},
	} {
		p, err := ooxml.Open(rewritten(t, book(t), change), 1<<30)
		require.NoError(t, err)
		_, err = p.AddNotes("xl/worksheets/sheet1.xml", "boardpack", []ooxml.Note{{Cell: "B2", Column: 2, Row: 2}})
		if err == nil {
			err = p.Check()
		}
		assert.Error(t, err, name)
	}
	_, err := ooxml.Open([]byte("no archive"), 1<<30)
	assert.Error(t, err)
}

func TestEscape(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{"a & <b>": "a &amp; &lt;b&gt;", "_x0041_": "_x005F_x0041_", "one\ntwo\x02": "one\ntwo", "ŵ\uFFFE": "ŵ"} {
		assert.Equal(t, want, ooxml.Escape(text), fmt.Sprintf("%q", text))
	}
}
