package master

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
	"boardpack/report/reporttest/pace"
)

const sheetPartName = "xl/worksheets/sheet1.xml"

// TestDamage spoils one thing of a sound workbook at a time. None may be read as if nothing were wrong.
func TestDamage(t *testing.T) {
	t.Parallel()
	pace.OneByOne(t)
	sound := plainParts()
	cut := func(name string, at float64) map[string]string {
		text := sound[name]
		return map[string]string{name: text[:int(float64(len(text))*at)]}
	}
	in := func(name, from, to string) map[string]string {
		return map[string]string{name: replaced(sound[name], from, to)}
	}
	for _, c := range []struct {
		name  string
		parts map[string]string // "" takes the part out
		code  string
		says  string
	}{
		{"sheet cut halfway", cut(sheetPartName, 0.6), "damaged", "xl/worksheets/sheet1.xml"},
		{"sheet cut after a row", map[string]string{sheetPartName: strings.Split(sound[sheetPartName], "</sheetData>")[0]}, "damaged", "it ends inside <sheetData>"},
		{"sheet empty", map[string]string{sheetPartName: " "}, "damaged", "it is empty"},
		{"sheet garbage", map[string]string{sheetPartName: "\x00\x01 rubbish"}, "damaged", "xl/worksheets/sheet1.xml"},
		{"sheet of another kind", map[string]string{sheetPartName: "<html></html>"}, "damaged", "it is a <html>, not a worksheet"},
		{"sheet missing", map[string]string{sheetPartName: ""}, "missing-part", "xl/worksheets/sheet1.xml"},
		{"unknown entity", in(sheetPartName, "Do 2", "Do &nbsp; 2"), "damaged", "line 1 is damaged: it names a character that is not known"},
		{"entities of its own", in(sheetPartName, "<worksheet", `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet`), "damaged", "it has a document type"},
		{"elements closed crosswise", in(sheetPartName, "</is></c>", "</c></is>"), "damaged", "</c> closes nothing"},
		{"rows out of order", in(sheetPartName, plainRow(3), plainRow(3)+plainRow(2)), "damaged", "row “2” follows row 3"},
		{"a row twice", in(sheetPartName, plainRow(3), plainRow(3)+plainRow(3)), "damaged", "row “3” follows row 3"},
		{"a cell twice", in(sheetPartName, `<c r="A2"><v>2</v></c>`, `<c r="A2"><v>2</v></c><c r="A2"><v>9</v></c>`), "damaged", "cell “A2”"},
		{"a cell of another row", in(sheetPartName, `<c r="A2">`, `<c r="A7">`), "damaged", "cell “A7”"},
		{"a cell nowhere", in(sheetPartName, `<c r="A2">`, `<c r="ZZZZ2">`), "damaged", "cell “ZZZZ2”"},
		{"a kind of cell that there is not", in(sheetPartName, `<c r="D2" t="s">`, `<c r="D2" t="zz">`), "damaged", "cell D2 is of the kind “zz”, which does not exist"},
		{"an empty cell of a kind that there is not", in(sheetPartName, `</row></sheetData>`, `<c r="E3" t="S"/></row></sheetData>`), "damaged", "cell E3 is of the kind “S”"},
		{"a cell outside its row", in(sheetPartName, `</row></sheetData>`, `</row><c r="A4"><v>4</v></c></sheetData>`), "damaged", "<c> is inside <sheetData>, after A3, where it is not allowed"},
		{"a row outside the table of cells", in(sheetPartName, `</sheetData>`, `</sheetData>`+plainRow(4)), "damaged", "<row> is inside <worksheet>, after A3, where it is not allowed"},
		{"a row outside under another prefix", in(sheetPartName, `</sheetData>`, `</sheetData><y:row xmlns:y="x"/>`), "damaged", "<row> is inside <worksheet>"},
		{"rows without a table of cells", in(sheetPartName, "sheetData", "sheetdata"), "damaged", "<row> is inside <sheetdata>"},
		{"a row in a row", in(sheetPartName, plainRow(3), strings.TrimSuffix(plainRow(3), "</row>")+plainRow(4)+"</row>"), "damaged", "<row> is inside <row>, after D3, where it is not allowed"},
		{"a row in something unknown", in(sheetPartName, plainRow(3), "<group>"+plainRow(3)+"</group>"), "damaged", "<row> is inside <group>, after A2, where it is not allowed"},
		{"a cell in a cell", in(sheetPartName, `<c r="A2"><v>2</v></c>`, `<c r="A2"><v>2</v><c r="B2"><v>9</v></c></c>`), "damaged", "<c> is inside <c>, after A2, where it is not allowed"},
		{"a value outside its cell", in(sheetPartName, `<c r="A2"><v>2</v></c>`, `<c r="A2"/><v>2</v>`), "damaged", "<v> is inside <row>, after A2, where it is not allowed"},
		{"a value in something unknown", in(sheetPartName, `<c r="A2"><v>2</v></c>`, `<c r="A2"><x><v>2</v></x></c>`), "damaged", "<v> is inside <x>, after A2, where it is not allowed"},
		{"two tables of cells", in(sheetPartName, `</sheetData>`, `</sheetData><sheetData>`+plainRow(4)+`</sheetData>`), "damaged", "it has two tables of cells"},
		{"a text outside its value", in(sheetPartName, `<c r="C2" t="inlineStr"><is><t>Do 2</t></is></c>`, `<c r="C2" t="inlineStr"><t>Do 2</t></c>`), "damaged", "<t> is inside <c>, after C2, where it is not allowed"},
		{"a text in a value", in(sheetPartName, `<c r="A2"><v>2</v></c>`, `<c r="A2" t="str"><v><t>2</t></v></c>`), "damaged", "<t> is inside <v>, after A2, where it is not allowed"},
		{"a sheet outside the list of sheets", in("xl/workbook.xml", "</sheets>", `</sheets><sheet name="More" sheetId="2" r:id="rId9"/>`), "damaged", "<sheet> is inside <workbook>, where it is not allowed"},
		{"a table of cells in another", in(sheetPartName, plainRow(3), `<sheetData>`+plainRow(3)+`</sheetData>`), "damaged", "<sheetData> is inside <sheetData>"},
		{"two values in a cell", in(sheetPartName, `<v>2</v>`, `<v>2</v><v>9</v>`), "damaged", "cell C1 has two values"},
		{"two texts in a cell", in(sheetPartName, `<is><t>Do 2</t></is>`, `<is><t>Do 2</t></is><is><t>not</t></is>`), "damaged", "cell C2 has two values"},
		{"a text beside its value", in(sheetPartName, `<c r="A2"><v>2</v></c>`, `<c r="A2">7<v>2</v></c>`), "damaged", "text outside any value in <c>, after A2"},
		{"a text between cells", in(sheetPartName, `<c r="A2">`, `lost<c r="A2">`), "damaged", "text outside any value in <row>, after A2"},
		{"a text of its own in a cell of another kind", in(sheetPartName, `<c r="C2" t="inlineStr">`, `<c r="C2">`), "damaged", "cell C2 has its own text"},
		{"true or false that is neither", in(sheetPartName, `<c r="A2"><v>2</v></c>`, `<c r="A2" t="b"><v>2</v></c>`), "damaged", "cell A2 should be true or false, but is neither"},
		{"an attribute twice", in(sheetPartName, `<c r="A2">`, `<c r="A2" r="B2">`), "damaged", "<c> has the attribute “r” twice"},
		{"a text in a text", in("xl/sharedStrings.xml", `<si><t>Training</t></si>`, `<si><t>Training</t><si><t>Data</t></si></si>`), "damaged", "<si> is inside <si>, where it is not allowed"},
		{"texts of another kind", in("xl/sharedStrings.xml", "sst", "texts"), "damaged", "it is a <texts>, not a list of texts"},
		{"a cell of one text in many pieces", in(sheetPartName, "Do 2", strings.Repeat("a<!-- -->", 1_100_000)), "over-cell", "more than 100000 characters"},
		{"two roots", in(sheetPartName, "</worksheet>", "</worksheet><worksheet/>"), "damaged", "it has two roots"},
		{"bytes that are no text", in(sheetPartName, "Do 2", "Do \xff\xfe"), "damaged", "xl/worksheets/sheet1.xml"},
		{"nested too deep", in(sheetPartName, "</worksheet>", strings.Repeat("<a>", 300)+strings.Repeat("</a>", 300)+"</worksheet>"), "damaged", "nested more than 200 deep"},
		{"texts missing", map[string]string{"xl/sharedStrings.xml": ""}, "missing-part", "xl/sharedstrings.xml"},
		{"texts cut", cut("xl/sharedStrings.xml", 0.5), "damaged", "xl/sharedstrings.xml"},
		{"a text number beyond the last", in(sheetPartName, `<c r="D2" t="s"><v>5</v></c>`, `<c r="D2" t="s"><v>99</v></c>`), "damaged", "cell D2 refers to text number"},
		{"a text number that is none", in(sheetPartName, `<c r="D2" t="s"><v>5</v></c>`, `<c r="D2" t="s"><v>x</v></c>`), "damaged", "cell D2 refers to text number"},
		{"styles cut", cut("xl/styles.xml", 0.5), "damaged", "xl/styles.xml"},
		{"list of sheets cut", cut("xl/workbook.xml", 0.5), "damaged", "xl/workbook.xml"},
		{"list of sheets empty", in("xl/workbook.xml", `<sheet name="Recommendations" sheetId="1" r:id="rId1"/>`, ""), "damaged", "it lists no worksheets"},
		{"a sheet twice", in("xl/workbook.xml", "</sheets>", `<sheet name="Again" sheetId="2" r:id="rId1"/></sheets>`), "damaged", "two of its sheets are xl/worksheets/sheet1.xml"},
		{"formats without end", in("xl/styles.xml", "<font/>", strings.Repeat("<font/>", 400_001)), "damaged", "it has more than 400000 elements"},
		{"relations cut", cut("xl/_rels/workbook.xml.rels", 0.5), "damaged", "xl/_rels/workbook.xml.rels"},
		{"relations missing", map[string]string{"xl/_rels/workbook.xml.rels": ""}, "missing-part", "the sheet Recommendations"},
	} {
		t.Run(c.name, func(t *testing.T) {
			parts := plainParts()
			for name, text := range c.parts {
				if parts[name] = text; text == "" {
					delete(parts, name)
				}
			}
			unusableWith(t, archive(t, parts), options(), c.code, c.says)
		})
	}
}

// unusableWith reads the bytes, expects an error of the code, and returns it.
func unusableWith(t *testing.T, data []byte, o Options, code, says string) *Unusable {
	t.Helper()
	register, err := ReadBytes("m.xlsx", data, o)
	var u *Unusable
	require.ErrorAs(t, err, &u)
	assert.Nil(t, register)
	assert.Equal(t, code, u.Problem.Code, err.Error())
	assert.Contains(t, err.Error(), says)
	assert.Equal(t, "m.xlsx", u.Problem.File)
	assert.NotContains(t, err.Error(), "{{")
	return u
}

// TestDamagedArchive spoils the zip file itself.
func TestDamagedArchive(t *testing.T) {
	t.Parallel()
	sound := archive(t, plainParts())
	unusableWith(t, sound[:len(sound)/2], options(), "damaged", "the whole file cannot be read safely (it is not a complete zip archive; the copy may have been cut off)")
	unusableWith(t, sound[:20], options(), "damaged", "the whole file")

	for at := 0; at < len(sound)-30; at += 7 { // one byte wrong: an error, or the same rows
		spoiled := bytes.Clone(sound)
		spoiled[at] ^= 0xff
		register, err := ReadBytes("m.xlsx", spoiled, options())
		if err == nil {
			assert.Len(t, register.Recommendations, 2, "byte %d", at)
		}
	}

	twice := rewritten(t, sound, func(z *zip.Writer, f *zip.File) {
		must(z.Copy(f))
		if f.Name == sheetPartName {
			must(z.Copy(f))
		}
	})
	unusableWith(t, twice, options(), "damaged", "it is there twice")

	lying := rewritten(t, sound, func(z *zip.Writer, f *zip.File) {
		header := f.FileHeader
		if f.Name == sheetPartName {
			header.UncompressedSize64 -= 100
		}
		w, err := z.CreateRaw(&header)
		must(err)
		raw, err := f.OpenRaw()
		must(err)
		_, err = io.Copy(w, raw)
		must(err)
	})
	unusableWith(t, lying, options(), "damaged", sheetPartName)
}

// rewritten copies an archive part by part.
func rewritten(t *testing.T, data []byte, part func(z *zip.Writer, f *zip.File)) []byte {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	require.NoError(t, err)
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range r.File {
		part(z, f)
	}
	require.NoError(t, z.Close())
	return b.Bytes()
}

// TestLimits goes just up to each limit, and just beyond.
func TestLimits(t *testing.T) {
	t.Parallel()
	data := archive(t, plainParts())
	limited := func(l Limits) Options {
		o := options()
		o.Limits = l
		return o
	}
	for _, within := range []Limits{{Rows: 3}, {Columns: 4}, {Cell: 14}} {
		_, err := ReadBytes("m.xlsx", data, limited(within))
		assert.NoError(t, err)
	}
	rows := unusableWith(t, data, limited(Limits{Rows: 2}), "over-rows", "the sheet has more than 2 filled rows: delete what is not needed, or raise the limit with --max-rows")
	assert.Equal(t, "Recommendations", rows.Problem.Sheet)
	columns := unusableWith(t, data, limited(Limits{Columns: 3}), "over-columns", "--max-columns")
	assert.Equal(t, "D1", columns.Problem.Cell)
	cell := unusableWith(t, data, limited(Limits{Cell: 13}), "over-cell", "the cell has more than 13 characters: shorten the text, or raise the limit with --max-cell")
	assert.Equal(t, "C1", cell.Problem.Cell)
	unusableWith(t, data, limited(Limits{Unpacked: 1000}), "over-size", "--max-size")

	var wide [][]any
	wide = append(wide, heads(), append(good(), make([]any, 100)...))
	for i := range 100 {
		wide[1][4+i] = i
	}
	unusableWith(t, workbook(t, wide), limited(Limits{Rows: 2}), "over-cells", "more than 100 filled cells")

	csv := []byte(csvHeads + "1,Training,a,In progress\n")
	for code, l := range map[string]Limits{"over-rows": {Rows: 1}, "over-columns": {Columns: 3}, "over-cell": {Cell: 5}, "over-size": {Unpacked: 10}} {
		unusableWith(t, csv, limited(l), code, "--max-")
	}
}

// TestBombs has small files that grow when unpacked. Each must be refused with little memory.
func TestBombs(t *testing.T) {
	t.Parallel()
	pace.OneByOne(t)
	sheet := plainParts()[sheetPartName]
	with := func(name, text string) []byte {
		parts := plainParts()
		parts[name] = text
		return archive(t, parts)
	}
	o := options()
	o.Limits.Unpacked = 20 << 20
	huge := strings.Repeat("x", 30<<20)
	unusableWith(t, with(sheetPartName, replaced(sheet, "Do 2", huge)), o, "over-size", "larger than 20 MB")
	unusableWith(t, with("xl/media/image1.png", huge), o, "over-size", "larger than 20 MB")
	unusableWith(t, with("xl/styles.xml", "<styleSheet>"+strings.Repeat("<a/>", 5<<20)+"</styleSheet>"), options(), "damaged", "larger than 16 MB")
	unusableWith(t, with(sheetPartName, replaced(sheet, "Do 2", huge)), options(), "over-cell", "more than 100000 characters")
	unusableWith(t, with("xl/sharedStrings.xml", "<sst><si><t>"+huge+"</t></si></sst>"), options(), "over-cell", "--max-cell")

	var wide strings.Builder
	for n := 4; n < 2000; n++ {
		fmt.Fprintf(&wide, `<row r="%d"><c r="XFD%d"><v>1</v></c></row>`, n, n)
	}
	unusableWith(t, with(sheetPartName, replaced(sheet, "</sheetData>", wide.String()+"</sheetData>")), options(), "over-columns", "XFD4")
}

func TestUnreadableFile(t *testing.T) {
	t.Parallel()
	_, err := Read(filepath.Join(t.TempDir(), "missing.xlsx"), options())
	assert.EqualError(t, err, "missing.xlsx: the file cannot be opened (it does not exist): close it in other programs, and check that you have permission to read it")
	assert.ErrorIs(t, err, os.ErrNotExist)
}

// TestFreeTextStaysOut makes sure that no problem quotes what people wrote about.
func TestFreeTextStaysOut(t *testing.T) {
	t.Parallel()
	const secret = "Mrs Example of Example Street"
	register, err := ReadBytes("m.xlsx", workbook(t, [][]any{
		append(heads(), "Response", "Progress note", "Reason for change", "Owner", "Evidence", "Notes"),
		{nil, "Nothing", secret, "Unknown", secret, secret, secret, secret, secret, secret},
		{nil, nil, nil, nil, secret},
	}), options())
	require.NoError(t, err)
	assert.NotEmpty(t, register.Problems)
	for _, p := range register.Problems {
		assert.NotContains(t, fmt.Sprint(p), secret)
	}
}

func TestOptionsCanBeEmpty(t *testing.T) {
	t.Parallel()
	register, err := ReadBytes("m.csv", []byte("ref,theme,recommendation,status\n1,a,b,c\n"), Options{})
	require.NoError(t, err)
	assert.Equal(t, report.Date{}, register.AsAt)
	assert.Equal(t, report.Unrecognised, register.Recommendations[0].State)
}
