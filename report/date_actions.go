package report

import (
	"iter"
	"slices"

	"boardpack/report/fold"
	"boardpack/report/keys"
)

// settle gives the position its dates, and those of its actions. The date of a recommendation with several actions is that of the
// action still open that is due first, and what belongs to that date comes from the same row: the original date, the words, how
// often it moved. So the dates of a recommendation move only when those of an action do, or when one is done.
func (p *Position) settle(before *Position, register *Register, rules *Rules) {
	if len(p.Recommendation.Actions) == 0 {
		if before != nil && len(before.Actions) > 0 {
			before = sameRow(before, []*Recommendation{p.Recommendation})[0]
		}
		p.settleRow(before, register, rules)
		return
	}
	rows := make([]*Recommendation, len(p.Recommendation.Actions))
	p.Actions = make([]Position, len(rows))
	for i := range rows {
		row := p.Recommendation.Actions[i]
		row.Scope = p.Scope
		rows[i] = &row
	}
	for i, was := range sameRow(before, rows) {
		action := &p.Actions[i]
		*action = *p
		action.Recommendation, action.Actions = rows[i], nil
		action.classify()
		action.follow(was)
		action.settleRow(was, register, rules)
		action.GroupThemes = groupThemes(rows[i], rules)
		action.measure()
	}
	p.takeDates(&p.Actions[p.dueFirst()])
}

func (p *Position) settleRow(before *Position, register *Register, rules *Rules) {
	p.setDates(before, register, rules)
	if before != nil {
		p.last = lastDates{before.Due, before.OriginalDue, before.Deciding}
	}
}

// takeDates gives the position all that its action has but what it is and where it stands.
func (p *Position) takeDates(from *Position) {
	whole := *p.Recommendation
	row := from.Recommendation
	whole.DueAsWritten, whole.OriginalDue, whole.EarlierDue, whole.Due, whole.DueInWords = row.DueAsWritten, row.OriginalDue, row.EarlierDue, row.Due, row.DueInWords
	for _, f := range []Field{FieldDueAsWritten, FieldOriginalDue, FieldDue} {
		if cell := row.Cells.Of(f); cell != "" {
			whole.Cells = whole.Cells.With(f, cell)
		}
	}
	was := *p
	*p = *from
	p.Recommendation, p.Actions, p.Standing, p.figures = &whole, was.Actions, was.Standing, was.figures
	p.TimesReopened, p.LastSeen = was.TimesReopened, was.LastSeen
}

// dueFirst gives the place of the action whose date is the recommendation's: of those still open the one that is due first, of
// equal ones that with the first original date; where none of these has a date, the first of them. Where none is open, the one
// that was due last.
func (p *Position) dueFirst() int {
	best, open := 0, slices.ContainsFunc(p.Actions, func(a Position) bool { return a.State.isOpen() })
	for i := range p.Actions {
		a, b := &p.Actions[i], &p.Actions[best]
		switch {
		case !open:
			if b.Deciding.IsZero() && !a.Deciding.IsZero() || a.Deciding.After(b.Deciding) {
				best = i
			}
		case !a.State.isOpen():
		case !b.State.isOpen(), b.Deciding.IsZero() && !a.Deciding.IsZero(), a.Deciding.Before(b.Deciding),
			a.Deciding == b.Deciding && a.OriginalDue.Before(b.OriginalDue):
			best = i
		}
	}
	return best
}

// sameRow finds, for each row of a recommendation, the position that it had last month: by all that the action says, or by one
// text that no other action has, or else by the order of the rows. It is nil for a new one. Where what were several rows is one,
// it goes on from the whole.
func sameRow(before *Position, rows []*Recommendation) []*Position {
	out := make([]*Position, len(rows))
	if before == nil {
		return out
	}
	lines := slices.Collect(before.Rows())
	now, was := make([][]string, len(rows)), make([][]string, len(lines))
	for i, row := range rows {
		now[i] = actionTexts(row)
	}
	for e, p := range lines {
		was[e] = actionTexts(p.Recommendation)
	}
	for i, e := range keys.PairTexts(now, was, len(rows) > 1) {
		if e >= 0 {
			out[i] = lines[e]
		}
	}
	if len(rows) == 1 && out[0] == nil {
		out[0] = before
	}
	return out
}

// actionTexts are the texts of an action as they are compared between months: the response and what the team's own columns say. Of
// a recommendation that was away there are none.
func actionTexts(r *Recommendation) []string {
	if r == nil {
		return nil
	}
	texts := []string{fold.Letters(r.Response["en"] + r.Response["cy"])}
	for _, extra := range r.Extra {
		texts = append(texts, fold.Letters(extra))
	}
	return texts
}

// lines gives the positions of the rows: the actions, or the position itself.
func (p *Position) Rows() iter.Seq[*Position] {
	return func(yield func(*Position) bool) {
		if len(p.Actions) == 0 {
			yield(p)
			return
		}
		for i := range p.Actions {
			if !yield(&p.Actions[i]) {
				return
			}
		}
	}
}
