package pdf

import (
	"boardpack/report/content"
	"boardpack/report/pdf/layout"
)

// cover says what the paper is: title, organisation, board and meeting, day, version, marking, draft or final.
func (b *book) cover(s content.Section) []layout.Block {
	const space, most = 110, 64 // points above the title
	top := layout.Drop{Height: space}
	blocks := []layout.Block{layout.NewPage{}}
	for _, block := range s.Blocks {
		switch {
		case block.Picture != nil:
			if picture, ok := b.picture(block.Picture, most); ok {
				blocks, top.Height = append(blocks, picture), space-most
			}
		case block.Paragraph != nil && block.Paragraph.Role == content.RoleOrganisation:
			style := layout.Style{Size: 16, Leading: 22, Ink: layout.Muted}
			blocks = append(blocks, top, layout.Paragraph{Runs: b.runs(block.Paragraph.Text), Style: style, Keep: true})
			top.Height = 10
		case block.Heading != nil:
			blocks = append(blocks, top, b.heading(block.Heading), layout.Drop{Height: 14}, layout.Line{})
		case block.Paragraph != nil:
			blocks = append(blocks, layout.Note{Runs: layout.StrongText(block.Paragraph.Text.Plain()), Ink: layout.Red})
		case block.Facts != nil:
			facts := b.facts(block.Facts)
			facts.Size, facts.Lines = layout.BodySize, true
			blocks = append(blocks, layout.Drop{Height: 20}, facts)
		}
	}
	return blocks
}

// picture is the logo at the head of the cover.
func (b *book) picture(p *content.Picture, most float64) (layout.Picture, bool) {
	const widest = 200 // points
	if b.logo == nil || b.logo.Width == 0 || b.logo.Height == 0 {
		return layout.Picture{}, false
	}
	scale := min(most/float64(b.logo.Height), widest/float64(b.logo.Width))
	return layout.Picture{PNG: b.logo.PNG, Alt: p.Alt.Plain(), Lang: p.Lang, Width: float64(b.logo.Width) * scale, Height: float64(b.logo.Height) * scale}, true
}

// facts is a list of names with what each is.
func (b *book) facts(f *content.Facts) layout.Facts {
	out := layout.Facts{Title: f.Title.Plain()}
	for _, fact := range f.Facts {
		out.Facts = append(out.Facts, layout.Fact{Name: fact.Label.Plain(), Value: b.cellRuns(fact.Cell), Lang: fact.Cell.Lang})
	}
	return out
}
