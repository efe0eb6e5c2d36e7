package master

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/unicode"
)

// inside makes an archive of files, each "name" or "name=text".
func inside(t testing.TB, names ...string) []byte {
	parts := map[string]string{}
	for _, n := range names {
		name, text, _ := strings.Cut(n, "=")
		parts[name] = text
	}
	return archive(t, parts)
}

// dBase makes the header of a table with two columns, and a record.
func dBase(version byte, fixed, each int) string {
	header := []byte(strings.Repeat("\x00", fixed+2*each))
	copy(header, string([]byte{version})+"\x7b\x0c\x1f\x01\x00\x00\x00"+string([]byte{byte(len(header) + 1), byte((len(header) + 1) >> 8)})+"\x15\x00")
	copy(header[fixed:], "REF")
	copy(header[fixed+each:], "STATUS")
	return string(header) + "\r 11        Complete  \x1a"
}

// The index of a document of Apple's: 4 bytes, a length, a stretch that is not compressed, and in it an object of a type. Of the second,
// the length of the stretch stands behind its tag.
const (
	pagesIndex   = "=\x00\x9d\x1d\x00\xbe\x6b\x68\x56\x08\x01\x12\x52\x08\x90\x4e\x12\x03\x01\x00\x05"
	numbersIndex = "=\x00\x2a\x1d\x00\x95\x71\xf0\x65\x38\x08\x01\x12\x34\x08\x01\x12\x03\x01\x00\x05"
)

func apple(space, root string) string {
	return `=<?xml version="1.0"?><` + root + ` xmlns:sfa="http://developer.apple.com/namespaces/sfa" xmlns:` + strings.Split(root, ":")[0] + `="http://developer.apple.com/namespaces/` + space + `"><x/></` + root + `>`
}

// TestFormats knows files of other kinds by how they are built, whatever they are called and whatever names are somewhere in them.
func TestFormats(t *testing.T) {
	t.Parallel()
	const root = "Root Entry"
	xmlSpreadsheet := `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet/></Workbook>`
	wide := func(s string) string {
		out, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(s)
		require.NoError(t, err)
		return out
	}
	flat := func(kind string) string {
		return `<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:mimetype="application/vnd.oasis.opendocument.` + kind + `"/>`
	}
	manifest := `META-INF/manifest.xml=<!DOCTYPE manifest:manifest PUBLIC "-//OpenOffice.org//DTD Manifest 1.0//EN" "Manifest.dtd"><manifest:manifest>` +
		`<manifest:file-entry manifest:media-type="text/xml" manifest:full-path="content.xml"/><manifest:file-entry manifest:media-type="application/vnd.sun.xml.calc" manifest:full-path="/"/></manifest:manifest>`
	for _, c := range []struct {
		name, code string
		data       string
		says       string
	}{
		{"nothing", "empty-file", "", "the file is empty"},
		{"blanks", "empty-file", "\ufeff\r\n", "the file is empty"},
		{"Excel 97", "format-xls", string(compoundFile(root, "Workbook")), "97-2003 workbook (.xls): open it in Excel and save it as “Excel Workbook (*.xlsx)”"},
		{"Excel 97 without its container", "format-xls", "\x09\x08\x10\x00\x00\x06\x05\x00", "(.xls)"},
		{"Excel 4", "format-xls", "\x09\x04\x06\x00\x00\x00\x10\x00", "(.xls)"},
		{"Excel 2", "format-xls", "\x09\x00\x04\x00\x02\x00\x10\x00", "(.xls)"},
		{"a password", "format-password", string(compoundFile(root, "EncryptedPackage")), "protected by a password: open it in Excel, remove the password"},
		{"a sensitivity label", "format-rights", string(compoundFile(root, "EncryptedPackage", "\x06DataSpaces", "/DRMEncryptedTransform")), "sensitivity label"},
		{"Word 97", "format-word", string(compoundFile(root, "WordDocument")), "Word document"},
		{"Word", "format-word", string(inside(t, "[Content_Types].xml", "word/document.xml")), "Word document"},
		{"Word 2003 in XML", "format-word", `<?xml version="1.0"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"/>`, "Word document"},
		{"rich text", "format-word", `{\rtf1 hello}`, "Word document"},
		{"rich text with a picture", "format-word", "{\\rtf1 {\\pict\\bin2 \x00\x00}}", "Word document"},
		{"PowerPoint", "format-powerpoint", string(inside(t, "[Content_Types].xml", "ppt/presentation.xml")), "PowerPoint"},
		{"a binary workbook", "format-xlsb", string(inside(t, "[Content_Types].xml", "xl/workbook.bin")), "(.xlsb)"},

		{"OpenDocument spreadsheet", "format-ods", string(inside(t, "mimetype=application/vnd.oasis.opendocument.spreadsheet", "content.xml")), "OpenDocument spreadsheet (.ods)"},
		{"OpenDocument template", "format-ods", string(inside(t, "mimetype=application/vnd.oasis.opendocument.spreadsheet-template", "content.xml")), "(.ods)"},
		{"OpenOffice 1, by its manifest", "format-ods", string(inside(t, "content.xml", manifest)), "(.ods)"},
		{"flat OpenDocument spreadsheet", "format-ods", flat("spreadsheet"), "(.ods)"},
		{"OpenDocument text", "format-odt", string(inside(t, "mimetype=application/vnd.oasis.opendocument.text", "content.xml")), "OpenDocument text (.odt): copy its table"},
		{"OpenDocument text with a spreadsheet inside", "format-odt", string(inside(t, "mimetype=application/vnd.oasis.opendocument.text", "content.xml", "Object 1/content.xml", "xl/workbook.xml")), "(.odt)"},
		{"flat OpenDocument text", "format-odt", flat("text"), "(.odt)"},
		{"OpenDocument presentation", "format-odp", string(inside(t, "mimetype=application/vnd.oasis.opendocument.presentation", "content.xml")), "OpenDocument presentation (.odp)"},
		{"flat OpenDocument presentation", "format-odp", flat("presentation"), "(.odp)"},
		{"OpenDocument drawing", "format-unknown", string(inside(t, "mimetype=application/vnd.oasis.opendocument.graphics", "content.xml")), "neither an Excel workbook nor a CSV file"},

		{"Numbers", "format-numbers", string(inside(t, "Index/Document.iwa"+numbersIndex, "Index/Tables/Tile.iwa", "preview.jpg")), "Apple Numbers spreadsheet: open it in Numbers, choose File, Export To, Excel"},
		{"Numbers '09", "format-numbers", string(inside(t, "index.xml"+apple("ls", "ls:document"), "QuickLook/Thumbnail.jpg")), "Apple Numbers"},
		{"Numbers, a folder in an archive", "format-numbers", string(inside(t, "My list.numbers/Index.zip="+string(inside(t, "Index/Document.iwa"+numbersIndex)), "My list.numbers/preview.jpg")), "Apple Numbers"},
		{"Pages", "format-pages", string(inside(t, "Index/Document.iwa"+pagesIndex, "Index/Tables/Tile.iwa", "preview.jpg")), "Apple Pages document: copy its table into Excel"},
		{"Pages '09", "format-pages", string(inside(t, "index.xml"+apple("sl", "sl:document"))), "Apple Pages"},
		{"Pages, with its index in an archive", "format-pages", string(inside(t, "Index.zip="+string(inside(t, "Index/Document.iwa"+pagesIndex)), "preview.jpg")), "Apple Pages"},
		{"Keynote", "format-keynote", string(inside(t, "Index/Document.iwa"+numbersIndex, "Index/Slide-1.iwa", "Index/Tables/Tile.iwa")), "Apple Keynote presentation: copy its table into Excel"},
		{"Keynote, with its themes alone", "format-keynote", string(inside(t, "Index/Document.iwa"+numbersIndex, "Index/TemplateSlide-2.iwa")), "Apple Keynote"},
		{"Keynote '09", "format-keynote", string(inside(t, "index.apxl"+apple("keynote2", "key:presentation"))), "Apple Keynote"},
		{"an index in XML that is not Apple's", "format-zip", string(inside(t, "index.xml=<ls:document xmlns:ls=\"urn:x\"/>")), "zip archive without an Excel workbook inside"},

		{"Lotus 1-2-3, version 1", "format-lotus", "\x00\x00\x02\x00\x04\x04\x06\x00", "Lotus 1-2-3 spreadsheet: open it in LibreOffice"},
		{"Lotus 1-2-3, version 2", "format-lotus", "\x00\x00\x02\x00\x06\x04\x06\x00", "Lotus"},
		{"Lotus 1-2-3, version 3", "format-lotus", "\x00\x00\x1a\x00\x00\x10\x04\x00", "Lotus"},
		{"Lotus 1-2-3, version 4", "format-lotus", "\x00\x00\x1a\x00\x02\x10\x04\x00", "Lotus"},
		{"Works", "format-works", "\xff\x00\x02\x00\x04\x04\x05\x54", "Microsoft Works spreadsheet: open it in LibreOffice"},
		{"Quattro Pro for DOS", "format-quattro", "\x00\x00\x02\x00\x20\x51\x06\x00", "Quattro Pro spreadsheet: open it in LibreOffice"},
		{"Quattro Pro 1 for Windows", "format-quattro", "\x00\x00\x02\x00\x01\x10\x06\x00", "Quattro Pro"},
		{"Quattro Pro 8", "format-quattro", string(compoundFile(root, "PerfectOffice_MAIN", "PerfectOffice_OBJECTS")), "Quattro Pro"},
		{"Quattro Pro 9", "format-quattro", string(compoundFile(root, "NativeContent_MAIN")), "Quattro Pro"},
		{"WordPerfect", "format-unknown", string(compoundFile(root, "PerfectOffice_MAIN")) + "\xffWPC", "neither an Excel workbook nor a CSV file"},
		{"dBase III", "format-dbase", dBase(0x03, 32, 32), "dBase table (.dbf): open it in Excel or LibreOffice"},
		{"dBase IV with notes", "format-dbase", dBase(0x8b, 32, 32), "(.dbf)"},
		{"Visual FoxPro", "format-dbase", dBase(0x30, 32, 32), "(.dbf)"},
		{"dBase 7", "format-dbase", dBase(0x8c, 68, 48), "(.dbf)"},
		{"no table of dBase", "format-unknown", "\x03\x7b\x0d\x1f" + dBase(0x03, 32, 32)[4:], "neither an Excel workbook nor a CSV file"},

		{"SYLK", "format-sylk", "ID;PWXL;N;E\r\nP;PGeneral\r\nC;Y1;X1;K\"Ref\"\r\nE\r\n", "SYLK format (.slk): open it in Excel"},
		{"DIF", "format-dif", "TABLE\r\n0,1\r\n\"EXCEL\"\r\nVECTORS\r\n0,4\r\n\"\"\r\n", "DIF format (.dif): open it in Excel"},
		{"XML Spreadsheet 2003", "format-xml-spreadsheet", xmlSpreadsheet, "XML Spreadsheet 2003: open it in Excel"},
		{"XML Spreadsheet 2003 in UTF-16", "format-xml-spreadsheet", wide(xmlSpreadsheet), "XML Spreadsheet 2003"},
		{"XML Spreadsheet 2003 with a null", "format-xml-spreadsheet", xmlSpreadsheet + "\x00", "XML Spreadsheet 2003"},
		{"another XML", "format-xml", `<?xml version="1.0"?><register/>`, "XML file, not an Excel workbook"},
		{"a web page", "format-html", "<html><table></table></html>", "web page, even if its name says that it is a spreadsheet"},
		{"a web page in one file", "format-html", "From: <Saved by a browser>\nSubject: Recommendations\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\tboundary=\"x\"\n\n--x\n", "web page"},
		{"PDF", "format-pdf", "%PDF-1.7\n%\xe2\xe3", "this is a PDF document: ask for the spreadsheet that it was made from"},

		{"a Google sheet", "format-link", `{"url":"https://docs.google.com/spreadsheets/d/1/edit","doc_id":"1","email":"a@example.org"}`, "link to another file, not the spreadsheet itself: open the link"},
		{"a link of Windows", "format-link", "[InternetShortcut]\r\nURL=https://example.sharepoint.com/x.xlsx\r\n", "link to another file"},
		{"a shortcut of Windows", "format-link", "L\x00\x00\x00\x01\x14\x02\x00\x00\x00\x00\x00\xc0\x00\x00\x00\x00\x00\x00\x46", "link to another file"},
		{"a link of macOS", "format-link", `<?xml version="1.0"?><!DOCTYPE plist><plist version="1.0"><dict><key>URL</key><string>https://example.org</string></dict></plist>`, "link to another file"},
		{"other JSON", "format-unknown", `{"rows": []}`, "neither an Excel workbook nor a CSV file"},

		{"another archive", "format-zip", string(inside(t, "readme.txt")), "zip archive"},
		{"a picture", "format-unknown", "\x89PNG\r\n\x1a\n\x00\x00\x00\x0d", "neither an Excel workbook nor a CSV file"},
	} {
		t.Run(c.name, func(t *testing.T) { unusableWith(t, []byte(c.data), options(), c.code, c.says) })
	}
}

// TestFolders: Apple's documents may be folders, and a folder that is none of them is no file.
func TestFolders(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, text, code string }{
		{"Index/Document.iwa", numbersIndex[1:], "format-numbers"},
		{"Index/Document.iwa", pagesIndex[1:], "format-pages"},
		{"Index.zip", string(inside(t, "Index/Document.iwa"+numbersIndex, "Index/Slide.iwa")), "format-keynote"},
		{"index.xml", apple("ls", "ls:document")[1:], "format-numbers"},
		{"readme.txt", "", "unreadable-file"},
	} {
		dir := t.TempDir()
		require.NoError(t, os.MkdirAll(filepath.Dir(filepath.Join(dir, c.name)), 0o755))
		require.NoError(t, os.WriteFile(filepath.Join(dir, c.name), []byte(c.text), 0o644))
		_, err := Read(dir, options())
		var u *Unusable
		require.ErrorAs(t, err, &u)
		assert.Equal(t, c.code, u.Problem.Code, c.name)
	}
}
