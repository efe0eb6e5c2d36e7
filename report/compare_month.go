package report

import "slices"

// Movement is what happened between the previous month and this one.
type Movement struct {
	All     Bridge
	Themes  []Bridge // in step with Pack.Themes, and themes that only last month had rows of
	Reviews []Bridge // of a portfolio: in step with Pack.Reviews, then the masters that only last month had
	Changes []Change // in the master's order, removed rows last
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

// reviewBridges works out the movement of each master of a portfolio. What a master that is gone had outstanding is removed.
func reviewBridges(lined []pair, now, before []Review) []Bridge {
	byMaster := map[string][]pair{}
	for _, p := range lined {
		at := p.is
		if at == nil {
			at = p.was
		}
		byMaster[at.Master] = append(byMaster[at.Master], p)
	}
	var out []Bridge
	told := map[string]bool{}
	for _, r := range slices.Concat(now, before) {
		if len(now) == 0 || told[r.ID] {
			continue
		}
		told[r.ID] = true
		b := bridge(byMaster[r.ID], func(*Position) bool { return true })
		b.ID, b.Name = r.ID, r.Name
		out = append(out, b)
	}
	return out
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

// Keys gives the recommendations that a kind of change happened to; with a cause, only those of that cause.
func (m *Movement) Keys(kind ChangeKind, cause Cause) []string {
	var keys []string
	for _, c := range m.Changes {
		if c.Kind == kind && (cause == "" || c.Cause == cause) {
			keys = append(keys, c.Key)
		}
	}
	return keys
}

// LaterKeys gives the open recommendations whose date was moved later.
func (m *Movement) LaterKeys() []string {
	var keys []string
	for _, c := range m.Changes {
		if c.Kind == ChangeDate && c.Days > 0 && c.Is.open() {
			keys = append(keys, c.Key)
		}
	}
	return keys
}
