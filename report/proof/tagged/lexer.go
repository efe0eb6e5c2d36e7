package tagged

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
)

// errEnd tells that there is nothing more to read.
var errEnd = errors.New("the end of the data")

// maxDepth is how deep arrays and dictionaries may lie in each other.
const maxDepth = 64

// lexer reads values one after the other.
type lexer struct {
	data  []byte
	at    int
	depth int
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
		l.at++
		return name(unescapeName(l.word())), nil
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
	return classify(l.word()), nil
}

// word reads up to the next space or delimiter.
func (l *lexer) word() []byte {
	start := l.at
	for l.at < len(l.data) && !isSpace(l.data[l.at]) && !isDelimiter(l.data[l.at]) {
		l.at++
	}
	return l.data[start:l.at]
}

func classify(word []byte) any {
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
	if c := word[0]; '0' <= c && c <= '9' || c == '-' || c == '+' || c == '.' {
		if n, err := strconv.ParseFloat(string(word), 64); err == nil {
			return n
		}
	}
	return operator(word)
}

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

func (l *lexer) array() (any, error) {
	if l.depth++; l.depth > maxDepth {
		return nil, fmt.Errorf("arrays lie more than %d deep", maxDepth)
	}
	defer func() { l.depth-- }()
	out := list{}
	for {
		v, err := l.next()
		if err != nil {
			return nil, err
		}
		switch v {
		case operator("]"):
			return out, nil
		case operator("R"):
			if out, err = joinReference(out); err != nil {
				return nil, err
			}
			continue
		}
		out = append(out, v)
	}
}

// joinReference makes one value of the last two, which the R after them says are a reference.
func joinReference(values list) (list, error) {
	if len(values) < 2 {
		return nil, errors.New("an R without the numbers of a reference")
	}
	n, ok := values[len(values)-2].(float64)
	if !ok {
		return nil, errors.New("an R without the numbers of a reference")
	}
	return append(values[:len(values)-2], reference(n)), nil
}

func (l *lexer) dictionary() (any, error) {
	if l.depth++; l.depth > maxDepth {
		return nil, fmt.Errorf("dictionaries lie more than %d deep", maxDepth)
	}
	defer func() { l.depth-- }()
	var values list
	for {
		v, err := l.next()
		if err != nil {
			return nil, err
		}
		if v == operator(">>") {
			break
		}
		if v == operator("R") {
			if values, err = joinReference(values); err != nil {
				return nil, err
			}
			continue
		}
		values = append(values, v)
	}
	out := make(dict, len(values)/2)
	for i := 0; i+1 < len(values); i += 2 {
		key, ok := values[i].(name)
		if !ok {
			return nil, errors.New("a dictionary has a key that is no name")
		}
		out[string(key)] = values[i+1]
	}
	return out, nil
}
