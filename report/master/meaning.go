package master

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"boardpack/report/fold"
)

// meaning is what a short cell says: a known word, and what may stand beside it.
type meaning[T comparable] struct {
	value T
	doubt doubt  // why no value is taken; "" where one is
	word  string // with isQualified: the known word that the text begins with
	on    days   // the one day, month or year that stands beside the word; the zero days where there is none, or several
}

// doubt says why the words of a cell are not taken for what they look like.
type doubt string

const (
	isUnknown   doubt = "unknown"   // no word that the template knows
	isMarked    doubt = "marked"    // a mark beside the words may turn what they say
	isQualified doubt = "qualified" // more stands beside a known word than a date, a percentage or a name
)

// progress is what the words of a lookup have to do with percentages and plans, where they speak of how far work has come.
type progress[T comparable] struct {
	of       func(percent float64) (T, bool)
	agrees   func(value T, percent float64) bool
	open     func(value T) bool
	finished T
}

// read says what a line of text means. The whole text decides where the template knows it. Otherwise it is the longest known
// phrase that it begins with, provided that the rest is a note which changes nothing: see notes. A percentage or a day may
// also stand before the word.
func (l *lookup[T]) read(text string, names *names) meaning[T] {
	if i, ok := l.asTyped[strings.ToLower(text)]; ok {
		return meaning[T]{value: l.values[i]}
	}
	plain, ok := undecorated(text)
	if !ok {
		return meaning[T]{doubt: isMarked}
	}
	if value, ok := l.find(plain); ok {
		return meaning[T]{value: value}
	}
	n := notes[T]{lookup: l, names: names, shout: strings.IndexFunc(plain, unicode.IsLower) < 0}
	plain = n.takeLeading(plain)
	if plain == "" && n.percents > 0 {
		return n.meaning(l.progress.of(n.percent))
	}
	word, rest := l.begins(plain)
	if word == "" {
		return meaning[T]{doubt: isUnknown}
	}
	n.value, _ = l.find(word)
	if n.percents > 0 && !n.apart && n.value == l.progress.finished { // "90% complete" is a percentage in words
		n.value, _ = l.progress.of(n.percent)
	}
	m := n.meaning(n.value, n.all(rest))
	if m.doubt != "" {
		m.doubt, m.word = isQualified, word
	}
	return m
}

// begins parts a text into the longest known phrase that it begins with, at the end of a word, and the rest; "" for none.
func (l *lookup[T]) begins(text string) (word, rest string) {
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		i += n
		if next, _ := utf8.DecodeRuneInString(text[i:]); !isOfWord(r) || isOfWord(next) {
			continue
		}
		key, ok := fold.Within(text[:i], l.longest)
		if !ok {
			break
		}
		if _, known := l.index[key]; known {
			word, rest = text[:i], text[i:]
		}
	}
	return word, rest
}

func isOfWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
}
