package templates

import (
	"strings"
	"unicode"

	"github.com/goccy/go-yaml/ast"

	"boardpack/report"
	"boardpack/report/fold"
)

// themes reads the themes with their names, headings and synonyms.
func (p *packReader) themes(n ast.Node) {
	p.t.Vocabulary.Themes = map[string][]string{}
	if isEmpty(n) {
		p.noThemes(n)
		return
	}
	list := p.items(n, "themes")
	ids, lex := map[string]place{}, newLexicon()
	for _, item := range list {
		if theme, ok := p.theme(item, lex); ok {
			at := p.place(item)
			if first, twice := ids[theme.ID]; twice {
				p.add(at, "the theme in line %[2]d already has the id \"%[1]s\": give one of them another id", theme.ID, first.line)
				continue
			}
			ids[theme.ID] = at
			p.t.Rules.Themes = append(p.t.Rules.Themes, theme)
		}
	}
}

// theme reads one theme; false, with a mistake, when it has no id.
func (p *packReader) theme(n ast.Node, lex lexicon) (report.Theme, bool) {
	var theme report.Theme
	var idAt place
	var words []word
	keys := []string{"id", "name", "headings", "synonyms", "colour"}
	entries := p.entries(n, "a theme")
	if entries == nil {
		return theme, false
	}
	for _, e := range entries {
		switch e.key {
		case "id":
			w, ok := p.text(e.value, "the id of a theme")
			if !ok {
				return theme, false
			}
			theme.ID, idAt = w.text, w.at
		case "name":
			theme.Name = p.texts(e.value, "the name of a theme", mustBeGiven)
			for _, lang := range p.languageCodes() {
				if s := theme.Name[lang]; s != "" {
					name := word{s, p.place(e.value)}
					if fold.Word(s) != fold.Word(theme.Name["en"]) {
						p.foreign(lex, lang, []word{name})
					}
					words = append(words, name)
				}
			}
		case "headings", "synonyms":
			words = append(words, p.words(e.value, "the "+e.key+" of a theme")...)
		case "colour":
			if c, ok := p.readable(e.value, "the colour of a theme"); ok {
				theme.Colour = c.String()
			}
		default:
			p.add(e.at, "unknown key \"%s\" in a theme: %s", e.key, instead(e.key, keys))
		}
	}
	if !p.goodID(theme.ID, idAt, p.place(n)) {
		return theme, false
	}
	if theme.Name == nil {
		p.add(p.place(n), "the theme \"%s\" has no name: add the line name: and its names", theme.ID)
	}
	p.t.Vocabulary.Themes[theme.ID] = lex.list(p, "the theme "+theme.ID, words)
	return theme, true
}

// goodID tells whether an id may stand in figures.json, file names and the explain command.
func (p *packReader) goodID(id string, at, theme place) bool {
	switch {
	case at == place{} || id == "":
		p.add(theme, "a theme has no id: add the line id: and a short word in small letters")
	case ThemeIDFault(id) != "":
		p.add(at, "the theme id \"%s\" %s", id, ThemeIDFault(id))
	default:
		return true
	}
	return false
}

// newLine is how a template names the end of a line in a cell.
const newLine = "new line"

// themeSeparators reads what parts the themes of a cell. A letter or digit would tear words.
func (p *packReader) themeSeparators(n ast.Node) {
	p.t.Vocabulary.ThemeSeparators = []string{}
	for _, w := range p.words(n, "a separator") {
		switch text := strings.TrimSpace(w.text); {
		case strings.EqualFold(text, newLine):
			p.t.Vocabulary.ThemeSeparators = append(p.t.Vocabulary.ThemeSeparators, "\n")
		case text == "" || strings.ContainsFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }):
			p.add(w.at, "the separator \"%s\" would split words: give a sign, such as \";\", or the words new line", w.text)
		default:
			p.t.Vocabulary.ThemeSeparators = append(p.t.Vocabulary.ThemeSeparators, text)
		}
	}
}
