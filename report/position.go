package report

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
	// OriginalDue and Due shadow the columns: they are filled from the reading of the date as written and from
	// earlier months where the master leaves them empty.
	OriginalDue Date
	Due         Date
	Reading     Reading // how the date as written was read
	Deciding    Date    // the date that decides overdue: Due or OriginalDue, as the template says
	Slip        int     // days from original due to due, negative when brought forward; 0 without both dates
	DaysLate    int     // days from the deciding date to the as-at date; 0 unless overdue
	DaysLeft    int     // days from the as-at date to the deciding date; 0 unless due soon
	TimesMoved  int     // how many of the months seen changed the due date
	// FirstDue is the first original date that any month gave: it stays when a later master changes the column.
	FirstDue      Date
	TimesReopened int   // how many of the months seen reopened it
	LastSeen      Month // of one that is back after months without it, the month that had it last; else the zero month
	Rating        Rating
	RatedBy       int      // index of the rule in Rules.PositionRatings that held; -1 when not rated
	SeeAlso       string   // key of the recommendation that the response only refers to; "" when none
	GroupThemes   []string // ids of the themes that count it: one, or each when the template says so, or ThemeUnmatched

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

func (p *Position) inScope() bool { return inScope(p.Standing) }

func inScope(s Standing) bool {
	switch s {
	case StandNotAccepted, StandWithdrawn, StandSuperseded, StandExternal:
		return false
	}
	return true
}

func (p *Position) open() bool {
	switch p.Standing {
	case StandInProgress, StandNotStarted, StandUnrecognised:
		return true
	}
	return false
}

func (p *Position) outstanding() bool { return p.inScope() && p.Standing != StandComplete }

func (p *Position) overdue() bool { return p.open() && p.Deciding.Before(p.asAt) }

func (p *Position) dueSoon() bool {
	return p.open() && !p.Deciding.IsZero() && !p.overdue() && !p.Deciding.After(p.asAt.AddDays(p.dueSoonDays))
}

// standing classifies a row. Rows out of scope take the first that applies: not accepted, withdrawn, superseded, external.
func standing(r *Recommendation, hasSignOff bool) Standing {
	switch {
	case r.State == NotAccepted:
		return StandNotAccepted
	case r.State == Withdrawn:
		return StandWithdrawn
	case r.State == Superseded:
		return StandSuperseded
	case r.Scope == External:
		return StandExternal
	case r.State == Complete && hasSignOff && r.SignOff != Agreed:
		return StandAwaiting
	case r.State == Complete:
		return StandComplete
	case r.State == InProgress:
		return StandInProgress
	case r.State == NotStarted:
		return StandNotStarted
	}
	return StandUnrecognised
}
