package proof

import (
	"slices"
	"strconv"

	"boardpack/report"
	"boardpack/report/content"
	"boardpack/report/dates"
)

// kind says what a value of the figures file is, and so how it may be written.
type kind int

const (
	unknown kind = iota // the figures file does not say: the text is the master's, the template's or the wording's
	absent              // there is none
	number
	share // a whole percentage
	day
	month
	word  // a term of the wording: text is its message
	names // of groups: list has their ids
	text  // as it is
	keys  // list has the recommendations
)

// value is what an address of the Document leads to.
type value struct {
	kind kind
	n    int
	text string
	list []string
}

func countOf(n int) value        { return value{kind: number, n: n} }
func textOf(s string) value      { return value{kind: text, text: s} }
func keysOf(list []string) value { return value{kind: keys, n: len(list), list: list} }
func termOf(list string, term string) value {
	if term == "" {
		return value{kind: absent}
	}
	return value{kind: word, text: list + "." + underscored(term)}
}

func dayOf(iso *string) value {
	if iso == nil || *iso == "" {
		return value{kind: absent}
	}
	return value{kind: day, text: *iso}
}

// optional is a number that may be missing.
func optional(n *int) value {
	if n == nil {
		return value{kind: absent}
	}
	return countOf(*n)
}

// value gives what an address leads to, from the figures file alone.
func (f *figures) value(ref content.Ref) value {
	v := f.at(ref)
	if ref.Element == 0 || v.kind != keys {
		return v
	}
	if ref.Element > len(v.list) {
		return value{kind: absent}
	}
	return textOf(v.list[ref.Element-1])
}

func (f *figures) at(ref content.Ref) value {
	switch ref.Place {
	case content.PlaceFigure, content.PlaceShown:
		return f.figure(ref)
	case content.PlaceBefore:
		return f.before(report.Figure(ref.Name))
	case content.PlaceGroup:
		return value{kind: names, list: []string{ref.ID}}
	case content.PlaceBridge:
		return f.bridge(ref)
	case content.PlaceStage:
		return f.stage(ref)
	case content.PlaceTrend:
		return f.trend(ref)
	case content.PlaceAgeing:
		return f.ageing(ref)
	case content.PlaceChange, content.PlaceChanges:
		return f.change(ref)
	case content.PlaceFigureChange, content.PlaceReason:
		return f.reason(ref)
	case content.PlaceRestated:
		return f.restatement(ref)
	case content.PlaceRecommendation, content.PlaceAction, content.PlaceReading:
		return f.row(ref)
	case content.PlaceProblem, content.PlaceProblems:
		return f.problem(ref)
	case content.PlaceRegister, content.PlaceSetting:
		return f.fact(ref)
	case content.PlaceWord:
		return termOf(ref.Of, ref.Name)
	case content.PlaceRated, content.PlaceOthers, content.PlaceAll:
		return f.listed(ref)
	}
	return value{}
}

// group finds a group; nil when there is none.
func (f *figures) group(of, id string) *group {
	if of == string(report.OfAll) || of == "" {
		return &f.All
	}
	groups := f.groups(report.GroupKind(of))
	if i := slices.IndexFunc(groups, func(g group) bool { return g.ID == id }); i >= 0 {
		return &groups[i]
	}
	return nil
}

// figure gives a figure of a group, which is a number and a list at once.
func (f *figures) figure(ref content.Ref) value {
	g := f.group(ref.Of, ref.ID)
	if g == nil {
		return value{kind: absent}
	}
	return g.value(report.Figure(ref.Name))
}

func (g *group) value(name report.Figure) value {
	switch name {
	case report.PercentComplete:
		if g.Percent == nil {
			return value{kind: absent}
		}
		return value{kind: share, n: *g.Percent}
	case report.FigRating:
		return termOf("rating", string(g.Rag))
	}
	if n, ok := g.Counts[name]; ok {
		return value{kind: keys, n: n, list: g.Refs[name]}
	}
	return value{}
}

// before gives last month's count of the whole: this month's, or what the file says that it was.
func (f *figures) before(name report.Figure) value {
	if len(f.Trend) < 2 {
		return value{kind: absent}
	}
	for _, c := range f.FigureChanges {
		if c.Figure == name {
			return countOf(c.Was)
		}
	}
	if name == report.PercentComplete {
		return shareOf(percentOf(f.before(report.FigComplete).n, f.before(report.InScope).n))
	}
	if name == report.FigRating {
		return value{} // the file has this month's alone
	}
	return countOf(f.All.Counts[name])
}

// shareOf reads a percentage as checkPercent works it out.
func shareOf(percent string) value {
	n, err := strconv.Atoi(percent)
	if err != nil {
		return value{kind: absent}
	}
	return value{kind: share, n: n}
}

// bridge gives a number of a bridge; its name may be that of a column.
func (f *figures) bridge(ref content.Ref) value {
	if f.Movement == nil {
		return value{kind: absent}
	}
	bridges := append([]bridge{f.Movement.All}, f.Movement.Themes...)
	for i := range bridges {
		if b := &bridges[i]; i == 0 && ref.ID == string(report.OfAll) || i > 0 && b.ID == ref.ID {
			if n, ok := b.Numbers[stepName(ref.Name)]; ok {
				return countOf(n)
			}
		}
	}
	return value{}
}

// stage gives what a waterfall draws of a step of the whole: the foot on which its bar stands, and its length as a level, added or taken.
func (f *figures) stage(ref content.Ref) value {
	if f.Movement == nil {
		return value{kind: absent}
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
				return value{}
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
	return value{}
}

func (f *figures) trend(ref content.Ref) value {
	if ref.Index < 1 || ref.Index > len(f.Trend) {
		return value{kind: absent}
	}
	p := &f.Trend[ref.Index-1]
	switch ref.Name {
	case "month":
		return value{kind: month, text: p.Month}
	case "as_at":
		return dayOf(&p.AsAt)
	}
	if n, ok := map[string]int{string(report.InScope): p.InScope, string(report.FigComplete): p.Complete,
		string(report.Outstanding): p.Outstanding, string(report.Overdue): p.Overdue}[ref.Name]; ok {
		return countOf(n)
	}
	return value{}
}

func (f *figures) ageing(ref content.Ref) value {
	i := slices.IndexFunc(f.Ageing, func(b ageBand) bool { return b.ID == ref.ID })
	if i < 0 {
		return value{kind: absent}
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
	return value{}
}

// change gives what happened to one recommendation, or the list of those that a kind of change happened to.
func (f *figures) change(ref content.Ref) value {
	if f.Movement == nil {
		return value{kind: absent}
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
	if ref.Index < 1 || ref.Index > len(f.Movement.Changes) {
		return value{kind: absent}
	}
	c := &f.Movement.Changes[ref.Index-1]
	switch ref.Name {
	case "key":
		return textOf(c.Ref)
	case "theme":
		return value{kind: names, list: []string{c.Theme}}
	case "change":
		return termOf("change", string(c.Change))
	case "from":
		return f.side(c, c.From)
	case "to":
		return f.side(c, c.To)
	case "days":
		if !c.redated() {
			return value{kind: absent}
		}
		return optional(c.Days)
	case "times_moved":
		if !c.redated() {
			return value{kind: absent}
		}
		return optional(c.Times)
	case "effect":
		return countOf(c.Effect)
	case "why":
		if c.Cause != "" {
			return termOf("cause", string(c.Cause))
		}
	}
	return value{}
}

// isOf tells whether a change is of the list.
func (f *figures) isOf(c *change, list content.Ref) bool {
	switch {
	case string(c.Change) != list.Of, list.ID != "" && string(c.Cause) != list.ID:
		return false
	case list.Name == content.SomeMoved:
		return c.redated()
	case list.Name == content.SomeLater:
		r := f.byKey[c.Ref]
		return c.Days != nil && *c.Days > 0 && r != nil && slices.Contains(f.All.Refs[report.Open], r.Ref)
	}
	return true
}

// side is what a change changed from or to: a day of changes that are about days, and words for what the file calls otherwise.
func (f *figures) side(c *change, side string) value {
	switch _, err := dates.ParseISODate(side); {
	case side == "":
		return value{kind: absent}
	case err == nil:
		return dayOf(&side)
	}
	return value{}
}

// reason gives why a figure changed, or what it was and is.
func (f *figures) reason(ref content.Ref) value {
	i := slices.IndexFunc(f.FigureChanges, func(c figureChange) bool { return string(c.Figure) == ref.ID })
	if i < 0 {
		return value{kind: absent}
	}
	c := &f.FigureChanges[i]
	switch ref.Name {
	case "figure":
		return termOf("figure", ref.ID)
	case "number_before", "was":
		return countOf(c.Was)
	case "number", "is":
		return countOf(c.Is)
	}
	if ref.Index < 1 || ref.Index > len(c.Reasons) {
		return value{kind: absent}
	}
	switch r := &c.Reasons[ref.Index-1]; ref.Name {
	case "difference":
		return countOf(r.Effect)
	case "refs":
		return keysOf(r.Refs)
	}
	return value{}
}

func (f *figures) restatement(ref content.Ref) value {
	if f.Restated == nil || ref.Index < 1 || ref.Index > len(f.Restated.Figures) {
		return value{kind: absent}
	}
	r := &f.Restated.Figures[ref.Index-1]
	switch ref.Name {
	case string(report.OfThemes):
		return value{kind: names, list: []string{r.ID}}
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
	return value{}
}

// problem gives one problem, or how many there are of some kind.
func (f *figures) problem(ref content.Ref) value {
	if ref.Place == content.PlaceProblems {
		n := 0
		for _, p := range f.Problems {
			switch ref.Name {
			case content.ProblemsToCheck:
				n += one(p.Level != report.Note)
			case content.ProblemsNotCounted:
				n += one(slices.Contains(report.NotCountedCodes(), p.Code))
			default:
				n += one(string(p.Level) == ref.Name)
			}
		}
		return countOf(n)
	}
	if ref.Index < 1 || ref.Index > len(f.Problems) {
		return value{kind: absent}
	}
	p := &f.Problems[ref.Index-1]
	switch ref.Name {
	case "level":
		return termOf("level", string(p.Level))
	case "code":
		return textOf(p.Code)
	case "where":
		return textOf(p.Where)
	case "key":
		if p.Ref == "" {
			return value{kind: absent}
		}
		return textOf(p.Ref)
	}
	return value{}
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

// fact gives a fact of the whole file, or a setting.
func (f *figures) fact(ref content.Ref) value {
	switch ref.Name {
	case "as_at":
		return dayOf(&f.AsAt)
	case "month":
		return value{kind: month, text: f.Month}
	case "previous_month":
		if f.PreviousMonth == nil {
			return value{kind: absent}
		}
		return value{kind: month, text: *f.PreviousMonth}
	}
	if n, ok := f.Settings[ref.Name]; ok {
		if i, err := strconv.Atoi(string(n)); err == nil {
			return countOf(i)
		}
	}
	return value{}
}

// listed gives lists of recommendations that no figure counts.
func (f *figures) listed(ref content.Ref) value {
	var list []string
	for i := range f.Recommendations {
		r := &f.Recommendations[i]
		switch {
		case ref.Place == content.PlaceRated && string(r.Rag) != ref.Name:
		case ref.Place == content.PlaceOthers && r.Scope == report.Force:
		default:
			list = append(list, r.Ref)
		}
	}
	return keysOf(list)
}

// stepName is the name in the figures file of a step that a column is of.
func stepName(column string) string {
	if len(column) > 5 && column[:5] == "step_" {
		return column[5:]
	}
	return column
}
