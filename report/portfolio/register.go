package portfolio

import (
	"slices"
	"strings"

	"boardpack/report"
)

// namedMasters is how many masters the portfolio's cover names as what it was made from.
const namedMasters = 12

// joinRegisters fills in what the portfolio says of itself: what all its masters say alike, and of dates the latest.
func joinRegisters(into *report.Register, all []*report.Register, rules *report.Rules) {
	var files []string
	for _, r := range all {
		files = append(files, r.File)
		into.Month = laterMonth(into.Month, r.Month)
		if into.AsAt.IsZero() || r.AsAt.After(into.AsAt) {
			into.AsAt = r.AsAt
		}
		into.About.Illustrative = into.About.Illustrative || r.About.Illustrative
		into.About.Draft = into.About.Draft || r.About.Draft
	}
	if len(files) > namedMasters {
		files = append(files[:namedMasters:namedMasters], "…")
	}
	into.File = strings.Join(files, ", ")
	for _, f := range report.Fields() {
		if slices.ContainsFunc(all, func(r *report.Register) bool { return r.Has(f) }) {
			into.Columns = append(into.Columns, f)
		}
	}
	about := &into.About
	about.Organisation = sameText(all, func(a *report.About) report.Text { return a.Organisation })
	about.Issuer = sameText(all, func(a *report.About) report.Text { return a.Issuer })
	about.Board = sameText(all, func(a *report.About) report.Text { return a.Board })
	about.MeetingDate = same(all, func(a *report.About) report.Date { return a.MeetingDate })
	about.Contact = sameText(all, func(a *report.About) report.Text { return a.Contact })
	about.Marking = markings(all, rules)
}

// review is what the portfolio says of a part by its register.
func (part *Part) review(r *report.Register) report.Review {
	out := report.Review{ID: part.Name, Name: report.Text{"en": titleOf(r)}, Published: r.About.Published, Pack: r.Name}
	if cy := r.About.Title["cy"]; cy != "" {
		out.Name["cy"] = cy
	}
	return out
}

func laterMonth(a, b report.Month) report.Month {
	if a.Before(b) {
		return b
	}
	return a
}

// same gives what all masters say alike, or nothing.
func same[T comparable](all []*report.Register, get func(*report.About) T) T {
	var none T
	for _, r := range all {
		if get(&r.About) != get(&all[0].About) {
			return none
		}
	}
	return get(&all[0].About)
}

func sameText(all []*report.Register, get func(*report.About) report.Text) report.Text {
	for _, r := range all {
		a, b := get(&r.About), get(&all[0].About)
		if a["en"] != b["en"] || a["cy"] != b["cy"] {
			return nil
		}
	}
	return get(&all[0].About)
}

// markings gives every marking that a master has: a paper that holds marked rows must not lose the mark. One that begins another
// is the weaker and goes without saying.
func markings(all []*report.Register, rules *report.Rules) string {
	var out []string
	for _, r := range all {
		mark := r.About.Marking
		if mark == "" {
			mark = rules.Marking
		}
		if mark != "" && !slices.Contains(out, mark) {
			out = append(out, mark)
		}
	}
	weaker := func(mark string) bool {
		return slices.ContainsFunc(out, func(other string) bool { return other != mark && strings.HasPrefix(other, mark) })
	}
	kept := slices.DeleteFunc(slices.Clone(out), weaker)
	slices.Sort(kept)
	return strings.Join(kept, " / ")
}
