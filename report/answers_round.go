package report

import "slices"

// Answer says how far those who were asked about a recommendation have answered.
type Answer string

// The answers. Of a recommendation with several rows, each of which may have several owners, the first holds where every row has a status
// from one of its owners, or was handed back; the last where nothing came back about any; the second for all between, such as a note
// without a status.
const (
	Answered       Answer = "answered"
	PartlyAnswered Answer = "partly answered"
	NotAnswered    Answer = "not answered"
)

// Answers lists all answers in printing order.
func Answers() []Answer { return []Answer{Answered, PartlyAnswered, NotAnswered} }

// The figures of what was asked and answered, over those who were asked. They are no part of Figures: a month in which nobody was asked
// has none of them.
const (
	FigAsked          Figure = "asked"
	FigAnswered       Figure = "answered"
	FigPartlyAnswered Figure = "partly_answered"
	FigNotAnswered    Figure = "not_answered"
	FigNotUpdated     Figure = "not_updated" // of the whole alone
)

// AskedFigures lists those that every group of a round has: asked, and the three that add up to it.
func AskedFigures() []Figure {
	return []Figure{FigAsked, FigAnswered, FigPartlyAnswered, FigNotAnswered}
}

// Returns are what came back from asking the owners of a register, as it was collected. Keys are those of the pack.
type Returns struct {
	ReplyBy    Date
	Unread     int        // files that came and could not be read: nobody knows whose they are
	Rows       []AskedRow // in any order
	Extensions []Extension
	// NotUpdated is, for a pack that is made from others, what theirs say; nil where it is to be worked out.
	NotUpdated []string
}

// AskedRow is a row that one of its owners was asked about: a recommendation, or one of its actions.
type AskedRow struct {
	Key    string // of the recommendation
	Row    string // what tells the row from others of the recommendation
	Owner  Text
	Answer Answer
}

// Extension is a later date that an owner asks for.
type Extension struct {
	Key    string
	Owner  Text
	Asked  Date // due when the owner was asked; never absent: a first date is no extension
	Wanted Date // after it
	Now    Date // due in the master now; absent for none
	Reason Text // in the language of the return; nil for none
	State  ExtensionState
}

// ExtensionState is what became of an extension that was asked for.
type ExtensionState string

// The states.
const (
	ExtensionEntered    ExtensionState = "entered"     // the master has the date
	ExtensionNotEntered ExtensionState = "not entered" // the master has another, or none
	ExtensionWaits      ExtensionState = "waits"       // a person must decide
	ExtensionKept       ExtensionState = "kept"        // the team decided to keep what the master says
)

// ExtensionStates lists all states in printing order.
func ExtensionStates() []ExtensionState {
	return []ExtensionState{ExtensionWaits, ExtensionNotEntered, ExtensionEntered, ExtensionKept}
}

// Round is what was asked of the owners in a month and what they answered, counted by recommendation.
type Round struct {
	ReplyBy Date
	Unread  int
	All     RoundGroup
	Owners  []RoundGroup // of those who were asked, by name: each with how far this owner has answered
	Reviews []RoundGroup // of a portfolio: its masters whose owners were asked, in its order
	// NotUpdated are the open recommendations that the month before had and that have not been updated since, asked about or not; nil
	// without a month before, or without a column for it.
	NotUpdated []string
	Extensions []Extension // in the order of the master

	answers map[string]Answer
	returns *Returns
}

// RoundGroup is what one owner was asked and answered, or all. Each recommendation that was asked about has one of the answers.
type RoundGroup struct {
	ID   string // "all", or a short form of the name that is unique in its list
	Name Text   // nil for the whole
	keys map[Figure][]string
}

// Keys gives the recommendations behind one of AskedFigures, in the master's order.
func (g *RoundGroup) Keys(f Figure) []string { return g.keys[f] }

// N gives the count.
func (g *RoundGroup) N(f Figure) int { return len(g.keys[f]) }

// Groups gives the groups of a kind: the whole, owners or reviews; none of any other kind.
func (r *Round) Groups(kind GroupKind) []RoundGroup {
	switch kind {
	case OfAll:
		return []RoundGroup{r.All}
	case OfOwners:
		return r.Owners
	case OfReviews:
		return r.Reviews
	}
	return nil
}

// AnswerOf says how far a recommendation is answered; "" for one that nobody was asked about, also where r is nil.
func (r *Round) AnswerOf(key string) Answer {
	if r == nil {
		return ""
	}
	return r.answers[key]
}

// ToDecide are the recommendations of extensions that are not in the master, and that the team has not turned down, each once.
func (r *Round) ToDecide() []string {
	var out []string
	for _, e := range r.Extensions {
		if (e.State == ExtensionWaits || e.State == ExtensionNotEntered) && !slices.Contains(out, e.Key) {
			out = append(out, e.Key)
		}
	}
	return out
}
