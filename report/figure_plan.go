package report

import "slices"

// Plan is a figure's rule worked out for the cells of the register's table: how a recommendation must stand, and what its other
// cells must be. Filters and formulas are made from it.
type Plan struct {
	Figure    Figure
	Standings []Standing // in the order in which the rule names them; all of them where it asks for none
	Asks      []Ask      // all must hold
	// Marked tells that the register's table has a Yes/No column of the figure. It has one where no filter list can choose what the
	// figure asks: a day that goes by the as-at date, or one of several figures that ask for more than a standing.
	Marked bool
}

// Ask is a condition that a plan has beside the standings.
type Ask struct {
	Condition
	Mark Figure // the Yes/No column that shows the same; "" for none
	No   bool   // it shows it by No
}

// All tells whether the plan counts every recommendation.
func (p *Plan) All() bool { return len(p.Asks) == 0 && len(p.Standings) == len(Standings()) }

// Stands tells whether a recommendation that stands so may be counted.
func (p *Plan) Stands(s Standing) bool { return slices.Contains(p.Standings, s) }

// Looks tells whether the plan asks something of the subject.
func (p *Plan) Looks(about Subject) bool {
	return slices.ContainsFunc(p.Asks, func(a Ask) bool { return a.About == about })
}

// planOf works a rule out, given the plans of the figures before it. A figure that is a standing is that standing: its own
// conditions say what the standing is.
func planOf(rule FigureRule, of func(Figure) *Plan) Plan {
	if s := Standing(rule.Name); slices.Contains(Standings(), s) {
		return Plan{Figure: rule.Name, Standings: []Standing{s}}
	}
	p := Plan{Figure: rule.Name, Standings: Standings()}
	for _, c := range rule.Conditions {
		switch {
		case len(c.Of) == 0:
			p.Asks = append(p.Asks, Ask{Condition: c})
		case c.Not:
			for _, f := range c.Of {
				p.without(of(f))
			}
		default:
			p.within(c, of)
		}
	}
	p.Marked = slices.ContainsFunc(p.Asks, func(a Ask) bool { return !a.listed() })
	return p
}

// within keeps what one of the condition's figures counts.
func (p *Plan) within(c Condition, of func(Figure) *Plan) {
	var standings []Standing
	simple := true
	for _, f := range c.Of {
		plan := of(f)
		for _, s := range plan.Standings {
			if p.Stands(s) && !slices.Contains(standings, s) {
				standings = append(standings, s)
			}
		}
		simple = simple && len(plan.Asks) == 0
	}
	p.Standings = standings
	switch {
	case simple:
	case len(c.Of) == 1:
		plan := of(c.Of[0])
		for _, ask := range plan.Asks {
			if plan.Marked {
				ask.Mark, ask.No = plan.Figure, false
			}
			p.Asks = append(p.Asks, ask)
		}
	default:
		p.Asks = append(p.Asks, Ask{Condition: c})
	}
}

// without takes out what the figure of the other plan counts.
func (p *Plan) without(other *Plan) {
	outside := slices.ContainsFunc(p.Standings, func(s Standing) bool { return !other.Stands(s) })
	switch {
	case len(other.Asks) == 0:
		p.Standings = slices.DeleteFunc(p.Standings, other.Stands)
	case len(other.Asks) == 1 && !outside:
		ask := other.Asks[0]
		ask.Not = !ask.Not
		if ask.No = !ask.No; other.Marked {
			ask.Mark, ask.No = other.Figure, true
		}
		p.Asks = append(p.Asks, ask)
	default:
		ask := Ask{Condition: notCounted(other.Figure)}
		if other.Marked {
			ask.Mark, ask.No = other.Figure, true
		}
		p.Asks = append(p.Asks, ask)
	}
}

// listed tells whether a filter list can choose what the ask asks.
func (a *Ask) listed() bool {
	switch {
	case a.Mark != "":
		return true
	case len(a.Of) > 0:
		return false
	case a.Test == TestAbove:
		return !a.Not
	}
	return a.Test == TestIs || a.Test == TestBlank
}
