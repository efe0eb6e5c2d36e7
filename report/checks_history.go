package report

import "boardpack/report/fold"

// checkRenumbered tells of a recommendation that has the text of one with another ref last month.
func checkRenumbered(c *checking, p *Position) {
	if was := c.before[p.Key]; was != nil && fold.Text(was.Ref) != fold.Text(p.Ref) {
		c.add(p, FieldRef, "Was", was.Key)
	}
}

// checkReworded tells of a recommendation whose text is not that of last month: what the issuer asked for should stay.
func checkReworded(c *checking, p *Position) {
	if was := c.before[p.Key]; was != nil && reworded(was.Recommendation, p.Recommendation) {
		c.add(p, FieldRecommendation)
	}
}

// checkReturned tells of a recommendation that an earlier month had and last month had not.
func checkReturned(c *checking, p *Position) {
	if !p.LastSeen.IsZero() {
		c.add(p, FieldRef, "Month", p.LastSeen.String())
	}
}
