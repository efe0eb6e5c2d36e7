package templates

import (
	"cmp"
	"slices"
	"strings"

	"github.com/goccy/go-yaml/ast"

	"boardpack/report/content"
)

// Sections says what the packs hold, in order.
type Sections struct {
	PDF      []string // the parts of the PDF
	Workbook []string // the sheets of the workbook
	HTML     []string // the parts of the page for browsers
}

// Outputs that have sections, as the template calls them.
const (
	inPDF      = "pdf"
	inWorkbook = "workbook"
	inHTML     = "html"
)

// neededSections gives the sections that none can leave out: without page 1 a paper has no title, and without a summary the formulas
// of the workbook no as-at date; what is wrong with the data is never left unsaid; the figures of the workbook are counted from its
// recommendations, and these from the status words on the sheet of notes.
func neededSections(output string) []string {
	switch output {
	case inHTML:
		return content.WebNeeds()
	case inWorkbook:
		return []string{"summary", "recommendations", "quality", "notes"}
	}
	return []string{"glance"}
}

// formerSections gives the parts of the paper that hold what a part of the last version held.
func formerSections() map[string][]string {
	return map[string][]string{"cover": {"glance"}, "contents": {"reviews"}, "due": {"look"}, "themes": {"cards", "index"}, "sign_off": {"look"}, "others": {"look"},
		"annex": {"figures", "owners"}, "quality": {"data"}, "notes": {"data"}}
}

// sections reads the lists of sections. The shipped file names every section that there is, in the usual order; a team's
// own is checked against it.
func (p *packReader) sections(n ast.Node) {
	out := map[string]*[]string{inPDF: &p.t.Sections.PDF, inWorkbook: &p.t.Sections.Workbook, inHTML: &p.t.Sections.HTML}
	for _, e := range p.entries(n, "sections") {
		list, ok := out[e.key]
		if !ok {
			p.add(e.at, "unknown key \"%s\" in sections: %s", e.key, instead(e.key, []string{inPDF, inWorkbook, inHTML}))
			continue
		}
		*list = p.sectionList(e, p.shippedSections[e.key])
	}
	for _, output := range []string{inPDF, inWorkbook, inHTML} {
		if list := out[output]; len(*list) == 0 { // left out: as shipped
			*list = p.shippedSections[output]
		}
	}
}

// Regrouped lists the sections and sheets that the team's pack.yaml has under names of before, in the order of the file, each with those that
// hold now what it held; none in most templates.
func (t *Template) Regrouped() []Renamed { return t.regrouped }

// sheetsOfBefore gives the sheet on which the tables of an earlier one are, by the names that lists of sheets have for them.
func sheetsOfBefore() map[string]string {
	return map[string]string{"cover": "summary", "contents": "summary", "summary_themes": "summary", "summary_headings": "headings", "summary_owners": "owners",
		"summary_sources": "sources", "figure_changes": "movement", "restated": "movement", "ageing": "movement", "trend": "movement",
		"charts": "movement", "filters": "notes", "written_dates": "quality", "status_words": "notes"}
}

// regrouped gives the name of now of a sheet, and notes one of before.
func (p *packReader) regrouped(output string, w word) word {
	if name, before := sheetsOfBefore()[w.text]; output == inWorkbook && before {
		p.t.regrouped = append(p.t.regrouped, Renamed{packName, w.at.line, w.text, name})
		w.text = name
	}
	return w
}

// sectionList reads one list. Known is nil for the shipped file, whose list is the known one.
func (p *packReader) sectionList(e entry, known []string) []string {
	var out []string
	typed := map[string]bool{}
	for _, w := range p.words(e.value, "a section") {
		twice := typed[w.text]
		typed[w.text] = true
		if now, former := formerSections()[w.text]; former && e.key == inPDF {
			p.t.regrouped = append(p.t.regrouped, Renamed{packName, w.at.line, w.text, cmp.Or(strings.Join(now, ", "), "glance")})
			for _, name := range now {
				if !slices.Contains(out, name) {
					out = append(out, name)
				}
			}
			continue
		}
		w = p.regrouped(e.key, w)
		switch {
		case known != nil && !slices.Contains(known, w.text):
			p.add(w.at, "there is no section \"%s\" in the %s: %s", w.text, e.key, instead(w.text, known))
		case twice:
			p.add(w.at, "the section \"%s\" is listed twice: delete one", w.text)
		case !slices.Contains(out, w.text):
			out = append(out, w.text)
		}
	}
	for _, needed := range neededSections(e.key) {
		if !slices.Contains(out, needed) {
			p.add(e.at, "the %s needs the section \"%s\": add it", e.key, needed)
		}
	}
	if first := "glance"; e.key != inWorkbook && slices.Contains(out, first) && out[0] != first {
		p.add(e.at, "the section \"%s\" comes first in the %s: move it to the beginning", first, e.key)
	}
	return out
}
