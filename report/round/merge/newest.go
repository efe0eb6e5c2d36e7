package merge

import (
	"slices"
)

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
