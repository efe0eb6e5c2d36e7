package proof

import (
	"bytes"
	"fmt"
	"strings"

	"boardpack/report"
	"boardpack/report/glyphs"
	"boardpack/report/proof/tagged"
)

// Paper reads a written PDF back, as a screen reader does, and compares every figure in it with the figures file: the file
// attached to it byte by byte, the page at a glance sentence by sentence, every table row by row, every chart by the text
// that stands for it. The error names each place that differs, what should be there and what is.
func Paper(data, figures []byte, w report.Words) error {
	return Check{Figures: NewFigures(figures), Words: w}.Paper(data)
}

// Paper proves a PDF.
func (c Check) Paper(data []byte) error {
	f, err := c.printed().read()
	if err != nil {
		return err
	}
	doc, err := tagged.Read(data)
	if err != nil {
		return fmt.Errorf("the PDF cannot be read back: %w", err)
	}
	p := paperProof{proof: newProof(f, printing{c.Words, glyphs.In(c.Words)}, c.DueSoonDays), parts: partsOf(doc), sections: c.Sections.PDF}
	if p.days == 0 {
		p.days = p.guessDays()
	}
	p.attachment(doc, c.Figures.Data, c.Unattached)
	p.chrome(doc)
	p.contents()
	p.cover()
	p.glance()
	p.tables()
	if has(p.sections, "changes") {
		p.chartsOfChanges()
	}
	if has(p.sections, "due") {
		p.dueTitles()
	}
	if has(p.sections, "themes") {
		p.themes()
	}
	if has(p.sections, "annex") {
		p.basis()
	}
	return p.err("the PDF")
}

// printed gives the figures with their texts as a paper prints them: signs that fonts lack are printed as others.
func (c Check) printed() *Figures {
	data := string(c.Figures.Data)
	if printed := glyphs.In(c.Words).Printed(data); printed != data {
		return NewFigures([]byte(printed))
	}
	return c.Figures
}

// printing is a wording as a paper prints it.
type printing struct {
	report.Words
	marks *glyphs.Marks
}

// Say gives the message.
func (p printing) Say(id string, args ...any) string {
	return p.marks.Printed(p.Words.Say(id, args...))
}

// Count gives the message in the plural form for n.
func (p printing) Count(id string, n int, args ...any) string {
	return p.marks.Printed(p.Words.Count(id, n, args...))
}

// paperProof is the proof of a PDF.
type paperProof struct {
	*proof
	parts    []part
	sections []string // that the template's papers have; none: all
}

// part is what stands under one heading of the second level; what stands before the first is a part without a title.
type part struct {
	title  string
	page   int
	blocks []*tagged.Element // headings, paragraphs, lists, tables and figures in reading order
}

// place names a part, or a page of it, in an error.
func (p *part) place(e *tagged.Element) string {
	page := p.page
	if e != nil && e.Page > 0 {
		page = e.Page
	}
	return fmt.Sprintf("page %d, %s", page, p.title)
}

// partsOf cuts a document at its headings of the second level.
func partsOf(doc *tagged.Document) []part {
	parts := []part{{page: 1}}
	for _, e := range doc.Root.All("H1", "H2", "H3", "P", "Note", "L", "Table", "Figure", "TOC") {
		if e.Tag == "H2" {
			parts = append(parts, part{title: e.Text(), page: e.Page})
			continue
		}
		last := &parts[len(parts)-1]
		last.blocks = append(last.blocks, e)
	}
	return parts
}

// part finds a part by its title; nil, with a difference, when there is none.
func (p *paperProof) part(title string) *part {
	for i := range p.parts {
		if sameText(p.parts[i].title, title) {
			return &p.parts[i]
		}
	}
	p.add("PDF", "a part", title, "")
	return nil
}

// only gives the blocks of the tags.
func (p *part) only(tags ...string) []*tagged.Element {
	var out []*tagged.Element
	for _, e := range p.blocks {
		for _, tag := range tags {
			if e.Tag == tag {
				out = append(out, e)
			}
		}
	}
	return out
}

// attachment proves that the figures travel with the paper, as they are; or that nothing does.
func (p *paperProof) attachment(doc *tagged.Document, figures []byte, unattached bool) {
	if unattached {
		for name := range doc.Files {
			p.add("PDF", "the attached files", "", name)
		}
		return
	}
	if len(doc.Files) == 0 {
		p.add("PDF", "an attached file", "the figures", "")
		return
	}
	for name, data := range doc.Files {
		if !bytes.Equal(data, figures) {
			p.add("PDF", "the attached "+name, "the figures file", "another")
		}
	}
}

// chrome proves what stands on every page: its number, the day that the figures speak of, and that nothing else differs from
// page to page.
func (p *paperProof) chrome(doc *tagged.Document) {
	asAt := p.say("page.as_at", "Date", p.date(p.figures.AsAt))
	first := ""
	for i, text := range doc.Around {
		place := fmt.Sprintf("page %d, at its edge", i+1)
		wanted := p.say("pdf.page", "Page", i+1, "Of", len(doc.Around))
		rest, numbered := cutSpaced(text, wanted)
		if !numbered {
			p.add(place, "the line", wanted, spaced(text))
		}
		if _, ok := cutSpaced(text, asAt); !ok {
			p.add(place, "the line", asAt, spaced(text))
		}
		if draft := p.Say("page.draft"); p.figures.Draft != nil && *p.figures.Draft {
			if _, ok := cutSpaced(text, draft); !ok {
				p.add(place, "the line", draft, spaced(text))
			}
		}
		if i == 0 {
			first = rest
		}
		if numbered && !strings.HasSuffix(squeeze(rest), squeeze(first)) { // the headings of a table may be repeated before them
			p.add(place, "the lines", spaced(first), spaced(rest))
		}
	}
}

// cutSpaced cuts a piece out of a text of which lines may be broken anywhere between words.
func cutSpaced(text, piece string) (string, bool) {
	return cut(strings.Join(strings.Fields(text), " "), strings.Join(strings.Fields(piece), " "))
}

// contents proves the page numbers of the list of contents. Its lines come in the order of the parts, of which two may have the
// same title.
func (p *paperProof) contents() {
	at := 0
	for i := range p.parts {
		for _, toc := range p.parts[i].only("TOC") {
			for _, line := range toc.All("TOCI") {
				p.contentsLine(&p.parts[i], line, &at)
			}
		}
	}
}

func (p *paperProof) contentsLine(contents *part, line *tagged.Element, at *int) {
	text := line.Text()
	for i := *at; i < len(p.parts); i++ {
		title := p.parts[i].title
		rest, ok := strings.CutPrefix(text, title)
		if !ok || title == "" || strings.Trim(rest, " .0123456789") != "" {
			continue
		}
		if wanted := fmt.Sprint(p.parts[i].page); strings.Trim(rest, " .") != wanted {
			p.add(contents.place(line), "the page of "+title, wanted, strings.TrimSpace(rest))
		}
		*at = i + 1
		return
	}
	p.add(contents.place(line), "a line of the contents", "", text)
}

// cover proves the day that the cover gives, and whether it calls the paper a draft.
func (p *paperProof) cover() {
	for _, t := range p.parts[0].only("Table") {
		for label, value := range facts(t) {
			if label == p.Say("cover.as_at") && value != p.date(p.figures.AsAt) {
				p.add(p.parts[0].place(t)+"cover", "the as-at date", p.date(p.figures.AsAt), value)
			}
			if wanted, ok := p.draftOrFinal(label); ok && value != wanted {
				p.add(p.parts[0].place(t)+"cover", label, wanted, value)
			}
		}
	}
}

// draftOrFinal gives what must stand beside the label of the cover that says whether the paper is a draft; false for any other label.
func (p *proof) draftOrFinal(label string) (string, bool) {
	if p.figures.Draft == nil || label != p.Say("cover.draft") {
		return "", false
	}
	if *p.figures.Draft {
		return p.Say("cover.draft.yes"), true
	}
	return p.Say("cover.draft.no"), true
}

// facts reads a table of names, each followed by its value.
func facts(t *tagged.Element) map[string]string {
	out := map[string]string{}
	label := ""
	for _, cell := range t.All("TH", "TD") {
		if cell.Tag == "TH" {
			label = cell.Text()
		} else if label != "" {
			out[label], label = cell.Text(), ""
		}
	}
	return out
}

// guessDays reads what "due soon" means from the name of the figure, wherever it stands, for a caller who does not know.
func (p *paperProof) guessDays() int {
	for i := range p.parts {
		for _, e := range p.parts[i].only("L") {
			for _, item := range e.All("P") {
				if n := guessDays(p.Words, []string{item.Text()}); n > 0 {
					return n
				}
			}
		}
	}
	return 0
}
