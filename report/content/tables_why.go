package content

import (
	"slices"

	"boardpack/report"
	"boardpack/report/named"
)

// figureChanges explains each figure that changed since last month, a row for each reason; with only headline figures, those that a
// board asks after by name, and then it has no rows when none of them changed.
func (w *writer) figureChanges() *Table {
	return w.changesOf("figure_changes", func(report.Figure) bool { return true })
}

func (w *writer) headlineChanges() *Table {
	headlines := []report.Figure{report.FigComplete, report.AwaitingSignOff, report.Outstanding, report.Overdue, report.DueSoon, report.NoDate}
	t := w.changesOf("headline_changes", func(f report.Figure) bool { return slices.Contains(headlines, f) })
	if len(t.Rows) > 0 {
		t.Notes = append(t.Notes, w.say("note.headline_changes"))
	}
	return t
}

func (w *writer) changesOf(id string, shown func(report.Figure) bool) *Table {
	t := w.start("figure_changes", "Since", w.previousMonth(), "Month", w.month())
	t.ID = id
	w.column(t, "figure", KindText, 22)
	w.column(t, "number_before", KindCount, 10)
	w.column(t, "number", KindCount, 10)
	w.column(t, "difference", KindCount, 10)
	w.column(t, "why", KindText, 40)
	w.column(t, "refs", KindText, 40)
	if w.pack.Movement == nil {
		t.Empty = w.say("glance.first_month")
		return t
	}
	t.Empty = w.say("glance.nothing_changed", "Since", w.sinceMonth())
	for _, change := range w.pack.FigureChanges {
		if !shown(change.Figure) {
			continue
		}
		for i, r := range change.Reasons {
			of := Ref{Place: PlaceReason, ID: string(change.Figure), Index: i + 1}
			t.row(of, "", runsCell(w.figureLabel(change.Figure)), countCell(change.Was), countCell(change.Is), differenceCell(r.Effect),
				runsCell(w.reason(r)), w.reasonKeys(r, of.named("refs")))
		}
	}
	t.Notes = append(w.percentNote(), w.ratingNote()...)
	return t
}

// reason says why a figure changed.
func (w *writer) reason(r report.Reason) Text {
	switch r.Kind {
	case report.ReasonStanding:
		return w.say("reason.standing", "From", w.standing(r.From), "To", w.standing(r.To))
	case report.ReasonNear:
		return w.say("reason.near", "Days", w.days())
	}
	return w.say("reason." + string(r.Kind))
}

func (w *writer) standing(s report.Standing) value {
	return term("standing", string(s), named.Standing(w.words, s))
}

// differenceCell shows a change with its sign.
func differenceCell(n int) Cell {
	c := countCell(n)
	c.Text = signed(n)
	if n == 0 {
		c.Text = "0"
	}
	return c
}

// reasonKeys names the recommendations and, of those that were given another date, how often it has moved.
func (w *writer) reasonKeys(r report.Reason, list Ref) Cell {
	if r.Kind != report.ReasonLater && r.Kind != report.ReasonForward {
		return keysCell(r.Keys)
	}
	parts := make([]Text, len(r.Keys))
	for i, k := range r.Keys {
		name := key(k, list.at(i))
		name.text[0].Key = "" // the cell is no list of links
		parts[i] = w.count("reason.times", w.times(k, r.Times[i]), "Ref", name)
	}
	return runsCell(commas(parts))
}

// percentNote says what the percentage was and is.
func (w *writer) percentNote() []Text {
	was, is := w.pack.Previous, &w.pack.All
	if was.Percent == nil || is.Percent == nil || *was.Percent == *is.Percent {
		return nil
	}
	before := w.say("glance.complete_of", "Complete", w.before(report.FigComplete), "InScope", w.before(report.InScope),
		"Percent", number(*was.Percent, Ref{Place: PlaceBefore, Name: string(report.PercentComplete)}))
	return []Text{w.say("note.percent_changed", "Was", before, "Is", w.completeOf(report.OfAll, is))}
}

// ratingNote says what the rating was and is, and the rule that holds now.
func (w *writer) ratingNote() []Text {
	was, is := w.pack.Previous.Rating, w.pack.All.Rating
	if was == is {
		return nil
	}
	rule := plain(named.WhyUnrated(w.words, is))
	if i := w.pack.All.RatedBy; i >= 0 && i < len(w.pack.Rules.GroupRatings) {
		text, lang := w.pack.Rules.GroupRatings[i].Sentence.In(w.words.Lang())
		rule = w.quotedIn(text, lang, "rating_rule").text
	}
	before := term("rating", string(was), named.Rating(w.words, was))
	now := value{text: Text{{Text: named.Rating(w.words, is), Ref: figureRef(report.OfAll, w.pack.All.ID, report.FigRating)}}}
	return []Text{w.say("note.rating_changed", "Was", before, "Is", now, "Rule", rule)}
}
