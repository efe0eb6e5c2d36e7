package report

import "slices"

// Sentence is the figure's rule in words: its conditions, put together in their order.
func (r FigureRule) Sentence(w Words, rules *Rules) string {
	clauses := make([]string, 0, max(1, len(r.Conditions)))
	for _, c := range r.Conditions {
		clauses = append(clauses, c.words(w, rules))
	}
	if len(clauses) == 0 {
		clauses = append(clauses, w.Say("condition.all"))
	}
	text := clauses[0]
	for i, clause := range clauses[1:] {
		if i == len(clauses)-2 {
			text = w.Say("rule.and", "Head", text, "Last", clause)
		} else {
			text += ", " + clause
		}
	}
	return w.Say("rule.sentence", "Rule", upperFirst(text))
}

// words is the condition as a clause of a rule.
func (c Condition) words(w Words, rules *Rules) string {
	names := make([]string, len(c.Of))
	for i, f := range c.Of {
		names[i] = lowerFirst(figureName(w, f, rules))
	}
	column := ""
	if c.said == "" && c.About != "" {
		column = c.About.heading(w, rules)
	}
	days := max(c.Days, -c.Days)
	if c.Soon {
		days += rules.DueSoonDays
	}
	value := c.ValueWord(w)
	return w.Say(c.message(rules), "Figures", joinOr(w, names), "State", value, "Value", value, "Column", column, "Days", days)
}

// message is the condition's words under the settings of the template: its own where it has some, else those that do for any column.
// A test of package templates names those that the wording lacks.
func (c Condition) message(rules *Rules) string {
	if c.said != "" {
		return "condition." + c.said + c.setting(rules)
	}
	test := string(c.Test)
	switch {
	case len(c.Of) > 0:
		test = "counted"
	case c.Days < 0:
		test += "_by"
	case c.Days > 0 && c.Test == TestBefore:
		test += "_ahead"
	}
	if c.Not {
		test = "not_" + test
	}
	return "condition." + test
}

// setting is the ending of the words that a setting of the template changes.
func (c Condition) setting(rules *Rules) string {
	switch c.About {
	case AboutSignOff:
		if rules.SignOff == SignOffIgnored || rules.SignOff == SignOffRequired {
			return ".sign_off_" + string(rules.SignOff)
		}
	case AboutDue:
		if rules.OverdueBy == ByOriginalDue {
			return ".original_due"
		}
	}
	return ""
}

// heading is what the register's table heads the subject's column with.
func (s Subject) heading(w Words, rules *Rules) string {
	if s == AboutState || s == AboutSlip {
		return w.Say("column." + string(s))
	}
	return w.Say("field." + s.Column(rules))
}

// ValueWord is the value as the register's table shows it.
func (c Condition) ValueWord(w Words) string {
	switch c.About {
	case AboutState:
		return StateWord(w, State(c.Value))
	case AboutScope:
		return ScopeWord(w, Scope(c.Value))
	case AboutSignOff:
		return SignOffWord(w, SignOff(c.Value))
	}
	return c.Value
}

// Sentence is the share's rule in words.
func (s Share) Sentence(w Words, rules *Rules) string {
	return w.Say("figure."+string(s.Name)+".rule", "Part", figureName(w, s.Part, rules), "Whole", lowerFirst(figureName(w, s.Whole, rules)))
}

func figureName(w Words, f Figure, rules *Rules) string {
	return w.Say("figure."+string(f), "Days", rules.DueSoonDays)
}

// FigureRule is the rule of any figure in words; "" for one that there is none of.
func (p *Pack) FigureRule(w Words, f Figure) string {
	switch share := CompleteShare(); f {
	case share.Name:
		return share.Sentence(w, p.Rules)
	case FigRating:
		return w.Say("figure.rag.rule")
	}
	for _, rule := range p.Figures() {
		if rule.Name != f {
			continue
		}
		sentence := rule.Sentence(w, p.Rules)
		if note := p.SignOffNote(w); note != "" && rule.asksForSignOff() {
			sentence = w.Say("rule.with_note", "Rule", sentence, "Note", note)
		}
		return sentence
	}
	return ""
}

// Messages lists the messages that the condition may be said with, under any setting of the template.
func (c Condition) Messages() []string {
	var ids []string
	for _, rules := range []Rules{{}, {OverdueBy: ByOriginalDue}, {SignOff: SignOffIgnored}, {SignOff: SignOffRequired}} {
		if id := c.message(&rules); !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids
}
