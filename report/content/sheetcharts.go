package content

import (
	"strings"

	"boardpack/report"
)

// themesChartPart is the chart of the themes, with what it shows in words.
func (w *writer) themesChartPart() Part {
	title := w.say("workbook.chart.themes")
	return Part{ID: "themes_chart", Title: title, View: View{Inline: &Table{ID: "themes_chart", Title: title}},
		Charts: []ChartText{{"themes", title, w.themesChart()}}}
}

// chartsPart is what the charts of the months show in words, and the table that the chart of movement draws.
func (w *writer) chartsPart(d *Document) Part {
	p := w.inline(w.steps(d))
	p.Title, p.Purpose = w.say("workbook.charts.title"), w.say("workbook.charts.purpose")
	add := func(id string, text Text) {
		p.Charts = append(p.Charts, ChartText{id, w.say("workbook.chart." + id), text})
	}
	if len(w.pack.Trend) > 1 {
		add("trend", w.trendText())
	}
	if w.pack.Movement != nil {
		add("movement", w.movementText())
	}
	return p
}

// themesChart, trendText and movementText say in words what the charts of the workbook show.
func (w *writer) themesChart() Text {
	var parts []Text
	for i := range w.pack.Themes {
		bar := w.bar(report.OfThemes, &w.pack.Themes[i])
		parts = append(parts, between([]Text{bar.Label, bar.Figures}, ": "))
	}
	return w.say("workbook.chart.themes.text", "Parts", between(parts, "; "))
}

func (w *writer) trendText() Text {
	last := len(w.pack.Trend) - 1
	month := func(i int) value {
		return value{text: Text{{Text: w.words.MonthName(w.pack.Trend[i].Month), Ref: Ref{Place: PlaceTrend, Index: i + 1, Name: "month"}}}}
	}
	first, now := w.pack.Trend[0], w.pack.Trend[last]
	return w.say("workbook.chart.trend.text", "First", month(0), "Last", month(last),
		"OutstandingFirst", w.trend(0, report.Outstanding, first.Outstanding), "OutstandingLast", w.trend(last, report.Outstanding, now.Outstanding),
		"CompleteFirst", w.trend(0, report.FigComplete, first.Complete), "CompleteLast", w.trend(last, report.FigComplete, now.Complete),
		"OverdueFirst", w.trend(0, report.Overdue, first.Overdue), "OverdueLast", w.trend(last, report.Overdue, now.Overdue))
}

func (w *writer) movementText() Text {
	b := w.pack.Movement.All
	return w.say("workbook.chart.movement.text", "Since", w.previousMonth(), "Month", w.month(),
		"Opening", w.bridge("opening", b.Opening), "Closing", w.bridge("closing", b.Closing))
}

// steps is what the waterfall draws: of every step of the bridge where its bar begins and how long it is. Where a bar
// stands is a matter of drawing; its length is the figure.
func (w *writer) steps(d *Document) *Table {
	t := &Table{ID: "charts"}
	w.sheetColumn(t, "step", KindText, 14)
	for _, id := range []string{"foot", "level", "added", "taken"} {
		w.sheetColumn(t, id, KindCount, 14)
	}
	if w.pack.Movement == nil {
		t.Empty = w.say("glance.first_month")
		return t
	}
	add := func(id string, name Text, ns ...int) {
		cells := []Cell{runsCell(name)}
		for _, n := range ns {
			cells = append(cells, countCell(n))
		}
		t.Rows = append(t.Rows, Row{Of: Ref{Place: PlaceStage, ID: id}, Cells: cells})
	}
	movement, all := d.Table("movement"), w.pack.Movement.All
	add("opening", w.openingName(), 0, all.Opening, 0, 0)
	at := all.Opening
	for _, step := range all.Steps() {
		name := plain(movement.Columns[movement.Column("step_"+step.ID)].Heading)
		switch {
		case strings.HasPrefix(step.ID, "moved_"): // between themes: nothing moves in the whole
		case step.Sign > 0:
			add(step.ID, name, at, 0, step.N, 0)
			at += step.N
		default:
			at -= step.N
			add(step.ID, name, at, 0, 0, step.N)
		}
	}
	add("closing", w.closingName(), 0, all.Closing, 0, 0)
	return t
}
