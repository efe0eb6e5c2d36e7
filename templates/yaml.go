package templates

import (
	"bytes"
	"errors"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"

	"boardpack/report/fold"
)

// reader walks the parsed YAML of one file and reports what does not fit. The library's own decoding into structs is not
// used: it stops at the first mistake and loses the place of what it decoded, and later checks need the place.
type reader struct {
	file string
	*mistakes
}

// entry is one key of a mapping and its value.
type entry struct {
	key   string
	at    place
	value ast.Node
}

// word is a text and its place.
type word struct {
	text string
	at   place
}

// parse gives the entries of the whole file; none, with a mistake, when it is no mapping.
func (r reader) parse(s source) []entry {
	if !utf8.Valid(s.Data) {
		r.add(place{r.file, 1 + bytes.Count(s.Data[:invalidAt(s.Data)], []byte("\n")), 1}, "the file is not in UTF-8: save it as UTF-8 in your editor")
		return nil
	}
	if line := tooDeep(s.Data); line > 0 {
		r.add(place{r.file, line, 1}, "lists and groups are nested more than %d deep: a template needs far less, so delete what is not needed", maxDepth)
		return nil
	}
	file, err := s.tree()
	if err != nil {
		r.syntax(err)
		return nil
	}
	var body ast.Node
	for _, doc := range file.Docs {
		if doc.Body == nil {
			continue
		}
		if body != nil {
			r.add(r.place(doc.Body), "a second document starts here: delete the line ---")
			return nil
		}
		body = doc.Body
	}
	if body == nil {
		return nil
	}
	return r.entries(body, "the file")
}

// invalidAt gives the index of the first byte that is not UTF-8.
func invalidAt(data []byte) int {
	for i := 0; i < len(data); {
		c, n := utf8.DecodeRune(data[i:])
		if c == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return len(data)
}

// syntax reports what the parser found.
func (r reader) syntax(err error) {
	at := place{r.file, 1, 1}
	message := err.Error()
	var located yaml.Error
	if errors.As(err, &located) {
		message = located.GetMessage()
		if t := located.GetToken(); t != nil && t.Position != nil {
			at.line, at.column = t.Position.Line, t.Position.Column
		}
	}
	r.add(at, "this cannot be read as YAML: %s", plainSyntax(message))
}

// place gives where a node starts.
func (r reader) place(n ast.Node) place {
	switch v := n.(type) {
	case *ast.MappingNode:
		if len(v.Values) > 0 && !v.IsFlowStyle {
			return r.place(v.Values[0].Key)
		}
	case *ast.MappingValueNode:
		return r.place(v.Key)
	case nil:
		return place{r.file, 1, 1}
	}
	t := n.GetToken()
	if t == nil || t.Position == nil {
		return place{r.file, 1, 1}
	}
	return place{r.file, t.Position.Line, t.Position.Column}
}

// entries gives the keys and values of a mapping, in order. Keys are unique: the parser sees to it.
func (r reader) entries(n ast.Node, what string) []entry {
	var values []*ast.MappingValueNode
	switch v := n.(type) {
	case *ast.MappingNode:
		values = v.Values
	case *ast.MappingValueNode:
		values = []*ast.MappingValueNode{v}
	default:
		r.add(r.place(n), "%s should have entries of the form \"key: value\", but there is %s", what, kind(n))
		return nil
	}
	out := make([]entry, 0, len(values))
	for _, v := range values {
		key, ok := scalar(v.Key)
		if !ok {
			r.add(r.place(v.Key), "%s is not a plain key", kind(v.Key))
			continue
		}
		out = append(out, entry{key, r.place(v.Key), v.Value})
	}
	return out
}

// items gives the items of a list; a mistake and none when it is no list.
func (r reader) items(n ast.Node, what string) []ast.Node {
	if s, ok := n.(*ast.SequenceNode); ok {
		return s.Values
	}
	r.add(r.place(n), "%s should be a list, but there is %s", what, kind(n))
	return nil
}

// text gives a single text in the one form in which two that look the same are the same, as a master's names have; false, with a
// mistake, for anything else.
func (r reader) text(n ast.Node, what string) (word, bool) {
	w, ok := r.written(n, what)
	w.text = fold.Line(w.text)
	if c, size := utf8.DecodeRuneInString(w.text); size > 0 && unicode.Is(unicode.M, c) {
		r.add(w.at, "%s begins with U+%04X, a mark that belongs to the letter before it, but there is no letter: delete it", what, c)
		return w, false
	}
	return w, ok
}

// written gives a single text as it was written, without the spaces around it; false, with a mistake, for anything else, and for
// one with a character that no paper or workbook can hold.
func (r reader) written(n ast.Node, what string) (word, bool) {
	s, ok := scalar(n)
	if !ok {
		hint := ""
		if _, null := n.(*ast.NullNode); null {
			hint = " (text that starts with # must be in quotes; \"\" is an empty text)"
		}
		r.add(r.place(n), "%s should be a text, but there is %s%s", what, kind(n), hint)
		return word{}, false
	}
	if i := strings.IndexFunc(s, isNoText); i >= 0 {
		c, _ := utf8.DecodeRuneInString(s[i:])
		r.add(r.place(n), "%s has U+%04X, which is not a character of text: type those words again, and save the file as UTF-8", what, c)
		return word{}, false
	}
	return word{strings.TrimSpace(s), r.place(n)}, true
}

// isNoText tells of control characters but for tabs and line ends, and of code points that are no characters.
func isNoText(c rune) bool {
	if ' ' <= c && c <= '~' { // as most are
		return false
	}
	return unicode.IsControl(c) && c != '\t' && c != '\n' && c != '\r' || unicode.Is(unicode.Noncharacter_Code_Point, c)
}

// words gives a list of texts, or the one text where there is no list.
func (r reader) words(n ast.Node, what string) []word {
	return r.each(n, func(n ast.Node) (word, bool) { return r.text(n, what) })
}

// each reads every item of a list, or the one there is where there is no list.
func (r reader) each(n ast.Node, read func(ast.Node) (word, bool)) []word {
	nodes := []ast.Node{n}
	if s, ok := n.(*ast.SequenceNode); ok {
		nodes = s.Values
	}
	var out []word
	for _, n := range nodes {
		if w, ok := read(n); ok {
			out = append(out, w)
		}
	}
	return out
}

// choice gives one of the known texts; "" and a mistake for any other.
func (r reader) choice(n ast.Node, what string, known ...string) string {
	w, ok := r.text(n, what)
	if !ok {
		return ""
	}
	for _, k := range known {
		if w.text == k {
			return k
		}
	}
	r.add(w.at, "%s is \"%s\", which is not known: it is %s", what, w.text, listOf(known, "or"))
	return ""
}

// whole gives a whole number between least and most.
func (r reader) whole(n ast.Node, what string, least, most int) int {
	if i, ok := n.(*ast.IntegerNode); ok {
		switch v := i.Value.(type) {
		case uint64:
			if v >= uint64(least) && v <= uint64(most) {
				return int(v)
			}
		case int64:
			if v >= int64(least) && v <= int64(most) {
				return int(v)
			}
		}
		r.add(r.place(n), "%s is %s: it is a whole number from %d to %d", what, i.GetToken().Value, least, most)
		return least
	}
	r.add(r.place(n), "%s should be a whole number, but there is %s", what, kind(n))
	return least
}

// scalar gives the text of a plain value, as written where it looks like a number or a yes or no.
func scalar(n ast.Node) (string, bool) {
	switch v := n.(type) {
	case *ast.StringNode:
		return v.Value, true
	case *ast.LiteralNode:
		return v.Value.Value, true
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode:
		return n.GetToken().Value, true
	}
	return "", false
}

// kind names what a node is, to someone who writes YAML and knows no more of it.
func kind(n ast.Node) string {
	switch n.(type) {
	case nil, *ast.NullNode:
		return "nothing"
	case *ast.MappingNode, *ast.MappingValueNode:
		return "a group of entries"
	case *ast.SequenceNode:
		return "a list"
	case *ast.StringNode, *ast.LiteralNode:
		return "a text"
	case *ast.IntegerNode, *ast.FloatNode:
		return "a number"
	case *ast.BoolNode:
		return "true or false"
	case *ast.AnchorNode, *ast.AliasNode, *ast.MergeKeyNode:
		return "a reference with & or * or << (write it out, or put it in quotes)"
	case *ast.TagNode:
		return "a tag with ! (put it in quotes)"
	}
	return "something else"
}
