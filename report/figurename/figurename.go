// Package figurename gives each figure of a pack the name by which explain and links call it, and finds it by that.
package figurename

import "boardpack/report"

import "strings"

// movementPrefix begins the names of the numbers of a movement: "movement.completed", "training.movement.new".
const movementPrefix = "movement."

// Name is how explain and its readers call a figure: "overdue" of the whole, "training.overdue" of a theme,
// "owners.head-of-crime.overdue" of any other group.
func (r Ref) Name() string {
	switch r.Of {
	case report.OfAll:
		return string(r.Figure)
	case inRound:
		return inRound + "." + string(r.Figure)
	case report.OfThemes:
		return r.ID + "." + string(r.Figure)
	}
	return string(r.Of) + "." + r.ID + "." + string(r.Figure)
}

// All lists every figure of the pack, the whole first, then themes, headings, sources, owners and reviews.
func All(p *report.Pack) []Ref {
	var out []Ref
	for _, kind := range []report.GroupKind{report.OfAll, report.OfThemes, report.OfHeadings, report.OfSources, report.OfOwners, report.OfReviews} {
		for _, g := range p.Groups(kind) {
			out = append(out, refsOf(p.Figures(), kind, g.ID, p.Movement != nil)...)
		}
	}
	return out
}

// ThemeNames lists the names of figures that follow from the template alone: those of the whole and of each theme. It is for
// completing what somebody types without reading a master.
func ThemeNames(themes []report.Theme) []string {
	refs := refsOf(report.Figures(), report.OfAll, string(report.OfAll), true)
	for _, theme := range themes {
		refs = append(refs, refsOf(report.Figures(), report.OfThemes, theme.ID, true)...)
	}
	out := make([]string, len(refs))
	for i, ref := range refs {
		out[i] = ref.Name()
	}
	return out
}

func refsOf(figures []report.FigureRule, kind report.GroupKind, id string, movement bool) []Ref {
	names := figureNames(figures)
	if movement && (kind == report.OfAll || kind == report.OfThemes || kind == report.OfReviews) {
		names = append(names, movementNames()...)
	}
	out := make([]Ref, len(names))
	for i, f := range names {
		out[i] = Ref{kind, id, f}
	}
	return out
}

// figureNames are the figures that every group has.
func figureNames(figures []report.FigureRule) []report.Figure {
	var out []report.Figure
	for _, rule := range figures {
		out = append(out, rule.Name)
	}
	return append(out, report.PercentComplete, report.FigRating)
}

// movementNames are the numbers of a bridge.
func movementNames() []report.Figure {
	out := []report.Figure{movementPrefix + "opening"}
	for _, step := range (report.Bridge{}).Steps() {
		out = append(out, report.Figure(movementPrefix+step.ID))
	}
	return append(out, movementPrefix+"closing")
}

// Ref names one figure of one group: "training.overdue".
type Ref struct {
	Of     report.GroupKind
	ID     string
	Figure report.Figure
}

// Step tells which number of a movement the figure is: "opening", "closing" or the id of a step; false for other figures.
func Step(f report.Figure) (id string, ok bool) { return strings.CutPrefix(string(f), movementPrefix) }

// Group finds the group that a figure is of; nil when there is none.
func Group(p *report.Pack, ref Ref) *report.Group {
	groups := p.Groups(ref.Of)
	for i := range groups {
		if groups[i].ID == ref.ID {
			return &groups[i]
		}
	}
	return nil
}
