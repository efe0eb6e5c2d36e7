package merge

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
