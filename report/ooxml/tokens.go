package ooxml

import (
	"bufio"
	"bytes"
	"encoding/xml"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Tokens walks a part's XML and proves on the way that it is sound: every element closed by its own name, one root, no
// document type (so no entities of its own), not nested beyond reason, nothing missing at its end.
type Tokens struct {
	decoder *xml.Decoder
	open    []string
	rooted  bool
}

// NewTokens reads from a part. A single stretch of text longer than that many bytes gives the error, so that no cell can
// fill the memory.
func NewTokens(r io.Reader, longest int, tooLong error) *Tokens {
	const buffer = 64 << 10
	return &Tokens{decoder: xml.NewDecoder(bufio.NewReaderSize(&stretchReader{r: r, longest: longest, tooLong: tooLong}, buffer))}
}

// Next gives the next token, valid until the one after it; io.EOF after a sound end.
func (t *Tokens) Next() (xml.Token, error) {
	token, err := t.decoder.RawToken()
	if err == io.EOF {
		switch {
		case len(t.open) > 0:
			return nil, NewFault("fault.ends_inside", "it ends inside <{{.Element}}>", "Element", t.open[len(t.open)-1])
		case !t.rooted:
			return nil, NewFault("fault.part_empty", "it is empty")
		}
	}
	if err != nil {
		return nil, err
	}
	return token, t.prove(token)
}

// Offset is where the last token ends, in bytes of the text.
func (t *Tokens) Offset() int64 { return t.decoder.InputOffset() }

func (t *Tokens) prove(token xml.Token) error {
	switch token := token.(type) {
	case xml.StartElement:
		return t.start(token)
	case xml.EndElement:
		return t.end(token.Name)
	case xml.Directive:
		return NewFault("fault.document_type", "it has a document type")
	case xml.Comment: // of texts and attributes the decoder looks itself
		return inUTF8(token)
	case xml.ProcInst:
		return inUTF8(token.Inst)
	case xml.CharData:
		if len(t.open) == 0 && len(bytes.TrimSpace(token)) > 0 {
			return NewFault("fault.text_outside_root", "it has text outside its root")
		}
	}
	return nil
}

func inUTF8(text []byte) error {
	if !utf8.Valid(text) {
		return noText()
	}
	return nil
}

func (t *Tokens) start(e xml.StartElement) error {
	if len(t.open) == 0 && t.rooted {
		return NewFault("fault.two_roots", "it has two roots")
	}
	if len(t.open) == maxDepth {
		return NewFault("fault.too_deep", "its elements are nested more than {{.Limit}} deep", "Limit", strconv.Itoa(maxDepth))
	}
	for i := range e.Attr {
		for j := range e.Attr[:i] {
			if e.Attr[i].Name == e.Attr[j].Name {
				return NewFault("fault.attribute_twice", "<{{.Element}}> has the attribute {{.Attribute}} twice", "Element", qualified(e.Name), "Attribute", Quoted(qualified(e.Attr[i].Name)))
			}
		}
	}
	t.rooted, t.open = true, append(t.open, qualified(e.Name))
	return nil
}

// Within gives the name, without its prefix, of the element that is so many levels out of the innermost open one, which is
// level 0; "" beyond the root.
func (t *Tokens) Within(level int) string {
	if level >= len(t.open) {
		return ""
	}
	name := t.open[len(t.open)-1-level]
	return name[strings.IndexByte(name, ':')+1:]
}

// IsMain tells whether an element's prefix is the root's: what others write into a part has prefixes of their own.
func (t *Tokens) IsMain(name xml.Name) bool {
	prefix, _, prefixed := strings.Cut(t.open[0], ":")
	return name.Space == prefix && prefixed || name.Space == "" && !prefixed
}

func (t *Tokens) end(name xml.Name) error {
	last := len(t.open) - 1
	if last < 0 || t.open[last] != qualified(name) {
		return NewFault("fault.closes_nothing", "</{{.Element}}> closes nothing", "Element", qualified(name))
	}
	t.open = t.open[:last]
	return nil
}

func qualified(name xml.Name) string {
	if name.Space == "" {
		return name.Local
	}
	return name.Space + ":" + name.Local
}

// scan proves a small part before it is read as a tree, which takes memory for every element.
func scan(r io.Reader) error {
	t := NewTokens(r, maxPart, textTooLong())
	for elements := 0; ; {
		token, err := t.Next()
		if err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
		if _, ok := token.(xml.StartElement); ok {
			if elements++; elements > maxElements {
				return NewFault("fault.too_many_elements", "it has more than {{.Limit}} elements", "Limit", strconv.Itoa(maxElements))
			}
		}
	}
}

// textTooLong is the error of a part that is read whole and holds a stretch of text as long as it may be itself.
func textTooLong() error { return NewFault("fault.text_too_long", "it has a text that is too long") }

// stretchReader stops a stretch without any "<", which the decoder would hold in memory whole.
type stretchReader struct {
	r       io.Reader
	longest int
	stretch int
	tooLong error
}

func (s *stretchReader) Read(p []byte) (int, error) {
	n, err := s.r.Read(p)
	if first := bytes.IndexByte(p[:n], '<'); first < 0 {
		s.stretch += n
	} else {
		s.stretch = n - 1 - bytes.LastIndexByte(p[:n], '<')
	}
	if s.stretch > s.longest {
		return 0, s.tooLong
	}
	return n, err
}
