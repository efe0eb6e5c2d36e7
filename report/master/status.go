package master

import (
	"strconv"

	"boardpack/report"
)

// status gives the status as typed, its state, and the day that stands beside it. What is not known is not recognised, stays in
// the figures as work to do, and is listed with the reason.
func (t *tableReader) status() (string, report.State, days) {
	status := line(t.meant(report.FieldStatus))
	if status == "" {
		if t.of(report.FieldStatus) == nil && t.above != nil && !t.isDue() {
			return "", t.above.State, days{}
		}
		t.noStatus()
		return "", report.Unrecognised, days{}
	}
	if state, all := t.match.severalStates(status); all {
		return status, state, days{}
	}
	m := t.match.states.read(status, t.match.names)
	switch m.doubt {
	case "":
		t.comparePercent(status, m.value)
		return status, m.value, m.on
	case isMarked:
		t.doubt(report.Warning, "marked-status", report.FieldStatus, "Status", short(status))
	case isQualified:
		t.doubt(report.Warning, "qualified-status", report.FieldStatus, "Status", short(status), "Word", short(m.word))
	default:
		t.doubt(report.Warning, "unknown-status", report.FieldStatus, "Status", short(status), "Nearest", t.match.states.nearest(status))
	}
	return status, report.Unrecognised, days{}
}

// completedOn gives the day on which a recommendation was completed: that of its column, or else, where the cell is empty, the day
// that stands beside a status of work done.
func (t *tableReader) completedOn(state report.State, beside days) report.Date {
	completed := t.doneDate(report.FieldCompleted)
	if state != report.Complete || beside == (days{}) || t.of(report.FieldCompleted) != nil || !t.calendar.PlausibleDone(beside.last) {
		return completed
	}
	if t.datesBeside++; t.datesBeside == 1 {
		t.firstDateBeside = place{t.sheet.name, t.row.number, t.header.fields[report.FieldStatus], report.FieldStatus}
	}
	return beside.upTo(t.calendar.AsAt)
}

// noteDatesBeside says how many completed dates stood beside the status.
func (r *reader) noteDatesBeside() {
	if r.datesBeside > 0 {
		r.add(report.Note, "completed-from-status", r.firstDateBeside, "Rows", strconv.Itoa(r.datesBeside))
	}
}

// learnNames takes the names of the Owner column, which may stand beside statuses too.
func (t *tableReader) learnNames() {
	owner := t.header.fields[report.FieldOwner]
	if owner == 0 {
		return
	}
	for i := range t.sheet.rows {
		if r := &t.sheet.rows[i]; r.number > t.header.last {
			t.match.names.addOwner(t.sheet.shown(r.at(owner)))
		}
	}
}

func (t *tableReader) scope() report.Scope {
	typed := line(t.meant(report.FieldScope))
	if typed == "" && t.above != nil {
		return t.above.Scope
	}
	if typed == "" {
		return report.Force
	}
	m := t.match.scopes.read(typed, t.match.names)
	if m.doubt != "" {
		t.doubt(report.Warning, "unknown-scope", report.FieldScope, "Scope", short(typed), "Nearest", t.match.scopes.nearest(typed))
		return report.Force
	}
	return m.value
}

func (t *tableReader) signOff() report.SignOff {
	if !t.register.Has(report.FieldSignOff) {
		return report.NoSignOff
	}
	typed := line(t.meant(report.FieldSignOff))
	if typed == "" {
		return report.NotAsked
	}
	t.signOffEntries = true
	m := t.match.signOffs.read(typed, t.match.names)
	if m.doubt != "" {
		t.doubt(report.Warning, "unknown-sign-off", report.FieldSignOff, "SignOff", short(typed), "Nearest", t.match.signOffs.nearest(typed))
		return report.NotAsked
	}
	if m.value == report.NoSignOff && t.options.Rules.SignOff == report.SignOffRequired {
		return report.NotAsked
	}
	return m.value
}
