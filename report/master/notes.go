package master

import (
	"strconv"
	"strings"

	"boardpack/report"
	"boardpack/report/dates"
	"boardpack/report/pattern"
)

// notes are what stands beside a known word. They change nothing where each is a date, a percentage that agrees with the word,
// a person's or a team's name, or the same said in another word. Anything else may take back what the word says, as in
// "Closed - rejected", and is not weighed.
type notes[T comparable] struct {
	lookup *lookup[T]
	value  T
	names  *names
	shout  bool // the text has no small letters

	percents int
	percent  float64
	apart    bool // a dash or the like parts the percentage before the word from it
	dates    int
	on       days
}

const (
	leadingPercent = pattern.Expression(`(?i)^(\d+(?:[.,]\d+)?)\s*(?:%|per ?cent\b|y cant\b)\s*([-‐‑–—―:;,/|()\[\]]?)\s*`)
	onlyPercent    = pattern.Expression(`(?i)^(\d+(?:[.,]\d+)?)\s*(?:%|per ?cent|y cant)$`)
	// betweenNotes are the marks that part notes. A dash or stroke without spaces may belong to a date or a name.
	betweenNotes = pattern.Expression(`[()\[\]{};,|]|\s[-‐‑–—―/]+\s|:\s|[–—―]`)
	// beforeDay and beforePlan are the words between a status and a day. A plan leaves work open, and closes none.
	beforeDay  = pattern.Expression(`(?i)^(?:as at|as of|on|since|from|at|dated|fel yr oedd ar|fel yr oedd|fel ar|ers|ar|o) `)
	beforePlan = pattern.Expression(`(?i)^(?:due|due by|by|until|till|to|expected|expected by|target|target date|erbyn|i'w gwblhau erbyn|tan|hyd|hyd at) `)
	beforeName = pattern.Expression(`(?i)^(?:by|gan) `)
	beforeMore = pattern.Expression(`(?i)^(?:and|&|a|ac) `)
)

const marksBetween = " .…,;:-‐‑–—―/&|()[]{}"

// takeLeading takes a percentage or a day off the beginning, and gives the rest.
func (n *notes[T]) takeLeading(text string) string {
	text = strings.TrimLeft(text, "([{")
	if n.lookup.progress != nil {
		if found := leadingPercent.FindStringSubmatch(text); found != nil {
			n.addPercent(decimal(found[1]))
			n.apart = found[2] != ""
			return strings.TrimLeft(text[len(found[0]):], marksBetween)
		}
	}
	const longest = 4 // words of a day: "Tuesday 12 March 2024"
	words := strings.Fields(text)
	for k := min(longest, len(words)-1); k > 0; k-- {
		head := strings.Trim(strings.Join(words[:k], " "), marksBetween)
		if on, ok := daysOf(head); ok {
			n.addDays(on)
			return strings.TrimLeft(strings.Join(words[k:], " "), marksBetween)
		}
	}
	return text
}

// meaning gives the value with what the notes say, where there is one.
func (n *notes[T]) meaning(value T, ok bool) meaning[T] {
	if !ok || n.percents > 0 && !n.lookup.progress.agrees(value, n.percent) {
		return meaning[T]{doubt: isUnknown}
	}
	m := meaning[T]{value: value}
	if n.dates == 1 {
		m.on = n.on
	}
	return m
}

// all tells whether everything in the rest of a text is a note.
func (n *notes[T]) all(rest string) bool {
	bare := strings.Trim(rest, marksBetween)
	if bare == "" || n.one(bare, false) {
		return true
	}
	parted := !isOfWordAt(strings.TrimLeft(rest, " "))
	parts := betweenNotes.Split(rest, -1)
	for i, part := range parts {
		if part = strings.Trim(part, marksBetween); part != "" && !n.one(part, parted || i > 0) {
			return false
		}
	}
	return true
}

func isOfWordAt(s string) bool {
	for _, r := range s {
		return isOfWord(r)
	}
	return false
}

// one tells whether a part is one note, and keeps what it says. A name must be parted from what stands before it, or follow
// "by".
func (n *notes[T]) one(part string, parted bool) bool {
	if percent, ok := percentOf(part); ok {
		return n.lookup.progress != nil && n.addPercent(percent)
	}
	if n.isDay(beforeDay.ReplaceAllString(part, "")) {
		return true
	}
	if n.lookup.progress != nil && n.lookup.progress.open(n.value) {
		if _, ok := daysOf(beforePlan.ReplaceAllString(part, "")); ok {
			return true
		}
	}
	if same, known := n.lookup.find(beforeMore.ReplaceAllString(part, "")); known {
		return same == n.value
	}
	by := beforeName.FindString(part)
	return (parted || by != "") && n.names.has(part[len(by):], n.shout)
}

// addPercent keeps a percentage; false where there is another one already.
func (n *notes[T]) addPercent(percent float64) bool {
	n.percents, n.percent = n.percents+1, percent
	return n.percents == 1
}

// percentOf reads a text that is a percentage and nothing more.
func percentOf(text string) (float64, bool) {
	found := onlyPercent.FindStringSubmatch(text)
	if found == nil {
		return 0, false
	}
	return decimal(found[1]), true
}

// decimal reads digits with a point or a comma among them.
func decimal(digits string) float64 {
	n, _ := strconv.ParseFloat(strings.ReplaceAll(digits, ",", "."), 64)
	return n
}

func (n *notes[T]) addDays(on days) { n.dates, n.on = n.dates+1, on }

// isDay tells whether a part is a day or a stretch of time, and keeps it.
func (n *notes[T]) isDay(part string) bool {
	on, ok := daysOf(part)
	if ok {
		n.addDays(on)
	}
	return ok
}

// daysOf reads a text that is a day, month, quarter, season or year and nothing more.
func daysOf(text string) (days, bool) {
	if !dates.IsDate(text) {
		return days{}, false
	}
	if day, ok := parseDay(text, nil); ok {
		return oneDay(day), true
	}
	reading := dates.Read(text, report.Date{}, report.Date{})
	last := reading.Date
	switch reading.Kind {
	case dates.ReadQuarter, dates.ReadSeason:
		return days{dates.NewDate(last.Year(), last.Month()-2, 1), last}, true
	case dates.ReadAmbiguous: // October, or autumn
		return days{dates.NewDate(last.Year(), last.Month()-1, 1), last}, true
	case dates.ReadFinancial:
		return days{dates.NewDate(last.Year()-1, last.Month(), last.Day()+1), last}, true
	}
	return spanOf(reading)
}
