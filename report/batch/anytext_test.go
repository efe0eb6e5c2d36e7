package batch_test

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"boardpack/report/batch"
	"boardpack/report/reporttest/pace"
)

var anyTexts = flag.Int("anytexts", 200, "how many rows of random texts TestAnyTextMakesAPack tries")

// rowsOfTexts is how many rows one master of random texts has.
const rowsOfTexts = 40

// drawText draws a text of characters of every kind that a file can hold, each kind as likely as the other; what XML cannot hold
// as it is stands in it as Excel writes it, _x001F_, as do halves of pairs.
func drawText(t *rapid.T, label string) string {
	kinds := []*rapid.Generator[rune]{
		rapid.RuneFrom([]rune("abcxyz ABC,.;:-/()[]{}'\"0123456789%&<>=+@#*_!?|\\~^`$")),
		rapid.RuneFrom([]rune("\n\t\u00A0\u2028\u2029\u2003\u200B\u200D\u202F\uFEFF\u00AD\u0085")),
		rapid.RuneFrom([]rune("\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069\u200E\u200F")),
		rapid.RuneFrom([]rune("‑–—‐“”‘’…•✓✗☐☑☒●🟢🔴🟡⚪✅❌👍🏽🇬🇧")),
		rapid.RuneFrom(nil, unicode.Latin), rapid.RuneFrom(nil, unicode.Mn, unicode.Me, unicode.Mc),
		rapid.RuneFrom(nil, unicode.Hebrew, unicode.Arabic), rapid.RuneFrom(nil, unicode.Han, unicode.Devanagari, unicode.Thai, unicode.Hangul),
		rapid.RuneFrom(nil, unicode.Greek, unicode.Cyrillic, unicode.Armenian, unicode.Georgian), rapid.RuneFrom(nil, unicode.Co),
		rapid.RuneFrom(nil, unicode.So, unicode.Sm, unicode.Sk), rapid.RuneFrom(nil, unicode.Cf), rapid.Rune(),
		rapid.Custom(func(t *rapid.T) rune { return rune(rapid.IntRange(0x80, 0x9F).Draw(t, "c1")) }),
	}
	pairs := []string{"**", "[[", "]]", "[[1]]", "{{", "}}", "{{.N}}", "http://", "<b>", "%d", "=1+1"}
	var b strings.Builder
	for range rapid.IntRange(0, 12).Draw(t, label) {
		if rapid.IntRange(0, 9).Draw(t, "escape") == 0 {
			fmt.Fprintf(&b, "_x%04X_", rapid.SampledFrom([]int{0, 7, 0x1F, 0x41, 0x5F, 0x7F, 0x9B, 0xD800, 0xDC00, 0xFFFE, 0xFFFF}).Draw(t, "unit"))
			continue
		}
		if rapid.IntRange(0, 9).Draw(t, "paired") == 0 {
			b.WriteString(rapid.SampledFrom(pairs).Draw(t, "pair"))
			continue
		}
		r := kinds[rapid.IntRange(0, len(kinds)-1).Draw(t, "kind")].Draw(t, "rune")
		if r == 0xFFFE || r == 0xFFFF || r >= 0xD800 && r <= 0xDFFF || r < ' ' && r != '\n' && r != '\t' {
			fmt.Fprintf(&b, "_x%04X_", r)
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

// sheetOf writes rows as a worksheet with the texts in its cells.
func sheetOf(rows [][]string) string {
	var b bytes.Buffer
	b.WriteString(`<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>`)
	for _, row := range rows {
		b.WriteString("<row>")
		for _, text := range row {
			b.WriteString(`<c t="inlineStr"><is><t xml:space="preserve">`)
			_ = xml.EscapeText(&b, []byte(text))
			b.WriteString("</t></is></c>")
		}
		b.WriteString("</row>")
	}
	b.WriteString("</sheetData></worksheet>")
	return b.String()
}

// writeMaster writes a master with a register and an About sheet, with nothing that a workbook need not have.
func writeMaster(t require.TestingT, path string, register, about [][]string) {
	const types = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`
	const relation = `<Relationship Id="rId%d" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" Target="%s"/>`
	const relations = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">%s</Relationships>`
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, part := range [][2]string{
		{"[Content_Types].xml", types},
		{"_rels/.rels", fmt.Sprintf(relations, fmt.Sprintf(relation, 1, "officeDocument", "xl/workbook.xml"))},
		{"xl/workbook.xml", `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Recommendations" sheetId="1" r:id="rId1"/><sheet name="About" sheetId="2" r:id="rId2"/></sheets></workbook>`},
		{"xl/_rels/workbook.xml.rels", fmt.Sprintf(relations, fmt.Sprintf(relation, 1, "worksheet", "worksheets/sheet1.xml")+fmt.Sprintf(relation, 2, "worksheet", "worksheets/sheet2.xml"))},
		{"xl/worksheets/sheet1.xml", sheetOf(register)},
		{"xl/worksheets/sheet2.xml", sheetOf(about)},
	} {
		w, err := z.Create(part[0])
		require.NoError(t, err)
		_, err = w.Write([]byte(part[1]))
		require.NoError(t, err)
	}
	require.NoError(t, z.Close())
	require.NoError(t, os.WriteFile(path, out.Bytes(), 0o600))
}

// drawMaster writes a master with random texts in every column and every entry of About, under the template's headings.
func drawMaster(t *rapid.T, path string, heading func(string) string) {
	columns := []string{"ref", "theme", "recommendation", "status", "source", "heading", "response", "owner", "priority", "reason_for_change",
		"progress_note", "evidence", "recommendation_cy", "response_cy", "owner_cy", "heading_cy", "evidence_cy", "due_as_written", "sign_off", "ours"}
	headings := make([]string, len(columns))
	for c, column := range columns {
		headings[c] = heading(column)
	}
	register := [][]string{headings}
	for i := range rowsOfTexts {
		row := make([]string, len(columns))
		for c := range row {
			row[c] = drawText(t, columns[c])
		}
		row[0] = fmt.Sprint(i+1, row[0])
		row[2] += "a"
		register = append(register, row)
	}
	var about [][]string
	for _, key := range []string{"Title", "Title (cy)", "Organisation", "Issuer", "Marking", "Board", "Contact", "Contact (cy)", "Version"} {
		about = append(about, []string{key, drawText(t, key)})
	}
	writeMaster(t, path, register, about)
}

// TestAnyTextMakesAPack: whatever characters stand in a master, in every column, on the About sheet and in its name, in a template
// that loads, and in the names of the folders, a master that check can use makes a pack, and every file of it is proved. One
// master in four is built in both languages.
func TestAnyTextMakesAPack(t *testing.T) {
	const halves = 2
	for half := range halves {
		t.Run(fmt.Sprint(half+1), func(t *testing.T) {
			t.Parallel()
			tried := 0
			rapid.Check(t, func(rt *rapid.T) {
				if tried < pace.Rounds(*anyTexts, *anyTexts)/halves {
					tried += rowsOfTexts
					makeAnyPack(t, rt)
				}
			})
		})
	}
}

// makeAnyPack draws a template and a master and makes the packs.
func makeAnyPack(t *testing.T, rt *rapid.T) {
	dir, err := os.MkdirTemp("", "anytext")
	require.NoError(rt, err)
	defer os.RemoveAll(dir)
	input := filepath.Join(dir, drawName(rt)+"in")
	require.NoError(rt, os.MkdirAll(filepath.Join(input, "2023-09"), 0o700))
	languages := rapid.SampledFrom([][]string{{"en"}, {"en"}, {"cy"}, {"en", "cy"}}).Draw(rt, "languages")
	template := drawTemplate(rt, filepath.Join(dir, drawName(rt)+"template"), languages)
	drawMaster(rt, filepath.Join(input, "2023-09", drawName(rt)+".xlsx"), template.heading)
	o := optionsOf(t, template.load(rt))
	o.Jobs, o.Input, o.Out = 1, input, filepath.Join(dir, drawName(rt)+"out")
	outcomes, err := batch.Check(context.Background(), o)
	require.NoError(rt, err)
	require.NoError(rt, outcomes[0].Err, "check")
	built, err := batch.Build(context.Background(), o)
	require.NoError(rt, err)
	for _, out := range built {
		assert.NoError(rt, out.Err, "build")
	}
}

// drawName draws the name of a file or folder, of characters that a file system allows.
func drawName(t *rapid.T) string {
	name := strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`/\:*?"<>|~`, r) {
			return -1
		}
		return r
	}, drawText(t, "name"))
	return "m" + strings.ToValidUTF8(name[:min(len(name), 40)], "")
}
