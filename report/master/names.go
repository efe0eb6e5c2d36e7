package master

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"boardpack/report/fold"
)

// names tell a person's or a team's name from other words beside a status. A wrong guess would take a word of doubt for a name,
// and a recommendation for complete, so that what is not plainly a name is none: capital letters alone prove nothing where
// anything else could be meant ("Closed - Unacceptable Action").
type names struct {
	cells    map[string]bool // of the Owner column, as they are: they repeat
	owners   map[string]bool // folded: the names in these, and the words with a capital letter in them
	states   map[string]bool // folded words of the template's lists: they speak of how far work has come
	ordinary map[string]bool
}

func newNames() *names {
	n := &names{cells: map[string]bool{}, owners: map[string]bool{}, states: map[string]bool{}, ordinary: map[string]bool{}}
	for word := range strings.FieldsSeq(ordinaryWords) {
		n.ordinary[word] = true
	}
	return n
}

// ofAnother gives the names for a master more, by the same words of the template.
func (n *names) ofAnother() *names {
	return &names{cells: map[string]bool{}, owners: map[string]bool{}, states: n.states, ordinary: n.ordinary}
}

// addStates learns the words that the template has for statuses.
func (n *names) addStates(phrases []string) {
	for _, phrase := range phrases {
		for _, word := range wordsOf(phrase) {
			n.states[fold.Word(word)] = true
		}
	}
}

// addOwner learns the names in a cell of the Owner column.
func (n *names) addOwner(cell string) {
	if n.cells[cell] {
		return
	}
	n.cells[cell] = true
	for _, name := range strings.FieldsFunc(cell, func(r rune) bool { return strings.ContainsRune(";,/&\n()", r) }) {
		n.owners[fold.Word(name)] = true
		for _, word := range wordsOf(name) {
			if isCapital(word) {
				n.owners[fold.Word(word)] = true
			}
		}
	}
}

// has tells whether the text is a name and nothing more. In a text that is all capital letters these prove nothing: then it must
// be that of an owner.
func (n *names) has(text string, shouted bool) bool {
	words := wordsOf(text)
	if len(words) == 0 || len(words) > 8 || strings.IndexFunc(text, unicode.IsDigit) >= 0 || n.any(words, n.doubts) {
		return false
	}
	if n.owners[fold.Word(text)] {
		return true
	}
	if !isCapital(words[0]) || !isCapital(words[len(words)-1]) {
		return false
	}
	if n.any(words, n.isOrdinary) {
		return !shouted && isTeam(words) && !n.any(words, n.isOrdinaryInTeams)
	}
	return n.allOwners(words) || !shouted && (isTeam(words) || isPerson(words) || isAbbreviation(words))
}

func (n *names) any(words []string, is func(string) bool) bool {
	return slices.ContainsFunc(words, func(word string) bool { return !isJoiner(word) && is(fold.Word(word)) })
}

func (n *names) doubts(folded string) bool { return n.states[folded] || isDoubt(folded) }

func (n *names) isOrdinary(folded string) bool { return n.ordinary[folded] }

func (n *names) isOrdinaryInTeams(folded string) bool {
	return n.ordinary[folded] && !isOfTeams(folded)
}

// allOwners tells whether every word is in the name of an owner.
func (n *names) allOwners(words []string) bool {
	for _, word := range words {
		if !isJoiner(word) && !n.owners[fold.Word(word)] {
			return false
		}
	}
	return true
}

// isTeam tells whether the words begin or end as the names of teams and posts do: "Head of Learning", "Estates Team".
func isTeam(words []string) bool {
	for _, word := range words {
		if !isJoiner(word) && (!isProper(word) || strings.HasSuffix(word, "ed")) {
			return false
		}
	}
	if len(words) < 2 {
		return false
	}
	switch strings.ToLower(words[len(words)-1]) {
	case "team", "unit", "department", "dept", "directorate", "division", "branch", "section", "service", "services", "council", "board",
		"committee", "trust", "office", "group", "manager", "officer", "director", "lead", "coordinator", "secretary", "inspector":
		return true
	}
	switch strings.ToLower(words[0]) {
	case "head", "director", "chief", "deputy", "assistant", "pennaeth", "cyfarwyddwr", "prif", "rheolwr", "swyddog", "arweinydd",
		"tîm", "uned", "adran", "cyngor", "bwrdd", "pwyllgor", "gwasanaeth", "gwasanaethau", "swyddfa", "grŵp", "cyfarwyddiaeth":
		return true
	}
	return false
}

// isPerson tells whether the words look like the name of a person or a body: two to four words with capital letters, none of
// which has an ending of ordinary words.
func isPerson(words []string) bool {
	capitals := 0
	for _, word := range words {
		switch {
		case isProper(word) && !looksOrdinary(word):
			capitals++
		case !isParticle(word):
			return false
		}
	}
	return capitals >= 2 && capitals <= 4
}

// isAbbreviation tells whether the only word is that of a team or of a person's initials: "HR", "JS", "L&D".
func isAbbreviation(words []string) bool {
	const shortest, longest = 2, 4
	letters := strings.NewReplacer("&", "", ".", "").Replace(strings.Join(words, ""))
	if n := len(letters); n < shortest || n > longest || len(words) > 3 {
		return false
	}
	return strings.IndexFunc(letters, func(r rune) bool { return r < 'A' || r > 'Z' }) < 0
}

// wordsOf parts a text at its spaces, and takes the punctuation off each word.
func wordsOf(text string) []string {
	var out []string
	for word := range strings.FieldsSeq(text) {
		if word = strings.Trim(word, marksBetween+"'’\"“”"); word != "" {
			out = append(out, word)
		}
	}
	return out
}

// isCapital tells whether the word begins with a capital letter.
func isCapital(word string) bool {
	first, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(first)
}

// isProper tells whether the word is written as names are: a capital letter and small ones, an initial, or a rank of three capital
// letters at most.
func isProper(word string) bool {
	const longest = 3
	small := strings.IndexFunc(word, unicode.IsLower) >= 0
	return isCapital(word) && (small || utf8.RuneCountInString(word) <= longest)
}

// isJoiner tells the small words within the names of teams.
func isJoiner(word string) bool {
	switch word {
	case "of", "and", "the", "for", "a", "ac", "y", "yr", "o", "i":
		return true
	}
	return isParticle(word)
}

// isParticle tells the small words within people's names.
func isParticle(word string) bool {
	switch word {
	case "ap", "ab", "ferch", "de", "da", "di", "van", "von", "der", "den", "la", "le", "al", "bin":
		return true
	}
	return false
}
