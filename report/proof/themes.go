package proof

import (
	"fmt"
	"strings"

	"boardpack/report"
	"boardpack/report/proof/tagged"
)

// themes proves the section of each theme: its line of figures, its bar, and each of its recommendations.
func (p *paperProof) themes() {
	at := 0
	for i := range p.figures.Themes {
		g := &p.figures.Themes[i]
		section := p.themeSection(g, &at)
		if section == nil {
			p.add("PDF", "the section of", p.groupName(g.ID, g.Name), "")
			continue
		}
		if g.count(report.Total) > 0 {
			p.themeLine(section, g)
			p.entries(section, g)
		}
	}
}

// themeSection finds the part of a theme, after that of the one before: a theme may have the name of another part.
func (p *paperProof) themeSection(g *group, at *int) *part {
	for i := *at; i < len(p.parts); i++ {
		if sameText(p.parts[i].title, p.groupName(g.ID, g.Name)) && p.isTheme(&p.parts[i], g) {
			*at = i + 1
			return &p.parts[i]
		}
	}
	return nil
}

// isTheme tells a theme's section from other parts of its name: it tells its recommendations, or that there are none.
func (p *paperProof) isTheme(part *part, g *group) bool {
	if g.count(report.Total) == 0 {
		return true
	}
	first := p.Say("pdf.recommendation", "Key", g.Refs[report.Total][0])
	for _, e := range part.only("H3") {
		if strings.HasPrefix(spaced(e.Text()), spaced(first)) {
			return true
		}
	}
	return false
}

func spaced(s string) string { return strings.Join(strings.Fields(s), " ") }

func (p *paperProof) themeLine(section *part, g *group) {
	paragraphs := section.only("P")
	if len(paragraphs) == 0 {
		p.add(section.place(nil), "the figures of "+g.ID, p.completeOf(g), "")
		return
	}
	wanted := report.RatingWord(p, g.Rag) + " · " + p.say("pdf.complete") + ": " + p.completeOf(g) + " · " + p.standings(g)
	p.same(section, paragraphs[0], "the figures of "+g.ID, wanted, paragraphs[0].Text())
	for _, bar := range section.only("Figure") {
		p.bar(section, bar, g)
	}
}

// entries proves that a theme tells its recommendations, all and no others, and the facts of each.
func (p *paperProof) entries(section *part, g *group) {
	keys := g.Refs[report.Total]
	at := -1
	var read bool
	told := map[string]bool{} // recommendations whose actions are
	for _, e := range section.blocks {
		switch {
		case e.Tag == "H3":
			if at++; at < len(keys) {
				p.entryHeading(section, e, keys[at])
			}
			read = false
		case e.Tag == "Table" && at >= 0 && at < len(keys) && !read:
			p.entryFacts(section, e, keys[at])
			read = true
		case e.Tag == "Table" && at >= 0 && at < len(keys):
			p.entryActions(section, e, keys[at])
			told[keys[at]] = true
		}
	}
	for _, key := range keys {
		if r := p.figures.byKey[key]; r != nil && len(r.Actions) > 0 && !told[key] {
			p.add(section.place(nil), "the actions of "+key, fmt.Sprint(len(r.Actions)), "")
		}
	}
	p.number(section.place(nil), "the number of recommendations of "+g.ID, len(keys), at+1)
}

func (p *paperProof) entryHeading(section *part, e *tagged.Element, key string) {
	wanted := p.Say("pdf.recommendation", "Key", key)
	if r := p.figures.byKey[key]; r != nil {
		wanted += " " + report.RatingWord(p, r.Rag)
	}
	p.same(section, e, "the heading of "+key, wanted, e.Text())
}

// entryFacts compares the facts of a recommendation that are figures; those that it has none of are left out of the paper.
func (p *paperProof) entryFacts(section *part, e *tagged.Element, key string) {
	r := p.figures.byKey[key]
	if r == nil {
		return
	}
	given := facts(e)
	t := &table{name: section.place(e)}
	row := make([]string, 0, len(given))
	for label, value := range given {
		t.headings, row = append(t.headings, label), append(row, value)
	}
	t.rows = [][]string{row}
	t.place = func(_, column int) string { return section.place(e) + ", " + t.headings[column] }
	p.compareRow(t, 0, false, p.rowCells(r))
}
