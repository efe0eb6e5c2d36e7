package templates

import (
	"embed"
	"fmt"
	"path"
	"strings"
)

//go:embed examples/*/pack.yaml neutral
var examples embed.FS

const (
	examplesDir    = "examples"
	neutralPack    = "neutral/pack.yaml"
	neutralLeftOut = "neutral/left-out.txt"
)

// Example is a template to start from: a pack.yaml with the sections that differ from the neutral one. An example that has notes
// alone is the shipped template.
type Example struct {
	Name  string // "audit-committee"
	About string // what it is for, in a sentence
	Pack  []byte
}

// Examples lists the examples by name.
func Examples() ([]Example, error) {
	entries, err := examples.ReadDir(examplesDir)
	if err != nil {
		return nil, err
	}
	var out []Example
	for _, e := range entries {
		pack, err := examples.ReadFile(path.Join(examplesDir, e.Name(), packName))
		if err != nil {
			return nil, err
		}
		example := Example{Name: e.Name(), About: firstNote(string(pack)), Pack: pack}
		if isNotes(pack) {
			if example.Pack, err = ShippedPack(); err != nil {
				return nil, err
			}
		}
		out = append(out, example)
	}
	return out, nil
}

// ExampleByName finds an example; the error names those that there are.
func ExampleByName(name string) (Example, error) {
	all, err := Examples()
	if err != nil {
		return Example{}, err
	}
	var names []string
	for _, e := range all {
		if e.Name == name {
			return e, nil
		}
		names = append(names, e.Name)
	}
	return Example{}, fmt.Errorf("there is no example \"%s\": %s", name, instead(name, names))
}

// firstNote gives the note at the head of a file, in one line.
func firstNote(text string) string {
	var words []string
	for line := range strings.Lines(text) {
		note, ok := strings.CutPrefix(line, "#")
		if !ok || strings.TrimSpace(note) == "" {
			break
		}
		words = append(words, strings.TrimSpace(note))
	}
	return strings.Join(words, " ")
}

// isNotes tells whether a file has nothing but notes.
func isNotes(pack []byte) bool {
	for line := range strings.Lines(string(pack)) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			return false
		}
	}
	return true
}

// Neutral gives what a team of any kind of body begins with: the sections that stand in place of the shipped ones, and the
// words of the shipped lists that are left out, because only bodies of one kind have a use for them.
func Neutral() (pack []byte, leftOut []string, err error) {
	words, err := examples.ReadFile(neutralLeftOut)
	if err != nil {
		return nil, nil, err
	}
	pack, err = examples.ReadFile(neutralPack)
	return pack, strings.Split(strings.TrimSpace(string(words)), "\n"), err
}

// ShippedPack gives the shipped pack.yaml.
func ShippedPack() ([]byte, error) { return shipped.ReadFile(packName) }

// ShippedWordings gives the shipped files of wording by language.
func ShippedWordings() (map[string][]byte, error) {
	out := map[string][]byte{}
	for _, lang := range shippedLanguages() {
		data, err := shipped.ReadFile(path.Join(wordingDir, lang+yamlEnding))
		if err != nil {
			return nil, err
		}
		out[lang] = data
	}
	return out, nil
}
