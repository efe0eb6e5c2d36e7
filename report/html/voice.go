package html

import (
	"strings"
	"unicode"

	"boardpack/report"
	"boardpack/report/content"
)

// voice is one language of the page.
type voice struct {
	lang  string
	doc   *content.Document
	words report.Words
}

// said is something that a voice says.
type said[T any] struct {
	by *voice
	it T
}

// pick takes the same part of what each voice says.
func pick[T, U any](list []said[T], part func(T) U) []said[U] {
	out := make([]said[U], len(list))
	for i := range list {
		out[i] = said[U]{list[i].by, part(list[i].it)}
	}
	return out
}

// page is the page as it is written.
type page struct {
	out     strings.Builder
	options Options
	voices  []*voice
	alone   *voice           // within what one voice alone says, that voice
	labels  map[string]label // of each kind of table, its headings
	keys    map[string]bool  // the recommendations that have a card
}

func (p *page) put(parts ...string) {
	for _, s := range parts {
		p.out.WriteString(s)
	}
}

// all gives the Documents.
func (p *page) all() []said[*content.Document] {
	out := make([]said[*content.Document], len(p.voices))
	for i, v := range p.voices {
		out[i] = said[*content.Document]{v, v.doc}
	}
	return out
}

// each has every voice write something of its own, which shows in its language alone.
func (p *page) each(voices []*voice, write func(v *voice)) {
	for _, v := range voices {
		if p.alone != nil || len(p.voices) == 1 {
			write(v)
			continue
		}
		p.put("<span class=", v.lang, " lang=", v.lang, ">")
		write(v)
		p.put("</span>")
	}
}

// tell writes a text: once where all voices say the same, else once for each.
func (p *page) tell(texts []said[content.Text]) {
	if len(texts) > 1 && p.same(texts) {
		p.shared(texts[0])
		return
	}
	voices := make([]*voice, 0, len(texts))
	of := map[*voice]content.Text{}
	for _, t := range texts {
		if len(t.it) > 0 {
			voices = append(voices, t.by)
			of[t.by] = t.it
		}
	}
	p.each(voices, func(v *voice) { p.runs(v, of[v]) })
}

// same tells whether all voices say a text in the same words of the same languages. A text with links is of one language: so are these.
func (p *page) same(texts []said[content.Text]) bool {
	first := texts[0]
	for _, t := range texts[1:] {
		if len(t.it) != len(first.it) {
			return false
		}
		for i := range t.it {
			a, b := &first.it[i], &t.it[i]
			if a.Text != b.Text || a.Bold != b.Bold || a.Look != b.Look || p.linked(a) || p.linked(b) {
				return false
			}
			if langOf(first.by, a) != langOf(t.by, b) && strings.ContainsFunc(a.Text, unicode.IsLetter) {
				return false
			}
		}
	}
	return true
}

// linked tells of a run that leads to a card.
func (p *page) linked(r *content.Run) bool { return r.Key != "" && p.keys[r.Key] }

// langOf is the language of a run.
func langOf(v *voice, r *content.Run) string {
	if r.Lang != "" {
		return r.Lang
	}
	return v.lang
}

// shared writes a text that is the same in all languages.
func (p *page) shared(t said[content.Text]) {
	for i := range t.it {
		r := t.it[i]
		r.Lang = ""
		if strings.ContainsFunc(r.Text, unicode.IsLetter) {
			r.Lang = langOf(t.by, &t.it[i])
		}
		p.run(t.by, &r)
	}
}

// runs writes a text in one language.
func (p *page) runs(v *voice, t content.Text) {
	for i := range t {
		p.run(v, &t[i])
	}
}

// run writes one run, within the elements that make its look.
func (p *page) run(v *voice, r *content.Run) {
	var ends []string
	open := func(start, end string) {
		p.put(start)
		ends = append(ends, end)
	}
	if p.linked(r) {
		open("<a href=#"+v.lang+"-"+content.Anchor(r.Key)+">", "</a>")
	}
	if r.Lang != "" {
		open("<span lang="+r.Lang+">", "</span>")
	}
	if r.Bold {
		open("<b>", "</b>")
	}
	switch r.Look {
	case content.LookAlarm:
		open("<span class=alarm>", "</span>")
	case content.LookMuted:
		open("<span class=muted>", "</span>")
	case content.LookSmall:
		open("<small>", "</small>")
	case content.LookBoxed:
		open("<span class=boxed>", "</span>")
	}
	if strings.ContainsFunc(r.Text, turns) {
		open("<bdi>", "</bdi>")
	}
	p.put(escaped(r.Text))
	for i := len(ends) - 1; i >= 0; i-- {
		p.put(ends[i])
	}
}

// turns tells of characters that change the direction of what follows.
func turns(r rune) bool {
	const first = '\u0590'
	return r >= first && (unicode.Is(unicode.Bidi_Control, r) || unicode.In(r, unicode.Hebrew, unicode.Arabic))
}

// textOf is what a cell says, as a text.
func (p *page) textOf(c said[*content.Cell]) content.Text {
	switch cell := c.it; {
	case cell.Text == "" && cell.Missing != content.HasValue:
		return content.Text{{Text: strings.TrimSpace(c.by.words.Say("pdf.missing." + cell.Missing.String()))}}
	case len(cell.Runs) > 0:
		return cell.Runs
	case len(cell.Keys()) > 0:
		var out content.Text
		for i, k := range cell.Keys() {
			if i > 0 {
				out = append(out, content.Run{Text: ", "})
			}
			out = append(out, content.Run{Text: k, Key: k})
		}
		return out
	case cell.Kind == content.KindKey:
		return content.Text{{Text: cell.Text, Key: cell.Text}}
	default:
		return content.Text{{Text: cell.Text, Lang: cell.Lang}}
	}
}

// cells is what a cell says in each language.
func (p *page) cells(list []said[*content.Cell]) []said[content.Text] {
	out := make([]said[content.Text], len(list))
	for i := range list {
		out[i] = said[content.Text]{list[i].by, p.textOf(list[i])}
	}
	return out
}

// find notes the recommendations that have a card, to which links lead.
func (p *page) find(sections []content.Section) {
	for _, s := range sections {
		for i := range s.Blocks {
			if c := s.Blocks[i].Card; c != nil {
				p.keys[c.Key] = true
			}
		}
	}
}

// anchors are what links in each language lead to.
func (p *page) anchors(id string) {
	for _, v := range p.voices {
		if p.alone == nil || p.alone == v {
			p.put("<span id=", v.lang, "-", id, "></span>")
		}
	}
}
