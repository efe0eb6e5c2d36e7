package pdf

import (
	"slices"

	"boardpack/report/content"
	"boardpack/report/pdf/layout"
)

// mostOfPage is the height that must be left on a page for another part to begin there, in millimetres. A page has 249.
const mostOfPage = 150

// section gives the blocks of a part of the paper. Each part begins on a page of its own, unless most of one is left.
func (b *book) section(s content.Section) []layout.Block {
	if s.ID == content.Front {
		return b.glance(s)
	}
	if len(s.Blocks) > 0 && !hasEntries(s) {
		roomy := b.blocks(s)
		return []layout.Block{layout.OnePage{Unless: layout.MM(mostOfPage), Variants: []func() []layout.Block{
			func() []layout.Block { return roomy },
			func() []layout.Block { return closer(roomy) },
			func() []layout.Block { return roomy },
		}}}
	}
	return append([]layout.Block{layout.NewPage{}}, b.blocks(s)...)
}

// hasEntries tells of the part that tells recommendations in full.
func hasEntries(s content.Section) bool {
	return slices.ContainsFunc(s.Blocks, func(b content.Block) bool { return b.Card != nil })
}

// closer sets tables with less space between their rows, for a part that would go over its page by a little.
func closer(blocks []layout.Block) []layout.Block {
	out := slices.Clone(blocks)
	for i := range out {
		if t, ok := out[i].(layout.Table); ok {
			t.Pad = layout.MM(closerTable)
			out[i] = t
		}
	}
	return out
}

// blocks gives the blocks of a part, one below the other.
func (b *book) blocks(s content.Section) []layout.Block {
	var blocks []layout.Block
	for i, block := range s.Blocks {
		if block.Heading != nil && i+1 < len(s.Blocks) && s.Blocks[i+1].Card != nil {
			continue // drawn with the first card below it
		}
		var above []layout.Block
		if block.Card != nil && s.Blocks[i-1].Heading != nil {
			above = b.draw(s.Blocks[i-1])
		}
		blocks = append(blocks, b.drawBelow(above, block)...)
	}
	return blocks
}

// drawBelow draws a block that stays with what is above it.
func (b *book) drawBelow(above []layout.Block, block content.Block) []layout.Block {
	if block.Card != nil {
		return b.entry(above, block.Card)
	}
	return append(above, b.draw(block)...)
}

// draw gives the blocks of the layout for one of the Document's.
func (b *book) draw(block content.Block) []layout.Block {
	switch {
	case block.Heading != nil:
		return []layout.Block{b.heading(block.Heading, 0)}
	case block.Paragraph != nil:
		return []layout.Block{b.paragraph(block.Paragraph)}
	case block.Tiles != nil:
		return []layout.Block{b.tiles(block.Tiles)}
	case block.Key != nil:
		return []layout.Block{b.key(block.Key)}
	case block.Bars != nil:
		return []layout.Block{b.barTable(block.Bars, roomy)}
	case block.List != nil:
		return []layout.Block{b.list(block.List)}
	case block.Chart != nil && len(block.Chart.Stages) > 0:
		return []layout.Block{b.waterfall(block.Chart)}
	case block.Chart != nil:
		return []layout.Block{b.trend(block.Chart, trendHeight)}
	case block.Table != nil:
		return b.table(block.Table)
	case block.Facts != nil:
		return []layout.Block{b.strip(block.Facts)}
	case block.Card != nil:
		return b.entry(nil, block.Card)
	case block.Contents != nil:
		return []layout.Block{b.contents(block.Contents, roomy)}
	}
	return nil
}

// heading draws a heading in one of its lengths: 0 is the longest.
func (b *book) heading(h *content.Heading, short int) layout.Heading {
	texts := h.Texts()
	text := texts[min(short, len(texts)-1)]
	out := layout.Heading{Level: h.Level, Text: b.runs(text), ID: h.ID, Hidden: h.Beside, Lang: h.Lang, Bookmark: texts[0].Plain()}
	if h.Message {
		out.Look = layout.Message
	}
	if h.Rating != nil {
		run := ratingRun(h.Rating.Rating(), h.Rating.Text)
		run.Size = layout.BodySize
		out.Text = append(out.Text, layout.Run{Text: "\u00A0\u00A0 "}, run)
	}
	if len(h.Tail) > 0 {
		out.Text = append(out.Text, layout.Run{Text: "\u00A0\u00A0 ", Light: true})
		for _, r := range b.runs(h.Tail) {
			r.Size, r.Light, r.Ink = layout.TableSize, true, layout.Black
			out.Text = append(out.Text, r)
		}
	}
	return out
}

func (b *book) paragraph(p *content.Paragraph) layout.Paragraph {
	out := layout.Paragraph{Runs: b.runs(p.Text)}
	switch p.Role {
	case content.RoleIntro:
		out.Keep = true
	case content.RoleNote, content.RoleDoubt:
		out.Style = layout.Small()
	}
	return out
}

// contents names the parts with their pages.
func (b *book) contents(c *content.Contents, d density) layout.Contents {
	out := layout.Contents{Title: c.Title.Plain(), Tight: d > roomy, After: c.ToCheck.Plain()}
	short := d >= tighter
	if short {
		out.After, out.Small = c.ToCheckShort.Plain(), true
	}
	for _, e := range c.Entries {
		entry := layout.ContentsEntry{Name: e.Name.Plain(), Page: c.Page.Plain() + "\u00A0", To: sectionPlace(e.Section)}
		if short {
			entry.Name = e.Short.Plain()
		}
		out.Entries = append(out.Entries, entry)
	}
	return out
}

// sectionPlace is where a part begins.
func sectionPlace(id string) string { return "section " + id }
