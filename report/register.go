package report

import (
	"cmp"
	"iter"
	"slices"

	"boardpack/report/dates"
)

// State is what a typed status maps to.
type State string

// The seven states. Unrecognised rows are in scope and open: a status that nobody can read is work to do.
const (
	NotStarted   State = "not started"
	InProgress   State = "in progress"
	Complete     State = "complete"
	NotAccepted  State = "not accepted"
	Withdrawn    State = "withdrawn"
	Superseded   State = "superseded"
	Unrecognised State = "unrecognised"
)

// States lists all states in printing order.
func States() []State {
	return []State{NotStarted, InProgress, Complete, NotAccepted, Withdrawn, Superseded, Unrecognised}
}

// Scope says whose a recommendation is.
type Scope string

// The scopes. Joint (the organisation and others) is in scope and counted once; External (another body alone) is not.
const (
	Force    Scope = "force"
	Joint    Scope = "joint"
	External Scope = "external"
)

// Scopes lists all scopes in printing order.
func Scopes() []Scope { return []Scope{Force, Joint, External} }

// SignOff is the issuer's own position. Whether the recommendation's master records one is a property of each row: a portfolio may
// hold rows of masters with a sign-off column and of others without.
type SignOff string

// NoSignOff is the position in a row whose master has no sign-off column: the owner's word is taken.
const NoSignOff SignOff = ""

// The issuer's positions. An empty cell in a master that has the column is NotAsked.
const (
	NotAsked SignOff = "not asked"
	Asked    SignOff = "asked"
	Agreed   SignOff = "agreed"
	Refused  SignOff = "refused"
)

// SignOffs lists all positions in printing order.
func SignOffs() []SignOff { return []SignOff{NotAsked, Asked, Agreed, Refused} }

// Recommendation is one row of a master, its cells typed, or several rows that are one recommendation with several actions. Absent
// cells are "" or the zero Date.
type Recommendation struct {
	Ref          string // as printed in the source; not unique by nature
	Source       string
	Heading      string
	ThemeAsTyped string
	Themes       []string // ids of the configured themes, in the cell's order; none when not recognised
	Text         Text
	Response     Text
	Owner        string
	Scope        Scope
	Priority     string
	Status       string // as typed
	State        State
	SignOff      SignOff
	DueAsWritten string
	OriginalDue  Date          // of its column alone
	EarlierDue   []Date        // revised dates before Due, of a master with several columns for them, in their order
	Due          Date          // of the columns alone: the last revision that is filled
	DueInWords   []DateInWords // what the due columns hold that is no plain day
	Reason       string
	Completed    Date
	Updated      Date
	Progress     Text
	Evidence     string
	// Welsh is what the Welsh columns say of NameFields, of the reason and of the evidence, by the field beside which they are. Where
	// only the Welsh column of one is filled, the field's own value is the Welsh too.
	Welsh map[Field]string
	Extra []string // the master's own other columns, in step with Register.ExtraColumns

	Sheet  string // of the master, where the row is; "" for a CSV file
	Row    int    // 1-based row of the sheet or file
	Cells  Cells
	Hidden bool // the row is hidden or filtered out in the master

	// Actions are the rows as they were read, in the master's order, where they are several; see JoinActions. Row and Cells are
	// then those of the first.
	Actions []Recommendation
}

// Cell gives the address of a field's cell, or of the row's first cell where the master lacks the column.
func (r *Recommendation) Cell(f Field) string {
	return cmp.Or(r.Cells.Of(f), r.Cells.Of(FieldRef))
}

// Name gives the value of one of NameFields; "" for another field.
func (r *Recommendation) Name(f Field) string {
	switch f {
	case FieldSource:
		return r.Source
	case FieldHeading:
		return r.Heading
	case FieldOwner:
		return r.Owner
	case FieldPriority:
		return r.Priority
	}
	return ""
}

// typed gives all texts of the row that may be long, each with its field; those of columns that the program does not know have
// none.
func (r *Recommendation) typed() iter.Seq2[Field, string] {
	return func(yield func(Field, string) bool) {
		known := [...]struct {
			field Field
			text  string
		}{{FieldRef, r.Ref}, {FieldSource, r.Source}, {FieldHeading, r.Heading}, {FieldTheme, r.ThemeAsTyped},
			{FieldRecommendation, r.Text["en"]}, {FieldRecommendationCy, r.Text["cy"]}, {FieldResponse, r.Response["en"]},
			{FieldResponseCy, r.Response["cy"]}, {FieldOwner, r.Owner}, {FieldPriority, r.Priority}, {FieldStatus, r.Status},
			{FieldDueAsWritten, r.DueAsWritten}, {FieldReason, r.Reason}, {FieldProgress, r.Progress["en"]},
			{FieldProgressCy, r.Progress["cy"]}, {FieldEvidence, r.Evidence}, {FieldSourceCy, r.Welsh[FieldSource]},
			{FieldHeadingCy, r.Welsh[FieldHeading]}, {FieldOwnerCy, r.Welsh[FieldOwner]}, {FieldPriorityCy, r.Welsh[FieldPriority]},
			{FieldReasonCy, r.Welsh[FieldReason]}, {FieldEvidenceCy, r.Welsh[FieldEvidence]}}
		for _, k := range known {
			if !yield(k.field, k.text) {
				return
			}
		}
		for _, text := range r.Extra {
			if !yield("", text) {
				return
			}
		}
	}
}

// Register is all recommendations of one master in one month, as read.
type Register struct {
	Name            string   // the master's file name without folder and ending, "stalking-harassment"
	File            string   // its file name, "stalking-harassment.xlsx"
	Sheet           string   // the sheet that holds the table, the main one of several; "" for a CSV file
	Sheets          []string // the sheets that hold recommendations where there are several, in their order
	Month           Month
	AsAt            Date // the day the figures speak of, settled by whoever read the master
	About           About
	Recommendations []Recommendation
	Columns         []Field
	ExtraColumns    []string  // headings of the columns that the program does not know
	Problems        []Problem // found while reading
	Revisions       int       // columns for the dates to which the due date moved; of several, a row fills one after the other
	Reviews         []Review  // of a portfolio: what it is made from, in its order; none in the register of one master

	// EmptySignOff is the note on a sign-off column in which no row has an entry, for where it counts as absent (see History); nil
	// where a row has one, or where there is no such column.
	EmptySignOff *Problem
}

// SheetOrder numbers the sheets that hold recommendations, from 1, in the order in which they were read.
func (r *Register) SheetOrder() map[string]int {
	order := map[string]int{r.Sheet: 1}
	for i, sheet := range r.Sheets {
		order[sheet] = i + 1
	}
	return order
}

// SheetOf gives the sheet where a recommendation is.
func (r *Register) SheetOf(rec *Recommendation) string { return cmp.Or(rec.Sheet, r.Sheet) }

// Address gives the address of a recommendation's cell, with the sheet before it where the register has several: "Closed!A2".
func (r *Register) Address(rec *Recommendation, f Field) string {
	if len(r.Sheets) < 2 {
		return rec.Cell(f)
	}
	return rec.Sheet + "!" + rec.Cell(f)
}

// Has tells whether the master has the column.
func (r *Register) Has(f Field) bool {
	return slices.Contains(r.Columns, f)
}

// DateInWords is what a cell holds for a due date that is no plain day, and how it was read.
type DateInWords struct {
	Field   Field // FieldOriginalDue or FieldDue, or FieldDueAsWritten
	Cell    string
	Text    string // as it shows
	Reading dates.Reading
}

// revisions gives the dates of the columns after the original, in their order; none where none is filled.
func (r *Recommendation) revisions() []Date {
	if r.Due.IsZero() {
		return nil
	}
	return append(slices.Clone(r.EarlierDue), r.Due)
}

// Level says how bad a problem is.
type Level string

// Levels: a Failure ("error") stops the pack of that master, a Warning is listed and counted, a Note only tells
// what was done.
const (
	Failure Level = "error"
	Warning Level = "warning"
	Note    Level = "note"
)

// Problem is something in the input that a person should look at. It never holds the free text of a
// recommendation or response: that may describe a victim.
type Problem struct {
	Level Level
	Code  string // "duplicate-ref"; the wording has "problem.<code>" and "problem.<code>.hint"
	File  string // file name of the master
	Sheet string // "" for a CSV file, or where the whole file is meant
	Cell  string // "A14"; "" where the sheet or file is meant
	Row   int    // 1-based; 0 where no row is meant
	Field Field  // the column, "" where none is meant
	Key   string // the recommendation's key once it has one
	Args  map[string]string
	Said  map[string]string // those of the args that are sentences of the wording: their ids; the args have the English
}
