package layout

import (
	"strings"

	"boardpack/report/glyphs"
)

// spelled is a part of a text as it is drawn. Meant is what it stands for, where that is not what is drawn: screen readers and
// searches get it.
type spelled struct {
	meant string
	parts []stretch
}

// stretch is characters that one font draws.
type stretch struct {
	face *face
	text string
}

// other finds the font behind the main one that has a character; nil where none has it.
func (w *cascade) other(r rune) *face {
	for _, f := range w.more() {
		if f.has(r) {
			return f
		}
	}
	return nil
}

// drawn gives the characters that are drawn for one: itself, the sign that is printed for it, or the code points of what the fonts
// lack. Meant is what the code points stand for, "" where there are none.
func (f *Fonts) drawn(r rune, w *cascade) (text, meant string) {
	text, marked := f.marks.Of(r)
	if !marked {
		text = string(r)
	}
	if !strings.ContainsFunc(text, w.lacks) {
		return text, ""
	}
	var b strings.Builder
	for _, c := range text {
		if w.lacks(c) {
			b.WriteString(glyphs.StandIn(c))
		} else {
			b.WriteRune(c)
		}
	}
	return b.String(), text
}

// advance is the width of what is drawn for a character, in thousandths of the size.
func (f *Fonts) advance(r rune, bold bool) int {
	w := f.cascade(bold)
	if r < glyphs.First && w.main.has(r) {
		return w.main.width(r)
	}
	text, _ := f.drawn(r, w)
	sum := 0
	for _, r := range text {
		if face := w.faceOf(r); face != nil {
			sum += face.width(r)
		}
	}
	return sum
}

// lacks tells of a character that none of the fonts has.
func (w *cascade) lacks(r rune) bool { return w.faceOf(r) == nil }

// faceOf is the best font that has a character; nil where none has it.
func (w *cascade) faceOf(r rune) *face {
	if w.main.has(r) {
		return w.main
	}
	return w.other(r)
}

// isPlain tells of a text that the main font draws as it stands, as it does most.
func (c *cascade) isPlain(text string) bool {
	return strings.IndexFunc(text, func(r rune) bool { return r >= firstRightToLeft && !isOrdinarySign(r) || !c.main.has(r) }) < 0
}

// isOrdinarySign tells of dashes, quotation marks and the ellipsis.
func isOrdinarySign(r rune) bool { return r >= '\u2012' && r <= '\u2026' }

// spell says how a text is drawn that is not plain. Where some of it is written from right to left, what is drawn is in
// the order of the eye, and what is meant in that of the tongue.
func (f *Fonts) spell(text string, bold bool) []spelled { return f.spellLine(text, 0, len(text), bold) }

// spellLine says how one line of a text is drawn, from a byte on up to another.
func (f *Fonts) spellLine(whole string, from, to int, bold bool) []spelled {
	w := f.cascade(bold)
	visual, turned := visualOrder(whole, from, to)
	if !turned {
		return f.spellEach(visual, w)
	}
	line := spelled{meant: f.marks.Printed(whole[from:to])}
	for _, s := range f.spellEach(visual, w) {
		line.parts = append(line.parts, s.parts...)
	}
	return []spelled{line}
}

// spellEach spells characters in the order in which they stand.
func (f *Fonts) spellEach(text string, w *cascade) []spelled {
	var out []spelled
	for _, r := range text {
		drawn, meant := f.drawn(r, w)
		if len(out) == 0 || (meant != "") != (out[len(out)-1].meant != "") {
			out = append(out, spelled{})
		}
		last := &out[len(out)-1]
		last.meant += meant
		for _, d := range drawn {
			last.draw(w, d)
		}
	}
	return out
}

// draw adds a character to the last stretch, or begins one where it needs another font.
func (s *spelled) draw(w *cascade, r rune) {
	face := w.faceOf(r)
	if face == nil { // no sign of ours is one that the fonts lack: a test goes through them
		face, r = w.main, '?'
	}
	if n := len(s.parts); n > 0 && s.parts[n-1].face == face {
		s.parts[n-1].text += string(r)
		return
	}
	s.parts = append(s.parts, stretch{face, string(r)})
}
