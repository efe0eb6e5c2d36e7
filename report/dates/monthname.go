package dates

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// NamedMonth is a month that a title or the name of a folder gives.
type NamedMonth struct {
	Month        // its Year is 0 where the month's name stands alone
	Day   int    // of a date, 1 to 31; 0 where the month alone is given
	Text  string // the words that give it, "31 August 2023"
}

// MonthsNamed finds the months that a name gives, in English or Welsh, in their order: "August 2023", "31 Awst 2023", "Aug-23",
// "2023-8", "202308", "31/08/2023". The whole name of a month counts without a year too, where it begins with a capital: "may" is
// a verb. A year alone, a quarter or "2023-24" gives none.
func MonthsNamed(name string) []NamedMonth {
	r := nameReader{name: name, words: nameWords(name)}
	var found []NamedMonth
	for i := 0; i < len(r.words); {
		m, next := r.at(i)
		if next == i {
			i++
			continue
		}
		found, i = append(found, m), next
	}
	return found
}

// nameWord is a run of letters or of digits, and where it stands.
type nameWord struct {
	text       string // in small letters
	start, end int
}

// nameWords splits "30Sep23_final" into 30, sep, 23 and final.
func nameWords(name string) []nameWord {
	var out []nameWord
	kind := func(r rune) int {
		switch {
		case r >= '0' && r <= '9':
			return 1
		case unicode.IsLetter(r):
			return 2
		}
		return 0
	}
	last := 0
	for i, r := range name {
		k := kind(r)
		if k != 0 && k != last {
			out = append(out, nameWord{start: i})
		}
		if k != 0 {
			w := &out[len(out)-1]
			w.end = i + utf8.RuneLen(r)
			w.text = strings.ToLower(name[w.start:w.end])
		}
		last = k
	}
	return out
}

// nameReader looks for months among the words of a name.
type nameReader struct {
	name  string
	words []nameWord
}

// at reads the month that begins with word i, and gives the word after it; i itself where none begins there.
func (r nameReader) at(i int) (NamedMonth, int) {
	for _, read := range []func(int) (NamedMonth, int){r.byName, r.yearFirst, r.dayFirst, r.joined} {
		if m, next := read(i); next > i {
			m.Text = r.name[r.words[i].start:r.words[next-1].end]
			return m, next
		}
	}
	return NamedMonth{}, i
}

// word is the text of word i; "" beyond the last.
func (r nameReader) word(i int) string {
	if i < 0 || i >= len(r.words) {
		return ""
	}
	return r.words[i].text
}

// byName reads "August 2023", "31st August 2023", "31ain o Awst 2023", "August 31, 2023", "2023 August" and "August".
func (r nameReader) byName(i int) (NamedMonth, int) {
	var m NamedMonth
	at := i
	if d := dayNumber(r.word(at)); d > 0 {
		m.Day, at = d, at+1
		if ordinal("1"+r.word(at)) == 1 {
			at++
		}
		if w := r.word(at); w == "of" || w == "o" {
			at++
		}
	} else if m.Year = year(r.word(at)); m.Year > 0 {
		at++
	}
	if m.Month.Month = monthOf(r.word(at)); m.Month.Month == 0 {
		return m, i
	}
	next := at + 1
	if d := dayNumber(r.word(next)); d > 0 && m.Day == 0 && year(r.word(next+1)) > 0 {
		m.Day, next = d, next+1
	}
	if m.Year == 0 {
		if m.Year = fullYear(r.word(next)); m.Year > 0 {
			return m, next + 1
		}
	}
	if m.Year > 0 || r.isWholeName(at) {
		return m, next
	}
	return m, i
}

// isWholeName tells whether word i is the name of a month in full, with a capital.
func (r nameReader) isWholeName(i int) bool {
	written := r.name[r.words[i].start:r.words[i].end]
	first, _ := utf8.DecodeRuneInString(written)
	return unicode.IsUpper(first) && (len(written) > len("Sept") || written == "June" || written == "July" || written == "Awst" ||
		written == "Medi" || written == "May" || written == "Mai")
}

// yearFirst reads "2023-08", "2023_8" and "2023-08-31".
func (r nameReader) yearFirst(i int) (NamedMonth, int) {
	m := NamedMonth{Month: Month{year(r.word(i)), monthNumber(r.word(i + 1))}}
	if m.Year == 0 || m.Month.Month == 0 || !r.joint(i) {
		return NamedMonth{}, i
	}
	if d := dayNumber(r.word(i + 2)); d > 0 && r.joint(i+1) {
		m.Day = d
		return m, i + 3
	}
	return m, i + 2
}

// dayFirst reads "31/08/2023", "31.8.23" and "08-2023".
func (r nameReader) dayFirst(i int) (NamedMonth, int) {
	d, month, y := dayNumber(r.word(i)), monthNumber(r.word(i+1)), fullYear(r.word(i+2))
	if d > 0 && month > 0 && y > 0 && r.joint(i) && r.joint(i+1) {
		return NamedMonth{Month: Month{y, month}, Day: d}, i + 3
	}
	month, y = monthNumber(r.word(i)), year(r.word(i+1))
	if month > 0 && y > 0 && r.joint(i) {
		return NamedMonth{Month: Month{y, month}}, i + 2
	}
	return NamedMonth{}, i
}

// joined reads "202308", "082023", "20230831" and "31082023".
func (r nameReader) joined(i int) (NamedMonth, int) {
	w := r.word(i)
	for _, cut := range []struct{ length, year, month, day int }{{6, 0, 4, -1}, {6, 2, 0, -1}, {8, 0, 4, 6}, {8, 4, 2, 0}} {
		if len(w) != cut.length {
			continue
		}
		m := NamedMonth{Month: Month{year(w[cut.year : cut.year+4]), monthNumber(w[cut.month : cut.month+2])}}
		if cut.day >= 0 {
			m.Day = dayNumber(w[cut.day : cut.day+2])
		}
		if m.Year > 0 && m.Month.Month > 0 && (cut.day < 0 || m.Day > 0) {
			return m, i + 1
		}
	}
	return NamedMonth{}, i
}

// joint tells whether word i and the next are numbers of one date: with one stroke, point or dash between them.
func (r nameReader) joint(i int) bool {
	if i+1 >= len(r.words) {
		return false
	}
	switch r.name[r.words[i].end:r.words[i+1].start] {
	case "-", "/", ".", "_", "–", "\u2010", "\u2011":
		return true
	}
	return false
}

// monthNumber reads 1 to 12, also as 01; 0 for anything else.
func monthNumber(s string) time.Month {
	if n := number(s); len(s) <= 2 && n >= 1 && n <= 12 {
		return time.Month(n)
	}
	return 0
}

// dayNumber reads 1 to 31, also as 01; 0 for anything else.
func dayNumber(s string) int {
	if n := number(s); len(s) <= 2 && n >= 1 && n <= 31 {
		return n
	}
	return 0
}
