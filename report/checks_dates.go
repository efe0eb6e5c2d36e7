package report

// closingStatuses finds the statuses that a master's own habit says need a completed date: more than half of the rows of the
// status have one.
func closingStatuses(positions []Position) map[string]bool {
	rows, dated := map[string]int{}, map[string]int{}
	for i := range positions {
		status := fold(positions[i].Status)
		rows[status]++
		dated[status] += one(!positions[i].Completed.IsZero())
	}
	closed := map[string]bool{}
	for status, n := range dated {
		closed[status] = 2*n > rows[status]
	}
	return closed
}

func checkCompletedNoDate(c *checking, p *Position) {
	closed := p.State == Complete || c.closed[fold(p.Status)]
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

// reading problems of dates matter where the words decide: where the due column is empty.
func (c *checking) readings(p *Position, kind ReadingKind, args ...string) {
	if p.Reading.Kind == kind && p.Recommendation.Due.IsZero() {
		c.add(p, FieldDueAsWritten, args...)
	}
}

func checkDueNotUnderstood(c *checking, p *Position) { c.readings(p, ReadUnknown) }

func checkDueAmbiguous(c *checking, p *Position) {
	c.readings(p, ReadAmbiguous, "Date", p.Reading.Date.String())
}

func checkDueNoIssueDate(c *checking, p *Position) { c.readings(p, ReadNoIssue) }

func checkMovedNoReason(c *checking, p *Position) {
	before := c.before[p.Key]
	if p.inScope() && before != nil && moved(before.Due, p.Due) && p.Reason == "" {
		c.add(p, FieldReason, "From", before.Due.String(), "To", p.Due.String())
	}
}

func checkOriginalChanged(c *checking, p *Position) {
	if before := c.before[p.Key]; before != nil && moved(before.OriginalDue, p.OriginalDue) {
		c.add(p, FieldOriginalDue, "From", before.OriginalDue.String(), "To", p.OriginalDue.String())
	}
}

func checkNotUpdated(c *checking, p *Position) {
	if c.has(FieldUpdated) && p.open() && c.before[p.Key] != nil && !p.Updated.After(c.asAt) {
		c.add(p, FieldUpdated, "Since", c.asAt.String())
	}
}

func checkUpdatedInFuture(c *checking, p *Position) {
	if p.Updated.After(c.pack.AsAt) {
		c.add(p, FieldUpdated, "Date", p.Updated.String(), "AsAt", c.pack.AsAt.String())
	}
}
