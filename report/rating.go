package report

import "fmt"

// rate gives the first rule that holds, as a rating and its place in the list. With no rule that holds it is NotRated and -1.
func rate(rules []RatingRule, figure func(Figure) int) (Rating, int, error) {
	for i, rule := range rules {
		holds, err := rule.Holds(figure)
		if err != nil {
			return NotRated, -1, fmt.Errorf("rating rule %q: %w", rule.When, err)
		}
		if holds {
			return rule.Rating, i, nil
		}
	}
	return NotRated, -1, nil
}

// ratePosition rates a recommendation; one out of scope is not rated.
func ratePosition(p *Position, rules *Rules) (err error) {
	p.Rating = NotRated
	if !p.inScope() {
		return nil
	}
	p.Rating, p.RatedBy, err = rate(rules.PositionRatings, func(f Figure) int {
		if p.In(f) {
			return 1
		}
		return 0
	})
	return err
}

// rateGroups rates groups; one with nothing in scope is not rated.
func rateGroups(groups []Group, rules *Rules) (err error) {
	for i := range groups {
		g := &groups[i]
		if g.N(InScope) == 0 {
			continue
		}
		if g.Rating, g.RatedBy, err = rate(rules.GroupRatings, g.N); err != nil {
			return err
		}
	}
	return nil
}
