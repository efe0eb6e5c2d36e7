package glyphs_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report/glyphs"
	"boardpack/report/reporttest"
)

func TestPrinted(t *testing.T) {
	t.Parallel()
	template := reporttest.Shipped(t)
	marks := func(lang string) *glyphs.Marks {
		words, err := template.Words(lang)
		require.NoError(t, err)
		return glyphs.In(words)
	}
	en, cy := marks("en"), marks("cy")
	for text, want := range map[string][2]string{
		"":                           {"", ""},
		"On track – 50%":             {"On track – 50%", "On track – 50%"},
		"OFFICIAL\u2011SENSITIVE":    {"OFFICIAL-SENSITIVE", "OFFICIAL-SENSITIVE"},
		"\U0001F7E2 On track":        {"● green On track", "● gwyrdd On track"},
		"\U0001F534\U0001F7E1":       {"● red● yellow", "● coch● melyn"},
		"\U0001F7E5 \u26AA \u2B1B":   {"■ red ○ white ■ black", "■ coch ○ gwyn ■ du"},
		"\u2705 \u274C ✔":            {"✓ ✗ ✔", "✓ ✗ ✔"},
		"\uE000 \uFDD0 \U0010FFFF":   {"‹U+E000› ‹U+FDD0› ‹U+10FFFF›", "‹U+E000› ‹U+FDD0› ‹U+10FFFF›"},
		"\U0001F6A9 late \U0001F3F4": {"⚑ red late ⚑ black", "⚑ coch late ⚑ du"},
		"中文 stays, and so does שלום": {"中文 stays, and so does שלום", "中文 stays, and so does שלום"},
	} {
		assert.Equal(t, want[0], en.Printed(text), "%q", text)
		assert.Equal(t, want[1], cy.Printed(text), "%q", text)
		assert.Equal(t, want[0], en.Printed(want[0]), "%q again", text)
	}
	assert.Equal(t, "●", (&glyphs.Marks{}).Printed("\U0001F7E2"), "a language without names of colours")
}
