package tagged

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strconv"
)

// errEnd tells that there is nothing more to read.
var errEnd = errors.New("the end of the data")

// errOpen tells of what should have been closed before the data end, or before an operator.
var errOpen = errors.New("an array or a dictionary without an end")

// maxDepth is how deep arrays and dictionaries may lie in each other.
const maxDepth = 64

// lexer reads values one after the other.
type lexer struct {
	*store
	data  []byte
	at    int
	depth int
	deaf  int // how many of the entries around what is read are passed over
}

func (f *file) lexer(data []byte, at int) *lexer { return &lexer{data: data, at: at, store: &f.store} }

// readAt reads the value at an offset.
func (l *lexer) readAt(at int) (any, error) {
	l.at, l.depth, l.deaf, l.values = at, 0, 0, l.values[:0]
	return l.next()
}

func isSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func isDelimiter(c byte) bool {
	switch c {
	case '(', ')', '<', '>', '[', ']', '{', '}', '/', '%':
		return true
	}
	return false
}

func (l *lexer) skipSpace() {
	for l.at < len(l.data) {
		switch c := l.data[l.at]; {
		case isSpace(c):
			l.at++
		case c == '%':
			for l.at < len(l.data) && l.data[l.at] != '\n' && l.data[l.at] != '\r' {
				l.at++
			}
		default:
			return
		}
	}
}

// next reads a value or an operator; errEnd when there is none. What is passed over is nil.
func (l *lexer) next() (any, error) {
	l.skipSpace()
	if l.at >= len(l.data) {
		return nil, errEnd
	}
	switch c := l.data[l.at]; c {
	case '/':
		return l.name().value, nil
	case '(':
		return l.string(l.literal())
	case '[':
		return l.array()
	case '<':
		if l.begins("<<") {
			return l.dictionary()
		}
		return l.string(l.hexadecimal())
	case ']', '>', ')', '{', '}':
		l.at++
		return operator(c), nil
	}
	return l.classify(l.bare()), nil
}

func (l *lexer) begins(sign string) bool { return bytes.HasPrefix(l.data[l.at:], []byte(sign)) }

// bare reads up to the next space or delimiter.
func (l *lexer) bare() []byte {
	start := l.at
	for l.at < len(l.data) && !isSpace(l.data[l.at]) && !isDelimiter(l.data[l.at]) {
		l.at++
	}
	return l.data[start:l.at]
}

func (l *lexer) classify(source []byte) any {
	switch string(source) {
	case "true":
		return true
	case "false":
		return false
	case "null":
		return nil
	}
	if n, ok := whole(source); ok {
		isReference := l.depth > 0 && l.isReference()
		switch {
		case l.deaf > 0:
			return nil
		case isReference:
			return reference(n)
		}
		return n
	}
	if beginsNumber(source[0]) {
		if n, err := strconv.ParseFloat(string(source), 64); err == nil {
			return n
		}
	}
	return l.word(source).value
}

// isReference tells whether the number that was read is the first of a reference, and reads the rest: 12 0 R.
func (l *lexer) isReference() bool {
	at := l.at
	l.skipSpace()
	if _, ok := whole(l.bare()); ok {
		l.skipSpace()
		if string(l.bare()) == "R" {
			return true
		}
	}
	l.at = at
	return false
}

// name reads a name. It is known by its word with the slash, which no operator has.
func (l *lexer) name() *word {
	start := l.at
	l.at++
	l.bare()
	return l.word(l.data[start:l.at])
}

// skipNumbers passes over the numbers that come next.
func (l *lexer) skipNumbers() {
	for {
		l.skipSpace()
		if l.at >= len(l.data) || !beginsNumber(l.data[l.at]) {
			return
		}
		l.bare()
	}
}

func beginsNumber(c byte) bool { return '0' <= c && c <= '9' || c == '-' || c == '+' || c == '.' }

// whole reads a short number without sign and fraction, which most numbers are.
func whole(source []byte) (int, bool) {
	n := 0
	for _, c := range source {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	return n, 0 < len(source) && len(source) <= 9
}

func unescapeName(b []byte) string {
	if bytes.IndexByte(b, '#') < 0 {
		return string(b)
	}
	var out []byte
	for i := 0; i < len(b); i++ {
		if b[i] == '#' && i+2 < len(b) {
			if n, err := strconv.ParseUint(string(b[i+1:i+3]), 16, 8); err == nil {
				out, i = append(out, byte(n)), i+2
				continue
			}
		}
		out = append(out, b[i])
	}
	return string(out)
}

// within reads the values of an array or a dictionary, from its first sign to its last.
func (l *lexer) within(first, last string, each func() error) error {
	if l.depth++; l.depth > maxDepth {
		return fmt.Errorf("arrays and dictionaries lie more than %d deep", maxDepth)
	}
	l.at += len(first)
	for {
		l.skipSpace()
		if l.begins(last) {
			l.at += len(last)
			l.depth--
			return nil
		}
		if err := each(); err != nil {
			return err
		}
	}
}

// value reads a value that stands in an array or a dictionary.
func (l *lexer) value() (any, error) {
	v, err := l.next()
	if _, isOperator := v.(operator); isOperator || err == errEnd {
		return nil, errOpen
	}
	return v, err
}

func (l *lexer) array() (any, error) {
	start := len(l.values)
	err := l.within("[", "]", func() error {
		v, err := l.value()
		l.values = append(l.values, v)
		return err
	})
	if err != nil || l.deaf > 0 {
		l.values = l.values[:start]
		return nil, err
	}
	out := slices.Clone(l.values[start:])
	l.values = l.values[:start]
	return out, nil
}

func (l *lexer) dictionary() (any, error) {
	var d dict
	err := l.within("<<", ">>", func() error {
		if l.at >= len(l.data) {
			return errOpen
		}
		if l.data[l.at] != '/' {
			return errors.New("a dictionary has a key that is no name")
		}
		known := l.name()
		key, passed := known.value.(name), known.passed || l.deaf > 0
		if passed {
			l.deaf++
		}
		value, err := l.value()
		if passed {
			l.deaf--
		} else {
			d = l.add(d, key, value)
		}
		return err
	})
	return d, err
}
