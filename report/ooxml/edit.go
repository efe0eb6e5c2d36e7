package ooxml

import (
	"bytes"
	"encoding/xml"
	"io"
	"slices"
	"strings"
)

// element is where an element lies in a part, in bytes.
type element struct {
	name       xml.Name // the prefix in the place of the namespace
	attributes []xml.Attr
	start      int64 // of the start tag
	inside     int64 // behind the start tag
	end        int64 // of what is inside: the start of the end tag
	depth      int   // 1 for the root
	empty      bool  // <name/>
}

// prefix is that of the element with its colon, "" for none.
func (e *element) prefix() string {
	if e.name.Space == "" {
		return ""
	}
	return e.name.Space + ":"
}

func (e *element) attribute(local string) string {
	for _, a := range e.attributes {
		if a.Name.Local == local && a.Name.Space != "xmlns" {
			return a.Value
		}
	}
	return ""
}

// part is a part with the changes that are to be made in it.
type part struct {
	data     []byte
	elements []*element
	changes  []change
}

// edit finds the elements of a part. The error is a fault.
func edit(data []byte) (*part, error) {
	out := &part{data: data}
	t := NewTokens(bytes.NewReader(data), len(data), textTooLong())
	var open []*element
	for {
		before := t.Offset()
		token, err := t.Next()
		if err == io.EOF {
			return out, nil
		}
		if err != nil {
			return nil, err
		}
		switch token := token.(type) {
		case xml.StartElement:
			e := &element{name: token.Name, attributes: slices.Clone(token.Attr), start: before, inside: t.Offset(), depth: len(open) + 1}
			open = append(open, e)
			out.elements = append(out.elements, e)
		case xml.EndElement:
			e := open[len(open)-1]
			open = open[:len(open)-1]
			e.end, e.empty = before, before == t.Offset()
		}
	}
}

func (p *part) root() *element { return p.elements[0] }

// first gives the first element of a name; nil where there is none.
func (p *part) first(local string) *element {
	for _, e := range p.elements {
		if e.name.Local == local {
			return e
		}
	}
	return nil
}

// all gives every element of a name.
func (p *part) all(local string) []*element {
	var out []*element
	for _, e := range p.elements {
		if e.name.Local == local {
			out = append(out, e)
		}
	}
	return out
}

// insert puts text at the end of what is inside an element.
func (p *part) insert(e *element, text string) {
	if !e.empty {
		p.changes = append(p.changes, change{e.end, e.end, text})
		return
	}
	p.changes = append(p.changes, change{e.start, e.inside, startTag(e.name, e.attributes, false) + text + "</" + qualified(e.name) + ">"})
}

// setAttribute gives an attribute of a start tag another value, or adds it.
func (p *part) setAttribute(e *element, name, value string) {
	attributes := slices.DeleteFunc(slices.Clone(e.attributes), func(a xml.Attr) bool { return a.Name.Space == "" && a.Name.Local == name })
	attributes = append(attributes, xml.Attr{Name: xml.Name{Local: name}, Value: value})
	p.changes = append(p.changes, change{e.start, e.inside, startTag(e.name, attributes, e.empty)})
}

// startTag writes a start tag.
func startTag(name xml.Name, attributes []xml.Attr, empty bool) string {
	var b bytes.Buffer
	b.WriteString("<" + qualified(name))
	for _, a := range attributes {
		b.WriteString(" " + qualified(a.Name) + `="`)
		_ = xml.EscapeText(&b, []byte(a.Value)) // a buffer takes everything
		b.WriteString(`"`)
	}
	if empty {
		b.WriteString("/")
	}
	return b.String() + ">"
}

// bytes gives the part with its changes.
func (p *part) bytes() []byte { return splicedBytes(p.data, p.changes) }

// Escape makes text ready to stand in XML: what XML cannot hold is dropped, and an underscore with which an escape of Excel's would
// begin is escaped (ECMA-376, part 1, 22.9.2.19).
func Escape(s string) string {
	var b bytes.Buffer
	s = strings.ReplaceAll(s, "_x", "_x005F_x")
	_ = xml.EscapeText(&b, []byte(strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r == 0xFFFE || r == 0xFFFF {
			return -1
		}
		return r
	}, s))) // a buffer takes everything
	return strings.NewReplacer("&#xA;", "\n", "&#x9;", "\t").Replace(b.String())
}
