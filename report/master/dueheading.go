package master

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// dueStage says which of a master's due dates a column holds. The stages are in the order in which the dates were set.
type dueStage int

const (
	notDue      dueStage = iota
	dueOriginal          // "Original due date", "Baseline date"
	duePrevious          // "Previous target date"
	dueAgreed            // "Target date", "Agreed date", "Due"
	dueRevised           // "Revised date", "Revised 2", "New deadline"
	dueExtended          // "Extended", "Extension date"
	dueCurrent           // "Current due date", "Forecast date"
)

// dueHeading is what the words of a heading say of a column of due dates.
type dueHeading struct {
	stage dueStage // notDue where they say nothing
	nth   int      // of the revision: 2 of "Revised 2"; 0 without a number
	sure  bool     // the words can mean nothing else: "Agreed date", and not "Agreed"
}

// readDueHeading reads the words of a heading. Each must be one that headings of due dates have, and one must say which date it is;
// else the column is none of theirs. "Date agreed" is the day on which something was agreed, and not the date that was.
func readDueHeading(heading string) dueHeading {
	var h dueHeading
	var target, date, plain, ordinal bool
	if !mayBeDue(heading) {
		return h
	}
	words := headingWords(heading)
	if isCount(words) {
		return h
	}
	for _, word := range words {
		w, known := dueWord(word)
		n, err := strconv.Atoi(word)
		switch {
		case err == nil && 0 < n && n < 20:
			h.nth = n
		case !known:
			return dueHeading{}
		case w.nth > 0:
			ordinal, h.nth = true, w.nth
		}
		h.stage = laterStage(h.stage, w.stage)
		target, date, plain = target || w.target, date || w.date, plain || w.stage != notDue && !w.vague
	}
	if ordinal && h.nth == 1 && (h.stage == notDue || h.stage == dueAgreed) { // "first target date"
		h = dueHeading{stage: dueOriginal}
	}
	if h.stage == notDue || !target && isEvent(words) {
		return dueHeading{}
	}
	h.sure = target || date && plain
	return h
}

// mayBeDue tells cheaply of most texts that they are no such heading: by the first word.
func mayBeDue(heading string) bool {
	const longest = 100 // bytes
	start := strings.IndexFunc(heading, unicode.IsLetter)
	if start < 0 || start > 2 || len(heading) > longest {
		return false
	}
	if start > 0 {
		return true // "2nd revised date"
	}
	end := strings.IndexFunc(heading[start:], func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' })
	if end < 0 {
		end = len(heading) - start
	}
	if strings.ContainsAny(heading[start:start+end], "'’") {
		return true
	}
	_, known := dueWord(strings.ToLower(heading[start : start+end]))
	return known
}

// laterStage takes of two words the one that counts: a "revised target date" is a revision, a "previous target date" the one before.
func laterStage(a, b dueStage) dueStage {
	switch {
	case a == dueAgreed && b != notDue:
		return b
	case b == dueAgreed && a != notDue:
		return a
	}
	return max(a, b)
}

// isCount tells of a heading such as "No of revised dates".
func isCount(words []string) bool {
	return len(words) > 2 && slices.Contains([]string{"no", "number", "nifer"}, words[0]) && (words[1] == "of" || words[1] == "o")
}

// isEvent tells of a heading such as "Date agreed" and "Date of extension".
func isEvent(words []string) bool {
	if len(words) < 2 || words[0] != "date" {
		return false
	}
	if words[1] == "of" {
		words = words[1:]
	}
	w, _ := dueWord(words[1])
	return w.stage != notDue
}

// headingWords splits a heading into small words and numbers: "Revised1 (date)" is "revised", "1", "date".
func headingWords(heading string) []string {
	var out []string
	var last rune
	for _, r := range strings.ToLower(strings.NewReplacer("'", "", "’", "").Replace(heading)) {
		letter, digit := unicode.IsLetter(r), unicode.IsDigit(r)
		switch {
		case !letter && !digit:
		case len(out) == 0 || !unicode.IsLetter(last) && !unicode.IsDigit(last) || unicode.IsLetter(last) && digit:
			out = append(out, string(r))
		default:
			out[len(out)-1] += string(r)
		}
		last = r
	}
	return out
}

// headingWord is what one word of a heading has to do with due dates.
type headingWord struct {
	stage  dueStage // notDue for a word that says nothing of it
	target bool     // with it the heading is of due dates, whatever else it says
	date   bool     // with it and the stage it is, unless the word for the stage is vague
	vague  bool     // the word for the stage is also said of other dates: "latest date", "updated date"
	nth    int      // 2 of "second"; 0 for any other word
}

// dueWord reads a word of a heading, English or Welsh; false for one that no heading of due dates has.
func dueWord(word string) (w headingWord, known bool) {
	switch word {
	case "original", "originally", "initial", "baseline", "gwreiddiol", "wreiddiol", "cychwynnol", "gychwynnol":
		w.stage = dueOriginal
	case "previous", "previously", "former", "prior", "blaenorol", "flaenorol", "cynt", "gynt":
		w = headingWord{stage: duePrevious, vague: true}
	case "due", "target", "targets", "deadline", "deadlines", "targed", "dargedau", "targedau", "dyledus":
		w = headingWord{stage: dueAgreed, target: true}
	case "agreed", "planned", "cytunedig", "gytunedig", "cytunwyd", "gytunwyd", "cynlluniedig", "gynlluniwyd":
		w.stage = dueAgreed
	case "revised", "revision", "rev", "new", "rescheduled", "diwygiedig", "ddiwygiedig", "diwygiwyd", "ddiwygiwyd", "ddiwygio", "diwygiad",
		"adolygedig", "newydd":
		w.stage = dueRevised
	case "amended", "amendment", "changed", "updated":
		w = headingWord{stage: dueRevised, vague: true}
	case "extended", "extension", "ext", "estynedig", "estyniad", "estynnwyd", "ymestyn", "hymestyn", "hestyn":
		w.stage = dueExtended
	case "forecast", "forecasted", "expected", "anticipated", "disgwyliedig", "ddisgwyliedig", "rhagolwg", "rhagamcanol":
		w.stage = dueCurrent
	case "current", "currently", "latest", "cyfredol", "gyfredol", "presennol", "bresennol", "diweddaraf":
		w = headingWord{stage: dueCurrent, vague: true}
	case "completion", "implementation", "delivery", "timescale", "timescales", "cwblhau", "gwblhau", "cyflawni", "gyflawni", "gweithredu", "cau", "amserlen":
		w.target = true
	case "date", "dates", "dyddiad", "ddyddiad", "dyddiadau":
		w.date = true
	case "first", "1st", "cyntaf", "gyntaf", "1af":
		w.nth = 1
	case "second", "2nd", "ail", "2il":
		w.nth = 2
	case "third", "3rd", "trydydd", "3ydd":
		w.nth = 3
	case "fourth", "4th", "pedwerydd", "4ydd":
		w.nth = 4
	case "no", "number", "nr", "rhif", "to", "of", "for", "the", "by", "if", "any", "where", "when", "applicable", "appropriate", "needed", "required",
		"relevant", "complete", "action", "end",
		"i", "iw", "o", "y", "yr", "ar", "arno", "arni", "os", "yn", "a", "gyfer", "erbyn", "wedii", "berthnasol":
	default:
		return w, false
	}
	return w, true
}
