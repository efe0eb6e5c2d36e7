package ooxml

import (
	"archive/zip"
	"bytes"
	"io"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// FuzzText takes any part apart: it is refused, or gives the very same bytes again.
func FuzzText(f *testing.F) {
	f.Add([]byte("\xff\xfe<\x00a\x00/\x00>\x00"))
	f.Add([]byte("\x00<\xd8\x3d\xdc\x4d"))
	f.Add([]byte("\xef\xbb\xbf<?xml version=\"1.0\"?>\n<a/>"))
	f.Add([]byte(`<?xml version="1.0" encoding="windows-1252"?><a>` + "\x92\x81</a>"))
	f.Add([]byte(`<?xml version="1.0" encoding="us-ascii"?><a>é</a>`))
	f.Add([]byte(`<?xml version="1.0" encoding="iso-2022-jp"?><a>` + "\x1b$B\x1b(B</a>"))
	f.Fuzz(func(t *testing.T, data []byte) {
		text, err := ReadText(data)
		if err != nil {
			return
		}
		same, err := text.Bytes(text.UTF8)
		require.NoError(t, err)
		require.Equal(t, string(data), string(same))
	})
}

// TestRewrite changes one part of a package: every other file of the archive keeps its packed bytes, its place and what is said of it.
func TestRewrite(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	require.NoError(t, z.SetComment("made by hand"))
	for _, h := range []*zip.FileHeader{
		{Name: "xl/", Method: zip.Store}, {Name: "Stored.XML", Method: zip.Store, Comment: "c", ExternalAttrs: 7, Extra: []byte{0x22, 0x22, 1, 0, 9}},
		{Name: "b.xml", Method: zip.Deflate, Modified: time.Date(2023, 9, 1, 10, 0, 0, 0, time.UTC)}, {Name: "c é.xml", Method: zip.Deflate},
	} {
		w, err := z.CreateHeader(h)
		require.NoError(t, err)
		if h.Name != "xl/" {
			_, err = io.WriteString(w, "<"+h.Name[:1]+"/>")
			require.NoError(t, err)
		}
	}
	require.NoError(t, z.Close())
	parts, err := OpenParts(b.Bytes(), 1<<20)
	require.NoError(t, err)
	for _, name := range []string{"stored.xml", "b.xml"} {
		var out bytes.Buffer
		require.NoError(t, parts.Rewrite(&out, map[string][]byte{name: []byte("<new/>")}))
		before, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
		require.NoError(t, err)
		after, err := zip.NewReader(bytes.NewReader(out.Bytes()), int64(out.Len()))
		require.NoError(t, err)
		assert.Equal(t, "made by hand", after.Comment)
		require.Len(t, after.File, len(before.File))
		for i, f := range before.File {
			g := after.File[i]
			r, err := g.Open()
			require.NoError(t, err)
			text, err := io.ReadAll(r)
			require.NoError(t, err)
			assert.Equal(t, [5]any{f.Name, f.Method, f.Comment, f.ExternalAttrs, f.Modified.Unix()}, [5]any{g.Name, g.Method, g.Comment, g.ExternalAttrs, g.Modified.Unix()})
			if partName(f.Name) == name {
				assert.Equal(t, "<new/>", string(text))
				continue
			}
			f.ReaderVersion, g.ReaderVersion = 0, 0 // the writer's own
			assert.Equal(t, f.FileHeader, g.FileHeader)
		}
	}
}
