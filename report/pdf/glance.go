package pdf

import (
	"boardpack/report/content"
	"boardpack/report/pdf/layout"
)

// density is how closely page 1 is set. It is set as openly as one page allows.
type density int

const (
	roomy    density = iota
	tight            // less space, short items of a list joined
	tightest         // and without the trend, which the next part shows too
)

// glance is the page that answers a board in ten seconds. Of the ways to set it, the first that fits on one page is taken.
func (b *book) glance(s content.Section) []layout.Block {
	var page layout.OnePage
	for _, d := range []density{roomy, tight, tightest} {
		page.Variants = append(page.Variants, b.page(s.Blocks, d))
	}
	return []layout.Block{page}
}

// page sets the blocks in one density: the first sentences beside the trend, the lists at the foot beside each other.
func (b *book) page(blocks []content.Block, d density) []layout.Block {
	var out []layout.Block
	var lead []layout.Upright
	var trend *content.Chart
	var columns [][]layout.Upright
	beside := layout.Heading{}
	for _, block := range blocks {
		switch {
		case block.Paragraph != nil && block.Paragraph.Role == content.RoleLead:
			lead = append(lead, b.sentence(block.Paragraph.Text, len(lead), d))
		case block.Paragraph != nil:
			out = append(out, b.subtitle(block.Paragraph.Text))
		case block.Chart != nil:
			trend = block.Chart
		case block.Tiles != nil:
			out = append(out, b.opening(lead, trend, d)...)
			out = append(out, b.tiles(block.Tiles))
		case block.Heading != nil && block.Heading.Beside:
			beside = b.heading(block.Heading)
			beside.Close = int(d)
		case block.Heading != nil:
			out = append(out, b.heading(block.Heading))
		case block.Key != nil:
			out = append(out, beside, b.key(block.Key))
		case block.Bars != nil:
			out = append(out, b.barTable(block.Bars, d))
		case block.List != nil:
			columns = append(columns, []layout.Upright{beside, b.list(block.List, d)})
		}
	}
	return append(out, layout.Columns{Gap: 26, Whole: true, Columns: columns})
}

// sentence is one of the first sentences.
func (b *book) sentence(t content.Text, i int, d density) layout.Paragraph {
	style := layout.Lead()
	switch {
	case i == 0:
	case d >= tight:
		style.Before = 4
	default:
		style.Before = 6
	}
	return layout.Paragraph{Runs: b.runs(t), Style: style}
}

// opening is the first sentences, beside the trend where there is one.
func (b *book) opening(lead []layout.Upright, trend *content.Chart, d density) []layout.Block {
	const height = 58 // points
	if trend != nil && d < tightest {
		chart := b.trend(trend, height)
		return []layout.Block{layout.Columns{Gap: 26, Weights: []float64{3, 2}, Columns: [][]layout.Upright{lead, {chart}}}}
	}
	blocks := make([]layout.Block, len(lead))
	for i, s := range lead {
		blocks[i] = s
	}
	return blocks
}

// subtitle says of what and when the page speaks. What the second line says of the data leads to the part on them.
func (b *book) subtitle(t content.Text) layout.Paragraph {
	var runs []layout.Run
	second := false
	for _, r := range t {
		run := layout.Run{Text: r.Text, Lang: r.Lang}
		switch {
		case r.Text == content.LineEnd:
			second = true
			runs = append(runs, run)
			continue
		case second:
			run.To = sectionQuality
		}
		if n := len(runs); n > 0 && runs[n-1].To == run.To && runs[n-1].Lang == run.Lang && runs[n-1].Text != content.LineEnd {
			runs[n-1].Text += run.Text
		} else {
			runs = append(runs, run)
		}
	}
	return layout.Paragraph{Runs: runs, Style: layout.Small(), Keep: true}
}

func (b *book) tiles(t *content.Tiles) layout.Tiles {
	var out layout.Tiles
	for _, tile := range t.Tiles {
		to, says := b.figureLink(tile.Figure)
		out.Tiles = append(out.Tiles, layout.Tile{Label: tile.Label.Plain(), Number: tile.Number.Plain(), Of: tile.Of.Plain(),
			Note: tile.Change.Plain(), Alarm: tile.Alarm, To: to, Says: says})
	}
	return out
}

// list sets a list of sentences.
func (b *book) list(l *content.List, d density) layout.List {
	out := layout.List{Numbered: l.Numbered}
	for _, item := range l.Items {
		out.Items = append(out.Items, b.runs(item))
	}
	if d >= tight && l.Joins {
		out.Items = joined(out.Items, l.Items)
	}
	switch d {
	case tight: // what this leaves goes between the opening sentences
		out.Style = layout.Body()
		out.Style.Before = 4
	case tightest:
		out.Style = layout.Body()
		out.Style.Before = 1
	}
	return out
}

// joined puts short sentences that follow each other into one item of a list, so that the page stays one page.
func joined(items [][]layout.Run, sentences []content.Text) [][]layout.Run {
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
