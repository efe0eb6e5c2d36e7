package report

import (
	"slices"
	"sync"
)

// Figure is the name of a count, as used in figures.json, explain and the workbook.
type Figure string

// The counts. Each has its rule in Figures and its name under "figure.<name>" in the wording.
const (
	Total           Figure = "total"
	FigNotAccepted  Figure = "not_accepted"
	FigWithdrawn    Figure = "withdrawn"
	FigSuperseded   Figure = "superseded"
	FigExternal     Figure = "external"
	InScope         Figure = "in_scope"
	FigComplete     Figure = "complete"
	AwaitingSignOff Figure = "awaiting_sign_off"
	FigInProgress   Figure = "in_progress"
	FigNotStarted   Figure = "not_started"
	FigUnrecognised Figure = "unrecognised"
	Open            Figure = "open"
	Outstanding     Figure = "outstanding"
	Overdue         Figure = "overdue"
	DueSoon         Figure = "due_soon"
	NoDate          Figure = "no_date"
	Slipped         Figure = "slipped"
	NoResponse      Figure = "no_response"
)

// FigRating is what names call the rating of a group.
const FigRating Figure = "rag"

// FigureRule says which recommendations a figure counts: those that meet every condition. Without any it counts all.
type FigureRule struct {
	Name       Figure
	Conditions []Condition
}

// Figures lists every count in printing order; a rule may build on figures before it. To add a figure, add its rule below
// and its name to the wording: its rule in words follows from its conditions. The rules are those of DESIGN.md, "What each
// figure means".
func Figures() []FigureRule { return slices.Clone(figureRules()) }

// figureRules makes the list once: it is asked for at every row.
var figureRules = sync.OnceValue(func() []FigureRule {
	rule := func(name Figure, conditions ...Condition) FigureRule { return FigureRule{name, conditions} }
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
		rule(Overdue, counted(Open), dueBefore()),
		rule(DueSoon, counted(Open), notCounted(Overdue), dueWithin()),
		rule(NoDate, counted(Open), undated()),
		rule(Slipped, counted(InScope), dueLater()),
		rule(NoResponse, counted(InScope), unanswered()),
	}
})

// Counts tells whether the figure counts a recommendation. The figures that it builds on must be worked out already.
func (r FigureRule) Counts(p *Position) bool {
	for _, c := range r.Conditions {
		if !c.holds(p) {
			return false
		}
	}
	return true
}

// Share is a figure that is a part of another, in whole percent.
type Share struct {
	Name        Figure
	Part, Whole Figure
}

// CompleteShare is percent_complete: complete as a share of in scope. For its rounding see percent.
func CompleteShare() Share { return Share{PercentComplete, FigComplete, InScope} }

// counter is the list of figures, made once for a register and shared by everything that counts.
type counter struct {
	rules  []FigureRule
	places map[Figure]int
}

func newCounter() *counter {
	c := &counter{rules: Figures(), places: map[Figure]int{}}
	for i, f := range c.rules {
		c.places[f.Name] = i
	}
	return c
}
