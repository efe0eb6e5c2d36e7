package report

import (
	"slices"
	"strconv"

	"boardpack/report/dates"
	"boardpack/report/excerpt"
	"boardpack/report/fold"
)

// closingStatuses finds the statuses that a master's own habit says need a completed date: more than half of the rows of the
// status have one.
func closingStatuses(positions []Position) map[string]bool {
	rows, dated := map[string]int{}, map[string]int{}
	for i := range positions {
		for row := range positions[i].Lines() {
			status := fold.Text(row.Status)
			rows[status]++
			dated[status] += one(!row.Completed.IsZero())
		}
	}
	closed := map[string]bool{}
	for status, n := range dated {
		closed[status] = 2*n > rows[status]
	}
	return closed
}

func checkCompletedNoDate(c *checking, p *Position) {
	closed := p.State == Complete || c.closed[fold.Text(p.Status)]
	if closed && p.Completed.IsZero() && c.has(FieldCompleted) {
		c.add(p, FieldCompleted)
	}
}

func checkDateNotComplete(c *checking, p *Position) {
	if p.open() && !p.Completed.IsZero() {
		c.add(p, FieldCompleted, "Date", p.Completed.String())
	}
}

func checkCompletedInFuture(c *checking, p *Position) {
	if p.Completed.After(c.pack.AsAt) {
		c.add(p, FieldCompleted, "Date", p.Completed.String(), "AsAt", c.pack.AsAt.String())
	}
}

func checkCompletedBeforePublished(c *checking, p *Position) {
	published := c.pack.Register.About.Published
	if p.Completed.Before(published) {
		c.add(p, FieldCompleted, "Date", p.Completed.String(), "Published", published.String())
	}
}

func checkDueBeforeOriginal(c *checking, p *Position) {
	if p.Recommendation.Due.Before(p.Recommendation.OriginalDue) {
		c.add(p, FieldDue, "Due", p.Recommendation.Due.String(), "Original", p.Recommendation.OriginalDue.String())
	}
}

// written tells of a date as written that was read so, where it decides: where no due column gives a date.
func (c *checking) written(p *Position, kinds ...dates.ReadingKind) {
	if row := p.Recommendation; slices.Contains(kinds, p.Reading.Kind) && row.Due.IsZero() && row.OriginalDue.IsZero() {
		c.add(p, FieldDueAsWritten, "Text", excerpt.Short(p.DueAsWritten, quotedWords), "Date", p.Reading.Date.String())
	}
}

// quotedWords is how much of a date in words a problem quotes, in letters.
const quotedWords = 60

func checkDueNotUnderstood(c *checking, p *Position) {
	c.written(p, dates.ReadUnknown, dates.ReadUnset)
}

func checkDuePlaceholder(c *checking, p *Position) { c.written(p, dates.ReadPlaceholder) }

func checkDueAmbiguous(c *checking, p *Position) {
	for _, words := range p.DueInWords {
		if words.Reading.Kind == dates.ReadAmbiguous {
			c.add(p, words.Field, "Date", words.Reading.Date.String())
			c.found[len(c.found)-1].Cell = words.Cell
		}
	}
	c.written(p, dates.ReadAmbiguous)
}

func checkDueNoIssueDate(c *checking, p *Position) { c.written(p, dates.ReadNoIssue) }

func checkMovedNoReason(c *checking, p *Position) {
	before := c.before[p.Key]
	if p.inScope() && before != nil && moved(p.last.due, p.Due) && p.Reason == "" {
		c.add(p, FieldReason, "From", p.last.due.String(), "To", p.Due.String())
	}
}

func checkOriginalChanged(c *checking, p *Position) {
	if before := c.before[p.Key]; before != nil && moved(p.last.original, p.OriginalDue) {
		c.add(p, FieldOriginalDue, "From", p.last.original.String(), "To", p.OriginalDue.String())
	}
}

func checkNotUpdated(c *checking, p *Position) {
	if c.has(FieldUpdated) && c.before[p.Key] != nil && p.notUpdatedSince(c.asAt) {
		c.add(p, FieldUpdated, "Since", c.asAt.String())
	}
}

func checkUpdatedInFuture(c *checking, p *Position) {
	if p.Updated.After(c.pack.AsAt) {
		c.add(p, FieldUpdated, "Date", p.Updated.String(), "AsAt", c.pack.AsAt.String())
	}
}

// dueIsOriginalProblem says once for the register how many due dates the rule settled; none where it settled none.
func (p *Pack) dueIsOriginalProblem() []Problem {
	n, rows := 0, 0
	for i := range p.Positions {
		for line := range p.Positions[i].Rows() {
			rows++
			n += one(line.dueIsOriginal())
		}
	}
	if n == 0 {
		return nil
	}
	return []Problem{{Level: Note, Code: "due-is-original", File: p.Register.File, Sheet: p.Register.Sheet, Field: FieldDue,
		Args: map[string]string{"Rows": strconv.Itoa(n), "All": strconv.Itoa(rows)}}}
}
