package layout

import (
	"bytes"
	"testing"
	"time"
	"unicode"

	"github.com/stretchr/testify/assert"
	"pgregory.net/rapid"

	"boardpack/report/colour"
	"boardpack/report/glyphs"
	"boardpack/report/pdf/finish"
)

// spelling gives what is drawn, and in square brackets after it what that stands for.
func spelling(f *Fonts, text string) string {
	out := ""
	for _, s := range f.spell(text, false) {
		for _, part := range s.parts {
			out += part.text
		}
		if s.meant != "" {
			out += "<" + s.meant + ">"
		}
	}
	return out
}

func TestSpell(t *testing.T) {
	t.Parallel()
	f := fonts(t)
	for text, want := range map[string]string{
		"plain": "plain",
		"ŵŷ – “Łódź” Ελληνικά Русский": "ŵŷ – “Łódź” Ελληνικά Русский",
		"✓ ✔ ☐ ☑ ☒ Հայերեն ქართული":    "✓ ✔ ☐ ☑ ☒ Հայերեն ქართული",
		"a\u2011b":                   "a-b",
		"\U0001F7E2":                 "●",
		"漢 and 字":                    "‹U+6F22›<漢> and ‹U+5B57›<字>",
		"漢字":                         "‹U+6F22›‹U+5B57›<漢字>",
		"\uE000":                     "‹U+E000›",
		"שלום":                       "םולש<שלום>",
		"to שלום and back":           "to םולש and back<to שלום and back>",
		"to שלום 18 and back":        "to 18 םולש and back<to שלום 18 and back>",
		"to שלום 18 עולם":            "to םלוע 18 םולש<to שלום 18 עולם>",
		"שלום 18 (abc) עולם":         "םלוע (abc) 18 םולש<שלום 18 (abc) עולם>",
		"(שלום)":                     "(םולש)<(שלום)>",
		"3 of 4: \u0645\u0631\u062D": "3 of 4: \u062D\u0631\u0645<3 of 4: \u0645\u0631\u062D>",
	} {
		assert.Equal(t, want, spelling(f, text), "%q", text)
	}
}

// TestEverySignCanBeDrawn: there is a glyph for whatever is printed for a character, and for every character of western and middle
// Europe and of ordinary text, about which no check asks.
func TestEverySignCanBeDrawn(t *testing.T) {
	t.Parallel()
	f := fonts(t)
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if text, marked := f.marks.Of(r); marked {
			for _, d := range text {
				assert.NotNil(t, f.cascade(false).faceOf(d), "%U for %U", d, r)
				assert.NotNil(t, f.cascade(true).faceOf(d), "%U for %U", d, r)
			}
		}
	}
	for r := rune(' '); r <= 0x2026; r++ {
		if usual := r <= 0x24F || r >= 0x2013; usual && unicode.IsGraphic(r) {
			assert.True(t, f.Has(r), "%U", r)
		}
	}
	for _, r := range glyphs.StandIn(0x10FFFF) {
		assert.True(t, f.face(true).has(r))
	}
}

// TestEveryGlyphSurvivesTheCut cuts each font down to all of its characters: each still has a glyph of its own.
func TestEveryGlyphSurvivesTheCut(t *testing.T) {
	t.Parallel()
	f := fonts(t)
	for _, c := range f.weights {
		for _, face := range append([]*face{c.main}, c.more()...) {
			var all []rune
			for r := range len(face.widths) {
				if face.has(rune(r)) {
					all = append(all, rune(r))
				}
			}
			font, err := face.subset(all)
			assert.NoError(t, err)
			for _, c := range font.Chars {
				assert.NotZero(t, c.Glyph, "%U of %s", c.Code, face.name)
			}
		}
	}
}

// TestAnyTextIsSpelled: whatever a text holds, each character is drawn, or stands for one that is, and is as wide as it was measured.
func TestAnyTextIsSpelled(t *testing.T) {
	t.Parallel()
	f := fonts(t)
	rapid.Check(t, func(t *rapid.T) {
		text := clean(rapid.String().Draw(t, "text"))
		drawn, measured := 0, 0
		for _, r := range text {
			measured += f.advance(r, false)
		}
		for _, s := range f.spell(text, false) {
			for _, part := range s.parts {
				for _, r := range part.text {
					if assert.True(t, part.face.has(r), "%U", r) {
						drawn += part.face.width(r)
					}
				}
			}
		}
		if assert.InDelta(t, measured, drawn, 0.5*float64(len(text)*100)) && !containsRightToLeft(text) {
			assert.Equal(t, measured, drawn)
		}
	})
}

func containsRightToLeft(text string) bool {
	_, turned := visualOrder(text, 0, len(text))
	return turned
}

// TestTextsBesideThePages: what a PDF says of itself may hold any character, also at its end.
func TestTextsBesideThePages(t *testing.T) {
	t.Parallel()
	for _, title := range []string{"", "plain", "Łódź ŵ", "on track \U0001F7E2", "\U0010FFFF", "中文"} {
		var out bytes.Buffer
		err := Write(&out, []Block{Heading{Level: 1, Text: Plain("A")}}, Options{Fonts: fonts(t), Palette: NewPalette(colour.DefaultAccent()),
			About: finish.About{Title: title, Author: title, Subject: title, Tool: title, Lang: "en", Date: time.Date(2023, 9, 30, 0, 0, 0, 0, time.UTC)}})
		assert.NoError(t, err, "%q", title)
	}
	assert.Equal(t, "\xFE\xFF\x00A\xD8\x3D\xDF\xE2", utf16Text("A\U0001F7E2"))
}
