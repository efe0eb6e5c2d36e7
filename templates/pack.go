package templates

import (
	"io/fs"
	"math"
	"slices"
	"strings"
	"time"
	_ "time/tzdata" // the rules of all time zones

	"github.com/goccy/go-yaml/ast"

	"boardpack/report"
	"boardpack/report/colour"
	"boardpack/report/content"
	"boardpack/report/dates"
	"boardpack/report/fold"
)

// section is one key of pack.yaml and how it is read.
type section struct {
	key  string
	read func(p *packReader, n ast.Node)
}

// sections lists the keys of pack.yaml. To add one, add its entry here and to pack.yaml.
func sections() []section {
	return []section{
		{"unconfirmed", (*packReader).unconfirmed},
		{"languages", (*packReader).languages},
		{"organisation", func(p *packReader, n ast.Node) { p.t.Rules.DefaultOrg = p.texts(n, "organisation", mayBeEmpty) }},
		{"marking", (*packReader).marking},
		{"accent", (*packReader).accent},
		{"logo", (*packReader).logo},
		{"fonts", (*packReader).fonts},
		{"file_name", (*packReader).fileName},
		{"sections", (*packReader).sections},
		{"editions", (*packReader).editions},
		{"outputs", (*packReader).outputs},
		{"due_soon_days", func(p *packReader, n ast.Node) { p.t.Rules.DueSoonDays = p.whole(n, "due_soon_days", 0, 3650) }},
		{"overdue_by", func(p *packReader, n ast.Node) {
			p.t.Rules.OverdueBy = report.DueBasis(p.choice(n, "overdue_by", string(report.ByDue), string(report.ByOriginalDue)))
		}},
		{"several_themes", func(p *packReader, n ast.Node) {
			p.t.Rules.EachTheme = p.choice(n, "several_themes", "first", "each") == "each"
		}},
		{"same_ref", func(p *packReader, n ast.Node) {
			p.t.Rules.SameRef = report.SameRef(p.choice(n, "same_ref", string(report.SameRefActions), string(report.SameRefSeparate)))
		}},
		{"theme_separators", (*packReader).themeSeparators},
		{"portfolio", func(p *packReader, n ast.Node) { p.t.Portfolio = p.choice(n, "portfolio", "no", "yes") == "yes" }},
		{"progress_note", func(p *packReader, n ast.Node) {
			p.t.AddNotes = p.choice(n, "progress_note", "replace", "add") == "add"
		}},
		{"attach_figures", func(p *packReader, n ast.Node) { p.t.Unattached = p.choice(n, "attach_figures", "yes", "no") == "no" }},
		{"sign_off_policy", func(p *packReader, n ast.Node) {
			p.t.Rules.SignOff = report.SignOffPolicy(p.choice(n, "sign_off_policy",
				string(report.SignOffWhenPresent), string(report.SignOffIgnored), string(report.SignOffRequired)))
		}},
		{"financial_year_end", (*packReader).financialYearEnd},
		{"time_zone", (*packReader).timeZone},
		{"themes", (*packReader).themes},
		{"priorities", (*packReader).priorities},
		{"percentages", (*packReader).percentages},
		{"states", (*packReader).states},
		{"sign_off", (*packReader).signOffs},
		{"scope", (*packReader).scopes},
		{"yes", func(p *packReader, n ast.Node) { p.t.Vocabulary.Yes = p.yesNo(n, "yes") }},
		{"no", func(p *packReader, n ast.Node) { p.t.Vocabulary.No = p.yesNo(n, "no") }},
		{"sheets", (*packReader).sheets},
		{"columns", (*packReader).columns},
		{"percent_columns", func(p *packReader, n ast.Node) {
			p.t.Vocabulary.Percents = newLexicon().list(p, "percent_columns", p.words(n, "a heading"))
		}},
		{"ignored", func(p *packReader, n ast.Node) { p.ownColumns(n, "ignored", &p.t.Vocabulary.Ignored) }},
		{"kept", func(p *packReader, n ast.Node) { p.ownColumns(n, "kept", &p.t.Vocabulary.Kept) }},
		{"about", (*packReader).about},
		{"ratings", (*packReader).ratings},
		{versionKey, func(p *packReader, n ast.Node) { p.whole(n, versionKey, firstVersion, math.MaxInt32) }},
	}
}

// packReader reads pack.yaml into a template.
type packReader struct {
	reader
	t     *Template
	known []string // codes of the languages that have wording
	yes   lexicon  // the words for yes and no, which must differ; over both sections
	own   fs.FS    // the team's folder; nil without one

	columnsShipped bool // the team's file has no columns of its own

	shippedSections map[string][]string // all that there are, by output; filled when the shipped list has been read
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
		for _, e := range r.parse(source) {
			if !slices.Contains(names, e.key) {
				r.add(e.at, "unknown key \"%s\": %s", e.key, instead(e.key, names))
				continue
			}
			given[e.key] = from{source.Name, e}
		}
	}
	p := &packReader{t: l.template, known: l.template.WordingLanguages(), yes: newLexicon(), own: l.own}
	p.shippedSections = l.shippedSections()
	p.columnsShipped = strings.HasPrefix(given["columns"].file, shippedPrefix)
	for _, s := range all {
		if g, ok := given[s.key]; ok {
			l.template.place(s.key, g.at)
			p.reader = reader{g.file, &l.mistakes}
			s.read(p, g.value)
		}
	}
}

// shippedSections reads the list of all sections from the shipped file.
func (l *loader) shippedSections() map[string][]string {
	p := &packReader{reader: reader{l.packs[0].Name, &l.mistakes}, t: &Template{}}
	for _, e := range p.parse(l.packs[0]) {
		if e.key == "sections" {
			p.sections(e.value)
		}
	}
	return map[string][]string{inPDF: p.t.Sections.PDF, inWorkbook: p.t.Sections.Workbook, inHTML: p.t.Sections.HTML}
}

func (p *packReader) languages(n ast.Node) {
	for _, w := range p.words(n, "a language") {
		switch {
		case !slices.Contains(p.known, w.text):
			p.add(w.at, "there is no wording for the language \"%s\": there is %s", w.text, listOf(p.known, "and"))
		case slices.Contains(p.t.Languages, w.text):
			p.add(w.at, "the language \"%s\" is listed twice: delete one", w.text)
		default:
			p.t.Languages = append(p.t.Languages, w.text)
		}
	}
	if seq, ok := n.(*ast.SequenceNode); ok && len(seq.Values) == 0 {
		p.add(p.place(n), "languages is empty: name at least one, as in [en]")
	}
}

// editions reads which PDFs are made.
func (p *packReader) editions(n ast.Node) {
	for _, w := range p.words(n, "an edition") {
		switch e := content.Edition(w.text); {
		case !slices.Contains(content.EditionNames(), w.text):
			p.add(w.at, "there is no edition \"%s\": %s", w.text, instead(w.text, content.EditionNames()))
		case slices.Contains(p.t.Editions, e):
			p.add(w.at, "the edition \"%s\" is listed twice: take one out", w.text)
		default:
			p.t.Editions = append(p.t.Editions, e)
		}
	}
	if seq, ok := n.(*ast.SequenceNode); ok && len(seq.Values) == 0 {
		p.add(p.place(n), "editions is empty: name at least one, as in [paper]")
	}
}

// outputs reads which kinds of files are made. Where there is no page for browsers, nothing names it.
func (p *packReader) outputs(n ast.Node) {
	known := []string{"pdf", "xlsx", "html", "csv"}
	for _, w := range p.words(n, "an output") {
		switch {
		case !slices.Contains(known, w.text):
			p.add(w.at, "there is no output \"%s\": %s", w.text, instead(w.text, known))
		case slices.Contains(p.t.Outputs, w.text):
			p.add(w.at, "the output \"%s\" is listed twice: delete one", w.text)
		default:
			p.t.Outputs = append(p.t.Outputs, w.text)
		}
	}
	p.t.Rules.NoPage = !slices.Contains(p.t.Outputs, "html")
	if seq, ok := n.(*ast.SequenceNode); ok && len(seq.Values) == 0 {
		p.add(p.place(n), "outputs is empty: name at least one, as in [pdf]")
	}
}

func (p *packReader) marking(n ast.Node) {
	if w, ok := p.text(n, "marking"); ok {
		if len([]rune(w.text)) > 60 {
			p.add(w.at, "marking must fit on one line of a page: 60 characters or fewer")
		}
		p.t.Rules.Marking = fold.PlainHyphens(w.text)
	}
}

func (p *packReader) accent(n ast.Node) {
	if c, ok := p.readable(n, "accent"); ok {
		p.t.Accent = c
	}
}

// readable reads a colour in which text can be read on white; false, with a mistake, for any other.
func (p *packReader) readable(n ast.Node, what string) (colour.Colour, bool) {
	w, ok := p.text(n, what)
	if !ok {
		return colour.Colour{}, false
	}
	c, fault := ColourFault(w.text)
	if fault != "" {
		p.add(w.at, "%s %s", what, fault)
		return c, false
	}
	return c, true
}

func (p *packReader) financialYearEnd(n ast.Node) {
	w, ok := p.text(n, "financial_year_end")
	if !ok {
		return
	}
	// A year without a leap day: a year cannot end on a day that three years of four lack.
	t, err := time.Parse("2 January 2006", w.text+" 2001")
	if err != nil {
		p.add(w.at, "financial_year_end \"%s\" is not a day of the year: write it as in \"31 March\"", w.text)
		return
	}
	p.t.Rules.FinancialYearEnd = dates.NewDate(0, t.Month(), t.Day())
}

// percentages reads what a percentage means as a status.
func (p *packReader) percentages(n ast.Node) {
	states := report.PercentStates{Complete: 100}
	for _, e := range p.entries(n, "percentages") {
		switch e.key {
		case "complete_from":
			states.Complete = p.whole(e.value, e.key, 1, 100)
		case "not_started_to":
			states.NotStarted = p.whole(e.value, e.key, 0, 99)
		default:
			p.add(e.at, "unknown key \"%s\" in percentages: %s", e.key, instead(e.key, []string{"complete_from", "not_started_to"}))
		}
	}
	if states.NotStarted >= states.Complete {
		p.add(p.place(n), "complete_from is %d and not_started_to is %d: the first must be higher", states.Complete, states.NotStarted)
	}
	p.t.Rules.PercentStates = states
}

// timeZone reads the name of a zone. Its rules are part of the program, because Windows has none.
func (p *packReader) timeZone(n ast.Node) {
	w, ok := p.text(n, "time_zone")
	if !ok {
		return
	}
	zone, err := time.LoadLocation(w.text)
	if err != nil || w.text == "" || w.text == "Local" { // the same master gives the same pack on any machine
		p.add(w.at, "time_zone \"%s\" is not known: write it as in Europe/London", w.text)
		return
	}
	p.t.Rules.TimeZone = zone
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
			p.add(e.at, "unknown language \"%s\" in %s: %s", e.key, what, instead(e.key, p.languageCodes()))
			continue
		}
		w, ok := p.text(e.value, what)
		if ok && w.text == "" && empty == mustBeGiven {
			p.add(w.at, "%s is empty: write its text", what)
		}
		out[e.key] = w.text
	}
	if entries == nil {
		return out
	}
	for _, lang := range p.t.Languages {
		if _, ok := out[lang]; !ok {
			p.add(p.place(n), "%s has no text for the language \"%s\": add the line %s: and the text, or delete %s from languages", what, lang, lang, lang)
		}
	}
	return out
}

func (p *packReader) isLanguage(code string) bool { return slices.Contains(p.languageCodes(), code) }

// languageCodes lists the languages in which a template may hold texts: English and Welsh, and any other with wording.
func (p *packReader) languageCodes() []string {
	codes := []string{"en", "cy"}
	for _, k := range p.known {
		if !slices.Contains(codes, k) {
			codes = append(codes, k)
		}
	}
	return codes
}
