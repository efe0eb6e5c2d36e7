package round

import (
	"slices"
	"strconv"
	"strings"

	"boardpack/report"
	"boardpack/report/fold"
)

// Also is a kind of row that is asked about where the caller says so.
type Also string

// The kinds.
const (
	alsoCompleteWithoutDate Also = "complete-without-date"
	alsoAwaiting            Also = "awaiting"
)

// Alsos lists the kinds.
func Alsos() []Also { return []Also{alsoCompleteWithoutDate, alsoAwaiting} }

// NotAsked is an open row that nobody was asked about, and why.
type NotAsked struct {
	Register string
	Ref      string
	Where    string // its cell, "Recommendations!A14"
	Why      WhyNot
}

// WhyNot is the reason.
type WhyNot string

// The reasons.
const (
	noOwner  WhyNot = "no_owner"
	external WhyNot = "external"
)

// askedFields are those of which a round keeps what the master said.
func askedFields() []report.Field {
	return []report.Field{report.FieldStatus, report.FieldDue, report.FieldReason, report.FieldCompleted, report.FieldUpdated,
		report.FieldProgress, report.FieldProgressCy, report.FieldEvidence}
}

// line is a row of a pack: a recommendation, or one of its actions.
type line struct {
	register string
	whole    *report.Position
	row      *report.Position
	action   int // from 1; 0 where the recommendation is one row
}

// linesOf gives the rows of a pack in the master's order.
func linesOf(p *report.Pack) []line {
	var out []line
	for i := range p.Positions {
		whole, n := &p.Positions[i], 0
		for row := range whole.Rows() {
			l := line{register: p.Register.Name, whole: whole, row: row}
			if n++; len(whole.Actions) > 0 {
				l.action = n
			}
			out = append(out, l)
		}
	}
	return out
}

// ref is how owners see the row: the ref that the pack prints, with the number of the action.
func (l *line) ref() string {
	if l.action == 0 {
		return l.whole.Key
	}
	return l.whole.Key + " (" + strconv.Itoa(l.action) + ")"
}

// asks tells whether the row is asked about, and why not where it is open.
func (l *line) asks(also []Also) (asked bool, why WhyNot) {
	switch l.row.State {
	case report.NotStarted, report.InProgress, report.Unrecognised:
	case report.Complete:
		awaiting := slices.Contains(also, alsoAwaiting) && l.row.SignOff != report.NoSignOff && l.row.SignOff != report.Agreed
		undated := slices.Contains(also, alsoCompleteWithoutDate) && l.row.Completed.IsZero()
		if !awaiting && !undated {
			return false, ""
		}
	default:
		return false, ""
	}
	switch {
	case l.whole.Scope == report.External:
		return false, external
	case len(ownersIn(l.row.Owner)) == 0:
		return false, noOwner
	}
	return true, ""
}

// ownersIn parts the owners of a cell. A semicolon or a line break parts them; "and" is part of many a name.
func ownersIn(cell string) []string {
	var out []string
	for _, name := range strings.FieldsFunc(cell, func(r rune) bool { return r == ';' || r == '\n' }) {
		name = fold.Line(name)
		if name != "" && !slices.ContainsFunc(out, func(o string) bool { return sameName(o, name) }) {
			out = append(out, name)
		}
	}
	return out
}

// asked is what becomes of the masters before contacts are known.
type asked struct {
	rows     []Row
	lines    map[string]line // by the code of the row
	welsh    map[string]string
	notAsked []NotAsked
}

// askedOf finds the rows to ask about.
func askedOf(s *Setting, also []Also) *asked {
	a := &asked{lines: map[string]line{}, welsh: map[string]string{}}
	for i := range s.Masters {
		m := &s.Masters[i]
		pack := m.Pack
		for _, l := range linesOf(pack) {
			is, why := l.asks(also)
			if why != "" {
				a.notAsked = append(a.notAsked, NotAsked{pack.Register.Name, l.ref(), place(pack.Register, l.row.Recommendation, report.FieldRef), why})
			}
			if is {
				a.add(s.Month, m, l)
			}
		}
	}
	return a
}

// add takes a row in.
func (a *asked) add(month report.Month, m *Master, l line) {
	rec := l.row.Recommendation
	r := Row{Register: l.register, Ref: l.ref(), Key: l.whole.Key, OwnRef: l.whole.Ref, Source: l.whole.Source, Text: textMark(l.whole.Text["en"]), TextCy: textMark(l.whole.Text["cy"]),
		Action: l.action, Look: look(rec), Owners: ownersIn(rec.Owner), Asked: map[report.Field]string{}}
	for _, f := range askedFields() {
		if value := m.said(rec, f); value != "" {
			r.Asked[f] = value
		}
	}
	r.Code = rowCode(month, &r)
	a.rows, a.lines[r.Code] = append(a.rows, r), l
	welsh := ownersIn(m.Pack.WelshOf(rec, report.FieldOwner))
	for i, name := range r.Owners {
		if len(welsh) == len(r.Owners) && a.welsh[fold.Text(name)] == "" {
			a.welsh[fold.Text(name)] = welsh[i]
		}
	}
}

// place names the cell of a field of a row: "Recommendations!D14", or "D14" in a CSV file.
func place(r *report.Register, rec *report.Recommendation, f report.Field) string {
	if sheet := r.SheetOf(rec); sheet != "" {
		return sheet + "!" + rec.Cell(f)
	}
	return rec.Cell(f)
}
