package master

import (
	"archive/zip"
	"bytes"
	"hash/crc32"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/unicode"
)

// welshParts are the parts of a small workbook with Welsh letters in a heading, a text, a name of a sheet and a style.
func welshParts() map[string]string {
	parts := plainParts()
	parts["xl/workbook.xml"] = replaced(parts["xl/workbook.xml"], `name="Recommendations"`, `name="Argymhellion tŷ"`)
	parts["xl/sharedStrings.xml"] = replaced(parts["xl/sharedStrings.xml"], "<t>Training</t>", "<t>Hyfforddiant</t>")
	parts[sheetPartName] = replaced(parts[sheetPartName], "Do 2", "Hyfforddi tîm Llŷr ar gŵyn 👍")
	parts[sheetPartName] = replaced(parts[sheetPartName], `<c r="D1" t="s"><v>3</v></c>`, `<c r="D1" t="s"><v>3</v></c><c r="E1" t="inlineStr"><is><t>Due</t></is></c>`)
	parts[sheetPartName] = replaced(parts[sheetPartName], `<c r="D2" t="s"><v>5</v></c>`, `<c r="D2" t="s"><v>5</v></c><c r="E2" s="1"><v>45170</v></c>`)
	return parts
}

// TestEncodingsOfParts reads the same workbook with one part after the other, and all of them, in every encoding.
func TestEncodingsOfParts(t *testing.T) {
	t.Parallel()
	wide := func(order unicode.Endianness, mark unicode.BOMPolicy, declaration string) func(string) string {
		return func(s string) string {
			out, err := unicode.UTF16(order, mark).NewEncoder().String(declaration + s)
			must(err)
			return out
		}
	}
	as := func(label string, e encoding.Encoding) func(string) string {
		return func(s string) string {
			out, err := encoding.HTMLEscapeUnsupported(e.NewEncoder()).String(s)
			must(err)
			return `<?xml version='1.0' encoding = '` + label + `' standalone="yes"?>` + "\r\n" + out
		}
	}
	declared := func(label string) func(string) string {
		return func(s string) string { return `<?xml version="1.0" encoding="` + label + `"?>` + s }
	}
	const utf16 = `<?xml version="1.0" encoding="UTF-16"?>`
	for _, c := range []struct {
		name   string
		encode func(string) string
	}{
		{"UTF-16, little end first", wide(unicode.LittleEndian, unicode.UseBOM, utf16)},
		{"UTF-16, big end first", wide(unicode.BigEndian, unicode.UseBOM, utf16)},
		{"UTF-16 without a declaration", wide(unicode.LittleEndian, unicode.UseBOM, "")},
		{"UTF-16 without a mark", wide(unicode.LittleEndian, unicode.IgnoreBOM, utf16)},
		{"UTF-16 without a mark, big end first", wide(unicode.BigEndian, unicode.IgnoreBOM, utf16)},
		{"UTF-16 with neither", wide(unicode.BigEndian, unicode.IgnoreBOM, "")},
		{"UTF-8 with a mark", func(s string) string { return "\ufeff" + s }},
		{"UTF-8 with a mark and a declaration", func(s string) string { return "\ufeff" + declared("UTF-8")(s) }},
		{"utf8", declared("utf8")},
		{"UTF-16 declared in UTF-8, as .NET does", declared("utf-16")},
		{"US-ASCII", declared("US-ASCII")},
		{"Windows-1252", as("windows-1252", charmap.Windows1252)},
		{"ISO-8859-1", as("ISO-8859-1", charmap.ISO8859_1)},
		{"ISO-8859-14", as("iso-8859-14", charmap.ISO8859_14)},
		{"Shift JIS", as("Shift_JIS", japanese.ShiftJIS)},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, name := range append(sortedNames(welshParts()), "") {
				parts := welshParts()
				for other := range parts {
					if name == "" || other == name {
						parts[other] = c.encode(parts[other])
					}
				}
				register, err := ReadBytes("m.xlsx", archive(t, parts), options())
				require.NoError(t, err, name)
				require.Len(t, register.Recommendations, 2)
				assert.Empty(t, found(register), name)
				assert.Equal(t, "2023-09-01", register.Recommendations[0].Due.String(), name)
				assert.Equal(t, []string{"training"}, register.Recommendations[0].Themes, name)
				assert.Equal(t, "Argymhellion tŷ", register.Sheet, name)
				assert.Equal(t, "Hyfforddi tîm Llŷr ar gŵyn 👍", register.Recommendations[0].Text["en"], name)
			}
		})
	}
}

// TestEncodingsThatAreNotRead: what is no text in its encoding, or in an encoding that nobody knows, is not guessed at.
func TestEncodingsThatAreNotRead(t *testing.T) {
	t.Parallel()
	half := func(s string) string {
		out, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(s)
		must(err)
		return out
	}
	for _, c := range []struct {
		name   string
		change func(sheet string) string
		says   string
	}{
		{"an unknown encoding", func(s string) string { return `<?xml version="1.0" encoding="x-of-our-own"?>` + s }, "its encoding is “x-of-our-own”, which is not known"},
		{"half a pair", func(s string) string { return replaced(half(s), half("Do 2")[2:], half("Do 2")[2:]+"\x00\xd8") }, "bytes that are not text in its encoding"},
		{"a byte too many", func(s string) string { return half(s) + "x" }, "bytes that are not text in its encoding"},
		{"half a letter of Shift JIS", func(s string) string {
			return `<?xml version="1.0" encoding="Shift_JIS"?>` + replaced(s, "Do 2", "Do \x81 2")
		}, "bytes that are not text in its encoding"},
		{"another than it says", func(s string) string {
			return `<?xml version="1.0" encoding="UTF-8"?>` + replaced(s, "Do 2", "Do \xe9 2")
		}, "it has bytes that are not text"},
	} {
		t.Run(c.name, func(t *testing.T) {
			parts := plainParts()
			parts[sheetPartName] = c.change(parts[sheetPartName])
			unusableWith(t, archive(t, parts), options(), "damaged", c.says)
		})
	}
}

// TestLegalPackages has workbooks that are put together in other ways than Excel's.
func TestLegalPackages(t *testing.T) {
	t.Parallel()
	const main = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
	moved := func(parts map[string]string, from, to string) {
		parts[to] = parts[from]
		delete(parts, from)
	}
	for _, c := range []struct {
		name   string
		change func(parts map[string]string)
		want   []string // problems
	}{
		{"names of parts in capitals", func(p map[string]string) {
			for name := range plainParts() {
				moved(p, name, strings.ToUpper(name))
			}
		}, nil},
		{"targets in capitals", func(p map[string]string) {
			p["xl/_rels/workbook.xml.rels"] = replaced(p["xl/_rels/workbook.xml.rels"], `Target="worksheets/sheet1.xml"`, `Target="WORKSHEETS/Sheet1.XML"`)
			p["_rels/.rels"] = replaced(p["_rels/.rels"], "xl/workbook.xml", "/XL/WORKBOOK.XML")
		}, nil},
		{"targets in percent signs", func(p map[string]string) {
			moved(p, sheetPartName, "xl/worksheets/sheet 1 é.xml")
			p["xl/_rels/workbook.xml.rels"] = replaced(p["xl/_rels/workbook.xml.rels"], "sheet1.xml", "sheet%201%20%C3%A9.xml")
		}, nil},
		{"names of parts in percent signs", func(p map[string]string) {
			moved(p, sheetPartName, "xl/worksheets/sheet%201.xml")
			p["xl/_rels/workbook.xml.rels"] = replaced(p["xl/_rels/workbook.xml.rels"], "sheet1.xml", "sheet 1.xml")
		}, nil},
		{"absolute targets and dots", func(p map[string]string) {
			p["xl/_rels/workbook.xml.rels"] = replaced(p["xl/_rels/workbook.xml.rels"], `"worksheets/`, `"/xl/worksheets/`)
			p["xl/_rels/workbook.xml.rels"] = replaced(p["xl/_rels/workbook.xml.rels"], `"styles.xml`, `"../../xl/./styles.xml`)
		}, nil},
		{"no root relationships", func(p map[string]string) { delete(p, "_rels/.rels") }, nil},
		{"no root relationships, and the workbook elsewhere", func(p map[string]string) {
			delete(p, "_rels/.rels")
			for name := range plainParts() {
				if strings.HasPrefix(name, "xl/") {
					moved(p, name, "book/"+strings.TrimPrefix(name, "xl/"))
				}
			}
			p["[Content_Types].xml"] = replaced(p["[Content_Types].xml"], "/xl/", "/book/")
		}, nil},
		{"root relationships that name no workbook", func(p map[string]string) {
			p["_rels/.rels"] = replaced(p["_rels/.rels"], "/officeDocument\" Target", "/thumbnail\" Target")
		}, nil},
		{"neither list nor root relationships", func(p map[string]string) {
			delete(p, "_rels/.rels")
			delete(p, "[Content_Types].xml")
		}, nil},
		{"styles under another name", func(p map[string]string) {
			moved(p, "xl/styles.xml", "xl/look/Styles1.xml")
			p["xl/_rels/workbook.xml.rels"] = replaced(p["xl/_rels/workbook.xml.rels"], "styles.xml", "look/Styles1.xml")
		}, nil},
		{"a macro workbook", func(p map[string]string) {
			p["[Content_Types].xml"] = replaced(p["[Content_Types].xml"], main, "application/vnd.ms-excel.sheet.macroEnabled.main+xml")
		}, nil},
		{"a document inside", func(p map[string]string) {
			p["word/document.xml"] = "<document/>"
			p["mimetype"] = "application/vnd.oasis.opendocument.text"
			p["[Content_Types].xml"] = replaced(p["[Content_Types].xml"], "</Types>",
				`<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`)
		}, nil},
		{"an old module without any part", withSheet(`<sheet name="Module1" sheetId="9" state="veryHidden" r:id=""/>`), nil},
		{"an old module that is not hidden", withSheet(`<sheet name="Module1" sheetId="9" r:id=""/>`), nil},
		{"a sheet of macros", func(p map[string]string) {
			withSheet(`<sheet name="Macro1" sheetId="9" r:id="rId9"/>`)(p)
			p["xl/_rels/workbook.xml.rels"] = replaced(p["xl/_rels/workbook.xml.rels"], "</Relationships>",
				`<Relationship Id="rId9" Type="http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet" Target="macrosheets/sheet1.xml"/></Relationships>`)
		}, nil},
		{"a hidden sheet that is lost", withSheet(`<sheet name="Old" sheetId="9" state="hidden" r:id="rId9"/>`), []string{"sheet-without-part "}},
		{"a list of parts that is damaged", func(p map[string]string) { p["[Content_Types].xml"] = "<Types" }, nil},
		{"a theme that is damaged", func(p map[string]string) { p["xl/theme/theme1.xml"] = "<a><b>" }, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			parts := welshParts()
			c.change(parts)
			register, err := ReadBytes("m.xlsx", archive(t, parts), options())
			require.NoError(t, err)
			require.Len(t, register.Recommendations, 2)
			assert.Equal(t, "2023-09-01", register.Recommendations[0].Due.String())
			assert.ElementsMatch(t, c.want, found(register))
		})
	}
}

// withSheet lists one more sheet.
func withSheet(sheet string) func(map[string]string) {
	return func(p map[string]string) {
		p["xl/workbook.xml"] = replaced(p["xl/workbook.xml"], "</sheets>", sheet+"</sheets>")
	}
}

// TestLostSheets: a worksheet that is not there is an error, whoever hides it.
func TestLostSheets(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, sheet, relation, says string }{
		{"no relationship", `<sheet name="Old" sheetId="9" r:id="rId9"/>`, "", "it refers to the sheet Old"},
		{"no part", `<sheet name="Old" sheetId="9" state="hidden" r:id="rId9"/>`,
			`<Relationship Id="rId9" Type="http://x/worksheet" Target="worksheets/sheet9.xml"/>`, "it refers to xl/worksheets/sheet9.xml"},
	} {
		parts := plainParts()
		withSheet(c.sheet)(parts)
		parts["xl/_rels/workbook.xml.rels"] = replaced(parts["xl/_rels/workbook.xml.rels"], "</Relationships>", c.relation+"</Relationships>")
		unusableWith(t, archive(t, parts), options(), "missing-part", c.says)
	}
	parts := plainParts()
	parts["xl/_rels/workbook.xml.rels"] = replaced(parts["xl/_rels/workbook.xml.rels"], `Id="rId2"`, `Id="rId1"`)
	unusableWith(t, archive(t, parts), options(), "damaged", "two relationships are called “rId1”")
}

// TestDamagedPictures: what cannot be unpacked and says nothing of rows is noted, and what does is an error.
func TestDamagedPictures(t *testing.T) {
	t.Parallel()
	spoiled := func(name string) []byte {
		parts := plainParts()
		if parts[name] == "" {
			parts[name] = "a picture"
		}
		return rewritten(t, archive(t, parts), func(z *zip.Writer, f *zip.File) {
			if f.Name != name {
				must(z.Copy(f))
				return
			}
			text := []byte(parts[name])
			w, err := z.CreateRaw(&zip.FileHeader{Name: name, CRC32: crc32.ChecksumIEEE(text) + 1, CompressedSize64: uint64(len(text)), UncompressedSize64: uint64(len(text))})
			must(err)
			_, err = w.Write(text)
			must(err)
		})
	}
	for _, name := range []string{"docProps/thumbnail.jpeg", "xl/media/image1.png", "xl/drawings/drawing1.xml", "customXml/item1.xml", "xl/printerSettings/printerSettings1.bin"} {
		register, err := ReadBytes("m.xlsx", spoiled(name), options())
		require.NoError(t, err, name)
		assert.Equal(t, []string{"part-passed-over "}, found(register))
		assert.Equal(t, strings.ToLower(name), argsOf(register, "part-passed-over")["Parts"])
	}
	for name := range plainParts() {
		if name != "[Content_Types].xml" {
			unusableWith(t, spoiled(name), options(), "damaged", strings.ToLower(name)+" cannot be read safely (its checksum is wrong)")
		}
	}
	packed := rewritten(t, archive(t, plainParts()), func(z *zip.Writer, f *zip.File) {
		header := f.FileHeader
		if header.Method = zip.Deflate; f.Name == sheetPartName {
			header.Method = 9
		}
		w, err := z.CreateRaw(&header)
		must(err)
		var raw bytes.Buffer
		r, err := f.OpenRaw()
		must(err)
		_, err = raw.ReadFrom(r)
		must(err)
		_, err = w.Write(raw.Bytes())
		must(err)
	})
	unusableWith(t, packed, options(), "damaged", "it is packed in a way that boardpack does not know")
}
