package main

import (
	"archive/zip"
	"bufio"
	"compress/flate"
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// text writes a part as it is made: no bomb is ever held in memory.
type text struct{ *bufio.Writer }

func (w text) times(n int, make func(i int) string) {
	for i := range n {
		w.WriteString(make(i))
	}
}

// parts are those of a workbook, by name.
type parts map[string]func(w text)

func said(s string) func(w text) { return func(w text) { w.WriteString(s) } }

const relationTypes = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

// register gives the parts of a workbook with one recommendation; rows come below it, and behind is behind the rows.
func register(rows, behind func(w text)) parts {
	const own = `<c t="inlineStr"><is><t>`
	row := func(cells ...string) string {
		return "<row>" + own + strings.Join(cells, "</t></is></c>"+own) + "</t></is></c></row>"
	}
	return parts{
		"[Content_Types].xml": said(`<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`),
		"_rels/.rels":         said(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="` + relationTypes + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`),
		"xl/workbook.xml": said(`<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="` + relationTypes +
			`"><sheets><sheet name="Recommendations" sheetId="1" r:id="rId1"/></sheets></workbook>`),
		"xl/_rels/workbook.xml.rels": said(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="` + relationTypes +
			`/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="` + relationTypes + `/sharedStrings" Target="sharedStrings.xml"/></Relationships>`),
		"xl/sharedStrings.xml": said(`<sst><si><t>some text</t></si></sst>`),
		"xl/worksheets/sheet1.xml": func(w text) {
			w.WriteString(`<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>`)
			w.WriteString(row("Ref", "Theme", "Recommendation", "Status") + row("1", "Data", "Do it", "In progress"))
			rows(w)
			w.WriteString(`</sheetData>`)
			behind(w)
			w.WriteString(`</worksheet>`)
		},
	}
}

// with gives the parts with another one.
func (p parts) with(name string, part func(w text)) parts {
	p[name] = part
	return p
}

// write packs the parts into a master of September.
func (p parts) write(t testing.TB, dir string) {
	t.Helper()
	path := filepath.Join(dir, "input", "2023-09", "m.xlsx")
	require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
	f, err := os.Create(path)
	require.NoError(t, err)
	z := zip.NewWriter(f)
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestSpeed) })
	for _, name := range slices.Sorted(maps.Keys(p)) {
		method := zip.Deflate
		if strings.HasPrefix(name, "xl/media/") {
			method = zip.Store
		}
		raw, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: method})
		require.NoError(t, err)
		w := text{bufio.NewWriter(raw)}
		p[name](w)
		require.NoError(t, w.Flush())
	}
	require.NoError(t, z.Close())
	require.NoError(t, f.Close())
}

func nothing(text) {}

// many gives a workbook with sheets beside that of the recommendations, each full of cells in its first rows.
func many(sheets, rows, cells int) parts {
	p := register(nothing, nothing)
	p["xl/workbook.xml"] = func(w text) {
		w.WriteString(`<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="` + relationTypes + `"><sheets><sheet name="Recommendations" sheetId="1" r:id="rId1"/>`)
		w.times(sheets, func(i int) string { return fmt.Sprintf(`<sheet name="S%d" sheetId="%d" r:id="s%d"/>`, i, i+2, i) })
		w.WriteString(`</sheets></workbook>`)
	}
	p["xl/_rels/workbook.xml.rels"] = func(w text) {
		w.WriteString(`<Relationships><Relationship Id="rId1" Type="` + relationTypes + `/worksheet" Target="worksheets/sheet1.xml"/>`)
		w.times(sheets, func(i int) string {
			return fmt.Sprintf(`<Relationship Id="s%d" Type="%s/worksheet" Target="worksheets/s%d.xml"/>`, i, relationTypes, i)
		})
		w.WriteString(`</Relationships>`)
	}
	for i := range sheets {
		p[fmt.Sprintf("xl/worksheets/s%d.xml", i)] = said("<worksheet><sheetData>" + strings.Repeat("<row>"+strings.Repeat("<c><v>1</v></c>", cells)+"</row>", rows) + "</sheetData></worksheet>")
	}
	return p
}

// dense gives a workbook of which each row has fifty cells, and each is a recommendation.
func dense(rows int) parts {
	return register(func(w text) {
		w.times(rows, func(i int) string {
			const own = `<c t="inlineStr"><is><t>`
			return fmt.Sprintf(`<row><c><v>%d</v></c>`+own+`Data</t></is></c><c t="s"><v>0</v></c>`+own+`Complete</t></is></c>`, i+2) + strings.Repeat(`<c><v>123</v></c>`, 46) + "</row>"
		})
	}, nothing)
}

// pictures gives a part of so many megabytes that cannot be packed.
func pictures(megabytes int) func(w text) {
	return func(w text) {
		random := rand.NewChaCha8([32]byte{})
		block := make([]byte, 1<<20)
		for range megabytes {
			_, _ = random.Read(block) // it never fails
			w.Write(block)
		}
	}
}

// zeros gives a part of so many megabytes that can be packed as nothing else can.
func zeros(megabytes int) func(w text) {
	return func(w text) { w.times(megabytes<<4, func(int) string { return strings.Repeat("\x00", 1<<16) }) }
}

// merged gives a sheet with so many areas of merged cells.
func merged(areas int) parts {
	return register(nothing, func(w text) {
		w.WriteString("<mergeCells>")
		w.times(areas, func(i int) string { return fmt.Sprintf(`<mergeCell ref="A%d:B%d"/>`, i+1, i+1) })
		w.WriteString("</mergeCells>")
	})
}

// doubling gives rows of which each text is that of the row above, twice.
func doubling(rows int) parts {
	return register(func(w text) {
		w.times(rows, func(i int) string {
			n := i + 3
			return fmt.Sprintf(`<row r="%d"><c r="A%d"><v>%d</v></c><c r="B%d" t="str"><v>Data</v></c><c r="C%d"><f>C%d&amp;C%d</f></c><c r="D%d" t="str"><v>In progress</v></c></row>`, n, n, n, n, n, n-1, n-1, n)
		})
	}, nothing)
}

// texts gives a workbook with so many shared texts of so many letters.
func texts(n, letters int) parts {
	return register(nothing, nothing).with("xl/sharedStrings.xml", func(w text) {
		w.WriteString("<sst>")
		w.times(n, func(int) string { return "<si><t>" + strings.Repeat("a", letters) + "</t></si>" })
		w.WriteString("</sst>")
	})
}
