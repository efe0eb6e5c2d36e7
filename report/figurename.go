package report

// movementPrefix begins the names of the numbers of a movement: "movement.completed", "training.movement.new".
const movementPrefix = "movement."

// Name is how explain and its readers call a figure: "overdue" of the whole, "training.overdue" of a theme,
// "owners.head-of-crime.overdue" of any other group.
func (r FigureRef) Name() string {
	switch r.Of {
	case OfAll:
		return string(r.Figure)
	case OfThemes:
		return r.ID + "." + string(r.Figure)
	}
	return string(r.Of) + "." + r.ID + "." + string(r.Figure)
}

// FigureRefs lists every figure of the pack, the whole first, then themes, headings, sources and owners.
func (p *Pack) FigureRefs() []FigureRef {
	var out []FigureRef
	for _, kind := range []GroupKind{OfAll, OfThemes, OfHeadings, OfSources, OfOwners} {
		for _, g := range p.Groups(kind) {
			out = append(out, refsOf(p.Figures(), kind, g.ID, p.Movement != nil)...)
		}
	}
	return out
}

// ThemeFigureNames lists the names of figures that follow from the template alone: those of the whole and of each theme. It is for
// completing what somebody types without reading a master.
func ThemeFigureNames(themes []Theme) []string {
	refs := refsOf(Figures(), OfAll, string(OfAll), true)
	for _, theme := range themes {
		refs = append(refs, refsOf(Figures(), OfThemes, theme.ID, true)...)
	}
	out := make([]string, len(refs))
	for i, ref := range refs {
		out[i] = ref.Name()
	}
	return out
}

func refsOf(figures []FigureRule, kind GroupKind, id string, movement bool) []FigureRef {
	names := figureNames(figures)
	if movement && (kind == OfAll || kind == OfThemes) {
		names = append(names, movementNames()...)
	}
	out := make([]FigureRef, len(names))
	for i, f := range names {
		out[i] = FigureRef{kind, id, f}
	}
	return out
}

// figureNames are the figures that every group has.
func figureNames(figures []FigureRule) []Figure {
	var out []Figure
	for _, rule := range figures {
		out = append(out, rule.Name)
	}
	return append(out, PercentComplete, FigRating)
}

// movementNames are the numbers of a bridge.
func movementNames() []Figure {
	out := []Figure{movementPrefix + "opening"}
	for _, step := range (Bridge{}).Steps() {
		out = append(out, Figure(movementPrefix+step.ID))
	}
	return append(out, movementPrefix+"closing")
}

// FigureRef names one figure of one group: "training.overdue".
type FigureRef struct {
	Of     GroupKind
	ID     string
	Figure Figure
}

// GroupKind is what a group groups by.
type GroupKind string

// The kinds of groups.
const (
	OfAll      GroupKind = "all"
	OfThemes   GroupKind = "themes"
	OfHeadings GroupKind = "headings"
	OfSources  GroupKind = "sources"
	OfOwners   GroupKind = "owners"
)

// Groups gives the groups of a kind: one for OfAll.
func (p *Pack) Groups(kind GroupKind) []Group {
	switch kind {
	case OfThemes:
		return p.Themes
	case OfHeadings:
		return p.Headings
	case OfSources:
		return p.Sources
	case OfOwners:
		return p.Owners
	}
	return []Group{p.All}
}
