package workbook

import (
	"bytes"
	"os"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestWriteSample(t *testing.T) {
	pack, words := samplePack(t)
	var out bytes.Buffer
	require.NoError(t, Write(&out, pack, words, Options{}))
	if path := os.Getenv("KEEP"); path != "" {
		require.NoError(t, os.WriteFile(path, out.Bytes(), 0o644))
	}
}
