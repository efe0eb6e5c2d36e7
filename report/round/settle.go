package round

import (
	"slices"

	"boardpack/report"
	"boardpack/report/round/merge"
)

// settle judges and merges the answers.
func (c *collecting) settle() error {
	if err := c.lookAtMasters(); err != nil {
		return err
	}
	for _, a := range c.out.Answers {
		if a.Row != nil && a.Refused == "" && c.spots[a.Row.Code] == nil {
			a.Refused = "row_gone"
		}
	}
	judgeAll(c.out.Answers, c.judgedBy)
	for c.merge(); c.unfit(); c.merge() { // what does not fit is refused, and all else settled again without it
	}
	for _, a := range c.merged {
		a.was, _ = c.input.Team(a.ID)
		if at := c.spots[a.Row.Code]; at != nil {
			a.Master = at.where(a.Column.field())
		}
	}
	c.sortAnswers()
	c.out.Standing = c.standing()
	return nil
}

// mergeInput is what a merge works on, without the answers.
func (c *collecting) mergeInput() merge.Input {
	return merge.Input{Cells: c.cells, Journal: c.journal.cells(c.cells), Updated: string(report.FieldUpdated), Join: c.join, Add: c.addNotes,
		Added:  map[string]bool{string(report.FieldProgress): c.AddNotes, string(report.FieldProgressCy): c.AddNotes},
		Joined: map[string]bool{string(report.FieldProgress): true, string(report.FieldProgressCy): true, string(report.FieldEvidence): true},
		Pairs: map[string]string{string(report.FieldStatus): "status", string(report.FieldCompleted): "status",
			string(report.FieldDue): "date", string(report.FieldReason): "date"}}
}

// merge settles all answers with what a master may hold.
func (c *collecting) merge() {
	c.merged, c.input.Answers = nil, nil
	for _, a := range c.out.Answers {
		a.Decided = c.journal.Decisions[a.id()]
		if a.Row == nil || a.Column == colNotMine {
			a.Outcome = c.unmerged(a)
			continue
		}
		c.merged = append(c.merged, a)
		c.input.Answers = append(c.input.Answers, a.Answer)
	}
	c.result = merge.Resolve(c.input)
	for i, a := range c.merged {
		a.Outcome = c.result.Outcomes[i]
	}
}

// unmerged settles an answer that goes into no cell.
func (c *collecting) unmerged(a *Answer) merge.Outcome {
	switch {
	case a.Refused != "" || a.Row == nil:
		return merge.Outcome{Kind: merge.Refused, Why: a.Refused}
	case c.answeredAgain(a):
		return merge.Outcome{Kind: merge.Superseded}
	case a.Decided != "":
		return merge.Outcome{Kind: merge.Kept}
	}
	return merge.Outcome{Kind: merge.Waiting, Why: "not_mine"}
}

// answeredAgain tells whether the owner has filled in the same column of the row in a later return.
func (c *collecting) answeredAgain(a *Answer) bool {
	return slices.ContainsFunc(c.out.Answers, func(b *Answer) bool {
		return b.Column == a.Column && b.Row == a.Row && b.Owner == a.Owner && b.Order > a.Order
	})
}

// sortAnswers puts the answers in the order of the rows, and those without a row last.
func (c *collecting) sortAnswers() {
	at := map[*Row]int{}
	for i, row := range c.rounds.rows {
		at[row] = i
	}
	columns := answerColumns()
	slices.SortStableFunc(c.out.Answers, func(a, b *Answer) int {
		switch {
		case (a.Row == nil) != (b.Row == nil):
			if a.Row == nil {
				return 1
			}
			return -1
		case a.Row != nil && at[a.Row] != at[b.Row]:
			return at[a.Row] - at[b.Row]
		case a.Column != b.Column && a.Row != nil:
			return slices.Index(columns, a.Column) - slices.Index(columns, b.Column)
		}
		return a.Order - b.Order
	})
}
