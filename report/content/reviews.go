package content

import (
	"slices"
	"unicode/utf8"

	"boardpack/report"
)

// reviewBars draws reviews, one row each, and the whole last. On page 1 those of many that there is no room for stand in one row.
func (w *writer) reviewBars(front bool) *Bars {
	overdue := trimmed(w.say("reviews.overdue_head", "Overdue", value{text: w.figureLabel(report.Overdue)}))
	out := &Bars{Title: w.reviewsTitle(), Heads: []Text{trimmed(w.say("column.reviews")), trimmed(w.say("progress.states")),
		w.figureLabel(report.FigComplete), w.outstandingHead(), overdue, trimmed(w.say("column.rating"))}, MM: reviewColumns()}
	order := w.byOverdue()
	shown := order
	if front && w.areManyReviews() {
		shown = order[:w.measures().ReviewsFolded]
	}
	for _, g := range shown {
		bar := w.bar(report.OfReviews, g)
		bar.Label[0].RunOf = &RunOf{Paper: g.ID}
		out.Bars = append(out.Bars, w.withLongest(bar, w.figure(report.OfReviews, g, report.Overdue), g.Keys(report.Overdue)))
	}
	if rest := order[len(shown):]; len(rest) > 0 {
		out.Bars = append(out.Bars, w.otherReviews(rest))
	}
	all := w.withLongest(w.bar(report.OfAll, &w.pack.All), w.whole(report.Overdue), w.pack.All.Keys(report.Overdue))
	all.Total, all.Label = true, trimmed(w.count("reviews.all", w.reviews("")))
	const room = 22 // characters
	if n := len(all.Sum); n > 2 && utf8.RuneCountInString(all.Sum.Plain()) > room {
		all.Sum = all.Sum[:n-2] // without what it comes to, which the next column has
	}
	out.Bars = append(out.Bars, all)
	return out
}

// areManyReviews tells of more than page 1 has room for.
func (w *writer) areManyReviews() bool { return len(w.pack.Reviews) > w.measures().Reviews }

// withLongest puts the longest days late behind what is overdue: "6 (212 d)".
func (w *writer) withLongest(bar Bar, overdue value, keys []string) Bar {
	bar.Alarm = 0
	last := len(bar.Cells) - 1
	if p := w.longestLate(keys); p != nil {
		overdue.text = overdue.text.bold().looking(LookAlarm)
		bar.Cells[last] = trimmed(w.say("bar.overdue", "Overdue", overdue, "Days", number(p.DaysLate, recommendation(p.Key).named("days_late"))))
	}
	return bar
}

// otherReviews is the row of those that have none of their own on page 1.
func (w *writer) otherReviews(rest []*report.Group) Bar {
	sum := func(f report.Figure) value { return sumOf(report.OfReviews, rest, f) }
	reviews := laidOut(len(rest), "folded")
	bar := Bar{Label: w.count("reviews.others", reviews), Figures: trimmed(w.say("bar.see", "Page", value{text: w.pageOf("reviews", PageFirst)}))}
	outstanding := sum(report.Outstanding).text.bold()
	if w.pack.Movement != nil {
		outstanding = w.say("bar.outstanding", "Opening", w.bridgesOf(rest, "opening"), "Closing", w.bridgesOf(rest, "closing"))
	}
	bar.Cells = []Text{w.say("bar.complete", "Complete", sum(report.FigComplete), "InScope", sum(report.InScope)), outstanding, sum(report.Overdue).text}
	var late []string
	for _, g := range rest {
		late = append(late, g.Keys(report.Overdue)...)
	}
	return w.withLongest(bar, sum(report.Overdue), late)
}

// bridgesOf adds up the beginnings or the ends of the bridges of some reviews.
func (w *writer) bridgesOf(groups []*report.Group, name string) value {
	n, terms := 0, []Term(nil)
	for _, g := range groups {
		b := w.bridgeOf(report.OfReviews, g.ID)
		if name == "opening" {
			n += b.Opening
		} else {
			n += b.Closing
		}
		terms = append(terms, Term{Ref: bridgeRef(report.OfReviews, g.ID, name)})
	}
	v := number(n, terms[0].Ref, terms[1:]...)
	if name == "opening" {
		v.text = v.text.looking(LookMuted)
	} else {
		v.text = v.text.bold()
	}
	return v
}

// reviewsTitle says how many reviews are red, and how they are ordered.
func (w *writer) reviewsTitle() Text {
	all, red := w.reviews(""), w.reviews(report.Red)
	var out Text
	switch {
	case red.n == 0:
		out = w.say("reviews.none_red")
	case red.n == all.n:
		out = w.count("reviews.all_red", all)
	default:
		out = w.count("reviews.red", w.worded(red), "Reviews", all)
	}
	return trimmed(capital(out))
}

// reviewsNote says what the table cannot: what d is, that nothing is counted once only, and which registers are missing.
func (w *writer) reviewsNote() Text {
	parts := []Text{w.say("reviews.note")}
	if w.pack.Movement != nil {
		parts = append(parts, w.missingNote())
	}
	return trimmed(between(append(parts, w.say("reviews.own_papers")), " "))
}

// missingNote names the registers that the last paper had and this one has not, those with most outstanding first.
func (w *writer) missingNote() Text {
	const most = 12
	gone := w.goneReviews()
	if len(gone) == 0 {
		return w.say("reviews.none_missing", "Since", w.sinceMonth())
	}
	slices.SortStableFunc(gone, func(a, b report.Bridge) int { return b.Opening - a.Opening })
	var parts []Text
	for _, b := range gone[:min(most, len(gone))] {
		parts = append(parts, w.say("reviews.missing.one", "Review", w.reviewName(b.ID, b.Name), "Opening", number(b.Opening, bridgeRef(report.OfReviews, b.ID, "opening"))))
	}
	if left := len(gone) - len(parts); left > 0 {
		parts = append(parts, w.count("list.more", laidOut(left, "left")))
	}
	return w.say("reviews.missing", "Since", w.sinceMonth(), "Reviews", between(parts, "; "))
}

// reviewsSection is the whole table, where page 1 has not all of it.
func (w *writer) reviewsSection() []Block {
	if !w.isPortfolio() || !w.areManyReviews() {
		return nil
	}
	bars := w.reviewBars(false)
	return []Block{heading(2, "reviews", bars.Title), {Key: bars.Key()}, {Bars: bars}, paragraph(RoleNote, trimmed(w.say("reviews.note")))}
}
