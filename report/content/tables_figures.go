package content

import (
	"boardpack/report"
	"boardpack/report/named"
)

// summary shows every figure of every group of a kind, and the whole as the last row.
func (w *writer) summary(kind report.GroupKind) *Table {
	t := w.start("summary_" + string(kind))
	w.column(t, string(kind), KindText, 26)
	for _, f := range w.pack.Figures() {
		w.figureColumn(t, f.Name, KindCount, 11)
	}
	w.figureColumn(t, report.PercentComplete, KindPercent, 11)
	w.figureColumn(t, report.FigRating, KindRating, 11)
	groups := w.pack.Groups(kind)
	for i := range groups {
		w.summaryRow(t, kind, &groups[i])
	}
	w.summaryRow(t, report.OfAll, &w.pack.All)
	t.Rows[len(t.Rows)-1].Total = true
	if kind == report.OfThemes && w.pack.Rules.EachTheme {
		t.Notes = append(t.Notes, w.say("note.each_theme"))
	}
	return t
}

func (w *writer) summaryRow(t *Table, kind report.GroupKind, g *report.Group) {
	cells := []Cell{w.groupCell(g.ID, g.Name)}
	for _, f := range w.pack.Figures() {
		cells = append(cells, countCell(g.N(f.Name)))
	}
	t.row(figureRef(kind, g.ID, ""), "", append(cells, w.percentCell(g.Percent), w.ratingCell(g.Rating))...)
}

// movement shows the bridge of every theme, and of the whole as the last row. It has no rows without an earlier month.
func (w *writer) movement() *Table { return w.movementOf("movement", report.OfThemes) }

// movementOf shows the bridge of every group of a kind that has them.
func (w *writer) movementOf(id string, kind report.GroupKind) *Table {
	t := w.start(id, "Since", w.previousMonth(), "Month", w.month())
	t.Empty = w.say("glance.first_month")
	w.column(t, string(kind), KindText, 26)
	w.column(t, "opening", KindCount, 11)
	for _, step := range (report.Bridge{}).Steps() {
		w.column(t, "step_"+step.ID, KindCount, 11)
	}
	w.column(t, "closing", KindCount, 11)
	if w.pack.Movement == nil {
		return t
	}
	for _, b := range w.bridges(kind) {
		w.bridgeRow(t, kind, b)
	}
	w.bridgeRow(t, report.OfAll, w.pack.Movement.All)
	t.Rows[len(t.Rows)-1].Total = true
	return t
}

func (w *writer) bridgeRow(t *Table, of report.GroupKind, b report.Bridge) {
	cells := []Cell{w.groupCell(b.ID, b.Name), countCell(b.Opening)}
	for _, step := range b.Steps() {
		cells = append(cells, countCell(step.N))
	}
	t.row(bridgeRef(of, b.ID, ""), "", append(cells, countCell(b.Closing))...)
}

// trendTable shows the months that there are, oldest first.
func (w *writer) trendTable() *Table {
	t := w.start("trend")
	w.column(t, "month", KindText, 18)
	w.column(t, "as_at", KindDate, 14)
	for _, f := range []report.Figure{report.InScope, report.FigComplete, report.Outstanding, report.Overdue} {
		w.figureColumn(t, f, KindCount, 12)
	}
	for i, m := range w.pack.Trend {
		t.row(Ref{Place: PlaceTrend, Index: i + 1}, "", plainCell(w.words.MonthName(m.Month)), w.dateCell(m.AsAt), countCell(m.InScope),
			countCell(m.Complete), countCell(m.Outstanding), countCell(m.Overdue))
	}
	return t
}

// ageing shows how long what is overdue has been so, beside the month before; all that is overdue is the last row.
func (w *writer) ageing() *Table {
	t := w.start("ageing", "Date", w.asAt())
	w.column(t, "band", KindText, 22)
	w.column(t, "number", KindCount, 10)
	w.column(t, "number_before", KindCount, 10)
	w.column(t, "refs", KindText, 50)
	for i, band := range w.pack.Ageing {
		before := noCell(KindCount)
		if w.pack.PreviousAgeing != nil {
			before = countCell(len(w.pack.PreviousAgeing[i].Keys))
		}
		of := Ref{Place: PlaceAgeing, ID: band.ID}
		t.row(of, "", plainCell(w.label("ageing."+band.ID)), countCell(len(band.Keys)), before, keysCell(band.Keys))
	}
	all := w.pack.All.Keys(report.Overdue)
	before := noCell(KindCount)
	if w.pack.Previous != nil {
		before = countCell(w.pack.Previous.N(report.Overdue))
	}
	of := figureRef(report.OfAll, w.pack.All.ID, report.Overdue)
	t.row(of, "", plainCell(w.label("figure.overdue")), countCell(len(all)), before, keysCell(all))
	t.Rows[len(t.Rows)-1].Total = true
	return t
}

// restated lists the figures of last month that are not those that were published.
func (w *writer) restated() *Table {
	t := w.start("restated", "Month", w.previousMonth())
	t.Empty = w.say("table.restated.empty")
	w.column(t, string(report.OfThemes), KindText, 26)
	w.column(t, "figure", KindText, 22)
	w.column(t, "published", KindCount, 12)
	w.column(t, "corrected", KindCount, 12)
	w.column(t, "left", KindText, 30)
	w.column(t, "joined", KindText, 30)
	w.column(t, "why", KindText, 30)
	r := w.pack.Restated
	if r == nil {
		return t
	}
	row := func(list string, i int, of report.RestatedOf, f report.Figure, was, is, left, joined Cell) {
		group := w.groupCell(of.ID, of.Name)
		t.row(Ref{Place: PlaceRestated, ID: list, Index: i + 1}, "", group, runsCell(w.figureLabel(f)), was, is, left, joined, w.restatingCell(of.Cause))
	}
	for i, f := range r.Figures {
		row("", i, f.RestatedOf, f.Figure, countCell(f.Published), countCell(f.Now), keysCell(f.Left), keysCell(f.Joined))
	}
	for i, p := range r.Percents {
		row(RestatedPercents, i, p.RestatedOf, report.PercentComplete, w.percentCell(p.Published), w.percentCell(p.Now), noCell(KindText), noCell(KindText))
	}
	for i, g := range r.Ratings {
		row(RestatedRatings, i, g.RestatedOf, report.FigRating, w.ratingCell(g.Published), w.ratingCell(g.Now), noCell(KindText), noCell(KindText))
	}
	return t
}

// restatingCell says why something was restated; nothing where nobody can tell.
func (w *writer) restatingCell(c report.Restating) Cell {
	if c == "" {
		return Cell{Kind: KindText, Missing: NotAvailable}
	}
	return plainCell(named.Restating(w.words, c))
}
