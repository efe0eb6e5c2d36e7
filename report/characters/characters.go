// Package characters says which characters of a text a paper cannot show as they stand: those that its fonts lack, those of scripts whose
// letters change their shape beside each other, and those that were lost before.
package characters

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// usualUpTo is the last character of the alphabets of Europe's west and middle: every font of ours has those, and most texts have
// no others but dashes and quotation marks.
const usualUpTo = '\u024F'

func isUnusual(r rune) bool { return r > usualUpTo && (r < '\u2013' || r > '\u2026') }

// NotDrawn lists the characters that fonts lack, each once, in the order of the text. Draws tells whether they have one; nil where nobody
// asks, and then none is listed.
func NotDrawn(text string, draws func(r rune) bool) []rune {
	if draws == nil {
		return nil
	}
	var out []rune
	for _, r := range text {
		if r >= utf8.RuneSelf && isLacking(r, draws) && !slices.Contains(out, r) {
			out = append(out, r)
		}
	}
	return out
}

func isLacking(r rune, draws func(r rune) bool) bool {
	return isUnusual(r) && unicode.IsGraphic(r) && !unicode.Is(unicode.Variation_Selector, r) && !draws(r) || unicode.Is(unicode.Co, r)
}

// Join tells of a text in a cursive script (The Unicode Standard, 9.2 and 14.4).
func Join(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool {
		return isUnusual(r) && unicode.In(r, unicode.Arabic, unicode.Syriac, unicode.Nko, unicode.Mongolian)
	})
}

// Lost tells of a text in which a character was lost before it came here.
func Lost(text string) bool { return strings.ContainsRune(text, utf8.RuneError) }

// CodePoints names characters by their code points, the first few of them.
func CodePoints(runes []rune) string {
	const most = 5
	names := make([]string, 0, most+1)
	for _, r := range runes[:min(len(runes), most)] {
		names = append(names, fmt.Sprintf("U+%04X", r))
	}
	if len(runes) > most {
		names = append(names, "…")
	}
	return strings.Join(names, ", ")
}
