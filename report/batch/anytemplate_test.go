package batch_test

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"unicode"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"boardpack/templates"
)

// anyTemplate is a template with random texts wherever it has texts.
type anyTemplate struct {
	dir      string
	headings map[string]string // of the master's columns, by field
}

func (a *anyTemplate) heading(column string) string { return a.headings[column] }

// load loads the template, which must be good.
func (a *anyTemplate) load(t *rapid.T) *templates.Template {
	loaded, err := templates.Load(a.dir)
	require.NoError(t, err, "the template")
	return loaded
}

// sayable draws a text that a template may hold: the escapes of workbooks mean nothing there, and what is no character it refuses.
func sayable(t *rapid.T, label string) string {
	return strings.Map(func(r rune) rune {
		if r != '\n' && r != '\t' && unicode.IsControl(r) || unicode.Is(unicode.Noncharacter_Code_Point, r) {
			return -1
		}
		return r
	}, drawText(t, label))
}

// inYAML writes a text between quotation marks.
func inYAML(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteRune('\\')
			b.WriteRune(r)
		case r < ' ' || r == 0x7F || unicode.In(r, unicode.Zl, unicode.Zp):
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	return `"` + b.String() + `"`
}

// drawTemplate writes a template with random texts into a folder that it makes.
func drawTemplate(t *rapid.T, dir string, languages []string) *anyTemplate {
	a := &anyTemplate{dir: dir, headings: map[string]string{}}
	require.NoError(t, os.MkdirAll(dir, 0o700))
	var pack strings.Builder
	text := func(word string) string { return inYAML(word + sayable(t, word)) }
	both := func(word string) string { return "{ en: " + text(word+"e") + ", cy: " + text(word+"c") + " }" }
	fmt.Fprintf(&pack, "languages: [%s]\norganisation: %s\nmarking: %s\n", strings.Join(languages, ", "), both("o"), inYAML(strings.ReplaceAll(sayable(t, "marking"), "\n", " ")))
	fmt.Fprintf(&pack, "logo: { file: logo.png, alt: %s }\nkept: [%s]\n", both("l"), text("kept"))
	pack.WriteString("themes:\n")
	for _, id := range []string{"first", "second", "third"} {
		fmt.Fprintf(&pack, "  - id: %s\n    name: %s\n    headings: [%s]\n    synonyms: [%s, %s]\n", id, both("n"+id), text("h"+id), text("s"+id), id)
	}
	fmt.Fprintf(&pack, "ratings:\n  recommendation:\n    - { rating: red, when: overdue, say: %s }\n  group:\n    - { rating: green, when: in_scope > 0, say: %s }\n", both("r"), both("g"))
	pack.WriteString("columns:\n")
	for i, column := range []string{"ref", "theme", "recommendation", "status", "source", "heading", "response", "owner", "priority", "reason_for_change",
		"progress_note", "evidence", "recommendation_cy", "response_cy", "due_as_written", "sign_off"} {
		heading := "heading" + string(rune('A'+i)) + sayable(t, column)
		a.headings[column] = strings.ReplaceAll(heading, "_x", "_x005F_x")
		fmt.Fprintf(&pack, "  %s: [%s]\n", column, inYAML(heading))
	}
	a.headings["ours"] = "Y" + drawText(t, "ours")
	a.write(t, "pack.yaml", pack.String())
	var logo bytes.Buffer
	require.NoError(t, png.Encode(&logo, image.NewGray(image.Rect(0, 0, 2, 2))))
	a.write(t, "logo.png", logo.String())
	return a
}

func (a *anyTemplate) write(t *rapid.T, name, text string) {
	require.NoError(t, os.WriteFile(filepath.Join(a.dir, name), []byte(text), 0o600))
}
