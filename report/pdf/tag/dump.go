package tag

import (
	"fmt"
	"io"
	"strings"
)

// Dump prints the tree as indented text, one element a line with its attributes and its text, so that a change of tags can be
// read in review. text gives the words of a mark.
func Dump(w io.Writer, root *Elem, text func(Mark) string) error {
	return dump(w, root, 0, text)
}

func dump(w io.Writer, e *Elem, depth int, text func(Mark) string) error {
	indent := strings.Repeat("  ", depth)
	if _, err := fmt.Fprintf(w, "%s%s%s\n", indent, e.Kind, attributes(e)); err != nil {
		return err
	}
	for _, kid := range e.kids {
		var err error
		mark, marked := kid.Mark()
		switch {
		case kid.Elem() != nil:
			err = dump(w, kid.Elem(), depth+1, text)
		case marked:
			_, err = fmt.Fprintf(w, "%s  %q\n", indent, text(mark))
		default:
			_, err = fmt.Fprintf(w, "%s  (annotation)\n", indent)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func attributes(e *Elem) string {
	var b strings.Builder
	add := func(name, value string) {
		if value != "" {
			fmt.Fprintf(&b, " %s=%q", name, value)
		}
	}
	add("alt", e.Alt)
	add("lang", e.Lang)
	add("title", e.Title)
	add("scope", e.Scope.String())
	add("list", e.List.String())
	if e.Span > 1 {
		fmt.Fprintf(&b, " span=%d", e.Span)
	}
	return b.String()
}
