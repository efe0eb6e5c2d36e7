package report

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
	Dated           Figure = "dated"
	Overdue         Figure = "overdue"
	DueSoon         Figure = "due_soon"
	DueLater        Figure = "due_later"
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
	// Heading is the message that heads the figure's Yes/No column (see Plan.Marked); "" for the figure's name. A name that holds a
	// number of days needs one, by which the column is known when a pack's workbook is read as a master.
	Heading string
}

// ColumnHeading is the message that heads the figure's Yes/No column.
func (r FigureRule) ColumnHeading() string {
	if r.Heading != "" {
		return r.Heading
	}
	return "figure." + string(r.Name)
}

// Condition is one thing that a recommendation must meet to be counted in a figure. It is data: whether it holds (Position.Meets),
// its words and the choice in a filter list (package figurerule) and the formulas of the workbook all read the same fields, so
// that they cannot drift apart.
type Condition struct {
	Not   bool     // the opposite of what follows
	Of    []Figure // one of these figures counts the recommendation; the fields below are for conditions without
	About Subject
	Test  Test
	Value string // of TestIs: a state, a scope, a position of the issuer, or a word of the master's
	Days  int    // of TestBefore and TestUpTo: that day is so many days after the as-at date
	Soon  bool   // and so many more as the template says that due soon is
	Said  string // its words, "condition.<Said>"; "" for those that any subject has: see package figurerule
}

// Test is what a condition asks of its subject.
type Test string

// The tests. An absent day is neither before another nor up to it.
const (
	TestIs     Test = "is" // the Value, without regard to case and spacing
	TestBlank  Test = "blank"
	TestAbove  Test = "above"  // above 0
	TestBefore Test = "before" // before the day
	TestUpTo   Test = "up_to"  // on the day or before it
)

// Subject is what of a recommendation a condition looks at: a column of the register's table.
type Subject string

// The subjects. AboutDue is the date that decides, and so the column that the template's basis names.
const (
	AboutState     Subject = "state"
	AboutScope     Subject = Subject(FieldScope)
	AboutSignOff   Subject = Subject(FieldSignOff)
	AboutDue       Subject = "deciding"
	AboutSlip      Subject = "slip"
	AboutResponse  Subject = Subject(FieldResponse)
	AboutOwner     Subject = Subject(FieldOwner)
	AboutPriority  Subject = Subject(FieldPriority)
	AboutCompleted Subject = Subject(FieldCompleted)
	AboutUpdated   Subject = Subject(FieldUpdated)
)
