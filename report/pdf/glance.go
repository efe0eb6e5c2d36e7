package pdf

import (
	"strconv"
	"strings"

	"boardpack/report"
	"boardpack/report/pdf/layout"
)

// glance is the page that answers a board in ten seconds: sentences, headline figures, progress by theme, what changed, and what
// the board is asked to do. It is set closer where that keeps it to one page.
func glance(b *book) []layout.Block {
	g := b.Glance(b.words)
	return []layout.Block{layout.OnePage{Variants: [][]layout.Block{b.glance(g, false), b.glance(g, true)}}}
}

func (b *book) glance(g report.Glance, close bool) []layout.Block {
	blocks := []layout.Block{
		layout.Heading{Level: 2, Text: b.say("pdf.glance"), ID: placeGlance},
		layout.Paragraph{Runs: b.subtitle(g.Warning), Style: layout.Small(), Keep: true},
	}
	blocks = append(blocks, b.opening(g, close)...)
	bars := b.barTable(g.Bars)
	changed := layout.List{Items: b.sentences(g.Changed)}
	if close {
		bars.Close = true
		changed.Items = joined(changed.Items, g.Changed)
	}
	return append(blocks, tiles(g), layout.Heading{Level: 3, Text: b.say("pdf.progress"), Hidden: true, Close: close},
		key(g.Bars), bars, layout.Columns{Gap: 26, Columns: [][]layout.Upright{
			{layout.Heading{Level: 3, Text: b.changedHeading(), Hidden: true, Close: close}, changed},
			{layout.Heading{Level: 3, Text: b.say("pdf.asks"), Hidden: true, Close: close},
				layout.List{Numbered: true, Items: b.sentences(g.Asks)}},
		}})
}

// opening is the first sentences, beside the trend where there is one.
func (b *book) opening(g report.Glance, close bool) []layout.Block {
	var sentences []layout.Upright
	for i, s := range g.Lead {
		style := layout.Lead()
		if i > 0 {
			style.Before = 6
		}
		if close && i > 0 {
			style.Before = 2
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

// subtitle says of what and when the page speaks, and that the data need a look where they do.
func (b *book) subtitle(warning string) []layout.Run {
	title, _ := b.Title(b.words)
	parts := []string{title, b.say("page.as_at", "Date", b.words.Date(b.AsAt))}
	if b.Movement != nil {
		parts = append(parts, b.say("pdf.compared", "Date", b.words.Date(b.PreviousAsAt)))
	}
	runs := layout.Plain(strings.Join(parts, " · "))
	if warning != "" {
		runs = append(runs, layout.Run{Text: "\n"}, layout.Run{Text: warning, To: placeQuality})
	}
	return runs
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

// joined puts short sentences that follow each other into one item of a list, so that the page stays one page.
func joined(items [][]layout.Run, sentences []report.Sentence) [][]layout.Run {
	const short = 40 // letters
	var out [][]layout.Run
	room := 0
	for i, item := range items {
		length := len([]rune(sentences[i].Plain()))
		if length < room {
			last := len(out) - 1
			out[last] = append(append(out[last], layout.Run{Text: " "}), item...)
			room -= length
			continue
		}
		out = append(out, item)
		room = 2*short - length
		if length > short {
			room = 0
		}
	}
	return out
}
