package report

import (
	"slices"
	"strconv"
	"strings"
)

// FigureChangesTable explains each figure that changed since last month, a row for each reason.
func (p *Pack) FigureChangesTable(w Words) Table { return p.changesOf(w, p.FigureChanges) }

// HeadlineChangesTable explains the headline figures alone, and has no rows when none of them changed.
func (p *Pack) HeadlineChangesTable(w Words) Table {
	var headline []FigureChange
	for _, change := range p.FigureChanges {
		if slices.Contains(headlineFigures(), change.Figure) {
			headline = append(headline, change)
		}
	}
	t := p.changesOf(w, headline)
	if len(t.Rows) > 0 {
		t.Notes = append(t.Notes, w.Say("note.headline_changes"))
	}
	return t
}

// headlineFigures are those that a board asks after by name.
func headlineFigures() []Figure {
	return []Figure{FigComplete, AwaitingSignOff, Outstanding, Overdue, DueSoon, NoDate}
}

func (p *Pack) changesOf(w Words, changes []FigureChange) Table {
	t := table(w, "figure_changes", "Since", w.MonthName(p.PreviousMonth), "Month", w.MonthName(p.Month))
	t.column(w, "figure", KindText, 22)
	t.column(w, "number_before", KindCount, 10)
	t.column(w, "number", KindCount, 10)
	t.column(w, "difference", KindCount, 10)
	t.column(w, "why", KindText, 40)
	t.column(w, "refs", KindText, 40)
	if p.Movement == nil {
		t.Empty = w.Say("glance.first_month")
		return t
	}
	t.Empty = w.Say("glance.nothing_changed", "Since", p.Since(w))
	for _, change := range changes {
		for _, r := range change.Reasons {
			is := countCell(change.Is)
			is.Figure = FigureRef{OfAll, p.All.ID, change.Figure}
			t.row("", plainCell(p.figureLabel(w, change.Figure)), countCell(change.Was), is, differenceCell(r.Effect),
				plainCell(p.reasonWords(w, r)), reasonKeysCell(w, r))
		}
	}
	t.Notes = append(p.percentNote(w), p.ratingNote(w)...)
	return t
}

// reasonWords says the reason.
func (p *Pack) reasonWords(w Words, r Reason) string {
	switch r.Kind {
	case ReasonStanding:
		return w.Say("reason.standing", "From", StandingWord(w, r.From), "To", StandingWord(w, r.To))
	case ReasonNear:
		return w.Say("reason.near", "Days", p.Rules.DueSoonDays)
	}
	return w.Say("reason." + string(r.Kind))
}

// differenceCell shows a change with its sign.
func differenceCell(n int) Cell {
	c := countCell(n)
	c.Text = below(n)
	if n > 0 {
		c.Text = "+" + c.Text
	}
	return c
}

// minus is the sign of that name, which is read as such.
const minus = "\u2212"

// below writes a number that may be below nought.
func below(n int) string {
	if n < 0 {
		return minus + strconv.Itoa(-n)
	}
	return strconv.Itoa(n)
}

// keysCell names recommendations, each a link.
func keysCell(keys []string) Cell {
	c := Cell{Kind: KindText, Text: strings.Join(keys, ", "), Links: keys}
	if len(keys) == 0 {
		c.Missing = NotApplicable
	}
	return c
}

// reasonKeysCell names the recommendations and, of those that were given another date, how often it has moved.
func reasonKeysCell(w Words, r Reason) Cell {
	c := keysCell(r.Keys)
	if r.Kind != ReasonLater && r.Kind != ReasonForward {
		return c
	}
	parts := make([]string, len(r.Keys))
	for i, key := range r.Keys {
		parts[i] = w.Count("reason.times", r.Times[i], "Ref", key)
	}
	c.Text = strings.Join(parts, ", ")
	return c
}

// percentNote says what the percentage was and is.
func (p *Pack) percentNote(w Words) []string {
	was, is := p.Previous, &p.All
	if was.Percent == nil || is.Percent == nil || *was.Percent == *is.Percent {
		return nil
	}
	return []string{w.Say("note.percent_changed", "Was", p.CompleteOf(w, was), "Is", p.CompleteOf(w, is))}
}

// ratingNote says what the rating was and is, and the rule that holds now.
func (p *Pack) ratingNote(w Words) []string {
	if p.Previous.Rating == p.All.Rating {
		return nil
	}
	rule := w.Say("rates.group.not_rated")
	if i := p.All.RatedBy; i >= 0 && i < len(p.Rules.GroupRatings) {
		rule, _ = p.Rules.GroupRatings[i].Sentence.In(w.Lang())
	}
	return []string{w.Say("note.rating_changed", "Was", RatingWord(w, p.Previous.Rating), "Is", RatingWord(w, p.All.Rating), "Rule", rule)}
}
