package report

import (
	"slices"

	"boardpack/report/keys"
)

// TrendMonths is how many months the trend shows at most, this one included: a year and the month a year ago.
const TrendMonths = 13

// History is what the earlier months of a register come to. It keeps the last of them and the trend, and not the others: the
// work of a month does not grow with the months before it.
type History struct {
	rules *Rules
	months
	kept      *months // with their empty sign-off columns; nil while that is no other view of them
	signedOff bool    // sign-off columns count: one has an entry, or the template requires it
}

// months is what the months come to: the last of them, and how all stood.
type months struct {
	last  *snapshot
	trend []TrendPoint
}

// NewHistory starts a history without any month.
func NewHistory(rules *Rules) *History {
	return &History{rules: rules, signedOff: rules.SignOff == SignOffRequired}
}

// Add takes the next month in. Months must come in their order.
func (h *History) Add(register *Register) {
	past, now := h.settle(register)
	next := past.with(now, h.rules)
	switch {
	case register.Has(FieldSignOff) && register.EmptySignOff == nil:
		h.signedOff, h.kept = true, nil
	case !h.signedOff && (h.kept != nil || register.EmptySignOff != nil):
		kept := h.asRead().with(register, h.rules)
		h.kept = &kept
	}
	h.months = next
}

// with gives the months with one more.
func (m *months) with(register *Register, rules *Rules) months {
	last := assess(register, m.last, rules)
	return months{last, lastMonths(append(slices.Clone(m.trend), trendPoint(last)))}
}

// Publish notes what was published of the newest month taken in, if there is one.
func (h *History) Publish(figures *Published) {
	for _, m := range []*months{&h.months, h.asRead()} {
		if m.last != nil {
			m.last.register.Published = figures
		}
	}
}

func lastMonths(trend []TrendPoint) []TrendPoint {
	return slices.Clone(trend[max(0, len(trend)-TrendMonths):])
}

// snapshot is one month of a register, keyed, dated and classified.
type snapshot struct {
	*keys.Month
	register  *Register
	positions []Position
	// lost are the recommendations that an earlier month had and this one has not, as they stood when last seen: one that
	// comes back keeps its dates.
	lost map[string][]Position // several that nothing tells apart are in the order in which they were lost
}

// assess works out where every row stands in one month, given the month before (nil for the first).
func assess(register *Register, before *snapshot, rules *Rules) *snapshot {
	var keysBefore *keys.Month
	if before != nil {
		keysBefore = before.Month
	}
	s := &snapshot{Month: identify(register, keysBefore), register: register}
	s.carryLost(before)
	count := newCounter(rules)
	s.positions = make([]Position, len(register.Recommendations))
	for i := range register.Recommendations {
		p, rec := &s.positions[i], &register.Recommendations[i]
		if was := s.positionBefore(before, i); was != nil {
			rec = rec.inOrderOf(was.Recommendation)
		}
		*p = Position{Recommendation: rec, Key: s.Keys[i], RatedBy: -1, counter: count,
			asAt: register.AsAt, dueSoonDays: rules.DueSoonDays}
		p.classify()
		earlier := s.positionBefore(before, i)
		if earlier == nil {
			earlier = s.returned(p)
		}
		p.follow(earlier)
		p.settle(earlier, register, rules)
		p.GroupThemes = groupThemes(p.Recommendation, rules)
		p.measure()
	}
	return s
}

func (s *snapshot) positionBefore(before *snapshot, i int) *Position {
	if before == nil || s.Last[i] < 0 {
		return nil
	}
	return &before.positions[s.Last[i]]
}

// carryLost takes over the recommendations that are gone since an earlier month, and adds those that are gone since the last.
func (s *snapshot) carryLost(before *snapshot) {
	if before == nil {
		return
	}
	s.lost = make(map[string][]Position, len(before.lost))
	for mark, lost := range before.lost {
		s.lost[mark] = slices.Clip(lost) // the month before keeps its own
	}
	found := make([]bool, len(before.positions))
	for _, last := range s.Last {
		if last >= 0 {
			found[last] = true
		}
	}
	for i, p := range before.positions {
		if !found[i] {
			mark := lostMark(&p)
			p.LastSeen = before.register.Month
			p.Recommendation, p.Actions = nil, nil // the dates are what is carried: the texts of months long gone would fill the memory
			s.lost[mark] = append(s.lost[mark], p)
		}
	}
}

// returned finds a new row among those that an earlier month lost: same source, ref and text.
func (s *snapshot) returned(p *Position) *Position {
	if len(s.lost) == 0 {
		return nil
	}
	mark := lostMark(p)
	if len(s.lost[mark]) == 0 {
		return nil
	}
	was := s.lost[mark][0]
	s.lost[mark] = s.lost[mark][1:]
	p.LastSeen = was.LastSeen
	return &was
}

func lostMark(p *Position) string {
	id := identityOf(p.Recommendation)
	return id.Source + "\x00" + id.Ref + "\x00" + Wording(p.Recommendation)
}

// follow carries on from the month in which the recommendation was last seen.
func (p *Position) follow(before *Position) {
	if before == nil {
		return
	}
	p.FirstDue = before.FirstDue
	p.TimesReopened = before.TimesReopened + one(before.Standing == StandComplete && p.outstanding())
}

// measure fills in what follows from standing and dates.
func (p *Position) measure() {
	p.classify()
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
