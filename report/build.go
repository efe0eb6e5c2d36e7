package report

import "errors"

// ErrNoRows tells that the register has no recommendations, so that there is nothing to report on.
var ErrNoRows = errors.New("the register has no recommendations")

// TrendMonths is how many months the trend shows at most, this one included: a year and the month a year ago.
const TrendMonths = 13

// Build works out a pack from this month's register, those of earlier months (oldest first) and the template's rules.
// It fails with ErrNoRows, or when a rating rule cannot be worked out.
func Build(register *Register, earlier []*Register, rules *Rules) (*Pack, error) {
	if len(register.Recommendations) == 0 {
		return nil, ErrNoRows
	}
	var trend []TrendPoint
	var before *snapshot
	for _, r := range earlier {
		before = assess(r, before, rules)
		trend = append(trend, trendPoint(before))
	}
	now := assess(register, before, rules)
	trend = append(trend, trendPoint(now))

	pack := &Pack{Register: register, Rules: rules, Month: register.Month, AsAt: register.AsAt,
		Positions: now.positions, Trend: trend[max(0, len(trend)-TrendMonths):]}
	if err := pack.count(); err != nil {
		return nil, err
	}
	if before != nil {
		pack.PreviousMonth, pack.PreviousAsAt = before.register.Month, before.register.AsAt
		pack.Movement = compare(before, now, pack.Themes)
		pack.Previous = wholeOf(before)
	}
	pack.linkAnswers()
	pack.Problems = pack.problems(before, now)
	return pack, nil
}

// count fills the groups and rates everything.
func (p *Pack) count() error {
	p.byKey = make(map[string]int, len(p.Positions))
	all := make([]*Position, len(p.Positions))
	for i := range p.Positions {
		position := &p.Positions[i]
		all[i], p.byKey[position.Key] = position, i
		if err := ratePosition(position, p.Rules); err != nil {
			return err
		}
	}
	count := newCounter()
	whole := []Group{newGroup(string(OfAll), nil, all, count)}
	p.Themes = themeGroups(p.Positions, p.Rules, count)
	p.Headings = textGroups(p.Positions, count, func(p *Position) string { return p.Heading })
	p.Sources = textGroups(p.Positions, count, func(p *Position) string { return p.Source })
	p.Owners = ownerGroups(p.Positions, count)
	for _, groups := range [][]Group{whole, p.Themes, p.Headings, p.Sources, p.Owners} {
		if err := rateGroups(groups, p.Rules); err != nil {
			return err
		}
	}
	p.All = whole[0]
	return nil
}

// wholeOf counts the whole of another month. It is not rated: only this month's ratings are printed.
func wholeOf(s *snapshot) *Group {
	all := make([]*Position, len(s.positions))
	for i := range s.positions {
		all[i] = &s.positions[i]
	}
	g := newGroup(string(OfAll), nil, all, newCounter())
	return &g
}

func trendPoint(s *snapshot) TrendPoint {
	point := TrendPoint{Month: s.register.Month, AsAt: s.register.AsAt}
	for i := range s.positions {
		p := &s.positions[i]
		point.InScope += one(p.inScope())
		point.Complete += one(p.Standing == StandComplete)
		point.Outstanding += one(p.outstanding())
		point.Overdue += one(p.overdue())
	}
	return point
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}
