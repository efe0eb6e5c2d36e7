package workbook

import (
	"strings"

	"boardpack/report"
)

// chartsPage holds the charts, each with what it shows in words, and below them the table that the movement chart draws.
func chartsPage(b *book) *page {
	c := &charts{book: b, page: newPage(b.stepsTable()), palette: newPalette(b.styles.accent)}
	c.page.title, c.page.purpose = b.words.Say("workbook.charts.title"), b.words.Say("workbook.charts.purpose")
	c.page.live = c.formula
	c.page.counts = func() []line {
		var lines []line
		for _, drawn := range c.all() {
			lines = append(lines, line{text: drawn.text, newPage: len(lines) > 0}, line{height: chartHeight, chart: &drawn})
		}
		return lines
	}
	return c.page
}

type charts struct {
	*book
	page    *page
	palette palette
}

// all lists the charts of this pack: without an earlier month there is no trend and no movement to draw, and a chart of
// a sheet is not there without the sheet.
func (c *charts) all() []chart {
	var out []chart
	if themes := c.book.page(summaryID(report.OfThemes)); themes != nil {
		out = append(out, c.themes(themes))
	}
	if trend := c.book.page(idTrend); trend != nil && len(trend.table.Rows) > 1 {
		out = append(out, c.trend(trend))
	}
	if len(c.page.table.Rows) > 0 {
		out = append(out, c.movement())
	}
	return out
}

// themes is the stacked bar of the standings that are in scope, theme by theme.
func (c *charts) themes(p *page) chart {
	ch := chart{legend: true, title: c.words.Say("workbook.chart.themes"), from: p, last: len(p.table.Rows) - 2}
	for _, s := range report.Standings() {
		if look, ok := c.palette.standingLook(s); ok && c.pack.All.N(report.Figure(s)) > 0 {
			ch.series = append(ch.series, series{p.column(string(s)), look})
		}
	}
	var parts []string
	for _, bar := range c.pack.Bars(c.words) {
		if !bar.Total {
			parts = append(parts, bar.Label+": "+bar.Figures)
		}
	}
	ch.text = c.words.Say("workbook.chart.themes.text", "Parts", strings.Join(parts, "; "))
	return ch
}

// trend is the lines of the months, told apart by shade, dash and mark.
func (c *charts) trend(p *page) chart {
	last := len(p.table.Rows) - 1
	line := func(f report.Figure, fill, colour, dash, mark string) series {
		return series{p.column(string(f)), seriesLook{fill: fill, line: colour, dash: dash, mark: mark, number: inkColour, format: pointFormat}}
	}
	full, middle, muted := c.palette.full, c.palette.middle, c.palette.muted
	ch := chart{lines: true, legend: true, title: c.words.Say("workbook.chart.trend"), from: p, last: last, series: []series{
		line(report.Outstanding, full, full, "solid", "circle"),
		line(report.FigComplete, white, middle, "dash", "circle"),
		line(report.Overdue, muted, muted, "sysDot", "diamond")}}
	first, now := c.pack.Trend[0], c.pack.Trend[last]
	ch.text = c.words.Say("workbook.chart.trend.text", "First", c.words.MonthName(first.Month), "Last", c.words.MonthName(now.Month),
		"OutstandingFirst", first.Outstanding, "OutstandingLast", now.Outstanding, "CompleteFirst", first.Complete,
		"CompleteLast", now.Complete, "OverdueFirst", first.Overdue, "OverdueLast", now.Overdue)
	return ch
}

// movement is the waterfall: levels stand on the ground, steps float on an unseen foot. The numbers have signs, so that it
// needs no legend.
func (c *charts) movement() chart {
	all := c.pack.Movement.All
	return chart{title: c.words.Say("workbook.chart.movement"), from: c.page, last: len(c.page.table.Rows) - 1,
		series: []series{{stepFoot, seriesLook{}},
			{stepLevel, seriesLook{fill: c.palette.full, line: c.palette.full, number: white, format: partFormat}},
			{stepAdded, seriesLook{fill: c.palette.pale, line: c.palette.full, number: inkColour, format: addedFormat}},
			{stepTaken, seriesLook{fill: c.palette.middle, line: c.palette.middle, number: inkColour, format: takenFormat}}},
		text: c.words.Say("workbook.chart.movement.text", "Since", c.words.MonthName(c.pack.PreviousMonth),
			"Month", c.words.MonthName(c.pack.Month), "Opening", all.Opening, "Closing", all.Closing)}
}

// The columns of the steps' table after the step's name.
const (
	stepFoot = 1 + iota
	stepLevel
	stepAdded
	stepTaken
)

// stepsTable is what the waterfall draws: of every step of the bridge where its bar begins and how long it is. Where a bar
// stands is a matter of drawing; its length is the figure.
func (b *book) stepsTable() report.Table {
	t := report.Table{ID: idCharts}
	for _, id := range []string{"step", "foot", "level", "added", "taken"} {
		kind := report.KindCount
		if id == "step" {
			kind = report.KindText
		}
		t.Columns = append(t.Columns, report.Column{ID: id, Heading: b.words.Say("workbook.column." + id), Kind: kind, Width: 14})
	}
	if b.pack.Movement == nil {
		t.Empty = b.words.Say("glance.first_month")
		return t
	}
	names := map[string]string{}
	for _, c := range b.pack.MovementTable(b.words).Columns {
		names[c.ID] = c.Heading
	}
	names["opening"] = b.words.Say("pdf.bridge.opening", "Date", b.words.Date(b.pack.PreviousAsAt))
	names["closing"] = b.words.Say("pdf.bridge.closing", "Date", b.words.Date(b.pack.AsAt))
	add := func(id string, ns ...int) {
		cells := []report.Cell{{Kind: report.KindText, Text: names[id]}}
		for _, n := range ns {
			cells = append(cells, countOf(n))
		}
		t.Rows = append(t.Rows, report.Row{Key: id, Cells: cells})
	}
	all := b.pack.Movement.All
	add("opening", 0, all.Opening, 0, 0)
	at := all.Opening
	for _, step := range all.Steps() {
		switch {
		case strings.HasPrefix(step.ID, "moved_"): // between themes: nothing moves in the whole
		case step.Sign > 0:
			add("step_"+step.ID, at, 0, step.N, 0)
			at += step.N
		default:
			at -= step.N
			add("step_"+step.ID, at, 0, 0, step.N)
		}
	}
	add("closing", 0, all.Closing, 0, 0)
	return t
}

// formula takes a step's length from the Movement sheet's last row, and its foot from the row above; numbers stay plain in a
// workbook without that sheet.
func (c *charts) formula(row int, column report.Column) string {
	movement := c.book.page(idMovement)
	if movement == nil {
		return ""
	}
	id := c.page.table.Rows[row].Key
	figure := quoteSheet(movement.tab) + "!" + cellName(movement.column(id)+1, movement.grid.row(len(movement.table.Rows)-1))
	above, here := c.page.grid.row(row-1), c.page.grid.row(row)
	level := id == "opening" || id == "closing"
	taken := c.takes(id)
	switch place := c.page.column(column.ID); {
	case place == stepFoot && !level:
		foot := cellName(stepFoot+1, above) + "+" + cellName(stepLevel+1, above) + "+" + cellName(stepAdded+1, above)
		if taken {
			foot += "-" + cellName(stepTaken+1, here)
		}
		return foot
	case place == stepLevel && level, place == stepAdded && !level && !taken, place == stepTaken && taken:
		return figure
	}
	return ""
}

func (c *charts) takes(id string) bool {
	for _, step := range (report.Bridge{}).Steps() {
		if "step_"+step.ID == id {
			return step.Sign < 0
		}
	}
	return false
}
