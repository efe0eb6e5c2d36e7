package report

import (
	"errors"
	"slices"
)

// ErrNoRows tells that the register has no recommendations, so that there is nothing to report on.
var ErrNoRows = errors.New("the register has no recommendations")

// Build works out a pack from this month's register, those of earlier months (oldest first) and the template's rules.
// It fails with ErrNoRows, or when a rating rule cannot be worked out.
func Build(register *Register, earlier []*Register, rules *Rules) (*Pack, error) {
	history := NewHistory(rules)
	for _, r := range earlier {
		history.Add(r)
	}
	return history.Build(register)
}

// Build works out the pack of the next month. The month is not taken in: see Add.
func (h *History) Build(register *Register) (*Pack, error) {
	if len(register.Recommendations) == 0 {
		return nil, ErrNoRows
	}
	past, register := h.settle(register)
	with := past.with(register, h.rules)
	now := with.last
	pack := &Pack{Register: register, Rules: h.rules, Positions: now.positions, Trend: with.trend, now: now, before: past.last}
	if err := pack.workOut(pairsOf(past.last, now), everyPosition); err != nil {
		return nil, err
	}
	pack.linkAnswers()
	pack.Problems = slices.Concat(h.rules.unconfirmed(), pack.restatedProblem(), pack.aboutProblems(), pack.dueIsOriginalProblem(),
		pack.problems(past.last, now))
	return pack, nil
}

// everyPosition is the belonging of a whole register.
func everyPosition(*Position) bool { return true }

// workOut fills in everything that follows from the positions of this month and of the one before. The pairs may be more than
// the pack's own: belongs tells which sides are.
func (p *Pack) workOut(lined []pair, belongs func(*Position) bool) error {
	p.Month, p.AsAt = p.Register.Month, p.Register.AsAt
	if err := p.count(); err != nil {
		return err
	}
	p.Ageing = ageBands(p.Positions)
	if p.before == nil {
		return nil
	}
	p.PreviousMonth, p.PreviousAsAt = p.before.register.Month, p.before.register.AsAt
	p.PreviousAgeing = ageBands(p.before.positions)
	p.Movement = compare(lined, p.Themes, belongs)
	p.Movement.Reviews = reviewBridges(lined, p.Register.Reviews, p.before.register.Reviews)
	whole, err := wholeOf(p.before, p.Rules)
	if err != nil {
		return err
	}
	p.Previous = whole
	p.FigureChanges = figureChanges(lined, p.Previous, &p.All, belongs)
	p.Restated, err = restated(p.before, p.Previous, p.Rules)
	return err
}

// count fills the groups and rates everything.
func (p *Pack) count() error {
	p.byKey, p.signOffs = make(map[string]int, len(p.Positions)), 0
	all := make([]*Position, len(p.Positions))
	for i := range p.Positions {
		position := &p.Positions[i]
		all[i], p.byKey[position.Key] = position, i
		p.signOffs += one(position.SignOff != NoSignOff)
		if err := ratePosition(position, p.Rules); err != nil {
			return err
		}
	}
	if p.names == nil {
		p.names = namesIn(p.Positions)
	}
	count := newCounter(p.Rules)
	whole := []Group{newGroup(string(OfAll), nil, all, count)}
	p.Themes = themeGroups(p.Positions, p.Rules, count)
	p.Headings = textGroups(p.Positions, count, p.names, FieldHeading)
	p.Sources = textGroups(p.Positions, count, p.names, FieldSource)
	p.Owners = ownerGroups(p.Positions, count, p.names)
	p.Reviews = reviewGroups(p.Positions, p.Register.Reviews, count)
	for _, groups := range [][]Group{whole, p.Themes, p.Headings, p.Sources, p.Owners, p.Reviews} {
		if err := rateGroups(groups, p.Rules); err != nil {
			return err
		}
	}
	p.All = whole[0]
	return nil
}

// wholeOf counts and rates the whole of another month.
func wholeOf(s *snapshot, rules *Rules) (*Group, error) {
	all := make([]*Position, len(s.positions))
	for i := range s.positions {
		all[i] = &s.positions[i]
		if err := ratePosition(all[i], rules); err != nil {
			return nil, err
		}
	}
	whole := []Group{newGroup(string(OfAll), nil, all, newCounter(rules))}
	return &whole[0], rateGroups(whole, rules)
}
