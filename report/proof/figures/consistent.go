package figures

import (
	"fmt"
	"slices"
	"strconv"

	"boardpack/report"
	"boardpack/report/proof/difference"
)

// check holds the figures file to itself: each count to its refs, the sums of docs/design.md, "Figures", each group to the whole, the
// movement to its bridge, the trend to this month.
func (f *File) check(d *difference.List) {
	f.checkGroup(d, "all", &f.All)
	for _, kind := range groupKinds() {
		groups := f.Groups(kind)
		for i := range groups {
			f.checkGroup(d, fmt.Sprintf("%s.%s", kind, groups[i].ID), &groups[i])
		}
	}
	if len(f.Recommendations) != f.All.count(report.Total) {
		d.Number("figures.json", "recommendations", f.All.count(report.Total), len(f.Recommendations))
	}
	f.checkStandings(d)
	last := f.Trend[len(f.Trend)-1]
	for _, pair := range []struct {
		figure report.Figure
		n      int
	}{{report.InScope, last.InScope}, {report.FigComplete, last.Complete}, {report.Outstanding, last.Outstanding}, {report.Overdue, last.Overdue}} {
		d.Number("figures.json, trend", string(pair.figure), f.All.count(pair.figure), pair.n)
	}
	f.checkMovement(d)
	f.checkChanges(d)
	f.checkRound(d)
}

// groupKinds are the kinds of groups that the figures file has, beside the whole.
func groupKinds() []report.GroupKind {
	return []report.GroupKind{report.OfThemes, report.OfHeadings, report.OfSources, report.OfOwners, report.OfReviews}
}

// checkChanges holds that the reasons of each changed figure add up, and that the ages add up to what is overdue.
func (f *File) checkChanges(d *difference.List) {
	for _, c := range f.FigureChanges {
		is := c.Was
		for _, r := range c.Reasons {
			is += r.Effect
			d.Number("figures.json, figure_changes of "+string(c.Figure), "an effect", len(r.Refs), max(r.Effect, -r.Effect))
		}
		d.Number("figures.json, figure_changes of "+string(c.Figure), "is", is, c.Is)
		d.Number("figures.json, figure_changes of "+string(c.Figure), "is", f.All.count(c.Figure), c.Is)
	}
	late := 0
	for _, band := range f.Ageing {
		late += band.N
		d.Number("figures.json, ageing", string(band.ID), len(band.Refs), band.N)
	}
	if len(f.Ageing) > 0 {
		d.Number("figures.json, ageing", "overdue", f.All.count(report.Overdue), late)
	}
}

// checkGroup compares a group's counts with its refs and with each other.
func (f *File) checkGroup(d *difference.List, name string, g *group) {
	place := "figures.json, " + name
	for _, figure := range f.counts {
		d.Number(place, string(figure), len(g.Refs[figure]), g.count(figure))
		for _, key := range g.Refs[figure] {
			if f.ByKey[key] == nil {
				d.Add(place, "a recommendation behind "+string(figure), "", key)
			}
		}
	}
	sum := func(figures ...report.Figure) int {
		n := 0
		for _, figure := range figures {
			n += g.count(figure)
		}
		return n
	}
	d.Number(place, "total", sum(report.InScope, report.FigNotAccepted, report.FigWithdrawn, report.FigSuperseded, report.FigExternal), g.count(report.Total))
	d.Number(place, "in_scope", sum(report.FigComplete, report.AwaitingSignOff, report.FigInProgress, report.FigNotStarted, report.FigUnrecognised), g.count(report.InScope))
	d.Number(place, "open", sum(report.FigInProgress, report.FigNotStarted, report.FigUnrecognised), g.count(report.Open))
	d.Number(place, "outstanding", sum(report.Open, report.AwaitingSignOff), g.count(report.Outstanding))
	if g.counts(report.Dated) && g.counts(report.DueLater) {
		d.Number(place, "open", sum(report.Dated, report.NoDate), g.count(report.Open))
		d.Number(place, "dated", sum(report.Overdue, report.DueSoon, report.DueLater), g.count(report.Dated))
	}
	f.checkPercent(d, place, g)
	if unread := 10*g.count(report.FigUnrecognised) > g.count(report.InScope); unread || g.Rag == report.NotKnown {
		f.checkNotKnown(d, place, unread, g.Rag)
	}
}

// checkNotKnown holds what the statuses that are not recognised make not known to that rating, or red; and nothing else to it. Files of
// versions before it, which did not count what is due later, have no such rating.
func (f *File) checkNotKnown(d *difference.List, place string, unread bool, rating report.Rating) {
	if f.All.counts(report.DueLater) && (!unread || rating != report.NotKnown && rating != report.Red) {
		d.Add(place, "rag, which is not known for the statuses that are not recognised", fmt.Sprint(unread), string(rating))
	}
}

// checkPercent works the percentage out again: to the nearest whole percent, halves up, 0 and 100 only for none and all.
func (f *File) checkPercent(d *difference.List, place string, g *group) {
	wanted := percentOf(g.count(report.FigComplete), g.count(report.InScope))
	if wanted != g.percent() {
		d.Add(place, "percent_complete", wanted, g.percent())
	}
}

// percent is the percentage as figures.json has it: "null" where it does not apply.
func (g *group) percent() string {
	if g.Percent == nil {
		return "null"
	}
	return strconv.Itoa(*g.Percent)
}

func percentOf(part, whole int) string {
	switch {
	case whole == 0:
		return "null"
	case part == 0:
		return "0"
	case part == whole:
		return "100"
	}
	return strconv.Itoa(min(99, max(1, (100*part+whole/2)/whole)))
}

// checkStandings compares each recommendation's standing, rating and late days with the lists that it is in.
func (f *File) checkStandings(d *difference.List) {
	for i := range f.Recommendations {
		r := &f.Recommendations[i]
		if !f.has(report.Figure(r.Standing), r.Ref) {
			d.Add("figures.json, all", fmt.Sprintf("the refs of %s", r.Standing), r.Ref, "")
		}
		if late := f.has(report.Overdue, r.Ref); late != (r.DaysLate > 0) {
			d.Add("figures.json, recommendation "+r.Ref, "days_late", fmt.Sprint("above 0: ", late), strconv.Itoa(r.DaysLate))
		}
		if unread := r.Standing == report.StandUnrecognised; (unread || r.Rag == report.NotKnown) && r.DaysLate == 0 {
			f.checkNotKnown(d, "figures.json, recommendation "+r.Ref, unread, r.Rag)
		}
	}
}

// checkMovement holds that every bridge closes and starts and ends where the figures do.
func (f *File) checkMovement(d *difference.List) {
	if f.Movement == nil {
		return
	}
	for _, b := range slices.Concat([]bridge{f.Movement.All}, f.Movement.Themes, f.Movement.Reviews) {
		sum := b.Numbers["opening"]
		for _, step := range (report.Bridge{}).Steps() {
			sum += step.Sign * b.Numbers[step.ID]
		}
		d.Number("figures.json, movement of "+b.ID, "closing", sum, b.Numbers["closing"])
	}
	d.Number("figures.json, movement", "closing", f.All.count(report.Outstanding), f.Movement.All.Numbers["closing"])
	if n := len(f.Trend); n > 1 {
		d.Number("figures.json, movement", "opening", f.Trend[n-2].Outstanding, f.Movement.All.Numbers["opening"])
	}
	f.checkClosing(d, f.Movement.Themes, f.Themes)
	f.checkClosing(d, f.Movement.Reviews, f.Reviews)
	f.checkReviews(d)
}

// checkClosing holds that each bridge ends where the figures of its group do.
func (f *File) checkClosing(d *difference.List, bridges []bridge, groups []group) {
	for _, b := range bridges {
		for i := range groups {
			if g := &groups[i]; g.ID == b.ID {
				d.Number("figures.json, movement of "+b.ID, "closing", g.count(report.Outstanding), b.Numbers["closing"])
			}
		}
	}
}

// checkReviews holds that the reviews of a portfolio add up to the whole, and that what one that is gone had is removed.
func (f *File) checkReviews(d *difference.List) {
	if len(f.Reviews) == 0 {
		return
	}
	sums, here := map[string]int{}, 0
	for _, b := range f.Movement.Reviews {
		for name, n := range b.Numbers {
			sums[name] += n
		}
		if f.group(string(report.OfReviews), b.ID) == nil {
			d.Number("figures.json, movement of "+b.ID, "removed", b.Numbers["opening"], b.Numbers["removed"])
		} else {
			here++
		}
	}
	for name, n := range f.Movement.All.Numbers {
		d.Number("figures.json, movement of the reviews", name, n, sums[name])
	}
	d.Number("figures.json, movement", "reviews", len(f.Reviews), here)
	if gone := len(f.Movement.Reviews) - here; f.PreviousReviews != nil && (*f.PreviousReviews < gone || *f.PreviousReviews > len(f.Movement.Reviews)) {
		d.Number("figures.json", "previous_reviews", len(f.Movement.Reviews), *f.PreviousReviews)
	}
}
