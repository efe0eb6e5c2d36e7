package report

import (
	"iter"
	"slices"

	"boardpack/report/keys"
)

// Rows are the recommendations of one month as they stand.
type Rows struct {
	Register  *Register
	Positions []Position
	Published *Published // what was published of the month; nil when that is not at hand
	Last      []int      // for each, its place among the rows of the month before, -1 for a new one; nil in that month itself
}

// Rows gives the recommendations of this month and of the one before; before is nil without an earlier month.
func (p *Pack) Rows() (now, before *Rows) { return p.now.rows(), p.before.rows() }

// Last gives the recommendations of the newest month taken in, and the trend up to it; nil and none before the first.
func (h *History) Last() (*Rows, []TrendPoint) { return h.last.rows(), h.trend }

func (s *snapshot) rows() *Rows {
	if s == nil {
		return nil
	}
	return &Rows{s.register, s.positions, s.published, s.Last}
}

// snapshot takes rows that have their keys already for a month.
func (r *Rows) snapshot() *snapshot {
	if r == nil {
		return nil
	}
	return &snapshot{Month: &keys.Month{Last: r.Last}, register: r.Register, positions: r.Positions, published: r.Published}
}

// On is the position as it stands on another day, by the rules of those that it stands among: a master may have been worked out by rules
// of its own. What its words mean stays as it was read; themes that these rules do not have are not among its themes.
func (p Position) On(asAt Date, rules *Rules) Position {
	p.asAt, p.DaysLate, p.DaysLeft, p.dueSoonDays = asAt, 0, 0, rules.DueSoonDays
	p.decideBy(rules)
	if known := rules.themesOf(p.Themes); len(known) < len(p.Themes) {
		r := *p.Recommendation
		r.Themes, p.Recommendation = known, &r
	}
	p.GroupThemes = groupThemes(p.Recommendation, rules)
	p.measure()
	return p
}

// themesOf gives those of the ids that the rules have.
func (r *Rules) themesOf(ids []string) []string {
	unknown := func(id string) bool {
		return !slices.ContainsFunc(r.Themes, func(t Theme) bool { return t.ID == id })
	}
	if !slices.ContainsFunc(ids, unknown) {
		return ids
	}
	return slices.DeleteFunc(slices.Clone(ids), unknown)
}

// Join makes the pack of rows that stand already, such as those of several masters in one list. It counts, rates and compares them as those
// of one register, and has the last two months of the trend say what the rows say: where masters have different as-at dates, the
// register's own decides what is overdue. Before is nil without an earlier month. It fails with ErrNoRows, or when a rating rule
// cannot be worked out.
func Join(now, before *Rows, trend []TrendPoint, rules *Rules) (*Pack, error) {
	if len(now.Positions) == 0 {
		return nil, ErrNoRows
	}
	p := &Pack{Register: now.Register, Rules: rules, Positions: now.Positions, Trend: lastMonths(trend), now: now.snapshot(), before: before.snapshot()}
	if err := p.workOut(pairsOf(p.before, p.now), everyPosition); err != nil {
		return nil, err
	}
	for _, s := range []*snapshot{p.before, p.now} {
		if s != nil {
			p.setTrend(trendPoint(s))
		}
	}
	p.Problems = append(rules.unconfirmed(), p.restatedProblem()...)
	return p, nil
}

// setTrend puts the point in the place of that of its month.
func (p *Pack) setTrend(point TrendPoint) {
	for i := range p.Trend {
		if p.Trend[i].Month == point.Month {
			p.Trend[i] = point
		}
	}
}

// Pairs lines up this month and the one before: every recommendation of this month in its order, was nil for a new one, then those that are
// gone, of which is is nil. There are none without an earlier month.
func (p *Pack) Pairs() iter.Seq2[*Position, *Position] {
	return func(yield func(was, is *Position) bool) {
		for _, pair := range pairsOf(p.before, p.now) {
			if !yield(pair.was, pair.is) {
				return
			}
		}
	}
}

// BridgeOf is the bridge of one recommendation.
func BridgeOf(was, is *Position, belongs func(*Position) bool) Bridge {
	return bridge([]pair{{was, is}}, belongs)
}

// WhyIn says why a recommendation is in a figure that it was not in, or no longer: kind and standings alone.
func WhyIn(was, is *Position, f Figure, belongs func(*Position) bool) Reason {
	r := Reason{Kind: pair{was, is}.reason(f, belongs)}
	if r.Kind == ReasonStanding {
		r.From, r.To = was.Standing, is.Standing
	}
	return r
}

// GroupBefore counts a group as it was last month; nil without an earlier month.
func (p *Pack) GroupBefore(kind GroupKind, group *Group) *Group {
	if p.before == nil {
		return nil
	}
	belongs := p.Member(kind, group)
	var members []*Position
	for i := range p.before.positions {
		if r := &p.before.positions[i]; belongs(r) {
			members = append(members, r)
		}
	}
	groups := []Group{newGroup(group.ID, group.Name, members, newCounter(p.Rules))}
	if err := rateGroups(groups, p.Rules); err != nil {
		return nil // the rules rated this month's groups, and so rate this
	}
	return &groups[0]
}
