package round

import (
	"fmt"

	"boardpack/report/round/merge"
)

// otherRound gives the month of the round that a return answers to where that is not the month's: by its codes, or else its line. "" for
// the round of the month.
func (c *collecting) otherRound(t *taken) string {
	for i := range t.Rows {
		if c.rounds.byCode[codeOf(t.Rows[i].text(colCode))] != nil {
			return ""
		}
	}
	if t.Month == c.rounds.now.Month {
		return ""
	}
	return t.Month
}

// old reads the round of another month; nil where there is none.
func (c *collecting) old(month string) *rounds {
	if month == "" {
		return nil
	}
	f := folder{dir: c.Dir}
	if _, err := fmt.Sscanf(month, "%d-%d", &f.month.Year, &f.month.Month); err != nil {
		return nil
	}
	r, err := readRound(f.round())
	if err != nil {
		return nil
	}
	earlier, err := f.earlierAsked()
	if err != nil {
		return nil
	}
	return newRounds(r, earlier)
}

// oldAnswers reads a return of an earlier round by what that round asked; each answer waits for a decision, at the row as it is asked
// about now.
func (c *collecting) oldAnswers(old *rounds, t *taken) []*Answer {
	for i := range t.Rows {
		t.rows[i] = old.identify(&t.Rows[i])
	}
	t.owner = old.ownerOf(t.Return, t.rows)
	answers := c.reading.answersOf(old, t)
	for _, a := range answers {
		if a.Row == nil {
			continue
		}
		row := c.rounds.same(a.Row)
		if row == nil {
			a.Row, a.ID, a.Refused = nil, merge.ID{}, "not_asked"
			continue
		}
		a.Row, a.ID.Row = row, row.Code
		wait(a, "old_round")
	}
	return answers
}

// same finds the row of another round in this one; nil where it is not asked about.
func (s *rounds) same(row *Row) *Row {
	for _, r := range s.rows {
		if r.Register == row.Register && r.OwnRef == row.OwnRef && r.Source == row.Source && r.Text == row.Text && r.TextCy == row.TextCy && r.Action == row.Action {
			return r
		}
	}
	return nil
}
