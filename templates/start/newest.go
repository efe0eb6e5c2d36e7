package start

import (
	"slices"
	"strings"

	"boardpack/report"
	"boardpack/report/dates"
	"boardpack/report/master"
)

// age is how new a column is by its heading.
type age int

const (
	wasBefore age = iota // "Status last month"
	undated              // "RAG status", a name that the template does not have
	dated                // "Status Q3 2025"
	plain                // "Status": a name that the template has
	isCurrent            // "Current status"
)

// agedColumn is a column with what its heading says of its age.
type agedColumn struct {
	*master.OutlineColumn
	age  age
	date report.Date // of a dated one; in the year 2000 where the heading has no year
}

// newestColumn gives the newest of several columns of one kind: by a word such as "current" or "last", by the date, quarter or
// month in the heading, and of equal ones the last. One with less than half of the rows filled is taken only when all are so:
// the columns of the coming quarters are there already, perhaps.
func newestColumn(columns []*master.OutlineColumn, names []string, rows int) *master.OutlineColumn {
	filled := slices.DeleteFunc(slices.Clone(columns), func(c *master.OutlineColumn) bool { return c.Filled*2 < rows })
	if len(filled) == 0 {
		filled = columns
	}
	var all []agedColumn
	for _, c := range filled {
		all = append(all, agedOf(c, names))
	}
	backwards := newestFirst(all)
	best := all[0]
	for _, c := range all[1:] {
		if c.newer(best, backwards) {
			best = c
		}
	}
	return best.OutlineColumn
}

// undatedYear is that of a month or quarter without a year.
const undatedYear = 2000

// newer tells whether the column is newer than one on its left.
func (c agedColumn) newer(left agedColumn, backwards bool) bool {
	switch {
	case c.age != left.age:
		return c.age > left.age
	case c.date.Year() == undatedYear && left.date.Year() == undatedYear:
		return !backwards
	}
	return !c.date.Before(left.date)
}

func agedOf(c *master.OutlineColumn, names []string) agedColumn {
	words := strings.Fields(plainWords(c.Heading))
	if slices.ContainsFunc(words, func(w string) bool { return slices.Contains(beforeWords(), w) }) {
		return agedColumn{OutlineColumn: c, age: wasBefore}
	}
	if slices.ContainsFunc(words, func(w string) bool { return slices.Contains(currentWords(), w) }) {
		return agedColumn{OutlineColumn: c, age: isCurrent}
	}
	if date := dateIn(c.Heading); !date.IsZero() {
		return agedColumn{c, dated, date}
	}
	if has(names, c.Heading) {
		return agedColumn{OutlineColumn: c, age: plain}
	}
	return agedColumn{OutlineColumn: c, age: undated}
}

func currentWords() []string {
	return []string{"current", "currently", "latest", "now", "new", "today", "cyfredol", "gyfredol", "presennol", "diweddaraf", "nawr"}
}

func beforeWords() []string {
	return []string{"previous", "previously", "last", "prior", "old", "earlier", "former", "opening", "original", "initial", "first",
		"blaenorol", "flaenorol", "diwethaf", "ddiwethaf", "cynt", "gwreiddiol", "wreiddiol", "cychwynnol", "cyntaf"}
}

// dateIn finds the day that some of a heading's words stand for, as many of them as can: "Status Q3 2025" is of 30 September
// 2025. A month or a quarter without a year is of 2000.
func dateIn(heading string) report.Date {
	words := strings.FieldsFunc(heading, func(r rune) bool { return strings.ContainsRune(" \t\r\n\u00a0,;:()[]|", r) })
	for length := min(len(words), 4); length > 0; length-- {
		for from := 0; from+length <= len(words); from++ {
			text := strings.Join(words[from:from+length], " ")
			if r := dates.Read(text, report.Date{}, report.Date{}); !r.Date.IsZero() {
				return r.Date
			}
		}
	}
	for _, word := range words {
		switch r := dates.Read(word+" 2000", report.Date{}, report.Date{}); r.Kind {
		case dates.ReadMonth, dates.ReadQuarter, dates.ReadSeason, dates.ReadAmbiguous:
			return r.Date
		}
	}
	return report.Date{}
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

// newestFirst tells whether months or quarters without a year run backwards from left to right: each step is then more than
// half a year on.
func newestFirst(columns []agedColumn) bool {
	back := 0
	for i := 1; i < len(columns); i++ {
		if columns[i].date.Year() != undatedYear || columns[i-1].date.Year() != undatedYear {
			continue
		}
		if step := (int(columns[i].date.Month()) - int(columns[i-1].date.Month()) + 12) % 12; step > 6 {
			back++
		} else {
			back--
		}
	}
	return back > 0
}
