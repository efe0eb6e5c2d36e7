package sheets

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"boardpack/report"
	"boardpack/report/fold"
	"boardpack/report/master"
	"boardpack/templates"
)

// themes reads the sheet Themes. Where it has any theme, they take the place of all themes of the template; a name that is missing in a
// language is the template's for the same id.
func (s *Settings) themes(r *reading, t *templates.Template) {
	var themes []report.Theme
	words, ids, lex := map[string][]string{}, map[string]string{}, lexicon{}
	for i := range r.Rows {
		row := &r.Rows[i]
		if r.isBlank(row) || r.isBroken(row) {
			continue
		}
		theme, ok := s.theme(r, row, t)
		if !ok {
			continue
		}
		at := r.cell(row, "id")
		if first, twice := ids[theme.ID]; twice {
			r.add(at, "the theme in %s already has the Id \"%s\": give one of them another Id", first, theme.ID)
			continue
		}
		ids[theme.ID] = at
		themes = append(themes, theme)
		words[theme.ID] = s.themeWords(r, row, theme, t, lex)
	}
	if len(themes) > 0 {
		s.Rules.Themes, s.Vocabulary.Themes = themes, words
		s.Places["themes"] = report.Place{Sheet: r.Sheet}
	}
}

// theme reads a row; false, with a mistake, where it is no theme.
func (s *Settings) theme(r *reading, row *master.SettingsRow, t *templates.Template) (report.Theme, bool) {
	theme := report.Theme{ID: r.text(row, "id"), Name: report.Text{}}
	named := ""
	for _, lang := range languages(t) {
		for _, column := range nameColumns(lang, t) {
			if text := r.text(row, column); text != "" && theme.Name[lang] == "" {
				theme.Name[lang] = text
			}
		}
		if named == "" {
			named = theme.Name[lang]
		}
	}
	if named == "" {
		r.add(r.cell(row, r.anyColumn("name")), "the theme has no name: enter its name, or clear the row")
		return theme, false
	}
	if theme.ID == "" {
		theme.ID = idOf(named)
	}
	if theme.ID == "" {
		r.add(r.cell(row, "id"), "no Id can be made from the name \"%s\": enter one of small letters a to z, digits and _", named)
		return theme, false
	}
	if fault := templates.ThemeIDFault(theme.ID); fault != "" {
		r.add(r.cell(row, "id"), "the Id \"%s\" %s", theme.ID, fault)
		return theme, false
	}
	s.fillNames(r, row, &theme, t)
	if text := r.text(row, "colour"); text != "" {
		c, fault := templates.ColourFault(text)
		if fault != "" {
			r.add(r.cell(row, "colour"), "the colour %s", fault)
			return theme, false
		}
		theme.Colour = c.String()
	}
	return theme, true
}

// fillNames takes the names that the sheet lacks from the template, and asks for those that neither has.
func (s *Settings) fillNames(r *reading, row *master.SettingsRow, theme *report.Theme, t *templates.Template) {
	var known report.Text
	for i := range t.Rules.Themes {
		if t.Rules.Themes[i].ID == theme.ID {
			known = t.Rules.Themes[i].Name
		}
	}
	for lang, name := range known {
		if theme.Name[lang] == "" && name != "" {
			theme.Name[lang] = name
		}
	}
	for _, lang := range t.Languages {
		if theme.Name[lang] != "" {
			continue
		}
		column, heading := ofLanguage("name", lang), t.In("settings.column.name")[0]+" ("+t.NameOf(lang)+")"
		if lang == t.Languages[0] {
			column = r.anyColumn("name")
		}
		cell := ""
		if r.Columns[column] > 0 {
			cell = r.cell(row, column)
		} else {
			cell = r.cell(row, "id")
		}
		r.add(cell, "the theme \"%s\" has no name in %s, and the packs are made in that language: enter it in the column \"%s\"", theme.ID, t.NameOf(lang), heading)
	}
}

// anyColumn gives the first column of an id that the sheet has, in whichever language.
func (r *reading) anyColumn(id string) string {
	if r.Columns[id] > 0 {
		return id
	}
	best := id
	for column := range r.Columns {
		if base, _, _ := strings.Cut(column, "."); base == id && (best == id || r.Columns[column] < r.Columns[best]) {
			best = column
		}
	}
	return best
}

// themeWords are what the Theme column may say for a theme: its names, and the other words of its row.
func (s *Settings) themeWords(r *reading, row *master.SettingsRow, theme report.Theme, t *templates.Template, lex lexicon) []string {
	var out []string
	meaning := "the theme " + theme.ID
	for _, lang := range languages(t) {
		name := theme.Name[lang]
		if name == "" || !r.take(lex, name, meaning, r.cell(row, r.anyColumn("name"))) {
			continue
		}
		out = append(out, name)
		s.nowKnown(name, lang, t)
	}
	for _, word := range r.words(row, "words") {
		if r.take(lex, word, meaning, r.cell(row, "words")) {
			out = append(out, word)
			s.nowKnown(word, "", t)
		}
	}
	return out
}

// nowKnown notes whether a word is of a language that the packs are not in.
func (s *Settings) nowKnown(word, lang string, t *templates.Template) {
	delete(s.Vocabulary.Foreign, word)
	for _, of := range t.Languages {
		if lang == "" || of == lang {
			return
		}
	}
	if s.Vocabulary.Foreign == nil {
		s.Vocabulary.Foreign = map[string]bool{}
	}
	s.Vocabulary.Foreign[word] = true
}

// idOf makes an id of a name: "Finance and estates" is "finance_and_estates". It is "" for a name without a letter of the alphabet or a
// digit.
func idOf(name string) string {
	var b strings.Builder
	gap := false
	for _, c := range norm.NFD.String(strings.ToLower(name)) {
		switch {
		case c >= 'a' && c <= 'z' || c >= '0' && c <= '9':
			if gap && b.Len() > 0 {
				b.WriteByte('_')
			}
			gap = false
			b.WriteRune(c)
		case !unicode.Is(unicode.M, c) && c != '\'' && c != '’':
			gap = true
		}
	}
	const longest = 40
	id := strings.Trim(b.String()[:min(b.Len(), longest)], "_")
	if id == "all" || id == report.ThemeUnmatched || id == report.NotGiven {
		id += "_theme"
	}
	return id
}

// languages lists the languages in which a sheet may have names: those of the packs first.
func languages(t *templates.Template) []string {
	out := append([]string(nil), t.Languages...)
	for _, lang := range t.WordingLanguages() {
		if !slices.Contains(out, lang) {
			out = append(out, lang)
		}
	}
	return out
}

// nameColumns are the columns that may have the name in a language. The one that names no language is of the main one.
func nameColumns(lang string, t *templates.Template) []string { return langColumns("name", lang, t) }

func langColumns(id, lang string, t *templates.Template) []string {
	if lang == t.Languages[0] {
		return []string{id, ofLanguage(id, lang)}
	}
	return []string{ofLanguage(id, lang)}
}

// ofLanguage is the id of the column of a language.
func ofLanguage(id, lang string) string { return id + "." + lang }

// foldKey is a word in the form in which words are compared.
func foldKey(word string) string { return fold.Word(word) }

// isWord tells whether a list has a word, once folded.
func isWord(list []string, word string) bool {
	key := fold.Word(word)
	for _, w := range list {
		if key != "" && fold.Word(w) == key {
			return true
		}
	}
	return false
}
