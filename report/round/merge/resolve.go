package merge

import (
	"cmp"
	"maps"
	"slices"
)

// Resolve settles what becomes of every answer, what is to be written, and the journal after it.
func Resolve(in Input) Result {
	r := &resolver{Input: in, out: make([]Outcome, len(in.Answers)), cells: map[ID]*settled{}}
	r.judge()
	r.hold()
	for _, id := range r.ids() {
		r.cells[id] = r.settle(id)
	}
	r.holdPartners()
	r.update()
	return r.result()
}

// resolver is a merge while it is worked out.
type resolver struct {
	Input
	out   []Outcome
	cells map[ID]*settled
}

// settled is what a cell is to hold.
type settled struct {
	answers []int // that may decide it
	team    Value // T: what the cell would hold without any answer
	touched bool  // the team has changed it since something was written
	to      Value
	owners  []string // whose answer is in it; nil where it is the team's
}

// Current gives the places of the newest answers of each owner in each cell, in the order of the answers: one, unless a file has several.
func Current(answers []Answer) []int {
	type by struct {
		id    ID
		owner string
	}
	newest := map[by]int{}
	for i := range answers {
		k := by{answers[i].ID, answers[i].Owner}
		if order, seen := newest[k]; !seen || answers[i].Order > order {
			newest[k] = answers[i].Order
		}
	}
	var out []int
	for i := range answers {
		if newest[by{answers[i].ID, answers[i].Owner}] == answers[i].Order {
			out = append(out, i)
		}
	}
	return out
}

// judge settles what needs no other answer: the newest of an owner decides, and those before it are superseded.
func (r *resolver) judge() {
	for i := range r.out {
		r.out[i].Kind = Superseded
	}
	for _, i := range Current(r.Answers) {
		a := &r.Answers[i]
		cell, known := r.Cells[a.ID]
		switch {
		case a.Refused != "":
			r.out[i] = Outcome{Refused, a.Refused}
		case !known:
			r.out[i] = Outcome{Refused, noColumn}
		case a.Waits != "" && a.Decided == "":
			r.out[i] = Outcome{Waiting, a.Waits}
		case a.Waits != "" && a.Decided == Keep:
			r.out[i] = Outcome{Kind: Kept}
		case cell.Blocked != "" && a.Value.Key != cell.Now.Key && !a.NoChange:
			r.out[i] = Outcome{Refused, cell.Blocked}
		default:
			r.out[i] = Outcome{}
		}
	}
}

// open tells of an answer that is not settled yet.
func (r *resolver) open(i int) bool { return r.out[i].Kind == "" }

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

// ids lists every cell that an answer or the journal speaks of, by row and field.
func (r *resolver) ids() []ID {
	seen := map[ID]bool{}
	for id := range r.Journal {
		seen[id] = true
	}
	for i := range r.Answers {
		if r.open(i) {
			seen[r.Answers[i].ID] = true
		}
	}
	return sortedIDs(seen)
}

func sortedIDs[V any](of map[ID]V) []ID {
	out := make([]ID, 0, len(of))
	for id := range of {
		out = append(out, id)
	}
	slices.SortFunc(out, byID)
	return out
}

func byID(a, b ID) int { return cmp.Or(cmp.Compare(a.Row, b.Row), cmp.Compare(a.Field, b.Field)) }

// base gives what the team has in a cell.
func (r *resolver) base(id ID) *settled {
	now := r.Cells[id].Now
	s := &settled{team: now}
	if j, wrote := r.Journal[id]; wrote {
		if s.touched = now.Key != j.Wrote.Key; !s.touched {
			s.team = j.Before
		}
	}
	s.to = s.team
	return s
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

// update brings the day of each row up to the newest answer that counts; one that the team has changed stays.
func (r *resolver) update() {
	days, owners := map[string]string{}, map[string][]string{}
	for i := range r.Answers {
		a := &r.Answers[i]
		if r.out[i].Kind.accepted() && a.Day != "" {
			days[a.ID.Row] = max(days[a.ID.Row], a.Day)
			if !slices.Contains(owners[a.ID.Row], a.Owner) {
				owners[a.ID.Row] = append(owners[a.ID.Row], a.Owner)
			}
		}
	}
	for row, day := range days {
		id := ID{row, r.Updated}
		cell, known := r.Cells[id]
		if !known || cell.Blocked != "" {
			continue
		}
		s := r.base(id)
		r.cells[id] = s
		if !s.touched && day > s.team.Key {
			s.to, s.owners = Value{day, day}, slices.Sorted(slices.Values(owners[row]))
		}
	}
}

// result lists the cells that change, and keeps the journal: what is in a cell by an answer, and what the team has changed since.
func (r *resolver) result() Result {
	out := Result{Outcomes: r.out, Journal: map[ID]Written{}}
	for _, id := range sortedIDs(r.cells) {
		s := r.cells[id]
		cell, known := r.Cells[id]
		if !known { // the row or the column is gone, and with it what was written
			continue
		}
		switch {
		case s.owners != nil:
			out.Journal[id] = Written{s.team, s.to, s.owners}
		case s.touched, cell.Blocked != "":
			if j, wrote := r.Journal[id]; wrote {
				out.Journal[id] = j
			}
			continue
		}
		if s.to.Key != cell.Now.Key {
			out.Writes = append(out.Writes, Write{id, cell.Now, s.to})
		}
	}
	return out
}
