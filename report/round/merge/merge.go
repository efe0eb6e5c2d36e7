// Package merge settles what becomes of the owners' answers, as plain data: it knows no file and no spreadsheet.
//
// Every run works everything out again from what was asked, what the team has, all answers and the decisions; the journal holds only
// what was written over what. So the result does not depend on the order in which answers arrive or on how many runs take them in, an
// answer that is taken away is undone, and what the team changes afterwards stays.
package merge

// Value is what a cell holds.
type Value struct {
	Text string `json:"text"` // as it is shown and written
	Key  string `json:"key"`  // by which values are compared: two of one key say the same; "" for an empty cell
}

// ID is a cell by its row's code and its field.
type ID struct{ Row, Field string }

// Cell is a cell of a master.
type Cell struct {
	Now     Value
	Blocked string // code of why it cannot be written; "" where it can
}

// Written is a journal's entry: what was written, over what, by whose answers.
type Written struct {
	Before Value    `json:"before"`
	Wrote  Value    `json:"wrote"`
	Owners []string `json:"owners"`
}

// Decision is what the team decided of an answer that waited.
type Decision string

// The decisions; the zero Decision is none.
const (
	Take Decision = "take" // the answer
	Keep Decision = "keep" // what the master says
)

// Answer is one filled cell of a return.
type Answer struct {
	ID       ID
	Owner    string
	Order    int    // of its file: a later one has a higher number
	Day      string // YYYY-MM-DD: when it was given
	Asked    Value  // what the master said when its owner was asked
	Value    Value
	NoChange bool   // it says that nothing has changed; its value is what was asked
	Refused  string // code of why it cannot be taken; "" where it can
	Waits    string // code of why a person must decide; "" where nobody need
	Decided  Decision
}

// Kind is what became of an answer.
type Kind string

// The kinds. Every answer has exactly one.
const (
	Taken        Kind = "taken"         // it is in the master, or will be
	Same         Kind = "same"          // the master says so already
	Unchanged    Kind = "no_change"     // it says that nothing has changed
	SameChange   Kind = "same_change"   // the team has written the same since
	TeamStands   Kind = "team_stands"   // it says what was asked, and the team has changed that
	ChangedSince Kind = "changed_since" // it was taken, and the team has changed the cell since
	Conflict     Kind = "conflict"      // the team has changed the cell to something else: waits for a decision
	OwnersDiffer Kind = "owners_differ" // another owner of the row says something else: waits for a decision
	Waiting      Kind = "waiting"       // something about it is doubtful: waits for a decision
	Held         Kind = "held"          // what it belongs with could not be taken
	Kept         Kind = "kept"          // the team decided to keep what the master says
	Overruled    Kind = "overruled"     // the team decided for another owner's answer
	Superseded   Kind = "superseded"    // the owner has answered again
	Refused      Kind = "refused"       // it cannot be taken
)

// Kinds lists all kinds in the order in which they are shown.
func Kinds() []Kind {
	return []Kind{Taken, Same, Unchanged, SameChange, TeamStands, ChangedSince, Conflict, OwnersDiffer, Waiting, Held, Kept, Overruled, Superseded, Refused}
}

// Decides tells of the kinds that wait for a person.
func (k Kind) Decides() bool { return k == Conflict || k == OwnersDiffer || k == Waiting }

// accepted tells of the kinds by which a row counts as brought up to date.
func (k Kind) accepted() bool { return k == Taken || k == Same || k == Unchanged || k == SameChange }

// Input is all that a merge works on.
type Input struct {
	Cells   map[ID]Cell
	Journal map[ID]Written
	Answers []Answer
	Joined  map[string]bool   // fields in which several owners' texts stand together
	Added   map[string]bool   // fields in which answers are added to what the cell says, in place of replacing it
	Pairs   map[string]string // fields that mean one thing together, by the name of the pair
	Updated string            // field of the day on which a row was brought up to date
	Join    func(owners []string, values []Value) Value
	Add     func(field string, notes []Note, team Value) Value // notes in order of their owners; nil where no field is Added
}

// Outcome is what became of an answer.
type Outcome struct {
	Kind Kind
	Why  string // code, of Waiting, Refused and Held; "" for others
}

// Write is a cell that is to change.
type Write struct {
	ID   ID
	From Value
	To   Value
}

// Result is what comes of a merge.
type Result struct {
	Outcomes []Outcome // in step with the answers
	Writes   []Write   // by row and field; none where the master stays as it is
	Journal  map[ID]Written
}
