package workbook

import (
	"boardpack/report"
)

// continueLongTexts cuts the texts that no cell can hold. The rest stands on a sheet of its own, part by part, and the
// sheet of data quality says so: nothing is lost silently.
func (b *book) continueLongTexts() {
	for _, p := range b.pages {
		for r, row := range p.table.Rows {
			for c, cell := range row.Cells {
				if len(cell.Text) > maxCell && unitCount(clean(cell.Text)) > maxCell {
					p.table.Rows[r] = b.continued(p, row, c)
					row = p.table.Rows[r]
				}
			}
		}
	}
	if len(b.texts) == 0 {
		return
	}
	p := newPage(report.Table{ID: idLongTexts, Rows: b.texts,
		Title: b.words.Say("workbook.long_texts.title"), Purpose: b.words.Say("workbook.long_texts.purpose"),
		Columns: []report.Column{
			{ID: "sheet", Heading: b.words.Say("workbook.column.sheet"), Kind: report.KindText, Width: 20},
			{ID: "key", Heading: b.words.Say("column.key"), Kind: report.KindKey, Width: 10},
			{ID: "column", Heading: b.words.Say("workbook.column.column"), Kind: report.KindText, Width: 20},
			{ID: "part", Heading: b.words.Say("workbook.column.part"), Kind: report.KindCount, Width: 8},
			{ID: "text", Heading: b.words.Say("workbook.column.text"), Kind: report.KindLongText, Width: 100}}})
	p.id, p.links = idLongTexts, b.keyLinks(p)
	b.pages = append(b.pages, p)
	b.tellOfLongTexts()
	b.nameAll()
}

// continued gives the row with the cell cut to what fits, and notes the parts that do not.
func (b *book) continued(p *page, row report.Row, c int) report.Row {
	cells := append([]report.Cell(nil), row.Cells...)
	mark := " " + b.words.Say("workbook.long_texts.mark")
	parts := split(clean(cells[c].Text), maxCell-unitCount(mark))
	cells[c].Text = parts[0] + mark
	key := report.Cell{Kind: report.KindKey, Missing: report.NotApplicable}
	if row.Key != "" {
		key = report.Cell{Kind: report.KindKey, Text: row.Key}
	}
	for i, part := range parts[1:] {
		b.texts = append(b.texts, report.Row{Key: row.Key, Cells: []report.Cell{
			{Kind: report.KindText, Text: p.tab}, key, {Kind: report.KindText, Text: p.table.Columns[c].Heading},
			countOf(i + 2), {Kind: report.KindLongText, Text: part}}})
	}
	row.Cells = cells
	return row
}

// tellOfLongTexts adds a line to the sheet of data quality.
func (b *book) tellOfLongTexts() {
	quality := b.page(idQuality)
	counts := quality.counts
	quality.counts = func() []line {
		lines := []line{{text: b.words.Count("workbook.line.long_texts", len(b.texts)), strong: true}}
		if counts == nil {
			return lines
		}
		return append(counts(), lines...)
	}
}
