package workbook

import "boardpack/report"

// coverAsAt marks the row of the cover that holds the as-at date, which formulas read.
const coverAsAt = "as_at"

// coverPage says what the workbook is, of whom, for whom and of when.
func coverPage(b *book) *page {
	title, _ := b.pack.Title(b.words)
	t := report.Table{ID: idCover, Columns: []report.Column{
		{ID: "item", Heading: b.words.Say("workbook.column.item"), Kind: report.KindText, Width: 30},
		{ID: "value", Heading: b.words.Say("workbook.column.value"), Kind: report.KindLongText, Width: 60},
	}}
	for _, fact := range b.pack.CoverFacts(b.words) {
		row := report.Row{Cells: []report.Cell{{Kind: report.KindText, Text: fact.Label}, fact.Cell}}
		if fact.Cell.Kind == report.KindDate && fact.Cell.Date == b.pack.AsAt && fact.Label == b.words.Say("cover.as_at") {
			row.Key = coverAsAt
		}
		t.Rows = append(t.Rows, row)
	}
	p := newPage(t)
	p.title = title
	p.purpose = b.words.Say("workbook.cover.purpose", "Month", b.words.MonthName(b.pack.Month))
	return p
}

// contentsPage lists the other sheets, with links. It is filled when all are known.
func contentsPage(b *book) *page {
	p := newPage(report.Table{ID: idContents,
		Title: b.words.Say("workbook.contents.title"), Purpose: b.words.Say("workbook.contents.purpose"),
		Columns: []report.Column{
			{ID: "sheet", Heading: b.words.Say("workbook.column.sheet"), Kind: report.KindText, Width: 30},
			{ID: "holds", Heading: b.words.Say("workbook.column.holds"), Kind: report.KindLongText, Width: 80},
			{ID: "rows", Heading: b.words.Say("workbook.column.rows"), Kind: report.KindCount, Width: 10},
		}})
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
		contents.table.Rows = append(contents.table.Rows, report.Row{Cells: []report.Cell{
			{Kind: report.KindText, Text: p.tab},
			{Kind: report.KindLongText, Text: p.purpose},
			countOf(len(p.table.Rows)),
		}})
	}
	contents.links = func(row int, column report.Column) link {
		if column.ID != "sheet" {
			return link{}
		}
		return link{place: places[row]}
	}
}
