package pdf

import (
	"strconv"
	"strings"

	"boardpack/report"
	"boardpack/report/pdf/layout"
)

// density is how closely page 1 is set. It is set as openly as one page allows.
type density int

const (
	roomy    density = iota
	tight            // less space, short items of a list joined
	tightest         // and without the trend, which the next part shows too
)

// glance is the page that answers a board in ten seconds: sentences, headline figures, progress by theme, what changed, and what
// the board is asked to do.
func glance(b *book) []layout.Block {
	g := b.Glance(b.words)
	var page layout.OnePage
	for _, d := range []density{roomy, tight, tightest} {
		page.Variants = append(page.Variants, b.glance(g, d))
	}
	return []layout.Block{page}
}

func (b *book) glance(g report.Glance, d density) []layout.Block {
	blocks := []layout.Block{
		layout.Heading{Level: 2, Text: b.say("pdf.glance"), ID: placeGlance},
		layout.Paragraph{Runs: b.subtitle(g.Warning), Style: layout.Small(), Keep: true},
	}
	blocks = append(blocks, b.opening(g, d)...)
	bars := b.barTable(g.Bars)
	bars.Close = int(d)
	changed := layout.List{Items: b.sentences(g.Changed)}
	asks := layout.List{Numbered: true, Items: b.sentences(g.Asks)}
	if d == tightest {
		bars.Size = layout.TableSize
		changed.Style, asks.Style = layout.Body(), layout.Body()
		changed.Style.Before, asks.Style.Before = 1, 1
	}
	if d >= tight {
		changed.Items = joined(changed.Items, g.Changed)
	}
	if d == tight {
		changed.Style, asks.Style = layout.Body(), layout.Body()
		changed.Style.Before, asks.Style.Before = 4, 4 // what this leaves goes between the opening sentences
	}
	heading := func(text string) layout.Heading {
		return layout.Heading{Level: 3, Text: text, Hidden: true, Close: int(d)}
	}
	return append(blocks, b.tiles(g), heading(b.say("pdf.progress")), key(g.Bars), bars,
		layout.Columns{Gap: 26, Whole: true, Columns: [][]layout.Upright{
			{heading(b.changedHeading()), changed},
			{heading(b.say("pdf.asks")), asks},
		}})
}

// opening is the first sentences, beside the trend where there is one.
func (b *book) opening(g report.Glance, d density) []layout.Block {
	var sentences []layout.Upright
	for i, s := range g.Lead {
		style := layout.Lead()
		if i > 0 {
			style.Before = 6
		}
		if i > 0 && d >= tight {
			style.Before = 4
		}
		sentences = append(sentences, layout.Paragraph{Runs: b.runs(s), Style: style})
	}
	if len(b.Trend) > 1 && d < tightest {
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
		runs = append(runs, layout.Run{Text: " \n"}, layout.Run{Text: warning, To: placeQuality})
	}
	return runs
}

func (b *book) changedHeading() string {
	if b.Movement == nil {
		return b.say("pdf.changed_first")
	}
	return b.say("pdf.changed", "Since", b.Since(b.words))
}

func (b *book) tiles(g report.Glance) layout.Tiles {
	var t layout.Tiles
	for _, tile := range g.Tiles {
		to, says := b.figureLink(tile.Figure.Of, &b.All, tile.Figure.Figure)
		t.Tiles = append(t.Tiles, layout.Tile{
			Label: tile.Label, Number: strconv.Itoa(tile.N), Of: tile.Of, Note: tile.Change, Alarm: tile.Alarm, To: to, Says: says,
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
