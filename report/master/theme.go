package master

import (
	"slices"
	"strings"
	"unicode"

	"boardpack/report/fold"
)

// themes gives the ids of the themes that a cell names, in its order, and the names that are not known.
func (m *matcher) themesIn(text string) (ids, unknown []string) {
	if id, ok := m.theme(text); ok {
		return []string{id}, nil
	}
	for _, part := range splitThemes(text, ";\n") {
		found, strange := m.themesListed(part)
		for _, id := range found {
			if !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
		}
		unknown = append(unknown, strange...)
	}
	return ids, unknown
}

// themesListed reads one theme, or several with commas or the like between them. Where none of them is known, the whole
// is one unknown name: names of themes have commas too.
func (m *matcher) themesListed(text string) (ids, unknown []string) {
	if id, ok := m.theme(text); ok {
		return []string{id}, nil
	}
	for _, part := range splitThemes(strings.ReplaceAll(text, " and ", " & "), ",/&") {
		if id, ok := m.theme(part); ok {
			ids = append(ids, id)
		} else {
			unknown = append(unknown, part)
		}
	}
	if len(ids) == 0 {
		return nil, []string{line(text)}
	}
	return ids, unknown
}

func splitThemes(text, separators string) []string {
	var out []string
	for _, part := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(separators, r) }) {
		if part = line(strings.TrimSpace(part)); fold.Word(part) != "" {
			out = append(out, part)
		}
	}
	return out
}

// theme finds one theme, also with a number or the word theme before its name: "Theme 2: Training", "1. Resourcing".
func (m *matcher) theme(text string) (string, bool) {
	if id, ok := m.themes.find(text); ok {
		return id, true
	}
	name := strings.TrimSpace(strings.ToLower(text))
	name = strings.TrimSpace(strings.TrimPrefix(strings.TrimPrefix(name, "theme"), "thema"))
	name = strings.TrimLeftFunc(name, func(r rune) bool { return unicode.IsDigit(r) || unicode.IsSpace(r) || unicode.IsPunct(r) })
	return m.themes.find(name)
}
