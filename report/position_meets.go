package report

import (
	"slices"

	"boardpack/report/fold"
)

// Meets tells whether the recommendation meets the condition. The figures that it builds on must be worked out already.
func (p *Position) Meets(c *Condition) bool {
	if len(c.Of) > 0 {
		return p.inAny(c.Of) != c.Not
	}
	return p.passes(c) != c.Not
}

// passes tells whether the subject is as the test asks.
func (p *Position) passes(c *Condition) bool {
	switch c.Test {
	case TestIs:
		return p.is(c)
	case TestBlank:
		return p.blank(c.About)
	case TestAbove:
		return c.About == AboutSlip && p.Due.After(p.OriginalDue)
	case TestBefore:
		return p.day(c.About).Before(p.dayOf(c))
	}
	day := p.day(c.About)
	return !day.IsZero() && !day.After(p.dayOf(c))
}

// is compares the subject with the value. What no register records is agreed, and a state that is none is not recognised.
func (p *Position) is(c *Condition) bool {
	switch c.About {
	case AboutState:
		return string(p.State) == c.Value || c.Value == string(Unrecognised) && !slices.Contains(States(), p.State)
	case AboutSignOff:
		return string(p.SignOff) == c.Value || p.SignOff == NoSignOff && c.Value == string(Agreed)
	case AboutScope:
		return string(p.Scope) == c.Value
	}
	return fold.Text(p.word(c.About)) == fold.Text(c.Value)
}

func (p *Position) blank(s Subject) bool {
	switch s {
	case AboutResponse:
		return p.Response.IsEmpty()
	case AboutDue, AboutCompleted, AboutUpdated:
		return p.day(s).IsZero()
	}
	return p.word(s) == ""
}

// word gives the subject where it is a word; "" for others.
func (p *Position) word(s Subject) string {
	switch s {
	case AboutOwner:
		return p.Owner
	case AboutPriority:
		return p.Priority
	}
	return ""
}

// day gives the subject where it is a day; absent for others.
func (p *Position) day(s Subject) Date {
	switch s {
	case AboutDue:
		return p.Deciding
	case AboutCompleted:
		return p.Completed
	case AboutUpdated:
		return p.Updated
	}
	return Date{}
}

// dayOf is the day that the condition compares with.
func (p *Position) dayOf(c *Condition) Date {
	days := c.Days
	if c.Soon {
		days += p.dueSoonDays
	}
	return p.asAt.AddDays(days)
}

// counts tells whether the figure counts a recommendation. The figures that it builds on must be worked out already.
func (r FigureRule) counts(p *Position) bool {
	for i := range r.Conditions {
		if !p.Meets(&r.Conditions[i]) {
			return false
		}
	}
	return true
}

// classify works out every figure, and from them the standing. Until the dates are settled, the figures that look at dates
// are those of a recommendation without any.
func (p *Position) classify() {
	p.figures = make([]bool, len(p.counter.rules)) // a new list: a copy of the position may stand in another pack
	for i, rule := range p.counter.rules {
		p.figures[i] = rule.counts(p)
	}
	for _, s := range Standings() {
		if p.In(Figure(s)) {
			p.Standing = s
		}
	}
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
