package report

import (
	"fmt"
	"strings"

	"boardpack/report/fold"
)

const (
	priorityPrefix = "priority "
	ratedPrefix    = "rated_"
)

// PriorityTest is what a rule for a recommendation asks to know whether its priority is the word, compared without
// case and spacing.
func PriorityTest(word string) Figure { return Figure(priorityPrefix + word) }

// RatedFigures are what a rule for a group calls the numbers of its recommendations that have each rating: "rated_red".
func RatedFigures() []Figure {
	var out []Figure
	for _, r := range Ratings() {
		if r != NotRated {
			out = append(out, ratedFigure(r))
		}
	}
	return out
}

// ratedFigure is what rules call the number of those that have the rating.
func ratedFigure(r Rating) Figure {
	return Figure(ratedPrefix + strings.ReplaceAll(string(r), " ", "_"))
}

// rate gives the first rule that holds, as a rating and its place in the list. With no rule that holds it is NotRated and -1.
func rate(rules []RatingRule, figure func(Figure) int) (Rating, int, error) {
	for i, rule := range rules {
		holds, err := rule.Holds(figure)
		if err != nil {
			return NotRated, -1, fmt.Errorf("rating rule \"%s\": %w", rule.When, err)
		}
		if holds {
			return rule.Rating, i, nil
		}
	}
	return NotRated, -1, nil
}

// ratePosition rates a recommendation; one out of scope is not rated. One whose status is not recognised is not known, unless the
// rules call it red or it is overdue: it holds under any template's rules (docs/design.md, "Ratings").
func ratePosition(p *Position, rules *Rules) (err error) {
	p.Rating, p.RatedBy = NotRated, -1
	if !p.inScope() {
		return nil
	}
	p.Rating, p.RatedBy, err = rate(rules.PositionRatings, func(f Figure) int {
		if word, ok := strings.CutPrefix(string(f), priorityPrefix); ok {
			return one(fold.Text(word) == fold.Text(p.Priority))
		}
		return one(p.In(f))
	})
	if p.In(FigUnrecognised) && !p.overdue() && p.Rating != Red {
		p.Rating, p.RatedBy = NotKnown, -1
	}
	return err
}

// rateGroups rates groups. One with nothing in scope is not rated. One of which too many statuses are not recognised is not known, unless
// the rules call it red. The recommendations must be rated already.
func rateGroups(groups []Group, rules *Rules) (err error) {
	for i := range groups {
		g := &groups[i]
		if g.N(InScope) == 0 {
			continue
		}
		if g.Rating, g.RatedBy, err = rate(rules.GroupRatings, g.ratingFigure); err != nil {
			return err
		}
		if g.Rating != Red && g.tooManyUnread() {
			g.Rating, g.RatedBy = NotKnown, -1
		}
	}
	return nil
}

// tooManyUnread tells whether more than a tenth of what is in scope has a status that is not recognised: what is not known
// may be as bad as can be. It holds under any template's rules (docs/design.md, "Ratings").
func (g *Group) tooManyUnread() bool { return 10*g.N(FigUnrecognised) > g.N(InScope) }

// ratingFigure gives what a rule for a group calls by the name.
func (g *Group) ratingFigure(f Figure) int {
	if f == PercentComplete {
		return *g.Percent
	}
	if strings.HasPrefix(string(f), ratedPrefix) {
		for rating, n := range g.rated {
			if ratedFigure(rating) == f {
				return n
			}
		}
		return 0
	}
	return g.N(f)
}
