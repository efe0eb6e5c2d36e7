package workbook

import (
	"boardpack/report/content"
)

// coverAsAt is the row of the facts that holds the as-at date, which formulas read.
const coverAsAt = "as_at"

// contentsPage lists the other sheets, with links. It is filled when all are known.
func contentsPage(b *book, s *content.Part) *page {
	p := b.newPage(s)
	p.fill = func() { b.fillContents(p) }
	return p
}

func (b *book) fillContents(contents *page) {
	var places []string
	for _, t := range b.tabs[1:] {
		places = append(places, t.placeName())
		contents.table.Rows = append(contents.table.Rows, content.Row{Cells: []content.Cell{
			{Kind: content.KindText, Text: t.name},
			{Kind: content.KindLongText, Text: t.purpose},
		}})
	}
	contents.links = func(row int, column content.Column) link {
		if column.ID != "sheet" {
			return link{}
		}
		return link{place: places[row]}
	}
}
