package templates

import (
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/goccy/go-yaml/ast"
	"golang.org/x/text/language"

	"boardpack/report"
)

// section is one key of pack.yaml and how it is read.
type section struct {
	key  string
	read func(p *packReader, n ast.Node)
}

// sections lists the keys of pack.yaml. To add one, add its entry here and to pack.yaml.
func sections() []section {
	return []section{
		{"languages", (*packReader).languages},
		{"organisation", func(p *packReader, n ast.Node) { p.t.Rules.DefaultOrg = p.texts(n, "organisation", mayBeEmpty) }},
		{"marking", (*packReader).marking},
		{"accent", (*packReader).accent},
		{"due_soon_days", func(p *packReader, n ast.Node) { p.t.Rules.DueSoonDays = p.whole(n, "due_soon_days", 0, 3650) }},
		{"overdue_by", func(p *packReader, n ast.Node) {
			p.t.Rules.OverdueBy = report.DueBasis(p.choice(n, "overdue_by", string(report.ByDue), string(report.ByOriginalDue)))
		}},
		{"several_themes", func(p *packReader, n ast.Node) {
			p.t.Rules.EachTheme = p.choice(n, "several_themes", "first", "each") == "each"
		}},
		{"financial_year_end", (*packReader).financialYearEnd},
		{"themes", (*packReader).themes},
		{"states", (*packReader).states},
		{"sign_off", (*packReader).signOffs},
		{"scope", (*packReader).scopes},
		{"yes", func(p *packReader, n ast.Node) { p.t.Vocabulary.Yes = p.yesNo(n, "yes") }},
		{"no", func(p *packReader, n ast.Node) { p.t.Vocabulary.No = p.yesNo(n, "no") }},
		{"sheets", (*packReader).sheets},
		{"columns", (*packReader).columns},
		{"about", (*packReader).about},
		{"ratings", (*packReader).ratings},
	}
}

// packReader reads pack.yaml into a template.
type packReader struct {
	reader
	t     *Template
	known []string // codes of the languages that have wording
	yes   lexicon  // the words for yes and no, which must differ; over both sections
}

// usePacks reads the sections of the team's pack.yaml, and of the shipped one those that it leaves out.
func (l *loader) usePacks() {
	type from struct {
		file string
		entry
	}
	all := sections()
	names := make([]string, len(all))
	for i, s := range all {
		names[i] = s.key
	}
	given := map[string]from{}
	for _, source := range l.packs {
		r := reader{source.Name, &l.mistakes}
		for _, e := range r.parse(source.Data) {
			if !contains(names, e.key) {
				r.add(e.at, "unknown key %q: %s", e.key, instead(e.key, names))
				continue
			}
			given[e.key] = from{source.Name, e}
		}
	}
	p := &packReader{t: l.template, known: l.template.WordingLanguages(), yes: newLexicon()}
	for _, s := range all {
		if g, ok := given[s.key]; ok {
			p.reader = reader{g.file, &l.mistakes}
			s.read(p, g.value)
		}
	}
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

func (p *packReader) languages(n ast.Node) {
	for _, w := range p.words(n, "a language") {
		switch {
		case !contains(p.known, w.text):
			p.add(w.at, "there is no wording for the language %q: there is %s", w.text, listOf(p.known, "and"))
		case contains(p.t.Languages, w.text):
			p.add(w.at, "the language %q is listed twice: take one out", w.text)
		default:
			p.t.Languages = append(p.t.Languages, w.text)
		}
	}
	if seq, ok := n.(*ast.SequenceNode); ok && len(seq.Values) == 0 {
		p.add(p.place(n), "languages is empty: name at least one, as in [en]")
	}
}

func (p *packReader) marking(n ast.Node) {
	if w, ok := p.text(n, "marking"); ok {
		if strings.ContainsAny(w.text, "\n\r") || len([]rune(w.text)) > 60 {
			p.add(w.at, "marking must fit on one line of a page: 60 characters or fewer")
		}
		p.t.Rules.Marking = w.text
	}
}

func (p *packReader) accent(n ast.Node) {
	w, ok := p.text(n, "accent")
	if !ok {
		return
	}
	c, err := ParseColour(w.text)
	if err != nil {
		p.add(w.at, "accent %v", err)
		return
	}
	if ratio := c.ContrastOnWhite(); ratio < leastContrast {
		// Rounded down, so that a colour just short of the limit is not said to reach it.
		p.add(w.at, "accent %s has a contrast of %.2f to 1 on white, and text needs %g to 1 or more: choose a darker colour",
			c, math.Floor(ratio*100)/100, leastContrast)
		return
	}
	p.t.Accent = c
}

func (p *packReader) financialYearEnd(n ast.Node) {
	w, ok := p.text(n, "financial_year_end")
	if !ok {
		return
	}
	// A year without a leap day: a year cannot end on a day that three years of four lack.
	t, err := time.Parse("2 January 2006", w.text+" 2001")
	if err != nil {
		p.add(w.at, "financial_year_end %q is not a day of the year: write it as in \"31 March\"", w.text)
		return
	}
	p.t.Rules.FinancialYearEnd = report.Date{Month: t.Month(), Day: t.Day()}
}

type emptiness bool

const (
	mayBeEmpty  emptiness = true
	mustBeGiven emptiness = false
)

// texts reads a text in each language. It must have those in which the packs are built.
func (p *packReader) texts(n ast.Node, what string, empty emptiness) report.Text {
	out := report.Text{}
	entries := p.entries(n, what)
	for _, e := range entries {
		if !p.isLanguage(e.key) {
			p.add(e.at, "unknown language %q in %s: %s", e.key, what, instead(e.key, p.languageCodes()))
			continue
		}
		if w, ok := p.text(e.value, what); ok {
			if w.text == "" && empty == mustBeGiven {
				p.add(w.at, "%s is empty: write its text", what)
			}
			out[e.key] = w.text
		}
	}
	if entries == nil {
		return out
	}
	for _, lang := range p.t.Languages {
		if _, ok := out[lang]; !ok {
			p.add(p.place(n), "%s has no text for the language %q: add the line %s: and the text", what, lang, lang)
		}
	}
	return out
}

func (p *packReader) isLanguage(code string) bool { return contains(p.languageCodes(), code) }

// languageCodes lists the languages in which a template may hold texts: English and Welsh, and any other with wording.
func (p *packReader) languageCodes() []string {
	codes := []string{"en", "cy"}
	for _, k := range p.known {
		if !contains(codes, k) {
			codes = append(codes, k)
		}
	}
	return codes
}

// themes reads the themes with their names, headings and synonyms.
func (p *packReader) themes(n ast.Node) {
	list := p.items(n, "themes")
	if seq, ok := n.(*ast.SequenceNode); ok && len(seq.Values) == 0 {
		p.add(p.place(n), "themes is empty: give at least one")
	}
	p.t.Vocabulary.Themes = map[string][]string{}
	ids, lex := map[string]place{}, newLexicon()
	for _, item := range list {
		if theme, ok := p.theme(item, lex); ok {
			at := p.place(item)
			if first, twice := ids[theme.ID]; twice {
				p.add(at, "the theme id %q is already that of the theme in line %d: give one of them another id", theme.ID, first.line)
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
	keys := []string{"id", "name", "headings", "synonyms"}
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
					words = append(words, word{s, p.place(e.value)})
				}
			}
		case "headings", "synonyms":
			words = append(words, p.words(e.value, "the "+e.key+" of a theme")...)
		default:
			p.add(e.at, "unknown key %q in a theme: %s", e.key, instead(e.key, keys))
		}
	}
	if !p.goodID(theme.ID, idAt, p.place(n)) {
		return theme, false
	}
	if theme.Name == nil {
		p.add(p.place(n), "the theme %q has no name: add the line name: and its names", theme.ID)
	}
	p.t.Vocabulary.Themes[theme.ID] = lex.list(p, "the theme "+theme.ID, words)
	return theme, true
}

// goodID tells whether an id may stand in figures.json, file names and the explain command.
func (p *packReader) goodID(id string, at, theme place) bool {
	switch {
	case at == place{} || id == "":
		p.add(theme, "a theme has no id: add the line id: and a short word in small letters")
	case strings.Trim(id, "abcdefghijklmnopqrstuvwxyz0123456789_") != "" || len(id) > 40:
		p.add(at, "the theme id %q is not one: write it in small letters a to z, digits and _, 40 at most", id)
	case id == "all" || id == report.ThemeUnmatched || id == report.NotGiven:
		p.add(at, "the theme id %q is taken by the program: choose another", id)
	default:
		return true
	}
	return false
}

// ratings reads the two lists of rules.
func (p *packReader) ratings(n ast.Node) {
	lists := map[string]*[]report.RatingRule{"recommendation": &p.t.Rules.PositionRatings, "group": &p.t.Rules.GroupRatings}
	names := []string{"recommendation", "group"}
	entries := p.entries(n, "ratings")
	for _, e := range entries {
		list, ok := lists[e.key]
		if !ok {
			p.add(e.at, "unknown key %q in ratings: %s", e.key, instead(e.key, names))
			continue
		}
		items := p.items(e.value, "ratings of a "+e.key)
		for _, item := range items {
			if rule, ok := p.ratingRule(item, e.key == "group"); ok {
				*list = append(*list, rule)
			}
		}
		delete(lists, e.key)
		if seq, ok := e.value.(*ast.SequenceNode); ok && len(seq.Values) == 0 {
			p.add(e.at, "ratings of a %s is empty: give at least one rule", e.key)
		}
	}
	for _, name := range names {
		if _, missing := lists[name]; missing && entries != nil {
			p.add(p.place(n), "ratings has no rules for a %s: add the line %s: and its rules", name, name)
		}
	}
}

// ratingRule reads and compiles one rule; false, with a mistake, when it cannot be used.
func (p *packReader) ratingRule(n ast.Node, forGroup bool) (report.RatingRule, bool) {
	var rule report.RatingRule
	keys := []string{"rating", "when", "say"}
	seen := map[string]bool{}
	entries := p.entries(n, "a rule")
	for _, e := range entries {
		seen[e.key] = true
		switch e.key {
		case "rating":
			rule.Rating = report.Rating(p.choice(e.value, "rating", string(report.Red), string(report.Amber), string(report.Green), string(report.Blue)))
		case "when":
			if w, ok := p.text(e.value, "the rule"); ok {
				rule.When, rule.Holds = w.text, p.compile(w, e.value, forGroup)
			}
		case "say":
			rule.Sentence = p.texts(e.value, "the sentence of a rule", mustBeGiven)
		default:
			p.add(e.at, "unknown key %q in a rule: %s", e.key, instead(e.key, keys))
		}
	}
	if entries == nil {
		return rule, false
	}
	for _, k := range keys {
		if !seen[k] {
			p.add(p.place(n), "a rule has no %q: add that line", k)
		}
	}
	return rule, rule.Rating != "" && rule.Holds != nil
}

// compile compiles a rule and tries it once on nothing, where a division by zero would show.
func (p *packReader) compile(w word, n ast.Node, forGroup bool) holds {
	h, err := compileRule(w.text, forGroup)
	if err == nil {
		if _, err = h(func(report.Figure) int { return 0 }); err == nil {
			return h
		}
	}
	message, column := ruleMistake(err, forGroup)
	at := w.at
	if s, ok := n.(*ast.StringNode); ok {
		at.column += column
		if raw := s.GetToken().Origin; strings.HasPrefix(strings.TrimSpace(raw), `"`) || strings.HasPrefix(strings.TrimSpace(raw), "'") {
			at.column++
		}
	}
	p.add(at, "in the rule %s: %s", strconv.Quote(w.text), message)
	return nil
}

// parseLanguage reads a language code such as "en" or "cy".
func parseLanguage(code string) (language.Tag, error) { return language.Parse(code) }
