package merge

import (
	"maps"
	"slices"
)

// noColumn is why an answer is refused for which the master has no place; what goes with it is taken all the same, or it never could be.
const noColumn = "no_column"

// hold keeps answers back whose partner, of the same owner, cannot be taken. An answer of an earlier file does not hold a later one back:
// its owner has answered again without it.
func (r *resolver) hold() {
	type by struct{ row, owner, field string }
	stopped := map[by]int{} // the order of the file, from 1
	for i := range r.Answers {
		if k := r.out[i].Kind; k == Refused && r.out[i].Why != noColumn || k == Waiting || k == Kept {
			at := by{r.Answers[i].ID.Row, r.Answers[i].Owner, r.Answers[i].ID.Field}
			stopped[at] = max(stopped[at], r.Answers[i].Order+1)
		}
	}
	for i := range r.Answers {
		a := &r.Answers[i]
		with := r.partner(a.ID.Field, func(f string) bool { return stopped[by{a.ID.Row, a.Owner, f}] > a.Order })
		if with != "" && r.open(i) {
			r.out[i] = Outcome{Held, with}
		}
	}
}

// partner gives the first field of the same pair of which something is so; "" for none.
func (r *resolver) partner(field string, is func(string) bool) string {
	pair := r.Pairs[field]
	for _, other := range slices.Sorted(maps.Keys(r.Pairs)) {
		if pair != "" && other != field && r.Pairs[other] == pair && is(other) {
			return other
		}
	}
	return ""
}

// holdPartners keeps a cell as it is where what it belongs with waits for a decision or was kept.
func (r *resolver) holdPartners() {
	stopped := map[ID]bool{}
	for id, s := range r.cells {
		stopped[id] = slices.ContainsFunc(s.answers, func(i int) bool {
			k := r.out[i].Kind
			return k == Conflict || k == OwnersDiffer || k == Kept
		})
	}
	for id, s := range r.cells {
		with := r.partner(id.Field, func(f string) bool { return stopped[ID{id.Row, f}] })
		if with == "" || s.owners == nil {
			continue
		}
		s.to, s.owners = s.team, nil
		for _, i := range s.answers {
			if r.out[i].Kind == Taken {
				r.out[i] = Outcome{Held, with}
			}
		}
	}
}
