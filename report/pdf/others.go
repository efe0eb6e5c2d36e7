package pdf

import "boardpack/report/pdf/layout"

// others lists what other bodies own, alone or jointly.
func others(b *book) []layout.Block {
	t := b.OthersTable(b.words)
	blocks := []layout.Block{layout.NewPage{Unless: shortPart}, layout.Heading{Level: 2, Text: t.Title, ID: "others"}}
	return append(blocks, b.table(t)...)
}
