package workbook

import (
	"strconv"

	"boardpack/report"
	"boardpack/report/content"
)

func countOf(n int) content.Cell {
	return content.Cell{Kind: content.KindCount, N: n, Text: strconv.Itoa(n)}
}

// duePage lists what is overdue and what is due soon. Whether a row is the one or the other, and by how much, is
// reckoned from the as-at date on the summary.
func duePage(b *book, s *content.Part) *page {
	p := b.thinPage(s, string(report.FieldProgress))
	basis, labels := string(b.pack.Rules.OverdueBy), b.labels()
	p.live = func(row int, column content.Column) string {
		c := p.column(basis)
		if c < 0 || !storable(p.table.Rows[row].Cells[c]) {
			return ""
		}
		due := p.this(basis)
		switch column.ID {
		case "timing":
			return "IF(" + due + "<" + asAtName + "," + quote(labels[report.Overdue]) + "," + quote(labels[report.DueSoon]) + ")"
		case "days_late":
			return "IF(" + due + "<" + asAtName + "," + asAtName + "-" + due + `,"")`
		case "days_left":
			return "IF(" + due + "<" + asAtName + `,"",` + due + "-" + asAtName + ")"
		}
		return ""
	}
	return p
}

// changesPage lists what happened to each recommendation.
func changesPage(b *book, s *content.Part) *page { return b.thinPage(s, "effect") }

// thinPage starts the page of a list of which many rows are in view. What does not follow in a copy is said in the line above it; the columns
// up to the last that is named are in view, and printed.
func (b *book) thinPage(s *content.Part, last string) *page {
	p := b.listPage(s)
	p.frozen, p.blanks, p.printed = true, true, p.column(last)+1
	return p
}

// ageingPage shows how long what is overdue has been so. The numbers count the column of days late; last month's are plain.
func ageingPage(b *book, s *content.Part) *page {
	p := b.newPage(s)
	p.fixed = true
	p.live = func(row int, column content.Column) string {
		days := b.page(idRecommendations).ref("days_late")
		switch {
		case column.ID != "number":
			return ""
		case p.table.Rows[row].Total:
			return countifs(is(days, ">0"))
		}
		band := b.pack.Ageing[row]
		criteria := []criterion{is(days, ">="+strconv.Itoa(band.From))}
		if band.To > 0 {
			criteria = append(criteria, is(days, "<="+strconv.Itoa(band.To)))
		}
		return countifs(criteria...)
	}
	return p
}

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
