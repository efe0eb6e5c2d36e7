package round

import (
	"slices"

	"boardpack/report/round/merge"
)

// HowAnswered says how far an owner has answered about a row.
type HowAnswered string

// The ways.
const (
	Answered    HowAnswered = "answered" // there is a status, or it was handed back
	PartlyDone  HowAnswered = "partly"   // there is something, and no status
	NotAnswered HowAnswered = "none"
)

// Standing is how far an owner has answered about a row.
type Standing struct {
	Row   *Row
	Owner string
	How   HowAnswered
}

// standing settles it for every row and owner, in the order of the round.
func (c *collecting) standing() []Standing {
	type by struct{ row, owner string }
	how := map[by]HowAnswered{}
	for _, a := range c.out.Answers {
		if a.Row == nil || a.Why == "not_theirs" || a.Why == "old_round" && a.Kind == merge.Refused {
			continue
		}
		k := by{a.Row.Code, a.Owner}
		counts := a.Kind != merge.Superseded && (a.Kind != merge.Refused || a.Why == "no_day")
		switch {
		case counts && (a.Column == colStatus || a.Column == colNotMine):
			how[k] = Answered
		case how[k] == "":
			how[k] = PartlyDone
		}
	}
	var out []Standing
	for i := range c.rounds.now.Rows {
		row := &c.rounds.now.Rows[i]
		for _, owner := range row.Owners {
			owner = c.rounds.now.owner(owner).Name
			s := Standing{row, owner, NotAnswered}
			if found := how[by{row.Code, owner}]; found != "" {
				s.How = found
			}
			out = append(out, s)
		}
	}
	return out
}

// OwnerStanding is how far an owner has answered.
type OwnerStanding struct {
	Owner    *AskedOwner
	Asked    []*Row
	Answered []*Row
	Partly   []*Row
	Missing  []*Row
}

// How sums an owner's rows up.
func (o *OwnerStanding) How() HowAnswered {
	switch {
	case len(o.Answered) == len(o.Asked):
		return Answered
	case len(o.Answered)+len(o.Partly) > 0:
		return PartlyDone
	}
	return NotAnswered
}

// Owners sums up by owner, in the order of the round.
func (o *Collected) Owners() []OwnerStanding {
	out := make([]OwnerStanding, len(o.Round.Owners))
	for i := range out {
		out[i].Owner = &o.Round.Owners[i]
		for _, s := range o.Standing {
			if !sameName(s.Owner, out[i].Owner.Name) {
				continue
			}
			out[i].Asked = append(out[i].Asked, s.Row)
			switch s.How {
			case Answered:
				out[i].Answered = append(out[i].Answered, s.Row)
			case PartlyDone:
				out[i].Partly = append(out[i].Partly, s.Row)
			default:
				out[i].Missing = append(out[i].Missing, s.Row)
			}
		}
	}
	return out
}

// AnsweredRows counts the rows that were asked about, and those that some owner has answered.
func (o *Collected) AnsweredRows() (asked, answered int) {
	done := map[*Row]bool{}
	for _, s := range o.Standing {
		done[s.Row] = done[s.Row] || s.How == Answered
	}
	for _, is := range done {
		asked++
		if is {
			answered++
		}
	}
	return asked, answered
}

// Count counts the answers of some kinds.
func (o *Collected) Count(kinds ...merge.Kind) int {
	n := 0
	for _, a := range o.Answers {
		if slices.Contains(kinds, a.Kind) {
			n++
		}
	}
	return n
}
