package pdf

import (
	"bytes"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
	"boardpack/report/colour"
	"boardpack/report/content"
	"boardpack/report/pdf/layout"
)

// TestExtremes writes every extreme.
func TestExtremes(t *testing.T) {
	fonts, err := NewFonts()
	require.NoError(t, err)
	for _, s := range extremes() {
		t.Run(s.name, func(t *testing.T) {
			t.Parallel()
			pack, words := s.pack(t)
			start := time.Now()
			out := writePack(t, fonts, pack, words)
			t.Logf("%d KB in %v", len(out)/1024, time.Since(start).Round(time.Millisecond))
			keep(t, s.name, out)
			checkGeometry(t, fonts, pack, words)
		})
	}
}

// checkGeometry looks at every page for text that is cut off, outside the margins or on top of other text.
func checkGeometry(t testing.TB, fonts *Fonts, pack *report.Pack, words report.Words) *layout.Composed {
	t.Helper()
	blocks, options, err := document(content.Of(pack, words, nil), words, Options{Fonts: fonts, Accent: colour.DefaultAccent()})
	require.NoError(t, err)
	composed, err := layout.Compose(blocks, options)
	require.NoError(t, err)
	faults := composed.Faults()
	assert.Empty(t, faults[:min(10, len(faults))])
	return composed
}

// Writing is a matter of the pack alone: two times give the same bytes, also when documents are made at the same time.
func TestSameBytes(t *testing.T) {
	t.Parallel()
	fonts, err := NewFonts()
	require.NoError(t, err)
	pack, words := shape{name: "same", rows: 25, months: 3, themes: 4}.pack(t)
	first := writePack(t, fonts, pack, words)
	var all sync.WaitGroup
	for range 6 {
		all.Go(func() { assert.True(t, bytes.Equal(first, writePack(t, fonts, pack, words))) })
	}
	all.Wait()
}
