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
		return layout.Fill{Ink: layout.FillFull, Stroke: layout.Accent}
	case report.StandAwaiting:
		return layout.Fill{Ink: layout.FillNone, Stroke: layout.Accent, Hatch: true}
	case report.StandInProgress:
		return layout.Fill{Ink: layout.FillMiddle, Stroke: layout.Accent}
	case report.StandUnrecognised:
		return layout.Fill{Ink: layout.FillNone, Stroke: layout.Accent, Dashed: true}
	default:
		return layout.Fill{Ink: layout.FillNone, Stroke: layout.Accent}
	}
}

// bar draws a bar; full is the count of the longest of its chart.
func (b *book) bar(r *content.Bar, full int) layout.Bar {
	out := layout.Bar{Full: max(full, 1), Alt: r.Alt().Plain()}
	for _, s := range r.Segments {
		to, says := b.figureLink(s.Ref)
		out.Parts = append(out.Parts, layout.Part{N: s.N, Fill: fill(s.Standing), To: to, Says: says})
	}
	return out
}

// barColumns gives the columns of a table of bars, in millimetres: the name as wide as its longest, within bounds, those behind the bar as
// the Document has them, the bar what is left.
func barColumns(name float64, behind []float64) []float64 {
	const all, shortest = 170, 33
	longest := 46.0
	if len(behind) == 0 {
		behind, longest = []float64{18.5, 24.5, 16, 22.5}, 55
	}
	name = min(max(name, shortest), longest)
	rest := all - name
	for _, width := range behind {
		rest -= width
	}
	return append([]float64{name, rest}, behind...)
}

const (
	manyThemes   = 8
	fullPage     = 34 // rows that a page has room for at the usual space
	openRows     = 0.8
	closeRows    = 0.5
	closerRows   = 0.15
	numberColumn = 1 // of those of barColumns, the first of the figures
)

// barTable shows a bar for each theme, figures of it and its rating, and the whole in numbers.
func (b *book) barTable(bars *content.Bars, d density) layout.Table {
	longest, name := 0, 0.0
	for i := range bars.Bars {
		if r := &bars.Bars[i]; !r.Total {
			longest = max(longest, r.Length())
			name = max(name, b.fonts.Width(r.Label.Plain(), true, layout.TableSize)/layout.MM(1)+2.5)
		}
	}
	widths := barColumns(name, bars.MM)
	t := layout.Table{Title: bars.Title.Plain(), Continued: b.say("pdf.continued")}
	switch {
	case d >= tightest, len(bars.Bars) > fullPage:
		t.Pad = layout.MM(closerRows)
	case d == open && len(bars.Bars) <= manyThemes+1:
		t.Pad = layout.MM(openRows)
	case d > roomy || len(bars.Bars) > manyThemes+1:
		t.Pad = layout.MM(closeRows)
	}
	for i, head := range bars.Heads {
		column := layout.Column{Head: head.Plain(), Width: layout.MM(widths[i]), Heads: i == 0}
		if i > numberColumn && i < len(bars.Heads)-1 {
			column.Align = layout.Right
		}
		if i == len(bars.Heads)-1 {
			column.Before = layout.MM(3) // from the number on its left
		}
		t.Columns = append(t.Columns, column)
	}
	for i := range bars.Bars {
		t.Rows = append(t.Rows, b.barRow(&bars.Bars[i], longest))
	}
	return t
}

func (b *book) barRow(r *content.Bar, longest int) layout.Row {
	name := b.runs(r.Label)
	for i := range name {
		name[i].Bold = true
	}
	drawn := layout.Cell{Runs: b.runs(r.Sum)}
	switch {
	case r.Total:
		for i := range drawn.Runs {
			drawn.Runs[i].Light = true
		}
	case len(r.Segments) > 0:
		bar := b.bar(r, longest)
		drawn = layout.Cell{Bar: &bar}
	default:
		drawn.Runs = b.runs(r.Figures)
	}
	row := layout.Row{Cells: []layout.Cell{{Runs: name}, drawn}, Bold: r.Total}
	for i, cell := range r.Cells {
		runs := b.runs(cell)
		for j := range runs {
			if i+1 == r.Alarm {
				runs[j].Ink, runs[j].Bold = layout.Red, true
			}
		}
		row.Cells = append(row.Cells, layout.Cell{Runs: runs})
	}
	rated := layout.Cell{}
	if len(r.Rated) > 0 {
		rated.Runs = []layout.Run{ratingRun(r.Rating, r.Rated.Plain())}
	}
	row.Cells = append(row.Cells, rated)
	return row
}

// key explains the looks that occur in the bars.
func (b *book) key(k *content.Key) layout.Key {
	var out layout.Key
	for _, e := range k.Entries {
		out.Entries = append(out.Entries, layout.KeyEntry{Fill: fill(e.Standing), Text: e.Label.Plain()})
	}
	return out
}

// trend draws lines over the months.
func (b *book) trend(c *content.Chart, height float64) layout.Trend {
	out := layout.Trend{Height: height, Alt: c.Alt.Plain(), Gaps: c.Gaps, Step: c.Step()}
	for _, label := range c.Labels {
		out.Months = append(out.Months, label.Plain())
	}
	for _, s := range c.Series {
		line := layout.Series{Name: s.Name.Plain(), Ink: layout.Accent, Values: s.N}
		if s.Figure == report.Overdue {
			line.Ink, line.Hollow = layout.Red, true
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
