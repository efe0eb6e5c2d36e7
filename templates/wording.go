package templates

import (
	"slices"
	"sort"
	"strings"

	"github.com/goccy/go-yaml/ast"
	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"
)

// base is the language whose ids and arguments the others must have.
const base = "en"

// wording is the messages of one language by id.
type wording map[string]phrase

// phrase is one message: its text, or its text in each plural form.
type phrase struct {
	forms map[string]string // by CLDR plural form; "other" is always there
	names []string          // of the arguments, in all forms together
	at    place
}

// pluralForms lists CLDR's plural forms. Which of them a language uses, the message library knows.
func pluralForms() []string { return []string{"zero", "one", "two", "few", "many", "other"} }

// plural tells whether the message depends on a number.
func (p phrase) plural() bool { return len(p.forms) > 1 }

// useWordings reads the shipped wordings, and the team's own over them, message by message.
func (l *loader) useWordings() {
	sources := append([]source(nil), l.wordings...)
	sort.SliceStable(sources, func(i, j int) bool { // the base language first: the others are checked against it
		return sources[i].lang == base && sources[j].lang != base
	})
	for _, s := range sources {
		r := reader{s.Name, &l.mistakes}
		if _, err := language.Parse(s.lang); err != nil {
			r.add(place{s.Name, 1, 1}, "%q is not the code of a language: name the file after its language, as in wording/cy.yaml", s.lang)
			continue
		}
		w, known := l.template.wordings[s.lang]
		if !known {
			w = wording{}
			l.template.wordings[s.lang] = w
		}
		l.readWording(r, s, w)
		if !known && !s.shipped() {
			l.checkComplete(r, s.lang, w)
		}
	}
}

// readWording reads the messages of a file into w. That the shipped languages agree with one another is left to the tests.
func (l *loader) readWording(r reader, s source, w wording) {
	reference := l.template.wordings[base]
	for _, e := range r.parse(s) {
		p, ok := r.phrase(e)
		if !ok {
			continue
		}
		if !s.shipped() && !r.fits(e, p, reference) {
			continue
		}
		w[e.key] = p
	}
}

// fits tells whether the message is one that the program asks for, with no argument but those it gets there.
func (r reader) fits(e entry, p phrase, reference wording) bool {
	ref, known := reference[e.key]
	switch {
	case !known:
		r.add(e.at, "unknown message %q: %s", e.key, instead(e.key, reference.ids()))
		return false
	case p.plural() && !ref.plural():
		r.add(e.at, "%q does not depend on a number: write it as one text", e.key)
		return false
	}
	for _, name := range p.names {
		if !slices.Contains(ref.names, name) && !(name == "N" && ref.plural()) {
			r.add(e.at, "%q has {{.%s}}, which it does not get: %s", e.key, name, instead(name, ref.names))
			return false
		}
	}
	return true
}

// phrase reads one message; false, with a mistake, when it cannot be used.
func (r reader) phrase(e entry) (phrase, bool) {
	p := phrase{forms: map[string]string{}, at: e.at}
	switch e.value.(type) {
	case *ast.MappingNode, *ast.MappingValueNode:
		for _, form := range r.entries(e.value, e.key) {
			if !slices.Contains(pluralForms(), form.key) {
				r.add(form.at, "unknown plural form %q of %q: %s", form.key, e.key, instead(form.key, pluralForms()))
				return p, false
			}
			if !r.form(&p, e.key, form.key, form.value) {
				return p, false
			}
		}
		if _, ok := p.forms["other"]; !ok {
			r.add(e.at, "%q has no form \"other\": add the line other: and the text for most numbers", e.key)
			return p, false
		}
	default:
		if !r.form(&p, e.key, "other", e.value) {
			return p, false
		}
	}
	return p, true
}

// form reads the text of one form into the phrase.
func (r reader) form(p *phrase, id, form string, n ast.Node) bool {
	w, ok := r.text(n, id)
	if !ok {
		return false
	}
	if w.text == "" {
		r.add(w.at, "%q is empty: write its text", id)
		return false
	}
	m, err := parseMessage(w.text)
	if err != nil {
		r.add(w.at, "%q: %v", id, err)
		return false
	}
	p.forms[form] = w.text
	for _, name := range m.names() {
		if !slices.Contains(p.names, name) {
			p.names = append(p.names, name)
		}
	}
	return true
}

// checkComplete sees to it that a language has every message that the base language has.
func (l *loader) checkComplete(r reader, lang string, w wording) {
	var missing []string
	for _, id := range l.template.wordings[base].ids() {
		if _, ok := w[id]; !ok {
			missing = append(missing, id)
		}
	}
	if n := len(missing); n > 5 {
		r.add(place{r.file, 1, 1}, "%d messages are missing: %s and %d more", n, strings.Join(missing[:5], ", "), n-5)
	} else if n > 0 {
		r.add(place{r.file, 1, 1}, "messages are missing: %s", listOf(missing, "and"))
	}
}

// ids lists the ids, sorted.
func (w wording) ids() []string {
	out := make([]string, 0, len(w))
	for id := range w {
		out = append(out, id)
	}
	sort.Strings(out)
	return out
}

// messages gives the wording as the message library takes it.
func (w wording) messages() []*i18n.Message {
	out := make([]*i18n.Message, 0, len(w))
	for _, id := range w.ids() {
		f := w[id].forms
		out = append(out, &i18n.Message{ID: id, Zero: f["zero"], One: f["one"], Two: f["two"], Few: f["few"], Many: f["many"], Other: f["other"]})
	}
	return out
}
