package content

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// shortened cuts a text that is longer than a paper tells at a word's end; false for one that is told whole. A word that is longer than
// half of it is cut, too.
func (w *writer) shortened(text string) (string, bool) {
	most := w.measures().Text
	if len(text) <= most || utf8.RuneCountInString(text) <= most {
		return text, false
	}
	head := string([]rune(text)[:most])
	if rest := text[len(head):]; !unicode.IsSpace([]rune(rest)[0]) {
		if i := strings.LastIndexFunc(head, unicode.IsSpace); i > len(head)/2 {
			head = head[:i]
		}
	}
	return strings.TrimRightFunc(head, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",;:.", r) }) + "…", true
}

// upTo is the cell of a text as the paper tells it: one that is cut says where the rest is.
func (w *writer) upTo(c Cell, name string) Cell {
	text, cut := w.shortened(c.Text)
	if !cut || len(c.Runs) > 0 {
		return c
	}
	c.Runs = append(append(w.quotedIn(text, c.Lang, name).text, Run{Text: " "}), trimmed(w.say("entry.rest"))...)
	if c.Lang == "" {
		c.Runs[0].Lang = ""
	}
	c.Text, c.Lang = c.Runs.Plain(), ""
	return c
}
