package templates

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"strings"
)

//go:embed examples/*/pack.yaml
var examples embed.FS

const examplesDir = "examples"

// Example is a template to start from: a pack.yaml with the sections that differ from the shipped one.
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
		out = append(out, Example{Name: e.Name(), About: firstNote(string(pack)), Pack: pack})
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
	return Example{}, fmt.Errorf("there is no example %q: %s", name, instead(name, names))
}

// LoadExample reads an example over the shipped template.
func LoadExample(name string) (*Template, error) {
	if _, err := ExampleByName(name); err != nil {
		return nil, err
	}
	own, err := fs.Sub(examples, path.Join(examplesDir, name))
	if err != nil {
		return nil, err
	}
	return loadFS(own)
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
