package workbook

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"io/fs"
	"regexp"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

const contentTypes = "[Content_Types].xml"

// packager writes the parts of the workbook into the zip file, sorted, so that the same pack gives the same bytes:
// excelize keeps streamed sheets in a map, and lists content types in the order of another. It also mends what the
// library leaves out of a part, see mends.
type packager struct {
	w     io.Writer
	parts map[string]*bytes.Buffer
	mends []mend
}

// mend changes a part of the package before it is written. It gets all the parts, to look up relationships.
type mend func(name string, part []byte, all map[string]*bytes.Buffer) []byte

func newPackager(mends ...mend) func(io.Writer) excelize.ZipWriter {
	return func(w io.Writer) excelize.ZipWriter {
		return &packager{w: w, parts: map[string]*bytes.Buffer{}, mends: append(mends, sortContentTypes)}
	}
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
	names := make([]string, 0, len(p.parts))
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
	for _, name := range names {
		part := p.parts[name].Bytes()
		for _, m := range p.mends {
			part = m(name, part, p.parts)
		}
		entry, err := zw.Create(name)
		if err != nil {
			return err
		}
		if _, err := entry.Write(part); err != nil {
			return err
		}
	}
	return zw.Close()
}

var contentType = regexp.MustCompile(`<(Default|Override) [^>]*?(/>|></(Default|Override)>)`)

// sortContentTypes sorts the entries of [Content_Types].xml; their order means nothing.
func sortContentTypes(name string, part []byte, _ map[string]*bytes.Buffer) []byte {
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
