package templates

import (
	"strings"

	"github.com/goccy/go-yaml/ast"

	"boardpack/report"
)

// ratings reads the two lists of rules.
func (p *packReader) ratings(n ast.Node) {
	lists := map[string]*[]report.RatingRule{"recommendation": &p.t.Rules.PositionRatings, "group": &p.t.Rules.GroupRatings}
	names := []string{"recommendation", "group"}
	entries := p.entries(n, "ratings")
	for _, e := range entries {
		list, ok := lists[e.key]
		if !ok {
			p.add(e.at, "unknown key \"%s\" in ratings: %s", e.key, instead(e.key, names))
			continue
		}
		items := p.items(e.value, "ratings of a "+e.key)
		for _, item := range items {
			if rule, ok := p.ratingRule(item, e.key == "group"); ok {
				*list = append(*list, rule)
			}
		}
		delete(lists, e.key)
		if seq, ok := e.value.(*ast.SequenceNode); ok && len(seq.Values) == 0 {
			p.add(e.at, "ratings of a %s is empty: give at least one rule", e.key)
		}
	}
	for _, name := range names {
		if _, missing := lists[name]; missing && entries != nil {
			p.add(p.place(n), "ratings has no rules for a %s: add the line %s: and its rules", name, name)
		}
	}
}

// ratingRule reads and compiles one rule; false, with a mistake, when it cannot be used.
func (p *packReader) ratingRule(n ast.Node, forGroup bool) (report.RatingRule, bool) {
	var rule report.RatingRule
	keys := []string{"rating", "when", "say"}
	seen := map[string]bool{}
	entries := p.entries(n, "a rule")
	for _, e := range entries {
		seen[e.key] = true
		switch e.key {
		case "rating":
			rule.Rating = report.Rating(p.choice(e.value, "rating", string(report.Red), string(report.Amber), string(report.Green), string(report.Blue)))
		case "when":
			if w, ok := p.written(e.value, "the rule"); ok {
				rule.When, rule.Holds = w.text, p.compile(w, e.value, forGroup)
			}
		case "say":
			rule.Sentence = p.texts(e.value, "the sentence of a rule", mustBeGiven)
		default:
			p.add(e.at, "unknown key \"%s\" in a rule: %s", e.key, instead(e.key, keys))
		}
	}
	if entries == nil {
		return rule, false
	}
	for _, k := range keys {
		if !seen[k] {
			p.add(p.place(n), "a rule has no \"%s\": add that line", k)
		}
	}
	return rule, rule.Rating != "" && rule.Holds != nil
}

// compile compiles a rule and tries it once on nothing, where a division by zero would show.
func (p *packReader) compile(w word, n ast.Node, forGroup bool) holds {
	h, err := compileRule(w.text, forGroup, p.t.Rules.Priorities)
	if err == nil {
		if _, err = h(func(report.Figure) int { return 0 }); err == nil {
			return h
		}
	}
	message, column := ruleMistake(err, forGroup)
	at := w.at
	if s, ok := n.(*ast.StringNode); ok {
		at.column += column
		if raw := s.GetToken().Origin; strings.HasPrefix(strings.TrimSpace(raw), `"`) || strings.HasPrefix(strings.TrimSpace(raw), "'") {
			at.column++
		}
	}
	p.add(at, "in the rule \"%s\": %s", w.text, message)
	return nil
}
