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

// maxDepth is how deep arrays and dictionaries may lie in each other.
const maxDepth = 64

// lexer reads values one after the other.
type lexer struct {
	data   []byte
	at     int
	depth  int
	words  map[string]any // names and operators, each made once for all of a file
	values list           // of the arrays and dictionaries that are open
	text   []byte         // of the string that is being read
}

func (f *file) lexer(data []byte, at int) *lexer { return &lexer{data: data, at: at, words: f.words} }

// readAt reads the value at an offset.
func (l *lexer) readAt(at int) (any, error) {
	l.at, l.depth, l.values = at, 0, l.values[:0]
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

// next reads a value or an operator; errEnd when there is none.
func (l *lexer) next() (any, error) {
	l.skipSpace()
	if l.at >= len(l.data) {
		return nil, errEnd
	}
	switch c := l.data[l.at]; c {
	case '/':
		return l.name(), nil
	case '(':
		return l.literal()
	case '[':
		l.at++
		return l.array()
	case '<':
		if l.at+1 < len(l.data) && l.data[l.at+1] == '<' {
			l.at += 2
			return l.dictionary()
		}
		return l.hexadecimal()
	case ']', '>', ')', '{', '}':
		l.at++
		if c == '>' && l.at < len(l.data) && l.data[l.at] == '>' {
			l.at++
			return operator(">>"), nil
		}
		return operator(c), nil
	}
	return l.classify(l.word()), nil
}

// word reads up to the next space or delimiter.
func (l *lexer) word() []byte {
	start := l.at
	for l.at < len(l.data) && !isSpace(l.data[l.at]) && !isDelimiter(l.data[l.at]) {
		l.at++
	}
	return l.data[start:l.at]
}

func (l *lexer) classify(word []byte) any {
	if len(word) == 0 {
		return operator("")
	}
	switch string(word) {
	case "true":
		return true
	case "false":
		return false
	case "null":
		return nil
	}
	if n, ok := whole(word); ok {
		return n
	}
	if beginsNumber(word[0]) {
		if n, err := strconv.ParseFloat(string(word), 64); err == nil {
			return n
		}
	}
	known, ok := l.words[string(word)]
	if !ok {
		known = operator(word)
		l.words[string(word)] = known
	}
	return known
}

// name reads a name. It is known by its word with the slash, which no operator has.
func (l *lexer) name() any {
	start := l.at
	l.at++
	l.word()
	word := l.data[start:l.at]
	known, ok := l.words[string(word)]
	if !ok {
		known = name(unescapeName(word[1:]))
		l.words[string(word)] = known
	}
	return known
}

// skipNumbers passes over the numbers that come next.
func (l *lexer) skipNumbers() {
	for {
		l.skipSpace()
		if l.at >= len(l.data) || !beginsNumber(l.data[l.at]) {
			return
		}
		l.word()
	}
}

func beginsNumber(c byte) bool { return '0' <= c && c <= '9' || c == '-' || c == '+' || c == '.' }

// whole reads a short number without sign and fraction, which most numbers are.
func whole(word []byte) (float64, bool) {
	n := 0
	for _, c := range word {
		if c < '0' || c > '9' || len(word) > 9 {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	return float64(n), true
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

// until reads the values of an array or dictionary up to the operator that closes it, references joined. They belong to the
// lexer and stand until the caller closes them.
func (l *lexer) until(end operator) (list, error) {
	if l.depth++; l.depth > maxDepth {
		return nil, fmt.Errorf("arrays and dictionaries lie more than %d deep", maxDepth)
	}
	defer func() { l.depth-- }()
	start := len(l.values)
	for {
		v, err := l.next()
		switch {
		case err == errEnd:
			return nil, errors.New("an array or a dictionary without an end")
		case err != nil:
			return nil, err
		}
		switch v {
		case end:
			return l.values[start:], nil
		case operator("R"):
			if err = l.joinReference(start); err != nil {
				return nil, err
			}
			continue
		}
		l.values = append(l.values, v)
	}
}

// close forgets the values that until gave.
func (l *lexer) close(values list) { l.values = l.values[:len(l.values)-len(values)] }

// joinReference makes one value of the last two, which the R after them says are a reference.
func (l *lexer) joinReference(start int) error {
	if len(l.values)-start < 2 {
		return errors.New("an R without the numbers of a reference")
	}
	last := len(l.values) - 1
	n, ok := l.values[last-1].(float64)
	if !ok {
		return errors.New("an R without the numbers of a reference")
	}
	l.values[last-1], l.values = reference(n), l.values[:last]
	return nil
}

func (l *lexer) array() (any, error) {
	values, err := l.until("]")
	if err != nil {
		return nil, err
	}
	defer l.close(values)
	return slices.Clone(values), nil
}

func (l *lexer) dictionary() (any, error) {
	values, err := l.until(">>")
	if err != nil {
		return nil, err
	}
	defer l.close(values)
	out := make(dict, 0, len(values)/2)
	for i := 0; i+1 < len(values); i += 2 {
		key, ok := values[i].(name)
		if !ok {
			return nil, errors.New("a dictionary has a key that is no name")
		}
		out = append(out, entry{key, values[i+1]})
	}
	return out, nil
}
