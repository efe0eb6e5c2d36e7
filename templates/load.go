// Package templates holds what a performance team may change without a programmer, and reads it: pack.yaml with the
// themes, words, rules and columns, and one file of wording for each language.
//
// To load: read the shipped files; read the team's own over them; check both strictly, every key and every word, and
// report each mistake with its line; compile the rules of the ratings; hand out report.Rules, report.Vocabulary and, for
// each language, report.Words.
package templates

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"sort"
	"strings"
	"sync"

	"github.com/goccy/go-yaml/ast"

	"boardpack/report"
	"boardpack/report/colour"
	"boardpack/report/content"
	"boardpack/report/plainfile"
)

//go:embed pack.yaml wording/*.yaml
var shipped embed.FS

const (
	packName      = "pack.yaml"
	wordingDir    = "wording"
	yamlEnding    = ".yaml"
	shippedPrefix = "shipped/"
	maxFileSize   = 256 << 10 // bytes; ten times what is shipped, and the YAML library slows down with the square of some files
)

// Template is a template, read and checked.
type Template struct {
	Rules      report.Rules
	Vocabulary report.Vocabulary
	Languages  []string      // of the packs to build unless the caller says otherwise; the main one first, never empty
	Accent     colour.Colour // of headings and lines; readable on white
	Logo       *Logo         // on the cover of the PDF; nil for none
	Fonts      []Font        // for characters that the shipped fonts lack, the best first; none as shipped
	FileName   string        // pattern of the files' names, with {register}, {month} and {lang}
	Sections   Sections
	Editions   []content.Edition // of the PDF, at least one
	Outputs    []string          // the kinds of files that are made, at least one: "pdf", "xlsx", "html", "csv"
	Unattached bool              // the figures file is not attached to the PDF
	Portfolio  bool              // one pack over all masters of the month is made too
	AddNotes   bool              // an owner's progress note goes above the last one, in place of replacing it

	NoThemes    *Mistake // that there are no themes, so that no pack can be made; nil where there are
	Unconfirmed *Mistake // that guesses are not confirmed, so that every pack is a draft; nil where none is left

	places    map[string]place // of the keys of pack.yaml that are in force
	wordings  map[string]wording
	files     []File
	behind    []Behind
	renamed   []Renamed
	regrouped []Renamed
}

// File is one file that a template was made of.
type File struct {
	Name string // "pack.yaml", "wording/en.yaml"; those in the program start with "shipped/"
	Data []byte
}

// Load reads the template in the folder dir over the shipped one; an empty dir gives the shipped one alone. The error is
// of type Errors when the files can be read but not used, and names every mistake with its line.
func Load(dir string) (*Template, error) {
	if dir == "" {
		return loadFS(nil)
	}
	if info, err := os.Stat(dir); err != nil {
		return nil, fmt.Errorf("template folder: %w", err)
	} else if !info.IsDir() {
		return nil, fmt.Errorf("template folder %s is a file: name the folder that has pack.yaml", dir)
	}
	return loadFS(os.DirFS(dir))
}

// LoadFS reads the template in a folder that need not be on a disk, as Load does.
func LoadFS(own fs.FS) (*Template, error) { return loadFS(own) }

// Files gives what the template was made of, by name: the shipped files and those of the folder.
func (t *Template) Files() []File { return append([]File(nil), t.files...) }

// WordingLanguages lists the languages that have wording, by code.
func (t *Template) WordingLanguages() []string {
	var out []string
	for lang := range t.wordings {
		out = append(out, lang)
	}
	sort.Strings(out)
	return out
}

// Words gives the pack's language. The error names the languages that there are.
func (t *Template) Words(lang string) (report.Words, error) {
	w, ok := t.wordings[lang]
	if !ok {
		return nil, fmt.Errorf("there is no wording for the language \"%s\": there is %s", lang, listOf(t.WordingLanguages(), "and"))
	}
	return newWords(lang, w)
}

// loadFS reads the template in own, which may be nil, over the shipped one.
func loadFS(own fs.FS) (*Template, error) {
	l := &loader{template: &Template{wordings: map[string]wording{}}, own: own, asShipped: map[string][]phrase{}}
	l.template.Vocabulary.Foreign = map[string]bool{}
	l.readAll(shipped, shippedPrefix)
	if own != nil {
		l.readAll(own, "")
	}
	if own != nil && l.failed == nil {
		l.checkNames(own)
	}
	if l.failed != nil {
		return nil, l.failed
	}
	l.useWordings()
	l.usePacks()
	l.usePrinted()
	if err := l.mistakes.err(); err != nil {
		return nil, err
	}
	files := l.template.files
	sort.Slice(files, func(i, j int) bool { return files[i].Name < files[j].Name })
	return l.template, nil
}

// loader gathers the files and the mistakes in them.
type loader struct {
	template *Template
	own      fs.FS    // the team's folder; nil without one
	packs    []source // the shipped one, then the team's own if there is one
	wordings []source
	mistakes mistakes
	failed   error // a file cannot be read at all

	asShipped map[string][]phrase // each message in every language that is shipped, the base language first
	once      []wording           // of earlier versions; nil until one is asked for
}

// source is one file, read.
type source struct {
	File
	lang string // of a wording file
	tree func() (*ast.File, error)
	// ahead waits for the messages of a wording file that is shipped; nil for any other.
	ahead func() ([]said, Errors)
}

func (s source) shipped() bool { return strings.HasPrefix(s.Name, shippedPrefix) }

func (l *loader) readAll(fsys fs.FS, prefix string) {
	if s, ok := l.read(fsys, packName, prefix); ok {
		if s.shipped() {
			go s.tree() // beside the wordings
		}
		l.packs = append(l.packs, s)
	}
	entries, err := fs.ReadDir(fsys, wordingDir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		l.failed = errors.Join(l.failed, err)
	}
	for _, e := range entries {
		lang, ok := strings.CutSuffix(e.Name(), yamlEnding)
		if !ok || e.IsDir() {
			continue
		}
		if s, ok := l.read(fsys, path.Join(wordingDir, e.Name()), prefix); ok {
			s.lang = lang
			if s.shipped() {
				s.ahead = s.readAhead()
			}
			l.wordings = append(l.wordings, s)
		}
	}
}

func (l *loader) read(fsys fs.FS, name, prefix string) (source, bool) {
	data, err := plainfile.ReadFS(fsys, name, maxFileSize)
	if errors.Is(err, fs.ErrNotExist) {
		return source{}, false
	}
	var tooLarge *plainfile.TooLarge
	if errors.As(err, &tooLarge) {
		err = fmt.Errorf("%s is larger than %d kB: a template is a small text file", name, maxFileSize>>10)
	} else if err != nil {
		err = fmt.Errorf("%s cannot be read: %s", name, plainfile.Say(err))
	}
	if err != nil {
		l.failed = errors.Join(l.failed, err)
		return source{}, false
	}
	s := source{File: File{Name: prefix + name, Data: data}, tree: parsed(data)}
	if s.shipped() {
		s.tree = parsedAsShipped(data)
	}
	l.template.files = append(l.template.files, s.File)
	return s, true
}

// parsed gives what parses a file, when it is first asked for.
func parsed(data []byte) func() (*ast.File, error) {
	return sync.OnceValues(func() (*ast.File, error) { return parseYAML(data) })
}

// parsedAsShipped does so for a file of the program's own.
func parsedAsShipped(data []byte) func() (*ast.File, error) {
	return sync.OnceValues(func() (*ast.File, error) {
		if file, ok := plainLines(data); ok {
			return file, nil
		}
		return parseYAML(data)
	})
}

// checkNames refuses a folder from which nothing, or not everything that was meant, would be read.
func (l *loader) checkNames(own fs.FS) {
	if len(l.packs) == 1 && len(l.wordings) == len(shippedLanguages()) {
		l.failed = errors.Join(l.failed, errors.New("the template folder has no pack.yaml and no wording file such as wording/en.yaml"))
	}
	for _, pattern := range []string{"pack.yml", "wording/*.yml"} {
		names, err := fs.Glob(own, pattern)
		if err != nil {
			continue
		}
		for _, name := range names {
			l.failed = errors.Join(l.failed, fmt.Errorf("%s would not be read: rename it to %s", name, strings.TrimSuffix(name, ".yml")+yamlEnding))
		}
	}
}

// shippedLanguages lists the languages whose wording is in the program.
func shippedLanguages() []string {
	entries, err := shipped.ReadDir(wordingDir)
	if err != nil {
		return nil
	}
	var out []string
	for _, e := range entries {
		out = append(out, strings.TrimSuffix(e.Name(), yamlEnding))
	}
	return out
}
