package sheets

import (
	"boardpack/report"
	"boardpack/templates"
)

// value is a setting with one value.
type value struct {
	name string // "due_soon_days"
	lang string // of one with a text for each language
	word string // what the sheet calls it, in the main language
}

// valuesOf lists the settings that the sheet Settings has, in their order.
func valuesOf(t *templates.Template) []value {
	var out []value
	for _, name := range report.OwnSettings() {
		words := t.In("settings.name." + name)
		switch {
		case name == "themes" || name == "status_words" || len(words) == 0:
		case name == "organisation":
			for i, lang := range t.Languages {
				word := words[0]
				if i > 0 {
					word += " (" + t.NameOf(lang) + ")"
				}
				out = append(out, value{name, lang, word})
			}
		default:
			out = append(out, value{name: name, word: words[0]})
		}
	}
	return out
}

// valueNamed finds a setting by its name in any language.
func valueNamed(text string, t *templates.Template) (value, bool) {
	key := foldKey(text)
	for _, v := range valuesOf(t) {
		if foldKey(v.word) == key {
			return v, true
		}
	}
	for _, name := range report.OwnSettings() {
		for _, word := range t.In("settings.name." + name) {
			if name == "organisation" {
				for _, lang := range languages(t) {
					for _, called := range languageWords(lang, t) {
						if foldKey(word+" ("+called+")") == key {
							return value{name, lang, word}, true
						}
					}
				}
			}
			if foldKey(word) == key && name != "themes" && name != "status_words" {
				v := value{name: name, word: word}
				if name == "organisation" {
					v.lang = t.Languages[0]
				}
				return v, true
			}
		}
	}
	return value{}, false
}

func languageWords(lang string, t *templates.Template) []string {
	return append(t.In("settings.language."+lang), lang)
}

// values reads the sheet Settings. A value that is empty is the template's.
func (s *Settings) values(r *reading, t *templates.Template) {
	var names []string
	for _, v := range valuesOf(t) {
		names = append(names, v.word)
	}
	seen := map[string]string{}
	for i := range r.Rows {
		row := &r.Rows[i]
		if r.isBlank(row) || r.isBroken(row) {
			continue
		}
		name, text := r.text(row, "setting"), r.text(row, "value")
		if name == "" && text == "" {
			continue
		}
		at := r.cell(row, "setting")
		v, known := valueNamed(name, t)
		switch id := v.name + "." + v.lang; {
		case !known && name == "":
			r.add(at, "the row has a value and no setting: %s", instead("", names))
		case !known:
			r.add(at, "there is no setting \"%s\": %s", name, instead(name, names))
		case seen[id] != "":
			r.add(at, "the setting \"%s\" is in %s already: keep one of the two", name, seen[id])
		default:
			seen[id] = at
			if text != "" {
				s.set(r, v, text, r.cell(row, "value"), t)
			}
		}
	}
}

// set takes the value of a setting.
func (s *Settings) set(r *reading, v value, text, cell string, t *templates.Template) {
	fault := s.Set(v.name, v.lang, text, t)
	if fault != "" {
		r.add(cell, "%s", fault)
		return
	}
	name := v.name
	if v.lang != "" {
		name += "." + v.lang
	}
	s.Places[name] = report.Place{Sheet: r.Sheet, Cell: cell}
}

// bases are the names of the dates that may decide what is overdue, in the main language: those of their columns.
func bases(t *templates.Template) []string {
	var out []string
	for _, b := range []report.DueBasis{report.ByDue, report.ByOriginalDue} {
		out = append(out, t.In("field." + string(b))[0])
	}
	return out
}

func basisNamed(text string, t *templates.Template) (report.DueBasis, bool) {
	for _, b := range []report.DueBasis{report.ByDue, report.ByOriginalDue} {
		if isWord(append(t.In("field."+string(b)), string(b)), text) {
			return b, true
		}
	}
	return "", false
}
