package report

import "strings"

// ChangeKind names what happened to a recommendation.
type ChangeKind string

// The kinds. One recommendation may have several changes in a month. Effect kinds come first: they move the bridge.
const (
	ChangeNew           ChangeKind = "new"
	ChangeReopened      ChangeKind = "reopened"
	ChangeCameIntoScope ChangeKind = "came into scope"
	ChangeCompleted     ChangeKind = "completed"
	ChangeLeftScope     ChangeKind = "left scope"
	ChangeRemoved       ChangeKind = "removed"
	ChangeTheme         ChangeKind = "moved theme"
	ChangeOverdue       ChangeKind = "newly overdue"
	ChangeNotOverdue    ChangeKind = "no longer overdue"
	ChangeDate          ChangeKind = "re-dated"
	ChangeStatus        ChangeKind = "status"
	ChangeSignOff       ChangeKind = "sign-off"
	ChangeOwner         ChangeKind = "owner"
	ChangeRef           ChangeKind = "renumbered"
	ChangeSource        ChangeKind = "source"
	ChangeWording       ChangeKind = "reworded"
)

// ChangeKinds lists the kinds in the order in which a month's changes are told.
func ChangeKinds() []ChangeKind {
	return []ChangeKind{ChangeCompleted, ChangeReopened, ChangeNew, ChangeCameIntoScope, ChangeLeftScope, ChangeRemoved,
		ChangeTheme, ChangeRef, ChangeSource, ChangeOverdue, ChangeNotOverdue, ChangeDate, ChangeStatus, ChangeSignOff, ChangeOwner,
		ChangeWording}
}

// Change is one thing that happened to one recommendation since last month.
type Change struct {
	Key    string
	Theme  string // id of the theme it is in now, or was in when removed
	Kind   ChangeKind
	From   Value     // what it was
	To     Value     // what it is
	Days   int       // for a re-dated one, days later (or, negative, earlier)
	Times  int       // for a re-dated one, how often its date has moved in the months seen
	Reason string    // as the master gives it; "" when it gives none, or none that is new
	Cause  Cause     // of becoming overdue or ceasing to be; "" for other kinds
	Effect int       // on the outstanding of the whole: +1, −1 or 0
	Was    *Position // nil for a new one
	Is     *Position // nil for a removed one
}

// Redated tells whether the change put one date in the place of another.
func (c *Change) Redated() bool { return c.Kind == ChangeDate && moved(c.From.Date, c.To.Date) }

// Cause says why a recommendation became overdue or is no longer.
type Cause string

// The causes: of becoming overdue (the date passed, was moved to an earlier day, was given for the first time, or the
// recommendation was reopened or came in late), and of ceasing to be (re-dated, another of its actions due next, or no longer open).
const (
	CauseMatured        Cause = "matured"
	CauseBroughtForward Cause = "brought forward"
	CauseDated          Cause = "dated in the past"
	CauseReopened       Cause = "reopened"
	CauseNew            Cause = "new"
	CauseRedated        Cause = "re-dated"
	CauseNextAction     Cause = "next action" // the action that was due first is done, and the next is due later
	CauseClosed         Cause = "closed"
)

// Causes lists all causes.
func Causes() []Cause {
	return []Cause{CauseMatured, CauseBroughtForward, CauseDated, CauseReopened, CauseNew, CauseRedated, CauseNextAction, CauseClosed}
}

// Value is what a field held: exactly one of the parts is set; none when it was empty.
type Value struct {
	Standing Standing
	SignOff  SignOff
	Date     Date
	Themes   []string // ids
	Text     string
	Lang     string // of Text, where it is of the recommendation's own
}

// String is the value in the words of docs/design.md, "Words", as in figures.json: not for readers of the pack, whose language it may not be.
func (v Value) String() string {
	switch {
	case v.Standing == StandAwaiting:
		return "awaiting sign-off"
	case v.Standing != "":
		return strings.ReplaceAll(string(v.Standing), "_", " ")
	case v.SignOff != "":
		return string(v.SignOff)
	case !v.Date.IsZero():
		return v.Date.String()
	case len(v.Themes) > 0:
		return strings.Join(v.Themes, ", ")
	}
	return v.Text
}
