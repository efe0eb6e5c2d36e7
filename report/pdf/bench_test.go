package pdf

import (
	"bytes"
	"fmt"
	"io"
	"testing"

	"github.com/stretchr/testify/require"

	"boardpack/report/colour"
	"boardpack/report/content"
)

// BenchmarkWrite shows that time and size grow in proportion to the rows.
func BenchmarkWrite(b *testing.B) {
	fonts, err := NewFonts()
	require.NoError(b, err)
	for _, rows := range []int{1, 18, 400, 2000} {
		b.Run(fmt.Sprint(rows), func(b *testing.B) {
			pack, words := shape{name: "bench", rows: rows, months: 2, themes: 5}.pack(b)
			var size bytes.Buffer
			require.NoError(b, Write(&size, content.Of(pack, words, nil), words, Options{AsAt: pack.AsAt, Fonts: fonts, Accent: colour.DefaultAccent()}))
			b.ReportAllocs()
			for b.Loop() {
				require.NoError(b, Write(io.Discard, content.Of(pack, words, nil), words, Options{AsAt: pack.AsAt, Fonts: fonts, Accent: colour.DefaultAccent()}))
			}
			b.ReportMetric(float64(size.Len())/1024, "KB")
		})
	}
}

func BenchmarkNewFonts(b *testing.B) {
	for b.Loop() {
		_, err := NewFonts()
		require.NoError(b, err)
	}
}
