package templates

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// picture gives a PNG file with nothing in it but one line: see-through elsewhere.
func picture(t *testing.T, width, height int) string {
	t.Helper()
	drawn := image.NewNRGBA(image.Rect(0, 0, width, height))
	for x := range width {
		drawn.Set(x, height/2, color.NRGBA{0x70, 0x11, 0x2A, 0xFF})
	}
	var b bytes.Buffer
	require.NoError(t, png.Encode(&b, drawn))
	return b.String()
}

// TestPicturesThatAreNoLogo holds what is said of files that cannot be one.
func TestPicturesThatAreNoLogo(t *testing.T) {
	for _, c := range []struct{ name, file, want string }{
		{"a JPEG", "\xff\xd8\xff\xe0", "the logo arms.png is not a PNG picture: open it in a picture program and save it as PNG"},
		{"empty", "", "the logo arms.png is not a PNG picture: open it in a picture program and save it as PNG"},
		{"too many bytes", strings.Repeat("x", maxLogoBytes+1), "the logo arms.png has 1025 kB: make it smaller than 1024 kB"},
		{"too wide", picture(t, maxLogoPixels+1, 2), "the logo arms.png is 2001 by 2 pixels: make it at most 2000 across and down"},
		{"cut off", picture(t, 30, 20)[:60], "the logo arms.png is damaged (png: invalid format: not enough pixel data): save it again as PNG"},
	} {
		_, err := loadWith("pack.yaml", "logo: {file: arms.png, alt: {en: Arms, cy: Arfbais}}", "arms.png", c.file)
		assert.EqualError(t, err, "pack.yaml, line 1, column 14: "+c.want, c.name)
	}
	tpl, err := loadWith("pack.yaml", "logo: {file: arms.png, alt: {en: Arms, cy: Arfbais}}", "arms.png", picture(t, maxLogoPixels, 1))
	require.NoError(t, err, "as large as can be")
	assert.Equal(t, maxLogoPixels, tpl.Logo.Width)
}
