package report

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// figureWord finds the names of figures, and the words between them, in a rule of the template.
var figureWord = regexp.MustCompile(`[a-z_]+`)

// Test is a rating's rule as the program works it out, with the figures under the names that the pack prints. It is made
// from the very expression that decides, and so tells when the sentence beside it, which the template gives, says something
// else.
func (r RatingRule) Test(w Words, rules *Rules) string {
	text := figureWord.ReplaceAllStringFunc(r.When, func(word string) string {
		for _, f := range slices.Concat(Figures(), rules.Figures) {
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
