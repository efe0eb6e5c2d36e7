package master

import (
	"bytes"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// decode turns the bytes of a CSV file into text, in the encodings that spreadsheet programs write: UTF-8 and UTF-16 with or
// without a byte order mark, and Windows-1252, which is what is left when the bytes are not valid UTF-8.
func decode(data []byte) (string, error) {
	endian := unicode.LittleEndian
	switch {
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		data = data[3:]
	case isWide(data):
		if data[0] == 0xfe || data[0] == 0 {
			endian = unicode.BigEndian
		}
		text, err := unicode.UTF16(endian, unicode.UseBOM).NewDecoder().Bytes(data)
		return string(text), err
	}
	if utf8.Valid(data) {
		return string(data), nil
	}
	text, err := charmap.Windows1252.NewDecoder().Bytes(data)
	return string(text), err
}

// isWide tells whether the bytes are UTF-16: by the byte order mark, or because every other byte of the start is zero, as
// in headings of unaccented letters.
func isWide(data []byte) bool {
	if bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff")) {
		return true
	}
	const seen = 16
	if len(data) < seen {
		return false
	}
	var even, odd int
	for i := 0; i < seen; i += 2 {
		if data[i] == 0 {
			even++
		}
		if data[i+1] == 0 {
			odd++
		}
	}
	return even == seen/2 && odd == 0 || odd == seen/2 && even == 0
}
