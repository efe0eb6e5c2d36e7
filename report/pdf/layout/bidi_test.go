package layout

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"pgregory.net/rapid"
)

// TestVisualOrder holds the order of texts to that of another program of the algorithm (bidi-js 1.0.3), with which 3,018 others agreed too.
func TestVisualOrder(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"plain (12)":          "plain (12)",
		"to שלום 18 and back": "to 18 םולש and back",
		"Ω · המלצה לשפר את הרישום (12)": "Ω · (12) םושירה תא רפשל הצלמה",
		"abc (שלום) def":     "abc (םולש) def",
		"שלום abc (12)":      "abc (12) םולש",
		"a (ב) ג":            "a (ב) ג",
		"ב (a) ג":            "ג (a) ב",
		"a [ב (12) ג] d":     "a [ג (12) ב] d",
		"abc שלום-12 x":      "abc 12-םולש x",
		"abc שלום £12.50 x":  "abc £12.50 םולש x",
		"abc ١٢ שלום":        "abc םולש ١٢",
		"توصية (١٢) السلام":  "مالسلا (١٢) ةيصوت",
		"שלום 12% עוד, 3/4":  "3/4 ,דוע 12% םולש",
		"a שלום <b> עולם":    "a םולש <b> םלוע",
		"אבג 1.2.2024 - דהו": "והד - 1.2.2024 גבא",
		"cost: 12€ ב-2024":   "cost: 12€ 2024-ב",
		"(שלום":              "םולש)",
		"٣[%٣,.":             "٣%]٣,.",
	} {
		visual, turned := visualOrder(text, 0, len(text))
		assert.Equal(t, want, visual, "%q", text)
		assert.Equal(t, turned, text != "plain (12)", "%q", text)
	}
}

// TestLinesFollowTheirText: a line runs as the text does that it is a line of, whatever it begins with.
func TestLinesFollowTheirText(t *testing.T) {
	t.Parallel()
	line := func(whole, line string) string {
		from := strings.Index(whole, line)
		visual, _ := visualOrder(whole, from, from+len(line))
		return visual
	}
	assert.Equal(t, "םולש · Zażółć", line("Title · המלצה שלום · Zażółć", "שלום · Zażółć"))
	assert.Equal(t, "Zażółć · םולש", line("שלום · Zażółć", "שלום · Zażółć"))
	assert.Equal(t, ".abc", line("שלום abc.", "abc."), "a line of Latin letters ends at the left in a text from right to left")
	assert.Equal(t, "abc.", line("abc. שלום", "abc."))
}

// TestNothingIsLostInTurning: a line has the same characters in another order, but for signs that are turned round.
func TestNothingIsLostInTurning(t *testing.T) {
	t.Parallel()
	letters := []rune("ab1٣אבء ()[]<>-.,%€/\u0301")
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(rapid.RuneFrom(letters), 0, 20, -1).Draw(t, "text")
		visual, _ := visualOrder(text, 0, len(text))
		assert.Equal(t, utf8.RuneCountInString(text), utf8.RuneCountInString(visual))
		for _, r := range text {
			assert.Equal(t, strings.Count(text, string(r))+strings.Count(text, string(mirrored(r))), strings.Count(visual, string(r))+strings.Count(visual, string(mirrored(r))))
		}
	})
}
