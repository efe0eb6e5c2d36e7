package report

import "boardpack/report/fold"

// Only gives the pack of one group of owners or themes: its rows with the keys that they have in the whole, its figures and its
// own movement. A recommendation that changed hands has moved in or out. Over all groups of a kind the figures add up to those of
// the whole.
func (p *Pack) Only(kind GroupKind, group *Group) (*Pack, error) {
	belongs := p.Member(kind, group)
	register := *p.Register
	register.About.Title = titled(p, group)
	register.Recommendations, register.Reviews = nil, nil
	sub := &Pack{Register: &register, Rules: p.Rules, now: p.now, names: p.names}
	for i := range p.Positions {
		if belongs(&p.Positions[i]) {
			sub.Positions = append(sub.Positions, p.Positions[i])
			register.Recommendations = append(register.Recommendations, *p.Positions[i].Recommendation)
		}
	}
	var lined []pair
	if p.before != nil {
		before := *p.before
		before.positions = nil
		for i := range p.before.positions {
			if belongs(&p.before.positions[i]) {
				before.positions = append(before.positions, p.before.positions[i])
			}
		}
		sub.before = &before
		sub.Trend = append(sub.Trend, trendPoint(&before))
		for _, pair := range pairs(p.before, p.now) {
			if pair.was != nil && belongs(pair.was) || pair.is != nil && belongs(pair.is) {
				lined = append(lined, pair)
			}
		}
	}
	if err := sub.workOut(lined, belongs); err != nil {
		return nil, err
	}
	sub.Trend = append(sub.Trend, trendPoint(&snapshot{register: p.now.register, positions: sub.Positions}))
	sub.Restated = nil
	for _, problem := range p.Problems {
		if sub.Position(problem.Key) != nil {
			sub.Problems = append(sub.Problems, problem)
		}
	}
	if p.Round != nil {
		return sub.WithReturns(p.Round.returnsOf(sub)), nil
	}
	return sub, nil
}

// Member tells which positions the group counts, this month or last.
func (p *Pack) Member(kind GroupKind, group *Group) func(*Position) bool {
	if kind == OfThemes {
		return func(r *Position) bool { return r.inTheme(group.ID) }
	}
	name := ""
	if group.ID != NotGiven {
		name = fold.Text(group.Name["en"])
	}
	return func(r *Position) bool {
		switch kind {
		case OfReviews:
			return r.Master == group.ID
		case OfOwners:
			return fold.Text(r.Owner) == name
		case OfSources:
			return fold.Text(r.Source) == name
		case OfHeadings:
			return fold.Text(r.Heading) == name
		}
		return true
	}
}

// titled is the register's title with the group's name behind it, in every language of either.
func titled(p *Pack, group *Group) Text {
	title := Text{}
	for lang, text := range p.Register.About.Title {
		name, _ := group.Name.In(lang)
		if name == "" {
			name = group.ID
		}
		title[lang] = text + ": " + name
	}
	return title
}
