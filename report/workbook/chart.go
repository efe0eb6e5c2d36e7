package workbook

import (
	"github.com/xuri/excelize/v2"

	"boardpack/report"
)

// chart is one native chart. Its title and text say in words what it shows, above it and for screen readers.
type chart struct {
	kind   excelize.ChartType
	title  string
	text   string
	series []series
	from   *page // the sheet whose cells it draws
	label  int   // the column of the categories
	first  int   // the rows that it draws, first to last
	last   int
}

// series is one row of bars, or one line.
type series struct {
	column int
	colour string // "" draws nothing: the unseen foot of a floating bar
}

const (
	chartHeight = 300.0 // points
	chartWidth  = 860.0
)

// band is the height of the row kept free for a page's slicers; charts bring their own rows.
func (p *page) band() float64 {
	if len(p.slicers) > 0 && len(p.table.Rows) > 0 {
		return slicerBand
	}
	return 0
}

// addCharts puts each chart into the row kept free for it.
func (d *drawer) addCharts() error {
	next := 0
	for i, l := range d.grid.lines {
		if l.height != chartHeight || next == len(d.charts) {
			continue
		}
		if err := d.addChart(d.charts[next], 3+i); err != nil {
			return err
		}
		next++
	}
	return nil
}

func (d *drawer) addChart(c chart, row int) error {
	if err := d.file.SetRowHeight(d.tab, row, chartHeight); err != nil {
		return err
	}
	font := excelize.Font{Family: fontName, Size: fontSize, Color: inkColour}
	gap, overlap, ink := uint(40), 100, excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"FFFFFF"}}
	drawn := &excelize.Chart{Type: c.kind, Series: c.drawn(),
		Title:     excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: c.title, Font: &excelize.Font{Family: fontName, Size: 14, Bold: true, Color: inkColour}}}},
		Legend:    excelize.ChartLegend{Position: "bottom", Font: &font},
		Format:    excelize.GraphicOptions{AltText: c.text, Name: c.title, Positioning: "oneCell"},
		Dimension: excelize.ChartDimension{Width: uint(pixels(chartWidth)), Height: uint(pixels(chartHeight - 8))},
		PlotArea:  excelize.ChartPlotArea{ShowVal: true, NumFmt: excelize.ChartNumFmt{CustomNumFmt: "0;-0;;"}},
		XAxis:     excelize.ChartAxis{Font: font, ReverseOrder: c.kind == excelize.BarStacked},
		YAxis:     excelize.ChartAxis{None: true},
		Fill:      ink, ShowBlanksAs: "zero"}
	if c.kind != excelize.Line {
		drawn.GapWidth, drawn.Overlap = &gap, &overlap
	}
	return d.file.AddChart(d.tab, cellName(1, row), drawn)
}

// drawn gives the series over the cells of the sheet that holds them.
func (c chart) drawn() []excelize.ChartSeries {
	tab := quoteSheet(c.from.tab) + "!"
	cells := func(column int) string {
		return tab + absolute(column+1, c.from.grid.row(c.first)) + ":" + absolute(column+1, c.from.grid.row(c.last))
	}
	var out []excelize.ChartSeries
	for _, s := range c.series {
		one := excelize.ChartSeries{Name: tab + absolute(s.column+1, c.from.grid.header), Categories: cells(c.label), Values: cells(s.column)}
		solid := excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{s.colour}}
		switch {
		case c.kind == excelize.Line:
			one.Fill, one.Line = solid, excelize.LineOptions{Width: 2.5}
			one.DataLabelPosition = excelize.ChartDataLabelsPositionAbove
			one.DataLabel = excelize.ChartDataLabel{Font: excelize.Font{Family: fontName, Size: fontSize, Color: inkColour}}
			one.Marker = excelize.ChartMarker{Symbol: "circle", Size: 7, Fill: solid}
		case s.colour == "":
			one.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"FFFFFF"}, Transparency: 100}
		default:
			one.Fill = solid
			one.DataLabel = excelize.ChartDataLabel{Font: excelize.Font{Family: fontName, Size: fontSize, Color: "FFFFFF", Bold: true}}
		}
		out = append(out, one)
	}
	return out
}

// standingFill gives the colours of the stacked bars: dark enough for white numbers on them, and different in grey too.
func standingFill(s report.Standing) string {
	return map[report.Standing]string{report.StandComplete: "0B3D78", report.StandAwaiting: "2F75B5", report.StandInProgress: "4E7A27",
		report.StandNotStarted: "5F6B76", report.StandUnrecognised: "9C1C1C"}[s]
}
