package explain

import (
	"slices"

	"boardpack/report"
	"boardpack/report/figurename"
	"boardpack/report/figurerule"
)

// trace is what is behind a figure, in no language: the recommendations that it counts, and those that came in or went out since last
// month.
type trace struct {
	Ref     figurename.Ref
	Group   *report.Group
	Before  *report.Group   // the same group last month; nil without an earlier month
	Parts   []report.Figure // the figures that this one is worked out from, where it is not a count of rows
	Rows    []tracedRow
	CameIn  []tracedRow // rows that were not behind the figure last month
	WentOut []tracedRow // rows that no longer are
}

// tracedRow is a recommendation behind a figure, as it stands, or as it stood where it is gone.
type tracedRow struct {
	*report.Position
	Register *report.Register // of the month in which it stands so
	Counted  report.Figure    // the figure whose rule decided
	Why      report.Reason    // kind and standings alone, of one that came in or went out
}

// traceOf traces a figure. It is false for one that the pack does not have.
func traceOf(p *report.Pack, ref figurename.Ref) (*trace, bool) {
	group := figurename.Group(p, ref)
	if group == nil || !slices.Contains(figurename.All(p), ref) {
		return nil, false
	}
	t := tracer{trace: &trace{Ref: ref, Group: group, Before: p.GroupBefore(ref.Of, group)}, pack: p, belongs: p.Member(ref.Of, group)}
	switch step, isStep := figurename.Step(ref.Figure); {
	case isStep:
		t.movement(step)
	case ref.Figure == report.PercentComplete:
		share := report.CompleteShare()
		t.Parts = []report.Figure{share.Part, share.Whole}
		t.count(share.Part)
	case ref.Figure == report.FigRating:
		t.rating()
	default:
		t.count(ref.Figure)
	}
	return t.trace, true
}

// tracer traces one figure of one group.
type tracer struct {
	*trace
	pack    *report.Pack
	belongs func(*report.Position) bool
}

// count gives the rows that a count counts, and those that came in or went out.
func (t *tracer) count(f report.Figure) {
	for _, key := range t.Group.Keys(f) {
		t.Rows = append(t.Rows, t.now(key, f))
	}
	for was, is := range t.pack.Pairs() {
		before, now := was != nil && t.belongs(was) && was.In(f), is != nil && t.belongs(is) && is.In(f)
		switch {
		case now && !before:
			t.CameIn = append(t.CameIn, t.crossed(was, is, f))
		case before && !now:
			t.WentOut = append(t.WentOut, t.crossed(was, is, f))
		}
	}
}

// rating gives the rows behind the figures that the rule which held looks at, each once; the wide ones, which say only what the others
// are a share of, are left out.
func (t *tracer) rating() {
	rules := t.pack.Rules.GroupRatings
	switch {
	case t.Group.Rating == report.NotKnown:
		t.Parts = []report.Figure{report.FigUnrecognised, report.InScope}
	case t.Group.RatedBy < 0 || t.Group.RatedBy >= len(rules):
		return
	default:
		t.Parts = figurerule.Named(rules[t.Group.RatedBy], t.pack.Figures())
	}
	seen := map[string]bool{}
	for _, f := range t.Parts {
		if f == report.InScope || f == report.Outstanding || f == report.Total {
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

// movement gives the rows that a number of the bridge counts. Those of a step came in to what is outstanding, or went out.
func (t *tracer) movement(id string) {
	for was, is := range t.pack.Pairs() {
		if !countsIn(report.BridgeOf(was, is, t.belongs), id) {
			continue
		}
		row := t.crossed(was, is, report.Outstanding)
		t.Rows = append(t.Rows, row)
		switch {
		case id == "opening" || id == "closing":
		case is != nil && is.In(report.Outstanding) && t.belongs(is):
			t.CameIn = append(t.CameIn, row)
		default:
			t.WentOut = append(t.WentOut, row)
		}
	}
}

// countsIn tells whether the bridge of one row counts it in the number.
func countsIn(b report.Bridge, id string) bool {
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

func (t *tracer) now(key string, f report.Figure) tracedRow {
	return tracedRow{Position: t.pack.Position(key), Register: t.pack.Register, Counted: f}
}

// crossed gives a row as it is, or as it was where it is gone, and why it came in or went out.
func (t *tracer) crossed(was, is *report.Position, f report.Figure) tracedRow {
	row := tracedRow{Position: is, Register: t.pack.Register, Counted: f, Why: report.WhyIn(was, is, f, t.belongs)}
	if is == nil {
		_, before := t.pack.Rows()
		row.Position, row.Register = was, before.Register
	}
	return row
}
