package report

import (
	"slices"
	"strings"
)

// Trace is what is behind a figure, in no language: the recommendations that it counts, and those that came in or went out since last
// month. Package explain says it.
type Trace struct {
	Ref     FigureRef
	Group   *Group
	Before  *Group   // the same group last month; nil without an earlier month
	Parts   []Figure // the figures that this one is worked out from, where it is not a count of rows
	Rows    []TracedRow
	CameIn  []TracedRow // rows that were not behind the figure last month
	WentOut []TracedRow // rows that no longer are
}

// TracedRow is a recommendation behind a figure, as it stands, or as it stood where it is gone.
type TracedRow struct {
	*Position
	Register *Register // of the month in which it stands so
	Counted  Figure    // the figure whose rule decided
	Why      Reason    // kind and standings alone, of one that came in or went out
}

// Trace traces a figure. It is false for one that the pack does not have.
func (p *Pack) Trace(ref FigureRef) (*Trace, bool) {
	group := p.Group(ref)
	if group == nil || !slices.Contains(p.FigureRefs(), ref) {
		return nil, false
	}
	t := tracer{Trace: &Trace{Ref: ref, Group: group}, pack: p, belongs: p.member(ref.Of, group)}
	t.Before = t.before()
	switch step, isStep := ref.Figure.Step(); {
	case isStep:
		t.movement(step)
	case ref.Figure == PercentComplete:
		share := CompleteShare()
		t.Parts = []Figure{share.Part, share.Whole}
		t.count(share.Part)
	case ref.Figure == FigRating:
		t.rating()
	default:
		t.count(ref.Figure)
	}
	return t.Trace, true
}

// Step tells which number of a movement the figure is: "opening", "closing" or the id of a step; false for other figures.
func (f Figure) Step() (id string, ok bool) { return strings.CutPrefix(string(f), movementPrefix) }

// Group finds the group that a name is of; nil when there is none.
func (p *Pack) Group(ref FigureRef) *Group {
	groups := p.Groups(ref.Of)
	for i := range groups {
		if groups[i].ID == ref.ID {
			return &groups[i]
		}
	}
	return nil
}

// tracer traces one figure of one group.
type tracer struct {
	*Trace
	pack    *Pack
	belongs func(*Position) bool
}

// before counts the group as it was last month.
func (t *tracer) before() *Group {
	if t.pack.before == nil {
		return nil
	}
	var members []*Position
	for i := range t.pack.before.positions {
		if r := &t.pack.before.positions[i]; t.belongs(r) {
			members = append(members, r)
		}
	}
	groups := []Group{newGroup(t.Group.ID, t.Group.Name, members, newCounter(t.pack.Rules))}
	if err := rateGroups(groups, t.pack.Rules); err != nil {
		return nil // the rules rated this month's groups, and so rate this
	}
	return &groups[0]
}

// count gives the rows that a count counts, and those that came in or went out.
func (t *tracer) count(f Figure) {
	for _, key := range t.Group.Keys(f) {
		t.Rows = append(t.Rows, t.now(key, f))
	}
	for _, p := range pairsOf(t.pack.before, t.pack.now) {
		was := p.was != nil && t.belongs(p.was) && p.was.In(f)
		is := p.is != nil && t.belongs(p.is) && p.is.In(f)
		switch {
		case is && !was:
			t.CameIn = append(t.CameIn, t.crossed(p, f))
		case was && !is:
			t.WentOut = append(t.WentOut, t.crossed(p, f))
		}
	}
}

// rating gives the rows behind the figures that the rule which held looks at, each once; the wide ones, which say only what the others
// are a share of, are left out.
func (t *tracer) rating() {
	rules := t.pack.Rules.GroupRatings
	if t.Group.RatedBy < 0 || t.Group.RatedBy >= len(rules) {
		return
	}
	t.Parts = t.pack.figuresIn(rules[t.Group.RatedBy].When)
	seen := map[string]bool{}
	for _, f := range t.Parts {
		if f == InScope || f == Outstanding || f == Total {
			continue
		}
		for _, key := range t.Group.Keys(f) {
			if !seen[key] {
				seen[key] = true
				t.Rows = append(t.Rows, t.now(key, f))
			}
		}
	}
}

// figuresIn lists the counts that a rating's rule names, each once.
func (p *Pack) figuresIn(when string) []Figure {
	var out []Figure
	for _, word := range figureWord.FindAllString(when, -1) {
		for _, rule := range p.Figures() {
			if string(rule.Name) == word && !slices.Contains(out, rule.Name) {
				out = append(out, rule.Name)
			}
		}
	}
	return out
}

// movement gives the rows that a number of the bridge counts. Those of a step came in to what is outstanding, or went out.
func (t *tracer) movement(id string) {
	for _, p := range pairsOf(t.pack.before, t.pack.now) {
		if !countsIn(bridge([]pair{p}, t.belongs), id) {
			continue
		}
		row := t.crossed(p, Outstanding)
		t.Rows = append(t.Rows, row)
		switch {
		case id == "opening" || id == "closing":
		case p.is != nil && p.is.outstanding() && t.belongs(p.is):
			t.CameIn = append(t.CameIn, row)
		default:
			t.WentOut = append(t.WentOut, row)
		}
	}
}

// countsIn tells whether the bridge of one row counts it in the number.
func countsIn(b Bridge, id string) bool {
	switch id {
	case "opening":
		return b.Opening > 0
	case "closing":
		return b.Closing > 0
	}
	for _, step := range b.Steps() {
		if step.ID == id {
			return step.N > 0
		}
	}
	return false
}

func (t *tracer) now(key string, f Figure) TracedRow {
	return TracedRow{Position: t.pack.Position(key), Register: t.pack.Register, Counted: f}
}

// crossed gives a row as it is, or as it was where it is gone, and why it came in or went out.
func (t *tracer) crossed(p pair, f Figure) TracedRow {
	row := TracedRow{Position: p.is, Register: t.pack.Register, Counted: f, Why: Reason{Kind: p.reason(f, t.belongs)}}
	if p.is == nil {
		row.Position, row.Register = p.was, t.pack.before.register
	}
	if row.Why.Kind == ReasonStanding {
		row.Why.From, row.Why.To = p.was.Standing, p.is.Standing
	}
	return row
}
