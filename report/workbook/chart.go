package workbook

import (
	"fmt"

	"github.com/xuri/excelize/v2"
)

// chart is one native chart. Its title and text say in words what it shows, above it and for screen readers.
type chart struct {
	lines  bool // lines from left to right; else bars that lie on their sides, so that long names have room
	legend bool
	title  string
	text   string
	series []series
	from   *page // the sheet whose cells it draws
	label  int   // the column of the categories
	last   int   // the last row that it draws; the first is row 0
}

// series is one row of bars, or one line.
type series struct {
	column int
	look   seriesLook
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

// addCharts puts each chart into the row kept free for it. The library makes the frame with its alternative text; what is in
// the frame is written by chartXML when the file is packed: the library's charts have neither the points that programs show
// which do not calculate, nor hatching, nor labels of single points.
func (d *drawer) addCharts() error {
	for i, l := range d.grid.lines {
		if l.chart == nil {
			continue
		}
		frame := &excelize.Chart{Type: excelize.Bar, Series: []excelize.ChartSeries{{Values: quoteSheet(d.tab) + "!$A$1"}},
			Format:    excelize.GraphicOptions{AltText: l.chart.text, Name: l.chart.title, Positioning: "oneCell"},
			Dimension: excelize.ChartDimension{Width: uint(pixels(chartWidth)), Height: uint(pixels(l.height - 8))}}
		if err := d.file.AddChart(d.tab, cellName(1, 3+i), frame); err != nil {
			return err
		}
		d.drawn = append(d.drawn, *l.chart)
	}
	return nil
}

// fillCharts puts the charts into their frames, which the library has numbered as they came.
func (b *book) fillCharts() mend {
	byName := map[string]*chart{}
	for i := range b.drawn {
		byName[fmt.Sprintf("xl/charts/chart%d.xml", i+1)] = &b.drawn[i]
	}
	return func(name string, part []byte) []byte {
		if c := byName[name]; c != nil {
			return c.xml(localeName(b.words.Lang()))
		}
		return part
	}
}
