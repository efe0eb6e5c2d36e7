package report

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

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

// figureWord finds the names of figures, and the words between them, in a rule of the template.
var figureWord = regexp.MustCompile(`[a-z_]+`)

// Test is a rating's rule as the program works it out, with the figures under the names that the pack prints. It is made
// from the very expression that decides, and so tells when the sentence beside it, which the template gives, says something
// else.
func (r RatingRule) Test(w Words, rules *Rules) string {
	text := figureWord.ReplaceAllStringFunc(r.When, func(word string) string {
		for _, f := range Figures() {
			if string(f.Name) == word {
				return figureName(w, f.Name, rules)
			}
		}
		switch word {
		case string(PercentComplete):
			return figureName(w, PercentComplete, rules)
		case "and", "or", "not":
			return w.Say("rule.test." + word)
		}
		return word
	})
	return strings.NewReplacer("&&", w.Say("rule.test.and"), "||", w.Say("rule.test.or"), ">=", "≥", "<=", "≤", "==", "=", "!=", "≠", "*", "×").Replace(text)
}

// joinOr makes "a, b or c" in the pack's language.
func joinOr(w Words, items []string) string {
	last := len(items) - 1
	if last < 1 {
		return strings.Join(items, "")
	}
	return w.Say("rule.or", "Head", strings.Join(items[:last], ", "), "Last", items[last])
}

func upperFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

func lowerFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(r)) + s[n:]
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
