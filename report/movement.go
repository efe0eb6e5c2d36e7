package report

// pair is one recommendation in two months: either side may be missing.
type pair struct{ was, is *Position }

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

// compare works out the movement of the whole and of each theme, and every change of a row.
func compare(lined []pair, themes []Group, belongs func(*Position) bool) *Movement {
	m := &Movement{All: bridge(lined, belongs)}
	m.All.ID = string(OfAll)
	for _, theme := range movementThemes(lined, themes) {
		b := bridge(lined, func(p *Position) bool { return belongs(p) && p.inTheme(theme.ID) })
		b.ID, b.Name = theme.ID, theme.Name
		m.Themes = append(m.Themes, b)
	}
	for _, p := range lined {
		m.Changes = append(m.Changes, changesOf(p)...)
	}
	return m
}

// movementThemes adds the group of unmatched rows when only last month had any: its movement must close as well.
func movementThemes(lined []pair, themes []Group) []Group {
	out := append([]Group(nil), themes...)
	for _, g := range themes {
		if g.ID == ThemeUnmatched {
			return out
		}
	}
	for _, p := range lined {
		if p.was != nil && p.was.inTheme(ThemeUnmatched) {
			return append(out, Group{ID: ThemeUnmatched})
		}
	}
	return out
}

func (p *Position) inTheme(id string) bool {
	for _, theme := range p.GroupThemes {
		if theme == id {
			return true
		}
	}
	return false
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

// Step is one step of a bridge.
type Step struct {
	ID   string // the name in figures.json: "new", "moved_out"
	N    int
	Sign int // +1 adds to outstanding, −1 takes away
}

// Steps gives the steps from opening to closing, in the order in which they are printed.
func (b Bridge) Steps() []Step {
	return []Step{{"new", b.New, 1}, {"reopened", b.Reopened, 1}, {"came_into_scope", b.CameIntoScope, 1}, {"moved_in", b.MovedIn, 1},
		{"completed", b.Completed, -1}, {"left_scope", b.LeftScope, -1}, {"removed", b.Removed, -1}, {"moved_out", b.MovedOut, -1}}
}
