package pdf

import (
	"strings"

	"boardpack/report/content"
	"boardpack/report/pdf/layout"
)

// density is how closely page 1 is set. It is set as openly as one page allows.
type density int

const (
	roomy    density = iota
	open             // less space between rows
	tight            // still less
	tighter          // a lower trend, contents in one line
	tightest         // the least
)

const trendHeight = 110 // points

// glance is the page that answers a board at once. Of the ways to set it, the first that fits on one page is taken.
func (b *book) glance(s content.Section) []layout.Block {
	var page layout.OnePage
	for d := roomy; d <= tightest; d++ {
		page.Variants = append(page.Variants, func() []layout.Block { return b.page(s.Blocks, d) })
	}
	return []layout.Block{page}
}

// page sets the blocks in one density: the first sentences beside the trend, what the board is asked in a box.
func (b *book) page(blocks []content.Block, d density) []layout.Block {
	var out []layout.Block
	var lead []layout.Upright
	var trend *content.Chart
	var beside *layout.Heading
	for _, block := range blocks {
		if block.Tiles != nil {
			out = append(out, b.opening(lead, trend, d)...)
		}
		switch p := block.Paragraph; {
		case block.Picture != nil:
			if picture, ok := b.picture(block.Picture); ok {
				out = append(out, picture)
			}
		case p != nil && p.Role == content.RoleLead:
			sentences := b.paragraph(p)
			if d >= tightest {
				sentences.Style = layout.Smaller()
			}
			lead = append(lead, sentences)
		case block.Chart != nil:
			trend = block.Chart
		case block.Heading != nil && block.Heading.Message:
			out = append(out, b.message(block.Heading))
		case block.Heading != nil && block.Heading.Beside:
			h := b.heading(block.Heading, 0)
			h.Before = layout.MM(besideSpace(d))
			beside = &h
		case block.List != nil && beside != nil:
			out = append(out, layout.Box{Blocks: []layout.Upright{*beside, b.list(block.List)}, Before: layout.MM(besideSpace(d)), Close: d >= tight})
			beside = nil
		case block.Bars != nil:
			out = append(out, b.barTable(block.Bars, d))
		case block.Contents != nil:
			out = append(out, b.contents(block.Contents, d))
		default:
			if beside != nil {
				out, beside = append(out, *beside), nil
			}
			out = append(out, b.draw(block)...)
		}
	}
	return out
}

// besideSpace is the space above a part of the page, in millimetres.
func besideSpace(d density) float64 { return 4.4 - 0.7*float64(d) }

// message is the heading that says what the paper has to say, in the longest form that fits on one line.
func (b *book) message(h *content.Heading) layout.Block {
	var out layout.OneLine
	for i := range h.Texts() {
		out.Variants = append(out.Variants, b.heading(h, i))
	}
	return out
}

// opening is the first sentences, beside the trend where there is one.
func (b *book) opening(lead []layout.Upright, trend *content.Chart, d density) []layout.Block {
	const gap = 6 // millimetres
	left, right := 96.0, 68.0
	if d >= tightest {
		left, right = 106, 58
	}
	if trend != nil {
		height := float64(trendHeight)
		if d >= tighter {
			height = 96
		}
		chart := b.trend(trend, height)
		return []layout.Block{layout.Columns{Gap: layout.MM(gap), Widths: []float64{layout.MM(left), layout.MM(right)}, Columns: [][]layout.Upright{lead, {chart}}, Whole: true}}
	}
	blocks := make([]layout.Block, len(lead))
	for i, s := range lead {
		blocks[i] = s
	}
	return blocks
}

// stripColumns are the widths of the columns of the strip, in millimetres.
func stripColumns() []float64 {
	return []float64{layout.MM(44), layout.MM(56), layout.MM(38), layout.MM(32)}
}

// stripWidths gives the columns of the strip more or less than usual where values are too long for them: each what its longest value
// needs, within bounds.
func (b *book) stripWidths(f *content.Facts) []float64 {
	widths := stripColumns()
	least, most, lines := layout.MM(30), layout.MM(62), 2.0
	needs, long, sum := make([]float64, len(widths)), false, 0.0
	for i, fact := range f.Facts {
		for line := range strings.Lines(fact.Cell.Text) {
			c := i % len(widths)
			width := b.fonts.Width(line, true, layout.TableSize)
			needs[c], long = max(needs[c], width), long || width > lines*widths[c]*0.9
		}
	}
	if !long {
		return widths
	}
	widest := 0
	for i := range needs {
		if needs[i] = min(max(needs[i]+layout.MM(4), least), most); needs[i] > needs[widest] {
			widest = i
		}
		sum += needs[i]
	}
	var takers []int // of what the others leave
	for i := range needs {
		if needs[i] == needs[widest] {
			takers = append(takers, i)
		}
	}
	for _, i := range takers {
		needs[i] += (layout.MM(170) - sum) / float64(len(takers))
	}
	return needs
}

// strip sets facts in rows of four.
func (b *book) strip(f *content.Facts) layout.Strip {
	out := layout.Strip{Widths: b.stripWidths(f), Strong: true}
	for i, fact := range f.Facts {
		if i%len(out.Widths) == 0 {
			out.Rows = append(out.Rows, nil)
		}
		last := len(out.Rows) - 1
		out.Rows[last] = append(out.Rows[last], layout.Fact{Name: fact.Label.Plain(), Value: b.cellRuns(fact.Cell), Lang: fact.Cell.Lang})
	}
	return out
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
func (b *book) list(l *content.List) layout.List {
	out := layout.List{Numbered: l.Numbered}
	for _, item := range l.Items {
		out.Items = append(out.Items, b.runs(item))
	}
	return out
}

// picture is the logo above the title.
func (b *book) picture(p *content.Picture) (layout.Picture, bool) {
	const highest, widest = 34, 170 // points
	if b.logo == nil || b.logo.Width == 0 || b.logo.Height == 0 {
		return layout.Picture{}, false
	}
	scale := min(highest/float64(b.logo.Height), widest/float64(b.logo.Width))
	return layout.Picture{PNG: b.logo.PNG, Alt: p.Alt.Plain(), Lang: p.Lang, Width: float64(b.logo.Width) * scale, Height: float64(b.logo.Height) * scale}, true
}
