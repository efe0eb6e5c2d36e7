package master

import (
	"bytes"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"boardpack/report/ooxml"
)

// CSVLayout is how the reader of masters takes a CSV file apart, for whoever changes fields of it in place.
type CSVLayout struct {
	Text      string // decoded, without byte order mark
	From      int    // where the records begin, in bytes of Text: behind the line that names the separator, where there is one
	Separator string // one character
	Encoding  string // "UTF-8", "UTF-16" or "Windows-1252"
	// Encode gives a text in the file's encoding, with its mark: of Text, the very bytes of the file. A character that the encoding does
	// not have is an error.
	Encode func(text string) ([]byte, error)
}

// ReadCSVLayout takes a CSV file apart; name is its file name. The error is an *Unusable, as that of Read.
func ReadCSVLayout(name string, data []byte, o Options) (*CSVLayout, error) {
	limits := o.Limits.OrDefault()
	if int64(len(data)) > limits.Unpacked {
		return nil, inFile(name, limits.overSize())
	}
	text, err := decode(data)
	if err != nil {
		return nil, inFile(name, damaged("the text", err))
	}
	out := &CSVLayout{Text: text}
	out.Encoding, out.Encode = encoderOf(data)
	if same, err := out.Encode(text); err != nil || !bytes.Equal(same, data) {
		return nil, inFile(name, damaged("the text", ooxml.NewFault("fault.not_its_encoding", "it has bytes that are not text in its encoding")))
	}
	var rest string
	out.Separator, rest = separatorOf(text, limits, o.matcher())
	out.From = len(text) - len(rest)
	return out, nil
}

// encoderOf gives the encoding that decode takes the bytes to be in, and what turns text into such bytes again.
func encoderOf(data []byte) (name string, encode func(string) ([]byte, error)) {
	mark := func(mark string) string {
		if bytes.HasPrefix(data, []byte(mark)) {
			return mark
		}
		return ""
	}
	wide := func(order unicode.Endianness, mark string) func(string) ([]byte, error) {
		return func(text string) ([]byte, error) {
			out, err := unicode.UTF16(order, unicode.IgnoreBOM).NewEncoder().Bytes([]byte(text))
			return append([]byte(mark), out...), err
		}
	}
	switch {
	case isWide(data) && (data[0] == 0xfe || data[0] == 0):
		return "UTF-16", wide(unicode.BigEndian, mark("\xfe\xff"))
	case isWide(data):
		return "UTF-16", wide(unicode.LittleEndian, mark("\xff\xfe"))
	case utf8.Valid(data) || mark("\xef\xbb\xbf") != "":
		return "UTF-8", func(text string) ([]byte, error) { return []byte(mark("\xef\xbb\xbf") + text), nil }
	}
	return "Windows-1252", func(text string) ([]byte, error) { return charmap.Windows1252.NewEncoder().Bytes([]byte(text)) }
}
