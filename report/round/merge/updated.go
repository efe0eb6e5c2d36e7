package merge

import "slices"

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
