package workbook

import (
	"boardpack/report"
	"boardpack/report/content"
)

// trendPage shows where the register stood each month. This month's figures are live, those of earlier months plain.
func trendPage(b *book, s *content.Part) *page {
	p := b.newPage(s)
	p.fixed = true
	p.live = func(row int, column content.Column) string {
		switch {
		case row != len(p.table.Rows)-1:
			return ""
		case column.ID == coverAsAt:
			return asAtName
		case column.Kind == content.KindCount:
			return b.count(report.Figure(column.ID), criterion{})
		}
		return ""
	}
	return p
}
