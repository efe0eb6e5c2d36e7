package workbook

import (
	"strings"

	"boardpack/report"
	"boardpack/report/content"
	"boardpack/report/named"
)

// movementPage shows how the number outstanding went from one month to the next. The steps count the rows of the Changes
// table; the closing number is the sum of its row. What was there last month is not in this workbook, so the opening
// number is a plain one.
func movementPage(b *book, s *content.Part) *page {
	p := b.newPage(s)
	p.fixed = true
	p.live = func(row int, column content.Column) string {
		if column.ID == "closing" {
			return closingFormula(p, row)
		}
		return b.stepFormula(p, row, column)
	}
	return p
}

func closingFormula(p *page, row int) string {
	var formula strings.Builder
	formula.WriteString(p.at(row, "opening"))
	for _, step := range (report.Bridge{}).Steps() {
		if step.Sign < 0 {
			formula.WriteByte('-')
		} else {
			formula.WriteByte('+')
		}
		formula.WriteString(p.at(row, "step_"+step.ID))
	}
	return formula.String()
}

// stepKind gives the kind of change that a step of the bridge counts; false for moves between themes, which change
// nothing in the whole.
func stepKind(column string) (report.ChangeKind, bool) {
	kind, ok := map[string]report.ChangeKind{"step_new": report.ChangeNew, "step_reopened": report.ChangeReopened,
		"step_came_into_scope": report.ChangeCameIntoScope, "step_completed": report.ChangeCompleted,
		"step_left_scope": report.ChangeLeftScope, "step_removed": report.ChangeRemoved}[column]
	return kind, ok
}

// stepFormula counts the changes of a kind, in a row's theme, that moved the number outstanding. Where a recommendation
// did two things at once, moved theme and was completed, say, the bridge books it by a finer rule than the list of changes
// can tell; such a step stays a plain number, as the moves themselves do.
func (b *book) stepFormula(p *page, row int, column content.Column) string {
	kind, ok := stepKind(column.ID)
	changes := b.page(idChanges)
	bridge := p.table.Rows[row]
	if !ok || changes == nil || changes.name == "" || !isPlain(bridge.Cells[0].Text) {
		return ""
	}
	word := named.Change(b.words, kind)
	theme := bridge.Cells[0].Text
	if bridge.Total {
		theme = ""
	}
	if countChanges(changes, word, theme) != bridge.Cells[p.column(column.ID)].N {
		return ""
	}
	criteria := []criterion{is(changes.ref("change"), word), is(changes.ref("effect"), "<>0")}
	if !bridge.Total {
		criteria = append(criteria, criterion{changes.ref("theme"), p.this(string(report.OfThemes))})
	}
	return countifs(criteria...)
}

// countChanges says what the formula of a step will give, to compare it with the bridge's own number.
func countChanges(changes *page, word, theme string) int {
	n := 0
	for _, row := range changes.table.Rows {
		sameTheme := theme == "" || strings.EqualFold(row.Cells[changes.column("theme")].Text, theme)
		if sameTheme && row.Cells[changes.column("change")].Text == word && row.Cells[changes.column("effect")].N != 0 {
			n++
		}
	}
	return n
}

// figureChangesPage says why each figure is not that of last month, a row for each reason. This month's numbers are live.
func figureChangesPage(b *book, s *content.Part) *page {
	p := fixedPage(b, s)
	p.live = func(row int, column content.Column) string {
		if column.ID != "number" {
			return ""
		}
		return b.count(report.Figure(p.table.Rows[row].Of.ID), criterion{})
	}
	return p
}
