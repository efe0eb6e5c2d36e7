package html_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestTheSampleProves writes the pages of the sample, twice the same, and reads them back.
func TestTheSampleProves(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"stalking-harassment", "custody-inspection"} {
		m := sample(t, name)
		page := m.page(t)
		require.NoError(t, m.proved(page), name)
		assert.Equal(t, page, m.page(t), "the same bytes")
		assert.Less(t, len(page), 200_000, name)
		keep(t, name, page)
	}
}
