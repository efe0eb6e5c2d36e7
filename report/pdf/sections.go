package pdf

import (
	"slices"

	"boardpack/report/content"
	"boardpack/report/pdf/layout"
)

// sectionIDs of the Document to which links lead.
const (
	sectionThemes  = "themes"
	sectionAnnex   = "annex"
	sectionQuality = "quality"
)

// shortPart is the height, in points, below which a part begins on a new page rather than at the foot of this one.
const shortPart = 340

// section gives the blocks of a part of the paper.
func (b *book) section(s content.Section) []layout.Block {
	switch s.ID {
	case "glance":
		return b.glance(s)
	case "cover":
		return b.cover(s)
	case sectionThemes:
		return b.themes(s)
	}
	blocks := []layout.Block{b.begin(s.ID)}
	for i, block := range s.Blocks {
		if h := block.Heading; h != nil && h.Level == 2 && i > 0 {
			blocks = append(blocks, layout.NewPage{})
		}
		blocks = append(blocks, b.draw(block)...)
	}
	return blocks
}

// begin is where a part begins: on a page of its own, on its side for the register, or below the part before it where there is room.
func (b *book) begin(id string) layout.NewPage {
	switch {
	case id == sectionAnnex:
		b.wide = true
		return layout.NewPage{Landscape: true}
	case slices.Contains([]string{"due", "others", "notes"}, id):
		return layout.NewPage{Unless: shortPart}
	}
	return layout.NewPage{}
}

// draw gives the blocks of the layout for one of the Document's.
func (b *book) draw(block content.Block) []layout.Block {
	switch {
	case block.Heading != nil:
		return []layout.Block{b.heading(block.Heading)}
	case block.Paragraph != nil:
		return []layout.Block{b.paragraph(block.Paragraph)}
	case block.Bars != nil:
		return b.standing(block.Bars)
	case block.Chart != nil:
		return []layout.Block{b.chart(block.Chart, chartHeight)}
	case block.Table != nil:
		return b.table(block.Table)
	case block.Facts != nil:
		return []layout.Block{b.facts(block.Facts)}
	case block.Entry != nil:
		return b.entry(block.Entry)
	case block.Contents != nil:
		return []layout.Block{layout.Contents{}}
	}
	return nil
}

// chartHeight is that of the trend among the changes, in points.
const chartHeight = 80

func (b *book) heading(h *content.Heading) layout.Heading {
	return layout.Heading{Level: h.Level, Text: h.Text.Plain(), ID: h.ID, Hidden: h.Beside, Lang: h.Lang}
}

func (b *book) paragraph(p *content.Paragraph) layout.Paragraph {
	out := layout.Paragraph{Runs: b.runs(p.Text)}
	out.Keep = p.Role == content.RoleIntro
	return out
}
