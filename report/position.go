package report

import "boardpack/report/dates"

// Standing is where a recommendation is counted: exactly one for each, so that the standings add up to the total.
// The first four are out of scope, in the order in which they apply.
type Standing string

// The standings. Each is also the figure of the same name.
const (
	StandNotAccepted  Standing = "not_accepted"
	StandWithdrawn    Standing = "withdrawn"
	StandSuperseded   Standing = "superseded"
	StandExternal     Standing = "external"
	StandComplete     Standing = "complete"
	StandAwaiting     Standing = "awaiting_sign_off"
	StandInProgress   Standing = "in_progress"
	StandNotStarted   Standing = "not_started"
	StandUnrecognised Standing = "unrecognised"
)

// Standings lists all standings: those in scope first, in the order of progress, then those out of scope.
func Standings() []Standing {
	return []Standing{StandComplete, StandAwaiting, StandInProgress, StandNotStarted, StandUnrecognised,
		StandNotAccepted, StandWithdrawn, StandSuperseded, StandExternal}
}

// Position is a recommendation as it stands at the as-at date: the row as read, and all that the rules make of it.
type Position struct {
	*Recommendation
	Key      string // unique in the register: the ref, with a letter where it repeats; what the pack prints
	Standing Standing
	// OriginalDue and Due shadow the columns: they are filled from each other, from the reading of the date as written and from
	// earlier months where the master leaves them empty; see setDates.
	OriginalDue Date
	Due         Date
	// Actions are the rows of the recommendation as they stand, in step with its Actions; none where it is one row.
	Actions    []Position
	Reading    dates.Reading // how the date as written was read
	Deciding   Date          // the date that decides overdue: Due or OriginalDue, as the template says
	Slip       int           // days from original due to due, negative when brought forward; 0 without both dates
	DaysLate   int           // days from the deciding date to the as-at date; 0 unless overdue
	DaysLeft   int           // days from the as-at date to the deciding date; 0 unless due soon
	TimesMoved int           // how often the due date changed: by the months seen, or by the row's own revisions, whichever is more
	// FirstDue is the first original date that any month gave: it stays when a later master changes the column.
	FirstDue      Date
	TimesReopened int   // how many of the months seen reopened it
	LastSeen      Month // of one that is back after months without it, the month that had it last; else the zero month
	Rating        Rating
	RatedBy       int      // index of the rule in Rules.PositionRatings that held; -1 when not rated
	SeeAlso       string   // key of the recommendation that the response only refers to; "" when none
	Master        string   // what a portfolio calls the master of the row; "" in the pack of one master
	GroupThemes   []string // ids of the themes that count it: one, or each when the template says so, or ThemeUnmatched

	last        lastDates
	movesSeen   int // how many of the months seen changed the due date
	counter     *counter
	figures     []bool // in step with Figures()
	asAt        Date
	dueSoonDays int
}

// In tells whether the figure counts this recommendation. A figure that there is none of counts nothing.
func (p *Position) In(f Figure) bool {
	i, ok := p.counter.places[f]
	return ok && p.figures[i]
}

// inAny tells whether any of the figures counts this recommendation.
func (p *Position) inAny(figures []Figure) bool {
	for _, f := range figures {
		if p.In(f) {
			return true
		}
	}
	return false
}

func (p *Position) inScope() bool { return p.In(InScope) }

func (p *Position) open() bool { return p.In(Open) }

func (p *Position) outstanding() bool { return p.In(Outstanding) }

func (p *Position) overdue() bool { return p.In(Overdue) }

func (p *Position) dueSoon() bool { return p.In(DueSoon) }

// classify works out every figure, and from them the standing. Until the dates are settled, the figures that look at dates
// are those of a recommendation without any.
func (p *Position) classify() {
	p.figures = make([]bool, len(p.counter.rules)) // a new list: a copy of the position may stand in another pack
	for i, rule := range p.counter.rules {
		p.figures[i] = rule.Counts(p)
	}
	for _, s := range Standings() {
		if p.In(Figure(s)) {
			p.Standing = s
		}
	}
}
