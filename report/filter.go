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
	Except  bool     // all entries but the words
	Above   bool     // instead of words: numbers above 0
}

// Shows tells whether the choice keeps a cell.
func (c Choice) Shows(cell string) bool {
	if c.Above { // a number as a table shows it, or as a workbook stores it
		return cell != "" && cell != "0" && !strings.HasPrefix(cell, minus) && cell[0] != '-'
	}
	return slices.ContainsFunc(c.Words, func(word string) bool { return fold.Text(word) == fold.Text(cell) }) != c.Except
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

// figureChoices are the figure's, with the headings of the table.
func (f *Filters) figureChoices(figure Figure) []Choice {
	out := f.pack.Plan(figure).Choices(f.words, f.pack.Rules)
	for i, c := range out {
		out[i].Heading = f.choice(c.Column).Heading
	}
	return out
}

// Choices is what the plan comes to in filter lists, without the headings: the figure's Yes/No column where it has one, else the
// standings that it counts and an entry for each of its asks.
func (p *Plan) Choices(w Words, rules *Rules) []Choice {
	if p.Marked {
		return []Choice{markChoice(w, p.Figure, true)}
	}
	var out []Choice
	if len(p.Standings) < len(Standings()) {
		standing := Choice{Column: "standing"}
		for _, s := range Standings() {
			if p.Stands(s) {
				standing.Words = append(standing.Words, StandingWord(w, s))
			}
		}
		out = append(out, standing)
	}
	for i := range p.Asks {
		c := p.Asks[i].Choice(w, rules)
		if !slices.ContainsFunc(out, func(other Choice) bool { return other.Column == c.Column && slices.Equal(other.Words, c.Words) }) {
			out = append(out, c)
		}
	}
	return out
}

func markChoice(w Words, f Figure, yes bool) Choice {
	return Choice{Column: string(f), Words: []string{yesNoWord(w, yes)}}
}

// Choice is what the ask comes to in a filter list, for one that a list can choose.
func (a *Ask) Choice(w Words, rules *Rules) Choice {
	if a.Mark != "" {
		return markChoice(w, a.Mark, !a.No)
	}
	c := Choice{Column: a.About.Column(rules), Except: a.Not}
	switch a.Test {
	case TestAbove:
		c.Above = true
	case TestBlank:
		c.Words = []string{""}
	default:
		c.Words = []string{a.ValueWord(w)}
	}
	return c
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
	id := "choice"
	if c.Except {
		id = "except"
	}
	return w.Say("filter."+id, "Column", c.Heading, "Words", joinOr(w, words))
}
