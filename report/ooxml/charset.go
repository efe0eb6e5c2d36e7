package ooxml

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"io"
	"regexp"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/transform"
)

// noText tells that bytes are no text in the encoding that the part says it is in.
func noText() error {
	return NewFault("fault.not_its_encoding", "it has bytes that are not text in its encoding")
}

// plainXML gives the text of an XML part as UTF-8, without byte order mark and declaration, so that every reader after it
// sees one encoding. The encoding is told by the byte order mark, or else by how the first bytes lie, or else by the
// declaration (XML 1.0, appendix F). A part may be in UTF-8 or UTF-16 (ECMA-376, part 2, 6.2.4); older encodings are
// met in what other programs write. What is no text in its encoding is an error.
func plainXML(part io.Reader) (io.Reader, error) {
	r := bufio.NewReader(part)
	head, _ := r.Peek(3)
	switch {
	case bytes.HasPrefix(head, []byte("\xef\xbb\xbf")):
		r.Discard(3)
	case bytes.HasPrefix(head, []byte("\xff\xfe")), bytes.HasPrefix(head, []byte("<\x00")):
		r = bufio.NewReader(&runes{next: wideRunes(r, binary.LittleEndian)})
	case bytes.HasPrefix(head, []byte("\xfe\xff")), bytes.HasPrefix(head, []byte("\x00<")):
		r = bufio.NewReader(&runes{next: wideRunes(r, binary.BigEndian)})
	default:
		return declaredXML(r)
	}
	if mark, _ := r.Peek(3); string(mark) == "\ufeff" {
		r.Discard(3)
	}
	length, _ := declaration(r)
	r.Discard(length)
	return r, nil
}

// declaredXML reads a part whose characters below 128 are single bytes, in the encoding that it declares. One that declares
// UTF-16, as .NET writes of texts in memory, can only be UTF-8, which ASCII is a part of.
func declaredXML(r *bufio.Reader) (io.Reader, error) {
	length, label := declaration(r)
	r.Discard(length)
	if label == "" || strings.Contains(strings.ToLower(label), "ascii") {
		return r, nil
	}
	encoding, err := htmlindex.Get(label)
	if err != nil {
		return nil, NewFault("fault.unknown_encoding", "it says that its encoding is {{.Encoding}}, which is not known", "Encoding", Quoted(label))
	}
	if name, _ := htmlindex.Name(encoding); strings.HasPrefix(name, "utf-") {
		return r, nil
	}
	old := bufio.NewReader(transform.NewReader(r, encoding.NewDecoder()))
	return &runes{next: func() (rune, error) {
		c, _, err := old.ReadRune()
		if c == utf8.RuneError && err == nil {
			err = noText()
		}
		return c, err
	}}, nil
}

// declaration measures the XML declaration at the start and finds the encoding that it names; 0 and "" where there is none.
func declaration(r *bufio.Reader) (length int, encoding string) {
	const longest = 512 // bytes
	head, _ := r.Peek(longest)
	found := regexp.MustCompile(`^<\?xml\s[^>]*?\?>`).Find(head)
	if named := regexp.MustCompile(`\sencoding\s*=\s*["']([^"']*)["']`).FindSubmatch(found); named != nil {
		encoding = string(named[1])
	}
	return len(found), encoding
}

// runes is a stream of UTF-8 made of characters that come one by one. Its error stays: whoever looks ahead does not keep it.
type runes struct {
	next func() (rune, error)
	err  error
}

func (s *runes) Read(p []byte) (n int, err error) {
	for s.err == nil && n+utf8.UTFMax <= len(p) {
		var r rune
		if r, s.err = s.next(); s.err == nil {
			n += utf8.EncodeRune(p[n:], r)
		}
	}
	return n, s.err
}

// wideRunes reads UTF-16. The library's decoder would put a stand-in for half a pair, and the damage would not be seen.
func wideRunes(r *bufio.Reader, order binary.ByteOrder) func() (rune, error) {
	unit := func() (rune, error) {
		first, err := r.ReadByte()
		if err != nil {
			return 0, err
		}
		second, err := r.ReadByte()
		if err == io.EOF {
			err = noText()
		}
		return rune(order.Uint16([]byte{first, second})), err
	}
	return func() (rune, error) {
		first, err := unit()
		if err != nil || !utf16.IsSurrogate(first) {
			return first, err
		}
		second, err := unit()
		both := utf16.DecodeRune(first, second)
		if err == io.EOF || err == nil && both == utf8.RuneError {
			err = noText()
		}
		return both, err
	}
}
