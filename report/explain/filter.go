package explain

import (
	"slices"

	"boardpack/report"
	"boardpack/report/content"
	"boardpack/report/figurename"
	"boardpack/report/figurerule"
)

// Filters say which filter of the workbook's Recommendations sheet shows the rows behind a figure. They are made once for a
// pack and a language.
type Filters struct {
	pack  *report.Pack
	words report.Words
	table *content.Table
}

// NewFilters prepares the filters of a pack.
func NewFilters(p *report.Pack, w report.Words) *Filters {
	return &Filters{p, w, content.Register(p, w)}
}

// For gives the filter of a figure. It is tried on the rows before it is given: what no filter shows exactly is said to be so.
func (f *Filters) For(ref figurename.Ref) figurerule.Filter {
	group := figurename.Group(f.pack, ref)
	if group == nil {
		return figurerule.Filter{}
	}
	var filter figurerule.Filter
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

func (f *Filters) shows(filter figurerule.Filter, row content.Row) bool {
	for _, c := range filter.Choices {
		if i := f.table.Column(c.Column); i < 0 || !c.Shows(row.Cells[i].Text) {
			return false
		}
	}
	return true
}

func (f *Filters) choice(column string, words ...string) figurerule.Choice {
	c := figurerule.Choice{Column: column, Words: words}
	if i := f.table.Column(column); i >= 0 {
		c.Heading = f.table.Columns[i].Heading
	}
	return c
}

// groupChoice ticks every entry of the group's column that a row of the group has.
func (f *Filters) groupChoice(kind report.GroupKind, group *report.Group) (figurerule.Choice, bool) {
	fields := map[report.GroupKind]report.Field{report.OfThemes: report.FieldTheme, report.OfHeadings: report.FieldHeading, report.OfSources: report.FieldSource, report.OfOwners: report.FieldOwner}
	field, ok := fields[kind]
	if !ok {
		return figurerule.Choice{}, false
	}
	c := f.choice(string(field))
	i := f.table.Column(string(field))
	if i < 0 {
		return c, true
	}
	members := map[string]bool{}
	for _, key := range group.Keys(report.Total) {
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
func (f *Filters) figureChoices(figure report.Figure) []figurerule.Choice {
	out := figurerule.Choices(f.words, f.pack.Plan(figure), f.pack.Rules)
	for i, c := range out {
		out[i].Heading = f.choice(c.Column).Heading
	}
	return out
}
