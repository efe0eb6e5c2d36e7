package report

import (
	"slices"

	"boardpack/report/fold"
)

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

// counted asks that one of the figures counts the recommendation.
func counted(of ...Figure) Condition { return Condition{Of: of} }

// notCounted asks that none of the figures does.
func notCounted(of ...Figure) Condition { return Condition{Not: true, Of: of} }

// stateIs asks for a status that means the state.
func stateIs(s State) Condition {
	return Condition{About: AboutState, Test: TestIs, Value: string(s), Said: "state"}
}

// stateUnknown asks for a status that means none of the states.
func stateUnknown() Condition {
	return Condition{About: AboutState, Test: TestIs, Value: string(Unrecognised), Said: "state_unknown"}
}

// ofOthers asks that another body alone must act.
func ofOthers() Condition {
	return Condition{About: AboutScope, Test: TestIs, Value: string(External), Said: "of_others"}
}

// agreed asks for the issuer's agreement, where the row's register records it.
func agreed() Condition {
	return Condition{About: AboutSignOff, Test: TestIs, Value: string(Agreed), Said: "agreed"}
}

// notAgreed asks that the row's register records sign-off and has no agreement.
func notAgreed() Condition {
	return Condition{Not: true, About: AboutSignOff, Test: TestIs, Value: string(Agreed), Said: "not_agreed"}
}

// dueBefore asks that the date which decides is before the as-at date.
func dueBefore() Condition { return Condition{About: AboutDue, Test: TestBefore, Said: "due_before"} }

// dueWithin asks that it is no later than so many days after the as-at date as the template says.
func dueWithin() Condition {
	return Condition{About: AboutDue, Test: TestUpTo, Soon: true, Said: "due_within"}
}

// undated asks that there is none.
func undated() Condition { return Condition{About: AboutDue, Test: TestBlank, Said: "undated"} }

// dueLater asks that the current date is later than the original one.
func dueLater() Condition { return Condition{About: AboutSlip, Test: TestAbove, Said: "due_later"} }

// unanswered asks for an empty response.
func unanswered() Condition {
	return Condition{About: AboutResponse, Test: TestBlank, Said: "unanswered"}
}

// Fields lists the cells of the master that decide what the subject is.
func (s Subject) Fields() []Field {
	switch s {
	case "":
		return nil
	case AboutState:
		return []Field{FieldStatus}
	case AboutDue, AboutSlip:
		return []Field{FieldDue, FieldOriginalDue, FieldDueAsWritten}
	}
	return []Field{Field(s)}
}

// Column is the column of the register's table that shows the subject.
func (s Subject) Column(rules *Rules) string {
	if s == AboutDue {
		return string(rules.OverdueBy)
	}
	return string(s)
}

// Meets tells whether the recommendation meets the condition. The figures that it builds on must be worked out already.
func (p *Position) Meets(c *Condition) bool {
	if len(c.Of) > 0 {
		return p.inAny(c.Of) != c.Not
	}
	return p.passes(c) != c.Not
}

// passes tells whether the subject is as the test asks.
func (p *Position) passes(c *Condition) bool {
	switch c.Test {
	case TestIs:
		return p.is(c)
	case TestBlank:
		return p.blank(c.About)
	case TestAbove:
		return c.About == AboutSlip && p.Due.After(p.OriginalDue)
	case TestBefore:
		return p.day(c.About).Before(p.dayOf(c))
	}
	day := p.day(c.About)
	return !day.IsZero() && !day.After(p.dayOf(c))
}

// is compares the subject with the value. What no register records is agreed, and a state that is none is not recognised.
func (p *Position) is(c *Condition) bool {
	switch c.About {
	case AboutState:
		return string(p.State) == c.Value || c.Value == string(Unrecognised) && !slices.Contains(States(), p.State)
	case AboutSignOff:
		return string(p.SignOff) == c.Value || p.SignOff == NoSignOff && c.Value == string(Agreed)
	case AboutScope:
		return string(p.Scope) == c.Value
	}
	return fold.Text(p.word(c.About)) == fold.Text(c.Value)
}

func (p *Position) blank(s Subject) bool {
	switch s {
	case AboutResponse:
		return p.Response.IsEmpty()
	case AboutDue, AboutCompleted, AboutUpdated:
		return p.day(s).IsZero()
	}
	return p.word(s) == ""
}

// word gives the subject where it is a word; "" for others.
func (p *Position) word(s Subject) string {
	switch s {
	case AboutOwner:
		return p.Owner
	case AboutPriority:
		return p.Priority
	}
	return ""
}

// day gives the subject where it is a day; absent for others.
func (p *Position) day(s Subject) Date {
	switch s {
	case AboutDue:
		return p.Deciding
	case AboutCompleted:
		return p.Completed
	case AboutUpdated:
		return p.Updated
	}
	return Date{}
}

// dayOf is the day that the condition compares with.
func (p *Position) dayOf(c *Condition) Date {
	days := c.Days
	if c.Soon {
		days += p.dueSoonDays
	}
	return p.asAt.AddDays(days)
}
