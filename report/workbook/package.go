package workbook

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"boardpack/report/content"
)

const (
	contentTypes  = "[Content_Types].xml"
	spreadsheetML = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	officeKinds   = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	x14           = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" // of the words for a table
)

// part is what a part of the file holds.
type part interface {
	size() int // bytes, about
	writeTo(w io.Writer) error
}

// text is a part that is made before the file is packed.
type text []byte

func (t text) size() int { return len(t) }

func (t text) writeTo(w io.Writer) error {
	_, err := w.Write(t)
	return err
}

// addPart adds a part that begins as parts of XML do.
func (b *book) addPart(name, format string, args ...any) {
	b.parts[name] = text(fmt.Appendf([]byte(xml.Header), format, args...))
}

// zip writes the file: content types first, as readers that stream expect, then the parts by name. They are compressed one
// after the other, so that one compressor serves them all: each takes a megabyte.
func (b *book) zip(w io.Writer, c *compressors) error {
	if err := b.addLibrary(); err != nil {
		return err
	}
	names := slices.Sorted(maps.Keys(b.parts))
	b.addTypes(names)
	zw := zip.NewWriter(w)
	zw.RegisterCompressor(zip.Deflate, c.compressor)
	for _, name := range append([]string{contentTypes}, names...) {
		c.choose(b.parts[name].size())
		w, err := zw.Create(name)
		if err != nil {
			return err
		}
		if err := b.parts[name].writeTo(w); err != nil {
			return err
		}
	}
	return zw.Close()
}

// library catches the parts that the library makes.
type library map[string]*bytes.Buffer

// Create starts a part.
func (l library) Create(name string) (io.Writer, error) {
	l[name] = &bytes.Buffer{}
	return l[name], nil
}

// AddFS is of no use here: excelize never calls it when it writes a workbook.
func (l library) AddFS(fs.FS) error { return errors.ErrUnsupported }

// Close has nothing to do.
func (l library) Close() error { return nil }

// addLibrary takes what the library makes of the file: styles, theme and properties, and where these are found.
func (b *book) addLibrary() error {
	made := library{}
	b.file.ZipWriter = func(io.Writer) excelize.ZipWriter { return made }
	if err := b.file.Write(io.Discard); err != nil {
		return err
	}
	for _, name := range []string{"_rels/.rels", "docProps/app.xml", "docProps/core.xml", "xl/styles.xml", "xl/theme/theme1.xml"} {
		b.parts[name] = text(made[name].Bytes())
	}
	return nil
}

// addTypes says what each part holds.
func (b *book) addTypes(names []string) {
	const office = "application/vnd.openxmlformats-"
	types := map[string]string{ // by the name of a part, or of its folder
		"docProps/app.xml": office + "officedocument.extended-properties+xml", "docProps/core.xml": office + "package.core-properties+xml",
		"xl/workbook.xml": office + "officedocument.spreadsheetml.sheet.main+xml", "xl/worksheets": office + "officedocument.spreadsheetml.worksheet+xml",
		"xl/styles.xml": office + "officedocument.spreadsheetml.styles+xml", "xl/tables": office + "officedocument.spreadsheetml.table+xml",
		"xl/sharedStrings.xml": office + "officedocument.spreadsheetml.sharedStrings+xml",
		"xl/theme":             office + "officedocument.theme+xml", "xl/drawings": office + "officedocument.drawing+xml",
		"xl/charts": office + "officedocument.drawingml.chart+xml",
	}
	var list strings.Builder
	for _, name := range names {
		if is := types[name] + types[path.Dir(name)]; is != "" {
			fmt.Fprintf(&list, `<Override PartName="/%s" ContentType="%s"/>`, name, is)
		}
	}
	b.addPart(contentTypes, `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">`+
		`<Default Extension="rels" ContentType="`+office+`package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>%s</Types>`, list.String())
}

// relations lists the parts that a part leads to.
type relations struct {
	list strings.Builder
	n    int
}

// add gives the id of a relationship of a kind, such as officeKinds + "/table".
func (r *relations) add(kind, target string) string {
	r.n++
	id := fmt.Sprintf("rId%d", r.n)
	fmt.Fprintf(&r.list, `<Relationship Id="%s" Type="%s" Target="%s"/>`, id, kind, target)
	return id
}

// addRelations adds the part with the relationships of a part that has any.
func (b *book) addRelations(of string, r *relations) {
	if r.n > 0 {
		b.addPart(path.Dir(of)+"/_rels/"+path.Base(of)+".rels",
			`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">%s</Relationships>`, r.list.String())
	}
}

// attributeXML writes text into an attribute, or an element, that Excel reads as cells: what looks like the code of a character must be
// told from one (ST_Xstring, ECMA-376 part 1, 22.9.2.19).
func attributeXML(s string) string { return string(appendText(nil, content.Clean(s))) }

// escapeXML writes text as it stands in a part.
func escapeXML(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a strings.Builder never fails
	return b.String()
}
