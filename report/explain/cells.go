package explain

import (
	"iter"
	"slices"

	"boardpack/report"
	"boardpack/report/excerpt"
	"boardpack/report/fold"
	"boardpack/report/named"
)

// row gives a row with the cells that decided.
func (x *explainer) row(r *tracedRow) Row { return x.rowWith(r, x.fields(r.Counted)) }

// rowWith gives a row with its cells of some fields.
func (x *explainer) rowWith(r *tracedRow, fields []report.Field) Row {
	text, _ := r.Text.In(x.words.Lang())
	out := Row{Key: r.Key, Short: excerpt.Short(text, shortText), Cells: []Cell{}}
	for _, field := range fields {
		for line := range decidingLines(r.Position, field) {
			if cell, decides := x.cell(line, field, r); decides {
				out.Cells = append(out.Cells, cell)
			}
		}
	}
	return out
}

// decidingLines gives the rows whose cells of a field decide: of what each action has for itself, all; else the recommendation's.
func decidingLines(r *report.Position, field report.Field) iter.Seq[*report.Position] {
	return func(yield func(*report.Position) bool) {
		each := slices.Contains([]report.Field{report.FieldStatus, report.FieldSignOff, report.FieldOwner, report.FieldResponse,
			report.FieldCompleted, report.FieldUpdated}, field)
		if !each || len(r.Actions) == 0 {
			yield(r)
			return
		}
		for i := range r.Actions {
			if !yield(&r.Actions[i]) {
				return
			}
		}
	}
}

// fields lists the cells that decide: that of the group, then those that the figure's conditions look at, and the conditions of
// the figures that it builds on.
func (x *explainer) fields(f report.Figure) []report.Field {
	var out []report.Field
	switch x.Ref.Of {
	case report.OfThemes:
		out = append(out, report.FieldTheme)
	case report.OfHeadings:
		out = append(out, report.FieldHeading)
	case report.OfSources:
		out = append(out, report.FieldSource)
	case report.OfOwners:
		out = append(out, report.FieldOwner)
	}
	rules := x.pack.Figures()
	var add func(f report.Figure)
	add = func(f report.Figure) {
		i := slices.IndexFunc(rules, func(r report.FigureRule) bool { return r.Name == f })
		for _, c := range rules[i].Conditions {
			for _, of := range c.Of {
				add(of)
			}
			out = append(out, c.About.Fields()...)
		}
	}
	add(f)
	var once []report.Field
	for _, field := range append(out, report.FieldStatus) {
		if !slices.Contains(once, field) {
			once = append(once, field)
		}
	}
	if f == report.Total && x.Ref.Of != report.OfAll {
		return once[:len(once)-1] // to be in the group is all that it takes
	}
	return once
}

// cell gives what a field's cell holds. A date that another cell gives did not decide, nor did a column that the master lacks.
func (x *explainer) cell(r *report.Position, field report.Field, of *tracedRow) (c Cell, decides bool) {
	register := of.Register
	if !register.Has(field) {
		return c, false
	}
	c = Cell{Field: field, Heading: x.words.Say("field." + string(field)),
		Where: report.Problem{File: register.File, Sheet: register.SheetOf(r.Recommendation), Cell: r.Cell(field)}.Where()}
	decides = true
	switch field {
	case report.FieldStatus:
		c.Content, c.Read = r.Status, named.State(x.words, r.State)
	case report.FieldTheme:
		c.Content, c.Read = r.ThemeAsTyped, named.Themes(x.words, x.pack.Rules, r.GroupThemes)
	case report.FieldHeading:
		c.Content = r.Heading
	case report.FieldSource:
		c.Content = r.Source
	case report.FieldOwner:
		c.Content = r.Owner
	case report.FieldScope:
		c.Content = named.Scope(x.words, r.Scope)
	case report.FieldPriority:
		c.Content = r.Priority
	case report.FieldCompleted:
		c.Content = x.words.ShortDate(r.Completed)
	case report.FieldUpdated:
		c.Content = x.words.ShortDate(r.Updated)
	case report.FieldSignOff:
		c.Content = named.SignOff(x.words, r.SignOff)
		decides = r.SignOff != report.NoSignOff && r.State == report.Complete
	case report.FieldResponse:
		if !r.Response.IsEmpty() {
			c.Content = x.words.Say("explain.filled")
		}
	default:
		decides = x.date(&c, r, of.Counted)
	}
	if c.Content == "" {
		c.Content = x.words.Say("explain.empty")
	}
	if fold.Text(c.Read) == fold.Text(c.Content) {
		c.Read = ""
	}
	return c, decides
}

// dueCell fills in what a due column's cell holds: its date, or its words and the date that they were read as.
func (x *explainer) dueCell(c *Cell, row *report.Recommendation, date report.Date) {
	c.Content = x.words.ShortDate(date)
	for _, words := range row.DueInWords {
		if words.Cell == row.Cell(c.Field) {
			c.Content, c.Read = words.Text, x.words.ShortDate(words.Reading.Date)
		}
	}
}

// date fills in a date's cell, and tells whether it decided: the original date where no revision is given, or where the figure
// or the template goes by it, and the date as written where neither column gives a date.
func (x *explainer) date(c *Cell, r *report.Position, f report.Figure) bool {
	row := r.Recommendation
	switch c.Field {
	case report.FieldDue:
		x.dueCell(c, row, row.Due)
		return true
	case report.FieldOriginalDue:
		if x.dueCell(c, row, row.OriginalDue); c.Content == "" && !r.OriginalDue.IsZero() {
			c.Read = x.words.Say("explain.from_elsewhere", "Date", x.words.ShortDate(r.OriginalDue))
		}
		return x.pack.Plan(f).Looks(report.AboutSlip) || x.pack.Rules.OverdueBy == report.ByOriginalDue || row.Due.IsZero() && !row.OriginalDue.IsZero()
	case report.FieldDueAsWritten:
		c.Content, c.Read = r.DueAsWritten, x.words.ShortDate(r.Reading.Date)
		if c.Read == "" && r.DueAsWritten != "" {
			c.Read = x.words.Say("explain.no_date")
		}
		return row.Due.IsZero() && row.OriginalDue.IsZero() && r.DueAsWritten != ""
	}
	return false
}
