package report

import (
	"slices"
	"strings"

	"boardpack/report/fold"
)

// Filters say which filter of the workbook's Recommendations sheet shows the rows behind a figure. They are made once for a
// pack and a language.
type Filters struct {
	pack  *Pack
	words Words
	table Table
}

// Filters prepares the filters of the pack.
func (p *Pack) Filters(w Words) *Filters { return &Filters{p, w, p.RegisterTable(w)} }

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
	Above   bool     // instead: numbers above 0
}

// Shows tells whether the choice keeps a cell.
func (c Choice) Shows(cell string) bool {
	if c.Above { // a number as a table shows it, or as a workbook stores it
		return cell != "" && cell != "0" && !strings.HasPrefix(cell, minus) && cell[0] != '-'
	}
	return slices.ContainsFunc(c.Words, func(word string) bool { return fold.Text(word) == fold.Text(cell) })
}

// For gives the filter of a figure. It is tried on the rows before it is given: what no filter shows exactly is said to be so.
func (f *Filters) For(ref FigureRef) Filter {
	group := f.pack.group(ref)
	if group == nil {
		return Filter{}
	}
	var filter Filter
	if choice, ok := f.groupChoice(ref.Of, group); ok {
		filter.Choices = append(filter.Choices, choice)
	}
	filter.Choices = append(filter.Choices, f.figureChoices(ref.Figure)...)
	var shown []string
	for _, row := range f.table.Rows {
		if f.shows(filter, row) {
			shown = append(shown, row.Key)
		}
	}
	filter.Exact = slices.Equal(shown, group.Keys(ref.Figure))
	return filter
}

func (f *Filters) shows(filter Filter, row Row) bool {
	for _, c := range filter.Choices {
		if i := f.column(c.Column); i < 0 || !c.Shows(row.Cells[i].Text) {
			return false
		}
	}
	return true
}

func (f *Filters) column(id string) int {
	return slices.IndexFunc(f.table.Columns, func(c Column) bool { return c.ID == id })
}

func (f *Filters) choice(column string, words ...string) Choice {
	c := Choice{Column: column, Words: words}
	if i := f.column(column); i >= 0 {
		c.Heading = f.table.Columns[i].Heading
	}
	return c
}

// groupChoice ticks every entry of the group's column that a row of the group has.
func (f *Filters) groupChoice(kind GroupKind, group *Group) (Choice, bool) {
	fields := map[GroupKind]Field{OfThemes: FieldTheme, OfHeadings: FieldHeading, OfSources: FieldSource, OfOwners: FieldOwner}
	field, ok := fields[kind]
	if !ok {
		return Choice{}, false
	}
	c := f.choice(string(field))
	i := f.column(string(field))
	if i < 0 {
		return c, true
	}
	members := map[string]bool{}
	for _, key := range group.Keys(Total) {
		members[key] = true
	}
	for _, row := range f.table.Rows {
		if text := row.Cells[i].Text; members[row.Key] && !slices.Contains(c.Words, text) {
			c.Words = append(c.Words, text)
		}
	}
	return c, true
}

// figureChoices follow from the figure's rule: the standings that it counts, and the columns for what it asks beside them.
func (f *Filters) figureChoices(figure Figure) []Choice {
	switch figure {
	case Total:
		return nil
	case Overdue, DueSoon:
		return []Choice{f.choice(string(figure), f.words.Say("value.yes"))}
	}
	var words []string
	for _, s := range standingsOf(figure) {
		words = append(words, StandingWord(f.words, s))
	}
	out := []Choice{f.choice("standing", words...)}
	switch figure {
	case NoDate:
		out = append(out, f.choice(string(f.pack.Rules.OverdueBy), ""))
	case Slipped:
		slip := f.choice("slip")
		slip.Above = true
		out = append(out, slip)
	case NoResponse:
		out = append(out, f.choice(string(FieldResponse), ""))
	}
	return out
}

// standingsOf lists the standings that a figure's rule lets through.
func standingsOf(f Figure) []Standing {
	if slices.Contains(Standings(), Standing(f)) {
		return []Standing{Standing(f)}
	}
	out := Standings()
	for _, rule := range Figures() {
		if rule.Name != f {
			continue
		}
		for _, c := range rule.Conditions {
			var of []Standing
			for _, g := range c.of {
				of = append(of, standingsOf(g)...)
			}
			out = slices.DeleteFunc(out, func(s Standing) bool {
				return c.id == "counted" && !slices.Contains(of, s) || c.id == "not_counted" && slices.Contains(of, s)
			})
		}
	}
	return out
}

// Sentence tells a reader what to choose.
func (f Filter) Sentence(w Words) string {
	if !f.Exact {
		return w.Say("filter.none")
	}
	if len(f.Choices) == 0 {
		return w.Say("filter.all")
	}
	parts := make([]string, len(f.Choices))
	for i, c := range f.Choices {
		parts[i] = c.sentence(w)
	}
	return w.Say("filter.sentence", "Choices", joinPlain(w, parts))
}

func (c Choice) sentence(w Words) string {
	if c.Above {
		return w.Say("filter.above", "Column", c.Heading)
	}
	words := make([]string, len(c.Words))
	for i, word := range c.Words {
		if words[i] = word; word == "" {
			words[i] = w.Say("filter.blanks")
		}
	}
	return w.Say("filter.choice", "Column", c.Heading, "Words", joinOr(w, words))
}
