package report

import (
	"slices"
	"time"

	"boardpack/report/dates"
)

// Calendar gives what the register's dates are read by.
func (r *Register) Calendar(rules *Rules) dates.Calendar {
	return dates.Calendar{Published: r.About.Published, Issued: r.About.ResponseIssued, AsAt: r.AsAt,
		YearEnd: rules.FinancialYearEnd, Zone: rules.TimeZone}
}

// zone names the time zone of the rules.
func (r *Rules) Zone() string {
	if r.TimeZone == nil {
		return time.UTC.String()
	}
	return r.TimeZone.String()
}

// setDates settles due and original due. Due is the last revision that is filled, else the original, else the reading of the
// date as written. Original due is its column, else the first date that an earlier month gave, else the first that this month's
// row gives.
func (p *Position) setDates(before *Position, register *Register, rules *Rules) {
	row := p.Recommendation
	p.Reading = register.Calendar(rules).Read(p.DueAsWritten)
	original, revised := row.OriginalDue, row.revisions()
	if original.IsZero() && len(revised) == 0 && !p.Reading.Date.IsZero() {
		revised = p.Reading.All()
		if len(revised) > 1 {
			original, revised = revised[0], revised[1:]
		}
	}
	p.Due = original
	if len(revised) > 0 {
		p.Due = revised[len(revised)-1]
	}
	if original.IsZero() && before != nil {
		original = before.OriginalDue
	}
	if original.IsZero() && len(revised) > 0 {
		original = revised[0]
	}
	p.OriginalDue = original
	if p.FirstDue.IsZero() {
		p.FirstDue = original
	}
	p.countMoves(before, revised)
	p.decideBy(rules)
	if !p.Due.IsZero() {
		p.Slip = p.Due.DaysSince(p.OriginalDue)
	}
}

// decideBy takes the date that decides what is overdue.
func (p *Position) decideBy(rules *Rules) {
	p.Deciding = p.Due
	if rules.OverdueBy == ByOriginalDue {
		p.Deciding = p.OriginalDue
	}
}

// DatesInWords lists the dates in words of the row: those of its due columns, and the date as written unless it is one of them.
func (p *Position) DatesInWords() []DateInWords {
	if p.Reading.Kind == dates.ReadNothing ||
		slices.ContainsFunc(p.DueInWords, func(d DateInWords) bool { return d.Text == p.DueAsWritten }) {
		return p.DueInWords
	}
	written := DateInWords{FieldDueAsWritten, p.Cell(FieldDueAsWritten), p.DueAsWritten, p.Reading}
	return append(slices.Clone(p.DueInWords), written)
}

// countMoves settles how often the date moved: as often as the months seen moved it, or as the row's own revisions did, whichever
// is more. They are two views of the same moves, so they are never added up.
func (p *Position) countMoves(before *Position, revised []Date) {
	p.movesSeen = p.moveSince(before)
	if before != nil {
		p.movesSeen += before.movesSeen
	}
	inRow, last := 0, p.OriginalDue
	for _, d := range revised {
		inRow += one(moved(last, d))
		last = d
	}
	p.TimesMoved = max(p.movesSeen, inRow)
}

// moveSince counts a move of the date since the month before. A first date that differs from its own original has moved
// once already.
func (p *Position) moveSince(before *Position) int {
	if before == nil || before.Due.IsZero() {
		return one(moved(p.OriginalDue, p.Due))
	}
	return one(moved(before.Due, p.Due))
}

// moved tells whether one date was put in place of another. A first date is not a move, and neither is a date taken away.
func moved(from, to Date) bool { return !from.IsZero() && !to.IsZero() && from != to }

// dueIsOriginal tells whether the original date stands for a due date that no revision gives.
func (p *Position) dueIsOriginal() bool {
	return p.Recommendation.Due.IsZero() && !p.Recommendation.OriginalDue.IsZero()
}

// follow carries on from the month in which the recommendation was last seen.
func (p *Position) follow(before *Position) {
	if before == nil {
		return
	}
	p.FirstDue = before.FirstDue
	p.TimesReopened = before.TimesReopened + one(before.Standing == StandComplete && p.outstanding())
}
