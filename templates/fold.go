package templates

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// fold reduces a word to what readers of masters compare: small letters and digits, without accents.
func fold(s string) string {
	var b strings.Builder
	for _, r := range norm.NFKD.String(s) {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}

// Fold reduces a word to what is compared, so that two words are the same to the template when their folds are.
func Fold(s string) string { return fold(s) }
