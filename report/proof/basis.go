package proof

import (
	"fmt"
	"strconv"
	"strings"

	"boardpack/report"
	"boardpack/report/proof/tagged"
)

// basis proves the lists behind the figures: of the whole and of each theme that has rows, every figure above zero with its number
// and its recommendations, and no others.
func (p *paperProof) basis() {
	lists := p.part(p.say("pdf.basis"))
	if lists == nil {
		return
	}
	tables := lists.only("Table")
	groups := []*group{&p.figures.All}
	for i := range p.figures.Themes {
		if g := &p.figures.Themes[i]; g.count(report.Total) > 0 {
			groups = append(groups, g)
		}
	}
	if len(tables) != len(groups) {
		p.number(lists.place(nil), "the number of groups whose figures are listed", len(groups), len(tables))
		return
	}
	for i, g := range groups {
		p.basisOf(lists, tables[i], g)
	}
}

func (p *paperProof) basisOf(lists *part, t *tagged.Element, g *group) {
	rows := bodyRows(t)
	at := 0
	for _, f := range report.Figures() {
		keys := g.Refs[f.Name]
		if len(keys) == 0 {
			continue
		}
		if at >= len(rows) {
			p.add(lists.place(t), fmt.Sprintf("the list of %s of %s", f.Name, g.ID), strings.Join(keys, ", "), "")
			return
		}
		p.basisRow(lists, rows[at], g, f.Name)
		at++
	}
	p.number(lists.place(t), "the number of figures of "+g.ID+" that are listed", at, len(rows))
}

func (p *paperProof) basisRow(lists *part, row *tagged.Element, g *group, f report.Figure) {
	cells := row.All("TH", "TD")
	wanted := []string{p.label(f), strconv.Itoa(g.count(f)), strings.Join(g.Refs[f], ", ")}
	if len(cells) != len(wanted) {
		p.number(lists.place(row), fmt.Sprintf("the cells of %s of %s", f, g.ID), len(wanted), len(cells))
		return
	}
	for i, w := range wanted {
		p.same(lists, cells[i], fmt.Sprintf("the list of %s of %s", f, g.ID), w, cells[i].Text())
	}
}
