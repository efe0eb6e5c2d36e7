package report

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
	id := "condition." + c.id
	if c.varies != nil {
		id += c.varies(rules)
	}
	names := make([]string, len(c.of))
	for i, f := range c.of {
		names[i] = lowerFirst(figureName(w, f, rules))
	}
	state := ""
	if c.state != "" {
		state = StateWord(w, c.state)
	}
	return w.Say(id, "Figures", joinOr(w, names), "State", state, "Days", rules.DueSoonDays)
}

// Sentence is the share's rule in words.
func (s Share) Sentence(w Words, rules *Rules) string {
	return w.Say("figure."+string(s.Name)+".rule", "Part", figureName(w, s.Part, rules), "Whole", lowerFirst(figureName(w, s.Whole, rules)))
}

func figureName(w Words, f Figure, rules *Rules) string {
	return w.Say("figure."+string(f), "Days", rules.DueSoonDays)
}

// figureRule is the rule of any figure in words; "" for one that there is none of.
func (p *Pack) figureRule(w Words, f Figure) string {
	switch share := CompleteShare(); f {
	case share.Name:
		return share.Sentence(w, p.Rules)
	case FigRating:
		return w.Say("figure.rag.rule")
	}
	for _, rule := range Figures() {
		if rule.Name != f {
			continue
		}
		sentence := rule.Sentence(w, p.Rules)
		if note := p.signOffNote(w); note != "" && rule.asksForSignOff() {
			sentence = w.Say("rule.with_note", "Rule", sentence, "Note", note)
		}
		return sentence
	}
	return ""
}

// Messages lists the messages that the condition may be said with, under any setting of the template.
func (c Condition) Messages() []string {
	ids := []string{"condition." + c.id}
	if c.varies == nil {
		return ids
	}
	for _, rules := range []Rules{{OverdueBy: ByOriginalDue}, {SignOff: SignOffIgnored}, {SignOff: SignOffRequired}} {
		if ending := c.varies(&rules); ending != "" {
			ids = append(ids, ids[0]+ending)
		}
	}
	return ids
}
