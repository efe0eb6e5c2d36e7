package merge

import (
	"cmp"
	"slices"
)

// settled is what a cell is to hold.
type settled struct {
	answers []int // that may decide it
	team    Value // T: what the cell would hold without any answer
	touched bool  // the team has changed it since something was written
	to      Value
	owners  []string // whose answer is in it; nil where it is the team's
}

// Team gives what the team has in a cell, and whether an answer stands there in its place now. Whatever is said against an answer is to be
// judged by this, and never by what the cell holds: that may be an answer which came earlier only by chance.
func (in *Input) Team(id ID) (team Value, answered bool) {
	now := in.Cells[id].Now
	if j, wrote := in.Journal[id]; wrote && now.Key == j.Wrote.Key {
		return j.Before, true
	}
	return now, false
}

// base gives what the team has in a cell.
func (r *resolver) base(id ID) *settled {
	team, answered := r.Team(id)
	_, wrote := r.Journal[id]
	return &settled{team: team, touched: wrote && !answered, to: team}
}

// settle settles a cell.
func (r *resolver) settle(id ID) *settled {
	s := r.base(id)
	for i := range r.Answers {
		if r.Answers[i].ID == id && r.open(i) {
			s.answers = append(s.answers, i)
		}
	}
	slices.SortStableFunc(s.answers, func(a, b int) int { return cmp.Compare(r.Answers[a].Owner, r.Answers[b].Owner) })
	if len(s.answers) == 0 {
		return s
	}
	if r.Added[id.Field] {
		r.add(id, s)
		return s
	}
	value, agreed := r.agree(id, s)
	if agreed {
		r.weigh(id, s, value)
	}
	return s
}

// agree gives the one value that the owners of a cell give; false where they differ.
func (r *resolver) agree(id ID, s *settled) (Value, bool) {
	first := r.Answers[s.answers[0]].Value
	differ := slices.ContainsFunc(s.answers, func(i int) bool { return r.Answers[i].Value.Key != first.Key })
	if !differ {
		return first, true
	}
	if r.Joined[id.Field] {
		return r.join(s), true
	}
	chosen := slices.DeleteFunc(slices.Clone(s.answers), func(i int) bool { return r.Answers[i].Decided != Take })
	one := len(chosen) > 0 && !slices.ContainsFunc(chosen, func(i int) bool { return r.Answers[i].Value.Key != r.Answers[chosen[0]].Value.Key })
	for _, i := range s.answers {
		switch {
		case one && !slices.Contains(chosen, i):
			r.out[i].Kind = Overruled
		case !one && r.Answers[i].Decided == Keep:
			r.out[i].Kind = Kept
		case !one:
			r.out[i].Kind = OwnersDiffer
		}
	}
	if !one {
		return Value{}, false
	}
	s.answers = chosen
	return r.Answers[chosen[0]].Value, true
}

// join puts the different texts of several owners together.
func (r *resolver) join(s *settled) Value {
	var owners []string
	var values []Value
	for _, i := range s.answers {
		owners, values = append(owners, r.Answers[i].Owner), append(values, r.Answers[i].Value)
	}
	return r.Join(owners, values)
}

// weigh compares the value with what was asked and what the team has.
func (r *resolver) weigh(id ID, s *settled, value Value) {
	a := r.Answers[s.answers[0]]
	kind := Conflict
	switch {
	case s.touched && value.Key == s.team.Key:
		kind = SameChange
	case s.touched && value.Key == r.Journal[id].Wrote.Key:
		kind = ChangedSince
	case s.touched:
	case value.Key == s.team.Key && a.NoChange:
		kind = Unchanged
	case value.Key == s.team.Key:
		kind = Same
	case s.team.Key == a.Asked.Key:
		kind = Taken
	case value.Key == a.Asked.Key:
		kind = TeamStands
	}
	if kind == Conflict || kind == ChangedSince {
		decided := func(d Decision) bool {
			return slices.ContainsFunc(s.answers, func(i int) bool { return r.Answers[i].Decided == d })
		}
		switch {
		case kind == Conflict && decided(Take):
			kind = Taken
		case kind == Conflict && decided(Keep):
			kind = Kept
		}
	}
	for _, i := range s.answers {
		r.out[i].Kind = kind
		if kind == Unchanged && !r.Answers[i].NoChange {
			r.out[i].Kind = Same
		}
	}
	if kind == Taken {
		s.to = value
		for _, i := range s.answers {
			s.owners = append(s.owners, r.Answers[i].Owner)
		}
	}
}
