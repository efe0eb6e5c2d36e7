package main

import (
	"bytes"
	"fmt"
	"io"
	"unicode"
	"unicode/utf8"
)

// printer is standard output or error. File names, cells, names of parts and manifests end up in messages, and a terminal obeys what
// some characters say: none of them reaches it raw. It remembers that something could not be written, for the exit status.
type printer struct {
	to     io.Writer
	failed error // the first one
}

// Write writes the text with characters that a terminal obeys, or that turn the order of a line round, as their code points.
func (p *printer) Write(text []byte) (int, error) {
	out := text
	if bytes.ContainsFunc(text, isObeyed) || !utf8.Valid(text) {
		out = harmless(text)
	}
	if _, err := p.to.Write(out); err != nil {
		if p.failed == nil {
			p.failed = err
		}
		return 0, err
	}
	return len(text), nil
}

// isObeyed tells of control characters but for tabs and line ends, and of those that change the direction of text.
func isObeyed(r rune) bool {
	return unicode.IsControl(r) && r != '\n' && r != '\t' || unicode.Is(unicode.Bidi_Control, r) || r == '\u2028' || r == '\u2029'
}

func harmless(text []byte) []byte {
	var out []byte
	for len(text) > 0 {
		r, size := utf8.DecodeRune(text)
		switch {
		case r == utf8.RuneError && size == 1:
			out = fmt.Appendf(out, "‹%02X›", text[0])
		case r == '\r' && bytes.HasPrefix(text, []byte("\r\n")):
		case isObeyed(r):
			out = fmt.Appendf(out, "‹U+%04X›", r)
		default:
			out = append(out, text[:size]...)
		}
		text = text[size:]
	}
	return out
}
