package report

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
)

// Published is what was published of a month: its figures file, read back.
type Published struct {
	Schema string
	Month  string
	All    publishedGroup
	Themes []publishedGroup
}

// publishedGroup is the counts of a group and the keys behind each.
type publishedGroup struct {
	id     string
	counts map[Figure]int
	refs   map[Figure][]string
}

// UnmarshalJSON takes the fields that are figures; those that a later version adds are left.
func (g *publishedGroup) UnmarshalJSON(data []byte) error {
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(data, &fields); err != nil {
		return err
	}
	g.counts = map[Figure]int{}
	for _, f := range Figures() {
		raw, ok := fields[string(f.Name)]
		if !ok {
			continue
		}
		n := 0
		if err := json.Unmarshal(raw, &n); err != nil {
			return fmt.Errorf("%s: %w", f.Name, err)
		}
		g.counts[f.Name] = n
	}
	for name, into := range map[string]any{"id": &g.id, "refs": &g.refs} {
		if raw, ok := fields[name]; ok {
			if err := json.Unmarshal(raw, into); err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
		}
	}
	return nil
}

// ReadPublished reads a figures file back.
func ReadPublished(data []byte) (*Published, error) {
	var p Published
	if err := json.Unmarshal(data, &p); err != nil {
		return nil, fmt.Errorf("not a figures file: %w", err)
	}
	if p.Schema != FiguresSchema {
		return nil, fmt.Errorf("the schema is %q, and %q is the one that is read", p.Schema, FiguresSchema)
	}
	return &p, nil
}

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
	published := before.register.Published
	if published == nil || published.Month != before.register.Month.String() {
		return nil
	}
	r := &Restated{Month: before.register.Month}
	r.compare(&published.All, whole)
	themes := map[string]*publishedGroup{}
	for i := range published.Themes {
		themes[published.Themes[i].id] = &published.Themes[i]
	}
	for _, group := range themeGroups(before.positions, rules, newCounter()) {
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

// none is a group of which nothing was counted: rows of no known theme are not in the file where there were none.
func (g *publishedGroup) none() *publishedGroup {
	none := &publishedGroup{counts: map[Figure]int{}}
	for f := range g.counts {
		none.counts[f] = 0
	}
	return none
}

// compare lists the figures that differ. One that the file does not have, because the program that wrote it did not count it, is
// not compared with; nor are the rows of one that it has without them.
func (r *Restated) compare(then *publishedGroup, now *Group) {
	for _, f := range Figures() {
		count, published := then.counts[f.Name]
		if !published {
			continue
		}
		refs, named := then.refs[f.Name]
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

// restatedProblem says that last month's figures are not those that were published.
func (p *Pack) restatedProblem() []Problem {
	if p.Restated == nil {
		return nil
	}
	return []Problem{{Level: Warning, Code: "restated", File: p.Register.File,
		Args: map[string]string{"Month": p.Restated.Month.String(), "Figures": strconv.Itoa(len(p.Restated.Figures))}}}
}

// RestatedTable lists the figures of last month that are not those that were published.
func (p *Pack) RestatedTable(w Words) Table {
	t := table(w, "restated", "Month", w.MonthName(p.PreviousMonth))
	t.Empty = w.Say("table.restated.empty")
	t.column(w, string(OfThemes), KindText, 26)
	t.column(w, "figure", KindText, 22)
	t.column(w, "published", KindCount, 12)
	t.column(w, "corrected", KindCount, 12)
	t.column(w, "left", KindText, 30)
	t.column(w, "joined", KindText, 30)
	if p.Restated == nil {
		return t
	}
	for _, f := range p.Restated.Figures {
		t.row("", plainCell(groupName(w, f.ID, f.Name)), plainCell(p.figureLabel(w, f.Figure)), countCell(f.Published), countCell(f.Now),
			keysCell(f.Left), keysCell(f.Joined))
	}
	return t
}
