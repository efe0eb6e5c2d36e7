package templates

import (
	"slices"
	"strings"

	"github.com/goccy/go-yaml/ast"

	"boardpack/report"
	"boardpack/report/content"
	"boardpack/report/fold"
)

// lexicon sees to it that no word stands for two things once it is folded.
type lexicon map[string]use

// use is what a word stands for, and where that was said.
type use struct {
	meaning string
	at      place
}

func newLexicon() lexicon { return lexicon{} }

// list gives the words of one meaning. A word of another meaning is a mistake; the same word twice is not.
func (l lexicon) list(p *packReader, meaning string, words []word) []string {
	var out []string
	for _, w := range words {
		key := fold.Word(w.text)
		if key == "" {
			p.add(w.at, "\"%s\" under %s has no letter or digit to compare: delete it", w.text, meaning)
			continue
		}
		first, known := l[key]
		switch {
		case known && first.meaning != meaning:
			p.add(w.at, "\"%s\" is under %s and, in line %d, under %s: keep it under one of them", w.text, meaning, first.at.line, first.meaning)
			continue
		case !known:
			l[key] = use{meaning, w.at}
		}
		out = append(out, w.text)
	}
	return out
}

// lists reads a mapping of known names to lists of words. A language after a full stop, as in "complete.cy", says that the words
// are of that language. Names that are needed must have words.
func (p *packReader) lists(n ast.Node, section string, names, needed []string) map[string][]string {
	out, lex := map[string][]string{}, newLexicon()
	entries := p.entries(n, section)
	for _, e := range entries {
		name, lang := e.key, ""
		if base, code, dotted := strings.Cut(e.key, "."); dotted && !slices.Contains(names, e.key) && p.isLanguage(code) {
			name, lang = base, code
		}
		if !slices.Contains(names, name) {
			p.add(e.at, "unknown key \"%s\" in %s: %s", e.key, section, instead(e.key, names))
			continue
		}
		words := p.words(e.value, e.key)
		p.foreign(lex, lang, words)
		out[name] = append(out[name], lex.list(p, name, words)...)
	}
	if entries == nil {
		return out
	}
	for _, name := range needed {
		if len(out[name]) == 0 {
			p.add(p.place(n), "%s has no words for \"%s\", which a spreadsheet needs: add the line %s: and its words", section, name, name)
		}
	}
	return out
}

// foreign keeps words apart that are of a language which the packs are not in, unless they were there before.
func (p *packReader) foreign(lex lexicon, lang string, words []word) {
	if lang == "" || slices.Contains(p.t.Languages, lang) {
		return
	}
	for _, w := range words {
		if _, known := lex[fold.Word(w.text)]; !known {
			p.t.Vocabulary.Foreign[w.text] = true
		}
	}
}

// states reads the words of each state. Unrecognised is what is left over, so it can have none.
func (p *packReader) states(n ast.Node) {
	var names []string
	for _, s := range report.States() {
		if s != report.Unrecognised {
			names = append(names, underscored(s))
		}
	}
	lists := p.lists(n, "states", names, []string{underscored(report.Complete)})
	p.t.Vocabulary.States = map[report.State][]string{}
	for _, s := range report.States() {
		if words, ok := lists[underscored(s)]; ok {
			p.t.Vocabulary.States[s] = words
		}
	}
}

func (p *packReader) signOffs(n ast.Node) {
	var names []string
	for _, s := range report.SignOffs() {
		names = append(names, underscored(s))
	}
	lists := p.lists(n, "sign_off", names, []string{underscored(report.Agreed)})
	p.t.Vocabulary.SignOffs = map[report.SignOff][]string{}
	for _, s := range report.SignOffs() {
		if words, ok := lists[underscored(s)]; ok {
			p.t.Vocabulary.SignOffs[s] = words
		}
	}
}

// ownScope is another name of report.Force in a template.
const ownScope = "organisation"

func (p *packReader) scopes(n ast.Node) {
	names := []string{ownScope}
	for _, s := range report.Scopes() {
		names = append(names, string(s))
	}
	lists := p.lists(n, "scope", names, nil)
	if own, ok := lists[ownScope]; ok {
		lists[string(report.Force)] = append(own, lists[string(report.Force)]...)
	}
	p.t.Vocabulary.Scopes = map[report.Scope][]string{}
	for _, s := range report.Scopes() {
		if words, ok := lists[string(s)]; ok {
			p.t.Vocabulary.Scopes[s] = words
		}
	}
}

func (p *packReader) columns(n ast.Node) {
	var names, needed []string
	for _, f := range report.Fields() {
		names = append(names, string(f))
	}
	for _, f := range report.NeededFields() {
		needed = append(needed, string(f))
	}
	lists := p.lists(n, "columns", names, needed)
	p.t.Vocabulary.Columns = map[report.Field][]string{}
	for _, f := range report.Fields() {
		if words, ok := lists[string(f)]; ok {
			p.t.Vocabulary.Columns[f] = words
		}
	}
}

func (p *packReader) about(n ast.Node) {
	p.t.Vocabulary.About = p.lists(n, "about", report.AboutKeys(), nil)
}

// ownColumns reads the headings of columns that are none of the program's: ignored or kept. One that is a name of a column that is
// read, or in both lists, is a mistake.
func (p *packReader) ownColumns(n ast.Node, list string, into *[]string) {
	lex := newLexicon()
	for _, f := range report.Fields() {
		for _, word := range p.t.Vocabulary.Columns[f] {
			lex[fold.Word(word)] = use{string(f) + " in columns", p.place(n)}
		}
	}
	if list != "ignored" {
		for _, word := range p.t.Vocabulary.Ignored {
			lex[fold.Word(word)] = use{"ignored", p.place(n)}
		}
	}
	for _, w := range p.words(n, "a heading") {
		if first, known := lex[fold.Word(w.text)]; known && first.meaning != list {
			if p.columnsShipped && first.meaning != "ignored" && !onceColumn(w.text) { // what the shipped columns gained does not undo what a team said
				p.forgetColumn(w.text)
				*into = append(*into, w.text)
				continue
			}
			p.add(w.at, "\"%s\" is %s and is also a name of %s: delete one of the two", w.text, list, first.meaning)
			continue
		}
		*into = append(*into, lex.list(p, list, []word{w})...)
	}
}

// forgetColumn takes a heading from the columns that have it.
func (p *packReader) forgetColumn(heading string) {
	for f, words := range p.t.Vocabulary.Columns {
		p.t.Vocabulary.Columns[f] = slices.DeleteFunc(slices.Clone(words), func(word string) bool { return fold.Word(word) == fold.Word(heading) })
	}
}

// usePrinted adds what the packs themselves print to what is understood, so that a workbook of a pack can be the next
// master: the entries of its cover, and the columns that it adds to the master's.
func (l *loader) usePrinted() {
	v := &l.template.Vocabulary
	for _, lang := range l.template.WordingLanguages() {
		w := l.template.wordings[lang]
		for _, key := range report.CoverKeys() {
			if word := w.plain("cover." + strings.ReplaceAll(key, ".", "_")); word != "" && !anyHas(v.About, word) {
				v.About[key] = append(v.About[key], word)
			}
		}
		for _, id := range []string{"cover.compared_with", "cover.master", "workbook.column.item", "workbook.cover.next_update"} {
			v.Printed = addNew(v.Printed, w.plain(id))
			for _, word := range earlierHeadings()[id] {
				v.Printed = addNew(v.Printed, word)
			}
		}
		for _, id := range content.AddedHeadings() {
			v.Added = addNew(v.Added, w.plain(id))
			for _, word := range earlierHeadings()[id] {
				v.Added = addNew(v.Added, word)
			}
		}
		l.useContinued(w)
		l.useSettings(w)
		if word := w.plain("sign_off.none"); !anyHas(v.SignOffs, word) {
			v.SignOffs[report.NoSignOff] = append(v.SignOffs[report.NoSignOff], word)
		}
		v.Yes = addNew(addNew(v.Yes, w.plain("cover.draft.yes")), w.plain("page.illustrative"))
		v.No = addNew(v.No, w.plain("cover.draft.no"))
	}
}

// earlierHeadings are the words that the packs of earlier versions print where this one prints others: their workbooks are read as well.
func earlierHeadings() map[string][]string {
	return map[string][]string{"cover.master": {"Made from", "Lluniwyd o"}, "column.cell": {"Cell in the master"}, "column.key": {"Key", "Allwedd"}}
}

// useContinued adds the words by which texts that no cell can hold, keys, typed themes and texts in English are found again.
func (l *loader) useContinued(w wording) {
	v := &l.template.Vocabulary
	for id, list := range map[string]*[]string{"workbook.long_texts.mark": &v.Continued.Marks, "workbook.column.sheet": &v.Continued.Sheet,
		"column.key": &v.Continued.Key, "workbook.column.column": &v.Continued.Column, "workbook.column.part": &v.Continued.Part,
		"workbook.column.text": &v.Continued.Text, "column.theme_typed": &v.TypedTheme} {
		*list = addNew(*list, w.plain(id))
		for _, word := range earlierHeadings()[id] {
			*list = addNew(*list, word)
		}
	}
	if v.English == nil {
		v.English = map[report.Field][]string{}
	}
	for _, f := range report.Fields() {
		if f.Welsh() != "" {
			v.English[f] = addNew(v.English[f], w.plain("column."+content.EnglishColumn(f)))
		}
	}
}

// plain gives the text of a message without forms; "" when there is none.
func (w wording) plain(id string) string { return w[id].form("other").text }

func anyHas[K comparable](lists map[K][]string, word string) bool {
	for _, list := range lists {
		if hasWord(list, word) {
			return true
		}
	}
	return false
}

func hasWord(list []string, word string) bool {
	folded := fold.Word(word)
	return slices.ContainsFunc(list, func(s string) bool { return fold.Word(s) == folded })
}

// addNew adds a word that the list does not have.
func addNew(list []string, word string) []string {
	if word == "" || hasWord(list, word) {
		return list
	}
	return append(list, word)
}

func (p *packReader) yesNo(n ast.Node, which string) []string {
	out := p.yes.list(p, which, p.words(n, which))
	if len(out) == 0 {
		p.add(p.place(n), "%s has no words: give at least one", which)
	}
	return out
}

// priorities reads the words of the Priority column. None means that any word will do.
func (p *packReader) priorities(n ast.Node) {
	lex := newLexicon()
	for _, w := range p.words(n, "a priority") {
		if _, twice := lex[fold.Word(w.text)]; twice {
			p.add(w.at, "the priority \"%s\" is listed twice: delete one", w.text)
			continue
		}
		p.t.Rules.Priorities = append(p.t.Rules.Priorities, lex.list(p, "priorities", []word{w})...)
	}
}

func (p *packReader) sheets(n ast.Node) {
	p.t.Vocabulary.Sheets = newLexicon().list(p, "sheets", p.words(n, "the name of a sheet"))
	if len(p.t.Vocabulary.Sheets) == 0 {
		p.add(p.place(n), "sheets has no names: give at least one")
	}
}

// underscored gives the name of a state or the like as keys and message ids have it: "not_started".
func underscored[T ~string](s T) string { return strings.ReplaceAll(string(s), " ", "_") }
