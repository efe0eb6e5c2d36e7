package batch

import (
	"archive/zip"
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"boardpack/report"
	"boardpack/report/ooxml"
	"boardpack/report/reporttest"
)

// part is a file of an archive.
type part struct{ name, text string }

func unpacked(t testing.TB, data []byte) []part {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	require.NoError(t, err)
	var out []part
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			out = append(out, part{f.Name, err.Error()})
			continue
		}
		text, err := io.ReadAll(r)
		if err != nil { // a part that is damaged, and stays so
			text = append(text, err.Error()...)
		}
		out = append(out, part{f.Name, string(text)})
	}
	return out
}

func packed(t testing.TB, parts []part) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, p := range parts {
		w, err := z.Create(p.name)
		require.NoError(t, err)
		_, err = io.WriteString(w, p.text)
		require.NoError(t, err)
	}
	require.NoError(t, z.Close())
	return out.Bytes()
}

// notedMaster is a workbook with a status that nobody knows, Welsh letters, a note of somebody's on another cell, a text beside and a picture.
func notedMaster(t testing.TB) []part {
	t.Helper()
	f := excelize.NewFile()
	require.NoError(t, f.SetSheetName("Sheet1", "Argymhellion"))
	for i, row := range [][]string{{"Ref", "Theme", "Recommendation", "Status"}, {"1", "Data", "Hyfforddi tîm Llŷr", "Complet"}, {"2", "Data", "Do the other", "In progress"}} {
		require.NoError(t, f.SetSheetRow("Argymhellion", "A"+string(rune('1'+i)), &row))
	}
	require.NoError(t, f.AddComment("Argymhellion", excelize.Comment{Cell: "A3", Author: "A person", Text: "gofyn eto"}))
	var out bytes.Buffer
	require.NoError(t, f.Write(&out))
	return append(unpacked(t, out.Bytes()), part{"xl/media/image1.png", "\x89PNG no real picture"})
}

// withoutDeclaration takes the XML declaration off.
func withoutDeclaration(text string) string {
	if rest, found := strings.CutPrefix(text, "<?xml"); found {
		return strings.TrimLeft(rest[strings.Index(rest, "?>")+2:], "\r\n")
	}
	return text
}

// TestAnnotatePackages: of whatever package our reader reads, a copy is made. What is changed in it is in UTF-8 and says so, and the
// rest is the same bytes.
func TestAnnotatePackages(t *testing.T) {
	t.Parallel()
	wide := func(order unicode.Endianness, mark unicode.BOMPolicy, declaration string) func(part) part {
		return func(p part) part {
			text, err := unicode.UTF16(order, mark).NewEncoder().String(declaration + withoutDeclaration(p.text))
			require.NoError(t, err)
			return part{p.name, text}
		}
	}
	declared := func(label string) func(part) part {
		return func(p part) part {
			return part{p.name, `<?xml version="1.0" encoding="` + label + `"?>` + withoutDeclaration(p.text)}
		}
	}
	replace := func(name, from, to string) func(part) part {
		return func(p part) part {
			if p.name == name {
				require.Contains(t, p.text, from)
				p.text = strings.Replace(p.text, from, to, 1)
			}
			return p
		}
	}
	without := func(name string) func(part) part {
		return func(p part) part {
			if p.name == name {
				return part{}
			}
			return p
		}
	}
	const sheet, book, root = "xl/worksheets/sheet1.xml", "xl/_rels/workbook.xml.rels", "_rels/.rels"
	for _, c := range []struct {
		name   string
		change []func(part) part
	}{
		{"as Excel writes them", nil},
		{"UTF-16", []func(part) part{wide(unicode.LittleEndian, unicode.UseBOM, `<?xml version="1.0" encoding="UTF-16"?>`)}},
		{"UTF-16, big end first, without mark or declaration", []func(part) part{wide(unicode.BigEndian, unicode.IgnoreBOM, "")}},
		{"UTF-8 with a mark", []func(part) part{func(p part) part { return part{p.name, "\ufeff" + p.text} }}},
		{"UTF-16 declared in UTF-8, as .NET does", []func(part) part{declared("utf-16")}},
		{"ASCII", []func(part) part{func(p part) part {
			return declared("us-ascii")(part{p.name, strings.NewReplacer("î", "&#238;", "ŷ", "&#375;").Replace(p.text)})
		}}},
		{"ISO-8859-14", []func(part) part{func(p part) part {
			text, err := encoding.HTMLEscapeUnsupported(charmap.ISO8859_14.NewEncoder()).String(declared("iso-8859-14")(p).text)
			require.NoError(t, err)
			return part{p.name, text}
		}}},
		{"names in capitals", []func(part) part{func(p part) part { return part{strings.ToUpper(p.name), p.text} }}},
		{"targets in percent signs", []func(part) part{replace(book, "worksheets/sheet1.xml", "worksheets/sheet%201%20%C3%A9.xml"), func(p part) part {
			return part{strings.Replace(p.name, "sheet1.xml", "sheet 1 é.xml", 1), p.text}
		}}},
		{"names in percent signs", []func(part) part{replace(book, "worksheets/sheet1.xml", "worksheets/SHEET 1.xml"), func(p part) part {
			return part{strings.Replace(p.name, "sheet1.xml", "sheet%201.xml", 1), p.text}
		}}},
		{"no root relationships", []func(part) part{without(root)}},
		{"neither list nor root relationships", []func(part) part{without(root), without("[Content_Types].xml")}},
		{"a folder among the parts", []func(part) part{func(p part) part {
			if p.name == root {
				return part{"xl/", ""}
			}
			return p
		}}},
		{"single quotes, and a tab that says true", []func(part) part{replace(sheet, `tabSelected="true"`, `tabSelected = 'true'`)}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var parts []part
			for _, p := range notedMaster(t) {
				isText := strings.HasPrefix(p.text, "<")
				for _, change := range c.change {
					if isText || p.name != change(p).name {
						if p = change(p); p.name == "" {
							break
						}
					}
				}
				if p.name != "" {
					parts = append(parts, p)
				}
			}
			copied := annotatedCopy(t, packed(t, parts))
			assert.Equal(t, copied, annotatedCopy(t, packed(t, parts)), "the same master gives the same copy")
			assert.NotZero(t, soundCopy(t, packed(t, parts), copied))
		})
	}
}

// annotatedCopy checks a master and gives its copy.
func annotatedCopy(t *testing.T, master []byte) []byte {
	t.Helper()
	o := madeOf(t, map[string]string{"2023-09/m.xlsx": string(master)})
	outcomes, err := Check(context.Background(), *o)
	require.NoError(t, err)
	require.Len(t, outcomes, 1)
	require.NoError(t, outcomes[0].Err)
	require.NotEmpty(t, outcomes[0].Problems)
	to, err := Annotate(outcomes[0].Master, filepath.Join(o.Out, "copy"), outcomes[0].Problems, *o)
	require.NoError(t, err)
	data, err := os.ReadFile(to)
	require.NoError(t, err)
	files, err := os.ReadDir(o.Out)
	require.NoError(t, err)
	require.Len(t, files, 1, "no unfinished copy is left")
	return data
}

// soundCopy holds that each part of the copy is that of the master, byte by byte, or sound XML in UTF-8, drawings of notes aside. It counts the parts with notes.
func soundCopy(t testing.TB, master, copied []byte) (notes int) {
	t.Helper()
	before := map[string]string{}
	for _, p := range unpacked(t, master) {
		before[p.name] = p.text
	}
	for _, p := range unpacked(t, copied) {
		if text, was := before[p.name]; was && text == p.text {
			continue
		}
		if strings.HasSuffix(strings.ToLower(p.name), ".vml") {
			continue
		}
		require.True(t, utf8.ValidString(p.text), p.name)
		rest, found := strings.CutPrefix(p.text, `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`+"\n")
		require.True(t, found, p.name)
		require.NoError(t, ooxml.Sound(strings.NewReader(rest)), p.name)
		if strings.Contains(strings.ToLower(p.name), "comments") {
			notes++
		}
	}
	return notes
}

// fuzzOptions are those of a run with the shipped template and small limits.
func fuzzOptions(f *testing.F) Options {
	shipped := reporttest.Shipped(f)
	words, err := shipped.Words("en")
	require.NoError(f, err)
	o := Options{Rules: &shipped.Rules, Vocabulary: &shipped.Vocabulary, Words: []report.Words{words}}
	o.Limits.Unpacked, o.Limits.Rows, o.Limits.Columns, o.Limits.Cell = 1<<20, 1000, 100, 10_000
	return o
}

// someProblems are problems of cells that are there, of others, and of the file.
func someProblems() []report.Problem {
	args := map[string]string{"Ref": "1 <&> _x0041_"}
	return []report.Problem{
		{Level: report.Warning, Code: "no-owner", File: "m.xlsx", Sheet: "Argymhellion", Cell: "A3", Args: args},
		{Level: report.Warning, Code: "no-owner", File: "m.xlsx", Sheet: "Argymhellion", Cell: "D2", Args: args},
		{Level: report.Warning, Code: "no-owner", File: "m.xlsx", Sheet: "Argymhellion", Cell: "XFD1048576", Args: args},
		{Level: report.Warning, Code: "no-owner", File: "m.xlsx", Sheet: "Not there", Cell: "A1", Args: args},
		{Level: report.Warning, Code: "no-owner", File: "m.xlsx", Args: args},
	}
}

// annotateFuzzed makes a copy of any bytes, or says why there is none. Annotate itself holds that the copy is read as the master is.
func annotateFuzzed(t *testing.T, dir string, o Options, data []byte) {
	path, to := filepath.Join(dir, "m.xlsx"), filepath.Join(dir, "copy.xlsx")
	require.NoError(t, os.WriteFile(path, data, 0o644))
	made, err := Annotate(path, strings.TrimSuffix(to, ".xlsx"), someProblems(), o)
	defer os.Remove(made)
	if err != nil {
		require.NotContains(t, err.Error(), "does not understand", "a panic inside")
		require.NoFileExists(t, to)
		return
	}
	copied, err := os.ReadFile(made)
	require.NoError(t, err)
	if bytes.HasPrefix(data, []byte("PK")) {
		soundCopy(t, data, copied)
	}
}

// FuzzAnnotate gives the annotator the bytes of a whole file.
func FuzzAnnotate(f *testing.F) {
	f.Add(packed(f, notedMaster(f)))
	f.Add([]byte("Ref,Theme,Recommendation,Status\n1,Data,Do it,Complet\n"))
	f.Add([]byte("PK\x03\x04"))
	o, dir := fuzzOptions(f), f.TempDir()
	f.Fuzz(func(t *testing.T, data []byte) { annotateFuzzed(t, dir, o, data) })
}

// FuzzAnnotateParts gives it the parts that it changes, in a sound archive.
func FuzzAnnotateParts(f *testing.F) {
	names := []string{"xl/worksheets/sheet1.xml", "xl/worksheets/_rels/sheet1.xml.rels", "xl/comments1.xml", "xl/drawings/vmlDrawing1.vml", "xl/styles.xml", "[Content_Types].xml"}
	base := notedMaster(f)
	texts := map[string]string{}
	for _, p := range base {
		texts[p.name] = p.text
	}
	for _, name := range names {
		require.NotEmpty(f, texts[name], name)
	}
	f.Add(texts[names[0]], texts[names[1]], texts[names[2]], texts[names[3]], texts[names[4]], texts[names[5]])
	f.Add(strings.Replace(texts[names[0]], "</worksheet>", "<tableParts/></worksheet>", 1), "", `<x:comments xmlns:x="u"><x:authors/><x:commentList/></x:comments>`, "<xml></xml>", "<styleSheet/>", "<Types/>")
	o, dir := fuzzOptions(f), f.TempDir()
	f.Fuzz(func(t *testing.T, sheet, relations, comments, drawing, styles, types string) {
		given := map[string]string{names[0]: sheet, names[1]: relations, names[2]: comments, names[3]: drawing, names[4]: styles, names[5]: types}
		parts := make([]part, 0, len(base))
		for _, p := range base {
			if text, ok := given[p.name]; ok {
				p.text = text
			}
			parts = append(parts, p)
		}
		annotateFuzzed(t, dir, o, packed(t, parts))
	})
}
