package templates

import (
	"errors"
	"fmt"
	"sort"
	"strconv"
	"strings"

	"github.com/nicksnyder/go-i18n/v2/i18n/template"

	"boardpack/report"
)

// message is the text of a message, cut into plain parts and the names between {{. and }}. Of all that Go's templates know
// only {{ac .Name}} is allowed too, the Welsh "and" before the argument: a translator sees plain text with names in
// it, and a mistake in a name is found on loading.
type message []part

// part is a stretch of text, or the name of an argument.
type part struct {
	text, name string
	and        bool // with the Welsh "and" before it
}

// parseMessage cuts up "{{.N}} of {{.All}}".
func parseMessage(s string) (message, error) {
	var m message
	for s != "" {
		before, rest, found := strings.Cut(s, "{{")
		if before != "" {
			if strings.Contains(before, "}}") {
				return nil, errors.New("there is }} without {{ before it")
			}
			m = append(m, part{text: before})
		}
		if !found {
			break
		}
		inside, after, closed := strings.Cut(rest, "}}")
		if !closed {
			return nil, errors.New("there is {{ without }} after it")
		}
		field, and := strings.CutPrefix(strings.TrimSpace(inside), "ac ")
		name, dotted := strings.CutPrefix(field, ".")
		if !dotted || !isName(name) {
			return nil, fmt.Errorf("{{%s}} is not of the form {{.Name}}", inside)
		}
		m, s = append(m, part{name: name, and: and}), after
	}
	return m, nil
}

// isName tells whether s is a letter followed by letters and digits.
func isName(s string) bool {
	for i, r := range s {
		letter := r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z'
		if !letter && (i == 0 || r < '0' || r > '9') {
			return false
		}
	}
	return s != ""
}

// names lists the arguments of the message, each once, sorted.
func (m message) names() []string {
	seen := map[string]bool{}
	var out []string
	for _, p := range m {
		if p.name != "" && !seen[p.name] {
			seen[p.name] = true
			out = append(out, p.name)
		}
	}
	sort.Strings(out)
	return out
}

// errNoArgument tells that a message was asked for without one of its arguments.
var errNoArgument = errors.New("argument missing")

// Execute fills the message in; data is an arguments. It makes message a template.ParsedTemplate.
func (m message) Execute(data any) (string, error) {
	args, ok := data.(arguments)
	if !ok {
		return "", fmt.Errorf("arguments are %T", data)
	}
	var b strings.Builder
	add := func(text, arg string) {
		b.WriteString(text)
		if args.pieces != nil && text != "" {
			*args.pieces = append(*args.pieces, report.Piece{Text: text, Arg: arg})
		}
	}
	for _, p := range m {
		if p.name == "" {
			add(p.text, "")
			continue
		}
		value, ok := args.value(p.name)
		if !ok {
			return "", fmt.Errorf("%w: %s", errNoArgument, p.name)
		}
		if p.and {
			and := ""
			and, value = welshAnd(value)
			add(and, "")
		}
		add(value, p.name)
	}
	return b.String(), nil
}

// arguments are pairs of name and value, and the number of a plural message as N.
type arguments struct {
	pairs  []any
	n      *int
	pieces *[]report.Piece // collects the message cut up; nil for nothing
}

func (a arguments) value(name string) (string, bool) {
	for i := 0; i+1 < len(a.pairs); i += 2 {
		if a.pairs[i] == name {
			switch v := a.pairs[i+1].(type) {
			case string:
				return v, true
			case int:
				return strconv.Itoa(v), true
			default:
				return fmt.Sprint(v), true
			}
		}
	}
	if name == "N" && a.n != nil {
		return strconv.Itoa(*a.n), true
	}
	return "", false
}

// messageParser lets the message library use messages in place of Go's templates.
type messageParser struct{}

// Cacheable tells the library to parse each message once.
func (messageParser) Cacheable() bool { return true }

// Parse makes messageParser a template.Parser. Delimiters are always {{ and }}.
func (messageParser) Parse(src, _, _ string) (template.ParsedTemplate, error) {
	return parseMessage(src)
}
