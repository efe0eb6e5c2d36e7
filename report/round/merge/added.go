package merge

import "slices"

// Note is an answer that is added to what a cell says.
type Note struct {
	Owner string
	Day   string // YYYY-MM-DD: when it was given; "" where nothing tells
	Value Value
}

// add settles a cell to which answers are added, with what it says kept below them. So the team's own change is in conflict with none of
// them, unless it changed the cell after answers were added to it.
func (r *resolver) add(id ID, s *settled) {
	s.answers = slices.DeleteFunc(s.answers, func(i int) bool {
		a := &r.Answers[i]
		switch {
		case a.Value.Key == s.team.Key && s.touched:
			r.out[i].Kind = SameChange
		case a.Value.Key == s.team.Key:
			r.out[i].Kind = Same
		case a.Value.Key == a.Asked.Key:
			r.out[i].Kind = TeamStands
		}
		return !r.open(i)
	})
	if len(s.answers) == 0 {
		return
	}
	before := s.team
	if s.touched {
		before = r.Journal[id].Before
	}
	to := r.Add(id.Field, r.notes(s), before)
	kind := Taken
	if s.touched {
		kind = r.addedBefore(s, to.Key == r.Journal[id].Wrote.Key)
	}
	for _, i := range s.answers {
		r.out[i].Kind = kind
		if kind == Taken {
			s.owners = append(s.owners, r.Answers[i].Owner)
		}
	}
	if kind == Taken {
		s.team, s.to = before, to
	}
}

// addedBefore tells what becomes of answers to a cell that the team has changed since some were added.
func (r *resolver) addedBefore(s *settled, same bool) Kind {
	decided := func(d Decision) bool {
		return slices.ContainsFunc(s.answers, func(i int) bool { return r.Answers[i].Decided == d })
	}
	switch {
	case same:
		return ChangedSince
	case decided(Take):
		return Taken
	case decided(Keep):
		return Kept
	}
	return Conflict
}

func (r *resolver) notes(s *settled) []Note {
	var out []Note
	for _, i := range s.answers {
		out = append(out, Note{r.Answers[i].Owner, r.Answers[i].Day, r.Answers[i].Value})
	}
	return out
}
