package pdf

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// TestExtremes writes every extreme. With BOARDPACK_PDF_DIR set it leaves the files there, for veraPDF and for looking at.
func TestExtremes(t *testing.T) {
	fonts, err := NewFonts()
	require.NoError(t, err)
	for _, s := range extremes() {
		t.Run(s.name, func(t *testing.T) {
			start := time.Now()
			out := s.write(t, fonts)
			t.Logf("%d KB in %v", len(out)/1024, time.Since(start).Round(time.Millisecond))
			if dir := os.Getenv("BOARDPACK_PDF_DIR"); dir != "" {
				require.NoError(t, os.WriteFile(filepath.Join(dir, s.name+".pdf"), out, 0o644))
			}
		})
	}
}
