package content_test

import (
	"fmt"
	"strings"
	"testing"

	"boardpack/report/content"
	"boardpack/report/golden"
)

// TestSampleDocuments compares what the Documents of the sample say with the kept files. Each value stands in braces with its address, so
// that a reviewer sees what a word or a number is made from: a sentence that calls what is overdue "complete" passes every proof, for the
// words are the wording's, and shows here.
func TestSampleDocuments(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"stalking-harassment", "custody-inspection"} {
		pack := sample(t, name)
		for _, lang := range []string{"en", "cy"} {
			golden.Compare(t, name+"-"+lang+".txt", dump(content.Of(pack, words(t, lang), nil)))
		}
	}
}

// dump writes the texts of a Document that are made from values, each once, and of each table its columns with the cells of its first row
// and what that is of.
func dump(doc *content.Document) string {
	var out strings.Builder
	at, seen := "", map[string]bool{}
	doc.EachText(func(place string, t content.Text) {
		text := addressed(t)
		if text == "" || seen[text] {
			return
		}
		if seen[text] = true; place != at {
			at = place
			fmt.Fprintf(&out, "\n# %s\n", place)
		}
		out.WriteString(text + "\n")
	})
	for _, t := range doc.Tables {
		if len(t.Rows) == 0 {
			continue
		}
		fmt.Fprintf(&out, "\n# table %s, %d rows of %v, the first of %s\n", t.ID, len(t.Rows), t.Lists, t.Rows[0].Of)
		for c, column := range t.Columns {
			text := t.Rows[0].Cells[c].Text
			if runes := []rune(text); len(runes) > 40 {
				text = string(runes[:40]) + "…"
			}
			fmt.Fprintf(&out, "%s (%s): %s\n", column.Heading, column.ID, text)
		}
	}
	return strings.TrimLeft(out.String(), "\n")
}

// addressed writes a text with the address of each value; "" for one without any, or with those alone that the master has typed.
func addressed(t content.Text) string {
	var out strings.Builder
	values := false
	for _, r := range t {
		if r.Ref.IsZero() {
			out.WriteString(r.Text)
			continue
		}
		values = values || r.Ref.Place != content.PlaceQuoted
		fmt.Fprintf(&out, "{%s %s", r.Text, r.Ref)
		for _, term := range r.More() {
			sign := "+"
			if term.Less {
				sign = "-"
			}
			fmt.Fprintf(&out, " %s %s", sign, term.Ref)
		}
		out.WriteString("}")
	}
	if !values {
		return ""
	}
	return strings.ReplaceAll(out.String(), "\n", "")
}
