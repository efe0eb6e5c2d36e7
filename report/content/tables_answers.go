package content

import (
	"math"

	"boardpack/report"
	"boardpack/report/named"
)

// answersTables are those of the workbook; none where nobody was asked.
func (w *writer) answersTables() []*Table {
	if w.pack.Round == nil {
		return nil
	}
	extensions, _ := w.extensions(math.MaxInt)
	notUpdated, _ := w.notUpdated(math.MaxInt)
	out := []*Table{w.askedOwners(), extensions, notUpdated, w.answers()}
	if w.isPortfolio() {
		reviews, _ := w.askedReviews(math.MaxInt)
		out = append(out, reviews)
	}
	return out
}

// extensions lists the later dates that owners ask for, so many at most, and tells how many more there are.
func (w *writer) extensions(most int) (t *Table, left int) {
	t = w.start("extensions")
	t.Empty = w.say("table.extensions.empty")
	w.column(t, "key", KindKey, 8)
	w.column(t, "short", KindText, 40)
	w.fieldColumn(t, report.FieldOwner, KindText, 20)
	w.column(t, "due_when_asked", KindDate, 14)
	w.column(t, "new_date", KindDate, 14)
	w.fieldColumn(t, report.FieldReason, KindText, 40)
	w.column(t, "extension_state", KindText, 20)
	all := w.pack.Round.Extensions
	for i := range all[:min(most, len(all))] {
		e := &all[i]
		reason := w.textCell(e.Reason.In(w.words.Lang()))
		if e.Reason.IsEmpty() {
			reason = plainCell(w.label("value.no_reason"))
		}
		t.row(Ref{Place: PlaceExtension, Index: i + 1}, e.Key, keyCell(e.Key), w.inTable(w.pack.Position(e.Key).Text), w.textCell(e.Owner.In(w.words.Lang())),
			w.dateCell(e.Asked), w.dateCell(e.Wanted), reason, plainCell(w.label("extension."+named.Underscored(string(e.State)))))
	}
	left = max(0, len(all)-most)
	t.Chosen = left > 0
	return t.outlined(w.isPortfolio()), left
}

// notUpdated lists what has not been updated since the month before.
func (w *writer) notUpdated(most int) (t *Table, left int) {
	t = w.start("not_updated")
	keys := w.pack.Round.NotUpdated
	if keys != nil {
		since := w.day(w.pack.PreviousAsAt, Ref{Place: PlaceRound, Name: "since"})
		t.Title, t.Empty = w.say("table.not_updated.since", "Date", since), w.say("table.not_updated.empty", "Date", since)
	}
	w.column(t, "key", KindKey, 8)
	w.column(t, "short", KindText, 50)
	w.fieldColumn(t, report.FieldOwner, KindText, 20)
	w.fieldColumn(t, report.FieldUpdated, KindDate, 14)
	w.column(t, "answer", KindText, 16)
	if len(keys) <= most {
		t.Lists = []Ref{{Place: PlaceRound, Name: string(report.FigNotUpdated)}}
	}
	for _, k := range keys[:min(most, len(keys))] {
		r := w.pack.Position(k)
		t.row(recommendation(k), k, keyCell(k), w.inTable(r.Text), w.saidCell(r.Recommendation, report.FieldOwner), w.dateCell(r.Updated), w.answerCell(k))
	}
	left = max(0, len(keys)-most)
	t.Chosen = left > 0
	return t.outlined(w.isPortfolio()), left
}

// answers lists everything that was asked about, with its answer.
func (w *writer) answers() *Table {
	t := w.start("asked_about")
	w.column(t, "key", KindKey, 8)
	w.column(t, "short", KindText, 50)
	w.fieldColumn(t, report.FieldOwner, KindText, 20)
	w.column(t, "answer", KindText, 16)
	w.fieldColumn(t, report.FieldUpdated, KindDate, 14)
	t.Lists = []Ref{roundRef(report.OfAll, string(report.OfAll), report.FigAsked)}
	for _, k := range w.pack.Round.All.Keys(report.FigAsked) {
		r := w.pack.Position(k)
		t.row(recommendation(k), k, keyCell(k), w.shortCell(r.Text), w.saidCell(r.Recommendation, report.FieldOwner), w.answerCell(k), w.dateCell(r.Updated))
	}
	return t
}

func (w *writer) answerCell(k string) Cell {
	if a := w.pack.Round.AnswerOf(k); a != "" {
		return plainCell(w.label("answer." + named.Underscored(string(a))))
	}
	return noCell(KindText)
}

// askedOwners has what each owner was asked and answered, and all as the last row.
func (w *writer) askedOwners() *Table {
	t := w.start("answers_owners")
	t.Notes = []Text{w.say("note.several_owners")}
	w.askedColumns(t)
	for i := range w.pack.Round.Owners {
		w.askedRow(t, report.OfOwners, &w.pack.Round.Owners[i])
	}
	w.askedRow(t, report.OfAll, &w.pack.Round.All)
	t.Rows[len(t.Rows)-1].Total = true
	return t
}

// askedReviews has the same of the reviews of a portfolio, so many at most.
func (w *writer) askedReviews(most int) (t *Table, left int) {
	t = w.start("answers_reviews")
	w.askedColumns(t)
	reviews := w.pack.Round.Reviews
	for i := range reviews[:min(most, len(reviews))] {
		w.askedRow(t, report.OfReviews, &reviews[i])
	}
	w.askedRow(t, report.OfAll, &w.pack.Round.All)
	t.Rows[len(t.Rows)-1].Total = true
	left = max(0, len(reviews)-most)
	t.Chosen = left > 0
	return t.outlined(true), left
}

// unansweredOwners has the owners who have not answered about every recommendation, so many at most.
func (w *writer) unansweredOwners(most int) (t *Table, left int) {
	t = w.start("unanswered")
	t.Chosen = true
	w.askedColumns(t)
	for i := range w.pack.Round.Owners {
		g := &w.pack.Round.Owners[i]
		switch {
		case g.N(report.FigAnswered) == g.N(report.FigAsked):
		case len(t.Rows) >= most:
			left++
		default:
			w.askedRow(t, report.OfOwners, g)
		}
	}
	return t.outlined(w.isPortfolio()), left
}

func (w *writer) askedColumns(t *Table) {
	w.column(t, RoundName, KindText, 34)
	for _, f := range report.AskedFigures() {
		w.figureColumn(t, f, KindCount, 11)
	}
	w.column(t, string(report.FigPartlyAnswered)+RefsOf, KindText, 24)
	w.column(t, string(report.FigNotAnswered)+RefsOf, KindText, 36)
}

func (w *writer) askedRow(t *Table, of report.GroupKind, g *report.RoundGroup) {
	name := w.textCell(g.Name.In(w.words.Lang()))
	if of == report.OfAll {
		name = plainCell(w.label("group.all"))
	}
	cells := []Cell{name}
	for _, f := range report.AskedFigures() {
		cells = append(cells, countCell(g.N(f)))
	}
	t.row(Ref{Place: PlaceRound, Of: string(of), ID: g.ID}, "", append(cells, keysCell(g.Keys(report.FigPartlyAnswered)), keysCell(g.Keys(report.FigNotAnswered)))...)
}
