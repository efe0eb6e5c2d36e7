package inplace_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/unicode"

	"boardpack/report/dates"
	"boardpack/report/master"
	"boardpack/report/round/inplace"
)

const inline = `t="inlineStr"><is><t xml:space="preserve">`

// TestKindsOfXML writes into tables of cells as programs write them: the new text of the worksheet is the old one but for the cells, the
// rows that were missing, and the hints of which cells there are.
func TestKindsOfXML(t *testing.T) {
	t.Parallel()
	text, day := inplace.Text("new"), inplace.Day(dates.NewDate(2023, 10, 12))
	for _, c := range []struct {
		name, before, after string
		edits               []edit
	}{
		{"a cell that is there keeps its format", `<sheetData><row r="1"><c r="A1" s="1"><v>5</v></c><c r="B1"><v>6</v></c></row></sheetData>`,
			`<sheetData><row r="1"><c r="A1" s="1" ` + inline + `new</t></is></c><c r="B1"><v>6</v></c></row></sheetData>`, []edit{{"A1", text}}},
		{"a shared text", `<sheetData><row r="1"><c r="A1" t="s" s='1'><v>0</v></c></row></sheetData>`,
			`<sheetData><row r="1"><c r="A1" s='1' ` + inline + `new</t></is></c></row></sheetData>`, []edit{{"A1", text}}},
		{"a text of its own", `<sheetData><row r="1"><c r="A1" t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is></c></row></sheetData>`,
			`<sheetData><row r="1"><c r="A1"><v>7</v></c></row></sheetData>`, []edit{{"A1", inplace.Number(7)}}},
		{"an empty cell", `<sheetData><row r="1"><c r="A1" s="1"/></row></sheetData>`,
			`<sheetData><row r="1"><c r="A1" s="1" ` + inline + `new</t></is></c></row></sheetData>`, []edit{{"A1", text}}},
		{"an empty cell with an end tag and blanks", `<sheetData><row r="1"><c r="A1"  s="1" ></c ></row></sheetData>`,
			`<sheetData><row r="1"><c r="A1"  s="1"  ` + inline + `new</t></is></c></row></sheetData>`, []edit{{"A1", text}}},
		{"a cell is emptied", `<sheetData><row r="1"><c r="A1" s="1" t="s"><v>0</v></c></row></sheetData>`,
			`<sheetData><row r="1"><c r="A1" s="1"/></row></sheetData>`, []edit{{"A1", inplace.Empty()}}},
		{"a missing cell between others", `<sheetData><row r="1" spans="1:3"><c r="A1"><v>1</v></c> <c r="C1"><v>3</v></c></row></sheetData>`,
			`<sheetData><row r="1" spans="1:3"><c r="A1"><v>1</v></c><c r="B1" ` + inline + `new</t></is></c> <c r="C1"><v>3</v></c></row></sheetData>`, []edit{{"B1", text}}},
		{"missing cells before and behind", `<dimension ref="B2:C2"/><sheetData><row r="2" spans="2:3"><c r="B2"><v>1</v></c></row></sheetData>`,
			`<dimension ref="A2:D2"/><sheetData><row r="2" spans="1:4"><c r="A2"><v>1</v></c><c r="B2"><v>1</v></c><c r="D2"><v>2</v></c></row></sheetData>`,
			[]edit{{"D2", inplace.Number(2)}, {"A2", inplace.Number(1)}}},
		{"a first cell that changes, with a new one before it", `<sheetData><row r="2"><c r="B2"><v>1</v></c></row></sheetData>`,
			`<sheetData><row r="2"><c r="A2"><v>8</v></c><c r="B2"><v>9</v></c></row></sheetData>`, []edit{{"A2", inplace.Number(8)}, {"B2", inplace.Number(9)}}},
		{"an empty row is opened", `<sheetData><row r="3" ht="20"/><row r="4"/></sheetData>`,
			`<sheetData><row r="3" ht="20"><c r="A3"><v>1</v></c></row><row r="4"/></sheetData>`, []edit{{"A3", inplace.Number(1)}}},
		{"missing rows before, between and behind", `<sheetData><row r="2"><c r="A2"><v>1</v></c></row><row r="5"><c r="A5"><v>1</v></c></row></sheetData>`,
			`<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>1</v></c></row><row r="3"><c r="A3"><v>3</v></c></row><row r="5"><c r="A5"><v>1</v></c></row><row r="9"><c r="A9"><v>9</v></c></row></sheetData>`,
			[]edit{{"A9", inplace.Number(9)}, {"A3", inplace.Number(3)}, {"A1", inplace.Number(1)}}},
		{"a row before one that changes", `<sheetData><row r="2" spans="1:1"><c r="A2"><v>1</v></c></row></sheetData>`,
			`<sheetData><row r="1"><c r="B1"><v>3</v></c></row><row r="2" spans="1:2"><c r="A2"><v>1</v></c><c r="B2"><v>4</v></c></row></sheetData>`,
			[]edit{{"B1", inplace.Number(3)}, {"B2", inplace.Number(4)}}},
		{"no rows at all", `<sheetData/>`, `<sheetData><row r="7"><c r="B7"><v>1</v></c></row></sheetData>`, []edit{{"B7", inplace.Number(1)}}},
		{"rows and cells without addresses", `<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row r="4"><c r="C4"><v>1</v></c><c><v>2</v></c></row></sheetData>`,
			`<sheetData><row><c><v>1</v></c><c><v>9</v></c><c r="C1"><v>8</v></c></row><row r="2"><c r="A2"><v>6</v></c></row><row r="4"><c r="A4"><v>5</v></c><c r="C4"><v>1</v></c><c><v>7</v></c></row></sheetData>`,
			[]edit{{"B1", inplace.Number(9)}, {"C1", inplace.Number(8)}, {"D4", inplace.Number(7)}, {"A2", inplace.Number(6)}, {"A4", inplace.Number(5)}}},
		{"the format of the column and of the row", `<cols><col min="2" max="3" style="1" width="9"/></cols><sheetData><row r="1"/><row r="2" s="2" customFormat="1"/><row r="3" s="2"/></sheetData>`,
			`<cols><col min="2" max="3" style="1" width="9"/></cols><sheetData><row r="1"><c r="B1" s="1"><v>1</v></c></row><row r="2" s="2" customFormat="1"><c r="B2" s="2"><v>1</v></c></row><row r="3" s="2"><c r="D3"><v>1</v></c></row></sheetData>`,
			[]edit{{"B1", inplace.Number(1)}, {"B2", inplace.Number(1)}, {"D3", inplace.Number(1)}}},
		{"a date where the cell shows dates", `<sheetData><row r="1"><c r="A1" s="2"/></row></sheetData>`, `<sheetData><row r="1"><c r="A1" s="2"><v>45211</v></c></row></sheetData>`, []edit{{"A1", day}}},
		{"a date as the nearest of the column", `<sheetData><row r="1"><c r="A1" s="2"><v>1</v></c></row><row r="2"><c r="A2" s="1" t="s"><v>0</v></c></row></sheetData>`,
			`<sheetData><row r="1"><c r="A1" s="2"><v>1</v></c></row><row r="2"><c r="A2" s="2"><v>45211</v></c></row></sheetData>`, []edit{{"A2", day}}},
		{"comments, character data, processing", `<sheetData><!-- <c> --><row r="1"><?x <row?><c r="A1"><v><![CDATA[1]]></v></c><!--<c r="B1"/>--></row></sheetData>`,
			`<sheetData><!-- <c> --><row r="1"><?x <row?><c r="A1"><v>2</v></c><c r="B1"><v>3</v></c><!--<c r="B1"/>--></row></sheetData>`, []edit{{"A1", inplace.Number(2)}, {"B1", inplace.Number(3)}}},
		{"an attribute with a sign in it", `<sheetData><row r="1" x="a>b"><c r="A1" y='"/>'><v>1</v></c></row></sheetData>`,
			`<sheetData><row r="1" x="a>b"><c r="A1" y='"/>'><v>2</v></c></row></sheetData>`, []edit{{"A1", inplace.Number(2)}}},
		{"what looks like an escape of Excel's", `<sheetData/>`, `<sheetData><row r="1"><c r="A1" ` + inline + `_x005F_x0041_x005F_x0042_ _x a&amp;b &lt;c&gt; ]]&gt; "</t></is></c></row></sheetData>`,
			[]edit{{"A1", inplace.Text(`_x0041_x0042_ _x a&b <c> ]]> "`)}}},
		{"line ends and what is no character", `<sheetData/>`, `<sheetData><row r="1"><c r="A1" ` + inline + "a\nb\nc\nd\te</t></is></c></row></sheetData>", []edit{{"A1", inplace.Text("a\r\nb\rc\vd\te\x00\x07\ufffe")}}},
		{"nothing where there was nothing", `<sheetData><row r="1"><c r="A1" s="1"></c></row></sheetData>`, `<sheetData><row r="1"><c r="A1" s="1"></c></row></sheetData>`,
			[]edit{{"A1", inplace.Empty()}, {"B1", inplace.Text("")}, {"C9", inplace.Day(dates.Date{})}}},
		{"large, small and negative numbers", `<sheetData/>`, `<sheetData><row r="1"><c r="A1"><v>1E+300</v></c><c r="B1"><v>-0.125</v></c><c r="C1"><v>0</v></c></row></sheetData>`,
			[]edit{{"A1", inplace.Number(1e300)}, {"B1", inplace.Number(-0.125)}, {"C1", inplace.Number(0)}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			before := archive(t, plainParts(worksheet(c.before)))
			w := changed(t, before, "S", c.edits...)
			assert.Equal(t, worksheet(c.after), partOf(t, w.Data, sheetPart))
			same(t, before, w.Data, sheetPart)
			if c.before == c.after {
				assert.Equal(t, before, w.Data)
			}
		})
	}
}

// TestKindsOfParts writes into worksheets with a prefix, of strict workbooks, in other encodings and under odd names.
func TestKindsOfParts(t *testing.T) {
	t.Parallel()
	const declared = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\r\n"
	plain := worksheet(`<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>`)
	want := worksheet(`<sheetData><row r="1"><c r="A1" ` + inline + `ŵ</t></is></c></row></sheetData>`)
	wide := func(order unicode.Endianness, mark unicode.BOMPolicy) func(string) string {
		return func(s string) string {
			out, err := unicode.UTF16(order, mark).NewEncoder().String(strings.Replace(declared, "UTF-8", "UTF-16", 1) + s)
			require.NoError(t, err)
			return out
		}
	}
	for _, c := range []struct {
		name          string
		before, after string
		change        func(parts map[string]string)
	}{
		{name: "declaration", before: declared + plain, after: declared + want},
		{name: "byte order mark", before: "\ufeff" + declared + plain, after: "\ufeff" + declared + want},
		{name: "UTF-16, little end first", before: wide(unicode.LittleEndian, unicode.UseBOM)(plain), after: wide(unicode.LittleEndian, unicode.UseBOM)(want)},
		{name: "UTF-16, big end first, without mark", before: wide(unicode.BigEndian, unicode.IgnoreBOM)(plain), after: wide(unicode.BigEndian, unicode.IgnoreBOM)(want)},
		{name: "Windows-1252", before: `<?xml version="1.0" encoding="windows-1252"?><!-- ` + "\x92 -->" + plain,
			after: `<?xml version="1.0" encoding="windows-1252"?><!-- ` + "\x92 -->" + strings.Replace(want, "ŵ", "&#373;", 1)},
		{name: "ASCII", before: `<?xml version="1.0" encoding="US-ASCII"?>` + plain, after: `<?xml version="1.0" encoding="US-ASCII"?>` + strings.Replace(want, "ŵ", "&#373;", 1)},
		{name: "prefix", before: `<x:worksheet xmlns:x="` + mainSpace + `"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
			after: `<x:worksheet xmlns:x="` + mainSpace + `"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t xml:space="preserve">ŵ</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`},
		{name: "prefix without rows", before: `<x:worksheet xmlns:x="` + mainSpace + `"><x:sheetData/></x:worksheet>`,
			after: `<x:worksheet xmlns:x="` + mainSpace + `"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t xml:space="preserve">ŵ</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`},
		{name: "strict", before: strings.ReplaceAll(plain, mainSpace, strictSpace), after: strings.ReplaceAll(strings.ReplaceAll(want, mainSpace, strictSpace), relSpace, strictRelSpace), change: func(parts map[string]string) {
			for name, text := range parts {
				text = strings.ReplaceAll(text, mainSpace, strictSpace)
				parts[name] = strings.ReplaceAll(text, relSpace, strictRelSpace)
			}
		}},
		{name: "odd name", before: plain, after: want, change: func(parts map[string]string) {
			parts["odd/TABELLE é.data"] = parts[sheetPart]
			delete(parts, sheetPart)
			parts["xl/_rels/workbook.xml.rels"] = strings.Replace(parts["xl/_rels/workbook.xml.rels"], "worksheets/sheet1.xml", "/odd/Tabelle%20%C3%A9.data", 1)
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			parts, part := plainParts(c.before), sheetPart
			if c.change != nil {
				if c.change(parts); parts[part] == "" {
					part = "odd/TABELLE é.data"
				}
			}
			before := archive(t, parts)
			w := changed(t, before, "S", edit{"A1", inplace.Text("ŵ")})
			assert.Equal(t, c.after, partOf(t, w.Data, part))
			same(t, before, w.Data, part)
		})
	}
}

// TestUnsure refuses worksheets in which it cannot be told for certain what belongs where.
func TestUnsure(t *testing.T) {
	t.Parallel()
	for name, sheet := range map[string]string{
		"rows out of order":       worksheet(`<sheetData><row r="2"/><row r="1"/></sheetData>`),
		"a row twice":             worksheet(`<sheetData><row r="2"/><row r="2"/></sheetData>`),
		"cells out of order":      worksheet(`<sheetData><row r="1"><c r="B1"/><c r="A1"/></row></sheetData>`),
		"a cell of another row":   worksheet(`<sheetData><row r="1"><c r="A2"/></row></sheetData>`),
		"two tables":              worksheet(`<sheetData/><sheetData/>`),
		"no table":                worksheet(``),
		"something between rows":  worksheet(`<sheetData><x><row r="1"/></x></sheetData>`),
		"something between cells": worksheet(`<sheetData><row r="1"><x><c r="A1"/></x></row></sheetData>`),
		"cut off":                 `<worksheet xmlns="` + mainSpace + `"><sheetData><row r="1">`,
		"no worksheet":            `<chartsheet xmlns="` + mainSpace + `"/>`,
		"no text":                 "<?xml version=\"1.0\"?><worksheet xmlns=\"" + mainSpace + "\"><sheetData/>\xff</worksheet>",
		"half of a pair":          "\xff\xfe<\x00a\x00/\x00>\x00\x00\xd8",
	} {
		t.Run(name, func(t *testing.T) {
			_, err := inplace.Open("m.xlsx", archive(t, plainParts(sheet)), master.Options{})
			var unusable *master.Unusable
			require.ErrorAs(t, err, &unusable)
			assert.Contains(t, err.Error(), "m.xlsx: ")
		})
	}
}
