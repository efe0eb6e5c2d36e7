package proof

import (
	"fmt"
	"strings"

	"boardpack/report"
	"boardpack/report/proof/tagged"
)

// charts proves the charts of a page: the text that stands for each, and the numbers drawn in it.
func (p *paperProof) charts(page *part) {
	for _, e := range page.only("Figure") {
		p.chart(page, e)
	}
	for _, t := range page.only("Table") {
		if contains(headings(t), p.say("pdf.bars")) {
			p.bars(page, t)
		}
	}
}

// chartsOfChanges proves the charts of the part that tells the movement.
func (p *paperProof) chartsOfChanges() {
	title := p.say("pdf.changed_first")
	if p.figures.Movement != nil {
		title = p.say("pdf.changed", "Since", p.since())
	}
	if page := p.part(title); page != nil {
		p.charts(page)
	}
}

// chart proves a chart of the months or of the movement: the only two that stand by themselves.
func (p *paperProof) chart(page *part, e *tagged.Element) {
	wanted, numbers := p.trendText(), p.trendNumbers()
	if p.figures.Movement != nil {
		if bridge := p.bridgeText(); alike(e.Alt, bridge) > alike(e.Alt, wanted) {
			wanted, numbers = bridge, p.bridgeNumbers()
		}
	}
	if !sameText(e.Alt, wanted) {
		p.add(page.place(e), "the text of a chart", wanted, e.Alt)
		return
	}
	p.drawn(page, e, numbers)
}

// alike is how many letters two texts begin alike.
func alike(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

// drawn proves that the numbers drawn in a chart are those of the figures in their order; some may be left out for room.
func (p *paperProof) drawn(page *part, e *tagged.Element, wanted []string) {
	text := e.Text()
	for _, m := range p.figures.Trend {
		text = without(without(text, p.shortDate(m.AsAt)), p.date(m.AsAt))
	}
	found := numbersIn(text)
	at := 0
	for _, n := range found {
		for at < len(wanted) && wanted[at] != n {
			at++
		}
		if at++; at > len(wanted) {
			p.add(page.place(e), "the numbers drawn in a chart", strings.Join(wanted, " "), strings.Join(found, " "))
			return
		}
	}
}

// trendText is what stands for the chart of the months.
func (p *proof) trendText() string {
	var points []string
	for _, m := range p.figures.Trend {
		points = append(points, p.say("pdf.trend.point", "Month", p.monthName(m.Month), "Outstanding", m.Outstanding, "Complete", m.Complete))
	}
	return p.say("pdf.trend.alt", "Points", strings.Join(points, " "))
}

func (p *proof) trendNumbers() []string {
	var outstanding, complete []string
	for _, m := range p.figures.Trend {
		outstanding, complete = append(outstanding, fmt.Sprint(m.Outstanding)), append(complete, fmt.Sprint(m.Complete))
	}
	return append(outstanding, complete...)
}

// bridgeText is what stands for the chart of the movement.
func (p *proof) bridgeText() string {
	numbers := p.figures.Movement.All.Numbers
	var told []string
	for _, step := range (report.Bridge{}).Steps() {
		if n := numbers[step.ID]; n != 0 {
			told = append(told, p.say("pdf.bridge.alt.step", "Step", p.Say("column.step_"+step.ID), "Change", signed(step.Sign*n)))
		}
	}
	return p.say("pdf.bridge.alt", "Opening", numbers["opening"], "Since", p.date(p.previousAsAt()), "Steps", strings.Join(told, " "),
		"Closing", numbers["closing"], "Date", p.date(p.figures.AsAt))
}

func (p *proof) bridgeNumbers() []string {
	numbers := p.figures.Movement.All.Numbers
	out := []string{fmt.Sprint(numbers["opening"])}
	for _, step := range (report.Bridge{}).Steps() {
		if n := numbers[step.ID]; n != 0 {
			out = append(out, fmt.Sprint(n))
		}
	}
	return append(out, fmt.Sprint(numbers["closing"]))
}

func signed(n int) string { return strings.Replace(fmt.Sprintf("%+d", n), "-", "\u2212", 1) }

// bars proves the bars of the themes, and the whole in words.
func (p *paperProof) bars(page *part, t *tagged.Element) {
	rows := bodyRows(t)
	groups := append(append([]group(nil), p.figures.Themes...), p.figures.All)
	if len(rows) != len(groups) {
		p.add(page.place(t), "the number of bars", fmt.Sprint(len(groups)), fmt.Sprint(len(rows)))
		return
	}
	for i := range groups {
		g := &groups[i]
		cells := rows[i].All("TH", "TD")
		if len(cells) != 4 {
			p.add(page.place(rows[i]), "the cells of the bar of "+g.ID, "4", fmt.Sprint(len(cells)))
			continue
		}
		for c, wanted := range map[int]string{0: p.groupName(g.ID, g.Name), 2: p.completeOf(g), 3: report.RatingWord(p, g.Rag)} {
			p.same(page, cells[c], "the bar of "+g.ID, wanted, cells[c].Text())
		}
		if i == len(groups)-1 {
			p.same(page, cells[1], "the bar of "+g.ID, p.standings(g), cells[1].Text())
			continue
		}
		for _, bar := range cells[1].All("Figure") {
			p.bar(page, bar, g)
		}
	}
}

func (p *paperProof) same(page *part, e *tagged.Element, what, wanted, found string) {
	if !sameText(wanted, found) {
		p.add(page.place(e), what, wanted, found)
	}
}

// bar proves the bar of a group: the text that stands for it and the numbers drawn in it.
func (p *paperProof) bar(page *part, bar *tagged.Element, g *group) {
	wanted := p.standings(g)
	if g.count(report.InScope) > 0 {
		wanted = p.groupName(g.ID, g.Name) + ": " + wanted
	}
	p.same(page, bar, "the text of the bar of "+g.ID, wanted, bar.Alt)
	var numbers []string
	for _, s := range report.Standings() {
		if n := g.count(report.Figure(s)); n > 0 && inScope(s) {
			numbers = append(numbers, fmt.Sprint(n))
		}
	}
	if found := numbersIn(bar.Text()); strings.Join(found, " ") != strings.Join(numbers, " ") {
		p.add(page.place(bar), "the numbers in the bar of "+g.ID, strings.Join(numbers, " "), strings.Join(found, " "))
	}
}

func inScope(s report.Standing) bool {
	switch s {
	case report.StandNotAccepted, report.StandWithdrawn, report.StandSuperseded, report.StandExternal:
		return false
	}
	return true
}

// standings is "1 complete and 2 in progress".
func (p *proof) standings(g *group) string {
	var parts []string
	for _, s := range report.Standings() {
		if n := g.count(report.Figure(s)); n > 0 && inScope(s) {
			parts = append(parts, p.count("glance.standing."+string(s), n))
		}
	}
	if len(parts) == 0 {
		return p.say("glance.percent_none")
	}
	return p.join(parts)
}

// completeOf is "3 of 17 (18%)".
func (p *proof) completeOf(g *group) string {
	if g.Percent == nil {
		return p.say("value.not_applicable")
	}
	return p.say("glance.complete_of", "Complete", g.count(report.FigComplete), "InScope", g.count(report.InScope), "Percent", *g.Percent)
}
