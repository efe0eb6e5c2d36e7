package pdf

import "boardpack/report/pdf/layout"

// contents lists the parts of the paper with their pages.
func contents(b *book) []layout.Block {
	return []layout.Block{
		layout.NewPage{},
		layout.Heading{Level: 2, Text: b.say("pdf.contents"), ID: "contents", Hidden: true},
		layout.Contents{},
	}
}
