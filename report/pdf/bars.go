package pdf

import (
	"boardpack/report"
	"boardpack/report/content"
	"boardpack/report/pdf/layout"
)

// fill is how a standing looks in every bar and key.
func fill(s report.Standing) layout.Fill {
	switch s {
	case report.StandComplete:
		return layout.Fill{Ink: layout.FillFull}
	case report.StandAwaiting:
		return layout.Fill{Ink: layout.FillMiddle}
	case report.StandInProgress:
		return layout.Fill{Ink: layout.FillPale}
	case report.StandUnrecognised:
		return layout.Fill{Ink: layout.FillNone, Stroke: layout.Strong, Hatch: true}
	default:
		return layout.Fill{Ink: layout.FillNone, Stroke: layout.Strong}
	}
}

// bar draws a bar; full is the count that would fill its width.
func (b *book) bar(r *content.Bar, full int) layout.Bar {
	out := layout.Bar{Full: max(full, 1), Alt: r.Alt().Plain()}
	for _, s := range r.Segments {
		to, says := b.figureLink(s.Ref)
		out.Parts = append(out.Parts, layout.Part{N: s.N, Fill: fill(s.Standing), To: to, Says: says})
	}
	return out
}

// barTable shows a bar for each theme, its complete share and its rating, and the whole in words.
func (b *book) barTable(bars *content.Bars, d density) layout.Table {
	longest := 0
	for i := range bars.Bars {
		if !bars.Bars[i].Total {
			longest = max(longest, bars.Bars[i].Length())
		}
	}
	t := layout.Table{Title: bars.Title.Plain(), Size: 11, Close: int(d), Columns: []layout.Column{{Fit: true, Heads: true}, {Weight: 1},
		{Fit: true, Align: layout.Right}, {Fit: true}}}
	if d == tightest {
		t.Size = layout.TableSize
	}
	for i, head := range bars.Heads {
		t.Columns[i].Head = head.Plain()
	}
	for i := range bars.Bars {
		r := &bars.Bars[i]
		cell := layout.Cell{Runs: b.clauses(r.Figures)}
		if !r.Total {
			drawn := b.bar(r, longest)
			cell = layout.Cell{Bar: &drawn}
		}
		complete := b.complete(r)
		complete.Bold = r.Total
		t.Rows = append(t.Rows, layout.Row{Cells: []layout.Cell{
			{Runs: []layout.Run{{Text: r.Label.Plain(), Bold: r.Total}}}, cell, {Runs: []layout.Run{complete}},
			{Runs: []layout.Run{ratingRun(r.Rating, r.Rated.Plain())}},
		}, Last: r.Total})
	}
	return t
}

// complete is the share that is complete, as a link to what is.
func (b *book) complete(r *content.Bar) layout.Run {
	ref := r.Of
	ref.Name = string(report.FigComplete)
	to, says := b.figureLink(ref)
	return layout.Run{Text: r.Complete.Plain(), To: to, Says: says}
}

// clauses is a bar in words, each of its counts, with what it counts, a link to the recommendations behind it.
func (b *book) clauses(t content.Text) []layout.Run {
	var out []layout.Run
	for len(t) > 0 {
		n := clause(t)
		ref := content.Ref{}
		for _, r := range t[:n] {
			if r.Ref.Place == content.PlaceFigure {
				ref = r.Ref
			}
		}
		to, says := b.figureLink(ref)
		out = appendRun(out, layout.Run{Text: t[:n].Plain(), To: to, Says: says})
		t = t[n:]
	}
	return out
}

// clause gives the number of runs at the beginning of a text that are of one message.
func clause(t content.Text) int {
	n := 1
	for n < len(t) && t[n].Said.ID == t[0].Said.ID && t[0].Said.ID != "" {
		n++
	}
	return n
}

// standing tells how one theme stands, in words and as a bar.
func (b *book) standing(bars *content.Bars) []layout.Block {
	bar := &bars.Bars[0]
	complete := b.complete(bar)
	complete.Bold = true
	runs := []layout.Run{ratingRun(bar.Rating, bar.Rated.Plain()), {Text: " · " + bars.Heads[0].Plain() + ": "}, complete, {Text: " · "}}
	blocks := []layout.Block{layout.Paragraph{Keep: true, Runs: append(runs, b.clauses(bar.Figures)...)}}
	if len(bar.Segments) == 0 {
		return blocks
	}
	return append(blocks, b.key(bars.Key()), layout.BarChart{Bar: b.bar(bar, bar.Length())})
}

// key explains the looks that occur in the bars.
func (b *book) key(k *content.Key) layout.Key {
	var out layout.Key
	for _, e := range k.Entries {
		out.Entries = append(out.Entries, layout.KeyEntry{Fill: fill(e.Standing), Text: e.Label.Plain()})
	}
	return out
}

// chart draws a chart.
func (b *book) chart(c *content.Chart, height float64) layout.Block {
	if len(c.Stages) > 0 {
		return b.waterfall(c)
	}
	return b.trend(c, height)
}

// trend draws lines over the months.
func (b *book) trend(c *content.Chart, height float64) layout.Trend {
	out := layout.Trend{Height: height, Alt: c.Alt.Plain()}
	for _, label := range c.Labels {
		out.Months = append(out.Months, label.Plain())
	}
	for _, s := range c.Series {
		line := layout.Series{Name: s.Name.Plain(), Ink: layout.Accent, Values: s.N}
		if s.Figure == report.FigComplete {
			line.Ink, line.Hollow = layout.Green, true
		}
		out.Series = append(out.Series, line)
	}
	return out
}

// waterfall draws the bridge of the whole.
func (b *book) waterfall(c *content.Chart) layout.Waterfall {
	out := layout.Waterfall{Alt: c.Alt.Plain()}
	for i, s := range c.Stages {
		out.Steps = append(out.Steps, layout.Step{Name: c.Labels[i].Plain(), Value: s.Value.Plain(), From: s.From, To: s.To,
			Total: i == 0 || i == len(c.Stages)-1})
	}
	return out
}
