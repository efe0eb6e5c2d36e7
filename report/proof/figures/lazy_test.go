package figures

import (
	"errors"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestHeldPackedOrNot: a file is written once, and is the same however often it is asked for, whether it is held packed or not.
func TestHeldPackedOrNot(t *testing.T) {
	t.Parallel()
	text := strings.Repeat("one line of many\n", 1000)
	for _, plain := range []int{0, len(text) - 1, len(text), len(text) + 1} {
		written := 0
		f := later(func() ([]byte, error) { written++; return []byte(text), nil }, plain)
		var all sync.WaitGroup
		for range 4 {
			all.Go(func() {
				data, err := f.Bytes()
				assert.NoError(t, err)
				assert.Equal(t, text, string(data), "held as it is up to %d bytes", plain)
			})
		}
		all.Wait()
		assert.Equal(t, 1, written)
		require.Error(t, f.Check(), "it is no figures file")
	}
	fault := errors.New("not written")
	f := later(func() ([]byte, error) { return nil, fault }, 0)
	_, err := f.Bytes()
	require.ErrorIs(t, err, fault)
	require.ErrorIs(t, f.Check(), fault)
}
