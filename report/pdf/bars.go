package pdf

import (
	"strings"

	"boardpack/report"
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
func (b *book) bar(r report.Bar, full int, kind report.GroupKind, g *report.Group) layout.Bar {
	out := layout.Bar{Full: max(full, 1), Alt: r.Label + ": " + r.Figures}
	if len(r.Segments) == 0 {
		out.Alt = r.Figures
	}
	for _, s := range r.Segments {
		to, says := b.figureLink(kind, g, report.Figure(s.Standing))
		out.Parts = append(out.Parts, layout.Part{N: s.N, Fill: fill(s.Standing), To: to, Says: says})
	}
	return out
}

// length is the room that a bar needs: one for each recommendation in it.
func length(r report.Bar) int {
	n := 0
	for _, s := range r.Segments {
		n += s.N
	}
	return n
}

// barTable shows a bar for each theme, its complete share and its rating, and the whole in words.
func (b *book) barTable(bars []report.Bar) layout.Table {
	longest := 0
	for _, r := range bars {
		if !r.Total {
			longest = max(longest, length(r))
		}
	}
	t := layout.Table{Title: b.say("pdf.progress"), Size: 11, Columns: []layout.Column{
		{Head: b.say("column.themes"), Fit: true, Heads: true},
		{Head: b.say("pdf.bars"), Weight: 1},
		{Head: b.say("pdf.complete"), Fit: true, Align: layout.Right},
		{Head: b.say("column.rating"), Fit: true},
	}}
	for i, r := range bars {
		kind, g := report.OfAll, &b.All
		cell := layout.Cell{Runs: b.figuresRuns(r, kind, g)}
		if !r.Total {
			kind, g = report.OfThemes, &b.Themes[i]
			drawn := b.bar(r, longest, kind, g)
			cell = layout.Cell{Bar: &drawn}
		}
		complete := b.figureRun(r.Complete, kind, g, report.FigComplete)
		complete.Bold = r.Total
		t.Rows = append(t.Rows, layout.Row{Cells: []layout.Cell{
			{Runs: []layout.Run{{Text: r.Label, Bold: r.Total}}}, cell, {Runs: []layout.Run{complete}},
			{Runs: []layout.Run{ratingRun(r.Rating, r.Rated)}},
		}, Last: r.Total})
	}
	return t
}

// key explains the looks that occur in the bars.
func key(bars []report.Bar) layout.Key {
	var k layout.Key
	for _, s := range report.Standings() {
		if label := labelOf(bars, s); label != "" {
			k.Entries = append(k.Entries, layout.KeyEntry{Fill: fill(s), Text: label})
		}
	}
	return k
}

// labelOf names a standing that occurs in the bars, "" for one that does not.
func labelOf(bars []report.Bar, s report.Standing) string {
	for _, r := range bars {
		for _, part := range r.Segments {
			if part.Standing == s {
				return part.Label
			}
		}
	}
	return ""
}

// trend draws outstanding and complete over the months. It needs two months at least.
func (b *book) trend(height float64) layout.Trend {
	chart := layout.Trend{Height: height}
	outstanding := layout.Series{Name: b.say("figure.outstanding"), Ink: layout.Accent}
	complete := layout.Series{Name: b.say("figure.complete"), Ink: layout.Green, Hollow: true}
	var points []string
	for _, m := range b.Trend {
		chart.Months = append(chart.Months, b.words.ShortDate(m.AsAt))
		outstanding.Values = append(outstanding.Values, m.Outstanding)
		complete.Values = append(complete.Values, m.Complete)
		points = append(points, b.say("pdf.trend.point", "Month", b.words.MonthName(m.Month), "Outstanding", m.Outstanding, "Complete", m.Complete))
	}
	chart.Series = []layout.Series{outstanding, complete}
	chart.Alt = b.say("pdf.trend.alt", "Points", strings.Join(points, " "))
	return chart
}
