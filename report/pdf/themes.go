package pdf

import (
	"boardpack/report/content"
	"boardpack/report/pdf/layout"
)

// themes gives each theme a section: its figures, its bar, and its recommendations in full.
func (b *book) themes(s content.Section) []layout.Block {
	blocks := []layout.Block{layout.NewPage{}}
	for i, theme := range byHeading(s.Blocks) {
		if i > 0 {
			blocks = append(blocks, layout.NewPage{Unless: shortPart})
		}
		var drawn []layout.Block
		for _, block := range theme {
			drawn = append(drawn, b.draw(block)...)
		}
		blocks = append(blocks, layout.Section{Blocks: drawn})
	}
	return blocks
}

// byHeading cuts blocks before each heading.
func byHeading(blocks []content.Block) [][]content.Block {
	var out [][]content.Block
	for _, block := range blocks {
		if block.Heading != nil {
			out = append(out, nil)
		}
		last := len(out) - 1
		out[last] = append(out[last], block)
	}
	return out
}

// shortEntry is the height below which an entry begins on a new page: its heading, text and facts should stand together.
const shortEntry = 215

// entry tells one recommendation: what it asks, whose it is and how it stands, what was answered and done.
func (b *book) entry(e *content.Entry) []layout.Block {
	heading := layout.Heading{Level: 3, Text: e.Heading.Plain()}
	if !b.placed[e.Key] {
		// With several themes to a recommendation it is told under each; links lead to the first.
		b.placed[e.Key] = true
		heading.ID = recommendationPlace(e.Key)
	}
	heading.Tail = []layout.Run{{Text: "\u00A0\u00A0 "}, ratingRun(e.Rating.Rating, e.Rating.Text)}
	heading.Bookmark = heading.Text
	facts := b.facts(&e.Facts)
	facts.Pairs = true
	blocks := []layout.Block{layout.NewPage{Unless: shortEntry}, heading, layout.Note{Runs: layout.Plain(e.Text.Text), Lang: e.Text.Lang}, facts}
	if e.Actions != nil {
		blocks = append(blocks, label(e.Actions.Title.Plain()), b.grid(*e.Actions))
	}
	for _, f := range e.Story {
		text := layout.Body()
		text.Before = 2
		blocks = append(blocks, label(f.Label.Plain()), layout.Paragraph{Runs: b.cellRuns(f.Cell), Style: text, Lang: f.Cell.Lang})
	}
	return blocks
}

// label is the name over a long text or the table of actions.
func label(name string) layout.Block {
	style := layout.Body()
	style.Bold = true
	return layout.Paragraph{Runs: layout.Plain(name), Style: style, Keep: true}
}
