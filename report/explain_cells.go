package report

import (
	"iter"
	"slices"

	"boardpack/report/fold"
)

// trace gives a row of this month with the cells that decided.
func (x *explainer) trace(r *Position, f Figure) Traced {
	return x.traceIn(r, f, func() *Register { return x.pack.Register })
}

// traceEither gives a row as it is, or as it was where it is gone.
func (x *explainer) traceEither(p pair, f Figure) Traced {
	if p.is != nil {
		return x.trace(p.is, f)
	}
	return x.traceIn(p.was, f, func() *Register { return x.pack.before.register })
}

func (x *explainer) traceIn(r *Position, f Figure, of func() *Register) Traced {
	register := of()
	text, _ := r.Text.In(x.words.Lang())
	t := Traced{Key: r.Key, Short: Short(text, shortInExplanation), Cells: []DecidingCell{}}
	for _, field := range x.fields(f) {
		for line := range decidingLines(r, field) {
			if cell, decides := x.cell(line, field, f, register); decides {
				t.Cells = append(t.Cells, cell)
			}
		}
	}
	return t
}

// decidingLines gives the rows whose cells of a field decide: of what each action has for itself, all; else the recommendation's.
func decidingLines(r *Position, field Field) iter.Seq[*Position] {
	switch field {
	case FieldStatus, FieldSignOff, FieldOwner, FieldResponse:
		return r.lines()
	}
	return func(yield func(*Position) bool) { yield(r) }
}

// fields lists the cells that decide: that of the group, then those that the figure's conditions look at, and the conditions of
// the figures that it builds on.
func (x *explainer) fields(f Figure) []Field {
	var out []Field
	switch x.ref.Of {
	case OfThemes:
		out = append(out, FieldTheme)
	case OfHeadings:
		out = append(out, FieldHeading)
	case OfSources:
		out = append(out, FieldSource)
	case OfOwners:
		out = append(out, FieldOwner)
	}
	rules := x.pack.Figures()
	var add func(f Figure)
	add = func(f Figure) {
		i := slices.IndexFunc(rules, func(r FigureRule) bool { return r.Name == f })
		for _, c := range rules[i].Conditions {
			for _, of := range c.Of {
				add(of)
			}
			out = append(out, c.About.Fields()...)
		}
	}
	add(f)
	var once []Field
	for _, field := range append(out, FieldStatus) {
		if !slices.Contains(once, field) {
			once = append(once, field)
		}
	}
	if f == Total && x.ref.Of != OfAll {
		return once[:len(once)-1] // to be in the group is all that it takes
	}
	return once
}

// cell gives what a field's cell holds. A date that another cell gives did not decide, nor did a column that the master lacks.
func (x *explainer) cell(r *Position, field Field, f Figure, register *Register) (c DecidingCell, decides bool) {
	if !register.Has(field) {
		return c, false
	}
	c = DecidingCell{Field: field, Heading: x.words.Say("field." + string(field)),
		Where: Problem{File: register.File, Sheet: register.SheetOf(r.Recommendation), Cell: r.Cell(field)}.Where()}
	decides = true
	switch field {
	case FieldStatus:
		c.Content, c.Read = r.Status, StateWord(x.words, r.State)
	case FieldTheme:
		c.Content, c.Read = r.ThemeAsTyped, x.pack.themeNames(x.words, r.GroupThemes)
	case FieldHeading:
		c.Content = r.Heading
	case FieldSource:
		c.Content = r.Source
	case FieldOwner:
		c.Content = r.Owner
	case FieldScope:
		c.Content = ScopeWord(x.words, r.Scope)
	case FieldSignOff:
		c.Content = SignOffWord(x.words, r.SignOff)
		decides = r.SignOff != NoSignOff && r.State == Complete
	case FieldResponse:
		if !r.Response.IsEmpty() {
			c.Content = x.words.Say("explain.filled")
		}
	default:
		decides = x.date(&c, r, f)
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
func (x *explainer) dueCell(c *DecidingCell, row *Recommendation, date Date) {
	c.Content = x.words.ShortDate(date)
	for _, words := range row.DueInWords {
		if words.Cell == row.Cell(c.Field) {
			c.Content, c.Read = words.Text, x.words.ShortDate(words.Reading.Date)
		}
	}
}

// date fills in a date's cell, and tells whether it decided: the original date where no revision is given, or where the figure
// or the template goes by it, and the date as written where neither column gives a date.
func (x *explainer) date(c *DecidingCell, r *Position, f Figure) bool {
	row := r.Recommendation
	switch c.Field {
	case FieldDue:
		x.dueCell(c, row, row.Due)
		return true
	case FieldOriginalDue:
		if x.dueCell(c, row, row.OriginalDue); c.Content == "" && !r.OriginalDue.IsZero() {
			c.Read = x.words.Say("explain.from_elsewhere", "Date", x.words.ShortDate(r.OriginalDue))
		}
		return x.pack.Plan(f).Looks(AboutSlip) || x.pack.Rules.OverdueBy == ByOriginalDue || r.dueIsOriginal()
	case FieldDueAsWritten:
		c.Content, c.Read = r.DueAsWritten, x.words.ShortDate(r.Reading.Date)
		if c.Read == "" && r.DueAsWritten != "" {
			c.Read = x.words.Say("explain.no_date")
		}
		return row.Due.IsZero() && row.OriginalDue.IsZero() && r.DueAsWritten != ""
	}
	return false
}
