package workbook

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"io/fs"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

const contentTypes = "[Content_Types].xml"

// packager writes the parts of the workbook into the zip file, sorted, so that the same pack gives the same bytes:
// excelize keeps streamed sheets in a map, and lists content types in the order of another. The parts are kept as they come,
// and mended and compressed at the end, one after the other, so that one compressor serves them all: each takes a megabyte.
// Rows are not among them: they go straight into the compressed sheet.
type packager struct {
	w      io.Writer
	bodies map[string]*body
	parts  parts
	mends  []mend
	*compressors
}

// parts are the parts of the package, by name.
type parts map[string]*bytes.Buffer

// mend changes a part of the package before it is written.
type mend func(name string, part []byte) []byte

// packFile writes the file. The library itself would put it together in memory first; what it is given to write to stays empty.
func packFile(w io.Writer, file *excelize.File, c *compressors, bodies map[string]*body, mends ...mend) error {
	p := &packager{w: w, bodies: bodies, parts: parts{}, mends: append(mends, sortContentTypes), compressors: c}
	file.ZipWriter = func(io.Writer) excelize.ZipWriter { return p }
	return file.Write(io.Discard)
}

// Create starts a part.
func (p *packager) Create(name string) (io.Writer, error) {
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
	zw.RegisterCompressor(zip.Deflate, p.compressor)
	for _, name := range names {
		if err := p.writePart(zw, name); err != nil {
			return err
		}
	}
	return zw.Close()
}

func (p *packager) writePart(zw *zip.Writer, name string) error {
	part := p.parts[name].Bytes()
	for _, m := range p.mends {
		part = m(name, part)
	}
	b := p.bodies[name]
	p.choose(len(part), b)
	w, err := zw.Create(name)
	if err != nil {
		return err
	}
	if b != nil {
		return writeSheet(w, part, b, slicerList(name, p.parts))
	}
	_, err = w.Write(part)
	return err
}

// sortContentTypes sorts the entries of [Content_Types].xml; their order means nothing. Each is an element with attributes
// alone, with an end tag or without one.
func sortContentTypes(name string, part []byte) []byte {
	start, tag, found := strings.Cut(string(part), "<Types")
	tag, list, _ := strings.Cut(tag, ">")
	if name != contentTypes || !found {
		return part
	}
	var entries []string
	for piece := range strings.SplitSeq(strings.TrimSuffix(list, "</Types>"), "<") {
		if last := len(entries) - 1; last >= 0 && strings.HasPrefix(piece, "/") {
			entries[last] += "<" + piece
		} else if piece != "" {
			entries = append(entries, "<"+piece)
		}
	}
	slices.Sort(entries)
	return []byte(start + "<Types" + tag + ">" + strings.Join(entries, "") + "</Types>")
}

// escapeXML writes text as it stands in a part.
func escapeXML(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a strings.Builder never fails
	return b.String()
}
