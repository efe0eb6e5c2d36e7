package tagged

import (
	"errors"
	"strings"
	"unicode/utf16"
)

// errCut tells of a string that the data ends in.
var errCut = errors.New("a string without an end")

// string makes a text of the string that was read.
func (l *lexer) string(err error) (any, error) {
	if err != nil || l.deaf > 0 {
		return nil, err
	}
	return text(l.text), nil
}

// hexadecimal reads <0041>.
func (l *lexer) hexadecimal() error {
	l.at++
	out := l.text[:0]
	defer func() { l.text = out }()
	high, half := byte(0), false
	for l.at < len(l.data) {
		c := l.data[l.at]
		l.at++
		if c == '>' {
			if half {
				out = append(out, high<<4)
			}
			return nil
		}
		n, ok := digit(c)
		switch {
		case !ok && isSpace(c):
		case !ok:
			return errors.New("a string in hexadecimal holds something else")
		case half:
			out, half = append(out, high<<4|n), false
		default:
			high, half = n, true
		}
	}
	return errCut
}

func digit(c byte) (byte, bool) {
	switch {
	case '0' <= c && c <= '9':
		return c - '0', true
	case 'a' <= c && c <= 'f':
		return c - 'a' + 10, true
	case 'A' <= c && c <= 'F':
		return c - 'A' + 10, true
	}
	return 0, false
}

// literal reads (text), with its escapes.
func (l *lexer) literal() error {
	l.at++
	out := l.text[:0]
	defer func() { l.text = out }()
	for open := 1; l.at < len(l.data); {
		c := l.data[l.at]
		l.at++
		switch c {
		case '(':
			open++
		case ')':
			if open--; open == 0 {
				return nil
			}
		case '\\':
			out = l.escape(out)
			continue
		}
		out = append(out, c)
	}
	return errCut
}

// escape reads what follows a backslash.
func (l *lexer) escape(out []byte) []byte {
	if l.at >= len(l.data) {
		return out
	}
	c := l.data[l.at]
	l.at++
	if i := strings.IndexByte("nrtbf", c); i >= 0 {
		return append(out, "\n\r\t\b\f"[i])
	}
	switch {
	case c == '\n':
		return out
	case c == '\r':
		if l.at < len(l.data) && l.data[l.at] == '\n' {
			l.at++
		}
		return out
	case '0' <= c && c <= '7':
		n := int(c - '0')
		for i := 0; i < 2 && l.at < len(l.data) && '0' <= l.data[l.at] && l.data[l.at] <= '7'; i++ {
			n = n*8 + int(l.data[l.at]-'0')
			l.at++
		}
		return append(out, byte(n))
	}
	return append(out, c)
}

// String is the text of a text string: UTF-16 after a byte order mark, else taken as Latin-1.
func (t text) String() string {
	s := string(t)
	if !strings.HasPrefix(s, "\xFE\xFF") {
		var b strings.Builder
		for i := range len(s) {
			b.WriteRune(rune(s[i]))
		}
		return b.String()
	}
	units := make([]uint16, 0, len(s)/2)
	for i := 2; i+1 < len(s); i += 2 {
		units = append(units, uint16(s[i])<<8|uint16(s[i+1]))
	}
	return string(utf16.Decode(units))
}
