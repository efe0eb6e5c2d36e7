package report

import (
	"strconv"
	"strings"
	"time"
)

// Reading is how a due date as written ("Autumn 2023") was read.
type Reading struct {
	Kind   ReadingKind
	Date   Date   // the last day that the words allow; absent for the kinds that give no date
	Before []Date // the dates that the words say came before it, the first one first: "31/03/2024 (was 31/12/2023)"
}

// ReadingKind says what the words were.
type ReadingKind string

// The kinds of wording; the rule of each is in the wording under "reading.<kind>". The rules are DESIGN.md's, "Dates as
// written". Words that fit none of them give no date: a date is never guessed.
const (
	ReadNothing     ReadingKind = ""            // nothing was written
	ReadDay         ReadingKind = "day"         // "1 September 2023", "01/09/2023": that day
	ReadMonth       ReadingKind = "month"       // "September 2023": its last day
	ReadQuarter     ReadingKind = "quarter"     // "Q3 2023": its last day; "Q3 2023/24" is of the financial year
	ReadSeason      ReadingKind = "season"      // "Autumn 2023": 30 November
	ReadYear        ReadingKind = "year"        // "2023": 31 December
	ReadFinancial   ReadingKind = "financial"   // "during the financial year", "2023/24": its end
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
	return []ReadingKind{ReadDay, ReadMonth, ReadQuarter, ReadSeason, ReadYear, ReadFinancial, ReadWithin, ReadAmbiguous,
		ReadRecurring, ReadNoIssue, ReadUnset, ReadPlaceholder, ReadUnknown}
}

// ReadDueAsWritten reads a date in words, in English or Welsh. Issued is the day from which "within 12 months" counts and
// in whose financial year "the financial year" lies; financialYearEnd gives month and day (zero: 31 March).
func ReadDueAsWritten(text string, issued, financialYearEnd Date) Reading {
	if isUnset(text) {
		return Reading{Kind: ReadUnset}
	}
	words := dueWords(text)
	if len(words) == 0 {
		if strings.TrimSpace(text) == "" {
			return Reading{}
		}
		return Reading{Kind: ReadUnknown}
	}
	r := dueReader{words: dropLeading(words), issued: issued, yearEnd: financialYearEnd}
	if r.yearEnd.IsZero() {
		r.yearEnd = NewDate(2000, time.March, 31)
	}
	for _, read := range []func() (Reading, bool){r.day, r.month, r.quarter, r.season, r.financial, r.year, r.within} {
		if reading, ok := read(); ok {
			return reading
		}
	}
	for _, w := range words {
		if isRecurring(w) {
			return Reading{Kind: ReadRecurring}
		}
	}
	return Reading{Kind: ReadUnknown}
}

// dueWords splits a text into lower-case words; "01/09/2023" and "2023/24" stay whole, hyphens separate.
func dueWords(text string) []string {
	text = strings.ToLower(text)
	if d, err := ParseISODate(strings.TrimSpace(text)); err == nil {
		return []string{strconv.Itoa(d.Day) + "/" + strconv.Itoa(int(d.Month)) + "/" + strconv.Itoa(d.Year)}
	}
	return strings.FieldsFunc(text, func(r rune) bool {
		return strings.ContainsRune(" \t\r\n\u00a0,.;:()-–—'’", r)
	})
}

// dropLeading takes away the small words before the date itself: "by the end of".
func dropLeading(words []string) []string {
	for len(words) > 0 {
		switch words[0] {
		case "by", "before", "during", "in", "within", "over", "the", "of", "end", "on", "at", "expected", "due", "target",
			"erbyn", "cyn", "yn", "ystod", "o", "fewn", "y", "yr", "diwedd", "ddiwedd", "ar", "dros":
			words = words[1:]
		default:
			return words
		}
	}
	return words
}

// dueReader holds the words of one text while the patterns are tried on them. Each pattern takes all words or none.
type dueReader struct {
	words   []string
	issued  Date
	yearEnd Date
}

func (r dueReader) day() (Reading, bool) {
	words := r.words
	if len(words) > 1 && isWeekday(words[0]) {
		words = words[1:]
	}
	var day, month, year int
	switch {
	case len(words) == 1 && strings.Count(words[0], "/") == 2:
		parts := strings.Split(words[0], "/")
		day, month, year = number(parts[0]), number(parts[1]), fullYear(parts[2])
	case len(words) == 3 && number(words[1]) > 0: // 01.09.2023
		day, month, year = number(words[0]), number(words[1]), fullYear(words[2])
	case len(words) == 3:
		day, month, year = ordinal(words[0]), int(monthOf(words[1])), fullYear(words[2])
	}
	d := NewDate(year, time.Month(month), day)
	if year == 0 || month < 1 || month > 12 || d.Day != day {
		return Reading{}, false
	}
	return Reading{Kind: ReadDay, Date: d}, true
}

func (r dueReader) month() (Reading, bool) {
	words := r.words
	named := len(words) == 3 && (words[0] == "mis" || words[0] == "fis") // "mis Hydref" is October, no season
	if named {
		words = words[1:]
	}
	if len(words) != 2 || year(words[1]) == 0 {
		return Reading{}, false
	}
	y := year(words[1])
	if words[0] == "hydref" && !named {
		return Reading{Kind: ReadAmbiguous, Date: lastDay(y, time.November)}, true
	}
	m := monthOf(words[0])
	return Reading{Kind: ReadMonth, Date: lastDay(y, m)}, m != 0
}

func (r dueReader) quarter() (Reading, bool) {
	var kept []string
	for _, w := range r.words {
		if w != "of" && w != "quarter" && w != "chwarter" && w != "o" {
			kept = append(kept, w)
		}
	}
	if len(kept) != 2 {
		return Reading{}, false
	}
	q := quarterOf(kept[0])
	if len(kept) == len(r.words) && !strings.HasPrefix(kept[0], "q") && !strings.HasPrefix(kept[0], "ch") {
		return Reading{}, false
	}
	switch end := r.yearOf(kept[1]); {
	case q == 0:
		return Reading{}, false
	case !end.IsZero():
		return Reading{Kind: ReadQuarter, Date: lastDay(end.Year-1, end.Month+time.Month(3*q))}, true
	case year(kept[1]) > 0:
		return Reading{Kind: ReadQuarter, Date: lastDay(year(kept[1]), time.Month(3*q))}, true
	}
	return Reading{}, false
}

func (r dueReader) season() (Reading, bool) {
	words := r.words
	if len(words) == 3 && words[1] == "of" {
		words = []string{words[0], words[2]}
	}
	if len(words) != 2 {
		return Reading{}, false
	}
	y := year(words[1])
	if end := r.yearOf(words[1]); !end.IsZero() && isWinter(words[0]) {
		y = end.Year - 1 // "winter 2023/24"
	}
	if y == 0 {
		return Reading{}, false
	}
	switch words[0] {
	case "spring", "gwanwyn":
		return Reading{Kind: ReadSeason, Date: lastDay(y, time.May)}, true
	case "summer", "haf":
		return Reading{Kind: ReadSeason, Date: lastDay(y, time.August)}, true
	case "autumn":
		return Reading{Kind: ReadSeason, Date: lastDay(y, time.November)}, true
	}
	return Reading{Kind: ReadSeason, Date: lastDay(y+1, time.February)}, isWinter(words[0])
}

func (r dueReader) financial() (Reading, bool) {
	var kept []string
	named, next := false, 0
	for _, w := range r.words {
		switch w {
		case "financial", "fy", "ariannol", "fiscal":
			named = true
		case "year", "blwyddyn", "flwyddyn", "end", "this", "current", "hon", "gyfredol", "the":
		case "next", "nesaf":
			next = 1
		default:
			kept = append(kept, w)
		}
	}
	switch {
	case len(kept) == 1 && next == 0 && !r.yearOf(kept[0]).IsZero():
		return Reading{Kind: ReadFinancial, Date: r.yearOf(kept[0])}, true
	case !named || len(kept) > 0:
		return Reading{}, false
	case r.issued.IsZero():
		return Reading{Kind: ReadNoIssue}, true
	}
	return Reading{Kind: ReadFinancial, Date: r.financialEnd(r.issued, next)}, true
}

// financialEnd is the last day of the financial year that the day lies in, or of the next one.
func (r dueReader) financialEnd(day Date, next int) Date {
	end := NewDate(day.Year, r.yearEnd.Month, r.yearEnd.Day)
	if end.Before(day) {
		next++
	}
	return NewDate(day.Year+next, r.yearEnd.Month, r.yearEnd.Day)
}

// yearOf reads "2023/24" or "2023/2024" as the end of that financial year; absent for anything else.
func (r dueReader) yearOf(word string) Date {
	first, second, ok := strings.Cut(word, "/")
	y, end := year(first), fullYear(second)
	if !ok || y == 0 || end != y+1 {
		return Date{}
	}
	return NewDate(end, r.yearEnd.Month, r.yearEnd.Day)
}

func (r dueReader) year() (Reading, bool) {
	if len(r.words) != 1 || year(r.words[0]) == 0 {
		return Reading{}, false
	}
	return Reading{Kind: ReadYear, Date: lastDay(year(r.words[0]), time.December)}, true
}

func (r dueReader) within() (Reading, bool) {
	var kept []string
	for _, w := range r.words {
		if w != "next" && w != "coming" && w != "nesaf" && w != "the" {
			kept = append(kept, w)
		}
	}
	if len(kept) == 1 { // "within the next year"
		kept = append([]string{"1"}, kept...)
	}
	if len(kept) != 2 {
		return Reading{}, false
	}
	n := amount(kept[0])
	months, days := span(kept[1])
	switch {
	case n == 0 || months+days == 0:
		return Reading{}, false
	case r.issued.IsZero():
		return Reading{Kind: ReadNoIssue}, true
	}
	return Reading{Kind: ReadWithin, Date: addMonths(r.issued, n*months).AddDays(n * days)}, true
}

// addMonths keeps to the last day of a shorter month: 31 August and six months is 28 February.
func addMonths(d Date, months int) Date {
	last := lastDay(d.Year, d.Month+time.Month(months))
	return NewDate(last.Year, last.Month, min(d.Day, last.Day))
}

func lastDay(year int, month time.Month) Date { return NewDate(year, month+1, 0) }
