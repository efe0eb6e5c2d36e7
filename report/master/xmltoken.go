package master

import (
	"bufio"
	"bytes"
	"encoding/xml"
	"io"
	"strings"
)

// tokens walks a part's XML and proves on the way that it is sound: every element closed by its own name, one root, no
// document type (so no entities of its own), not nested beyond reason, nothing missing at its end.
type tokens struct {
	decoder *xml.Decoder
	open    []string
	rooted  bool
}

// newTokens reads from a part. A single stretch of text longer than that many bytes gives the error, so that no cell can
// fill the memory.
func newTokens(r io.Reader, longest int, tooLong error) *tokens {
	const buffer = 64 << 10
	return &tokens{decoder: xml.NewDecoder(bufio.NewReaderSize(&stretchReader{r: r, longest: longest, tooLong: tooLong}, buffer))}
}

// next gives the next token, valid until the one after it; io.EOF after a sound end.
func (t *tokens) next() (xml.Token, error) {
	token, err := t.decoder.RawToken()
	if err == io.EOF {
		switch {
		case len(t.open) > 0:
			return nil, faultf("it ends inside <%s>", t.open[len(t.open)-1])
		case !t.rooted:
			return nil, fault("it is empty")
		}
	}
	if err != nil {
		return nil, err
	}
	return token, t.prove(token)
}

func (t *tokens) prove(token xml.Token) error {
	switch token := token.(type) {
	case xml.StartElement:
		return t.start(token)
	case xml.EndElement:
		return t.end(token.Name)
	case xml.Directive:
		return fault("it has a document type")
	case xml.CharData:
		if len(t.open) == 0 && len(bytes.TrimSpace(token)) > 0 {
			return fault("it has text outside its root")
		}
	}
	return nil
}

func (t *tokens) start(e xml.StartElement) error {
	if len(t.open) == 0 && t.rooted {
		return fault("it has two roots")
	}
	if len(t.open) == maxDepth {
		return faultf("its elements are nested more than %d deep", maxDepth)
	}
	for i := range e.Attr {
		for j := range e.Attr[:i] {
			if e.Attr[i].Name == e.Attr[j].Name {
				return faultf("<%s> has the attribute %s twice", qualified(e.Name), quoted(qualified(e.Attr[i].Name)))
			}
		}
	}
	t.rooted, t.open = true, append(t.open, qualified(e.Name))
	return nil
}

// within gives the name, without its prefix, of the element that is so many levels out of the innermost open one, which is
// level 0; "" beyond the root.
func (t *tokens) within(level int) string {
	if level >= len(t.open) {
		return ""
	}
	name := t.open[len(t.open)-1-level]
	return name[strings.IndexByte(name, ':')+1:]
}

// isMain tells whether an element's prefix is the root's: what others write into a part has prefixes of their own.
func (t *tokens) isMain(name xml.Name) bool {
	prefix, _, prefixed := strings.Cut(t.open[0], ":")
	return name.Space == prefix && prefixed || name.Space == "" && !prefixed
}

func (t *tokens) end(name xml.Name) error {
	last := len(t.open) - 1
	if last < 0 || t.open[last] != qualified(name) {
		return faultf("</%s> closes nothing", qualified(name))
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
	t := newTokens(r, maxPart, fault("it has a text that is too long"))
	for elements := 0; ; {
		token, err := t.next()
		if err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
		if _, ok := token.(xml.StartElement); ok {
			if elements++; elements > maxElements {
				return faultf("it has more than %d elements", maxElements)
			}
		}
	}
}

// attribute gives the value of an attribute without prefix.
func attribute(e xml.StartElement, name string) string {
	for i := range e.Attr {
		if e.Attr[i].Name.Local == name && e.Attr[i].Name.Space == "" {
			return e.Attr[i].Value
		}
	}
	return ""
}

// isTrue reads the boolean of XML Schema.
func isTrue(s string) bool { return s == "1" || s == "true" }

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
