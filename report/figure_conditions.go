package report

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

// dated asks that there is such a date.
func dated() Condition {
	return Condition{Not: true, About: AboutDue, Test: TestBlank, Said: "dated"}
}

// undated asks that there is none.
func undated() Condition { return Condition{About: AboutDue, Test: TestBlank, Said: "undated"} }

// slipped asks that the current date is later than the original one.
func slipped() Condition { return Condition{About: AboutSlip, Test: TestAbove, Said: "slipped"} }

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
