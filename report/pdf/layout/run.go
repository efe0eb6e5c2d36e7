package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Run is a stretch of text of one kind. A line feed in the text starts a new line.
type Run struct {
	Text string
	Bold bool
	Ink  Ink    // the block's own ink when zero
	To   string // the ID of the place that the text links to
	URL  string // or an address outside the document
	Says string // what a screen reader says of the link; the text itself when empty
	Lang string // language, when it is not the block's
	Mark Mark   // a shape before the text
	// Size is that of the run where it is not the block's, in points; Light sets it plain in a bold block.
	Size  float64
	Light bool
	// Page is the ID of a place whose page the text is, instead of Text; Last asks for the page on which that place ends.
	Page string
	Last bool
	// Whole runs end no line within a word, such as a ref with a hyphen.
	Whole bool
	// Boxed draws a line around the run.
	Boxed bool
	// Quiet links have no line below them.
	Quiet bool
}

// Plain makes text of one run.
func Plain(text string) []Run { return []Run{{Text: text}} }

func (r Run) isLink() bool { return r.To != "" || r.URL != "" }

// clean makes text ready to be set: composed letters (ŵ as one character, which the fonts have, not two), single spaces, no control or
// zero-width characters. No letter is lost.
func clean(s string) string {
	if isClean(s) {
		return s
	}
	var b strings.Builder
	space := false
	for _, r := range strings.ReplaceAll(s, "\r\n", "\n") {
		switch {
		case r == '\n' || r == '\r' || r == '\u2028' || r == '\u2029' || r == '\v' || r == '\f':
			b.WriteByte('\n')
			space = false
			continue
		case r != '\u00A0' && r != '\u202F' && unicode.IsSpace(r):
			if space {
				continue
			}
			r = ' '
		case isSilent(r):
			continue
		}
		space = r == ' '
		b.WriteRune(r)
	}
	return norm.NFC.String(b.String()) // last: what was dropped may have stood between a letter and its accent
}

// isClean is the quick look that saves most texts from being copied.
func isClean(s string) bool {
	ascii := true
	for i := range len(s) {
		switch c := s[i]; {
		case c >= 0x80:
			ascii = false
		case c < ' ' && c != '\n' || c == 0x7F || c == ' ' && i > 0 && s[i-1] == ' ':
			return false
		}
	}
	return ascii || !strings.ContainsFunc(s, isOdd) && norm.NFC.IsNormalString(s)
}

// isOdd tells of characters beyond ASCII that cannot stay as they are.
func isOdd(r rune) bool {
	return r >= 0x80 && (r == utf8.RuneError || unicode.IsSpace(r) || isSilent(r))
}

// isSilent tells of characters that have no look of their own: controls, joiners, variation selectors, soft hyphens.
func isSilent(r rune) bool {
	return unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || r >= 0xFE00 && r <= 0xFE0F
}
