package workbook

import (
	"boardpack/report/content"
	"boardpack/report/excerpt"
)

// continueLongTexts cuts the texts that no cell can hold. The rest stands on a sheet of its own, part by part, and the
// sheet of data quality says so: nothing is lost silently.
func (b *book) continueLongTexts() {
	for _, p := range b.pages {
		for r, row := range p.table.Rows {
			for c, cell := range row.Cells {
				if len(cell.Text) > maxCell && excerpt.Units(content.Clean(cell.Text)) > maxCell {
					p.table.Rows[r] = b.continued(p, row, c)
					row = p.table.Rows[r]
				}
			}
		}
	}
	if len(b.texts) == 0 {
		return
	}
	p := b.addTab(&b.doc.Continued).pages[0]
	p.table.Rows, p.keyed = b.texts, true
	b.tellOfLongTexts()
	b.nameAll()
}

// continued gives the row with the cell cut to what fits, and notes the parts that do not.
func (b *book) continued(p *page, row content.Row, c int) content.Row {
	cells := append([]content.Cell(nil), row.Cells...)
	mark := content.ContinuedMark(b.words)
	parts := split(content.Clean(cells[c].Text), maxCell-excerpt.Units(mark))
	cells[c].Text = parts[0] + mark
	key := content.Cell{Kind: content.KindKey, Missing: content.NotApplicable}
	if row.Key != "" {
		key = content.Cell{Kind: content.KindKey, Text: row.Key}
	}
	for i, part := range parts[1:] {
		b.texts = append(b.texts, content.Row{Key: row.Key, Cells: []content.Cell{
			{Kind: content.KindText, Text: p.on.name}, key, {Kind: content.KindText, Text: p.table.Columns[c].Heading},
			countOf(i + 2), {Kind: content.KindLongText, Text: part}}})
	}
	row.Cells = cells
	return row
}

// tellOfLongTexts adds a line to the sheet of data quality.
func (b *book) tellOfLongTexts() {
	quality := b.page(idQuality)
	quality.counts = append(quality.counts, line{text: content.ContinuedLine(b.words, len(b.texts)), strong: true})
}
