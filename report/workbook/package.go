package workbook

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"encoding/xml"
	"errors"
	"hash/crc32"
	"io"
	"io/fs"
	"regexp"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

// compression is the level for sheets: a quarter less work than the usual 6, and a twentieth more bytes.
const compression = 5

const contentTypes = "[Content_Types].xml"

// packager writes the parts of the workbook into the zip file, sorted, so that the same pack gives the same bytes:
// excelize keeps streamed sheets in a map, and lists content types in the order of another. Sheets, which are large, are
// compressed as they come; the other parts are kept as they are and mended at the end.
type packager struct {
	w      io.Writer
	sheets map[string]*sheetPart
	bodies map[string]*body
	parts  parts
	mends  []mend
}

// parts are the small parts of the package, by name.
type parts map[string]*bytes.Buffer

// mend changes a part of the package before it is written.
type mend func(name string, part []byte) []byte

func newPackager(bodies map[string]*body, mends ...mend) func(io.Writer) excelize.ZipWriter {
	return func(w io.Writer) excelize.ZipWriter {
		return &packager{w: w, sheets: map[string]*sheetPart{}, bodies: bodies, parts: parts{}, mends: append(mends, sortContentTypes)}
	}
}

// Create starts a part.
func (p *packager) Create(name string) (io.Writer, error) {
	if sheet, ok := strings.CutPrefix(name, "xl/worksheets/"); ok && !strings.Contains(sheet, "/") {
		part, err := newSheetPart(p.bodies[name])
		p.sheets[name] = part
		return part, err
	}
	part := &bytes.Buffer{}
	p.parts[name] = part
	return part, nil
}

// AddFS is of no use here: excelize never calls it when it writes a workbook.
func (p *packager) AddFS(fs.FS) error { return errors.ErrUnsupported }

// Close writes the file: content types first, as readers that stream expect, then the parts by name.
func (p *packager) Close() error {
	names := []string{}
	for name := range p.parts {
		names = append(names, name)
	}
	for name := range p.sheets {
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b string) int {
		switch {
		case a == contentTypes:
			return -1
		case b == contentTypes:
			return 1
		}
		return strings.Compare(a, b)
	})
	zw := zip.NewWriter(p.w)
	for _, name := range names {
		if err := p.writePart(zw, name); err != nil {
			return err
		}
	}
	return zw.Close()
}

func (p *packager) writePart(zw *zip.Writer, name string) error {
	if sheet, ok := p.sheets[name]; ok {
		return sheet.writeTo(zw, name, slicerList(name, p.parts))
	}
	part := p.parts[name].Bytes()
	for _, m := range p.mends {
		part = m(name, part)
	}
	w, err := zw.Create(name)
	if err != nil {
		return err
	}
	_, err = w.Write(part)
	return err
}

// sheetPart is a sheet, compressed as it comes. The rows of the table go in before the end of the sheet's data; what comes
// after that is held back, because the links and the slicers have their places there.
type sheetPart struct {
	body       *body // nil for none
	compressed bytes.Buffer
	flate      *flate.Writer
	sum        uint32
	size       uint64
	held       []byte
	ended      bool // the sheet's data has ended
}

const (
	dataEnd  = "</sheetData>"
	sheetEnd = "</worksheet>"
)

func newSheetPart(b *body) (*sheetPart, error) {
	s := &sheetPart{body: b}
	var err error
	s.flate, err = flate.NewWriter(&s.compressed, compression)
	return s, err
}

// Write takes the sheet as the library writes it, in pieces of any length.
func (s *sheetPart) Write(data []byte) (int, error) {
	s.held = append(s.held, data...)
	if s.ended {
		return len(data), nil
	}
	ready := bytes.Index(s.held, []byte(dataEnd))
	if s.ended = ready >= 0; !s.ended {
		ready = max(0, len(s.held)-len(dataEnd))
	}
	err := s.compress(s.held[:ready])
	s.held = append(s.held[:0], s.held[ready:]...)
	if s.ended && s.body != nil && err == nil {
		err = s.body.writeRows(compressing{s})
	}
	return len(data), err
}

// compressing is a sheet to which rows are written.
type compressing struct{ *sheetPart }

func (c compressing) Write(data []byte) (int, error) { return len(data), c.compress(data) }

func (s *sheetPart) compress(data []byte) error {
	s.sum = crc32.Update(s.sum, crc32.IEEETable, data)
	s.size += uint64(len(data))
	_, err := s.flate.Write(data)
	return err
}

var linkList = regexp.MustCompile(`<hyperlinks>.*</hyperlinks>`)

// writeTo finishes the sheet with its links, and with what goes before its end.
func (s *sheetPart) writeTo(zw *zip.Writer, name, last string) error {
	end := strings.TrimSuffix(string(s.held), sheetEnd) + last + sheetEnd
	if s.body != nil {
		end = linkList.ReplaceAllLiteralString(end, "<hyperlinks>"+s.body.linked.String()+"</hyperlinks>")
	}
	if err := s.compress([]byte(end)); err != nil {
		return err
	}
	if err := s.flate.Close(); err != nil {
		return err
	}
	w, err := zw.CreateRaw(&zip.FileHeader{Name: name, Method: zip.Deflate, CRC32: s.sum,
		CompressedSize64: uint64(s.compressed.Len()), UncompressedSize64: s.size})
	if err != nil {
		return err
	}
	_, err = s.compressed.WriteTo(w)
	return err
}

var contentType = regexp.MustCompile(`<(Default|Override) [^>]*?(/>|></(Default|Override)>)`)

// sortContentTypes sorts the entries of [Content_Types].xml; their order means nothing.
func sortContentTypes(name string, part []byte) []byte {
	if name != contentTypes {
		return part
	}
	var entries []string
	rest := contentType.ReplaceAllStringFunc(string(part), func(entry string) string {
		entries = append(entries, entry)
		return ""
	})
	slices.Sort(entries)
	return []byte(strings.Replace(rest, "</Types>", strings.Join(entries, "")+"</Types>", 1))
}

// escapeXML writes text as it stands in a part.
func escapeXML(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a strings.Builder never fails
	return b.String()
}
