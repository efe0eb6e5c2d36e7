package pdf

import (
	"boardpack/report"
	"boardpack/report/pdf/layout"
)

// notes gives every rule in words: how figures are counted, how ratings are given, how statuses and dates are read.
func notes(b *book) []layout.Block {
	rules := b.RulesTable(b.words)
	blocks := []layout.Block{layout.NewPage{Unless: shortPart}, layout.Heading{Level: 2, Text: rules.Title, ID: placeNotes}}
	blocks = append(blocks, b.table(rules)...)
	for _, t := range []report.Table{b.RatingsTable(b.words), b.StatusRulesTable(b.words), b.ReadingsTable(b.words)} {
		blocks = append(blocks, layout.Heading{Level: 3, Text: t.Title})
		blocks = append(blocks, b.table(t)...)
	}
	return blocks
}
