package content

import (
	"slices"

	"boardpack/report"
	"boardpack/report/named"
)

// glance is the page that answers a board in ten seconds: sentences, headline figures, progress by theme, what changed, and what
// the board is asked to do.
func (w *writer) glance() []Block {
	blocks := []Block{
		{Heading: &Heading{Level: 2, Text: trimmed(w.say("glance.title")), ID: "glance"}},
		{Paragraph: &Paragraph{Role: RoleSubtitle, Text: w.subtitle()}},
	}
	for _, sentence := range w.lead() {
		blocks = append(blocks, Block{Paragraph: &Paragraph{Role: RoleLead, Text: sentence}})
	}
	if trend := w.trendChart(); trend != nil {
		trend.Optional = true
		blocks = append(blocks, Block{Chart: trend})
	}
	bars := w.bars()
	beside := func(text Text) Block { return Block{Heading: &Heading{Level: 3, Text: text, Beside: true}} }
	return append(blocks,
		Block{Tiles: w.tiles()},
		beside(bars.Title), Block{Key: bars.Key()}, Block{Bars: bars},
		beside(w.changedHeading()), Block{List: &List{ID: "changed", Items: w.changed(), Joins: true}},
		beside(trimmed(w.say("ask.title"))), Block{List: &List{ID: "asks", Numbered: true, Items: w.asks()}})
}

// subtitle says of what and when the page speaks, and that the data need a look where they do.
func (w *writer) subtitle() Text {
	parts := []Text{w.title(), trimmed(w.say("page.as_at", "Date", w.asAt()))}
	if w.pack.Movement != nil {
		parts = append(parts, trimmed(w.say("glance.compared", "Date", w.previousAsAt())))
	}
	out := between(parts, dot)
	if warning := w.warning(); len(warning) > 0 {
		out = append(append(out, Run{Text: LineEnd}), warning...)
	}
	return out
}

// LineEnd begins the second line of a subtitle.
const LineEnd = " \n"

// warning says what makes the whole pack doubtful, and how many points about the data need a look.
func (w *writer) warning() Text {
	var out []Text
	for _, code := range report.PageOneCodes() {
		if slices.ContainsFunc(w.pack.Problems, func(p report.Problem) bool { return p.Code == code && p.Level == report.Warning }) {
			out = append(out, w.say("glance.doubt."+code))
		}
	}
	if w.pack.Movement != nil && w.pack.PreviousMonth.Next() != w.pack.Month {
		out = append(out, w.say("glance.doubt.gap", "Previous", w.previousMonth()))
	}
	if n := w.pack.WarningCount(); n > 0 {
		out = append(out, w.count("glance.warning", number(n, Ref{Place: PlaceProblems, Name: ProblemsToCheck})))
	}
	return between(out, " ")
}

// unfinished is what stands beside what is complete: what awaits sign-off, or where nobody signs off, what is outstanding.
func (w *writer) unfinished() report.Figure {
	if some, _ := w.pack.SignOffRecorded(); some {
		return report.AwaitingSignOff
	}
	return report.Outstanding
}

func (w *writer) tiles() *Tiles {
	all := &w.pack.All
	ofDated := w.say("glance.of_dated", "Dated", w.whole(report.Dated)) // what has no date cannot be late
	tile := func(f report.Figure, of Text) Tile {
		return Tile{Figure: figureRef(report.OfAll, all.ID, f), Label: w.figureLabel(f), Number: w.whole(f).text, Of: of, Change: w.changeSince(f)}
	}
	overdue := tile(report.Overdue, ofDated)
	overdue.Alarm = all.N(report.Overdue) > 0
	return &Tiles{[]Tile{tile(report.FigComplete, w.percentOf()),
		tile(w.unfinished(), w.say("glance.of_in_scope", "InScope", w.whole(report.InScope))),
		overdue, tile(report.DueSoon, ofDated)}}
}

// percentOf says what the percentage of the whole is out of: "of 17 · 18%", or that it does not apply.
func (w *writer) percentOf() Text {
	all := &w.pack.All
	if all.Percent == nil {
		return w.say("glance.percent_none")
	}
	return w.say("glance.percent_of", "InScope", w.whole(report.InScope), "Percent", w.percent(report.OfAll, all))
}

// completeOf is "3 of 17 (18%)", or that it does not apply because nothing is in scope.
func (w *writer) completeOf(of report.GroupKind, g *report.Group) Text {
	if g.Percent == nil {
		return w.say("value.not_applicable")
	}
	return w.say("glance.complete_of", "Complete", w.figure(of, g, report.FigComplete), "InScope", w.figure(of, g, report.InScope), "Percent", w.percent(of, g))
}

// changeSince says how a figure of the whole moved since last month.
func (w *writer) changeSince(f report.Figure) Text {
	if w.pack.Previous == nil {
		return nil
	}
	change, by := w.since(f)
	switch {
	case change > 0:
		return w.say("glance.up", "Change", by, "Since", w.sinceMonth())
	case change < 0:
		return w.say("glance.down", "Change", by, "Since", w.sinceMonth())
	}
	return w.say("glance.no_change", "Since", w.sinceMonth())
}

// bars draws each theme, and the whole last.
func (w *writer) bars() *Bars {
	out := &Bars{Title: trimmed(w.say("progress.title")), Heads: []Text{trimmed(w.say("column.themes")), trimmed(w.say("progress.states")),
		trimmed(w.say("progress.complete")), trimmed(w.say("column.rating"))}}
	for i := range w.pack.Themes {
		out.Bars = append(out.Bars, w.bar(report.OfThemes, &w.pack.Themes[i]))
	}
	all := w.bar(report.OfAll, &w.pack.All)
	all.Total = true
	out.Bars = append(out.Bars, all)
	return out
}

// bar draws one group.
func (w *writer) bar(of report.GroupKind, g *report.Group) Bar {
	bar := Bar{Of: Ref{Place: PlaceFigure, Of: string(of), ID: g.ID}, Label: w.groupName(of, g).text, Complete: w.completeOf(of, g), Rating: g.Rating,
		Rated: term("rating", string(g.Rating), named.Rating(w.words, g.Rating)).text}
	bar.Rated[0].Ref = figureRef(of, g.ID, report.FigRating)
	var parts []Text
	for _, s := range report.Standings() {
		f := report.Figure(s)
		if g.N(f) == 0 || !w.pack.Plan(report.InScope).Stands(s) {
			continue
		}
		n := w.figure(of, g, f)
		bar.Segments = append(bar.Segments, Segment{Standing: s, Label: plain(named.Standing(w.words, s)), N: n.n, Ref: figureRef(of, g.ID, f)})
		parts = append(parts, w.count("glance.standing."+string(s), n))
	}
	bar.Figures = w.join(parts)
	if len(parts) == 0 {
		bar.Figures = w.say("glance.percent_none")
	}
	return bar
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
