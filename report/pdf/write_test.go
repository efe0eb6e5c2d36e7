package pdf

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// TestExtremes writes every extreme.
func TestExtremes(t *testing.T) {
	fonts, err := NewFonts()
	require.NoError(t, err)
	for _, s := range extremes() {
		t.Run(s.name, func(t *testing.T) {
			start := time.Now()
			out := s.write(t, fonts)
			t.Logf("%d KB in %v", len(out)/1024, time.Since(start).Round(time.Millisecond))
			keep(t, s.name, out)
		})
	}
}
