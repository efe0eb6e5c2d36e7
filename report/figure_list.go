package report

import "slices"

// Figures lists every count in printing order; a rule may build on figures before it. To add a figure, add its rule below
// and its name to the wording: its rule in words, its filter, its formulas and, where it needs one, its Yes/No column follow from its
// conditions. The rules are those of docs/design.md, "Figures".
func Figures() []FigureRule {
	rule := func(name Figure, conditions ...Condition) FigureRule {
		return FigureRule{Name: name, Conditions: conditions}
	}
	headed := func(heading string, rule FigureRule) FigureRule {
		rule.Heading = heading
		return rule
	}
	return []FigureRule{
		rule(Total),
		rule(FigNotAccepted, stateIs(NotAccepted)),
		rule(FigWithdrawn, stateIs(Withdrawn)),
		rule(FigSuperseded, stateIs(Superseded)),
		rule(FigExternal, ofOthers(), notCounted(FigNotAccepted, FigWithdrawn, FigSuperseded)),
		rule(InScope, notCounted(FigNotAccepted, FigWithdrawn, FigSuperseded, FigExternal)),
		rule(FigComplete, counted(InScope), stateIs(Complete), agreed()),
		rule(AwaitingSignOff, counted(InScope), stateIs(Complete), notAgreed()),
		rule(FigInProgress, counted(InScope), stateIs(InProgress)),
		rule(FigNotStarted, counted(InScope), stateIs(NotStarted)),
		rule(FigUnrecognised, counted(InScope), stateUnknown()),
		rule(Open, counted(FigInProgress, FigNotStarted, FigUnrecognised)),
		rule(Outstanding, counted(Open, AwaitingSignOff)),
		rule(Dated, counted(Open), dated()),
		headed("column.overdue", rule(Overdue, counted(Open), dueBefore())),
		headed("column.due_soon", rule(DueSoon, counted(Open), notCounted(Overdue), dueWithin())),
		rule(DueLater, counted(Dated), notCounted(Overdue, DueSoon)),
		rule(NoDate, counted(Open), undated()),
		rule(Slipped, counted(InScope), slipped()),
		rule(NoResponse, counted(InScope), unanswered()),
	}
}

// Share is a figure that is a part of another, in whole percent.
type Share struct {
	Name        Figure
	Part, Whole Figure
}

// CompleteShare is percent_complete: complete as a share of in scope. For its rounding see percent.
func CompleteShare() Share { return Share{PercentComplete, FigComplete, InScope} }

// FiguresOf lists the program's own figures, and those of the rules.
func FiguresOf(rules *Rules) []FigureRule { return slices.Concat(Figures(), rules.Figures) }

// counter is the list of figures, made once for a register and shared by everything that counts.
type counter struct {
	rules  []FigureRule
	plans  []Plan // in step with rules
	places map[Figure]int
}

// newCounter lists the program's own figures, and those of the rules.
func newCounter(rules *Rules) *counter {
	c := &counter{rules: FiguresOf(rules), places: map[Figure]int{}}
	for i, rule := range c.rules {
		c.plans = append(c.plans, planOf(rule, c.plan))
		c.places[rule.Name] = i
	}
	return c
}

// plan gives the plan of a figure; one that counts nothing for a figure that there is none of.
func (c *counter) plan(f Figure) *Plan {
	if i, ok := c.places[f]; ok {
		return &c.plans[i]
	}
	return &Plan{Figure: f}
}

// MarkedFigures lists the figures that have a Yes/No column in the register's table (see Plan.Marked), beside those that are named.
func MarkedFigures(rules *Rules, beside ...Figure) []FigureRule {
	c := newCounter(rules)
	return slices.DeleteFunc(c.rules, func(r FigureRule) bool { return !c.plan(r.Name).Marked || slices.Contains(beside, r.Name) })
}

// PercentComplete is what a rule for a group calls the share that is complete, in whole percent.
const PercentComplete Figure = "percent_complete"
