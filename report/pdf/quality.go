package pdf

import "boardpack/report/pdf/layout"

// quality lists what the checks found in the master.
func quality(b *book) []layout.Block {
	t := b.QualityTable(b.words)
	blocks := []layout.Block{layout.NewPage{}, layout.Heading{Level: 2, Text: t.Title, ID: placeQuality}}
	blocks = append(blocks, b.table(t.Select("where", "level", "message", "hint"))...)
	dates := b.WrittenDatesTable(b.words)
	if len(dates.Rows) == 0 {
		return blocks
	}
	blocks = append(blocks, layout.Heading{Level: 3, Text: dates.Title})
	return append(blocks, b.table(dates)...)
}
