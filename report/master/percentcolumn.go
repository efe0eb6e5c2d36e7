package master

import (
	"slices"
	"strings"

	"boardpack/report"
	"boardpack/report/fold"
	"boardpack/report/pattern"
)

// A column of percentages, "% complete", is known by the template's list of such headings. Folding drops the sign, and "Progress %"
// would be the progress note, so they are told apart from other headings here.

const (
	percentWords = pattern.Expression(`(?i)%|\bper ?cent(age)?\b|\bcanran\b|\by cant\b`)
	inBrackets   = pattern.Expression(`\([^)]*\)|\[[^\]]*\]`)
)

// percentHeading gives the words of a heading in one order, so that "% complete" is "Percentage complete" and "Complete %"; "" for a
// heading that does not speak of percentages.
func percentHeading(heading string) string {
	const longest = 60 // of a heading: every text above the table is looked at
	if len(heading) > longest || !maySpeakOfPercents(heading) || !percentWords.MatchString(heading) {
		return ""
	}
	var words []string
	for word := range strings.FieldsSeq(percentWords.ReplaceAllString(inBrackets.ReplaceAllString(heading, " "), " ")) {
		if folded := fold.Word(word); folded != "" {
			words = append(words, folded)
		}
	}
	slices.Sort(words)
	return "% " + strings.Join(words, " ")
}

// maySpeakOfPercents tells cheaply of most texts that none of the words is in them: each has the sign, or "cen" or "can".
func maySpeakOfPercents(s string) bool {
	for i := range len(s) {
		switch s[i] {
		case '%':
			return true
		case 'c', 'C':
			if i+2 < len(s) && strings.IndexByte("aAeE", s[i+1]) >= 0 && s[i+2]|' ' == 'n' {
				return true
			}
		}
	}
	return false
}

// isPercentHeading tells whether the heading is one of a column of percentages, and no other of the template's as it is typed.
func (m *matcher) isPercentHeading(heading string) bool {
	if !m.percents[percentHeading(heading)] {
		return false
	}
	_, named := m.columns.asTyped[strings.ToLower(heading)]
	return !named
}

// placePercents finds the column of percentages. Where there is no column of statuses it is that of the statuses.
func (m *matcher) placePercents(h *header) {
	i := slices.IndexFunc(h.columns, func(c column) bool { return !c.skip && c.field == "" && m.isPercentHeading(c.heading) })
	if i < 0 {
		return
	}
	c := &h.columns[i]
	h.percent = c.number
	if h.fields[report.FieldStatus] == 0 {
		c.field, h.fields[report.FieldStatus] = report.FieldStatus, c.number
	}
}

// describePercents says that the percentages are taken for the statuses.
func (t *tableReader) describePercents() {
	if c, ok := t.header.column(t.header.percent); ok && c.field == report.FieldStatus {
		t.add(report.Note, "percentages-as-status", t.heading(c), "Column", c.heading)
	}
}

// comparePercent lists a percentage that contradicts the state beside it. The status is taken.
func (t *tableReader) comparePercent(status string, state report.State) {
	c := t.cell(t.header.percent)
	if c == nil || t.header.percent == t.header.fields[report.FieldStatus] {
		return
	}
	shown := line(t.sheet.shown(c))
	percent, ok := percentOf(shown)
	if ok && !t.options.Rules.PercentStates.Agrees(state, percent) {
		column, _ := t.header.column(t.header.percent)
		t.doubt(report.Warning, "status-and-percentage", report.FieldStatus, "Status", short(status), "Percent", short(shown), "Column", column.heading)
	}
}
