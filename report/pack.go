package report

import "strings"

// ThemeUnmatched is the id of the group of rows whose theme is not one of the configured ones.
const ThemeUnmatched = "not_matched"

// NotGiven is the id of the group of rows whose heading, source or owner is empty.
const NotGiven = "not_given"

// Pack is everything that the outputs of one register and month say, in no language yet. It is built once by Build and
// never changed; every output takes the same Pack, which is why their figures agree.
type Pack struct {
	Register      *Register
	Rules         *Rules
	Month         Month
	AsAt          Date
	PreviousMonth Month // zero without an earlier month
	PreviousAsAt  Date
	All           Group
	Themes        []Group // every configured theme, also an empty one; then ThemeUnmatched if it has rows
	Headings      []Group // in order of appearance
	Sources       []Group
	Owners        []Group      // by name
	Movement      *Movement    // nil without an earlier month
	Previous      *Group       // the whole last month; nil without an earlier month
	Trend         []TrendPoint // oldest first, this month last
	Positions     []Position   // in the master's order
	Problems      []Problem    // of reading and of the checks, in the master's order

	Ageing         []AgeBand      // of what is overdue
	PreviousAgeing []AgeBand      // last month; nil without an earlier month
	FigureChanges  []FigureChange // why each figure is not that of last month; none without an earlier month
	Restated       *Restated      // how last month's published figures differ from its master now; nil when they do not

	byKey       map[string]int
	signOffs    int       // how many of the positions are of a master that records sign-off
	now, before *snapshot // before is nil without an earlier month
}

// Position finds a recommendation by its key; nil when there is none.
func (p *Pack) Position(key string) *Position {
	if i, ok := p.byKey[key]; ok {
		return &p.Positions[i]
	}
	return nil
}

// Group is the figures of the whole, or of one theme, heading, source or owner.
type Group struct {
	ID   string // "all", a theme's id, or a short form of the name that is unique in its list
	Name Text   // empty for the whole and for NotGiven and ThemeUnmatched: the wording names those
	// Percent is percent_complete, 0 to 100; nil when nothing is in scope ("not applicable").
	Percent *int
	Rating  Rating
	RatedBy int // index of the rule in Rules.GroupRatings that held; -1 when not rated

	counter *counter
	keys    [][]string     // in step with Figures()
	rated   map[Rating]int // how many of its recommendations have each rating
}

// N gives the count of a figure.
func (g *Group) N(f Figure) int { return len(g.Keys(f)) }

// Keys gives the keys of the recommendations behind a figure, in the master's order; none for a figure that there is none of.
func (g *Group) Keys(f Figure) []string {
	if i, ok := g.counter.places[f]; ok {
		return g.keys[i]
	}
	return nil
}

// TrendPoint is one month of the trend.
type TrendPoint struct {
	Month       Month
	AsAt        Date
	InScope     int
	Complete    int
	Outstanding int
	Overdue     int
}

// Bridge is the movement of outstanding recommendations between two months. It always closes:
// Opening + New + Reopened + CameIntoScope + MovedIn − Completed − LeftScope − Removed − MovedOut = Closing.
type Bridge struct {
	ID            string // "all" or a theme's id
	Name          Text
	Opening       int
	New           int
	Reopened      int
	CameIntoScope int
	MovedIn       int
	Completed     int
	LeftScope     int
	Removed       int
	MovedOut      int
	Closing       int
}

// Movement is what happened between the previous month and this one.
type Movement struct {
	All     Bridge
	Themes  []Bridge // in step with Pack.Themes, and themes that only last month had rows of
	Changes []Change // in the master's order, removed rows last
}

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
}

// String is the value in the words of DESIGN.md, as in figures.json: not for readers of the pack, whose language it may not be.
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

// Marking is the security marking for every page: the master's, else the template's.
func (p *Pack) Marking() string {
	if m := p.Register.About.Marking; m != "" {
		return m
	}
	return p.Rules.Marking
}

// GroupKind is what a group groups by.
type GroupKind string

// The kinds of groups.
const (
	OfAll      GroupKind = "all"
	OfThemes   GroupKind = "themes"
	OfHeadings GroupKind = "headings"
	OfSources  GroupKind = "sources"
	OfOwners   GroupKind = "owners"
)

// Groups gives the groups of a kind: one for OfAll.
func (p *Pack) Groups(kind GroupKind) []Group {
	switch kind {
	case OfThemes:
		return p.Themes
	case OfHeadings:
		return p.Headings
	case OfSources:
		return p.Sources
	case OfOwners:
		return p.Owners
	}
	return []Group{p.All}
}
