package batch_test

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/goccy/go-yaml"
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
	require.NoError(t, os.MkdirAll(filepath.Join(dir, "wording"), 0o700))
	var pack strings.Builder
	text := func(word string) string { return inYAML(word + sayable(t, word)) }
	both := func(word string) string { return "{ en: " + text(word+"e") + ", cy: " + text(word+"c") + " }" }
	fmt.Fprintf(&pack, "languages: [%s]\norganisation: %s\nmarking: %s\n", strings.Join(languages, ", "), both("o"), text("m"))
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
	for _, lang := range []string{"en", "cy"} {
		a.write(t, filepath.Join("wording", lang+".yaml"), drawWording(t, lang))
	}
	var logo bytes.Buffer
	require.NoError(t, png.Encode(&logo, image.NewGray(image.Rect(0, 0, 2, 2))))
	a.write(t, "logo.png", logo.String())
	return a
}

func (a *anyTemplate) write(t *rapid.T, name, text string) {
	require.NoError(t, os.WriteFile(filepath.Join(a.dir, name), []byte(text), 0o600))
}

// drawWording draws another wording for some of the messages of a language, or for all: what the program fills in stays, with random
// texts around it.
func drawWording(t *rapid.T, lang string) string {
	shipped, err := os.ReadFile(filepath.Join("../../templates/wording", lang+".yaml"))
	require.NoError(t, err)
	messages := map[string]any{}
	require.NoError(t, yaml.Unmarshal(shipped, &messages))
	one := rapid.SampledFrom([]int{1, 20, 50, 200}).Draw(t, "one message in")
	chosen := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0)) // numbers that rapid draws are small more often than not
	var b strings.Builder
	for _, id := range slices.Sorted(maps.Keys(messages)) {
		if chosen.IntN(one) > 0 {
			continue
		}
		switch said := messages[id].(type) {
		case string:
			fmt.Fprintf(&b, "%s: %s\n", id, inYAML(around(t, id, said)))
		case map[string]any:
			fmt.Fprintf(&b, "%s:\n", id)
			for _, form := range slices.Sorted(maps.Keys(said)) {
				fmt.Fprintf(&b, "  %s: %s\n", form, inYAML(around(t, id, said[form].(string))))
			}
		}
	}
	return b.String()
}

// around draws a text around what a message says, and sometimes in place of its words. A template may not say numbers of its own, nor
// put signs into the names of colours.
func around(t *rapid.T, id, said string) string {
	refused := regexp.MustCompile(`[0-9%{}]`)
	if strings.HasPrefix(id, "colour.") {
		refused = regexp.MustCompile(`[^\pL\pM -]+`)
	}
	if !strings.HasSuffix(said, ".") && !strings.Contains(said, "**") || len(strings.Fields(said)) < 4 {
		refused = regexp.MustCompile(refused.String() + `|[*_\[\]]`)
	}
	words := func(label string) string {
		return refused.ReplaceAllString(sayable(t, label), "x")
	}
	letters := func(r rune) rune {
		if unicode.IsLetter(r) {
			return r
		}
		return -1
	}
	if rapid.IntRange(0, 3).Draw(t, "kept") > 0 {
		return "w" + words("before") + " " + said + " " + words("after")
	}
	out := strings.Map(letters, id) + words("before")
	for _, name := range regexp.MustCompile(`\{\{[^}]*\}\}%?`).FindAllString(said, -1) {
		out += " " + name + " " + words("after")
	}
	return out
}
