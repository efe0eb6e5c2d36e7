package report

import "slices"

// pair is one recommendation in two months: either side may be missing.
type pair struct{ was, is *Position }

// otherDecides tells whether another action decides the date than last month's.
func (p pair) otherDecides() bool { return p.was.Deciding != p.is.last.deciding }

// Bridge is the movement of outstanding recommendations between two months. It always closes:
// Opening + New + Reopened + CameIntoScope + MovedIn − Completed − LeftScope − Removed − MovedOut = Closing.
type Bridge struct {
	ID            string // "all" or a theme's id
	Name          Text
	Opening       int
	New           int
	Reopened      int
	CameIntoScope int
	MovedIn       int
	Completed     int
	LeftScope     int
	Removed       int
	MovedOut      int
	Closing       int
}

// Step is one step of a bridge.
type Step struct {
	ID   string // the name in figures.json: "new", "moved_out"
	N    int
	Sign int // +1 adds to outstanding, −1 takes away
}

// pairsOf lines up two months; without an earlier one there are no pairs.
func pairsOf(before, now *snapshot) []pair {
	if before == nil {
		return nil
	}
	return pairs(before, now)
}

// pairs lines up two months: every row of the later month in its order, then the rows of the earlier one that are gone.
func pairs(before, now *snapshot) []pair {
	var out []pair
	found := make([]bool, len(before.positions))
	for i := range now.positions {
		p := pair{is: &now.positions[i]}
		if last := now.Last[i]; last >= 0 {
			p.was, found[last] = &before.positions[last], true
		}
		out = append(out, p)
	}
	for i := range before.positions {
		if !found[i] {
			out = append(out, pair{was: &before.positions[i]})
		}
	}
	return out
}

func (p *Position) inTheme(id string) bool {
	return slices.Contains(p.GroupThemes, id)
}

// bridge counts the movement of outstanding among the positions that belong. A recommendation that both moved theme and was
// completed counts as completed in the theme that it left; one that moved and was reopened, as reopened in the theme
// that it came to. So the themes' bridges add up to that of the whole but for moved in and moved out, which cancel out.
func bridge(lined []pair, belongs func(*Position) bool) Bridge {
	var b Bridge
	for _, p := range lined {
		was := p.was != nil && p.was.outstanding() && belongs(p.was)
		is := p.is != nil && p.is.outstanding() && belongs(p.is)
		b.Opening += one(was)
		b.Closing += one(is)
		switch {
		case is && !was:
			*b.inflow(p)++
		case was && !is:
			*b.outflow(p)++
		}
	}
	return b
}

// inflow says why a recommendation is outstanding here that was not last month.
func (b *Bridge) inflow(p pair) *int {
	switch {
	case p.was == nil:
		return &b.New
	case p.was.outstanding():
		return &b.MovedIn
	case p.was.inScope():
		return &b.Reopened
	}
	return &b.CameIntoScope
}

// outflow says why a recommendation is no longer outstanding here.
func (b *Bridge) outflow(p pair) *int {
	switch {
	case p.is == nil:
		return &b.Removed
	case p.is.outstanding():
		return &b.MovedOut
	case p.is.inScope():
		return &b.Completed
	}
	return &b.LeftScope
}

// Closes tells whether the bridge adds up. It always does; tests and verify ask.
func (b Bridge) Closes() bool {
	return b.Opening+b.New+b.Reopened+b.CameIntoScope+b.MovedIn-b.Completed-b.LeftScope-b.Removed-b.MovedOut == b.Closing
}

// Steps gives the steps from opening to closing, in the order in which they are printed.
func (b Bridge) Steps() []Step {
	return []Step{{"new", b.New, 1}, {"reopened", b.Reopened, 1}, {"came_into_scope", b.CameIntoScope, 1}, {"moved_in", b.MovedIn, 1},
		{"completed", b.Completed, -1}, {"left_scope", b.LeftScope, -1}, {"removed", b.Removed, -1}, {"moved_out", b.MovedOut, -1}}
}
