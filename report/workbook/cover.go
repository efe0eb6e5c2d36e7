package workbook

import (
	"boardpack/report/content"
)

// coverAsAt is the row of the cover that holds the as-at date, which formulas read.
const coverAsAt = "as_at"

// contentsPage lists the other sheets, with links. It is filled when all are known.
func contentsPage(b *book, s *content.Sheet) *page {
	p := b.newPage(s)
	p.fill = func() { b.fillContents(p) }
	return p
}

func (b *book) fillContents(contents *page) {
	var places []string
	for _, p := range b.pages {
		if p.id == idCover || p.id == idContents {
			continue
		}
		places = append(places, quoteSheet(p.tab)+"!A1")
		contents.table.Rows = append(contents.table.Rows, content.Row{Cells: []content.Cell{
			{Kind: content.KindText, Text: p.tab},
			{Kind: content.KindLongText, Text: p.purpose},
			countOf(len(p.table.Rows)),
		}})
	}
	contents.links = func(row int, column content.Column) link {
		if column.ID != "sheet" {
			return link{}
		}
		return link{place: places[row]}
	}
}
