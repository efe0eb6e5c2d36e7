package pdf

import (
	"boardpack/report/pdf/layout"
)

// cover says what the paper is: title, organisation, board and meeting, day, version, marking, draft or final.
func cover(b *book) []layout.Block {
	title, lang := b.Title(b.words)
	heading := layout.Heading{Level: 1, Text: title, ID: "cover"}
	if lang != b.words.Lang() {
		heading.Lang = lang
	}
	blocks := []layout.Block{layout.NewPage{}, layout.Drop{Height: 110}}
	if org := b.Organisation(b.words); org != "" {
		style := layout.Style{Size: 16, Leading: 22, Ink: layout.Muted}
		blocks = append(blocks, layout.Paragraph{Runs: layout.Plain(org), Style: style, Keep: true}, layout.Drop{Height: 10})
	}
	blocks = append(blocks, heading, layout.Drop{Height: 14}, layout.Line{})
	if b.Register.About.Illustrative {
		blocks = append(blocks, layout.Note{Runs: layout.StrongText(b.say("page.illustrative")), Ink: layout.Red})
	}
	facts := layout.Facts{Title: title, Size: layout.BodySize, Lines: true}
	for _, f := range b.CoverFacts(b.words) {
		facts.Facts = append(facts.Facts, layout.Fact{Name: f.Label, Value: b.cellRuns(f.Cell), Lang: f.Cell.Lang})
	}
	return append(blocks, layout.Drop{Height: 20}, facts)
}
