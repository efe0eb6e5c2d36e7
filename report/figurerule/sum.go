package figurerule

import "boardpack/report"

import "slices"

// SumOf gives the figures that a figure is the sum of, and those that are taken away from it: where its rule asks for nothing but
// to be counted, or not to be, in figures of which no recommendation is in two. None for any other.
func SumOf(p *report.Pack, f report.Figure) (of, less []report.Figure) {
	rules := p.Figures()
	i := slices.IndexFunc(rules, func(r report.FigureRule) bool { return r.Name == f })
	if i < 0 || len(rules[i].Conditions) != 1 || len(rules[i].Conditions[0].Of) == 0 {
		return nil, nil
	}
	c, seen := rules[i].Conditions[0], map[report.Standing]bool{}
	for _, part := range c.Of {
		plan := p.Plan(part)
		if len(plan.Asks) > 0 || slices.ContainsFunc(plan.Standings, func(s report.Standing) bool { return seen[s] }) {
			return nil, nil
		}
		for _, s := range plan.Standings {
			seen[s] = true
		}
	}
	if c.Not {
		return []report.Figure{report.Total}, c.Of
	}
	return c.Of, nil
}
