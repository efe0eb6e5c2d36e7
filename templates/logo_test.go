package templates

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"slices"
	"strings"
	"testing"

	"github.com/go-fonts/liberation/liberationsansregular"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report/pdf/truetype"
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
	t.Parallel()
	for _, c := range []struct{ name, file, want string }{
		{"a JPEG", "\xff\xd8\xff\xe0", "the logo arms.png is not a PNG picture: open it in a picture program and save it as PNG"},
		{"empty", "", "the logo arms.png is not a PNG picture: open it in a picture program and save it as PNG"},
		{"too many bytes", strings.Repeat("x", maxLogoBytes+1), "the logo arms.png has 1025 kB: make it smaller than 1024 kB"},
		{"too wide", picture(t, maxLogoPixels+1, 2), "the logo arms.png is 2001 by 2 pixels: make it at most 2000 across and down"},
		{"cut off", picture(t, 30, 20)[:60], "the logo arms.png is damaged: save it again as PNG"},
	} {
		_, err := loadWith("pack.yaml", "logo: {file: arms.png, alt: {en: Arms, cy: Arfbais}}", "arms.png", c.file)
		assert.EqualError(t, err, "pack.yaml, line 1, column 14: "+c.want, c.name)
	}
	tpl, err := loadWith("pack.yaml", "logo: {file: arms.png, alt: {en: Arms, cy: Arfbais}}", "arms.png", picture(t, maxLogoPixels, 1))
	require.NoError(t, err, "as large as can be")
	assert.Equal(t, maxLogoPixels, tpl.Logo.Width)
}

// TestFilesThatAreNoFont holds what is said of files that cannot be one.
func TestFilesThatAreNoFont(t *testing.T) {
	t.Parallel()
	restricted := slices.Clone(liberationsansregular.TTF)
	tables, err := truetype.Tables(restricted)
	require.NoError(t, err)
	tables["OS/2"][9] = 2 // fsType, a part of the same bytes
	const wrong = "is not a TrueType font (.ttf) with outlines: choose one that is, such as those of the Noto family"
	for _, c := range []struct{ name, file, want string }{
		{"a web font", "wOF2", wrong},
		{"PostScript outlines", "OTTO" + strings.Repeat("\x00", 100), wrong},
		{"empty", "", wrong},
		{"cut off", string(liberationsansregular.TTF[:4000]), wrong},
		{"not to be embedded", string(restricted), "does not allow documents to contain it: choose one with an open licence, such as those of the Noto family"},
		{"too large", strings.Repeat("x", maxFontBytes+1), "has 20481 kB: make it smaller than 20480 kB"},
	} {
		_, err := loadWith("pack.yaml", "fonts: [own.ttf]", "own.ttf", c.file)
		assert.EqualError(t, err, "pack.yaml, line 1, column 9: the font own.ttf "+c.want, c.name)
	}
}
