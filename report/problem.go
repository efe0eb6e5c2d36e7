package report

import (
	"slices"
	"sort"

	"boardpack/report/dates"
)

// Level says how bad a problem is.
type Level string

// Levels: a Failure ("error") stops the pack of that master, a Warning is listed and counted, a Note only tells
// what was done.
const (
	Failure Level = "error"
	Warning Level = "warning"
	Note    Level = "note"
)

// Problem is something in the input that a person should look at. It never holds the free text of a
// recommendation or response: that may describe a victim.
type Problem struct {
	Level Level
	Code  string // "duplicate-ref"; the wording has "problem.<code>" and "problem.<code>.hint"
	File  string // file name of the master
	Sheet string // "" for a CSV file, or where the whole file is meant
	Cell  string // "A14"; "" where the sheet or file is meant
	Row   int    // 1-based; 0 where no row is meant
	Field Field  // the column, "" where none is meant
	Key   string // the recommendation's key once it has one
	Args  map[string]string
	Said  map[string]string // those of the args that are sentences of the wording: their ids; the args have the English
}

// Where names the place: "stalking-harassment.xlsx: Recommendations!D14".
func (p Problem) Where() string {
	switch {
	case p.Sheet == "" && p.Cell == "":
		return p.File
	case p.Sheet == "":
		return p.File + ": " + p.Cell
	case p.Cell == "":
		return p.File + ": " + p.Sheet
	}
	return p.File + ": " + p.Sheet + "!" + p.Cell
}

// Message says in words what is wrong, without the place, and which known word is nearest to the one that is not known.
func (p Problem) Message(w Words) string {
	text := w.Say("problem."+p.Code, p.args(w)...)
	if nearest := p.Args["Nearest"]; nearest != "" {
		text += " " + w.Say("problem_nearest", "Nearest", nearest)
	}
	return text
}

// Hint says what to do about it.
func (p Problem) Hint(w Words) string { return w.Say("problem."+p.Code+".hint", p.args(w)...) }

func (p Problem) args(w Words) []any {
	names := make([]string, 0, len(p.Args))
	for name := range p.Args {
		names = append(names, name)
	}
	sort.Strings(names)
	args := make([]any, 0, 2*len(names))
	for _, name := range names {
		args = append(args, name, inLanguage(w, p.Args[name]))
	}
	for i := 0; i < len(args); i += 2 {
		if id := p.Said[args[i].(string)]; id != "" {
			args[i+1] = w.Say(id, args...)
		}
	}
	return args
}

// inLanguage writes an ISO date as the language does, and leaves anything else as it is.
func inLanguage(w Words, value string) string {
	if d, err := dates.ParseISODate(value); err == nil {
		return w.ShortDate(d)
	}
	return value
}

// NotCountedCodes lists the codes of the problems that each list one row of a master as not counted.
func NotCountedCodes() []string {
	return []string{"total-row", "note-row", "heading-of-parts", "row-below-table", "row-not-counted"}
}

// RowsNotCounted counts the rows of the master that hold something and are listed as not counted.
func (p *Pack) RowsNotCounted() int {
	n := 0
	for _, problem := range p.Problems {
		n += one(slices.Contains(NotCountedCodes(), problem.Code))
	}
	return n
}

// PageOneCodes lists the problems of a whole pack that page 1 tells in words and not in number alone, in the order in which it does.
// Each has its sentence, without numbers of its own, under "glance.doubt.<code>" in the wording.
func PageOneCodes() []string {
	return []string{"as-at-outside-month", "as-at-not-after", "meeting-before-as-at", "title-of-earlier-month", "sign-off-doubtful"}
}
