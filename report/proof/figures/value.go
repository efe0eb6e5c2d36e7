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
	In   report.Text // of a text that is another one in some languages: those
}

// IsNumber tells of values that are a number.
func (v Value) IsNumber() bool { return v.Kind == Number || v.Kind == Share || v.Kind == Keys }

// MayBeMissing tells whether a cell may say that there is no value: where there is none, or it is zero, or only the file knows.
func (v Value) MayBeMissing() bool {
	switch v.Kind {
	case Number:
		return v.N == 0
	case Keys:
		return len(v.List) == 0 && v.N == 0
	case Text:
		return v.Text == ""
	case Names:
		return false
	case Unknown, Absent:
		return true
	}
	return false
}

func countOf(n int) Value        { return Value{Kind: Number, N: n} }
func textOf(s string) Value      { return Value{Kind: Text, Text: s} }
func keysOf(list []string) Value { return Value{Kind: Keys, N: len(list), List: list} }
func termOf(list string, term string) Value {
	if term == "" {
		return Value{Kind: Absent}
	}
	return Value{Kind: Word, Text: list + "." + underscored(term)}
}

func dayOf(d day) Value { return ifAny(Day, string(d)) }

// ifAny is a value that is a text, Absent for "".
func ifAny(kind Kind, text string) Value {
	if text == "" {
		return Value{Kind: Absent}
	}
	return Value{Kind: kind, Text: text}
}

// optional is a number that may be missing.
func optional(n *int) Value {
	if n == nil {
		return Value{Kind: Absent}
	}
	return countOf(*n)
}

// nth gives what an address's index counts of a list; nil when there is none.
func nth[T any](list []T, ref content.Ref) *T {
	if ref.Index < 1 || ref.Index > len(list) {
		return nil
	}
	return &list[ref.Index-1]
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
		return f.field(nth(f.Trend, ref), ref.Name)
	case content.PlaceAgeing:
		i := slices.IndexFunc(f.Ageing, func(b ageBand) bool { return string(b.ID) == ref.ID })
		return f.field(nth(f.Ageing, content.Ref{Index: i + 1}), ref.Name)
	case content.PlaceChange, content.PlaceChanges:
		return f.change(ref)
	case content.PlaceReason:
		return f.reason(ref)
	case content.PlaceRestated:
		return f.restatement(ref)
	case content.PlaceRound, content.PlaceExtension:
		return f.inRound(ref)
	case content.PlaceRecommendation, content.PlaceAction, content.PlaceReading:
		return f.row(ref)
	case content.PlaceProblem, content.PlaceProblems:
		return f.problem(ref)
	case content.PlaceRegister, content.PlaceSetting:
		return f.fact(ref)
	case content.PlaceWord:
		return termOf(ref.Of, ref.Name)
	case content.PlaceGroups:
		return f.groupsLike(ref)
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
	if isCount(string(name)) {
		return Value{Kind: Absent} // of an earlier version, which did not count it
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
	return f.field(nth(f.Problems, ref), ref.Name)
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

// fact gives a fact of the whole file, or a setting.
func (f *File) fact(ref content.Ref) Value {
	if ref.Name == "due_soon_until" {
		return f.soonUntil()
	}
	if v := f.field(f, ref.Name); v.Kind != Unknown {
		return v
	}
	if n, ok := f.Settings[ref.Name]; ok {
		if i, err := strconv.Atoi(string(n)); err == nil {
			return countOf(i)
		}
	}
	return Value{}
}

// groupsLike counts the groups of a kind: those of a rating, those that have some of a figure, the fewest that have over half of it, or
// those that only the month before had.
func (f *File) groupsLike(ref content.Ref) Value {
	groups, figure := f.Groups(report.GroupKind(ref.Of)), report.Figure(ref.Name)
	n := 0
	switch ref.ID {
	case content.GroupsGone:
		if f.Movement != nil {
			for _, b := range f.bridges(ref.Of) {
				n += one(f.group(ref.Of, b.ID) == nil)
			}
		}
		return countOf(n)
	case content.GroupsMost:
		counts := make([]int, len(groups))
		for i := range groups {
			counts[i] = -groups[i].count(figure)
		}
		slices.Sort(counts)
		for sum := 0; n < len(counts) && -2*sum <= f.All.count(figure); n++ {
			sum += counts[n]
		}
		return countOf(n)
	}
	for i := range groups {
		g := &groups[i]
		n += one((ref.ID == "" || string(g.Rag) == ref.ID) && (figure == "" || g.count(figure) > 0))
	}
	return countOf(n)
}

// soonUntil is the last of the days that are soon.
func (f *File) soonUntil() Value {
	d, err := dates.ParseISODate(string(f.AsAt))
	days, ok := f.Settings["due_soon_days"]
	if n, bad := strconv.Atoi(string(days)); err == nil && ok && bad == nil {
		return dayOf(day(d.AddDays(n).String()))
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

// underscored is the end of a message's id for a word of the figures file.
func underscored(s string) string {
	return strings.ReplaceAll(strings.ReplaceAll(s, " ", "_"), "-", "_")
}
