package report

import "iter"

// What package content asks of a pack, beside its fields.

// Rows gives the actions of a recommendation that has several, as they stand, else itself.
func (p *Position) Rows() iter.Seq[*Position] { return p.lines() }

// DatesInWords gives the dates as written of a row, each with its reading.
func (p *Position) DatesInWords() []DateInWords { return p.datesInWords() }

// Keys gives the recommendations that a kind of change happened to; with a cause, only those of that cause.
func (m *Movement) Keys(kind ChangeKind, cause Cause) []string { return m.keys(kind, cause) }

// LaterKeys are the open recommendations whose date was moved later.
func (m *Movement) LaterKeys() []string {
	var keys []string
	for _, c := range m.Changes {
		if c.Kind == ChangeDate && c.Days > 0 && c.Is.open() {
			keys = append(keys, c.Key)
		}
	}
	return keys
}

// Redated tells whether the change put one date in the place of another.
func (c *Change) Redated() bool { return c.Kind == ChangeDate && moved(c.From.Date, c.To.Date) }

// RowsNotCounted is how many rows of the master hold something and are in no figure.
func (p *Pack) RowsNotCounted() int { return p.rowsNotCounted() }

// SignOffNote says whose sign-off is recorded where that is not so for every row; else "".
func (p *Pack) SignOffNote(w Words) string { return p.signOffNote(w) }

// CompleteFrom is the least percentage that means complete.
func (s PercentStates) CompleteFrom() int { return s.completeFrom() }

// Zone is the time zone in which a time of day is a day.
func (r *Rules) Zone() string { return r.zone() }
