package proof

import (
	"slices"
	"strings"
)

// joinLongTexts puts the texts that were cut at the length of a cell together again, so that they are compared whole. Their parts
// stand in a table of their own, in the order of the sheets, rows and columns where they were cut; the first is in the cell.
func (b *bookProof) joinLongTexts() {
	table := b.book.Tables["Long_texts"]
	if table == nil {
		return
	}
	part, text := slices.Index(table.Headings, b.say("workbook.column.part")), slices.Index(table.Headings, b.say("workbook.column.text"))
	var rests []string
	for _, row := range table.Rows {
		if part < 0 || text < 0 || max(part, text) >= len(row) {
			b.add(table.Sheet.Name, "the parts of a text", "a column for their number and one for them", "")
			return
		}
		if row[part] == "2" {
			rests = append(rests, "")
		}
		if last := len(rests) - 1; last >= 0 {
			rests[last] += row[text]
		}
	}
	mark := " " + b.say("workbook.long_texts.mark")
	cut := b.cells(mark)
	b.number(table.Sheet.Name, "the number of texts that are continued", len(cut), len(rests))
	for i := range min(len(cut), len(rests)) {
		*cut[i] = strings.TrimSuffix(*cut[i], mark) + rests[i]
	}
}

// cells gives the cells of all tables that end so, in the order of the workbook.
func (b *bookProof) cells(ending string) []*string {
	var out []*string
	for _, sheet := range b.book.Sheets {
		for _, t := range b.book.Tables {
			if t.Sheet != sheet {
				continue
			}
			for r := range t.Rows {
				for c := range t.Rows[r] {
					if strings.HasSuffix(t.Rows[r][c], ending) {
						out = append(out, &t.Rows[r][c])
					}
				}
			}
		}
	}
	return out
}
