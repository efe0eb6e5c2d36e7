package pdf

import "boardpack/report/pdf/layout"

// annex is the whole register, on pages turned on their side, each row with its cell in the master. Responses and progress stand in
// the themes' sections, to which the keys lead. The lists behind the figures follow.
func annex(b *book) []layout.Block {
	t := b.RegisterTable(b.words).Select("key", "theme", "recommendation", "owner", "standing", "original_due", "due", "times_moved", "completed",
		"rag", "cell")
	blocks := []layout.Block{layout.NewPage{Landscape: true}, layout.Heading{Level: 2, Text: b.say("pdf.annex"), ID: "annex"}}
	return append(append(blocks, b.tableOn(t, true)...), basis(b)...)
}
