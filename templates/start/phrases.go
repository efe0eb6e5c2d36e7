package start

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"boardpack/report"
	"boardpack/report/fold"
)

// mark is what a phrase of a status says. Those of the states are the states themselves.
type mark string

const (
	isComplete = mark(report.Complete)
	isBegun    = mark(report.InProgress)
	isNotBegun = mark(report.NotStarted)
	isClosed   = mark("closed")  // for a reason that may stand beside it
	isUndone   = mark("undone")  // not complete, and no more is known: "not met"
	isDeed     = mark("deed")    // a form of a verb that says nothing by itself: "gwblhau"
	partly     = mark("partly")  // what follows is not wholly so: "being", "nearly"
	inPart     = mark("in part") // what goes before is not wholly so: "yn rhannol"
	negation   = mark("not")
	pending    = mark("pending") // what follows is still to come: "awaiting", "to be"
	number     = mark("number")
	filler     = mark("filler") // changes nothing
	unknown    = mark("")       // any other word
)

// phrases reads statuses by whole words: those of the template, and those of the language around them (see language).
type phrases struct {
	marks   map[string]mark // by the words of a phrase, with a space between
	longest int             // in words
}

func newPhrases(v *report.Vocabulary) *phrases {
	p := &phrases{marks: map[string]mark{}}
	for _, l := range language() {
		p.add(l.mark, l.phrases)
	}
	for _, state := range report.States() {
		p.add(mark(state), v.States[state])
	}
	return p
}

// add takes phrases that are not known yet.
func (p *phrases) add(m mark, texts []string) {
	for _, text := range texts {
		words := statusWords(text)
		key := strings.Join(words, " ")
		if _, known := p.marks[key]; !known && key != "" {
			p.marks[key], p.longest = m, max(p.longest, len(words))
		}
	}
}

// statusWords gives the words of a status, folded; "90 per cent" is the word "90%", and "Wrthi'n" is one word.
func statusWords(text string) []string {
	text = strings.ToLower(text)
	for _, percent := range []string{" per cent", " percent", " y cant", " %"} {
		text = strings.ReplaceAll(text, percent, "%")
	}
	var out []string
	for _, word := range strings.FieldsFunc(text, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && !strings.ContainsRune("'’‘%", r)
	}) {
		if folded := fold.Word(word); folded != "" {
			if strings.HasSuffix(word, "%") {
				folded += "%"
			}
			out = append(out, folded)
		}
	}
	return out
}

// isDoubt tells a sign that turns a word round, or asks: a question mark, a cross, an empty box. Dots and ticks do not.
func isDoubt(r rune) bool {
	return r == '?' || unicode.IsSymbol(r) && !strings.ContainsRune("|+✓✔☑✅●■▪►🔴🟠🟡🟢🔵", r)
}

// stateOf gives the state that a status plainly means; "" where it is not plain. It is complete only when it says so and
// says no more; a word that is not known leaves in doubt what takes a recommendation out of the work, and not what stays in.
func (p *phrases) stateOf(status string) report.State {
	if strings.ContainsFunc(status, isDoubt) || strings.ContainsAny(status, "[]") {
		return ""
	}
	said := p.said(status)
	only := func(m mark, also ...mark) bool {
		return slices.Contains(said, m) && !slices.ContainsFunc(said, func(s mark) bool { return s != m && !slices.Contains(also, s) })
	}
	switch {
	case only(isComplete, isClosed), only(isClosed):
		return report.Complete
	case only(isBegun, isUndone, pending, number, unknown):
		return report.InProgress
	case only(isNotBegun, isUndone, pending, number, unknown):
		return report.NotStarted
	case only(mark(report.Superseded), isClosed, number):
		return report.Superseded
	case only(mark(report.NotAccepted), isClosed):
		return report.NotAccepted
	case only(mark(report.Withdrawn), isClosed):
		return report.Withdrawn
	}
	return ""
}

// said gives what a status says, phrase by phrase, with the words that bear on others taken together with them.
func (p *phrases) said(status string) []mark {
	words := statusWords(status)
	if len(words) > 1 && len(words[0]) == 1 && isDigit(rune(words[0][0])) { // "4 - Complete": the place of the status in a list
		words = words[1:]
	}
	marks := slices.DeleteFunc(p.read(words), func(m mark) bool { return m == filler })
	var out []mark
	for i := 0; i < len(marks); i++ {
		m, next := marks[i], unknown
		if i+1 < len(marks) {
			next = marks[i+1]
		}
		joined, both := together(m, next)
		if out = append(out, joined); both {
			i++
		}
	}
	return out
}

// together gives what a phrase and the next one say, and whether the next is part of it.
func together(m, next mark) (said mark, both bool) {
	deed := next == isComplete || next == isDeed || next == isClosed
	switch {
	case (m == partly || m == isBegunPercent) && deed:
		return isBegun, true
	case m == isNotBegunPercent && deed:
		return isNotBegun, true
	case m == negation && deed:
		return isUndone, true
	case m == pending && deed:
		return pending, true
	case m == isComplete && next == inPart:
		return isBegun, true
	case m == isBegunPercent:
		return isBegun, false
	case m == isNotBegunPercent:
		return isNotBegun, false
	case m == partly, m == inPart, m == isDeed:
		return unknown, false
	}
	return m, false
}

// marks of percentages between 0 and 100, and of 0.
const (
	isBegunPercent    = mark("percent")
	isNotBegunPercent = mark("0 percent")
)

// read marks the words of a status, the longest phrase first.
func (p *phrases) read(words []string) []mark {
	var out []mark
	for len(words) > 0 {
		n := min(p.longest, len(words))
		for n > 1 && p.marks[strings.Join(words[:n], " ")] == unknown {
			n--
		}
		m := p.marks[strings.Join(words[:n], " ")]
		if m == unknown {
			m = numberMark(words[0])
		}
		out, words = append(out, m), words[n:]
	}
	return out
}

func numberMark(word string) mark {
	digits, percent := strings.CutSuffix(word, "%")
	n, err := strconv.Atoi(digits)
	switch {
	case err != nil && strings.ContainsFunc(word, isDigit): // "R12", "2024/25"
		return number
	case err != nil:
		return unknown
	case !percent:
		return number
	case n == 100:
		return isComplete
	case n == 0:
		return isNotBegunPercent
	case n < 100:
		return isBegunPercent
	}
	return unknown
}
