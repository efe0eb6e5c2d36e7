package figures

import (
	"slices"
	"strings"

	"boardpack/report"
	"boardpack/report/content"
)

// bridge gives a number of a bridge; its name may be that of a column.
func (f *File) bridge(ref content.Ref) Value {
	if f.Movement == nil {
		return Value{Kind: Absent}
	}
	bridges := append([]bridge{f.Movement.All}, f.bridges(ref.Of)...)
	for i := range bridges {
		if b := &bridges[i]; i == 0 && ref.ID == string(report.OfAll) || i > 0 && b.ID == ref.ID {
			if n, ok := b.Numbers[stepName(ref.Name)]; ok {
				return countOf(n)
			}
		}
	}
	return Value{}
}

// bridges are those of a kind of groups, "" for themes.
func (f *File) bridges(of string) []bridge {
	if of == string(report.OfReviews) {
		return f.Movement.Reviews
	}
	return f.Movement.Themes
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
	if c != nil && !c.redated() && (ref.Name == "days" || ref.Name == "times_moved") {
		return Value{Kind: Absent}
	}
	return f.field(c, ref.Name)
}

// isOf tells whether a change is of the list.
func (f *File) isOf(c *change, list content.Ref) bool {
	switch {
	case string(c.Change) != list.Of, list.ID != "" && string(c.Cause) != list.ID:
		return false
	case list.Name == content.SomeMoved:
		return c.redated()
	case list.Name == content.SomeLater:
		return c.Days != nil && *c.Days > 0 && f.ByKey[c.Ref] != nil && f.has(report.Open, c.Ref)
	case list.Name == content.SomeComplete:
		return f.has(report.FigComplete, c.Ref)
	case list.Name == content.SomeOutOfScope:
		return !f.has(report.InScope, c.Ref)
	case list.Name != "": // what it is now
		return underscored(string(c.To)) == list.Name || list.Name == string(report.StandExternal) && f.ByKey[c.Ref] != nil && f.ByKey[c.Ref].Standing == report.StandExternal
	}
	return true
}

// reason gives why a figure changed, or what it was and is.
func (f *File) reason(ref content.Ref) Value {
	i := slices.IndexFunc(f.FigureChanges, func(c figureChange) bool { return string(c.Figure) == ref.ID })
	if i < 0 {
		return Value{Kind: Absent}
	}
	c := &f.FigureChanges[i]
	if v := f.field(c, ref.Name); v.Kind != Unknown {
		return v
	}
	return f.field(nth(c.Reasons, ref), ref.Name)
}

// restatement gives the month that was restated, or what differs: of its counts, of its percentages or of its ratings.
func (f *File) restatement(ref content.Ref) Value {
	r := f.Restated
	switch {
	case r == nil || ref.Index == 0:
		return f.field(r, ref.Name)
	case ref.ID == content.RestatedPercents && ref.Name == "figure":
		return termOf("figure", string(report.PercentComplete))
	case ref.ID == content.RestatedPercents:
		return f.field(nth(r.Percentages, ref), ref.Name)
	case ref.ID == content.RestatedRatings && ref.Name == "figure":
		return termOf("figure", string(report.FigRating))
	case ref.ID == content.RestatedRatings:
		return f.field(nth(r.Ratings, ref), ref.Name)
	}
	return f.field(nth(r.Figures, ref), ref.Name)
}

// stepName is the name in the figures file of a step that a column is of.
func stepName(column string) string {
	return strings.TrimPrefix(column, "step_")
}
