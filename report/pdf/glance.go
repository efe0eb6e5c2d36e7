package pdf

import (
	"strconv"
	"strings"

	"boardpack/report"
	"boardpack/report/pdf/layout"
)

// glance is the page that answers a board in ten seconds: sentences, headline figures, progress by theme, what changed, and what
// the board is asked to do.
func glance(b *book) []layout.Block {
	g := b.Glance(b.words)
	blocks := []layout.Block{
		layout.NewPage{},
		layout.Heading{Level: 2, Text: b.say("pdf.glance"), ID: "glance"},
		layout.Paragraph{Runs: layout.Plain(b.subtitle()), Style: layout.Small(), Keep: true},
	}
	blocks = append(blocks, b.opening(g)...)
	blocks = append(blocks, tiles(g), layout.Heading{Level: 3, Text: b.say("pdf.progress"), Hidden: true},
		b.barTable(g.Bars), key(g.Bars))
	blocks = append(blocks, layout.Columns{Gap: 26, Columns: [][]layout.Upright{
		{layout.Heading{Level: 3, Text: b.changedHeading(), Hidden: true}, layout.List{Items: b.sentences(g.Changed)}},
		{layout.Heading{Level: 3, Text: b.say("pdf.asks"), Hidden: true}, layout.List{Numbered: true, Items: b.sentences(g.Asks)}},
	}})
	if g.Warning != "" {
		blocks = append(blocks, layout.Paragraph{
			Runs: []layout.Run{{Text: g.Warning, To: placeQuality}}, Style: layout.Style{Size: layout.TableSize, Leading: 14, Before: 12},
		})
	}
	return blocks
}

// opening is the first sentences, beside the trend where there is one.
func (b *book) opening(g report.Glance) []layout.Block {
	var sentences []layout.Upright
	for i, s := range g.Lead {
		style := layout.Lead()
		if i > 0 {
			style.Before = 6
		}
		sentences = append(sentences, layout.Paragraph{Runs: b.runs(s), Style: style})
	}
	if len(b.Trend) > 1 {
		return []layout.Block{layout.Columns{Gap: 26, Weights: []float64{3, 2}, Columns: [][]layout.Upright{sentences, {b.trend(58)}}}}
	}
	blocks := make([]layout.Block, len(sentences))
	for i, s := range sentences {
		blocks[i] = s
	}
	return blocks
}

// subtitle says of what and when the page speaks.
func (b *book) subtitle() string {
	title, _ := b.Title(b.words)
	parts := []string{title, b.say("page.as_at", "Date", b.words.Date(b.AsAt))}
	if b.Movement != nil {
		parts = append(parts, b.say("pdf.compared", "Date", b.words.Date(b.PreviousAsAt)))
	}
	return strings.Join(parts, " · ")
}

func (b *book) changedHeading() string {
	if b.Movement == nil {
		return b.say("pdf.changed_first")
	}
	return b.say("pdf.changed", "Since", b.words.MonthAlone(b.PreviousMonth))
}

func tiles(g report.Glance) layout.Tiles {
	var t layout.Tiles
	for _, tile := range g.Tiles {
		t.Tiles = append(t.Tiles, layout.Tile{
			Label: tile.Label, Number: strconv.Itoa(tile.N), Of: tile.Of, Note: tile.Change, Alarm: tile.Alarm,
		})
	}
	return t
}
