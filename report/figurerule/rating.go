package figurerule

import (
	"slices"
	"strings"

	"boardpack/report"
	"boardpack/report/pattern"
)

// figureWord finds the names of figures, and the words between them, in a rule of the template.
const figureWord = pattern.Expression(`[a-z_]+`)

// Test is the rule of a rating as the program works it out, with the figures under the names that the pack prints. It is made
// from the very expression that decides, and so tells when the sentence beside it, which the template gives, says something
// else.
func Test(w report.Words, r report.RatingRule, rules *report.Rules) string {
	text := figureWord.ReplaceAllStringFunc(r.When, func(word string) string {
		for _, f := range report.FiguresOf(rules) {
			if string(f.Name) == word {
				return figureName(w, f.Name, rules)
			}
		}
		switch word {
		case string(report.PercentComplete):
			return figureName(w, report.PercentComplete, rules)
		case "and", "or", "not":
			return w.Say("rule.test." + word)
		}
		return word
	})
	return strings.NewReplacer("&&", w.Say("rule.test.and"), "||", w.Say("rule.test.or"), ">=", "≥", "<=", "≤", "==", "=", "!=", "≠", "*", "×").Replace(text)
}

// Named lists the counts that a rating's rule names, each once.
func Named(r report.RatingRule, figures []report.FigureRule) []report.Figure {
	var out []report.Figure
	for _, word := range figureWord.FindAllString(r.When, -1) {
		for _, rule := range figures {
			if string(rule.Name) == word && !slices.Contains(out, rule.Name) {
				out = append(out, rule.Name)
			}
		}
	}
	return out
}
