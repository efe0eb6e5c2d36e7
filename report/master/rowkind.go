package master

import (
	"math"
	"strings"
	"unicode"

	"boardpack/report"
	"boardpack/report/fold"
	"boardpack/report/reftext"
)

// isTotal tells whether the row sums up others: Excel keeps it as a table's totals, or it begins or ends with such a word and
// has neither a recommendation nor a status that is known, or it has nothing of its own but formulas that count other rows.
func (t *tableReader) isTotal() bool {
	if t.sheet.hints.totals[t.row.number] {
		return true
	}
	text := t.of(report.FieldRecommendation)
	if t.row.sums && !t.hasText() && !t.isWork() {
		return true
	}
	first := t.own[0]
	if first.kind != isText || len(first.text) > 60 {
		return false
	}
	_, known := t.match.states.find(t.sheet.shown(t.of(report.FieldStatus)))
	return isTotalWord(first.text, t.row.sums || t.numbers() > 0) && !known && (text == nil || text == first || text.kind != isText)
}

// isTotalWord tells whether the text names a total: "Total", "Sub-total: training". Beside numbers it may be Excel's own name
// for one (Data, Subtotal): "Training Total", "Grand Count".
func isTotalWord(s string, besideNumbers bool) bool {
	word := fold.Word(s)
	for _, start := range []string{"total", "grandtotal", "subtotal", "overalltotal", "cyfanswm", "isgyfanswm", "uwchgyfanswm"} {
		if strings.HasPrefix(word, start) {
			return true
		}
	}
	for _, end := range []string{"total", "count", "average", "cyfanswm", "cyfrif", "cyfartaledd"} {
		if besideNumbers && strings.HasSuffix(word, end) {
			return true
		}
	}
	return false
}

// isHeaderAgain tells whether the headings are repeated, as people do for printing.
func (t *tableReader) isHeaderAgain() bool {
	same := 0
	for _, c := range t.header.columns {
		if cell := t.cell(c.number); c.field != "" && cell != nil && strings.EqualFold(line(cell.text), c.heading) {
			same++
		}
	}
	return same > 2 && same*2 > len(t.header.fields)
}

// isHeading tells whether the row is a theme over the rows that belong to it: alone, or with nothing but counts beside it.
func (t *tableReader) isHeading() bool {
	first := t.own[0]
	if first.kind != isText || t.numbers() < len(t.own)-1 || len(t.own) > 1 && t.isDated() {
		return false
	}
	if ref := t.ownCell(report.FieldRef); ref != nil && ref != first {
		return false
	}
	_, known := t.match.theme(first.text)
	return known
}

// isAlone tells whether the row has one text and nothing else.
func (t *tableReader) isAlone() bool { return len(t.own) == 1 && t.own[0].kind == isText }

// numbers counts the row's own cells that hold a bare number.
func (t *tableReader) numbers() int {
	n := 0
	for _, c := range t.own {
		if t.isBare(c) {
			n++
		}
	}
	return n
}

// isBare tells whether the cell holds a number and nothing else: no date, no percentage. In a CSV file numbers are texts.
func (t *tableReader) isBare(c *cell) bool {
	if c.kind == isText {
		const longest = 12
		return len(c.text) <= longest && strings.Trim(c.text, "0123456789,.") == "" && strings.ContainsFunc(c.text, unicode.IsDigit)
	}
	style := t.sheet.formats.of(c.style)
	return c.kind == isNumber && !style.isDate && !style.isPercent()
}

// ownCell gives the row's own cell of a field; nil where it is empty or a merged cell's from above.
func (t *tableReader) ownCell(f report.Field) *cell {
	if c := t.of(f); c != nil && !c.has(inherited) {
		return c
	}
	return nil
}

// isRecommendation tells whether the row is a recommendation: it has a ref or a text of its own. What has neither is never
// counted. Below the table, where notes and legends stand, one that says nothing more counts only where it follows on the
// table as its rows follow each other.
func (t *tableReader) isRecommendation() bool {
	switch {
	case !t.hasText() && !t.hasRef():
		return false
	case t.inNotes && !t.isWork() && t.ownCell(report.FieldTheme) == nil:
		return false
	}
	return t.row.number <= t.end || t.isFirm() || t.row.number-t.last <= max(t.gap, 1)
}

// isFirm tells whether nothing about the row being a recommendation is in doubt: it has a ref and a text, or one of them and a
// theme or what is being done about it. A number with a status may be a count.
func (t *tableReader) isFirm() bool {
	if t.ownCell(report.FieldTheme) != nil || t.hasText() && t.hasRef() {
		return t.hasText() || t.hasRef()
	}
	return t.hasText() && t.isWork() || t.hasRef() && (t.isOwned() || t.isDated())
}

// tableEnd gives the number of the last row that is a recommendation beyond doubt; the last row of all where none is.
func (t *tableReader) tableEnd() int {
	for i := len(t.sheet.rows) - 1; i >= 0 && t.sheet.rows[i].number > t.header.last; i-- {
		if t.open(&t.sheet.rows[i]); len(t.own) > 0 && !t.isTotal() && !t.isHeaderAgain() && !t.isNote() && t.isFirm() {
			return t.row.number
		}
	}
	return math.MaxInt
}

// hasText tells whether the row has a recommendation's text of its own. A number is none, nor a row of dashes, nor, without a
// ref, a word of a legend.
func (t *tableReader) hasText() bool {
	for _, f := range []report.Field{report.FieldRecommendation, report.FieldRecommendationCy} {
		c := t.ownCell(f)
		if c == nil || c.kind == isNumber || c.kind == isText && !hasLetter(c.text) {
			continue
		}
		if !t.isLabel(c.text) || t.hasRef() {
			return true
		}
	}
	return false
}

// hasRef tells whether the row has a ref of its own. Alone in its row, or beside nothing that says what is being done, a ref
// has a digit and is short: anything else there is a note.
func (t *tableReader) hasRef() bool {
	c := t.ownCell(report.FieldRef)
	if c == nil {
		return false
	}
	ref := line(t.sheet.shown(c))
	switch {
	case ref == "" || t.isNoRef(ref):
		return false
	case looksLikeRef(ref):
		return true
	}
	text := t.ownCell(report.FieldRecommendation)
	return t.isWork() || text != nil && hasLetter(t.sheet.shown(text))
}

// looksLikeRef tells a ref alone in its row from a note there: it is short and has a digit.
func looksLikeRef(s string) bool {
	const longest = 12
	return len(s) <= longest && strings.IndexFunc(s, unicode.IsDigit) >= 0
}

// isAction tells whether the row is an action of the recommendation right above: it shares a merged cell with it, or has neither a
// ref nor a text and says what is being done.
func (t *tableReader) isAction() bool {
	if t.row.top > 0 {
		return t.part >= t.row.top
	}
	return t.part > 0 && t.row.number == t.part+1 && t.isWork()
}

// isActive tells whether the row has anything in the columns that say what is being done.
func (t *tableReader) isActive() bool {
	for _, f := range []report.Field{report.FieldStatus, report.FieldOwner, report.FieldCompleted} {
		if t.ownCell(f) != nil {
			return true
		}
	}
	return t.isDue()
}

// isDue tells whether the row has a date by which something is to be done, whether it can be read or not.
func (t *tableReader) isDue() bool {
	for _, f := range []report.Field{report.FieldDueAsWritten, report.FieldOriginalDue, report.FieldDue} {
		if t.ownCell(f) != nil {
			return true
		}
	}
	return false
}

// isWork tells whether the row says what is being done: a status that is known, an owner, or a date.
func (t *tableReader) isWork() bool {
	status := line(t.sheet.shown(t.ownCell(report.FieldStatus)))
	return status != "" && t.match.states.read(status, t.match.names).doubt == "" || t.isOwned() || t.isDated()
}

// isOwned tells whether the row names an owner: a number is none, nor a sentence, nor a note.
func (t *tableReader) isOwned() bool {
	c := t.ownCell(report.FieldOwner)
	return c != nil && c.kind == isText && hasLetter(c.text) && !isSentence(c.text) && !isNoteText(c.text)
}

// isDated tells whether the row has a date that can be read, in words or not.
func (t *tableReader) isDated() bool {
	for _, c := range t.own {
		switch t.known[int(c.column)] {
		case report.FieldDueAsWritten, report.FieldOriginalDue, report.FieldDue, report.FieldCompleted, report.FieldUpdated:
			if t.isDate(c) {
				return true
			}
		}
	}
	return false
}

// anyBlock tells whether a row is a theme alone, so that a master without a theme column can be used.
func (t *tableReader) anyBlock() bool {
	for i := range t.sheet.rows {
		if r := &t.sheet.rows[i]; r.number > t.header.last && len(r.cells) == 1 {
			t.open(r)
			if t.isHeading() {
				return true
			}
		}
	}
	return false
}

// isHeadingOfParts tells whether the row is no work of its own but the heading of its parts, which follow: 3, and then 3a and 3b.
func (t *tableReader) isHeadingOfParts() bool {
	if t.ownCell(report.FieldRef) == nil || t.isActive() || t.isDated() {
		return false
	}
	for i := range t.next {
		if len(t.next[i].cells) > 0 {
			return reftext.IsPart(t.refOf(&t.next[i]), t.refOf(t.row))
		}
	}
	return false
}

// refOf gives the ref of a row as it shows.
func (t *tableReader) refOf(r *row) string {
	return line(t.sheet.shown(r.at(t.header.fields[report.FieldRef])))
}
