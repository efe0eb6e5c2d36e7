package html_test

import (
	"bytes"
	"maps"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report/colour"
	"boardpack/report/html"
)

// TestColoursOfThePageCanBeRead: with any accent every text of the page has a contrast of 4.5 to 1, on its ground and on the tint, what is
// written on parts of a bar too, and lines and marks that mean something have one of 3; also where a reader has asked for dark colours.
func TestColoursOfThePageCanBeRead(t *testing.T) {
	t.Parallel()
	m := sample(t, "custody-inspection")
	for _, accent := range []colour.Colour{colour.DefaultAccent(), {}, {R: 200, G: 16, B: 46}, {R: 94, G: 45, B: 145}, {G: 110, B: 80}} {
		var page bytes.Buffer
		require.NoError(t, html.Write(&page, m.docs, m.words, html.Options{Accent: accent, Tool: "boardpack test"}))
		light, dark, found := strings.Cut(page.String(), "@media screen and (prefers-color-scheme:dark){")
		require.True(t, found)
		colours := coloursOf(t, light[strings.Index(light, ":root{"):], map[string]colour.Colour{"on-done": colour.White(), "on-doing": colour.White(), "ground": colour.White()})
		assertReadable(t, colours, "light, accent "+accent.String())
		assertReadable(t, coloursOf(t, dark, colours), "dark, accent "+accent.String())
	}
}

// coloursOf gives the colours that the first block of a style sheet names, over others.
func coloursOf(t *testing.T, sheet string, over map[string]colour.Colour) map[string]colour.Colour {
	out := maps.Clone(over)
	for _, m := range regexp.MustCompile(`--([a-z-]+):(#[0-9A-Fa-f]{6})`).FindAllStringSubmatch(sheet[:strings.Index(sheet, "}")], -1) {
		c, err := colour.Parse(m[2])
		require.NoError(t, err)
		out[m[1]] = c
	}
	return out
}

func assertReadable(t *testing.T, colours map[string]colour.Colour, look string) {
	contrast := func(least float64, ground string, names ...string) {
		for _, name := range names {
			require.Contains(t, colours, name)
			assert.GreaterOrEqual(t, colour.Contrast(colours[name], colours[ground]), least, "%s: %s on %s", look, name, ground)
		}
	}
	for _, ground := range []string{"ground", "tint"} {
		contrast(colour.Readable, ground, "ink", "muted", "accent", "red", "amber", "green", "blue")
	}
	contrast(colour.Readable, "done", "on-done")
	contrast(colour.Readable, "doing", "on-doing")
	contrast(3, "ground", "edge", "done", "doing")
}
