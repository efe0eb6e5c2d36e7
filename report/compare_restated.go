package report

import (
	"slices"
)

// Restated is how the published figures of the month before differ from what its master says now.
type Restated struct {
	Month   Month
	Figures []RestatedFigure // of the whole first, then theme by theme
}

// RestatedFigure is one figure that differs, in number or in the recommendations behind it.
type RestatedFigure struct {
	ID             string // of the group: "all" or a theme's id
	Name           Text
	Figure         Figure
	Published, Now int
	Left, Joined   []string // keys that were behind it and are not, and the other way round
}

// restated compares the month before with what was published of it; nil when nothing was, or nothing differs.
func restated(before *snapshot, whole *Group, rules *Rules) *Restated {
	published := before.published
	if published == nil || published.Month != before.register.Month.String() {
		return nil
	}
	r := &Restated{Month: before.register.Month}
	r.compare(&published.All, whole)
	themes := map[string]*PublishedGroup{}
	for i := range published.Themes {
		themes[published.Themes[i].ID] = &published.Themes[i]
	}
	for _, group := range themeGroups(before.positions, rules, newCounter(rules)) {
		then := themes[group.ID]
		if then == nil && group.ID == ThemeUnmatched {
			then = published.All.none()
		}
		if then != nil { // of a theme that is younger than the file nothing was published
			r.compare(then, &group)
		}
	}
	if len(r.Figures) == 0 {
		return nil
	}
	return r
}

// compare lists the figures that differ. One that the file does not have, because the program that wrote it did not count it, is
// not compared with; nor are the rows of one that it has without them.
func (r *Restated) compare(then *PublishedGroup, now *Group) {
	for _, f := range now.counter.rules {
		count, published := then.Counts[f.Name]
		if !published {
			continue
		}
		refs, named := then.Refs[f.Name]
		var left, joined []string
		if named || count == 0 {
			left, joined = without(refs, now.Keys(f.Name)), without(now.Keys(f.Name), refs)
		}
		if count == now.N(f.Name) && len(left)+len(joined) == 0 {
			continue
		}
		r.Figures = append(r.Figures, RestatedFigure{ID: now.ID, Name: now.Name, Figure: f.Name, Published: count,
			Now: now.N(f.Name), Left: left, Joined: joined})
	}
}

// without gives the keys of a that b lacks.
func without(a, b []string) []string {
	in := make(map[string]bool, len(b))
	for _, key := range b {
		in[key] = true
	}
	return slices.DeleteFunc(slices.Clone(a), func(key string) bool { return in[key] })
}
