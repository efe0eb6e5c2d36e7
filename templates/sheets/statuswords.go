package sheets

import (
	"slices"
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
