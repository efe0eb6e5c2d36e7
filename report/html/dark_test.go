package html_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report/colour"
)

// TestColoursOnADarkGroundCanBeRead: where a reader has asked for dark colours every text of the page has a contrast of 4.5 to 1, on the
// ground and on the tint, what is written on parts of a bar too, and lines and marks that mean something have one of 3.
func TestColoursOnADarkGroundCanBeRead(t *testing.T) {
	page := string(sample(t, "custody-inspection").page(t))
	_, dark, found := strings.Cut(page, "@media screen and (prefers-color-scheme:dark){")
	require.True(t, found)
	colours := map[string]colour.Colour{"on-doing": colour.White()}
	for _, m := range regexp.MustCompile(`--([a-z-]+):(#[0-9A-Fa-f]{6})`).FindAllStringSubmatch(dark[:strings.Index(dark, "}")], -1) {
		c, err := colour.Parse(m[2])
		require.NoError(t, err)
		colours[m[1]] = c
	}
	contrast := func(least float64, ground string, names ...string) {
		for _, name := range names {
			require.Contains(t, colours, name)
			assert.GreaterOrEqual(t, colour.Contrast(colours[name], colours[ground]), least, "%s on %s", name, ground)
		}
	}
	for _, ground := range []string{"ground", "tint"} {
		contrast(colour.Readable, ground, "ink", "muted", "accent", "red", "amber", "green", "blue")
	}
	contrast(colour.Readable, "done", "on-done")
	contrast(colour.Readable, "doing", "on-doing")
	contrast(3, "ground", "edge", "done", "doing")
}
