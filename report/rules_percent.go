package report

// PercentStates says what a percentage means where it is the status, as in "75%": from Complete on it is complete, up to
// NotStarted not started, in progress between the two. The zero value means 100 and 0.
type PercentStates struct {
	Complete   int // 1 to 100; 0 means 100
	NotStarted int // 0 to 99, below Complete
}

// CompleteFrom is the least percentage that means complete.
func (s PercentStates) CompleteFrom() int {
	if s.Complete == 0 {
		return 100
	}
	return s.Complete
}

// State gives the state of a percentage done, 0 to 100; false for a number that is none.
func (s PercentStates) State(percent float64) (State, bool) {
	switch {
	case !(percent >= 0 && percent <= 100):
		return Unrecognised, false
	case percent >= float64(s.CompleteFrom()):
		return Complete, true
	case percent <= float64(s.NotStarted):
		return NotStarted, true
	}
	return InProgress, true
}

// Agrees tells whether a percentage done can stand beside a state. States out of scope say nothing of progress, so that any
// percentage can.
func (s PercentStates) Agrees(state State, percent float64) bool {
	means, ok := s.State(percent)
	switch state {
	case Complete, InProgress, NotStarted:
		return ok && means == state
	}
	return ok
}

// StatusRules lists the rules by which statuses are read; the wording has each under "status_rule.<id>", and what it is of
// under "status_rule.<id>.wording".
func StatusRules() []string {
	return []string{"word", "mark", "note", "other", "percent", "beside", "colour", "struck"}
}
