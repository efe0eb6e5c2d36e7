package figurerule

import (
	"slices"
	"strings"

	"boardpack/report"
	"boardpack/report/named"
)

// Sentence is a figure's rule in words: its conditions, put together in their order.
func Sentence(w report.Words, r report.FigureRule, rules *report.Rules) string {
	clauses := make([]string, 0, max(1, len(r.Conditions)))
	for _, c := range r.Conditions {
		clauses = append(clauses, clause(w, &c, rules))
	}
	if len(clauses) == 0 {
		clauses = append(clauses, w.Say("condition.all"))
	}
	text := clauses[0]
	for i, next := range clauses[1:] {
		if i == len(clauses)-2 {
			text = w.Say("rule.and", "Head", text, "Last", next)
		} else {
			text += ", " + next
		}
	}
	return w.Say("rule.sentence", "Rule", upperFirst(text))
}

// clause is a condition as a clause of a rule.
func clause(w report.Words, c *report.Condition, rules *report.Rules) string {
	names := make([]string, len(c.Of))
	for i, f := range c.Of {
		names[i] = lowerFirst(figureName(w, f, rules))
	}
	column := ""
	if c.Said == "" && c.About != "" {
		column = heading(w, c.About, rules)
	}
	days := max(c.Days, -c.Days)
	if c.Soon {
		days += rules.DueSoonDays
	}
	value := ValueWord(w, c)
	return w.Say(message(c, rules), "Figures", joinOr(w, names), "State", value, "Value", value, "Column", column, "Days", days)
}

// message is the id of a condition's words under the settings of the template: its own where it has some, else those that do for any column.
// A test of package templates names those that the wording lacks.
func message(c *report.Condition, rules *report.Rules) string {
	if c.Said != "" {
		return "condition." + c.Said + setting(c.About, rules)
	}
	test := string(c.Test)
	switch {
	case len(c.Of) > 0:
		test = "counted"
	case c.Days < 0:
		test += "_by"
	case c.Days > 0 && c.Test == report.TestBefore:
		test += "_ahead"
	}
	if c.Not {
		test = "not_" + test
	}
	return "condition." + test
}

// setting is the ending of the words that a setting of the template changes.
func setting(about report.Subject, rules *report.Rules) string {
	switch about {
	case report.AboutSignOff:
		if rules.SignOff == report.SignOffIgnored || rules.SignOff == report.SignOffRequired {
			return ".sign_off_" + string(rules.SignOff)
		}
	case report.AboutDue:
		if rules.OverdueBy == report.ByOriginalDue {
			return ".original_due"
		}
	}
	return ""
}

// heading is what the register's table heads the subject's column with.
func heading(w report.Words, s report.Subject, rules *report.Rules) string {
	if s == report.AboutState || s == report.AboutSlip {
		return w.Say("column." + string(s))
	}
	return w.Say("field." + s.Column(rules))
}

// ValueWord is the value of a condition as the register's table shows it.
func ValueWord(w report.Words, c *report.Condition) string {
	switch c.About {
	case report.AboutState:
		return named.State(w, report.State(c.Value))
	case report.AboutScope:
		return named.Scope(w, report.Scope(c.Value))
	case report.AboutSignOff:
		return named.SignOff(w, report.SignOff(c.Value))
	}
	return c.Value
}

// ShareSentence is the rule of a share in words.
func ShareSentence(w report.Words, s report.Share, rules *report.Rules) string {
	return w.Say("figure."+string(s.Name)+".rule", "Part", figureName(w, s.Part, rules), "Whole", lowerFirst(figureName(w, s.Whole, rules)))
}

func figureName(w report.Words, f report.Figure, rules *report.Rules) string {
	return w.Say("figure."+string(f), "Days", rules.DueSoonDays)
}

// InWords is the rule of any figure of a pack; "" for one that there is none of.
func InWords(w report.Words, p *report.Pack, f report.Figure) string {
	switch share := report.CompleteShare(); f {
	case share.Name:
		return ShareSentence(w, share, p.Rules)
	case report.FigRating:
		return w.Say("figure.rag.rule")
	}
	for _, rule := range p.Figures() {
		if rule.Name != f {
			continue
		}
		sentence := Sentence(w, rule, p.Rules)
		if note := SignOffNote(w, p); note != "" && asksForSignOff(rule) {
			sentence = w.Say("rule.with_note", "Rule", sentence, "Note", note)
		}
		return sentence
	}
	return ""
}

// SignOffNote says whose sign-off is recorded where that is not so for every row; else "".
func SignOffNote(w report.Words, p *report.Pack) string {
	if some, all := p.SignOffRecorded(); !some || all {
		return ""
	}
	var without []string
	for i := range p.Positions {
		r := &p.Positions[i]
		if r.SignOff == report.NoSignOff && r.Master != "" && !slices.Contains(without, r.Master) {
			without = append(without, r.Master)
		}
	}
	args := []any{"None", w.Say("sign_off.none"), "Column", w.Say("field.sign_off"), "Registers", strings.Join(without, ", ")}
	if len(without) == 0 {
		return w.Say("note.sign_off", args[:4]...)
	}
	return w.Say("note.sign_off.registers", args...)
}

// asksForSignOff tells whether a figure's own rule looks at the sign-off.
func asksForSignOff(r report.FigureRule) bool {
	return slices.ContainsFunc(r.Conditions, func(c report.Condition) bool { return c.About == report.AboutSignOff })
}

// Messages lists the messages that a condition may be said with, under any setting of the template.
func Messages(c *report.Condition) []string {
	var ids []string
	for _, rules := range []report.Rules{{}, {OverdueBy: report.ByOriginalDue}, {SignOff: report.SignOffIgnored}, {SignOff: report.SignOffRequired}} {
		if id := message(c, &rules); !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids
}
