package pdf

import (
	"slices"

	"boardpack/report/content"
	"boardpack/report/pdf/layout"
)

// wholeCard is the height up to which a card stands on one page, in millimetres.
const wholeCard = 120

// mostMade is the number of cards up to which their blocks are made once and held. Of a large record they are made whenever they are set: to
// find where all stands, and to draw it.
const mostMade = 1000

// entry is the card of one recommendation. What is above the card stays with it.
func (b *book) entry(above []layout.Block, c *content.Card) []layout.Block {
	first := !b.placed[c.Key] // with several themes to a recommendation it is told under each; links lead to the first
	b.placed[c.Key] = true
	if len(b.entries) <= mostMade {
		return []layout.Block{b.card(above, c.Entry(), first)}
	}
	return []layout.Block{layout.Later(func() layout.Block { return b.card(above, c.Entry(), first) })}
}

// card is what a recommendation asks, how it stands, what was answered and done. First says that links lead to it.
func (b *book) card(above []layout.Block, e *content.Entry, first bool) layout.Block {
	head := layout.Heading{Level: 3, Text: b.runs(e.Heading), Bookmark: e.Bookmark.Plain(), Line: true, Before: layout.MM(4.2)}
	if first {
		head.ID = recommendationPlace(e.Key)
	}
	if len(e.Beside) > 0 {
		head.Text = append(head.Text, layout.Run{Text: "\u00A0\u00A0 ", Light: true})
		for _, r := range b.runs(e.Beside) {
			r.Size, r.Light, r.Ink = layout.TableSize, true, layout.Muted
			head.Text = append(head.Text, r)
		}
	}
	rating := ratingRun(e.Rating.Rating(), e.Rating.Text)
	rating.Size = layout.BodySize
	head.Right = []layout.Run{rating}
	text := layout.Body()
	text.Bold, text.Before = true, layout.MM(0.8)
	blocks := append(slices.Clip(above), head, layout.Paragraph{Runs: b.cellRuns(e.Text), Lang: e.Text.Lang, Style: text}, b.slots(&e.Facts))
	if e.Actions != nil {
		label := layout.Body()
		label.Bold = true
		blocks = append(blocks, layout.Paragraph{Runs: layout.Plain(e.Actions.Title.Plain()), Style: label, Keep: true}, b.grid(*e.Actions))
	}
	for _, f := range e.Story {
		blocks = append(blocks, layout.Told{Name: b.unbroken(f.Label.Plain()), Text: b.cellRuns(f.Cell), Lang: f.Cell.Lang, Label: layout.MM(27)})
	}
	return layout.Kept{Blocks: blocks, Most: layout.MM(wholeCard), Again: e.Heading.Plain() + ", " + b.say("pdf.continued")}
}

// slotColumns are the widths of the five places of facts, in millimetres.
func slotColumns() []float64 {
	return []float64{layout.MM(33), layout.MM(35), layout.MM(47), layout.MM(24), layout.MM(29)}
}

// slots sets the facts of a card side by side. A place of which there is nothing to say stays empty.
func (b *book) slots(f *content.Facts) layout.Strip {
	out := layout.Strip{Widths: slotColumns(), Tinted: true, Rows: [][]layout.Fact{nil}}
	for _, fact := range f.Facts {
		slot := layout.Fact{}
		if fact.Cell.Missing == content.HasValue {
			slot = layout.Fact{Name: fact.Label.Plain(), Value: b.cellRuns(fact.Cell), Lang: fact.Cell.Lang}
		}
		out.Rows[0] = append(out.Rows[0], slot)
	}
	return out
}
