package proof

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"boardpack/report"
	"boardpack/report/dates"
	"boardpack/report/excerpt"
	"boardpack/report/proof/tagged"
)

// glance proves the page that a board reads: each sentence, each headline figure, each bar, what changed and what is asked.
func (p *paperProof) glance() {
	page := p.part(p.say("pdf.glance"))
	if page == nil {
		return
	}
	p.lead(page)
	lists := page.only("L")
	if len(lists) == 0 {
		p.add(page.place(nil), "the headline figures", "4", "")
		return
	}
	p.tiles(page, lists[0])
	p.charts(page)
	p.changedAndAsked(page, lists[1:])
}

// lead proves the first sentences, and the line on the data above them. No number may stand there that no figure gives.
func (p *paperProof) lead(page *part) {
	var text strings.Builder
	for _, e := range page.blocks {
		if e.Tag == "L" {
			break
		}
		if e.Tag == "P" {
			text.WriteString(e.Text() + " ")
		}
	}
	rest := text.String()
	for _, doubt := range p.doubts() {
		rest = p.prove(page, rest, doubt)
	}
	if warnings := p.problems(report.Warning); warnings > 0 {
		rest = p.prove(page, rest, p.count("glance.warning", warnings))
	}
	rest = p.prove(page, rest, p.say("page.as_at", "Date", p.date(p.figures.AsAt)))
	if p.figures.Movement != nil {
		rest = p.prove(page, rest, p.say("pdf.compared", "Date", p.date(p.previousAsAt())))
	}
	for _, sentence := range p.sentences() {
		rest = p.prove(page, rest, sentence)
	}
	for _, h := range p.parts[0].only("H1") { // the title in the paper's own language, with its own numbers
		rest, _ = cutSpaced(rest, h.Text())
	}
	if left := numbersIn(rest); len(left) > 0 {
		p.add(page.place(nil), "a number in the first sentences", "", left[0])
	}
}

// doubts are the sentences on what makes the whole pack doubtful.
func (p *paperProof) doubts() []string {
	var out []string
	for _, code := range report.PageOneCodes() {
		if slices.ContainsFunc(p.figures.Problems, func(problem problem) bool { return problem.Code == code && problem.Level == report.Warning }) {
			out = append(out, p.say("glance.doubt."+code))
		}
	}
	if p.figures.Movement == nil {
		return out
	}
	if earlier, err := dates.ParseMonth(*p.figures.PreviousMonth); err == nil && earlier.Next().String() != p.figures.Month {
		out = append(out, p.say("glance.doubt.gap", "Previous", p.MonthName(earlier)))
	}
	return out
}

// since names the month that is compared with: with its year, unless it is the month before.
func (p *proof) since() string {
	earlier, err := dates.ParseMonth(*p.figures.PreviousMonth)
	month, wrong := dates.ParseMonth(p.figures.Month)
	if err != nil || wrong != nil {
		return ""
	}
	return report.SinceMonth(p.Words, earlier, month)
}

func (p *proof) previousAsAt() string { return p.figures.Trend[len(p.figures.Trend)-2].AsAt }

// prove takes a piece out of a text, or notes that it does not stand there.
func (p *paperProof) prove(page *part, text, piece string) string {
	rest, ok := cutSpaced(text, piece)
	if !ok {
		p.add(page.place(nil), "a sentence", piece, closest(text, piece))
	}
	return rest
}

// closest gives what stands where a piece was looked for: the words after its first one that does.
func closest(text, piece string) string {
	words := strings.Fields(piece)
	for n := len(words); n > 0; n-- {
		begin := strings.Join(words[:n], " ")
		if i := strings.Index(text, begin); i >= 0 {
			return excerpt.Short(text[i:], len(piece)+20)
		}
	}
	return ""
}

// sentences gives the pieces of the first sentences that hold numbers.
func (p *paperProof) sentences() []string {
	out := p.positionPieces()
	if p.figures.Movement != nil {
		out = append(out, p.movementPieces()...)
	}
	return append(out, p.overduePieces()...)
}

// positionPieces say how much is complete, of what, and what is set aside.
func (p *paperProof) positionPieces() []string {
	all := &p.figures.All
	if all.count(report.InScope) == 0 || all.Percent == nil {
		return []string{p.count("lead.nothing_in_scope", all.count(report.Total))}
	}
	clauses := []string{p.count("lead.complete", all.count(report.FigComplete), "Percent", *all.Percent)}
	if n := all.count(report.AwaitingSignOff); n > 0 {
		clauses = append(clauses, p.count("lead.awaiting", n))
	}
	out := []string{p.say("lead.position", "InScope", p.count("lead.in_scope", all.count(report.InScope)), "Clauses", p.join(clauses))}
	aside, parts := 0, []string{}
	for _, f := range []report.Figure{report.FigExternal, report.FigNotAccepted, report.FigWithdrawn, report.FigSuperseded} {
		if n := all.count(f); n > 0 {
			aside += n
			parts = append(parts, p.count("lead.aside."+string(f), n))
		}
	}
	if aside > 0 {
		out = append(out, p.count("lead.aside", aside, "Parts", p.join(parts)))
	}
	return out
}

// movementPieces tell how the number outstanding went.
func (p *paperProof) movementPieces() []string {
	b := &p.figures.Movement.All
	since := p.since()
	var parts []string
	for _, step := range (report.Bridge{}).Steps() {
		if n := b.Numbers[step.ID]; n > 0 {
			parts = append(parts, p.count("lead.step."+step.ID, n))
		}
	}
	if len(parts) == 0 {
		return []string{p.count("lead.no_movement", b.Numbers["closing"], "Since", since)}
	}
	return []string{p.say("lead.movement", "Since", since, "Parts", p.join(parts), "Opening", b.Numbers["opening"], "Closing", b.Numbers["closing"])}
}

// overduePieces say what is late among what is open.
func (p *paperProof) overduePieces() []string {
	all := &p.figures.All
	open := all.count(report.Open)
	switch {
	case open == 0:
		return []string{p.say("lead.none_open")}
	case all.count(report.Overdue) == 0:
		return []string{p.say("lead.none_overdue", "Open", p.count("lead.open", open), "DueSoon", all.count(report.DueSoon), "Days", p.days)}
	}
	return []string{p.count("lead.overdue", all.count(report.Overdue), "Open", p.count("lead.open", open), "Refs", p.keys(all.Refs[report.Overdue]))}
}

// tiles proves the headline figures: each with its name, what it is of, and how it moved.
func (p *paperProof) tiles(page *part, list *tagged.Element) {
	all := &p.figures.All
	ofOpen := p.say("glance.of_open", "Open", all.count(report.Open))
	share := p.say("glance.percent_none")
	if all.Percent != nil {
		share = p.say("glance.percent_of", "InScope", all.count(report.InScope), "Percent", *all.Percent)
	}
	unfinished := report.Outstanding
	if p.figures.signOffs > 0 {
		unfinished = report.AwaitingSignOff
	}
	tiles := []struct {
		figure report.Figure
		of     string
	}{{report.FigComplete, share}, {unfinished, p.say("glance.of_in_scope", "InScope", all.count(report.InScope))},
		{report.Overdue, ofOpen}, {report.DueSoon, ofOpen}}
	items := list.All("LI")
	if len(items) != len(tiles) {
		p.add(page.place(list), "the number of headline figures", fmt.Sprint(len(tiles)), fmt.Sprint(len(items)))
		return
	}
	for i, t := range tiles {
		wanted := fmt.Sprintf("%s %d %s", p.label(t.figure), all.count(t.figure), t.of)
		found := items[i].Text()
		rest, ok := strings.CutPrefix(found, wanted)
		if !ok || isDigitAt(rest, 0) {
			p.add(page.place(items[i]), "the headline figure "+string(t.figure), wanted, found)
			continue
		}
		p.tileChange(page, items[i], t.figure, strings.TrimSpace(rest))
	}
}

// tileChange proves how a headline figure moved.
func (p *paperProof) tileChange(page *part, item *tagged.Element, f report.Figure, found string) {
	if p.figures.Movement == nil {
		if found != "" {
			p.add(page.place(item), "the change of "+string(f), "", found)
		}
		return
	}
	since := p.since()
	wanted := p.say("glance.no_change", "Since", since)
	switch change := p.figures.All.count(f) - p.before(f); {
	case change > 0:
		wanted = p.say("glance.up", "Change", change, "Since", since)
	case change < 0:
		wanted = p.say("glance.down", "Change", -change, "Since", since)
	}
	if !sameText(wanted, found) {
		p.add(page.place(item), "the change of "+string(f), wanted, found)
	}
}

// before gives last month's count: this month's, or what the file says that it was.
func (p *proof) before(f report.Figure) int {
	for _, c := range p.figures.FigureChanges {
		if c.Figure == f {
			return c.Was
		}
	}
	return p.figures.All.count(f)
}

// changedAndAsked proves the lists at the foot of the page: what changed, sentence by sentence, and what is asked, by the
// recommendations that are named.
func (p *paperProof) changedAndAsked(page *part, lists []*tagged.Element) {
	if len(lists) != 2 {
		p.add(page.place(nil), "the lists of what changed and what is asked", "2", strconv.Itoa(len(lists)))
		return
	}
	rest := listText(lists[0])
	for _, sentence := range p.changedSentences() {
		rest = p.prove(page, rest, sentence)
	}
	for _, sentence := range p.otherSentences() {
		rest, _ = cutSpaced(rest, sentence)
	}
	if left := numbersIn(rest); len(left) > 0 {
		p.add(page.place(lists[0]), "a number among the changes", "", left[0])
	}
	asked := listText(lists[1])
	for _, sentence := range p.askedPieces() {
		asked = p.prove(page, asked, sentence)
	}
}

// listText is what a list says, without its bullets and numbers.
func listText(list *tagged.Element) string {
	var out []string
	for _, body := range list.All("LBody") {
		out = append(out, body.Text())
	}
	return strings.Join(out, " ")
}
