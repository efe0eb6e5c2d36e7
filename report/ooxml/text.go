package ooxml

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
)

// Text is a part of XML as text, with what it takes to write it again as it was: byte order mark, declaration and encoding.
type Text struct {
	UTF8   []byte // behind the mark and the declaration
	head   []byte // those two, as they are
	encode func([]byte) ([]byte, error)
}

// ReadText takes the bytes of a part apart. A part whose text does not give the very same bytes again is an error: it could not be
// changed in one place alone.
func ReadText(part []byte) (*Text, error) {
	r, err := plainXML(bytes.NewReader(part))
	if err != nil {
		return nil, err
	}
	text, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	out := &Text{UTF8: text, encode: encoderOf(part)}
	same, err := out.encode(text)
	if err != nil || !bytes.HasSuffix(part, same) {
		return nil, noText()
	}
	out.head = part[:len(part)-len(same)]
	return out, nil
}

// Bytes gives another text the mark, the declaration and the encoding of this one. Characters that the encoding does not have are
// written by their numbers, as XML may.
func (t *Text) Bytes(text []byte) ([]byte, error) {
	body, err := t.encode(text)
	if err != nil {
		return nil, err
	}
	return append(bytes.Clone(t.head), body...), nil
}

// encoderOf gives the encoder of the encoding that plainXML reads the part in.
func encoderOf(part []byte) func([]byte) ([]byte, error) {
	order := func(order unicode.Endianness) func([]byte) ([]byte, error) {
		return func(text []byte) ([]byte, error) {
			return unicode.UTF16(order, unicode.IgnoreBOM).NewEncoder().Bytes(text)
		}
	}
	same := func(text []byte) ([]byte, error) { return text, nil }
	switch {
	case bytes.HasPrefix(part, []byte("\xef\xbb\xbf")):
		return same
	case bytes.HasPrefix(part, []byte("\xff\xfe")), bytes.HasPrefix(part, []byte("<\x00")):
		return order(unicode.LittleEndian)
	case bytes.HasPrefix(part, []byte("\xfe\xff")), bytes.HasPrefix(part, []byte("\x00<")):
		return order(unicode.BigEndian)
	}
	_, label := declaration(bufio.NewReader(bytes.NewReader(part)))
	if strings.Contains(strings.ToLower(label), "ascii") {
		return inASCII
	}
	declared, err := htmlindex.Get(label)
	if err != nil {
		return same
	}
	if name, _ := htmlindex.Name(declared); strings.HasPrefix(name, "utf-") {
		return same
	}
	return encoding.HTMLEscapeUnsupported(declared.NewEncoder()).Bytes
}

// inASCII writes what is beyond ASCII by its number.
func inASCII(text []byte) ([]byte, error) {
	var out bytes.Buffer
	for _, r := range string(text) {
		if r < utf8.RuneSelf {
			out.WriteByte(byte(r))
		} else {
			fmt.Fprintf(&out, "&#%d;", r)
		}
	}
	return out.Bytes(), nil
}
