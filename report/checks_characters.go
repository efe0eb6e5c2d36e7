package report

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

// checkNotDrawn names the characters of a cell that the paper prints as their code points.
func checkNotDrawn(c *checking, p *Position) {
	for field, text := range p.typed() {
		if missing := c.pack.Rules.notDrawn(text); missing != nil {
			c.add(p, field, "Characters", codePoints(missing))
		}
	}
}

// notDrawn lists the characters that the paper's fonts lack, each once; none where nobody asks.
func (r *Rules) notDrawn(text string) []rune {
	if r.Draws == nil {
		return nil
	}
	return distinct(text, func(c rune) bool {
		return isUnusual(c) && unicode.IsGraphic(c) && !unicode.Is(unicode.Variation_Selector, c) && !r.Draws(c) ||
			unicode.Is(unicode.Co, c)
	})
}

// checkNotJoined names cells in scripts whose letters change their shape beside each other: the paper draws each by itself.
func checkNotJoined(c *checking, p *Position) {
	for field, text := range p.typed() {
		if strings.ContainsFunc(text, isJoining) {
			c.add(p, field)
		}
	}
}

// isJoining tells of the letters of cursive scripts (The Unicode Standard, 9.2 and 14.4).
func isJoining(r rune) bool {
	return isUnusual(r) && unicode.In(r, unicode.Arabic, unicode.Syriac, unicode.Nko, unicode.Mongolian)
}

// checkDamagedCharacter names cells in which a character was lost before the text came here.
func checkDamagedCharacter(c *checking, p *Position) {
	for field, text := range p.typed() {
		if strings.ContainsRune(text, utf8.RuneError) {
			c.add(p, field)
		}
	}
}

// distinct gives the characters of a text that are wanted, each once, in the order of the text.
func distinct(text string, wanted func(rune) bool) []rune {
	var out []rune
	for _, r := range text {
		if r >= utf8.RuneSelf && wanted(r) && !slices.Contains(out, r) {
			out = append(out, r)
		}
	}
	return out
}

// codePoints names characters by their code points, the first few of them.
func codePoints(runes []rune) string {
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
