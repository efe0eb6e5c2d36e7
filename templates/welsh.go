package templates

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// welshAnd puts "and" before what follows in Welsh: "ac" before a vowel and a few other words, else "a", which turns c, p
// and t at the beginning of the next word into ch, ph and th: changed is what follows, so written. Numbers go by how they are said: un, wyth, un deg …
//
// Source: D. A. Thorne, A Comprehensive Welsh Grammar (1993), on the conjunction a, ac and the aspirate mutation.
func welshAnd(next string) (and, changed string) {
	bare := strings.TrimLeft(next, "*")
	if key, link := strings.CutPrefix(bare, "[["); link { // the ref of a recommendation is not a word to be mutated
		if key != "" && takesAc(key) {
			return "ac ", next
		}
		return "a ", next
	}
	if bare == "" {
		return "", next
	}
	if takesAc(bare) {
		return "ac ", next
	}
	marks := next[:len(next)-len(bare)]
	return "a ", marks + aspirated(bare)
}

// takesAc tells whether a text sounds at its beginning as one that "ac" stands before.
func takesAc(s string) bool {
	words := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' })
	if len(words) == 0 {
		return false
	}
	word := words[0]
	if n := digitsAtStart(word); n > 0 {
		return numberStartsWithVowel(word[:n])
	}
	if slices.Contains([]string{"fel", "felly", "heb", "hefyd", "mae", "maen", "maent", "mai", "megis", "mewn", "mor", "na", "nad", "ni", "nid", "roedd", "sy'n", "sydd"}, word) {
		return true
	}
	first := []rune(norm.NFD.String(word))[0]
	return strings.ContainsRune("aeiouwy", first)
}

func digitsAtStart(s string) int {
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	return n
}

// numberStartsWithVowel tells whether a number is said with a vowel first: 1 un, 8 wyth, 11 to 19 un deg …, 80 to 89 and
// 800 to 899 wyth …
func numberStartsWithVowel(digits string) bool {
	switch {
	case digits == "1", len(digits) == 2 && digits[0] == '1' && digits != "10":
		return true
	}
	return len(digits) <= 3 && digits[0] == '8'
}

// aspirated gives a word as it is after "a".
func aspirated(s string) string {
	if len(s) < 2 || s[1] == 'h' {
		return s
	}
	switch s[0] {
	case 'c', 'p', 't', 'C', 'P', 'T':
		return s[:1] + "h" + s[1:]
	}
	return s
}
