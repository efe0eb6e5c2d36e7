package workbook

import (
	"slices"

	"boardpack/report"
	"boardpack/report/colour"
	"boardpack/report/content"
)

// chartsPage has charts, each with what it shows in words; below that of movement is the table that it draws.
func chartsPage(b *book, s *content.Part) *page {
	c := &charts{book: b, page: b.newPage(s), part: s, palette: colour.NewPalette(b.accent)}
	c.page.live = c.formula
	c.page.fill = func() {
		for i, drawn := range c.all() {
			c.page.counts = append(c.page.counts, line{text: drawn.text + " " + content.FixedText(b.words), apart: i > 0}, line{height: drawn.height(), chart: &drawn})
		}
	}
	return c.page
}

type charts struct {
	*book
	page    *page
	part    *content.Part
	palette colour.Palette
}

// all draws the charts that the Document has words for, but none of a sheet that is not there.
func (c *charts) all() []chart {
	kinds := map[string]struct {
		from *page
		draw func(*chart)
	}{"themes": {c.book.page(summaryID(report.OfThemes)), c.themes}, "trend": {c.book.page(idTrend), c.trend}, "movement": {c.page, c.movement}}
	var out []chart
	for _, said := range c.part.Charts {
		drawn := chart{title: said.Title.Plain(), text: said.Text.Plain(), from: kinds[said.ID].from}
		if drawn.from != nil {
			kinds[said.ID].draw(&drawn)
			out = append(out, drawn)
		}
	}
	return out
}

// themes is the stacked bar of the standings that are in scope, theme by theme, without the total.
func (c *charts) themes(ch *chart) {
	ch.legend, ch.last = true, len(ch.from.table.Rows)-2
	for _, s := range report.Standings() {
		if look, ok := standingLook(c.palette, s); ok && c.pack.All.N(report.Figure(s)) > 0 {
			ch.series = append(ch.series, series{ch.from.column(string(s)), look})
		}
	}
}

// trend is the lines of the months, told apart by shade, dash and mark.
func (c *charts) trend(ch *chart) {
	ch.lines, ch.legend, ch.last = true, true, len(ch.from.table.Rows)-1
	line := func(f report.Figure, fill, colour, dash, mark string) {
		ch.series = append(ch.series, series{ch.from.column(string(f)), seriesLook{fill: fill, line: colour, dash: dash, mark: mark, number: inkColour, format: pointFormat}})
	}
	full, middle, muted := c.palette.Full.Hex(), c.palette.Middle.Hex(), c.palette.Muted.Hex()
	line(report.Outstanding, full, full, "solid", "circle")
	line(report.FigComplete, white, middle, "dash", "circle")
	line(report.Overdue, muted, muted, "sysDot", "diamond")
}

// movement is the waterfall: levels stand on the ground, steps float on an unseen foot. The numbers have signs, so that it
// needs no legend.
func (c *charts) movement(ch *chart) {
	ch.last = len(ch.from.table.Rows) - 1
	full, middle, pale := c.palette.Full.Hex(), c.palette.Middle.Hex(), c.palette.Pale.Hex()
	ch.series = []series{{stepFoot, seriesLook{}},
		{stepLevel, seriesLook{fill: full, line: full, number: white, format: partFormat}},
		{stepAdded, seriesLook{fill: pale, line: full, number: inkColour, format: addedFormat}},
		{stepTaken, seriesLook{fill: middle, line: middle, number: inkColour, format: takenFormat}}}
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
	above, here := c.page.grid.row(row-1), c.page.grid.row(row)
	from, level := "step_"+id, id == "opening" || id == "closing"
	if level {
		from = id
	}
	figure := quoteSheet(movement.on.name) + "!" + cellName(movement.column(from)+1, movement.grid.row(len(movement.table.Rows)-1))
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

// takes tells whether a step of the bridge takes from what is outstanding.
func (c *charts) takes(id string) bool {
	return slices.ContainsFunc((report.Bridge{}).Steps(), func(s report.Step) bool { return s.ID == id && s.Sign < 0 })
}
