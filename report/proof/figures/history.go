package figures

import (
	"slices"
	"strings"

	"boardpack/report"
	"boardpack/report/content"
	"boardpack/report/dates"
)

// bridge gives a number of a bridge; its name may be that of a column.
func (f *File) bridge(ref content.Ref) Value {
	if f.Movement == nil {
		return Value{Kind: Absent}
	}
	bridges := append([]bridge{f.Movement.All}, f.Movement.Themes...)
	for i := range bridges {
		if b := &bridges[i]; i == 0 && ref.ID == string(report.OfAll) || i > 0 && b.ID == ref.ID {
			if n, ok := b.Numbers[stepName(ref.Name)]; ok {
				return countOf(n)
			}
		}
	}
	return Value{}
}

// stage gives what a waterfall draws of a step of the whole: the foot on which its bar stands, and its length as a level, added or taken.
func (f *File) stage(ref content.Ref) Value {
	if f.Movement == nil {
		return Value{Kind: Absent}
	}
	n, at := f.Movement.All.Numbers, f.Movement.All.Numbers["opening"]
	for _, step := range (report.Bridge{}).Steps() {
		foot, length := at, n[step.ID]
		if at += step.Sign * length; step.Sign < 0 {
			foot = at
		}
		if step.ID == ref.ID {
			drawn, ok := map[string]int{"foot": foot, "level": 0, "added": length * max(step.Sign, 0), "taken": length * max(-step.Sign, 0)}[ref.Name]
			if !ok {
				return Value{}
			}
			return countOf(drawn)
		}
	}
	switch ref.Name {
	case "level":
		return countOf(n[ref.ID])
	case "foot", "added", "taken":
		return countOf(0)
	}
	return Value{}
}

func (f *File) trend(ref content.Ref) Value {
	p := nth(f.Trend, ref)
	if p == nil {
		return Value{Kind: Absent}
	}
	switch ref.Name {
	case "month":
		return Value{Kind: Month, Text: p.Month}
	case "as_at":
		return dayOf(&p.AsAt)
	}
	if n, ok := map[string]int{string(report.InScope): p.InScope, string(report.FigComplete): p.Complete,
		string(report.Outstanding): p.Outstanding, string(report.Overdue): p.Overdue}[ref.Name]; ok {
		return countOf(n)
	}
	return Value{}
}

func (f *File) ageing(ref content.Ref) Value {
	i := slices.IndexFunc(f.Ageing, func(b ageBand) bool { return b.ID == ref.ID })
	if i < 0 {
		return Value{Kind: Absent}
	}
	switch band := &f.Ageing[i]; ref.Name {
	case "band":
		return termOf("ageing", band.ID)
	case "number":
		return countOf(band.N)
	case "number_before":
		return optional(band.Previous)
	case "refs":
		return keysOf(band.Refs)
	}
	return Value{}
}

// change gives what happened to one recommendation, or the list of those that a kind of change happened to.
func (f *File) change(ref content.Ref) Value {
	if f.Movement == nil {
		return Value{Kind: Absent}
	}
	if ref.Place == content.PlaceChanges {
		var list []string
		for i := range f.Movement.Changes {
			if c := &f.Movement.Changes[i]; f.isOf(c, ref) {
				list = append(list, c.Ref)
			}
		}
		return keysOf(list)
	}
	c := nth(f.Movement.Changes, ref)
	if c == nil {
		return Value{Kind: Absent}
	}
	switch ref.Name {
	case "key":
		return textOf(c.Ref)
	case "theme":
		return Value{Kind: Names, List: []string{c.Theme}}
	case "change":
		return termOf("change", string(c.Change))
	case "from":
		return f.side(c, c.From)
	case "to":
		return f.side(c, c.To)
	case "days":
		if !c.redated() {
			return Value{Kind: Absent}
		}
		return optional(c.Days)
	case "times_moved":
		if !c.redated() {
			return Value{Kind: Absent}
		}
		return optional(c.Times)
	case "effect":
		return countOf(c.Effect)
	case "why":
		if c.Cause != "" {
			return termOf("cause", string(c.Cause))
		}
	}
	return Value{}
}

// isOf tells whether a change is of the list.
func (f *File) isOf(c *change, list content.Ref) bool {
	switch {
	case string(c.Change) != list.Of, list.ID != "" && string(c.Cause) != list.ID:
		return false
	case list.Name == content.SomeMoved:
		return c.redated()
	case list.Name == content.SomeLater:
		return c.Days != nil && *c.Days > 0 && f.ByKey[c.Ref] != nil && slices.Contains(f.All.Refs[report.Open], c.Ref)
	case list.Name == content.SomeComplete:
		return slices.Contains(f.All.Refs[report.FigComplete], c.Ref)
	case list.Name == content.SomeOutOfScope:
		return !slices.Contains(f.All.Refs[report.InScope], c.Ref)
	}
	return true
}

// side is what a change changed from or to: a day of changes that are about days, and words for what the file calls otherwise.
func (f *File) side(c *change, side string) Value {
	switch _, err := dates.ParseISODate(side); {
	case side == "":
		return Value{Kind: Absent}
	case err == nil:
		return dayOf(&side)
	}
	return Value{}
}

// reason gives why a figure changed, or what it was and is.
func (f *File) reason(ref content.Ref) Value {
	i := slices.IndexFunc(f.FigureChanges, func(c figureChange) bool { return string(c.Figure) == ref.ID })
	if i < 0 {
		return Value{Kind: Absent}
	}
	c := &f.FigureChanges[i]
	switch ref.Name {
	case "figure":
		return termOf("figure", ref.ID)
	case "number_before":
		return countOf(c.Was)
	case "number":
		return countOf(c.Is)
	}
	r := nth(c.Reasons, ref)
	if r == nil {
		return Value{Kind: Absent}
	}
	switch ref.Name {
	case "difference":
		return countOf(r.Effect)
	case "refs":
		return keysOf(r.Refs)
	}
	return Value{}
}

func (f *File) restatement(ref content.Ref) Value {
	if f.Restated == nil {
		return Value{Kind: Absent}
	}
	r := nth(f.Restated.Figures, ref)
	if r == nil {
		return Value{Kind: Absent}
	}
	switch ref.Name {
	case string(report.OfThemes):
		return Value{Kind: Names, List: []string{r.ID}}
	case "figure":
		return termOf("figure", string(r.Figure))
	case "published":
		return countOf(r.Published)
	case "corrected":
		return countOf(r.Now)
	case "left":
		return keysOf(r.Left)
	case "joined":
		return keysOf(r.Joined)
	}
	return Value{}
}

// stepName is the name in the figures file of a step that a column is of.
func stepName(column string) string {
	return strings.TrimPrefix(column, "step_")
}
