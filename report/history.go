package report

// snapshot is one month of a register, keyed, dated and classified.
type snapshot struct {
	*keyed
	positions []Position
}

// assess works out where every row stands in one month, given the month before (nil for the first).
func assess(register *Register, before *snapshot, rules *Rules) *snapshot {
	var keysBefore *keyed
	if before != nil {
		keysBefore = before.keyed
	}
	s := &snapshot{keyed: identify(register, keysBefore)}
	count := newCounter()
	s.positions = make([]Position, len(register.Recommendations))
	for i := range register.Recommendations {
		p := &s.positions[i]
		*p = Position{Recommendation: &register.Recommendations[i], Key: s.keys[i], RatedBy: -1, counter: count,
			asAt: register.AsAt, dueSoonDays: rules.DueSoonDays}
		p.setDates(s.positionBefore(before, i), register, rules)
		p.Standing = standing(p.Recommendation, register.HasSignOff)
		p.GroupThemes = groupThemes(p.Recommendation, rules)
		p.measure()
	}
	return s
}

func (s *snapshot) positionBefore(before *snapshot, i int) *Position {
	if before == nil || s.last[i] < 0 {
		return nil
	}
	return &before.positions[s.last[i]]
}

// setDates settles due and original due. Due is the column, else the reading of the date as written. Original due is
// the column, else the first date that an earlier month gave, else due.
func (p *Position) setDates(before *Position, register *Register, rules *Rules) {
	p.Reading = ReadDueAsWritten(p.DueAsWritten, register.About.ResponseIssued, rules.FinancialYearEnd)
	p.Due = p.Recommendation.Due
	if p.Due.IsZero() {
		p.Due = p.Reading.Date
	}
	p.OriginalDue = p.Recommendation.OriginalDue
	if before != nil {
		p.TimesMoved = before.TimesMoved
		if p.OriginalDue.IsZero() {
			p.OriginalDue = before.OriginalDue
		}
	}
	if p.OriginalDue.IsZero() {
		p.OriginalDue = p.Due
	}
	p.TimesMoved += p.moveSince(before)
	p.Deciding = p.Due
	if rules.OverdueBy == ByOriginalDue {
		p.Deciding = p.OriginalDue
	}
	if !p.Due.IsZero() {
		p.Slip = p.Due.DaysSince(p.OriginalDue)
	}
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

// measure fills in what follows from standing and dates.
func (p *Position) measure() {
	p.figures = make([]bool, len(p.counter.rules))
	for i, rule := range p.counter.rules {
		p.figures[i] = rule.Counts(p)
	}
	if p.overdue() {
		p.DaysLate = p.asAt.DaysSince(p.Deciding)
	}
	if p.dueSoon() {
		p.DaysLeft = p.Deciding.DaysSince(p.asAt)
	}
}

// groupThemes says which themes count the row: the first of its themes, or each when the template says so.
func groupThemes(r *Recommendation, rules *Rules) []string {
	switch {
	case len(r.Themes) == 0:
		return []string{ThemeUnmatched}
	case rules.EachTheme:
		return r.Themes
	}
	return r.Themes[:1]
}
