package sheets

import (
	"bytes"
	"html"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"
)

// scanner goes through a part of the workbook, tag by tag, as it is unpacked. It holds no more of it than a tag and the text before it need.
type scanner struct {
	from   io.Reader
	window []byte // what was unpacked last
	at     int    // how much of the window was passed
}

// windowSize is how much a scanner holds at first.
const windowSize = 1 << 16

// element is one tag: its name, with a / before it where it closes, and its attributes as written.
type element struct {
	name  []byte
	attrs []byte
}

// next gives the next tag and the text before it, which stay as they are until the next call; false at the end.
func (s *scanner) next() (before []byte, e element, ok bool) {
	start := s.find('<', 0)
	if start < 0 {
		return nil, e, false
	}
	end := s.find('>', start+1)
	if end < 0 {
		return nil, e, false
	}
	before, tag := s.window[s.at:s.at+start], s.window[s.at+start+1:s.at+end]
	s.at += end + 1
	if n := len(tag); n > 0 && tag[n-1] == '/' {
		tag = tag[:n-1]
	}
	e.name = tag
	if space := bytes.IndexAny(tag, " \n\t\r"); space >= 0 {
		e.name, e.attrs = tag[:space], tag[space+1:]
	}
	return before, e, true
}

// find gives how far ahead the next sign of a kind is, at a distance or beyond it; -1 for none.
func (s *scanner) find(sign byte, from int) int {
	for {
		ahead := s.window[s.at:]
		if i := bytes.IndexByte(ahead[from:], sign); i >= 0 {
			return from + i
		}
		from = len(ahead)
		if !s.more() {
			return -1
		}
	}
}

// more unpacks more, over what was passed and, where that is too little room, in a larger window; false at the end.
func (s *scanner) more() bool {
	s.window = s.window[:copy(s.window, s.window[s.at:])]
	s.at = 0
	if len(s.window) == cap(s.window) {
		s.window = slices.Grow(s.window, max(windowSize, len(s.window)))
	}
	n, _ := s.from.Read(s.window[len(s.window):cap(s.window)]) // an error comes again when all of the part is compared
	s.window = s.window[:len(s.window)+n]
	return n > 0
}

// attr gives the value of an attribute, "" for none.
func (e element) attr(name string) string { return unescape(e.raw(name)) }

// raw gives the value of an attribute as written.
func (e element) raw(name string) []byte {
	rest := e.attrs
	for {
		i := bytes.Index(rest, []byte(name))
		if i < 0 {
			return nil
		}
		start := i + len(name)
		if bytes.HasPrefix(rest[start:], []byte(`="`)) && (i == 0 || rest[i-1] == ' ') {
			value := rest[start+2:]
			if end := bytes.IndexByte(value, '"'); end >= 0 {
				return value[:end]
			}
			return nil
		}
		rest = rest[start:]
	}
}

// decode gives the text of a cell or heading, in which a character that XML cannot hold, or what only looks like the code of one,
// stands as _xHHHH_ (ECMA-376, part 1, 22.9.2.19).
func decode(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	var units []uint16
	var b strings.Builder
	for s != "" {
		if unit, ok := codeAt(s); ok {
			units, s = append(units, unit), s[codeLength:]
			continue
		}
		b.WriteString(string(utf16.Decode(units)))
		units = units[:0]
		b.WriteByte(s[0])
		s = s[1:]
	}
	b.WriteString(string(utf16.Decode(units)))
	return b.String()
}

const codeLength = len("_xHHHH_")

// codeAt reads the code at the start of a text.
func codeAt(s string) (uint16, bool) {
	if len(s) < codeLength || s[0] != '_' || s[1] != 'x' || s[codeLength-1] != '_' {
		return 0, false
	}
	n, err := strconv.ParseUint(s[2:codeLength-1], 16, 16)
	return uint16(n), err == nil
}

// unescape gives the text that stands in the file with entities.
func unescape(b []byte) string { return html.UnescapeString(string(b)) }
