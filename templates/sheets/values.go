package sheets

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"boardpack/report"
	"boardpack/report/master"
	"boardpack/templates"
)

// statusWords reads the sheet Status words: each word of it means what its row says, in addition to the words of the template. One that
// the template has under another meaning has that of the sheet.
func (s *Settings) statusWords(r *reading, t *templates.Template) {
	meanings := stateWords(t)
	lex := lexicon{}
	own := map[report.State][]string{}
	for i := range r.Rows {
		row := &r.Rows[i]
		if r.isBlank(row) || r.isBroken(row) {
			continue
		}
		means := r.text(row, "means")
		state, known := meanings.find(means)
		if !known {
			what := "the row does not say what the word means"
			if means != "" {
				what = "\"" + means + "\" is not a meaning"
			}
			r.add(r.cell(row, "means"), "%s: %s", what, instead(means, meanings.names))
			continue
		}
		words := s.wordsOf(r, row, state, t)
		for _, w := range words {
			if r.take(lex, w.word, "\""+meanings.say(state)+"\"", w.cell) {
				own[state] = append(own[state], w.word)
			}
		}
	}
	if len(own) == 0 {
		return
	}
	s.useStates(r, own, t)
}

// cellWord is a word and the cell that has it.
type cellWord struct{ word, cell string }

// wordsOf are the words of a row: in each language, and the others. Those in languages are offered.
func (s *Settings) wordsOf(r *reading, row *master.SettingsRow, state report.State, t *templates.Template) []cellWord {
	var out []cellWord
	offered := Offered{State: state, Word: report.Text{}}
	for _, lang := range languages(t) {
		for _, column := range langColumns("word", lang, t) {
			if text := r.text(row, column); text != "" {
				out = append(out, cellWord{text, r.cell(row, column)})
				s.nowKnown(text, lang, t)
				if offered.Word[lang] == "" {
					offered.Word[lang] = text
				}
			}
		}
	}
	if len(out) > 0 && state != report.Unrecognised {
		s.Offered = append(s.Offered, offered)
	}
	for _, word := range r.words(row, "words") {
		out = append(out, cellWord{word, r.cell(row, "words")})
		s.nowKnown(word, "", t)
	}
	if len(out) == 0 {
		r.add(r.cell(row, r.anyColumn("word")), "the row has a meaning and no word: enter the word, or clear the row")
	}
	return out
}

// useStates puts words of the sheet before those of the template.
func (s *Settings) useStates(r *reading, own map[report.State][]string, t *templates.Template) {
	var taken []string
	for _, state := range report.States() {
		taken = append(taken, own[state]...)
	}
	s.Vocabulary.States = map[report.State][]string{}
	for _, state := range report.States() {
		if state == report.Unrecognised {
			continue
		}
		rest := slices.DeleteFunc(slices.Clone(t.Vocabulary.States[state]), func(word string) bool { return isWord(taken, word) })
		if words := append(slices.Clone(own[state]), rest...); len(words) > 0 {
			s.Vocabulary.States[state] = words
		}
	}
	if len(s.Vocabulary.States[report.Complete]) == 0 {
		r.add("", "no word is left that means \"%s\": give it at least one", stateWords(t).say(report.Complete))
	}
	s.Places["status_words"] = report.Place{Sheet: r.Sheet}
}

// states are the names of the states, in every language.
type states struct {
	byWord map[string]report.State
	names  []string // in the main language
	of     map[report.State]string
}

func stateWords(t *templates.Template) *states {
	out := &states{byWord: map[string]report.State{}, of: map[report.State]string{}}
	for _, state := range report.States() {
		words := t.In("state." + strings.ReplaceAll(string(state), " ", "_"))
		if len(words) > 0 {
			out.names, out.of[state] = append(out.names, words[0]), words[0]
		}
		for _, word := range append(words, string(state)) {
			if _, known := out.byWord[foldKey(word)]; !known {
				out.byWord[foldKey(word)] = state
			}
		}
	}
	return out
}

func (s *states) find(text string) (report.State, bool) {
	state, ok := s.byWord[foldKey(text)]
	return state, ok && text != ""
}

func (s *states) say(state report.State) string { return s.of[state] }

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

// Set gives a setting with one value another: "due_soon_days", "overdue_by", "accent", or "organisation" in a language. It gives what is
// wrong with the text, and what to do; "" where it was taken.
func (s *Settings) Set(name, lang, text string, t *templates.Template) (fault string) {
	switch name {
	case "organisation":
		s.Rules.DefaultOrg = maps.Clone(s.Rules.DefaultOrg)
		if s.Rules.DefaultOrg == nil {
			s.Rules.DefaultOrg = report.Text{}
		}
		s.Rules.DefaultOrg[lang] = text
	case "due_soon_days":
		const most = 3650
		days, err := strconv.ParseFloat(text, 64)
		if err != nil || days != float64(int(days)) || days < 0 || days > most {
			return "\"" + text + "\" is not a whole number from 0 to 3650: enter only the number of days"
		}
		s.Rules.DueSoonDays = int(days)
	case "overdue_by":
		basis, known := basisNamed(text, t)
		if !known {
			return "\"" + text + "\" is not one of the two dates: " + instead(text, bases(t))
		}
		s.Rules.OverdueBy = basis
	case "accent":
		c, fault := templates.ColourFault(text)
		if fault != "" {
			return "the colour " + fault
		}
		s.Accent = c
	}
	return ""
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

// Given is a setting that is given for one run.
type Given struct{ Name, Value string }

// GivenNames lists the settings that can be given for a run.
func GivenNames() []string { return []string{"due_soon_days", "overdue_by", "accent"} }

// UseGiven sets what is given for a run in the template itself: masters without sheets of settings have it too. The error names what is
// wrong with one of them.
func UseGiven(t *templates.Template, given []Given) error {
	s := &Settings{Rules: t.Rules, Accent: t.Accent}
	for _, g := range given {
		if !slices.Contains(GivenNames(), g.Name) {
			return fmt.Errorf("%s: %s", g.Name, instead(g.Name, GivenNames()))
		}
		if fault := s.Set(g.Name, "", g.Value, t); fault != "" {
			return fmt.Errorf("%s: %s", g.Name, fault)
		}
	}
	t.Rules, t.Accent = s.Rules, s.Accent
	return nil
}
