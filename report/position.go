package report

import (
	"slices"

	"boardpack/report/dates"
)

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
	return slices.ContainsFunc(figures, p.In)
}

func (p *Position) inScope() bool { return p.In(InScope) }

func (p *Position) open() bool { return p.In(Open) }

// notUpdatedSince tells whether it is open and nobody has brought it up to date after a day.
func (p *Position) notUpdatedSince(day Date) bool { return p.open() && !p.Updated.After(day) }

func (p *Position) outstanding() bool { return p.In(Outstanding) }

func (p *Position) overdue() bool { return p.In(Overdue) }

func (p *Position) dueSoon() bool { return p.In(DueSoon) }

// lastDates are the dates, last month, of the row that gives a recommendation its dates now. Where a recommendation has several
// actions and another of them decided then, they are not those that the recommendation had.
type lastDates struct{ due, original, deciding Date }

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}
