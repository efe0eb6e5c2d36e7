package report

import (
	"slices"
)

// Restated is how the published figures of the month before differ from what its master says now. Each list has the whole first, then
// theme by theme.
type Restated struct {
	Month    Month
	Figures  []RestatedFigure
	Percents []RestatedPercent
	Ratings  []RestatedRating
}

// RestatedFigure is one figure that differs, in number or in the recommendations behind it.
type RestatedFigure struct {
	RestatedOf
	Figure         Figure
	Published, Now int
	Left, Joined   []string // keys that were behind it and are not, and the other way round
}

// RestatedPercent is a percentage complete that differs; nil where it does not apply.
type RestatedPercent struct {
	RestatedOf
	Published, Now *int
}

// RestatedRating is a rating that differs.
type RestatedRating struct {
	RestatedOf
	Published, Now Rating
}

// RestatedOf says of which group something was restated, and why.
type RestatedOf struct {
	ID    string // "all" or a theme's id
	Name  Text
	Cause Restating // "" where nothing tells
}

// Len is how many figures, percentages and ratings differ.
func (r *Restated) Len() int { return len(r.Figures) + len(r.Percents) + len(r.Ratings) }

// Causes lists why, each cause once.
func (r *Restated) Causes() []Restating {
	met := map[Restating]bool{}
	for _, f := range r.Figures {
		met[f.Cause] = true
	}
	for _, p := range r.Percents {
		met[p.Cause] = true
	}
	for _, g := range r.Ratings {
		met[g.Cause] = true
	}
	return slices.DeleteFunc(restatings(), func(c Restating) bool { return !met[c] })
}

// restated compares the month before with what was published of it; nil when nothing was, or nothing differs. The recommendations of the
// month before must be rated already.
func restated(before *snapshot, whole *Group, rules *Rules) (*Restated, error) {
	published := before.published
	if published == nil || published.Month != before.register.Month.String() {
		return nil, nil
	}
	r := &Restated{Month: before.register.Month}
	r.compare(published, &published.All, whole, rules)
	themes := map[string]*PublishedGroup{}
	for i := range published.Themes {
		themes[published.Themes[i].ID] = &published.Themes[i]
	}
	groups := themeGroups(before.positions, rules, newCounter(rules))
	if err := rateGroups(groups, rules); err != nil {
		return nil, err
	}
	for i := range groups {
		then := themes[groups[i].ID]
		if then == nil && groups[i].ID == ThemeUnmatched {
			then = published.All.none()
		}
		if then != nil { // of a theme that is younger than the file nothing was published
			r.compare(published, then, &groups[i], rules)
		}
	}
	if r.Len() == 0 {
		return nil, nil
	}
	return r, nil
}

// compare lists what differs of a group. A figure that the file does not have, because the program that wrote it did not count it, is
// not compared with; nor are the rows of one that it has without them.
func (r *Restated) compare(file *Published, then *PublishedGroup, now *Group, rules *Rules) {
	of := RestatedOf{ID: now.ID, Name: now.Name, Cause: file.Since}
	counted := len(r.Figures)
	for i, f := range now.counter.rules {
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
		figure := RestatedFigure{of, f.Name, count, now.N(f.Name), left, joined}
		if file.Since != ByMaster && file.countedOtherwise(&now.counter.plans[i], rules) {
			figure.Cause = ByRules
		}
		r.Figures = append(r.Figures, figure)
	}
	if then.Rating == "" {
		return
	}
	of.Cause = causeOf(r.Figures[counted:], file.Since)
	if was, is := then.Percent, now.Percent; (was == nil) != (is == nil) || was != nil && *was != *is {
		r.Percents = append(r.Percents, RestatedPercent{of, was, is})
	}
	if then.Rating != now.Rating {
		r.Ratings = append(r.Ratings, RestatedRating{of, then.Rating, now.Rating})
	}
}

// causeOf is why what follows from the figures of a group differs: for the reason for which those do, or where none of them does, because
// it follows from them in another way.
func causeOf(figures []RestatedFigure, since Restating) Restating {
	switch {
	case len(figures) > 0 && !slices.ContainsFunc(figures, func(f RestatedFigure) bool { return f.Cause != figures[0].Cause }):
		return figures[0].Cause
	case len(figures) > 0 || since == ByRules || since == ByVersion:
		return since
	}
	return ByEither
}

// countedOtherwise tells whether a setting that the figure goes by was another when the file was written.
func (p *Published) countedOtherwise(plan *Plan, rules *Rules) bool {
	if p.OverdueBy == "" {
		return false
	}
	soon := slices.ContainsFunc(plan.Asks, func(a Ask) bool { return a.Soon || slices.Contains(a.Of, DueSoon) })
	return plan.Looks(AboutDue) && p.OverdueBy != rules.OverdueBy || soon && p.DueSoonDays != rules.DueSoonDays
}

// without gives the keys of a that b lacks.
func without(a, b []string) []string {
	in := make(map[string]bool, len(b))
	for _, key := range b {
		in[key] = true
	}
	return slices.DeleteFunc(slices.Clone(a), func(key string) bool { return in[key] })
}
