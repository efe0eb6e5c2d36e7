package ooxml

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"
)

// element is where an element lies in a part: from its start tag to the end of its end tag.
type element struct {
	name       xml.Name // the prefix in the place of the namespace
	attributes []xml.Attr
	start      int  // of the start tag
	inside     int  // behind the start tag
	end        int  // of what is inside: the start of the end tag
	after      int  // behind the end tag
	depth      int  // 1 for the root
	empty      bool // <name/>
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

// change puts text in the place of some bytes.
type change struct {
	from, to int
	text     string
}

// errPart tells of a part that cannot be changed: it is not what it should be.
var errPart = errors.New("the part is not sound XML")

// edit finds the elements of a part.
func edit(data []byte) (*part, error) { return editFrom(data, 0) }

// editFrom finds the elements that begin behind a place in the part, none of which may be open there.
func editFrom(data []byte, offset int) (*part, error) {
	out := &part{data: data}
	d := xml.NewDecoder(bytes.NewReader(data[offset:]))
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	var open []*element
	for {
		before := offset + int(d.InputOffset())
		token, err := d.RawToken()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, errPart
		}
		at := offset + int(d.InputOffset())
		switch token := token.(type) {
		case xml.StartElement:
			e := &element{name: token.Name, attributes: slices.Clone(token.Attr), start: before, inside: at, depth: len(open) + 1}
			open = append(open, e)
			out.elements = append(out.elements, e)
		case xml.EndElement:
			if len(open) == 0 {
				if offset > 0 { // it was open before
					return out, nil
				}
				return nil, errPart
			}
			e := open[len(open)-1]
			open = open[:len(open)-1]
			e.end, e.after, e.empty = before, at, before == at
		}
	}
	if len(open) > 0 || len(out.elements) == 0 {
		return nil, errPart
	}
	return out, nil
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
	tag := strings.TrimSuffix(string(p.data[e.start:e.inside]), "/>")
	p.changes = append(p.changes, change{e.start, e.inside, tag + ">" + text + "</" + e.prefix() + e.name.Local + ">"})
}

// setAttribute gives an attribute of a start tag another value, or adds it.
func (p *part) setAttribute(e *element, name, value string) {
	tag := p.data[e.start:e.inside]
	for _, quote := range []string{`"`, `'`} {
		mark := []byte(" " + name + "=" + quote)
		if at := bytes.Index(tag, mark); at >= 0 {
			from := e.start + at + len(mark)
			length := bytes.IndexByte(p.data[from:e.inside], quote[0])
			p.changes = append(p.changes, change{from, from + length, value})
			return
		}
	}
	at := e.start + 1 + len(e.prefix()) + len(e.name.Local)
	p.changes = append(p.changes, change{at, at, " " + name + `="` + value + `"`})
}

// bytes gives the part with its changes.
func (p *part) bytes() []byte {
	slices.SortStableFunc(p.changes, func(a, b change) int { return cmp.Compare(a.from, b.from) })
	size := len(p.data)
	for _, c := range p.changes {
		size += len(c.text)
	}
	out := make([]byte, 0, size)
	at := 0
	for _, c := range p.changes {
		out = append(append(out, p.data[at:c.from]...), c.text...)
		at = c.to
	}
	return append(out, p.data[at:]...)
}

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
