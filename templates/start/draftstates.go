package start

import (
	"fmt"

	"boardpack/report"
	"boardpack/report/fold"
)

// placeStates puts unknown statuses under the states that they plainly mean, and asks about each. What is not plain is left:
// it counts as not recognised, and is asked about too.
func (d *Draft) placeStates() {
	for _, v := range d.values(report.FieldStatus) {
		if fold.Word(v.Text) == "" || d.knownState(v.Text) != "" || d.isRead(v.Text) {
			continue
		}
		what, state := fmt.Sprintf("the status \"%s\"", v.Text), d.phrases.stateOf(v.Text)
		if state == "" {
			d.leave(what, "not recognised: put it under one of the states, or leave it so", v.Cell, rows(v.Rows))
			continue
		}
		d.states[state] = append(d.states[state], v.Text)
		d.guess(what, string(state), v.Cell, rows(v.Rows))
	}
}

// knownState gives the state that the base, or what is drafted already, has the status under; "" for none.
func (d *Draft) knownState(status string) report.State {
	for _, state := range report.States() {
		if has(d.base.Vocabulary.States[state], status) || has(d.states[state], status) {
			return state
		}
	}
	return ""
}

// stateOf gives the state that a status has or plainly means; "" for none.
func (d *Draft) stateOf(status string) report.State {
	if state := d.knownState(status); state != "" {
		return state
	}
	return d.phrases.stateOf(status)
}
