package workbook

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/require"

	"boardpack/report"
)

func written(t testing.TB, pack *report.Pack, words report.Words) []byte {
	var out bytes.Buffer
	require.NoError(t, Write(&out, pack, words, Options{}))
	return out.Bytes()
}

func TestSameBytes(t *testing.T) {
	pack, words := samplePack(t)
	first := written(t, pack, words)
	for range 20 {
		require.True(t, bytes.Equal(first, written(t, pack, words)))
	}
}

func BenchmarkWrite10000(b *testing.B) {
	pack, words := largePack(b, 10000)
	b.ReportAllocs()
	for b.Loop() {
		b.SetBytes(int64(len(written(b, pack, words))))
	}
}
