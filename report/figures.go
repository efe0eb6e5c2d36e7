package report

// Figure is the name of a count, as used in figures.json, explain and the workbook.
type Figure string

// The counts. Each has its rule in Figures and its words under "figure.<name>" in the wording.
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

// FigureRule says which positions a figure counts.
type FigureRule struct {
	Name   Figure
	Counts func(p *Position) bool
}

// Figures lists every count in printing order. To add a figure, add its rule here and its words to the wording.
// The rules are those of DESIGN.md, "What each figure means".
func Figures() []FigureRule {
	return []FigureRule{
		{Total, func(*Position) bool { return true }},
		{FigNotAccepted, func(p *Position) bool { return p.Standing == StandNotAccepted }},
		{FigWithdrawn, func(p *Position) bool { return p.Standing == StandWithdrawn }},
		{FigSuperseded, func(p *Position) bool { return p.Standing == StandSuperseded }},
		{FigExternal, func(p *Position) bool { return p.Standing == StandExternal }},
		{InScope, (*Position).inScope},
		{FigComplete, func(p *Position) bool { return p.Standing == StandComplete }},
		{AwaitingSignOff, func(p *Position) bool { return p.Standing == StandAwaiting }},
		{FigInProgress, func(p *Position) bool { return p.Standing == StandInProgress }},
		{FigNotStarted, func(p *Position) bool { return p.Standing == StandNotStarted }},
		{FigUnrecognised, func(p *Position) bool { return p.Standing == StandUnrecognised }},
		{Open, (*Position).open},
		{Outstanding, (*Position).outstanding},
		{Overdue, (*Position).overdue},
		{DueSoon, (*Position).dueSoon},
		{NoDate, func(p *Position) bool { return p.open() && p.Deciding.IsZero() }},
		{Slipped, func(p *Position) bool { return p.inScope() && p.Due.After(p.OriginalDue) }},
		{NoResponse, func(p *Position) bool { return p.inScope() && p.Response.IsEmpty() }},
	}
}

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
