package templates

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestContrastBoundary(t *testing.T) {
	for _, c := range []struct {
		colour string
		ok     bool
	}{{"#767676", true}, {"#777777", false}, {"#000000", true}, {"#FFFFFF", false}, {"#1A3A5C", true}, {"#D4351C", true}, {"#FF0000", false}} {
		_, err := loadWith("pack.yaml", `accent: "`+c.colour+`"`)
		assert.Equal(t, c.ok, err == nil, "%s: %v", c.colour, err)
	}
	assert.InDelta(t, 21, Colour{}.ContrastOnWhite(), 0.001)
	assert.InDelta(t, 1, Colour{255, 255, 255}.ContrastOnWhite(), 0.001)
	assert.InDelta(t, 4.54, Colour{0x76, 0x76, 0x76}.ContrastOnWhite(), 0.005)
}

func TestColours(t *testing.T) {
	c, err := ParseColour("#1a3A5c")
	require.NoError(t, err)
	assert.Equal(t, "#1A3A5C", c.String())
	for _, s := range []string{"", "#", "#12345", "#1234567", "#12345G", "1A3A5C0", "#ŵŵŵ"} {
		_, err := ParseColour(s)
		assert.Error(t, err, s)
	}
}
