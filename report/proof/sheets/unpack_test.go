package sheets

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"io"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestReadRefusesDamagedParts: a part is compared with its length and its checksum, packed or not.
func TestReadRefusesDamagedParts(t *testing.T) {
	t.Parallel()
	const sum, packedSize, size = 16, 20, 24 // where an entry of the archive's directory has them
	const early, on, other = "the part xl/workbook.xml cannot be unpacked", "the part xl/workbook.xml does not end where it should",
		"the part xl/workbook.xml is not what was packed"
	for _, c := range []struct {
		name   string
		method uint16
		part   string
		field  int
		by     int
		want   string
	}{
		{"a part", zip.Deflate, `<sheets/>`, sum, 0, ""},
		{"one that is not packed", zip.Store, `<sheets/>`, sum, 0, ""},
		{"one that ends early", zip.Deflate, `<sheets/>`, size, 1, early},
		{"one that goes on", zip.Deflate, `<sheets/>`, size, -1, on},
		{"one that goes on without a tag", zip.Deflate, `<sheets/> `, size, -1, on},
		{"one that differs", zip.Deflate, `<sheets/>`, sum, 1, other},
		{"one that is cut off", zip.Deflate, `<sheets/>`, packedSize, -8, early},
		{"one that ends early and is not packed", zip.Store, `<sheets/>`, size, 1, early},
		{"one that goes on and is not packed", zip.Store, `<sheets/>`, size, -1, on},
		{"one that differs and is not packed", zip.Store, `<sheets/>`, sum, 1, other},
		{"one that goes beyond the file", zip.Store, `<sheets/>`, packedSize, 1 << 20, early},
	} {
		t.Run(c.name, func(t *testing.T) {
			data := packedOne(t, c.method, c.part)
			field := data[bytes.Index(data, []byte("PK\x01\x02"))+c.field:]
			binary.LittleEndian.PutUint32(field, binary.LittleEndian.Uint32(field)+uint32(c.by))
			_, err := Read(data)
			if c.want == "" {
				assert.NoError(t, err)
			} else {
				assert.EqualError(t, err, c.want)
			}
		})
	}
}

// TestDamageIsSaidBeforeTags: a part that was changed since it was packed is damaged, whatever its tags have become.
func TestDamageIsSaidBeforeTags(t *testing.T) {
	t.Parallel()
	parts := small()
	parts["xl/worksheets/sheet1.xml"] = `<c r="none">` + strings.Repeat("<row/>", windowSize)
	data := packed(t, parts)
	_, err := Read(data)
	require.EqualError(t, err, `sheet Themes & all: "none" is no cell`)
	const name, sum = 46, 16 // where an entry of the archive's directory has them
	data[bytes.LastIndex(data, []byte("xl/worksheets/sheet1.xml"))-name+sum] ^= 1
	_, err = Read(data)
	assert.EqualError(t, err, "the part xl/worksheets/sheet1.xml is not what was packed")
}

// packedOne makes a workbook of one part.
func packedOne(t *testing.T, method uint16, part string) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	f, err := w.CreateHeader(&zip.FileHeader{Name: "xl/workbook.xml", Method: method})
	require.NoError(t, err)
	_, err = io.WriteString(f, part)
	require.NoError(t, err)
	require.NoError(t, w.Close())
	return out.Bytes()
}

// TestScannerReadsPieceByPiece: however the pieces of a part come, its tags are the same, also those that are larger than the window.
func TestScannerReadsPieceByPiece(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("long ", windowSize)
	part := `head<a x="1"/>text</a><b>` + long + `<c y="` + long + `"></c>tail<d`
	want := []string{`head|a|x="1"`, `text|/a|`, `|b|`, long + `|c|y="` + long + `"`, `|/c|`}
	for name, from := range map[string]io.Reader{
		"whole":        strings.NewReader(part),
		"byte by byte": iotest.OneByteReader(strings.NewReader(part)),
		"by halves":    iotest.HalfReader(strings.NewReader(part)),
		"with the end": iotest.DataErrReader(strings.NewReader(part)),
	} {
		s := scanner{from: from}
		var got []string
		for before, e, ok := s.next(); ok; before, e, ok = s.next() {
			got = append(got, string(before)+"|"+string(e.name)+"|"+string(e.attrs))
		}
		assert.True(t, slices.Equal(want, got), name)
	}
}

// TestScannerHoldsOneWindow: what was passed is not held.
func TestScannerHoldsOneWindow(t *testing.T) {
	t.Parallel()
	s := scanner{from: strings.NewReader(strings.Repeat("<v>12345</v>", windowSize))}
	n := 0
	for _, _, ok := s.next(); ok; _, _, ok = s.next() {
		n++
	}
	assert.Equal(t, 2*windowSize, n)
	assert.Equal(t, windowSize, cap(s.window))
}
