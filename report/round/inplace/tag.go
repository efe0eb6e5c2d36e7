package inplace

import (
	"bytes"
	"strings"

	"boardpack/report/ooxml"
)

// attributeAt is an attribute of a start tag: the blanks before it, its name, and its value without the quotation marks, in bytes.
type attributeAt struct {
	name                 string
	from, value, end, to int // value to end is inside the quotation marks
}

// startTag gives the start tag with which a text begins.
func startTag(text []byte) []byte {
	quote := byte(0)
	for i, c := range text {
		switch {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '>':
			return text[:i+1]
		}
	}
	return text
}

// prefixOf gives the prefix of the element of a start tag with its colon, "" for none.
func prefixOf(tag []byte) string {
	name := tag[1:]
	if end := bytes.IndexAny(name, " \t\r\n/>"); end >= 0 {
		name = name[:end]
	}
	if colon := bytes.IndexByte(name, ':'); colon >= 0 {
		return string(name[:colon+1])
	}
	return ""
}

// attributesOf finds the attributes of a start tag that is sound.
func attributesOf(tag []byte) []attributeAt {
	var out []attributeAt
	at := 1 + bytes.IndexAny(tag[1:], " \t\r\n/>")
	for {
		a := attributeAt{from: at}
		for at < len(tag) && strings.IndexByte(" \t\r\n", tag[at]) >= 0 {
			at++
		}
		equals := bytes.IndexByte(tag[at:], '=')
		if equals < 0 || tag[at] == '/' || tag[at] == '>' {
			return out
		}
		a.name = strings.TrimRight(string(tag[at:at+equals]), " \t\r\n")
		open := bytes.IndexAny(tag[at+equals:], `"'`)
		if open < 0 {
			return out
		}
		a.value = at + equals + open + 1
		length := bytes.IndexByte(tag[a.value:], tag[a.value-1])
		if length < 0 {
			return out
		}
		a.end = a.value + length
		a.to = a.end + 1
		out = append(out, a)
		at = a.to
	}
}

// withAttribute gives the start tag with another value for an attribute, which stays in its place or goes to the end.
func withAttribute(tag []byte, name, value string) []byte {
	value = ooxml.Escape(value)
	for _, a := range attributesOf(tag) {
		if a.name == name {
			return splice(tag, []splicing{{a.value, a.end, value}})
		}
	}
	end := len(tag) - 1
	if bytes.HasSuffix(tag, []byte("/>")) {
		end--
	}
	return splice(tag, []splicing{{end, end, " " + name + `="` + value + `"`}})
}

// withoutAttribute gives the start tag without an attribute.
func withoutAttribute(tag []byte, name string) []byte {
	for _, a := range attributesOf(tag) {
		if a.name == name {
			return splice(tag, []splicing{{a.from, a.to, ""}})
		}
	}
	return tag
}

// valueOf gives an attribute's value as it is written; "" where there is none.
func valueOf(tag []byte, name string) string {
	for _, a := range attributesOf(tag) {
		if a.name == name {
			return string(tag[a.value:a.end])
		}
	}
	return ""
}

// opened gives the start tag of an element that has something inside, of any start tag.
func opened(tag []byte) []byte {
	if bytes.HasSuffix(tag, []byte("/>")) {
		return append(bytes.TrimRight(tag[:len(tag)-2:len(tag)-2], " \t\r\n"), '>')
	}
	return tag
}

// endOf gives the end tag that belongs to a start tag.
func endOf(tag []byte) string {
	name := tag[1:]
	return "</" + string(name[:bytes.IndexAny(name, " \t\r\n/>")]) + ">"
}

// splicing puts text in the place of some bytes.
type splicing struct {
	from, to int
	text     string
}

// splice gives a text with the changes, which are in order and do not overlap.
func splice(data []byte, changes []splicing) []byte {
	size := len(data)
	for _, c := range changes {
		size += len(c.text) - (c.to - c.from)
	}
	out := make([]byte, 0, size)
	at := 0
	for _, c := range changes {
		out = append(append(out, data[at:c.from]...), c.text...)
		at = c.to
	}
	return append(out, data[at:]...)
}
