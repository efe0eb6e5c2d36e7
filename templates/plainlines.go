package templates

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/token"
)

// plainLines parses a wording file that has each text on one line, behind its id or, indented, behind its plural form. It takes a tenth
// of the time of the YAML library, and every run of the program reads the shipped ones. It is false for any other file: the library
// reads that.
func plainLines(data []byte) (*ast.File, bool) {
	r := lineReader{all: &ast.MappingNode{}, seen: make(map[string]bool, bytes.Count(data, []byte("\n")))}
	for line := range bytes.Lines(data) {
		r.number++
		line = bytes.TrimSuffix(line, []byte("\n"))
		if len(line) > 0 && line[0] != '#' && !r.read(string(line)) {
			return nil, false
		}
	}
	return &ast.File{Docs: []*ast.DocumentNode{{Body: r.all}}}, len(r.all.Values) > 0 && !r.isWithoutForms()
}

// lineReader is how far plainLines has come.
type lineReader struct {
	number int // of the line
	all    *ast.MappingNode
	id     string           // the last one at the margin
	forms  *ast.MappingNode // of that id; nil where its text is on its own line
	seen   map[string]bool  // ids, and ids with a form
}

func (r *lineReader) isWithoutForms() bool { return r.forms != nil && len(r.forms.Values) == 0 }

// read reads a line; false where it is not as plainLines needs it.
func (r *lineReader) read(line string) bool {
	text := strings.TrimPrefix(line, "  ")
	column := 1 + len(line) - len(text)
	key, behind, found := strings.Cut(text, ":")
	if !found || !isPlainKey(key) {
		return false
	}
	in, name := r.forms, r.id+" "+key
	if column == 1 {
		if r.isWithoutForms() {
			return false
		}
		in, name, r.id, r.forms = r.all, key, key, nil
	}
	if in == nil || r.seen[name] {
		return false
	}
	entry := &ast.MappingValueNode{Key: textNode(key, key, r.number, column)}
	in.Values, r.seen[name] = append(in.Values, entry), true
	if column == 1 && behind == "" {
		r.forms = &ast.MappingNode{}
		entry.Value = r.forms
		return true
	}
	return setPlainValue(entry, behind, r.number, column+len(key)+len(": "))
}

// isPlainKey tells of small letters, digits, and the signs of ids, a letter before them.
func isPlainKey(key string) bool {
	for i, c := range []byte(key) {
		if letter := 'a' <= c && c <= 'z'; !letter && (i == 0 || !strings.ContainsRune("_.-0123456789", rune(c))) {
			return false
		}
	}
	return strings.Contains(key, ".") || key != "" && isText(key)
}

// isText tells whether a text without quotation marks is one, and not a number, a date, a yes or no, or nothing. Several words are one, if
// the first begins with a letter.
func isText(s string) bool {
	c, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(c) && strings.Contains(s, " ") || token.New(s, s, nil).Type == token.StringType
}

// setPlainValue gives an entry what is behind its colon, if that is a space and then a text in quotation marks with no escapes but \",
// or one without quotation marks.
func setPlainValue(entry *ast.MappingValueNode, behind string, line, column int) bool {
	written, ok := strings.CutPrefix(behind, " ")
	if !ok || strings.ContainsAny(written, "\t\r") || strings.TrimSpace(written) != written {
		return false
	}
	value := written
	if quoted, ok := strings.CutPrefix(written, `"`); ok {
		if value, ok = unquoted(quoted); !ok {
			return false
		}
	} else if !startsPlainly(written) || strings.HasSuffix(written, ":") || strings.Contains(written, ": ") ||
		strings.Contains(written, " #") || !isText(written) {
		return false
	}
	entry.Value = textNode(value, written, line, column)
	return true
}

// unquoted gives the text before the quotation mark that ends it; false where that is not the last character, or where there is an
// escape but \".
func unquoted(s string) (string, bool) {
	inside, ok := strings.CutSuffix(s, `"`)
	if !ok {
		return "", false
	}
	plain := strings.ReplaceAll(inside, `\"`, "")
	if strings.ContainsAny(plain, `"\`) {
		return "", false
	}
	return strings.ReplaceAll(inside, `\"`, `"`), true
}

// startsPlainly tells of a text that begins with a letter, a digit or a bracket.
func startsPlainly(s string) bool {
	c, _ := utf8.DecodeRuneInString(s)
	return c == '(' || c != utf8.RuneError && (unicode.IsLetter(c) || unicode.IsDigit(c))
}

func textNode(value, written string, line, column int) *ast.StringNode {
	return ast.String(token.String(value, written, &token.Position{Line: line, Column: column}))
}
