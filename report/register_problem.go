package report

import (
	"slices"
	"sort"
	"strconv"

	"boardpack/report/dates"
)

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
		args = append(args, name, forReading(w, name, p.Args[name]))
	}
	for i := 0; i < len(args); i += 2 {
		if id := p.Said[args[i].(string)]; id != "" {
			args[i+1] = w.Say(id, args...)
		}
	}
	return args
}

// forReading writes an ISO date as the language does and a number of things with its commas, and leaves anything else as it is: a ref,
// a year or the number of a row has no commas.
func forReading(w Words, name, value string) string {
	if d, err := dates.ParseISODate(value); err == nil {
		return w.ShortDate(d)
	}
	if n, err := strconv.Atoi(value); err == nil && slices.Contains(counts(), name) {
		return Thousands(n)
	}
	return value
}

// counts are the names of the arguments that say how many of something there are.
func counts() []string {
	return []string{"N", "Rows", "All", "Most", "Limit", "Left", "Read", "Common", "Open", "Agreed", "Figures", "Guesses", "Doubtful"}
}

// NotCountedCodes lists the codes of the problems that each list one row of a master as not counted.
func NotCountedCodes() []string {
	return []string{"total-row", "note-row", "heading-of-parts", "row-below-table", "row-not-counted"}
}

// PageOneCodes lists the problems of a whole pack that page 1 tells in words and not in number alone, in the order in which it does.
// Each has its sentence, without numbers of its own, under "glance.doubt.<code>" in the wording.
func PageOneCodes() []string {
	return []string{"as-at-outside-month", "as-at-not-after", "meeting-before-as-at", "title-of-earlier-month", "sign-off-doubtful"}
}
