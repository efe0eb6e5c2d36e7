package sheets

import (
	"bytes"
	"html"
)

// scanner goes through a part of the workbook, tag by tag.
type scanner struct {
	data []byte
	at   int
}

// element is one tag: its name, with a / before it where it closes, and its attributes as written.
type element struct {
	name  []byte
	attrs []byte
	empty bool // <c/>
}

// next gives the next tag and the text before it; false at the end.
func (s *scanner) next() (before []byte, e element, ok bool) {
	start := bytes.IndexByte(s.data[s.at:], '<')
	if start < 0 {
		return nil, e, false
	}
	before = s.data[s.at : s.at+start]
	s.at += start + 1
	end := bytes.IndexByte(s.data[s.at:], '>')
	if end < 0 {
		return nil, e, false
	}
	tag := s.data[s.at : s.at+end]
	s.at += end + 1
	if n := len(tag); n > 0 && tag[n-1] == '/' {
		e.empty, tag = true, tag[:n-1]
	}
	e.name = tag
	if space := bytes.IndexAny(tag, " \n\t\r"); space >= 0 {
		e.name, e.attrs = tag[:space], tag[space+1:]
	}
	return before, e, true
}

// attr gives the value of an attribute, "" for none.
func (e element) attr(name string) string {
	rest := e.attrs
	for {
		i := bytes.Index(rest, []byte(name))
		if i < 0 {
			return ""
		}
		start := i + len(name)
		if bytes.HasPrefix(rest[start:], []byte(`="`)) && (i == 0 || rest[i-1] == ' ') {
			value := rest[start+2:]
			if end := bytes.IndexByte(value, '"'); end >= 0 {
				return unescape(value[:end])
			}
			return ""
		}
		rest = rest[start:]
	}
}

// unescape gives the text that stands in the file with entities.
func unescape(b []byte) string {
	if bytes.IndexByte(b, '&') < 0 {
		return string(b)
	}
	return html.UnescapeString(string(b))
}
