package dates

import (
	"slices"
	"strings"
	"time"

	"boardpack/report/fold"
)

// Reading is how a due date as written ("Autumn 2023") was read.
type Reading struct {
	Kind   ReadingKind
	Date   Date   // the last day that the words allow; absent for the kinds that give no date
	Before []Date // the dates that the words say came before it, the first one first: "31/03/2024 (was 31/12/2023)"
	Other  Date   // the last day of the other quarter or half that the words could mean, of the financial year or of the calendar's
}

// All gives the dates of the words in their order, the current one last; none where the words give no date.
func (r Reading) All() []Date {
	if r.Date.IsZero() {
		return nil
	}
	return append(slices.Clone(r.Before), r.Date)
}

// ReadingKind says what the words were.
type ReadingKind string

// The kinds of wording; the rule of each is in the wording under "reading.<kind>". The rules are those of docs/design.md, "Dates as
// written". Words that fit none of them give no date: a date is never guessed.
const (
	ReadNothing     ReadingKind = ""            // nothing was written
	ReadDay         ReadingKind = "day"         // "1 September 2023", "01/09/2023": that day
	ReadMonth       ReadingKind = "month"       // "September 2023", "Sep-23": its last day
	ReadQuarter     ReadingKind = "quarter"     // "Q3 2023": its last day; "Q3 2023/24" is of the financial year
	ReadHalf        ReadingKind = "half"        // "H1 2024": its last day; "H1 2023/24" is of the financial year
	ReadSeason      ReadingKind = "season"      // "Autumn 2023": 30 November
	ReadYear        ReadingKind = "year"        // "2023": 31 December
	ReadFinancial   ReadingKind = "financial"   // "during the financial year", "2023/24": its end
	ReadPart        ReadingKind = "part"        // "early 2024", "mid-March 2024": a part of a longer time
	ReadFeast       ReadingKind = "feast"       // "Easter 2024", "Christmas 2024": Easter Sunday, Christmas Day
	ReadWeek        ReadingKind = "week"        // "w/c 4 March 2024": that week's Sunday; "w/e 8 March 2024": that day
	ReadBefore      ReadingKind = "before"      // "before March 2024": the day before it begins
	ReadRange       ReadingKind = "range"       // "June/July 2024", "Q1-Q2 2024": the later
	ReadRevised     ReadingKind = "revised"     // "31/03/2024 (was 31/12/2023)": both
	ReadWithin      ReadingKind = "within"      // "in the next 12 months": counted from the day the response was issued
	ReadAmbiguous   ReadingKind = "ambiguous"   // Welsh "Hydref 2023", October or autumn: the later day
	ReadRecurring   ReadingKind = "recurring"   // "six-monthly": no date
	ReadNoIssue     ReadingKind = "no_issue"    // "within 12 months", with no day from which to count: no date
	ReadUnset       ReadingKind = "unset"       // "TBC", "n/a", "as before": as if nothing was written
	ReadPlaceholder ReadingKind = "placeholder" // "1 January 1900": a day that no register means, no date
	ReadUnknown     ReadingKind = "unknown"     // not understood: no date
)

// ReadingKinds lists all kinds but that of nothing.
func ReadingKinds() []ReadingKind {
	return []ReadingKind{ReadDay, ReadMonth, ReadQuarter, ReadHalf, ReadSeason, ReadYear, ReadFinancial, ReadPart, ReadFeast, ReadWeek,
		ReadBefore, ReadRange, ReadRevised, ReadWithin, ReadAmbiguous, ReadRecurring, ReadNoIssue, ReadUnset, ReadPlaceholder, ReadUnknown}
}

// Read reads a date in words, in English or Welsh. Issued is the day from which "within 12 months" counts and
// in whose financial year "the financial year" lies; financialYearEnd gives month and day (zero: 31 March).
func Read(text string, issued, financialYearEnd Date) Reading {
	switch {
	case strings.TrimSpace(text) == "":
		return Reading{}
	case isUnset(text):
		return Reading{Kind: ReadUnset}
	}
	r := dueReader{issued: issued, yearEnd: financialYearEnd}
	if r.yearEnd.IsZero() {
		r.yearEnd = NewDate(2000, time.March, 31)
	}
	text = dueText(text)
	if reading, ok := r.read(text); ok {
		return reading
	}
	if slices.ContainsFunc(dueWords(text), isRecurring) {
		return Reading{Kind: ReadRecurring}
	}
	return Reading{Kind: ReadUnknown}
}

// dueText is a text in small letters with one kind of dash, of apostrophe and of space.
func dueText(text string) string {
	text = fold.Text(text)
	if !strings.ContainsAny(text, "–—‑’‘/") {
		return strings.Trim(text, " .,;:")
	}
	for _, alike := range [...][2]string{{"–", "-"}, {"—", "-"}, {"‑", "-"}, {"’", "'"}, {"‘", "'"}, {"w/c", "weekcommencing"}, {"w/b", "weekbeginning"}, {"w/e", "weekending"}} {
		text = strings.ReplaceAll(text, alike[0], alike[1])
	}
	return strings.Trim(text, " .,;:")
}

// dueWords splits a text into words, numbers and the marks / - . ' & between them. The letters of "31st" and "q3" stay with their
// digits; "FY24" and "2024Q1" are two.
func dueWords(text string) []string {
	out := make([]string, 0, 8)
	was, start := ' ', 0 // of the open word
	for i, r := range text {
		kind := runeKind(r)
		open := was != ' ' && was != '/' && (kind == was || was == '1' && kind == 'a' && r != 'q' && r != 'h' && r != 'f' ||
			was == 'a' && kind == '1' && isQuarterLetter(text[start:i]))
		if !open && was != ' ' {
			out = append(out, text[start:i])
		}
		if !open {
			start = i
		}
		was = kind
	}
	if was != ' ' {
		out = append(out, text[start:])
	}
	return out
}

// runeKind tells letters, digits and marks from what separates words.
func runeKind(r rune) rune {
	switch {
	case r >= '0' && r <= '9':
		return '1'
	case strings.ContainsRune("/-.'&", r):
		return '/'
	case strings.ContainsRune(" ,;:()[]", r):
		return ' '
	}
	return 'a'
}

func isQuarterLetter(word string) bool { return word == "q" || word == "ch" || word == "h" }

// stretch is the days that some words speak of. Last is the date that they give; absent for the kinds that give none.
type stretch struct {
	kind        ReadingKind
	first, last Date
	other       Date
}

func (s stretch) reading() Reading { return Reading{Kind: s.kind, Date: s.last, Other: s.other} }

// dueReader tries patterns on words. Each pattern takes all words or none.
type dueReader struct {
	issued  Date
	yearEnd Date
}

// read takes a text for one date, or for what was first and what is now.
func (r dueReader) read(text string) (Reading, bool) {
	if s, ok := r.stretch(dueWords(text)); ok {
		return s.reading(), true
	}
	return r.revised(text)
}

// stretch reads one date or a stretch of days, with the small words before and after it: "by the end of".
func (r dueReader) stretch(words []string) (stretch, bool) {
	words = withoutSmallWords(words)
	if len(words) == 0 || len(words) > 16 { // no date is longer, and the work grows with the square
		return stretch{}, false
	}
	if s, ok := r.date(words); ok {
		return s, true
	}
	if s, ok := r.before(words); ok {
		return s, true
	}
	if s, ok := r.week(words); ok {
		return s, true
	}
	if s, ok := r.part(words); ok {
		return s, true
	}
	return r.later(words)
}

// date reads what is no part of something else.
func (r dueReader) date(words []string) (stretch, bool) {
	for _, read := range [...]func(dueReader, []string) (stretch, bool){dueReader.day, dueReader.month, dueReader.divided, dueReader.season,
		dueReader.financial, dueReader.year, dueReader.feast, dueReader.within} {
		if s, ok := read(r, words); ok {
			return s, true
		}
	}
	return stretch{}, false
}

// before reads "before March 2024": the day before it begins. "Before the end of" something is by its end.
func (r dueReader) before(words []string) (stretch, bool) {
	rest, ok := after(words, "before", "prior to", "ahead of", "cyn")
	if !ok {
		return stretch{}, false
	}
	if ofEnd, ok := after(rest, "the end of", "end of", "the end", "end", "diwedd", "ddiwedd"); ok {
		return r.stretch(ofEnd)
	}
	s, ok := r.stretch(rest)
	if !ok || s.first.IsZero() || s.kind == ReadAmbiguous || s.kind == ReadRange || s.kind == ReadPart {
		return stretch{}, false
	}
	day := s.first.AddDays(-1)
	return stretch{kind: ReadBefore, first: day, last: day}, true
}

// week reads "week commencing 4 March 2024", which ends on that week's Sunday, and "week ending 8 March 2024", which ends on that day.
func (r dueReader) week(words []string) (stretch, bool) {
	rest, ends := after(words, "weekending", "week ending", "wythnos yn diweddu", "wythnos yn gorffen", "wythnos sy ' n diweddu", "wythnos sy ' n gorffen")
	if !ends {
		var begins bool
		if rest, begins = after(words, "weekcommencing", "weekbeginning", "week commencing", "week beginning", "week of", "wc", "wythnos yn dechrau",
			"wythnos yn cychwyn", "wythnos sy ' n dechrau", "wythnos sy ' n cychwyn"); !begins {
			return stretch{}, false
		}
	}
	day, ok := r.day(withoutSmallWords(rest))
	if !ok {
		return stretch{}, false
	}
	sunday := day.last.AddDays((7 - int(day.last.Time().Weekday())) % 7)
	if ends {
		return stretch{kind: ReadWeek, first: sunday.AddDays(-6), last: day.last}, true
	}
	return stretch{kind: ReadWeek, first: sunday.AddDays(-6), last: sunday}, true
}

// part reads "early 2024", "mid-March 2024" and "late spring 2024". Of a month they mean the 10th, the 15th and the last day. Of a longer
// time early is its first quarter, mid its first half, and late its end, each to the last day of a month.
func (r dueReader) part(words []string) (stretch, bool) {
	rest, isEarly := after(words, "early", "the beginning of", "beginning of", "the start of", "start of", "dechrau", "ddechrau", "gynnar yn", "yn gynnar yn")
	rest, isMid := after(rest, "mid", "the middle of", "middle of", "canol", "ganol")
	rest, isLate := after(rest, "late", "hwyr yn", "yn hwyr yn")
	if howMany(isEarly, isMid, isLate) != 1 {
		return stretch{}, false
	}
	whole, ok := r.date(withoutSmallWords(trimMarks(rest)))
	months := 12*(whole.last.Year()-whole.first.Year()) + int(whole.last.Month()-whole.first.Month()) + 1
	if !ok || whole.first.IsZero() || whole.kind == ReadAmbiguous || whole.kind == ReadDay || whole.kind == ReadFeast || whole.kind == ReadHalf {
		return stretch{}, false
	}
	s := stretch{kind: ReadPart, first: whole.first, last: whole.last}
	switch {
	case isLate:
	case months == 1 && isEarly:
		s.last = s.first.AddDays(9)
	case months == 1:
		s.last = s.first.AddDays(14)
	case isEarly:
		s.last = lastDay(s.first.Year(), s.first.Month()+time.Month(max(1, months/4)-1))
	default:
		s.last = lastDay(s.first.Year(), s.first.Month()+time.Month((months+1)/2-1))
	}
	return s, true
}

// later reads two dates, or a stretch from one to another, and takes the later: "June/July 2024", "Q1-Q2 2024", "Dec 2023 or Jan 2024".
// The first has the end of the second where it lacks its own. Where it is the later one, the words are not understood: "Dec/Jan 2024"
// can be of two years. Neither are two years, which may be one financial year.
func (r dueReader) later(words []string) (stretch, bool) {
	if rest, ok := after(words, "from", "between", "o", "rhwng"); ok {
		words = rest
	}
	for i, w := range words {
		if i == 0 || i == len(words)-1 || !slices.Contains([]string{"/", "-", "&", "to", "and", "or", "until", "i", "a", "ac", "neu", "hyd"}, w) {
			continue
		}
		second, ok := r.date(withoutSmallWords(words[i+1:]))
		if !ok || second.kind == ReadYear {
			continue
		}
		if first, ok := r.first(withoutSmallWords(words[:i]), words[i+1:]); ok && !first.last.After(second.last) {
			if second.last.IsZero() {
				return second, true
			}
			return stretch{kind: ReadRange, first: first.first, last: second.last}, first.kind == second.kind || first.kind != ReadYear
		}
	}
	return stretch{}, false
}

// first reads the first of two dates, with as much of the end of the second as it needs. Numbers alone are whole dates.
func (r dueReader) first(words, second []string) (stretch, bool) {
	borrowed := len(second) - 1
	if allNumbers(slices.DeleteFunc(slices.Concat(words, second), isMark)) {
		borrowed = 0
	}
	for n := borrowed; n >= 0 && len(words) > 0; n-- {
		if s, ok := r.date(slices.Concat(words, second[len(second)-n:])); ok {
			return s, true
		}
	}
	return stretch{}, false
}

// howMany counts what is so.
func howMany(are ...bool) int {
	n := 0
	for _, is := range are {
		if is {
			n++
		}
	}
	return n
}

func isMark(word string) bool { return word == "/" || word == "-" || word == "." }
