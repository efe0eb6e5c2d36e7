package templates

import (
	"slices"
	"strings"
	"unicode"

	"github.com/goccy/go-yaml/ast"

	"boardpack/report/pattern"
)

// The names that a file-name pattern may hold. The figures file, which is in no language, has "figures" for its language.
const (
	nameRegister = "register"
	nameMonth    = "month"
	nameLang     = "lang"
)

const inBraces = pattern.Expression(`\{[^{}]*\}`)

// fileName reads the pattern of the names of the files of a pack.
func (p *packReader) fileName(n ast.Node) {
	w, ok := p.text(n, "file_name")
	if !ok {
		return
	}
	known := []string{nameRegister, nameMonth, nameLang}
	for _, found := range inBraces.FindAllString(w.text, -1) {
		if name := strings.Trim(found, "{}"); !slices.Contains(known, name) {
			p.add(w.at, "file_name has %s, which is not known: %s", found, instead(name, known))
			return
		}
	}
	for _, needed := range []string{nameRegister, nameLang} {
		if !strings.Contains(w.text, "{"+needed+"}") {
			p.add(w.at, "file_name has no {%s}, so one file would be written over another: add it, as in \"{register}-{month}-{lang}\"", needed)
			return
		}
	}
	rest := inBraces.ReplaceAllString(w.text, "")
	if i := strings.IndexFunc(rest, func(r rune) bool { return !goodInFileNames(r) }); i >= 0 {
		p.add(w.at, "file_name has \"%c\", which some computers do not allow in the name of a file: use letters, digits, spaces and - _ . ( )", []rune(rest[i:])[0])
		return
	}
	if len([]rune(rest)) > 60 || strings.HasPrefix(w.text, ".") {
		p.add(w.at, "file_name is not a good name for a file: use 60 characters or fewer outside the braces, and do not begin with a full stop")
		return
	}
	p.t.FileName = w.text
}

// goodInFileNames tells whether Windows, macOS and Linux all take the character in the name of a file.
func goodInFileNames(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune(" -_.()", r)
}
