package content

import (
	"cmp"
	"slices"

	"boardpack/report"
	"boardpack/report/named"
)

// bars draws each theme, and the whole last. A few themes keep the template's order; of many, those with most that is overdue come first,
// and those that page 1 has no room for stand in one row.
func (w *writer) bars() *Bars {
	const few = 8
	out := &Bars{Title: w.themesTitle(), Heads: []Text{trimmed(w.say("column.themes")), trimmed(w.say("progress.states")),
		w.figureLabel(report.FigComplete), w.outstandingHead(), w.figureLabel(report.Overdue), trimmed(w.say("column.rating"))}}
	order := make([]int, len(w.pack.Themes))
	for i := range order {
		order[i] = i
	}
	if len(order) > few {
		slices.SortStableFunc(order, func(a, b int) int {
			x, y := &w.pack.Themes[a], &w.pack.Themes[b]
			return cmp.Or(y.N(report.Overdue)-x.N(report.Overdue), y.N(report.Outstanding)-x.N(report.Outstanding))
		})
	}
	shown := order
	if m := w.measures(); len(order) > m.Themes {
		shown = order[:m.Folded]
	}
	for _, i := range shown {
		out.Bars = append(out.Bars, w.bar(report.OfThemes, &w.pack.Themes[i]))
	}
	if rest := order[len(shown):]; len(rest) > 0 {
		out.Bars = append(out.Bars, w.folded(rest))
	}
	all := w.bar(report.OfAll, &w.pack.All)
	all.Total, all.Label = true, trimmed(w.say("basis.all"))
	out.Bars = append(out.Bars, all)
	return out
}

// outstandingHead names the months that the numbers below are of.
func (w *writer) outstandingHead() Text {
	label := w.figureLabel(report.Outstanding)
	if w.pack.Movement == nil {
		return label
	}
	from := value{text: Text{{Text: w.monthShort(w.pack.PreviousMonth), Ref: Ref{Place: PlaceRegister, Name: "previous_month"}}}}
	to := value{text: Text{{Text: w.monthShort(w.pack.Month), Ref: Ref{Place: PlaceRegister, Name: "month"}}}}
	return trimmed(w.say("progress.outstanding", "Outstanding", value{text: label}, "From", from, "To", to))
}

// monthShort is the name of a month in a few letters.
func (w *writer) monthShort(m report.Month) string {
	return w.label("month.short." + itoa(int(m.Month)))
}

// bar draws one group.
func (w *writer) bar(of report.GroupKind, g *report.Group) Bar {
	bar := Bar{Of: Ref{Place: PlaceFigure, Of: string(of), ID: g.ID}, Label: w.groupName(of, g).text, Rating: g.Rating,
		Rated: term("rating", string(g.Rating), named.Rating(w.words, g.Rating)).text}
	bar.Rated[0].Ref = figureRef(of, g.ID, report.FigRating)
	var parts, sum []Text
	for _, s := range report.Standings() {
		f := report.Figure(s)
		if g.N(f) == 0 || !w.pack.Plan(report.InScope).Stands(s) {
			continue
		}
		n := w.figure(of, g, f)
		bar.Segments = append(bar.Segments, Segment{Standing: s, Label: plain(named.Standing(w.words, s)), N: n.n, Ref: figureRef(of, g.ID, f)})
		parts, sum = append(parts, w.count("glance.standing."+string(s), n)), append(sum, n.text)
	}
	bar.Figures = w.join(parts)
	bar.Sum = between([]Text{between(sum, " + "), w.figure(of, g, report.InScope).text}, " = ")
	if len(parts) == 0 {
		bar.Figures = w.say("glance.percent_none")
		bar.Sum = bar.Figures
	}
	bar.Cells = []Text{w.say("bar.complete", "Complete", w.figure(of, g, report.FigComplete), "InScope", w.figure(of, g, report.InScope)),
		w.outstandingOf(of, g), w.figure(of, g, report.Overdue).text}
	if g.Percent == nil {
		bar.Cells[0] = plain(w.label("value.none_sign"))
	}
	if g.N(report.Overdue) > 0 {
		bar.Alarm = len(bar.Cells)
	}
	return bar
}

// outstandingOf is what was outstanding of a theme or the whole, and is: "3 → 4".
func (w *writer) outstandingOf(of report.GroupKind, g *report.Group) Text {
	b := w.bridgeOf(of, g.ID)
	if b == nil {
		return w.figure(of, g, report.Outstanding).text.bold()
	}
	opening, closing := number(b.Opening, bridgeRef(of, b.ID, "opening")), number(b.Closing, bridgeRef(of, b.ID, "closing"))
	opening.text = opening.text.looking(LookMuted)
	closing.text = closing.text.bold()
	return w.say("bar.outstanding", "Opening", opening, "Closing", closing)
}

// bridgeOf is the bridge of a theme, a review or the whole; nil without an earlier month.
func (w *writer) bridgeOf(of report.GroupKind, id string) *report.Bridge {
	if w.pack.Movement == nil {
		return nil
	}
	if of == report.OfAll {
		return &w.pack.Movement.All
	}
	bridges := w.bridges(of)
	if i := slices.IndexFunc(bridges, func(b report.Bridge) bool { return b.ID == id }); i >= 0 {
		return &bridges[i]
	}
	return nil
}

// bridges are those of a kind of groups; none of a kind that has no movement.
func (w *writer) bridges(of report.GroupKind) []report.Bridge {
	switch of {
	case report.OfThemes:
		return w.pack.Movement.Themes
	case report.OfReviews:
		return w.pack.Movement.Reviews
	}
	return nil
}

// folded is the row of the themes that have none of their own.
func (w *writer) folded(rest []int) Bar {
	groups := make([]*report.Group, len(rest))
	for i, at := range rest {
		groups[i] = &w.pack.Themes[at]
	}
	sum := func(f report.Figure) value { return sumOf(report.OfThemes, groups, f) }
	themes := laidOut(len(rest), "folded")
	bar := Bar{Label: w.count("bar.others", themes), Figures: trimmed(w.say("bar.see", "Page", value{text: w.pageOf("figures", PageFirst)}))}
	bar.Cells = []Text{w.say("bar.complete", "Complete", sum(report.FigComplete), "InScope", sum(report.InScope)), sum(report.Outstanding).text.bold(),
		sum(report.Overdue).text}
	if sum(report.Overdue).n > 0 {
		bar.Alarm = len(bar.Cells)
	}
	return bar
}

// pageOf is the page on which a section begins or ends: the file alone knows it.
func (w *writer) pageOf(section, which string) Text {
	return Text{{Text: "0", Ref: Ref{Place: PlaceLayout, ID: section, Name: which}}}
}

// see is the clause that names the page of a section.
func (w *writer) see(section string) Text {
	return append(Text{{Text: " ", Said: Said{ID: clausePage}}}, trimmed(w.say(clausePage, "Page", value{text: w.pageOf(section, PageFirst)}))...)
}

// Key explains the looks that occur in the bars.
func (b *Bars) Key() *Key {
	k := &Key{}
	for _, s := range report.Standings() {
		if i := slices.IndexFunc(b.Bars, func(b Bar) bool { return b.segment(s) != nil }); i >= 0 {
			k.Entries = append(k.Entries, Segment{Standing: s, Label: b.Bars[i].segment(s).Label})
		}
	}
	return k
}

// segment gives the stretch of a standing, nil for one that the bar lacks.
func (b *Bar) segment(s report.Standing) *Segment {
	i := slices.IndexFunc(b.Segments, func(part Segment) bool { return part.Standing == s })
	if i < 0 {
		return nil
	}
	return &b.Segments[i]
}
