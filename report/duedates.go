package report

import (
	"slices"
	"strconv"
	"time"
)

// Calendar is what the dates of one register are read by.
type Calendar struct {
	Published Date // of the source report; absent where the master does not say
	Issued    Date // of the response: "within 12 months" counts from it; absent where the master does not say
	AsAt      Date
	YearEnd   Date           // month and day of the end of a financial year; zero: 31 March
	Zone      *time.Location // of texts that give a time of day with its zone; nil: UTC
}

// Calendar gives what the register's dates are read by.
func (r *Register) Calendar(rules *Rules) Calendar {
	return Calendar{Published: r.About.Published, Issued: r.About.ResponseIssued, AsAt: r.AsAt,
		YearEnd: rules.FinancialYearEnd, Zone: rules.TimeZone}
}

// zone names the time zone of the rules.
func (r *Rules) zone() string {
	if r.TimeZone == nil {
		return time.UTC.String()
	}
	return r.TimeZone.String()
}

// How far from the register's own days a date may lie before it is a placeholder, such as 1 January 1900 or 31 December 9999.
const (
	yearsBefore = 5  // the report was published, or the as-at date where the master does not say
	yearsAfter  = 15 // the as-at date
)

// Plausible tells whether a date can be meant: it is not far before the report was published, nor far after the as-at date.
// Without an as-at date every date can. An absent date is plausible.
func (c Calendar) Plausible(d Date) bool {
	from := c.Published
	if from.IsZero() {
		from = c.AsAt
	}
	return !d.Before(addMonths(from, -12*yearsBefore)) && !d.After(addMonths(c.AsAt, 12*yearsAfter))
}

// PlausibleDone tells whether a date can be the day on which something was done. Registers are kept for decades: where the master does
// not say when the report was published, only days that programs put for no day, up to 1970, are too early.
func (c Calendar) PlausibleDone(d Date) bool {
	if c.Published.IsZero() && d.Year > 1970 {
		return !d.After(c.AsAt) || c.Plausible(d)
	}
	return c.Plausible(d)
}

// Read reads a date in words by the register's days. One that no register means is a placeholder and gives no date.
func (c Calendar) Read(text string) Reading {
	reading := ReadDueAsWritten(text, c.Issued, c.YearEnd)
	if !c.Plausible(reading.Date) || slices.ContainsFunc(reading.Before, func(d Date) bool { return !c.Plausible(d) }) {
		return Reading{Kind: ReadPlaceholder}
	}
	return reading
}

// DateInWords is what a cell holds for a due date that is no plain day, and how it was read.
type DateInWords struct {
	Field   Field // FieldOriginalDue or FieldDue, or FieldDueAsWritten
	Cell    string
	Text    string // as it shows
	Reading Reading
}

// setDates settles due and original due. Due is the last revision that is filled, else the original, else the reading of the
// date as written. Original due is its column, else the first date that an earlier month gave, else the first that this month's
// row gives.
func (p *Position) setDates(before *Position, register *Register, rules *Rules) {
	row := p.Recommendation
	p.Reading = register.Calendar(rules).Read(p.DueAsWritten)
	original, revised := row.OriginalDue, row.revisions()
	if original.IsZero() && len(revised) == 0 && !p.Reading.Date.IsZero() {
		revised = p.Reading.dates()
		if len(revised) > 1 {
			original, revised = revised[0], revised[1:]
		}
	}
	p.Due = original
	if len(revised) > 0 {
		p.Due = revised[len(revised)-1]
	}
	if original.IsZero() && before != nil {
		original = before.OriginalDue
	}
	if original.IsZero() && len(revised) > 0 {
		original = revised[0]
	}
	p.OriginalDue = original
	if p.FirstDue.IsZero() {
		p.FirstDue = original
	}
	p.countMoves(before, revised)
	p.Deciding = p.Due
	if rules.OverdueBy == ByOriginalDue {
		p.Deciding = p.OriginalDue
	}
	if !p.Due.IsZero() {
		p.Slip = p.Due.DaysSince(p.OriginalDue)
	}
}

// datesInWords lists the dates in words of the row: those of its due columns, and the date as written unless it is one of them.
func (p *Position) datesInWords() []DateInWords {
	if p.Reading.Kind == ReadNothing ||
		slices.ContainsFunc(p.DueInWords, func(d DateInWords) bool { return d.Text == p.DueAsWritten }) {
		return p.DueInWords
	}
	written := DateInWords{FieldDueAsWritten, p.Cell(FieldDueAsWritten), p.DueAsWritten, p.Reading}
	return append(slices.Clone(p.DueInWords), written)
}

// revisions gives the dates of the columns after the original, in their order; none where none is filled.
func (r *Recommendation) revisions() []Date {
	if r.Due.IsZero() {
		return nil
	}
	return append(slices.Clone(r.EarlierDue), r.Due)
}

// dates gives all dates of the words, the current one last; none where the words give no date.
func (r Reading) dates() []Date {
	if r.Date.IsZero() {
		return nil
	}
	return append(slices.Clone(r.Before), r.Date)
}

// countMoves settles how often the date moved: as often as the months seen moved it, or as the row's own revisions did, whichever
// is more. They are two views of the same moves, so they are never added up.
func (p *Position) countMoves(before *Position, revised []Date) {
	p.movesSeen = p.moveSince(before)
	if before != nil {
		p.movesSeen += before.movesSeen
	}
	inRow, last := 0, p.OriginalDue
	for _, d := range revised {
		inRow += one(moved(last, d))
		last = d
	}
	p.TimesMoved = max(p.movesSeen, inRow)
}

// moveSince counts a move of the date since the month before. A first date that differs from its own original has moved
// once already.
func (p *Position) moveSince(before *Position) int {
	if before == nil || before.Due.IsZero() {
		return one(moved(p.OriginalDue, p.Due))
	}
	return one(moved(before.Due, p.Due))
}

// moved tells whether one date was put in place of another. A first date is not a move, and neither is a date taken away.
func moved(from, to Date) bool { return !from.IsZero() && !to.IsZero() && from != to }

// dueIsOriginal tells whether the original date stands for a due date that no revision gives.
func (p *Position) dueIsOriginal() bool {
	return p.Recommendation.Due.IsZero() && !p.Recommendation.OriginalDue.IsZero()
}

// dueIsOriginalProblem says once for the register how many due dates the rule settled; none where it settled none.
func (p *Pack) dueIsOriginalProblem() []Problem {
	n, rows := 0, 0
	for i := range p.Positions {
		for line := range p.Positions[i].lines() {
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
