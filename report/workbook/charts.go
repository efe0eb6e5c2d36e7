package workbook

import (
	"boardpack/report"
	"boardpack/report/content"
)

// chartsPage holds the charts, each with what it shows in words, and below them the table that the movement chart draws.
func chartsPage(b *book, s *content.Sheet) *page {
	c := &charts{book: b, page: b.newPage(s), texts: textsOf(s.Charts), palette: newPalette(b.styles.accent)}
	c.page.live = c.formula
	c.page.fill = func() {
		for i, drawn := range c.all() {
			c.page.counts = append(c.page.counts, line{text: drawn.text, newPage: i > 0}, line{height: chartHeight, chart: &drawn})
		}
	}
	return c.page
}

type charts struct {
	*book
	page    *page
	texts   map[string]content.Text
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
	ch.text = c.texts["themes"].Plain()
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
	ch.text = c.texts["trend"].Plain()
	return ch
}

// movement is the waterfall: levels stand on the ground, steps float on an unseen foot. The numbers have signs, so that it
// needs no legend.
func (c *charts) movement() chart {
	return chart{title: c.words.Say("workbook.chart.movement"), from: c.page, last: len(c.page.table.Rows) - 1,
		series: []series{{stepFoot, seriesLook{}},
			{stepLevel, seriesLook{fill: c.palette.full, line: c.palette.full, number: white, format: partFormat}},
			{stepAdded, seriesLook{fill: c.palette.pale, line: c.palette.full, number: inkColour, format: addedFormat}},
			{stepTaken, seriesLook{fill: c.palette.middle, line: c.palette.middle, number: inkColour, format: takenFormat}}},
		text: c.texts["movement"].Plain()}
}

// The columns of the steps' table after the step's name.
const (
	stepFoot = 1 + iota
	stepLevel
	stepAdded
	stepTaken
)

// formula takes a step's length from the Movement sheet's last row, and its foot from the row above; numbers stay plain in a
// workbook without that sheet.
func (c *charts) formula(row int, column content.Column) string {
	movement := c.book.page(idMovement)
	if movement == nil {
		return ""
	}
	id := c.page.table.Rows[row].Of.ID
	figure := quoteSheet(movement.tab) + "!" + cellName(movement.column(c.columnOf(id))+1, movement.grid.row(len(movement.table.Rows)-1))
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
		if step.ID == id {
			return step.Sign < 0
		}
	}
	return false
}

// columnOf is the column of the Movement sheet that has a step of the bridge.
func (c *charts) columnOf(id string) string {
	for _, step := range (report.Bridge{}).Steps() {
		if step.ID == id {
			return "step_" + id
		}
	}
	return id
}

// textsOf gives what each chart shows in words, by its id.
func textsOf(charts []content.ChartText) map[string]content.Text {
	out := map[string]content.Text{}
	for _, c := range charts {
		out[c.ID] = c.Text
	}
	return out
}
