package report

// Condition is one thing that a recommendation must meet to be counted in a figure. Its words and its test stand together,
// and both the count and the sentence in the pack walk the same list of conditions: words and code cannot drift apart.
type Condition struct {
	id     string // the wording has its words under "condition.<id>"
	holds  func(p *Position) bool
	fields []Field                   // the cells that it looks at
	of     []Figure                  // the figures that it builds on
	state  State                     // the state that it asks for
	varies func(rules *Rules) string // ending of the id where a setting of the template changes what it asks
}

// counted asks that one of the figures counts the recommendation.
func counted(of ...Figure) Condition {
	return Condition{id: "counted", of: of, holds: func(p *Position) bool { return p.inAny(of) }}
}

// notCounted asks that none of the figures does.
func notCounted(of ...Figure) Condition {
	return Condition{id: "not_counted", of: of, holds: func(p *Position) bool { return !p.inAny(of) }}
}

// stateIs asks for a status that means the state.
func stateIs(s State) Condition {
	return Condition{id: "state", state: s, fields: []Field{FieldStatus}, holds: func(p *Position) bool { return p.State == s }}
}

// stateUnknown asks for a status that means none of the states.
func stateUnknown() Condition {
	return Condition{id: "state_unknown", fields: []Field{FieldStatus}, holds: func(p *Position) bool {
		for _, s := range States() {
			if s != Unrecognised && p.State == s {
				return false
			}
		}
		return true
	}}
}

// ofOthers asks that another body alone must act.
func ofOthers() Condition {
	return Condition{id: "of_others", fields: []Field{FieldScope}, holds: func(p *Position) bool { return p.Scope == External }}
}

// agreed asks for the issuer's agreement, where the row's register records it.
func agreed() Condition {
	return Condition{id: "agreed", fields: []Field{FieldSignOff}, varies: signOffPolicy,
		holds: func(p *Position) bool { return p.SignOff == NoSignOff || p.SignOff == Agreed }}
}

// notAgreed asks that the row's register records sign-off and has no agreement.
func notAgreed() Condition {
	return Condition{id: "not_agreed", fields: []Field{FieldSignOff}, varies: signOffPolicy,
		holds: func(p *Position) bool { return p.SignOff != NoSignOff && p.SignOff != Agreed }}
}

func signOffPolicy(rules *Rules) string {
	switch rules.SignOff {
	case SignOffIgnored, SignOffRequired:
		return ".sign_off_" + string(rules.SignOff)
	}
	return ""
}

// dueBefore asks that the date which decides is before the as-at date.
func dueBefore() Condition {
	return Condition{id: "due_before", fields: dueFields(), varies: dueBasis, holds: func(p *Position) bool { return p.Deciding.Before(p.asAt) }}
}

// dueWithin asks that it is no later than so many days after the as-at date as the template says.
func dueWithin() Condition {
	return Condition{id: "due_within", fields: dueFields(), varies: dueBasis, holds: func(p *Position) bool {
		return !p.Deciding.IsZero() && !p.Deciding.After(p.asAt.AddDays(p.dueSoonDays))
	}}
}

// undated asks that there is none.
func undated() Condition {
	return Condition{id: "undated", fields: dueFields(), varies: dueBasis, holds: func(p *Position) bool { return p.Deciding.IsZero() }}
}

func dueFields() []Field { return []Field{FieldDue, FieldOriginalDue, FieldDueAsWritten} }

func dueBasis(rules *Rules) string {
	if rules.OverdueBy == ByOriginalDue {
		return ".original_due"
	}
	return ""
}

// dueLater asks that the current date is later than the original one.
func dueLater() Condition {
	return Condition{id: "due_later", fields: dueFields(), holds: func(p *Position) bool { return p.Due.After(p.OriginalDue) }}
}

// unanswered asks for an empty response.
func unanswered() Condition {
	return Condition{id: "unanswered", fields: []Field{FieldResponse}, holds: func(p *Position) bool { return p.Response.IsEmpty() }}
}
