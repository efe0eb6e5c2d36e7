package tagged

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Met is what a reader meets at once: a text, a picture in words, or what stands before an item of a list.
type Met struct {
	Tag   string // of the element
	Text  string // of a picture its alternative text
	Drawn string // of a picture: the texts in it
	Page  int
	Last  int // the page on which it ends
	Item  int // of a Lbl, and of what stands in an item: which of its list it is, counted from 1
}

// meet notes an element that is met at once; the others were met part by part.
func (r *reader) meet(e *Element, item int) {
	switch {
	case e.Tag == "Figure":
		m := Met{Tag: e.Tag, Text: e.Alt, Page: e.Page, Last: e.Last}
		for _, k := range e.Kids {
			m.Drawn += " " + k.Text
		}
		r.all = append(r.all, m)
	case !e.parted:
		r.all = append(r.all, Met{Tag: e.Tag, Text: e.Text(), Page: e.Page, Last: e.Last, Item: item})
	}
}

// inLine tells of elements that are a part of the text around them.
func (e *Element) inLine() bool {
	return slices.Contains([]string{"Link", "Span", "Reference", "Ruby", "Em", "Strong"}, e.Tag)
}

// Text is all that the element says, with one space between words. Links stand in the text as they are, but never in one
// word with it; other elements are parted from it by a space.
func (e *Element) Text() string {
	if len(e.Kids) == 1 && e.Kids[0].Element == nil && isSpaced(e.Kids[0].Text) {
		return e.Kids[0].Text
	}
	var b textBuilder
	e.write(&b)
	if text := b.String(); isSpaced(text) {
		return text
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// isSpaced tells of ASCII text that has one space between words and none around.
func isSpaced(s string) bool {
	for i := range len(s) {
		switch c := s[i]; {
		case c < ' ' || c >= 0x7F, c == ' ' && (i == 0 || i == len(s)-1 || s[i-1] == ' '):
			return false
		}
	}
	return true
}

func (e *Element) write(b *textBuilder) {
	for _, k := range e.Kids {
		switch {
		case k.Element == nil:
			b.add(k.Text)
		case k.Element.inLine():
			b.joint = true
			k.Element.write(b)
			b.joint = true
		default:
			b.add(" ")
			k.Element.write(b)
			b.add(" ")
		}
	}
}

// textBuilder puts text together. At a joint, where a link begins or ends, two words do not become one.
type textBuilder struct {
	strings.Builder
	joint bool
	last  rune
}

func (b *textBuilder) add(text string) {
	if text == "" {
		return
	}
	first, _ := utf8.DecodeRuneInString(text)
	if b.joint && isWord(b.last) && isWord(first) {
		b.WriteByte(' ')
	}
	b.joint = false
	b.WriteString(text)
	b.last, _ = utf8.DecodeLastRuneInString(text)
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// All gives every element of the tags below e, in reading order. It does not look inside those that it finds.
func (e *Element) All(tags ...string) []*Element {
	var out []*Element
	for _, k := range e.Kids {
		if k.Element == nil {
			continue
		}
		if slices.Contains(tags, k.Element.Tag) {
			out = append(out, k.Element)
			continue
		}
		out = append(out, k.Element.All(tags...)...)
	}
	return out
}
