package workbook

import "boardpack/report"

// trendPage shows where the register stood each month. This month's figures are live, those of earlier months plain.
func trendPage(b *book) *page {
	p := newPage(b.pack.TrendTable(b.words))
	whole := &summary{book: b, page: p, kind: report.OfAll}
	p.live = func(row int, column report.Column) string {
		switch f := report.Figure(column.ID); {
		case row != len(p.table.Rows)-1:
			return ""
		case column.ID == coverAsAt:
			return asAtName
		case f == report.InScope:
			return whole.any(b.inScopeWords())
		case f == report.Outstanding:
			return whole.any(b.outstandingWords())
		case column.Kind == report.KindCount:
			return whole.count(f, nil)
		}
		return ""
	}
	return p
}
