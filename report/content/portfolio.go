package content

import (
	"cmp"
	"slices"
	"strings"

	"boardpack/report"
	"boardpack/report/fold"
	"boardpack/report/named"
)

// isPortfolio tells of a paper on several reviews.
func (w *writer) isPortfolio() bool { return len(w.pack.Reviews) > 0 }

// reviews is how many reviews the portfolio has: all, or those of a rating.
func (w *writer) reviews(rating report.Rating) value {
	n := 0
	for i := range w.pack.Reviews {
		if rating == "" || w.pack.Reviews[i].Rating == rating {
			n++
		}
	}
	return number(n, Ref{Place: PlaceGroups, Of: string(report.OfReviews), ID: string(rating)})
}

// goneReviews are those that the last paper had and this one has not.
func (w *writer) goneReviews() []report.Bridge {
	if w.pack.Movement == nil {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(w.pack.Movement.Reviews), func(b report.Bridge) bool { return w.pack.Review(b.ID) != nil })
}

// reviewName is the name of a review, also of one that is gone.
func (w *writer) reviewName(id string, name report.Text) value {
	text, in := name.In(w.words.Lang())
	return value{text: Text{{Text: text, Lang: w.other(in), Ref: Ref{Place: PlaceGroup, Of: string(report.OfReviews), ID: id}}}}
}

// longestLate finds which of some recommendations is overdue by most days; nil for none.
func (w *writer) longestLate(keys []string) *report.Position {
	var longest *report.Position
	for _, k := range keys {
		if p := w.pack.Position(k); longest == nil || p.DaysLate > longest.DaysLate {
			longest = p
		}
	}
	return longest
}

// byOverdue orders the reviews: most overdue first, then longest late, then by name.
func (w *writer) byOverdue() []*report.Group {
	out := make([]*report.Group, len(w.pack.Reviews))
	late, names := map[string]int{}, map[string]string{}
	for i := range w.pack.Reviews {
		g := &w.pack.Reviews[i]
		out[i], names[g.ID] = g, fold.Text(named.Group(w.words, g))
		if p := w.longestLate(g.Keys(report.Overdue)); p != nil {
			late[g.ID] = p.DaysLate
		}
	}
	slices.SortStableFunc(out, func(a, b *report.Group) int {
		return cmp.Or(b.N(report.Overdue)-a.N(report.Overdue), late[b.ID]-late[a.ID], strings.Compare(names[a.ID], names[b.ID]))
	})
	return out
}

// overdueOf adds up what is overdue in some reviews.
func overdueOf(groups []*report.Group) value { return sumOf(report.OfReviews, groups, report.Overdue) }

// sumOf adds up a figure of some groups of a kind, of which there is one at least.
func sumOf(of report.GroupKind, groups []*report.Group, f report.Figure) value {
	n, terms := 0, []Term(nil)
	for _, g := range groups {
		n += g.N(f)
		terms = append(terms, Term{Ref: figureRef(of, g.ID, f)})
	}
	return number(n, terms[0].Ref, terms[1:]...)
}

// portfolioMessage is what is overdue and in which reviews, the longest form first; what is outstanding where nothing is overdue.
func (w *writer) portfolioMessage() []Text {
	long, short := w.messageOverdue()
	if w.pack.All.N(report.Overdue) == 0 {
		outstanding, _ := w.messageOutstanding()
		return []Text{trimmed(w.say("message", "Outstanding", outstanding, "Overdue", long))}
	}
	where, whereShort := w.whereOverdue()
	both := func(late, where Text) Text {
		return trimmed(capital(w.say("message.portfolio", "Overdue", late, "Where", where)))
	}
	return []Text{both(long, where), both(long, whereShort), both(short, whereShort)}
}

// whereOverdue says which reviews have what is overdue: the fewest that have over half of it where those are three at most, else how many
// have some.
func (w *writer) whereOverdue() (long, short Text) {
	const most = 3
	some := slices.DeleteFunc(w.byOverdue(), func(g *report.Group) bool { return g.N(report.Overdue) == 0 })
	all := w.pack.All.N(report.Overdue)
	held, sum := 0, 0
	for 2*sum <= all {
		sum += some[held].N(report.Overdue)
		held++
	}
	holders := w.worded(number(len(some), Ref{Place: PlaceGroups, Of: string(report.OfReviews), Name: string(report.Overdue)}))
	switch {
	case len(some) == 1:
		return w.count("message.where.only", w.whole(report.Overdue), "Review", w.groupName(report.OfReviews, some[0])), w.count("message.where.one_review", w.whole(report.Overdue))
	case held > most || held == len(some):
		in := w.count("message.where.in", holders)
		return in, in
	}
	n := w.worded(number(held, Ref{Place: PlaceGroups, Of: string(report.OfReviews), ID: GroupsMost, Name: string(report.Overdue)}))
	hold := w.count("message.where.hold", n, "Overdue", overdueOf(some[:held]))
	return hold, hold
}

// reviewsFact says how many reviews the paper has, and how many the last one had.
func (w *writer) reviewsFact() Cell {
	here := w.reviews("")
	if w.pack.PreviousReviews() == 0 {
		return runsCell(here.text)
	}
	id := "strip.reviews.of"
	before := number(w.pack.PreviousReviews(), Ref{Place: PlaceRegister, Name: "previous_reviews"})
	if here.n > before.n {
		id = "strip.reviews.more"
	}
	return runsCell(trimmed(w.count(id, before, "Reviews", here)))
}

// oldestPublished is the day on which the first of the reports was published; zero where no master says.
func (w *writer) oldestPublished() report.Date {
	var oldest report.Date
	for _, r := range w.pack.Register.Reviews {
		if !r.Published.IsZero() && (oldest.IsZero() || r.Published.Before(oldest)) {
			oldest = r.Published
		}
	}
	return oldest
}

// askLookFirst names the review with what is overdue longest, where that is very long.
func (w *writer) askLookFirst() Text {
	const long = 180 // days
	p := w.longestLate(w.pack.All.Keys(report.Overdue))
	if !w.isPortfolio() || p == nil || p.DaysLate <= long {
		return nil
	}
	return w.say("ask.look_first", "Review", w.reviewName(p.Master, w.pack.Review(p.Master).Name), "Days", number(p.DaysLate, recommendation(p.Key).named("days_late")))
}

// askMissing asks after registers that the last paper had.
func (w *writer) askMissing() Text {
	const mostNamed = 2
	gone := w.goneReviews()
	n := number(len(gone), Ref{Place: PlaceGroups, Of: string(report.OfReviews), ID: GroupsGone})
	switch {
	case len(gone) == 0:
		return nil
	case len(gone) > mostNamed:
		return w.count("ask.many.missing", n)
	}
	var names []Text
	for _, b := range gone {
		names = append(names, w.reviewName(b.ID, b.Name).text)
	}
	return w.count("ask.missing", n, "Names", commas(names))
}

// removedOnly tells whether recommendations were taken out of registers that are there.
func (w *writer) removedOnly(keys []string) bool {
	for i := range w.pack.Movement.Changes {
		if c := &w.pack.Movement.Changes[i]; c.Kind == report.ChangeRemoved && slices.Contains(keys, c.Key) && (!w.isPortfolio() || w.pack.Review(c.Was.Master) != nil) {
			return true
		}
	}
	return false
}

// portfolioPlan has no card: each review has its own paper. What is out of scope needs no look where there is much.
func (w *writer) portfolioPlan() plan {
	groups := w.reasons(false)
	if len(w.pack.Positions) > w.measures().Whole {
		groups = slices.DeleteFunc(groups, func(g lookGroup) bool { return g.aside })
	}
	return plan{portfolio: true, look: groups}
}

// ownersSection counts what is outstanding of each owner; only of several reviews, as each review's own paper names the owners.
func (w *writer) ownersSection() []Block {
	if !w.isPortfolio() {
		return nil
	}
	return []Block{heading(2, "owners", trimmed(w.say("index.owners"))), paragraph(RoleIntro, w.say("index.owners.intro")), view(View{Inline: w.byOwner(), Bare: true})}
}
