package proof_test

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"io"
	"regexp"
	"slices"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"boardpack/report/proof/sheets"
)

// archive is a workbook unpacked, to be packed again with one part changed.
type archive struct {
	names []string
	parts map[string][]byte
}

func unzip(t testing.TB, data []byte) *archive {
	t.Helper()
	files, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	require.NoError(t, err)
	a := &archive{parts: map[string][]byte{}}
	for _, f := range files.File {
		r, err := f.Open()
		require.NoError(t, err)
		part, err := io.ReadAll(r)
		require.NoError(t, err)
		a.names, a.parts[f.Name] = append(a.names, f.Name), part
	}
	return a
}

// with packs the workbook with another content for one part.
func (a *archive) with(t testing.TB, name string, part []byte) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, n := range a.names {
		data := a.parts[n]
		if n == name {
			data = part
		}
		size := uint64(len(data))
		to, err := w.CreateRaw(&zip.FileHeader{Name: n, Method: zip.Store, CRC32: crc32.ChecksumIEEE(data), CompressedSize64: size, UncompressedSize64: size})
		require.NoError(t, err)
		_, err = to.Write(data)
		require.NoError(t, err)
	}
	require.NoError(t, w.Close())
	return out.Bytes()
}

// partOfSheet names the part of a sheet of a workbook.
func partOfSheet(t testing.TB, data []byte, sheet string) string {
	t.Helper()
	book, err := sheets.Read(data)
	require.NoError(t, err)
	i := slices.IndexFunc(book.Sheets, func(s *sheets.Sheet) bool { return s.Name == sheet })
	require.GreaterOrEqual(t, i, 0, sheet)
	return fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1)
}

// changeCell puts another stored value into one cell of a written workbook.
func changeCell(t testing.TB, data []byte, sheet, cell, value string) []byte {
	t.Helper()
	a, name := unzip(t, data), partOfSheet(t, data, sheet)
	stored := regexp.MustCompile(`(<c r="` + cell + `"[^>]*>(?:<f>[^<]*</f>)?<v>)[^<]*(</v>)`)
	require.True(t, stored.Match(a.parts[name]), "%s!%s holds no number", sheet, cell)
	return a.with(t, name, stored.ReplaceAll(a.parts[name], []byte("${1}"+value+"${2}")))
}

// paperFile is a PDF with its streams unpacked, to be written again with one of them changed.
type paperFile struct {
	data    []byte
	streams []pdfStream
	places  pdfStream // the cross-references
}

// pdfStream is a stream object of a PDF, unpacked.
type pdfStream struct {
	number int
	head   string // its dictionary, without length and filter
	data   []byte
}

var (
	objectHead = regexp.MustCompile(`(?m)^(\d+) 0 obj\n<<`)
	lengthOf   = regexp.MustCompile(`/Length (\d+)`)
	filterOf   = regexp.MustCompile(`/Filter\s*/FlateDecode`)
)

func openPaper(t testing.TB, data []byte) *paperFile {
	t.Helper()
	at := bytes.LastIndex(data, []byte("startxref\n")) + len("startxref\n")
	start, err := strconv.Atoi(string(bytes.TrimSuffix(data[at:], []byte("\n%%EOF\n"))))
	require.NoError(t, err)
	places := streams(t, data[start:])
	require.Len(t, places, 1, "the cross-references")
	return &paperFile{data, streams(t, data[:start]), places[0]}
}

// streams finds every stream that can be unpacked.
func streams(t testing.TB, data []byte) []pdfStream {
	t.Helper()
	var out []pdfStream
	for _, m := range objectHead.FindAllSubmatchIndex(data, -1) {
		head, rest, isStream := bytes.Cut(data[m[1]:], []byte("stream\n"))
		length := lengthOf.FindSubmatch(head)
		if !isStream || bytes.Contains(head, []byte("endobj")) || length == nil || !filterOf.Match(head) {
			continue
		}
		n, _ := strconv.Atoi(string(length[1]))
		if n > len(rest) {
			continue
		}
		r, err := zlib.NewReader(bytes.NewReader(rest[:n]))
		if err != nil {
			continue
		}
		body, err := io.ReadAll(r)
		require.NoError(t, err)
		number, _ := strconv.Atoi(string(data[m[2]:m[3]]))
		entries := bytes.TrimSuffix(bytes.TrimSpace(head), []byte(">>"))
		out = append(out, pdfStream{number, string(filterOf.ReplaceAll(lengthOf.ReplaceAll(entries, nil), nil)), body})
	}
	return out
}

// with gives the PDF with another content for one of its streams: put behind its end, with cross-references that say so.
func (p *paperFile) with(s pdfStream, content []byte) []byte {
	out := bytes.NewBuffer(make([]byte, 0, len(p.data)+len(content)+len(p.places.data)+1000))
	out.Write(p.data)
	at := out.Len()
	fmt.Fprintf(out, "%d 0 obj\n<<%s/Length %d>>\nstream\n%s\nendstream\nendobj\n", s.number, s.head, len(content), content)
	rows := slices.Clone(p.places.data)
	row := rows[s.number*7 : s.number*7+7]
	row[0] = 1
	binary.BigEndian.PutUint32(row[1:], uint32(at))
	end := out.Len()
	fmt.Fprintf(out, "%d 0 obj\n<<%s/Length %d>>\nstream\n%s\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n",
		p.places.number, p.places.head, len(rows), rows, end)
	return out.Bytes()
}

// replaced gives the PDF with another text in the place of the first of its kind, which some stream must have.
func (p *paperFile) replaced(t testing.TB, old, new string) []byte {
	t.Helper()
	i := slices.IndexFunc(p.streams, func(s pdfStream) bool { return bytes.Contains(s.data, []byte(old)) })
	require.GreaterOrEqual(t, i, 0, "nothing says %q", old)
	return p.with(p.streams[i], bytes.Replace(p.streams[i].data, []byte(old), []byte(new), 1))
}

// otherDigit gives a digit that is not the one given.
func otherDigit(c byte) byte { return '0' + (c-'0'+1)%10 }
