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
	blocks := append([]layout.Block{layout.NewPage{}}, b.top()...)
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

// top is the space above the title, with the logo at its head where there is one.
func (b *book) top() []layout.Block {
	const space, most, widest = 110, 64, 200 // points
	if b.logo == nil || b.logo.Width == 0 || b.logo.Height == 0 {
		return []layout.Block{layout.Drop{Height: space}}
	}
	alt, lang := b.logo.Alt.In(b.words.Lang())
	scale := min(most/float64(b.logo.Height), widest/float64(b.logo.Width))
	picture := layout.Picture{PNG: b.logo.PNG, Alt: alt, Width: float64(b.logo.Width) * scale, Height: float64(b.logo.Height) * scale}
	if lang != b.words.Lang() {
		picture.Lang = lang
	}
	return []layout.Block{picture, layout.Drop{Height: space - most}}
}
