package workbook

import "boardpack/report"

// trendPage shows where the register stood each month. This month's figures are live, those of earlier months plain.
func trendPage(b *book) *page {
	p := newPage(b.pack.TrendTable(b.words))
	p.live = func(row int, column report.Column) string {
		switch {
		case row != len(p.table.Rows)-1:
			return ""
		case column.ID == coverAsAt:
			return asAtName
		case column.Kind == report.KindCount:
			return b.count(report.Figure(column.ID), criterion{})
		}
		return ""
	}
	return p
}
