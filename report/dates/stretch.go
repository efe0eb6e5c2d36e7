package dates

import (
	"slices"
	"strings"
	"time"
)

// day reads "1 September 2023", "01/09/2023", "1.9.23", "2023-09-01", "September 1, 2023", with a weekday before it or without.
func (r dueReader) day(words []string) (stretch, bool) {
	if len(words) > 1 && isWeekday(words[0]) {
		words = words[1:]
	}
	words = slices.DeleteFunc(slices.Clone(words), func(w string) bool { return w == "of" || w == "o" || w == "the" || w == "." })
	var day, month, y int
	switch parts := numbersOf(words); {
	case len(parts) == 3 && len(parts[0]) == 4:
		day, month, y = number(parts[2]), number(parts[1]), anyYear(parts[0])
	case len(parts) == 3:
		day, month, y = number(parts[0]), number(parts[1]), anyYear(parts[2])
	case len(words) >= 3 && monthOf(words[1]) != 0: // 1 September 2023
		day, month, y = ordinal(words[0]), int(monthOf(words[1])), yearIn(words[2:])
	case len(words) >= 5 && words[1] == "-" && words[3] == "-": // 1-Sep-23
		day, month, y = ordinal(words[0]), int(monthOf(words[2])), yearIn(words[4:])
	case len(words) == 3: // September 1, 2023
		day, month, y = ordinal(words[1]), int(monthOf(words[0])), year(words[2])
	}
	d := NewDate(y, time.Month(month), day)
	if y == 0 || month < 1 || month > 12 || d.Day() != day {
		return stretch{}, false
	}
	return stretch{kind: ReadDay, first: d, last: d}, true
}

// numbersOf gives three numbers with marks of one kind, or none, between them; nil for anything else.
func numbersOf(words []string) []string {
	switch {
	case len(words) == 3 && allNumbers(words):
		return words
	case len(words) == 5 && words[1] == words[3] && (words[1] == "/" || words[1] == "-") && allNumbers([]string{words[0], words[2], words[4]}):
		return []string{words[0], words[2], words[4]}
	}
	return nil
}

func allNumbers(words []string) bool {
	return !slices.ContainsFunc(words, func(w string) bool { return strings.Trim(w, "0123456789") != "" })
}

// month reads "September 2023", "Sep-23", "Sept '23", "mis Medi 2023", "06/2024" and "2024-06".
func (r dueReader) month(words []string) (stretch, bool) {
	rest, named := after(words, "mis", "fis", "the month of", "month of") // "mis Hydref" is October, no season
	if len(rest) == 3 && (rest[1] == "/" || rest[1] == "-" || rest[1] == ".") {
		m, y := number(rest[0]), year(rest[2])
		if y == 0 && len(rest[2]) == 2 && rest[1] != "." {
			m, y = number(rest[2]), year(rest[0])
		}
		if y > 0 && m >= 1 && m <= 12 && len(rest[0]) != len(rest[2]) && r.doubleYear(rest, false).IsZero() {
			return monthStretch(ReadMonth, y, time.Month(m)), true
		}
	}
	if len(rest) < 2 {
		return stretch{}, false
	}
	y := yearAfterName(rest[1:])
	if y == 0 {
		return stretch{}, false
	}
	if rest[0] == "hydref" && !named {
		s := monthStretch(ReadAmbiguous, y, time.September)
		s.last = lastDay(y, time.November)
		return s, true
	}
	m := monthOf(rest[0])
	return monthStretch(ReadMonth, y, m), m != 0
}

func monthStretch(kind ReadingKind, year int, month time.Month) stretch {
	return stretch{kind: kind, first: NewDate(year, month, 1), last: lastDay(year, month)}
}

// yearAfterName reads the year after the name of a month. One of two digits after a space alone is read from 20 to 27: "March 24". Any
// other may be a day: "Dec 31".
func yearAfterName(words []string) int {
	if len(words) == 1 && len(words[0]) == 2 {
		if y := fullYear(words[0]); y >= 2020 && y <= 2027 {
			return y
		}
		return 0
	}
	if len(words) == 2 && (words[0] == "-" || words[0] == "/" || words[0] == ".") && (words[0] == "-" || len(words[1]) == 4) {
		return fullYear(words[1])
	}
	return yearIn(words)
}

// yearIn reads words that are a year and nothing else: "2023", "23", "'23".
func yearIn(words []string) int {
	switch {
	case len(words) == 2 && words[0] == "'" && len(words[1]) == 2:
		return fullYear(words[1])
	case len(words) == 1:
		return fullYear(words[0])
	}
	return 0
}

// divided reads a quarter or a half of a year: of a double year that of the financial year, of a single one that of the calendar. The
// other reading goes with it.
func (r dueReader) divided(words []string) (stretch, bool) {
	kind, n, months, rest := dividedYear(words)
	if n == 0 {
		return stretch{}, false
	}
	rest, financial := withoutFinancial(trimMarks(rest))
	ends := func(end Date) Date { return lastDay(end.Year()-1, end.Month()+time.Month(months*n)) }
	if end := r.doubleYear(rest, true); !end.IsZero() {
		last := ends(end)
		calendar := lastDay(end.Year()-1, time.Month(months*n))
		if first := NewDate(end.Year()-1, r.yearEnd.Month()+1, 1); calendar.Before(first) {
			calendar = lastDay(end.Year(), time.Month(months*n))
		}
		return stretch{kind, lastDay(last.Year(), last.Month()-time.Month(months)).AddDays(1), last, calendar}, true
	}
	y := yearIn(rest)
	if y == 0 || financial { // "Q3 FY 2024" can be of two years
		return stretch{}, false
	}
	s := stretch{kind: kind, first: NewDate(y, time.Month(months*(n-1)+1), 1), last: lastDay(y, time.Month(months*n))}
	if r.yearEnd.Month() != time.December { // whose quarters are those of the calendar
		s.other = ends(NewDate(y+1, r.yearEnd.Month(), r.yearEnd.Day()))
	}
	return s, true
}

// dividedYear finds the words for a quarter or a half, and gives its number, how many months it has and the words beside it.
func dividedYear(words []string) (kind ReadingKind, n, months int, rest []string) {
	for _, d := range []struct {
		kind   ReadingKind
		months int
		names  []string
		letter []string
	}{{ReadQuarter, 3, []string{"quarter", "qtr", "chwarter"}, []string{"q", "ch"}}, {ReadHalf, 6, []string{"half", "hanner"}, []string{"h"}}} {
		for i, w := range words {
			for _, letter := range d.letter {
				if digit, ok := strings.CutPrefix(w, letter); ok && len(digit) == 1 {
					return d.kind, upTo(number(digit), 12/d.months), d.months, slices.Concat(words[:i], words[i+1:])
				}
			}
			if !slices.Contains(d.names, w) {
				continue
			}
			if i > 0 && whichPart(words[i-1]) > 0 {
				return d.kind, upTo(whichPart(words[i-1]), 12/d.months), d.months, slices.Concat(words[:i-1], words[i+1:])
			}
			if i+1 < len(words) && whichPart(words[i+1]) > 0 {
				return d.kind, upTo(whichPart(words[i+1]), 12/d.months), d.months, slices.Concat(words[:i], words[i+2:])
			}
		}
	}
	return "", 0, 0, nil
}

func upTo(n, most int) int {
	if n > most {
		return 0
	}
	return n
}

// trimMarks takes marks and small words off both ends.
func trimMarks(words []string) []string {
	small := func(w string) bool {
		return slices.Contains([]string{"-", "/", "of", "in", "the", "o", "y", "yn", "yr"}, w)
	}
	for len(words) > 0 && small(words[0]) {
		words = words[1:]
	}
	for len(words) > 0 && small(words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	return words
}

// season reads "Autumn 2023" and "Winter 2023/24".
func (r dueReader) season(words []string) (stretch, bool) {
	if len(words) < 2 {
		return stretch{}, false
	}
	rest := trimMarks(words[1:])
	y, begins := yearIn(rest), time.Month(0)
	switch words[0] {
	case "spring", "gwanwyn", "wanwyn":
		begins = time.March
	case "summer", "haf":
		begins = time.June
	case "autumn":
		begins = time.September
	case "winter", "gaeaf":
		begins = time.December
		if end := r.doubleYear(rest, false); !end.IsZero() {
			y = end.Year() - 1
		}
	}
	if begins == 0 || y == 0 {
		return stretch{}, false
	}
	return stretch{kind: ReadSeason, first: NewDate(y, begins, 1), last: lastDay(y, begins+2)}, true
}

// financial reads "2023/24", "FY24/25", "during the financial year", "the next financial year". One year alone, "FY24", can be of two
// financial years and is not understood.
func (r dueReader) financial(words []string) (stretch, bool) {
	rest, named := withoutFinancial(words)
	rest = slices.DeleteFunc(rest, func(w string) bool {
		return slices.Contains([]string{"year", "blwyddyn", "flwyddyn", "end", "this", "current", "hon", "gyfredol", "the", "of", "y", "yr", "o", "bl"}, w)
	})
	next := 0
	if i := slices.IndexFunc(rest, func(w string) bool { return w == "next" || w == "nesaf" }); i >= 0 {
		next, rest = 1, slices.Delete(rest, i, i+1)
	}
	end := r.doubleYear(rest, named)
	switch {
	case !end.IsZero() && next == 0:
	case !named || len(rest) > 0:
		return stretch{}, false
	case r.issued.IsZero():
		return stretch{kind: ReadNoIssue}, true
	default:
		end = r.financialEnd(r.issued, next)
	}
	return stretch{kind: ReadFinancial, first: NewDate(end.Year()-1, end.Month(), end.Day()+1), last: end}, true
}

// withoutFinancial takes out the words that name a financial year.
func withoutFinancial(words []string) (rest []string, named bool) {
	for _, w := range words {
		switch w {
		case "financial", "fy", "ariannol", "fiscal":
			named = true
		default:
			rest = append(rest, w)
		}
	}
	return rest, named
}

// financialEnd is the last day of the financial year that the day lies in, or of the next one.
func (r dueReader) financialEnd(day Date, next int) Date {
	end := NewDate(day.Year(), r.yearEnd.Month(), r.yearEnd.Day())
	if end.Before(day) {
		next++
	}
	return NewDate(day.Year()+next, r.yearEnd.Month(), r.yearEnd.Day())
}

// doubleYear reads "2023/24", "2023-24" or "2023/2024" as the end of that financial year, and "23/24" where the words beside it say
// that it is one; absent for anything else.
func (r dueReader) doubleYear(words []string, short bool) Date {
	if len(words) != 3 || words[1] != "/" && words[1] != "-" && (words[1] != "to" || !short) {
		return Date{}
	}
	y, end := year(words[0]), fullYear(words[2])
	if y == 0 && short && len(words[0]) == 2 {
		y = fullYear(words[0])
	}
	if y == 0 || end != y+1 {
		return Date{}
	}
	return NewDate(end, r.yearEnd.Month(), r.yearEnd.Day())
}

// year reads "2024" and "calendar year 2024". "Year end 2024" can be the end of two years and is not understood.
func (r dueReader) year(words []string) (stretch, bool) {
	words, _ = after(words, "calendar year", "the calendar year", "blwyddyn galendr", "y flwyddyn galendr", "flwyddyn galendr")
	if len(words) != 1 || year(words[0]) == 0 {
		return stretch{}, false
	}
	y := year(words[0])
	return stretch{kind: ReadYear, first: NewDate(y, time.January, 1), last: lastDay(y, time.December)}, true
}

// feast reads "Easter 2024", which is Easter Sunday, and "Christmas 2024", which is Christmas Day.
func (r dueReader) feast(words []string) (stretch, bool) {
	for _, f := range []struct {
		day   func(year int) Date
		names []string
	}{
		{func(y int) Date { return easter(y).AddDays(-2) }, []string{"good friday", "gwener y groglith", "dydd gwener y groglith"}},
		{func(y int) Date { return easter(y).AddDays(1) }, []string{"easter monday", "llun y pasg", "dydd llun y pasg"}},
		{easter, []string{"easter sunday", "easter", "sul y pasg", "dydd sul y pasg", "pasg"}},
		{func(y int) Date { return NewDate(y, time.December, 25) }, []string{"christmas day", "christmas", "xmas", "dydd nadolig", "nadolig"}},
	} {
		rest, named := after(words, f.names...)
		if y := yearIn(rest); named && y > 0 {
			return stretch{kind: ReadFeast, first: f.day(y), last: f.day(y)}, true
		}
	}
	return stretch{}, false
}

// easter gives Easter Sunday of a year: the algorithm of Meeus, Jones and Butcher (J. Meeus, Astronomical Algorithms, chapter 8).
func easter(year int) Date {
	a, b, c := year%19, year/100, year%100
	d, e := b/4, b%4
	g := (8*b + 13) / 25
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 19*l) / 433
	month := (h + l - 7*m + 90) / 25
	return NewDate(year, time.Month(month), (h+l-7*m+33*month+19)%32)
}

// within reads "6 months", "the next year": counted from the day the response was issued.
func (r dueReader) within(words []string) (stretch, bool) {
	kept := slices.DeleteFunc(slices.Clone(words), func(w string) bool { return slices.Contains([]string{"next", "coming", "nesaf", "the", "within"}, w) })
	if len(kept) == 1 { // "within the next year"
		kept = append([]string{"1"}, kept...)
	}
	if len(kept) != 2 {
		return stretch{}, false
	}
	n := amount(kept[0])
	months, days := span(kept[1])
	switch {
	case n == 0 || months+days == 0:
		return stretch{}, false
	case r.issued.IsZero():
		return stretch{kind: ReadNoIssue}, true
	}
	last := r.issued.AddMonths(n * months).AddDays(n * days)
	return stretch{kind: ReadWithin, last: last}, true
}

func lastDay(year int, month time.Month) Date { return NewDate(year, month+1, 0) }
