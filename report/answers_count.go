package report

import (
	"cmp"
	"slices"

	"boardpack/report/fold"
)

// WithReturns gives the pack with what its owners were asked and answered. What is of a recommendation that the pack does not have is left
// out. The pack itself is not changed.
func (p *Pack) WithReturns(in *Returns) *Pack {
	out := *p
	out.Round = countReturns(p, in)
	if out.Round.NotUpdated = in.NotUpdated; in.NotUpdated == nil {
		out.Round.NotUpdated = p.notUpdated()
	}
	return &out
}

// countReturns counts by recommendation.
func countReturns(p *Pack, in *Returns) *Round {
	r := &Round{ReplyBy: in.ReplyBy, Unread: in.Unread, answers: map[string]Answer{}, returns: in}
	place := func(key string) int { return p.byKey[key] }
	var rows []AskedRow
	for _, row := range in.Rows {
		if p.Position(row.Key) != nil {
			rows = append(rows, row)
		}
	}
	slices.SortStableFunc(rows, func(a, b AskedRow) int {
		return cmp.Or(cmp.Compare(place(a.Key), place(b.Key)), cmp.Compare(a.Row, b.Row), cmp.Compare(fold.Text(a.Owner["en"]), fold.Text(b.Owner["en"])), cmp.Compare(a.Owner["en"], b.Owner["en"]))
	})
	r.All = askedGroup(string(OfAll), nil, rows)
	for _, f := range []struct {
		figure Figure
		is     Answer
	}{{FigAnswered, Answered}, {FigPartlyAnswered, PartlyAnswered}, {FigNotAnswered, NotAnswered}} {
		for _, key := range r.All.Keys(f.figure) {
			r.answers[key] = f.is
		}
	}
	r.Owners = askedOwners(rows)
	r.Reviews = askedReviews(p, rows)
	for _, e := range in.Extensions {
		if p.Position(e.Key) != nil {
			r.Extensions = append(r.Extensions, e)
		}
	}
	slices.SortStableFunc(r.Extensions, func(a, b Extension) int {
		return cmp.Or(cmp.Compare(place(a.Key), place(b.Key)), cmp.Compare(fold.Text(a.Owner["en"]), fold.Text(b.Owner["en"])))
	})
	return r
}

// askedGroup counts rows, which are in the order of their recommendations.
func askedGroup(id string, name Text, rows []AskedRow) RoundGroup {
	g := RoundGroup{ID: id, Name: name, keys: map[Figure][]string{}}
	for len(rows) > 0 {
		n := 1
		for n < len(rows) && rows[n].Key == rows[0].Key {
			n++
		}
		g.keys[FigAsked] = append(g.keys[FigAsked], rows[0].Key)
		f := figureOf(answerOf(rows[:n]))
		g.keys[f] = append(g.keys[f], rows[0].Key)
		rows = rows[n:]
	}
	return g
}

func figureOf(a Answer) Figure {
	switch a {
	case Answered:
		return FigAnswered
	case PartlyAnswered:
		return FigPartlyAnswered
	}
	return FigNotAnswered
}

// answerOf sums up the rows of one recommendation: a row is answered where one of its owners has answered it.
func answerOf(rows []AskedRow) Answer {
	best := map[string]Answer{}
	for _, row := range rows {
		if was, met := best[row.Row]; !met || slices.Index(Answers(), row.Answer) < slices.Index(Answers(), was) {
			best[row.Row] = row.Answer
		}
	}
	all, some := true, false
	for _, a := range best {
		all = all && a == Answered
		some = some || a != NotAnswered
	}
	switch {
	case all:
		return Answered
	case some:
		return PartlyAnswered
	}
	return NotAnswered
}

// askedOwners counts each owner's own rows and answers, by name.
func askedOwners(rows []AskedRow) []RoundGroup {
	byName, names := map[string][]AskedRow{}, map[string]Text{}
	for _, row := range rows {
		id := fold.Text(row.Owner["en"])
		byName[id] = append(byName[id], row)
		if names[id] == nil || names[id]["cy"] == "" && row.Owner["cy"] != "" {
			names[id] = row.Owner
		}
	}
	order := make([]string, 0, len(byName))
	for id := range byName {
		order = append(order, id)
	}
	slices.Sort(order)
	var out []RoundGroup
	used := map[string]bool{}
	for _, id := range order {
		out = append(out, askedGroup(uniqueID(names[id]["en"], used), names[id], byName[id]))
	}
	return out
}

// askedReviews counts those of each master of a portfolio.
func askedReviews(p *Pack, rows []AskedRow) []RoundGroup {
	var out []RoundGroup
	for _, review := range p.Register.Reviews {
		var of []AskedRow
		for _, row := range rows {
			if p.Position(row.Key).Master == review.ID {
				of = append(of, row)
			}
		}
		if len(of) > 0 {
			out = append(out, askedGroup(review.ID, review.Name, of))
		}
	}
	return out
}

// notUpdated lists the open recommendations that have not been updated since the month before, by the rule of the check of that name; nil
// where nothing tells.
func (p *Pack) notUpdated() []string {
	if p.before == nil || !p.Register.Has(FieldUpdated) {
		return nil
	}
	out := []string{}
	for _, pair := range pairsOf(p.before, p.now) {
		if pair.was != nil && pair.is != nil && pair.is.notUpdatedSince(p.PreviousAsAt) {
			out = append(out, pair.is.Key)
		}
	}
	return out
}

// JoinReturns puts what several packs have of one round together; key gives the name that the pack of all has for a key of one. It is nil
// where none of them was asked.
func JoinReturns(rounds []*Round, key func(of int, key string) string) *Returns {
	var out *Returns
	for i, r := range rounds {
		if r == nil {
			continue
		}
		if out == nil {
			out = &Returns{ReplyBy: r.ReplyBy, Unread: r.Unread} // the files are of the round, not of a pack
		}
		for _, row := range r.returns.Rows {
			row.Key = key(i, row.Key)
			out.Rows = append(out.Rows, row)
		}
		for _, e := range r.Extensions {
			e.Key = key(i, e.Key)
			out.Extensions = append(out.Extensions, e)
		}
		if r.NotUpdated != nil && out.NotUpdated == nil {
			out.NotUpdated = []string{}
		}
		for _, k := range r.NotUpdated {
			out.NotUpdated = append(out.NotUpdated, key(i, k))
		}
	}
	return out
}

// returnsOf are those of the recommendations of a part of a pack.
func (r *Round) returnsOf(part *Pack) *Returns {
	out := *r.returns
	out.NotUpdated = slices.DeleteFunc(slices.Clone(r.NotUpdated), func(key string) bool { return part.Position(key) == nil })
	return &out
}
