package batch

import (
	"regexp"
	"strings"
	"unicode"
)

// plainName gives a master's name as it is compared between months: dates, version marks and words such as "final" or "copy" set
// aside. "Custody inspection 2023-09 v2 FINAL" and "custody-inspection (1)" are both "custody inspection". A name of nothing but
// marks stays as it is.
func (m *marks) plainName(name string) string {
	folded := strings.ToLower(strings.ReplaceAll(name, "_", " "))
	folded = m.machine.ReplaceAllStringFunc(folded, func(name string) string {
		if strings.ContainsAny(name, "0123456789") { // "laptop-security" is a subject
			return " "
		}
		return name
	})
	words := strings.FieldsFunc(m.version.ReplaceAllString(folded, " "), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	kept := words[:0:0]
	for i, word := range words {
		if !m.isMark(words, i) {
			kept = append(kept, word)
		}
	}
	if len(kept) == 0 {
		return strings.Join(strings.Fields(folded), " ")
	}
	return strings.Join(kept, " ")
}

// marks are the words of a name that say when or which version, and not what.
type marks struct {
	words     map[string]bool
	version   *regexp.Regexp // "v2", "version 1.3", "rev 4", "(1)" as browsers add it to a copy, "conflict-20230901-101112"
	machine   *regexp.Regexp // "DESKTOP-AB12CD", as OneDrive names the computer in what it made of two edits at once
	monthYear *regexp.Regexp // "sep", "sep23", "30sep2023"
}

func newMarks() *marks {
	m := &marks{words: map[string]bool{},
		version: regexp.MustCompile(`\b(?:v|ver|version|rev|revision|fersiwn)[ .-]?\d+(?:\.\d+)*\b|\(\d+\)|\bconflict(?:ed)?(?:[ -]\d{6,8})+`),
		machine: regexp.MustCompile(`\b(?:desktop|laptop|win)-[a-z0-9]{5,}\b`)}
	for word := range strings.FieldsSeq("final finalised finalized copy draft latest revised updated version terfynol copi drafft") {
		m.words[word] = true
	}
	months := "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept " +
		"oct nov dec ionawr chwefror mawrth ebrill mai mehefin gorffennaf awst medi hydref tachwedd rhagfyr"
	m.monthYear = regexp.MustCompile(`^(?:\d{1,2})?(?:` + strings.ReplaceAll(months, " ", "|") + `)(?:\d{2}|\d{4})?$`)
	return m
}

// isMark tells whether a word is a mark; a short number is one only beside a date.
func (m *marks) isMark(words []string, i int) bool {
	word := words[i]
	switch {
	case m.words[word] || m.isDate(word):
		return true
	case word == "of":
		return i > 0 && words[i-1] == "copy"
	case len(word) <= 2 && isNumber(word) || ordinal(word) || quarter(word):
		return m.besideDate(words, i)
	}
	return false
}

// isDate tells whether the word alone is a date: a year, a month's name, the two in one, or digits that make a month or a day.
func (m *marks) isDate(word string) bool {
	if m.monthYear.MatchString(word) {
		return true
	}
	if !isNumber(word) {
		return false
	}
	switch len(word) {
	case 4:
		return isYear(word)
	case 6:
		return isYear(word[:4]) && isMonth(word[4:])
	case 8:
		return isYear(word[:4]) && isMonth(word[4:6]) || isYear(word[4:]) && isMonth(word[2:4])
	}
	return false
}

// besideDate looks over the short numbers on either side for a date: all of 30-09-2023 goes by its year.
func (m *marks) besideDate(words []string, i int) bool {
	for _, step := range []int{-1, 1} {
		for j := i + step; j >= 0 && j < len(words); j += step {
			if m.isDate(words[j]) {
				return true
			}
			if len(words[j]) > 2 || !isNumber(words[j]) {
				break
			}
		}
	}
	return false
}

func isNumber(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

func isYear(s string) bool { return len(s) == 4 && (s[:2] == "19" || s[:2] == "20") }

func isMonth(s string) bool { return s >= "01" && s <= "12" }

func ordinal(s string) bool {
	return len(s) > 2 && isNumber(s[:len(s)-2]) && strings.Contains("st nd rd th", s[len(s)-2:])
}

func quarter(s string) bool { return len(s) == 2 && s[0] == 'q' && s[1] >= '1' && s[1] <= '4' }
