package colour_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report/colour"
)

func TestContrast(t *testing.T) {
	t.Parallel()
	assert.InDelta(t, 21, colour.Contrast(colour.White(), colour.Colour{}), 0.001)
	assert.InDelta(t, 1, colour.Contrast(colour.White(), colour.White()), 0.001)
	assert.InDelta(t, 4.54, colour.Contrast(colour.Colour{R: 0x76, G: 0x76, B: 0x76}, colour.White()), 0.005)
}

func TestParse(t *testing.T) {
	t.Parallel()
	c, err := colour.Parse("#1a3A5c")
	require.NoError(t, err)
	assert.Equal(t, "#1A3A5C", c.String())
	assert.Equal(t, "1A3A5C", c.Hex())
	assert.Equal(t, colour.DefaultAccent(), c)
	for _, s := range []string{"", "#", "#12345", "#1234567", "#12345G", "1A3A5C0", "#ŵŵŵ"} {
		_, err := colour.Parse(s)
		assert.Error(t, err, s)
	}
}
