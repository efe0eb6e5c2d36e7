package figures

import (
	"slices"
	"strconv"
	"strings"

	"boardpack/report"
	"boardpack/report/content"
	"boardpack/report/dates"
)

// Kind says what a value of the figures file is, and so how it may be written.
type Kind int

// The kinds.
const (
	Unknown Kind = iota // the figures file does not say: the text is the master's, the template's or the wording's
	Absent              // there is none
	Number
	Share // a whole percentage
	Day   // Text is the ISO day
	Month // Text is YYYY-MM
	Word  // a term of the wording: Text is its message
	Names // of groups: List has their ids
	Text  // as it is
	Keys  // List has the recommendations, and N is how many
)

// Value is what an address of the Document leads to.
type Value struct {
	Kind Kind
	N    int
	Text string
	List []string
}

// IsNumber tells of values that are a number.
func (v Value) IsNumber() bool { return v.Kind == Number || v.Kind == Share || v.Kind == Keys }

func countOf(n int) Value        { return Value{Kind: Number, N: n} }
func textOf(s string) Value      { return Value{Kind: Text, Text: s} }
func keysOf(list []string) Value { return Value{Kind: Keys, N: len(list), List: list} }
func termOf(list string, term string) Value {
	if term == "" {
		return Value{Kind: Absent}
	}
	return Value{Kind: Word, Text: list + "." + underscored(term)}
}

func dayOf(iso *string) Value {
	if iso == nil || *iso == "" {
		return Value{Kind: Absent}
	}
	return Value{Kind: Day, Text: *iso}
}

// optional is a number that may be missing.
func optional(n *int) Value {
	if n == nil {
		return Value{Kind: Absent}
	}
	return countOf(*n)
}

// Value gives what an address leads to, from the figures file alone.
func (f *File) Value(ref content.Ref) Value {
	v := f.at(ref)
	if ref.Element == 0 || v.Kind != Keys {
		return v
	}
	if ref.Element > len(v.List) {
		return Value{Kind: Absent}
	}
	return textOf(v.List[ref.Element-1])
}

func (f *File) at(ref content.Ref) Value {
	switch ref.Place {
	case content.PlaceFigure, content.PlaceShown:
		return f.figure(ref)
	case content.PlaceBefore:
		return f.before(report.Figure(ref.Name))
	case content.PlaceGroup:
		return Value{Kind: Names, List: []string{ref.ID}}
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
	return Value{}
}

// group finds a group; nil when there is none.
func (f *File) group(of, id string) *group {
	if of == string(report.OfAll) || of == "" {
		return &f.All
	}
	groups := f.Groups(report.GroupKind(of))
	if i := slices.IndexFunc(groups, func(g group) bool { return g.ID == id }); i >= 0 {
		return &groups[i]
	}
	return nil
}

// figure gives a figure of a group, which is a number and a list at once.
func (f *File) figure(ref content.Ref) Value {
	g := f.group(ref.Of, ref.ID)
	if g == nil {
		return Value{Kind: Absent}
	}
	return g.value(report.Figure(ref.Name))
}

func (g *group) value(name report.Figure) Value {
	switch name {
	case report.PercentComplete:
		if g.Percent == nil {
			return Value{Kind: Absent}
		}
		return Value{Kind: Share, N: *g.Percent}
	case report.FigRating:
		return termOf("rating", string(g.Rag))
	}
	if n, ok := g.Counts[name]; ok {
		return Value{Kind: Keys, N: n, List: g.Refs[name]}
	}
	return Value{}
}

// before gives last month's count of the whole: this month's, or what the file says that it was.
func (f *File) before(name report.Figure) Value {
	if len(f.Trend) < 2 {
		return Value{Kind: Absent}
	}
	for _, c := range f.FigureChanges {
		if c.Figure == name {
			return countOf(c.Was)
		}
	}
	if name == report.PercentComplete {
		return shareOf(percentOf(f.before(report.FigComplete).N, f.before(report.InScope).N))
	}
	if name == report.FigRating {
		return Value{} // the file has this month's alone
	}
	return countOf(f.All.Counts[name])
}

// shareOf reads a percentage as checkPercent works it out.
func shareOf(percent string) Value {
	n, err := strconv.Atoi(percent)
	if err != nil {
		return Value{Kind: Absent}
	}
	return Value{Kind: Share, N: n}
}

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
	if ref.Index < 1 || ref.Index > len(f.Trend) {
		return Value{Kind: Absent}
	}
	p := &f.Trend[ref.Index-1]
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
	if ref.Index < 1 || ref.Index > len(f.Movement.Changes) {
		return Value{Kind: Absent}
	}
	c := &f.Movement.Changes[ref.Index-1]
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
		r := f.ByKey[c.Ref]
		return c.Days != nil && *c.Days > 0 && r != nil && slices.Contains(f.All.Refs[report.Open], r.Ref)
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
	case "number_before", "was":
		return countOf(c.Was)
	case "number", "is":
		return countOf(c.Is)
	}
	if ref.Index < 1 || ref.Index > len(c.Reasons) {
		return Value{Kind: Absent}
	}
	switch r := &c.Reasons[ref.Index-1]; ref.Name {
	case "difference":
		return countOf(r.Effect)
	case "refs":
		return keysOf(r.Refs)
	}
	return Value{}
}

func (f *File) restatement(ref content.Ref) Value {
	if f.Restated == nil || ref.Index < 1 || ref.Index > len(f.Restated.Figures) {
		return Value{Kind: Absent}
	}
	r := &f.Restated.Figures[ref.Index-1]
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

// problem gives one problem, or how many there are of some kind.
func (f *File) problem(ref content.Ref) Value {
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
		return Value{Kind: Absent}
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
			return Value{Kind: Absent}
		}
		return textOf(p.Ref)
	}
	return Value{}
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

// fact gives a fact of the whole file, or a setting.
func (f *File) fact(ref content.Ref) Value {
	switch ref.Name {
	case "as_at":
		return dayOf(&f.AsAt)
	case "month":
		return Value{Kind: Month, Text: f.Month}
	case "previous_month":
		if f.PreviousMonth == nil {
			return Value{Kind: Absent}
		}
		return Value{Kind: Month, Text: *f.PreviousMonth}
	}
	if n, ok := f.Settings[ref.Name]; ok {
		if i, err := strconv.Atoi(string(n)); err == nil {
			return countOf(i)
		}
	}
	return Value{}
}

// listed gives lists of recommendations that no figure counts.
func (f *File) listed(ref content.Ref) Value {
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

// underscored is the end of a message's id for a word of the figures file.
func underscored(s string) string { return strings.NewReplacer(" ", "_", "-", "_").Replace(s) }
