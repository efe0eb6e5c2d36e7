package merge

import (
	"cmp"
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

// open tells of an answer that is not settled yet.
func (r *resolver) open(i int) bool { return r.out[i].Kind == "" }

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
