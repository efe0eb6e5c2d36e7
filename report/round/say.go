package round

import (
	"strings"
	"unicode/utf8"

	"boardpack/report"
	"boardpack/report/dates"
	"boardpack/report/named"
	"boardpack/report/round/merge"
)

// said is an answer in words. It quotes statuses, days and refs, and no other text.
type said struct {
	w report.Words
	r *Collected
}

// ref names the row: "1.1 (Custody inspection)".
func (s said) ref(a *Answer) string {
	if a.Row == nil {
		return a.Shown
	}
	return s.rowRef(a.Row)
}

func (s said) rowRef(row *Row) string { return row.Ref + " (" + s.report(row) + ")" }

func (s said) report(row *Row) string {
	if m := s.r.rounds.title(row.Register); m != nil {
		title, _ := m.In(s.w.Lang())
		return title
	}
	return row.Register
}

// title finds the title of a register.
func (s *rounds) title(register string) report.Text {
	for _, r := range append([]*Round{s.now}, s.earlier...) {
		if m := r.master(register); m != nil {
			return m.Title
		}
	}
	return nil
}

// answer says what was answered: a status or a day as it is, of a text how long it is.
func (s said) answer(a *Answer) string {
	switch {
	case a.Column == colStatus && a.NoChange:
		return s.w.Say("round.no_change")
	case a.Column == colStatus && a.state != "":
		return named.State(s.w, a.state)
	case a.Column.isDay() && !a.day.IsZero():
		return s.w.ShortDate(a.day)
	case a.Column == colStatus, a.Column.isDay(), a.Column == colNotMine:
		return cutText(a.Text)
	}
	return s.w.Count("round.words", len(strings.Fields(a.Text)))
}

// cutText keeps a status or a day short, for somebody may have written something else there.
func cutText(text string) string {
	const most = 40
	if utf8.RuneCountInString(text) > most {
		return string([]rune(text)[:most]) + "…"
	}
	return text
}

// outcome says what became of an answer, with the reason where there is one.
func (s said) outcome(a *Answer) string {
	text := s.w.Say("round.outcome." + string(a.Kind))
	if a.Why != "" {
		text += ": " + s.why(a)
	}
	if a.Odd != "" {
		text += " (" + s.w.Say("round.odd."+a.Odd) + ")"
	}
	return text
}

// why says why an answer waits, was held or was refused.
func (s said) why(a *Answer) string {
	if a.Kind == merge.Held {
		return s.w.Say("round.held", "With", s.column(columnOf(report.Field(a.Why))))
	}
	near := ""
	if a.Near != "" {
		near = " " + s.w.Say("round.near", "Word", a.Near)
	}
	return s.w.Say("round.why."+knownWhy(a.Why), "Twin", a.Twin, "Other", cutText(a.Text), "Example", s.w.Date(s.r.Round.ReplyBy)) + near
}

// knownWhy gives the code of a message for each reason why a cell of a master cannot be written.
func knownWhy(code string) string {
	switch code {
	case "cell_formula", "cell_array":
		return "cell_formula"
	case "cell_merged", "cell_rich_value", "cell_table_head", "cell_pivot", "cell_too_long", "cell_not_in_csv", "cell_signed", "cell_no_date_look":
		return code
	}
	if strings.HasPrefix(code, "cell_") {
		return "cell_other"
	}
	return code
}

func (s said) column(c column) string { return c.heading(s.w) }

// columnOf is the column of a return whose answers go into a field.
func columnOf(f report.Field) column {
	for _, c := range answerColumns() {
		if c.field() == f {
			return c
		}
	}
	return colStatus
}

// value says what a cell of a master holds: days in words.
func (s said) value(c column, v merge.Value) string {
	if c.isDay() {
		if day, err := dates.ParseISODate(v.Text); err == nil {
			return s.w.ShortDate(day)
		}
	}
	return v.Text
}

// Line says of an answer where it is, where it goes and what became of it. It quotes no text but statuses and days.
func (o *Collected) Line(w report.Words, a *Answer) string {
	s := said{w, o}
	where := a.from()
	if a.Master != "" {
		where += " → " + a.Master
	}
	return where + ": " + s.ref(a) + ", " + s.column(a.Column) + ": " + s.outcome(a)
}
