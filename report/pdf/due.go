package pdf

import (
	"boardpack/report"
	"boardpack/report/pdf/layout"
)

// due lists what is overdue, the latest first, for how long that has been, and what is due soon.
func due(b *book) []layout.Block {
	overdue := b.DueTable(b.words, report.Overdue)
	soon := b.DueTable(b.words, report.DueSoon)
	blocks := []layout.Block{layout.NewPage{Unless: shortPart}, layout.Heading{Level: 2, Text: b.say("table.due"), ID: "due"}}
	blocks = append(blocks, layout.Heading{Level: 3, Text: overdue.Title})
	blocks = append(blocks, b.table(overdue.Select("key", "short", "owner", "original_due", "due", "days_late", "progress_note"))...)
	if len(overdue.Rows) > 0 {
		ageing := b.AgeingTable(b.words)
		blocks = append(blocks, layout.Heading{Level: 3, Text: ageing.Title})
		blocks = append(blocks, b.table(ageing)...)
	}
	blocks = append(blocks, layout.Heading{Level: 3, Text: soon.Title})
	return append(blocks, b.table(soon.Select("key", "short", "owner", "original_due", "due", "days_left", "progress_note"))...)
}
