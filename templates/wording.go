package templates

import (
	"bytes"
	"fmt"
	"slices"
	"sort"
	"strings"
	"sync"

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
	forms []form   // "other" is always there
	names []string // of the arguments, in all forms together
}

// form is one text of a message, under its plural form of CLDR, and its place.
type form struct {
	plural, text string
	at           place
}

// form gives the text for a plural form; "" and no place where there is none.
func (p phrase) form(plural string) form {
	for _, f := range p.forms {
		if f.plural == plural {
			return f
		}
	}
	return form{}
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
			r.add(place{s.Name, 1, 1}, "\"%s\" is not the code of a language: name the file after its language, as in wording/cy.yaml", s.lang)
			continue
		}
		w, known := l.template.wordings[s.lang]
		if !known {
			w = make(wording, bytes.Count(s.Data, []byte("\n")))
			l.template.wordings[s.lang] = w
		}
		l.readWording(r, s, w)
		if !known && !s.shipped() {
			l.checkComplete(r, w)
		}
		if !s.shipped() {
			l.checkTold(w)
		}
	}
}

// checkTold reports words of one kind that are the same: the workbook counts the rows by them, and readers tell them apart by
// nothing else.
func (l *loader) checkTold(w wording) {
	for _, kind := range []string{"standing.", "state.", "rating.", "scope.", "sign_off."} {
		said := map[string]string{}
		for _, id := range w.ids() {
			if !strings.HasPrefix(id, kind) {
				continue
			}
			word := strings.ToLower(w.plain(id))
			if other, twice := said[word]; twice {
				at := w[id].form("other").at
				if strings.HasPrefix(at.file, shippedPrefix) {
					at, id, other = w[other].form("other").at, other, id
				}
				l.mistakes.add(at, "\"%s\" is the same word as \"%s\", so readers could not tell them apart: choose another", id, other)
			}
			said[word] = id
		}
	}
}

// readWording reads the messages of a file into w. That the shipped languages agree with one another is left to the tests.
func (l *loader) readWording(r reader, s source, w wording) {
	reference := l.template.wordings[base]
	for _, e := range l.messages(r, s) {
		p, wrong := e.phrase, ""
		if !s.shipped() {
			wrong = reference.misfit(e.key, p)
		}
		switch {
		case wrong == "" && s.shipped():
			w[e.key] = p
			l.asShipped[e.key] = append(l.asShipped[e.key], p)
		case wrong == "":
			l.checkForms(r, e.key, p)
			w[e.key] = p
		case l.wasTaken(e.key, p):
			l.fallBack(s.Name, Outdated, e.key)
			w.keepShipped(e.key, reference)
		default:
			r.add(e.at, "%s", wrong)
		}
	}
}

// said is an entry of a wording file with what it says.
type said struct {
	entry
	phrase phrase
}

// messages reads those of a file; one that cannot be used is left out, with a mistake.
func (l *loader) messages(r reader, s source) []said {
	if s.ahead == nil {
		return r.messages(l.underNewIDs(r, r.parse(s)))
	}
	out, wrong := s.ahead()
	r.found = append(r.found, wrong...)
	return out
}

func (r reader) messages(entries []entry) []said {
	out := make([]said, 0, len(entries))
	for _, e := range entries {
		if p, ok := r.phrase(e); ok {
			out = append(out, said{e, p})
		}
	}
	return out
}

// readAhead reads the messages of a file of the program's own beside all others, and gives what waits for them.
func (s source) readAhead() func() ([]said, Errors) {
	read := sync.OnceValues(func() ([]said, Errors) {
		var wrong mistakes
		r := reader{s.Name, &wrong}
		return r.messages(r.parse(s)), wrong.found
	})
	go read()
	return read
}

// checkForms reports what the proof of a pack would refuse in a message of a team's own.
func (l *loader) checkForms(r reader, id string, p phrase) {
	for _, f := range p.forms {
		if say := unprovable(id, f.plural, f.text, l.asShipped[id]); say != "" {
			r.add(f.at, "\"%s\" %s", id, say)
		}
	}
}

// keepShipped has a message said in the base language where this one has no words of its own that are shipped.
func (w wording) keepShipped(id string, reference wording) {
	shipped, asked := reference[id]
	if _, has := w[id]; !has && asked {
		w[id] = shipped
	}
}

// misfit says why a message is not one that the program asks for, with no argument but those it gets there; "" for one that is.
func (w wording) misfit(id string, p phrase) string {
	ref, known := w[id]
	switch {
	case !known:
		return fmt.Sprintf("unknown message \"%s\": %s", id, instead(id, w.ids()))
	case p.plural() && !ref.plural():
		return fmt.Sprintf("\"%s\" does not depend on a number: write it as one text", id)
	}
	for _, name := range p.names {
		if !slices.Contains(ref.names, name) && !(name == "N" && ref.plural()) {
			return fmt.Sprintf("\"%s\" has {{.%s}}, which it does not get: %s", id, name, instead(name, ref.names))
		}
	}
	return ""
}

// phrase reads one message; false, with a mistake, when it cannot be used.
func (r reader) phrase(e entry) (phrase, bool) {
	var p phrase
	switch e.value.(type) {
	case *ast.MappingNode, *ast.MappingValueNode:
		for _, form := range r.entries(e.value, e.key) {
			if !slices.Contains(pluralForms(), form.key) {
				r.add(form.at, "unknown plural form \"%s\" of \"%s\": %s", form.key, e.key, instead(form.key, pluralForms()))
				return p, false
			}
			if !r.form(&p, e.key, form.key, form.value) {
				return p, false
			}
		}
		if p.form("other").text == "" {
			r.add(e.at, "\"%s\" has no form \"other\": add the line other: and the text for most numbers", e.key)
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
func (r reader) form(p *phrase, id, plural string, n ast.Node) bool {
	w, ok := r.text(n, id)
	if !ok {
		return false
	}
	if w.text == "" {
		r.add(w.at, "\"%s\" is empty: write its text", id)
		return false
	}
	m, err := parseMessage(w.text)
	if err != nil {
		r.add(w.at, "\"%s\": %v", id, err)
		return false
	}
	p.forms = append(p.forms, form{plural, w.text, w.at})
	for _, name := range m.names() {
		if !slices.Contains(p.names, name) {
			p.names = append(p.names, name)
		}
	}
	return true
}

// checkComplete sees to it that a language has every message that the base language has. One that is younger than the file may
// be is said in the base language.
func (l *loader) checkComplete(r reader, w wording) {
	var missing []string
	for _, id := range l.template.wordings[base].ids() {
		if _, ok := w[id]; ok {
			continue
		}
		if l.isNew(id) {
			w[id] = l.template.wordings[base][id]
			l.fallBack(r.file, Untranslated, id)
			continue
		}
		missing = append(missing, id)
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

// messages gives the messages that are one text without arguments, by id, and the others as the message library takes them.
func (w wording) messages() (plain map[string]string, others []*i18n.Message) {
	plain = make(map[string]string, len(w))
	for id, p := range w {
		text := func(plural string) string { return p.form(plural).text }
		if len(p.names) == 0 && !p.plural() {
			plain[id] = text("other")
			continue
		}
		others = append(others, &i18n.Message{ID: id, Zero: text("zero"), One: text("one"), Two: text("two"), Few: text("few"), Many: text("many"), Other: text("other")})
	}
	return plain, others
}
