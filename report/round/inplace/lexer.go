package inplace

import (
	"strings"
	"unicode/utf8"
)

// operand is what a formula names: cells, a name, or a table, with the sheet before it.
type operand struct {
	sheet  string // without quotation marks; "" where none is named
	rest   string // behind the exclamation mark
	called bool   // a parenthesis follows: it is a function
	spills bool   // a # follows: the cells that the formula there fills
}

// operands takes a formula apart, as far as what it names goes. Unsound tells of one that cannot be taken apart.
func operands(formula string) (out []operand, unsound bool) {
	l := lexer{text: formula}
	for l.at < len(l.text) {
		switch c := l.text[l.at]; {
		case c == '"':
			unsound = !l.quoted('"') || unsound
		case c == '#':
			l.errorValue()
		case c == '\'' || c == '[' || isWordByte(c):
			o, ok := l.operand()
			unsound = unsound || !ok
			if ok && o.rest != "" {
				out = append(out, o)
			}
		default:
			l.at++
		}
	}
	return out, unsound
}

type lexer struct {
	text string
	at   int
}

// quoted passes over what is in quotation marks, in which two stand for one.
func (l *lexer) quoted(mark byte) bool {
	for l.at++; l.at < len(l.text); l.at++ {
		if l.text[l.at] != mark {
			continue
		}
		if l.at++; l.at == len(l.text) || l.text[l.at] != mark {
			return true
		}
	}
	return false
}

// bracketed passes over square brackets with those inside, in which an apostrophe stands before a sign that is meant as it is.
func (l *lexer) bracketed() bool {
	for depth := 0; l.at < len(l.text); l.at++ {
		switch l.text[l.at] {
		case '\'':
			l.at++
		case '[':
			depth++
		case ']':
			if depth--; depth == 0 {
				l.at++
				return true
			}
		}
	}
	l.at = min(l.at, len(l.text))
	return false
}

// errorValue passes over "#REF!" and the like.
func (l *lexer) errorValue() {
	for l.at++; l.at < len(l.text); l.at++ {
		c := l.text[l.at]
		if c == '!' || c == '?' {
			l.at++
			return
		}
		if (c < 'A' || c > 'Z') && c != '/' && c != '_' && c != '0' {
			return
		}
	}
}

// operand reads one thing that is named.
func (l *lexer) operand() (o operand, ok bool) {
	start, sheetEnd := l.at, -1
	for ok = true; ok && l.at < len(l.text); {
		switch c := l.text[l.at]; {
		case c == '\'':
			ok = l.quoted('\'')
		case c == '[':
			ok = l.bracketed()
		case c == '!':
			ok = sheetEnd < 0 // "S!A1:S!B2" is not taken apart
			sheetEnd = l.at
			l.at++
		case isWordByte(c):
			l.at++
		default:
			goto ended
		}
	}
ended:
	if sheetEnd >= 0 {
		o.sheet = unquoted(l.text[start:sheetEnd])
		start = sheetEnd + 1
	}
	o.rest = l.text[start:l.at]
	o.called = l.at < len(l.text) && l.text[l.at] == '('
	o.spills = l.at < len(l.text) && l.text[l.at] == '#' && o.rest != ""
	return o, ok
}

// unquoted gives the name of a sheet without its quotation marks.
func unquoted(s string) string {
	if len(s) > 1 && s[0] == '\'' && s[len(s)-1] == '\'' {
		return strings.ReplaceAll(s[1:len(s)-1], "''", "'")
	}
	return s
}

// isWordByte tells of what names and addresses are made of.
func isWordByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c >= utf8.RuneSelf || strings.IndexByte("_.\\?$:@", c) >= 0
}
