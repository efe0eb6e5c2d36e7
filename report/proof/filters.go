package proof

import (
	"slices"
	"strconv"
	"strings"

	"boardpack/report"
)

// filters applies to the register, as it stands in the workbook, the filter that shows the rows of each figure, and compares
// the rows with the refs of the figures file.
func (p *proof) filters(t *table) {
	key := t.column(p.Say("column.key"))
	if key < 0 {
		return // said already
	}
	f := &filter{proof: p, table: t}
	for _, rule := range report.Figures() {
		shows := f.of(rule.Name)
		if shows == nil {
			continue
		}
		var found []string
		for _, row := range t.rows {
			if shows(row) {
				found = append(found, row[key])
			}
		}
		if wanted := p.figures.All.Refs[rule.Name]; !slices.Equal(wanted, found) {
			p.add(t.name, "the rows that a filter for "+string(rule.Name)+" shows", strings.Join(wanted, ", "), strings.Join(found, ", "))
		}
	}
}

// filter finds a figure's rows by the cells that a reader can filter.
type filter struct {
	*proof
	table *table
}

// of gives the filter of a figure; nil for one that the cells alone do not tell.
func (f *filter) of(figure report.Figure) func(row []string) bool {
	yes := f.Say("value.yes")
	switch figure {
	case report.Total:
		return func([]string) bool { return true }
	case report.InScope:
		return f.inScope
	case report.Open:
		return f.standing(report.StandInProgress, report.StandNotStarted, report.StandUnrecognised)
	case report.Outstanding:
		return f.standing(report.StandInProgress, report.StandNotStarted, report.StandUnrecognised, report.StandAwaiting)
	case report.Overdue, report.DueSoon:
		return func(row []string) bool { return f.cell(row, "column."+string(figure)) == yes }
	case report.Slipped:
		return func(row []string) bool {
			days, err := strconv.Atoi(f.cell(row, "column.slip"))
			return err == nil && days > 0 && f.inScope(row)
		}
	}
	if slices.Contains(report.Standings(), report.Standing(figure)) {
		return f.standing(report.Standing(figure))
	}
	return nil
}

// cell gives what a row holds in the column of a heading.
func (f *filter) cell(row []string, heading string) string {
	if c := f.table.column(f.Say(heading)); c >= 0 {
		return row[c]
	}
	return ""
}

func (f *filter) inScope(row []string) bool {
	return f.standing(report.StandComplete, report.StandAwaiting, report.StandInProgress, report.StandNotStarted, report.StandUnrecognised)(row)
}

// standing shows the rows that stand in one of several ways.
func (f *filter) standing(any ...report.Standing) func(row []string) bool {
	words := make([]string, len(any))
	for i, s := range any {
		words[i] = report.StandingWord(f.Words, s)
	}
	return func(row []string) bool { return slices.Contains(words, f.cell(row, "column.standing")) }
}
