package reporttest

import (
	"strings"

	"boardpack/report"
)

// MadeUp is a figure that the program does not have: its entry in the list, its name, the rule that the pack should print of it, and
// who is counted in plain words of Go. Rows are asked whether they are open and so on by hand, and never by a figure.
type MadeUp struct {
	Rule   report.FigureRule
	Name   string
	Words  string
	Counts func(s Stated) bool
}

// Stated is a recommendation as a plain reader sees it.
type Stated struct {
	*report.Position
	InScope, Open, Agreed bool
	Date                  report.Date // that decides
	AsAt                  report.Date
}

// State sees a recommendation plainly.
func State(p *report.Position, pack *report.Pack) Stated {
	s := Stated{Position: p, Date: p.Due, AsAt: pack.AsAt, Agreed: p.SignOff == report.NoSignOff || p.SignOff == report.Agreed}
	if pack.Rules.OverdueBy == report.ByOriginalDue {
		s.Date = p.OriginalDue
	}
	out := p.State == report.NotAccepted || p.State == report.Withdrawn || p.State == report.Superseded
	s.InScope = !out && p.Scope != report.External
	s.Open = s.InScope && p.State != report.Complete
	return s
}

func (s Stated) overdue() bool { return s.Open && s.Date.Before(s.AsAt) }

func (s Stated) dueSoon() bool {
	return s.Open && !s.Date.IsZero() && !s.Date.Before(s.AsAt) && !s.Date.After(s.AsAt.AddDays(60))
}

// MadeUps lists figures of every kind that the list allows for, as a developer would add them, under names that no figure will have.
func MadeUps() []MadeUp {
	counted := func(of ...report.Figure) report.Condition { return report.Condition{Of: of} }
	notCounted := func(of ...report.Figure) report.Condition {
		return report.Condition{Not: true, Of: of}
	}
	rule := func(name report.Figure, conditions ...report.Condition) report.FigureRule {
		return report.FigureRule{Name: name, Conditions: conditions}
	}
	return []MadeUp{
		{rule("made_up_with_date", counted(report.Open), notCounted(report.NoDate)), "With a date", "Open, and not counted as no date.",
			func(s Stated) bool { return s.Open && !s.Date.IsZero() }},
		{rule("made_up_due_then", counted("made_up_with_date"), notCounted(report.Overdue, report.DueSoon)), "Due later",
			"With a date, and not counted as overdue or due within 60 days.",
			func(s Stated) bool { return s.Open && !s.Date.IsZero() && !s.overdue() && !s.dueSoon() }},
		{rule("made_up_needs_attention", counted(report.Overdue, report.NoDate)), "Needs attention", "Overdue or no date.",
			func(s Stated) bool { return s.overdue() || s.Open && s.Date.IsZero() }},
		{rule("made_up_in_hand", counted(report.InScope), notCounted("made_up_needs_attention")), "In hand", "In scope, and not counted as needs attention.",
			func(s Stated) bool { return s.InScope && !s.overdue() && !(s.Open && s.Date.IsZero()) }},
		{rule("made_up_long_overdue", counted(report.Open), report.Condition{About: report.AboutDue, Test: report.TestBefore, Days: -30}), "Long overdue",
			"Open, and where the day in the column Due is more than 30 days before the as-at date.",
			func(s Stated) bool { return s.Open && s.Date.Before(s.AsAt.AddDays(-30)) }},
		{rule("made_up_not_updated", counted(report.Outstanding), report.Condition{Not: true, About: report.AboutUpdated, Test: report.TestBlank}, report.Condition{About: report.AboutUpdated, Test: report.TestBefore, Days: -14}),
			"Not updated", "Outstanding, where the column Updated is filled in, and where the day in the column Updated is more than 14 days before the as-at date.",
			func(s Stated) bool {
				return (s.Open || s.InScope && !s.Agreed) && s.Updated.Before(s.AsAt.AddDays(-14))
			}},
		{rule("made_up_unowned", counted(report.InScope), report.Condition{About: report.AboutOwner, Test: report.TestBlank}), "Without an owner",
			"In scope, and where the column Owner is empty.", func(s Stated) bool { return s.InScope && s.Owner == "" }},
		{rule("made_up_urgent", counted(report.Overdue), report.Condition{About: report.AboutPriority, Test: report.TestIs, Value: "High"}), "Urgent",
			`Overdue, and where the column Priority has "High".`, func(s Stated) bool { return s.overdue() && strings.EqualFold(s.Priority, "high") }},
		{rule("made_up_others_too", counted(report.InScope), report.Condition{Not: true, About: report.AboutScope, Test: report.TestIs, Value: string(report.Force)}), "With others",
			`In scope, and where the column Scope does not have "Ours".`, func(s Stated) bool { return s.InScope && s.Scope != report.Force }},
		{rule("made_up_refused", counted(report.AwaitingSignOff), report.Condition{About: report.AboutSignOff, Test: report.TestIs, Value: string(report.Refused)}), "Refused",
			`Awaiting sign-off, and where the column Sign-off has "Refused".`,
			func(s Stated) bool { return s.InScope && s.State == report.Complete && s.SignOff == report.Refused }},
	}
}

// Figures gives the entries of made-up figures.
func Figures(list []MadeUp) []report.FigureRule {
	var out []report.FigureRule
	for _, f := range list {
		out = append(out, f.Rule)
	}
	return out
}

// Named are the words of a language, with the names of made-up figures in the wording.
type Named struct {
	report.Words
	Figures []MadeUp
}

// Say gives the message.
func (n Named) Say(id string, args ...any) string {
	for _, f := range n.Figures {
		if id == "figure."+string(f.Rule.Name) {
			return f.Name
		}
	}
	return n.Words.Say(id, args...)
}

// Pieces gives the message cut up.
func (n Named) Pieces(id string, count *int, args ...any) []report.Piece {
	for _, f := range n.Figures {
		if id == "figure."+string(f.Rule.Name) {
			return []report.Piece{{Text: f.Name}}
		}
	}
	return n.Words.Pieces(id, count, args...)
}
