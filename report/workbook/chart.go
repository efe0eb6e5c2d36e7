package workbook

import "fmt"

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

const chartWidth = 860.0 // points

// height is that of the row that the chart stands in, in points: a bar has as much room as it needs.
func (c *chart) height() float64 {
	const lines, frame, bar, most = 210, 70, 22, 400
	if c.lines {
		return lines
	}
	return min(frame+bar*float64(c.last+1), most)
}

// addCharts puts each chart into the row kept free for it.
func (s *block) addCharts() {
	for i, l := range s.grid.lines {
		if l.chart == nil {
			continue
		}
		s.charts++
		name := fmt.Sprintf("charts/chart%d.xml", s.charts)
		s.parts["xl/"+name] = text(l.chart.xml(localeName(s.words.Lang())))
		s.addFrame(anchor{row: s.grid.firstLine + i, width: pixels(chartWidth), height: pixels(l.height - 8), prints: true},
			s.frameXML(l.chart.title, l.chart.text, chartSpace, `<c:chart xmlns:c="`+chartSpace+`" r:id="`+s.drawingTo.add(officeKinds+"/chart", "../"+name)+`"/>`))
	}
}
