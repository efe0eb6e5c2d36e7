package report

import (
	"sort"
	"strconv"
	"strings"

	"boardpack/report/fold"
)

// NotGiven is the id of the group of rows whose heading, source or owner is empty.
const NotGiven = "not_given"

// GroupKind is what a group groups by.
type GroupKind string

// The kinds of groups.
const (
	OfAll      GroupKind = "all"
	OfThemes   GroupKind = "themes"
	OfHeadings GroupKind = "headings"
	OfSources  GroupKind = "sources"
	OfOwners   GroupKind = "owners"
	OfReviews  GroupKind = "reviews" // the masters of a portfolio
)

// Group is the figures of the whole, or of one theme, heading, source, owner or review.
type Group struct {
	ID   string // "all", a theme's id, or a short form of the name that is unique in its list
	Name Text   // empty for the whole and for NotGiven and ThemeUnmatched: the wording names those
	// Percent is percent_complete, 0 to 100; nil when nothing is in scope ("not applicable").
	Percent *int
	Rating  Rating
	RatedBy int // index of the rule in Rules.GroupRatings that held; -1 when not rated

	counter *counter
	keys    [][]string     // in step with Figures()
	rated   map[Rating]int // how many of its recommendations have each rating
}

// N gives the count of a figure.
func (g *Group) N(f Figure) int { return len(g.Keys(f)) }

// Keys gives the keys of the recommendations behind a figure, in the master's order; none for a figure that there is none of.
func (g *Group) Keys(f Figure) []string {
	if i, ok := g.counter.places[f]; ok {
		return g.keys[i]
	}
	return nil
}

// Figures lists every count of the group: those of Figures and of its rules.
func (g *Group) Figures() []FigureRule { return g.counter.rules }

// newGroup counts the figures of the given positions, which are rated already.
func newGroup(id string, name Text, positions []*Position, count *counter) Group {
	g := Group{ID: id, Name: name, RatedBy: -1, Rating: NotRated, counter: count, keys: make([][]string, len(count.rules)), rated: map[Rating]int{}}
	for _, p := range positions {
		g.rated[p.Rating]++
		for i, counted := range p.figures {
			if counted {
				g.keys[i] = append(g.keys[i], p.Key)
			}
		}
	}
	share := CompleteShare()
	g.Percent = percent(g.N(share.Part), g.N(share.Whole))
	return g
}

// percent is n of m in whole percent, half away from zero, never 0 unless n is 0 and never 100 unless n is m; nil when m
// is 0.
func percent(n, m int) *int {
	if m == 0 {
		return nil
	}
	p := (200*n + m) / (2 * m)
	if p == 0 && n > 0 {
		p = 1
	}
	if p == 100 && n < m {
		p = 99
	}
	return &p
}

// themeGroups gives every configured theme, also an empty one, then the rows that match none, if there are any.
func themeGroups(positions []Position, rules *Rules, count *counter) []Group {
	members := map[string][]*Position{}
	for i := range positions {
		for _, id := range positions[i].GroupThemes {
			members[id] = append(members[id], &positions[i])
		}
	}
	var groups []Group
	for _, theme := range rules.Themes {
		groups = append(groups, newGroup(theme.ID, theme.Name, members[theme.ID], count))
	}
	if unmatched := members[ThemeUnmatched]; len(unmatched) > 0 {
		groups = append(groups, newGroup(ThemeUnmatched, nil, unmatched, count))
	}
	return groups
}

// reviewGroups gives each master of a portfolio, also one whose rows were all taken out.
func reviewGroups(positions []Position, reviews []Review, count *counter) []Group {
	members := map[string][]*Position{}
	for i := range positions {
		members[positions[i].Master] = append(members[positions[i].Master], &positions[i])
	}
	var groups []Group
	for _, r := range reviews {
		groups = append(groups, newGroup(r.ID, r.Name, members[r.ID], count))
	}
	return groups
}

// textGroups groups by a text as typed, compared without case and spacing, in order of appearance; rows without one last.
func textGroups(positions []Position, count *counter, names welshNames, f Field) []Group {
	var order []string
	members, typed := map[string][]*Position{}, map[string]string{}
	for i := range positions {
		name := strings.TrimSpace(positions[i].Name(f))
		id := fold.Text(name)
		if members[id] == nil && id != "" {
			order = append(order, id)
			typed[id] = name
		}
		members[id] = append(members[id], &positions[i])
	}
	var groups []Group
	used := map[string]bool{NotGiven: true}
	for _, id := range order {
		groups = append(groups, newGroup(uniqueID(typed[id], used), names.said(f, typed[id]), members[id], count))
	}
	if blank := members[""]; len(blank) > 0 {
		groups = append(groups, newGroup(NotGiven, nil, blank, count))
	}
	return groups
}

// ownerGroups are in alphabetical order: staff look themselves up.
func ownerGroups(positions []Position, count *counter, names welshNames) []Group {
	groups := textGroups(positions, count, names, FieldOwner)
	sort.SliceStable(groups, func(a, b int) bool {
		if (groups[a].ID == NotGiven) != (groups[b].ID == NotGiven) {
			return groups[b].ID == NotGiven
		}
		return fold.Text(groups[a].Name["en"]) < fold.Text(groups[b].Name["en"])
	})
	return groups
}

// uniqueID makes a short id of letters, digits and hyphens from a name, and marks it used.
func uniqueID(name string, used map[string]bool) string {
	id := strings.Join(strings.FieldsFunc(strings.ToLower(name), func(r rune) bool {
		return !('a' <= r && r <= 'z' || '0' <= r && r <= '9' || r > 127)
	}), "-")
	if id == "" {
		id = "group"
	}
	unique := id
	for n := 2; used[unique]; n++ {
		unique = id + "-" + strconv.Itoa(n)
	}
	used[unique] = true
	return unique
}
