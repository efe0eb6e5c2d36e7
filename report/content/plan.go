package content

import (
	"slices"
	"unicode/utf8"

	"boardpack/report"
)

// plan says how much of the register the paper tells, and where: which recommendations have a card, which a row of what needs a look, and
// which a line of the index. A small register has a card for each, under its theme.
type plan struct {
	whole     bool
	portfolio bool        // of several reviews: what needs a look, and no card
	cards     []lookGroup // under the names of their reasons
	look      []lookGroup
	index     []string // in the order of the register
	refs      bool     // the index has refs alone, of what is outstanding
	bare      bool     // and not even these: there are too many
}

// lookGroup is recommendations that need a look for one reason, in an order of its own. List is what they are listed from.
type lookGroup struct {
	id    string
	list  Ref
	keys  []string
	aside bool // out of scope: all such groups stand under one head
}

// plan makes the plan of this paper.
func (w *writer) plan() plan {
	if w.isPortfolio() && w.edition != TheRecord {
		return w.portfolioPlan()
	}
	if len(w.pack.Positions) <= w.measures().Whole {
		return plan{whole: true, look: w.reasons(false)}
	}
	var p plan
	outstanding := w.pack.All.N(report.Outstanding)
	room := w.measures().Cards
	if outstanding > w.measures().Refs1 {
		room /= 2
	}
	text := w.measures().CardText
	met := map[string]bool{}
	for _, g := range w.reasons(true) {
		g.keys = slices.DeleteFunc(g.keys, func(k string) bool { return met[k] })
		for _, k := range g.keys {
			met[k] = true
		}
		full := g.keys[:0]
		if !g.isSoon() {
			full = g.keys[:w.held(g.keys, room, &text, w.cardText)]
		}
		if len(full) > 0 {
			room -= len(full)
			p.cards = append(p.cards, lookGroup{id: g.id, list: g.list, keys: full})
			g.keys = g.keys[len(full):]
		}
		if len(g.keys) > 0 {
			p.look = append(p.look, g)
		}
	}
	for i := range w.pack.Positions {
		if r := &w.pack.Positions[i]; !met[r.Key] {
			p.index = append(p.index, r.Key)
		}
	}
	if len(p.index) > w.measures().Index {
		p.refs = true
		p.index = slices.DeleteFunc(p.index, func(k string) bool { return !w.pack.Position(k).In(report.Outstanding) })
		p.bare = len(p.index) > w.measures().Refs2
	}
	return p
}

// held is how many of the recommendations, in their order, there is room for: at most so many, and until their texts have taken what is left
// of the characters.
func (w *writer) held(keys []string, most int, left *int, length func(*report.Position) int) int {
	n := 0
	for n < min(len(keys), most) && *left > 0 {
		*left -= length(w.pack.Position(keys[n]))
		n++
	}
	return n
}

// cardText is the length of what a card tells, in characters.
func (w *writer) cardText(r *report.Position) int {
	sum := w.noteText(r)
	for _, t := range []report.Text{r.Text, r.Response} {
		text, _ := t.In(w.words.Lang())
		sum += min(utf8.RuneCountInString(text), w.measures().Text)
	}
	return sum + utf8.RuneCountInString(r.Reason) + utf8.RuneCountInString(r.Evidence)
}

// noteText is the length of the latest note as the paper tells it.
func (w *writer) noteText(r *report.Position) int {
	text, _ := r.Progress.In(w.words.Lang())
	return min(utf8.RuneCountInString(text), w.measures().Text)
}

// isSoon tells of what needs a look and no card: what is due soon or has no date.
func (g *lookGroup) isSoon() bool {
	return g.id == string(report.DueSoon) || g.id == string(report.NoDate)
}

// reasons lists what needs a look, the gravest first. Of a large register, what was changed is among it, and what is set aside is not.
func (w *writer) reasons(large bool) []lookGroup {
	figure := func(f report.Figure) lookGroup {
		return lookGroup{id: string(f), list: figureRef(report.OfAll, w.pack.All.ID, f), keys: w.inOrder(f)}
	}
	groups := []lookGroup{figure(report.FigUnrecognised), figure(report.Overdue)}
	if !large {
		groups = append(groups, figure(report.DueSoon), figure(report.NoDate), figure(report.AwaitingSignOff))
		for _, f := range []report.Figure{report.FigNotAccepted, report.FigWithdrawn, report.FigSuperseded, report.FigExternal} {
			g := figure(f)
			g.aside = true
			groups = append(groups, g)
		}
		return groups
	}
	if m := w.pack.Movement; m != nil {
		groups = append(groups, lookGroup{id: "later", list: changesRef(report.ChangeDate, SomeLater), keys: w.mostMoved(m.LaterKeys())},
			lookGroup{id: "reopened", list: changesRef(report.ChangeReopened, ""), keys: m.Keys(report.ChangeReopened, "")})
	}
	groups = append(groups, figure(report.AwaitingSignOff))
	if w.pack.Movement != nil {
		groups = append(groups, lookGroup{id: "changed", keys: w.changedNow()})
	}
	return append(groups, figure(report.DueSoon), figure(report.NoDate))
}

// mostMoved orders by how often a date has moved, most often first.
func (w *writer) mostMoved(keys []string) []string {
	out := slices.Clone(keys)
	slices.SortStableFunc(out, func(a, b string) int { return w.pack.Position(b).TimesMoved - w.pack.Position(a).TimesMoved })
	return out
}

// changedNow gives what is in the register and was changed in a way that a board asks after.
func (w *writer) changedNow() []string {
	var out []string
	for _, changes := range w.byRecommendation() {
		if c := changes[0]; c.Is != nil && c.direction() != otherwise {
			out = append(out, c.Key)
		}
	}
	return out
}

// cardsSection tells recommendations in full: all, by theme, or those that need a look, by reason.
func (w *writer) cardsSection(p plan) []Block {
	switch {
	case w.edition == TheRecord:
		return w.recordCards()
	case p.whole:
		return w.cardsByTheme()
	}
	var blocks []Block
	for i, g := range p.cards {
		blocks = append(blocks, heading(2, "cards "+g.id, trimmed(w.say("needs."+g.id))))
		if i == 0 {
			blocks = append(blocks, paragraph(RoleNote, w.coverageOf(p)))
		}
		for _, k := range g.keys {
			r := w.pack.Position(k)
			blocks = append(blocks, w.cardOf(r, func() *Entry { return w.card(r, nil, recommendation(k).named("key")) }))
		}
	}
	return blocks
}

// coverage says on page 1 which edition it is, or how much of a large register stands where; nothing of a paper that tells all in full.
func (w *writer) coverage(p plan) Text {
	switch {
	case w.edition == TheRecord:
		return trimmed(w.say("edition.record"))
	case p.whole, p.portfolio:
		return nil
	}
	return w.coverageShort(p)
}

// told counts the recommendations of a plan by where they stand.
func (p *plan) told() (cards, more, soon int) {
	for _, g := range p.cards {
		cards += len(g.keys)
	}
	for _, g := range p.look {
		if g.isSoon() {
			soon += len(g.keys)
		} else {
			more += len(g.keys)
		}
	}
	return cards, more, soon
}

func laidOut(n int, name string) value {
	return value{n: n, text: Text{{Text: itoa(n), Ref: Ref{Place: PlaceLayout, Name: name}}}}
}

// grouped is how many a group in a table has, of which so many have a row below its head.
func grouped(n, rows int) value {
	return value{n: n, text: Text{{Text: itoa(n), Ref: Ref{Place: PlaceLayout, Name: "group", Index: n - rows}}}}
}

// coverageShort says on one line where the recommendations of a large register stand.
func (w *writer) coverageShort(p plan) Text {
	page := func(section, which string) value { return value{text: w.pageOf(section, which)} }
	cards, more, soon := p.told()
	var listed, index Text
	if more+soon > 0 {
		listed = w.count("coverage.short.listed", laidOut(more+soon, "listed"), "First", page("look", PageFirst))
	}
	switch n := laidOut(len(p.index), "index"); {
	case p.bare:
		index = w.say("coverage.short.bare", "First", page("index", PageFirst))
	case p.refs:
		index = w.count("coverage.short.refs", n, "First", page("index", PageFirst))
	case n.n > 0:
		index = w.count("coverage.short.index", n, "First", page("index", PageFirst))
	}
	args := []any{"Total", w.whole(report.Total), "Listed", listed, "Index", index}
	if cards == 0 {
		return w.say("coverage.short.nothing", args...)
	}
	return w.count("coverage.short", laidOut(cards, "cards"), append(args, "First", page("cards", PageFirst), "Last", page("cards", PageLast))...)
}

// coverageOf says at the head of the cards which recommendations of a large register are in full, and where the others are.
func (w *writer) coverageOf(p plan) Text {
	page := func(section, which string) value { return value{text: w.pageOf(section, which)} }
	cards, more, soon := p.told()
	total := w.whole(report.Total)
	var out []Text
	if cards == 0 {
		out = append(out, w.say("coverage.nothing"))
	} else {
		out = append(out, w.count("coverage.cards", laidOut(cards, "cards"), "Total", total, "First", page("cards", PageFirst), "Last", page("cards", PageLast)))
	}
	var also []Text
	if more > 0 {
		also = append(also, w.count("coverage.more", laidOut(more, "more")))
	}
	if soon > 0 {
		also = append(also, w.count("coverage.soon", laidOut(soon, "soon"), "Days", w.days()))
	}
	if len(also) > 0 {
		out = append(out, capital(w.count("coverage.listed", laidOut(more+soon, "listed"), "What", w.join(also), "First", page("look", PageFirst))))
	}
	switch n := laidOut(len(p.index), "index"); {
	case p.bare:
		out = append(out, w.say("coverage.bare", "First", page("index", PageFirst)))
	case p.refs:
		out = append(out, w.count("coverage.refs", n, "First", page("index", PageFirst)))
	case n.n > 0:
		out = append(out, w.count("coverage.index", n, "First", page("index", PageFirst)))
	}
	return between(append(out, w.say("coverage.rest", "Total", total)), " ")
}
