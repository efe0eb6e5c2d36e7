package proof_test

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"boardpack/report/proof/sheets"
)

// changeCell puts another stored value into one cell of a written workbook.
func changeCell(t testing.TB, data []byte, sheet, cell, value string) []byte {
	t.Helper()
	book, err := sheets.Read(data)
	require.NoError(t, err)
	i := slices.IndexFunc(book.Sheets, func(s *sheets.Sheet) bool { return s.Name == sheet })
	require.GreaterOrEqual(t, i, 0, sheet)
	stored := regexp.MustCompile(`(<c r="` + cell + `"[^>]*>(?:<f>[^<]*</f>)?<v>)[^<]*(</v>)`)
	return changePart(t, data, fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1), func(part []byte) []byte {
		require.True(t, stored.Match(part), "%s!%s holds no number", sheet, cell)
		return stored.ReplaceAll(part, []byte("${1}"+value+"${2}"))
	})
}

// changePart changes one part of a workbook.
func changePart(t testing.TB, data []byte, name string, change func([]byte) []byte) []byte {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	require.NoError(t, err)
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range archive.File {
		r, err := f.Open()
		require.NoError(t, err)
		part, err := io.ReadAll(r)
		require.NoError(t, err)
		if f.Name == name {
			part = change(part)
		}
		to, err := w.CreateHeader(&zip.FileHeader{Name: f.Name, Method: zip.Store})
		require.NoError(t, err)
		_, err = to.Write(part)
		require.NoError(t, err)
	}
	require.NoError(t, w.Close())
	return out.Bytes()
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

// withStream gives the PDF with another content for one of its streams: put behind its end, with cross-references that say so.
func withStream(t testing.TB, data []byte, s pdfStream, content []byte) []byte {
	t.Helper()
	at := bytes.LastIndex(data, []byte("startxref\n")) + len("startxref\n")
	start, err := strconv.Atoi(string(bytes.TrimSuffix(data[at:], []byte("\n%%EOF\n"))))
	require.NoError(t, err)
	all := streams(t, data[start:])
	require.Len(t, all, 1, "the cross-references")
	out := bytes.NewBuffer(slices.Clone(data))
	at = out.Len()
	fmt.Fprintf(out, "%d 0 obj\n<<%s/Length %d>>\nstream\n%s\nendstream\nendobj\n", s.number, s.head, len(content), content)
	rows := slices.Clone(all[0].data)
	row := rows[s.number*7 : s.number*7+7]
	row[0] = 1
	binary.BigEndian.PutUint32(row[1:], uint32(at))
	end := out.Len()
	fmt.Fprintf(out, "%d 0 obj\n<<%s/Length %d>>\nstream\n%s\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n",
		all[0].number, all[0].head, len(rows), rows, end)
	return out.Bytes()
}

// otherDigit gives a digit that is not the one given.
func otherDigit(c byte) byte { return '0' + (c-'0'+1)%10 }
