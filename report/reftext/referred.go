package reftext

import (
	"strings"

	"boardpack/report/fold"
)

// crossReferenceWords is how long an answer may be and still be nothing but a reference to another.
const crossReferenceWords = 14

// ReferredTo gives the ref that a short answer does nothing but refer to, or "". It must open with words of reference,
// hold one ref right after "recommendation" (or "rec", "number", or those words themselves), and nothing else of
// substance: a longer answer stands on its own and merely mentions another.
func ReferredTo(text string) string {
	if len(firstWords(text, crossReferenceWords+1)) > crossReferenceWords {
		return "" // most answers are long: no more of them is read
	}
	words := strings.Fields(fold.PlainHyphens(strings.ToLower(strings.Trim(strings.TrimSpace(text), "."))))
	if len(words) < 2 {
		return ""
	}
	opening, ref := false, ""
	for _, w := range words {
		w = strings.Trim(w, `.,;:()"'“”‘’`)
		switch w {
		case "as", "see", "same", "refer", "gweler", "fel", "yr":
			opening = true
		case "for", "per", "to", "the", "answer", "response", "comments", "recommendation", "rec", "number", "no", "of", "in",
			"above", "below", "at", "under", "given", "a", "is", "please", "ymateb", "argymhelliad", "i", "ar", "un", "uchod":
		default:
			if ref != "" || !hasDigit(w) {
				return ""
			}
			ref = w
		}
	}
	if !opening {
		return ""
	}
	return ref
}

// firstWords gives the first so many words of a text, or all that there are.
func firstWords(text string, limit int) []string {
	var words []string
	for w := range strings.FieldsSeq(text) {
		if words = append(words, w); len(words) == limit {
			break
		}
	}
	return words
}

func hasDigit(s string) bool { return strings.ContainsAny(s, "0123456789") }
