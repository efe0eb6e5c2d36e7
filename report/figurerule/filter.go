package figurerule

import (
	"slices"
	"strings"

	"boardpack/report"
	"boardpack/report/fold"
	"boardpack/report/named"
)

// Filter is what to choose in the filter lists of the Recommendations sheet, one choice for each column; all must hold.
type Filter struct {
	Choices []Choice
	Exact   bool // it shows the rows behind the figure and no others; without it there is no such filter
}

// Choice is what to choose in one column.
type Choice struct {
	Column  string   // id of the column of the register table
	Heading string   // as the sheet has it
	Words   []string // the entries to tick; "" is that of empty cells
	Except  bool     // all entries but the words
	Above   bool     // instead of words: numbers above 0
}

// Shows tells whether the choice keeps a cell.
func (c Choice) Shows(cell string) bool {
	if c.Above { // a number as a table shows it, or as a workbook stores it
		return cell != "" && cell != "0" && !strings.HasPrefix(cell, "\u2212") && cell[0] != '-'
	}
	return slices.ContainsFunc(c.Words, func(word string) bool { return fold.Text(word) == fold.Text(cell) }) != c.Except
}

// Choices is what a plan comes to in filter lists, without the headings: the figure's Yes/No column where it has one, else the
// standings that it counts and an entry for each of its asks.
func Choices(w report.Words, p *report.Plan, rules *report.Rules) []Choice {
	if p.Marked {
		return []Choice{markChoice(w, p.Figure, true)}
	}
	var out []Choice
	if len(p.Standings) < len(report.Standings()) {
		standing := Choice{Column: "standing"}
		for _, s := range report.Standings() {
			if p.Stands(s) {
				standing.Words = append(standing.Words, named.Standing(w, s))
			}
		}
		out = append(out, standing)
	}
	for i := range p.Asks {
		c := ChoiceOf(w, &p.Asks[i], rules)
		same := func(other Choice) bool {
			return other.Column == c.Column && other.Except == c.Except && slices.Equal(other.Words, c.Words)
		}
		if !slices.ContainsFunc(out, same) {
			out = append(out, c)
		}
	}
	return out
}

func markChoice(w report.Words, f report.Figure, yes bool) Choice {
	return Choice{Column: string(f), Words: []string{yesNoWord(w, yes)}}
}

// ChoiceOf is what an ask comes to in a filter list, for one that a list can choose.
func ChoiceOf(w report.Words, a *report.Ask, rules *report.Rules) Choice {
	if a.Mark != "" {
		return markChoice(w, a.Mark, !a.No)
	}
	c := Choice{Column: a.About.Column(rules), Except: a.Not}
	switch a.Test {
	case report.TestAbove:
		c.Above = true
	case report.TestBlank:
		c.Words = []string{""}
	default:
		c.Words = []string{ValueWord(w, &a.Condition)}
	}
	return c
}

// Sentence tells a reader what to choose.
func (f Filter) Sentence(w report.Words) string {
	switch {
	case !f.Exact:
		return w.Say("filter.none")
	case len(f.Choices) == 0:
		return w.Say("filter.all")
	}
	return w.Say("filter.sentence", "Choices", f.Chosen(w))
}

// Chosen names the choices alone, for a place that says what they are; it is the sentence where there are none.
func (f Filter) Chosen(w report.Words) string {
	if !f.Exact || len(f.Choices) == 0 {
		return f.Sentence(w)
	}
	parts := make([]string, len(f.Choices))
	for i, c := range f.Choices {
		parts[i] = c.sentence(w)
	}
	return joinAnd(w, parts)
}

func (c Choice) sentence(w report.Words) string {
	if c.Above {
		return w.Say("filter.above", "Column", c.Heading)
	}
	words := make([]string, len(c.Words))
	for i, word := range c.Words {
		if words[i] = word; word == "" {
			words[i] = w.Say("filter.blanks")
		}
	}
	id := "choice"
	if c.Except {
		id = "except"
	}
	return w.Say("filter."+id, "Column", c.Heading, "Words", joinOr(w, words))
}

func yesNoWord(w report.Words, yes bool) string {
	if yes {
		return w.Say("value.yes")
	}
	return w.Say("value.no")
}
