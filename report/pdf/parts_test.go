package pdf

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
	"boardpack/report/content"
	"boardpack/report/pdf/layout"
	"boardpack/report/pdf/tag"
	"boardpack/report/reporttest"
)

// TestPartsOfTheTemplate: the template's list of sections is that of the pages.
func TestPartsOfTheTemplate(t *testing.T) {
	t.Parallel()
	template := reporttest.Shipped(t)
	assert.Equal(t, content.SectionNames(), template.Sections.PDF)
}

// TestChosenParts: each part can be left out, and they can be in another order; the links still lead somewhere.
func TestChosenParts(t *testing.T) {
	t.Parallel()
	pack, words := shape{name: "sample", rows: 18, months: 3, themes: 5}.pack(t)
	fonts, err := NewFonts()
	require.NoError(t, err)
	titles := func(parts ...string) []string {
		blocks, options, err := document(content.Of(pack, words, nil), words, Options{Fonts: fonts, Parts: parts})
		require.NoError(t, err)
		composed, err := layout.Compose(blocks, options)
		require.NoError(t, err)
		var out []string
		for _, p := range composed.Pages {
			for _, text := range p.Texts {
				if text.Tag == tag.H1 || text.Tag == tag.H2 {
					out = append(out, text.Text)
				}
			}
		}
		return out
	}
	for _, left := range content.SectionNames() {
		if left == content.Front {
			continue
		}
		var rest []string
		for _, name := range content.SectionNames() {
			if name != left {
				rest = append(rest, name)
			}
		}
		assert.NotEmpty(t, titles(rest...), "without %s", left)
	}
	two := titles("glance", "data", "changes")
	assert.Equal(t, []string{"Stalking and harassment deep dive"}, two[:1])
	assert.Len(t, two, 4)
	_, _, err = document(content.Of(pack, words, nil), words, Options{Fonts: fonts, Parts: []string{"trend"}})
	assert.EqualError(t, err, `there is no part "trend"`)
}

// TestLogo: the picture stands on page 1, as a figure with its words, above the title.
func TestLogo(t *testing.T) {
	t.Parallel()
	pack, words := shape{name: "sample", rows: 3, months: 1, themes: 2}.pack(t)
	drawn := image.NewRGBA(image.Rect(0, 0, 40, 20))
	for i := range drawn.Pix {
		drawn.Pix[i] = 0xFF
	}
	drawn.Set(3, 3, color.RGBA{0x70, 0x11, 0x2A, 0xFF})
	var file bytes.Buffer
	require.NoError(t, png.Encode(&file, drawn))
	logo := &Logo{PNG: file.Bytes(), Width: 40, Height: 20, Alt: report.Text{"en": "Arms of Anytown", "cy": "Arfbais"}}
	fonts, err := NewFonts()
	require.NoError(t, err)
	top := func(o Options) float64 {
		var picture *content.Picture
		if o.Logo != nil {
			picture = content.PictureOf(o.Logo.Alt, words)
		}
		blocks, options, err := document(content.Of(pack, words, picture), words, o)
		require.NoError(t, err)
		composed, err := layout.Compose(blocks, options)
		require.NoError(t, err)
		var tags bytes.Buffer
		require.NoError(t, composed.DumpTags(&tags))
		assert.Equal(t, o.Logo != nil, bytes.Contains(tags.Bytes(), []byte("Arms of Anytown")))
		for _, text := range composed.Pages[0].Texts {
			if text.Tag == tag.H1 {
				return text.Top
			}
		}
		return 0
	}
	lower := top(Options{Fonts: fonts, Logo: logo}) - top(Options{Fonts: fonts})
	assert.Positive(t, lower, "the picture stands above the title")
	assert.Less(t, lower, 50.0)

	var first, second bytes.Buffer
	require.NoError(t, Write(&first, content.Of(pack, words, content.PictureOf(logo.Alt, words)), words, Options{AsAt: pack.AsAt, Fonts: fonts, Logo: logo}))
	require.NoError(t, Write(&second, content.Of(pack, words, content.PictureOf(logo.Alt, words)), words, Options{AsAt: pack.AsAt, Fonts: fonts, Logo: logo}))
	assert.Equal(t, first.Bytes(), second.Bytes())
	assert.Contains(t, first.String(), "/Subtype /Image")
	logo.PNG = []byte("not a picture")
	assert.Error(t, Write(&bytes.Buffer{}, content.Of(pack, words, content.PictureOf(logo.Alt, words)), words, Options{AsAt: pack.AsAt, Fonts: fonts, Logo: logo}))
}
