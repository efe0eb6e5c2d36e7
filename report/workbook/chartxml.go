package workbook

import (
	"fmt"
	"strings"

	"boardpack/report"
	"boardpack/report/colour"
	"boardpack/report/content"
)

const white = "FFFFFF"

// seriesLook is how a series looks. Shades, outlines, dashes and marks differ enough to be told apart without colour.
type seriesLook struct {
	fill   string // of bars and marks; "" draws nothing: the unseen foot of a floating bar
	line   string // of outlines and lines, "" for none
	number string // the colour of its numbers
	format string // of its numbers
	hatch  bool
	dash   string // of a line: "solid", "dash", "sysDot"
	mark   string // of a line: "circle", "diamond"
}

// Formats of numbers: in parts of a bar zero is nothing to be seen, on a line it is a point like any other.
const (
	partFormat  = "0;-0;;"
	pointFormat = "0"
	addedFormat = `"+"0;-0;;`
	takenFormat = `"−"0;0;;`
)

// leastShown is the share of the longest bar below which a part has no room for its number.
const leastShown = 0.02

// xml writes the chart as a part of the file, with the values of its cells beside the references to them.
// Its order is that of the schema, ECMA-376 part 1, 21.2.
func (c *chart) xml(locale string) []byte {
	w := &chartWriter{chart: c}
	w.putf(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`+"\n"+
		`<chartSpace xmlns="`+chartSpace+`" xmlns:a="`+drawingML+`">`+
		`<date1904 val="0"/><lang val="%s"/><roundedCorners val="0"/><chart>`, locale)
	w.putf(`<title><tx><rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1400" b="1"/></a:pPr><a:r><a:rPr lang="%s" sz="1400" b="1"/><a:t>%s</a:t></a:r></a:p></rich></tx>`+
		`<overlay val="0"/></title><autoTitleDeleted val="0"/><plotArea><layout/>`, locale, escapeXML(content.Clean(c.title)))
	if c.lines {
		w.lineChart()
	} else {
		w.barChart()
	}
	w.put(`<spPr><a:noFill/></spPr></plotArea>`)
	if c.legend {
		w.put(`<legend><legendPos val="b"/><overlay val="0"/></legend>`)
	}
	w.put(`<plotVisOnly val="0"/><dispBlanksAs val="zero"/></chart><spPr>` + fillXML(white) + `<a:ln><a:noFill/></a:ln></spPr>` +
		textXML(inkColour, false) + `</chartSpace>`)
	return []byte(w.out.String())
}

// chartWriter writes one chart.
type chartWriter struct {
	*chart
	out strings.Builder
}

func (w *chartWriter) put(xml string) { w.out.WriteString(xml) }

func (w *chartWriter) putf(format string, args ...any) { fmt.Fprintf(&w.out, format, args...) }

func (w *chartWriter) barChart() {
	w.put(`<barChart><barDir val="bar"/><grouping val="stacked"/><varyColors val="0"/>`)
	for i, s := range w.series {
		w.seriesStart(i, s)
		w.put(barFill(s.look) + `<invertIfNegative val="0"/>`)
		if s.look.fill != "" {
			w.barLabels(s)
		}
		w.data(s)
		w.put(`</ser>`)
	}
	w.put(`<gapWidth val="40"/><overlap val="100"/><axId val="1"/><axId val="2"/></barChart>`)
	w.axes("l", "maxMin", "nextTo", "b", `<min val="0"/>`)
}

func (w *chartWriter) lineChart() {
	w.put(`<lineChart><grouping val="standard"/><varyColors val="0"/>`)
	for i, s := range w.series {
		w.seriesStart(i, s)
		w.putf(`<spPr><a:ln w="31750" cap="rnd">%s<a:prstDash val="%s"/><a:round/></a:ln></spPr>`, fillXML(s.look.line), s.look.dash)
		w.putf(`<marker><symbol val="%s"/><size val="9"/><spPr>%s<a:ln w="22225">%s</a:ln></spPr></marker>`, s.look.mark, fillXML(s.look.fill), fillXML(s.look.line))
		w.lineLabels(i, s)
		w.data(s)
		w.put(`<smooth val="0"/></ser>`)
	}
	w.put(`<marker val="1"/><axId val="1"/><axId val="2"/></lineChart>`)
	// Room below zero, so that numbers can stand under points there; the months are named below that.
	w.axes("b", "minMax", "low", "l", fmt.Sprintf(`<min val="-%d"/>`, max(1, (w.most()+5)/6)))
}

// axes writes the axis of the categories and, unseen, that of the values: each value is printed.
func (w *chartWriter) axes(at, order, labels, valuesAt, least string) {
	w.putf(`<catAx><axId val="1"/><scaling><orientation val="%s"/></scaling><delete val="0"/><axPos val="%s"/><numFmt formatCode="General" sourceLinked="0"/>`+
		`<majorTickMark val="none"/><minorTickMark val="none"/><tickLblPos val="%s"/><spPr><a:ln w="9525">%s</a:ln></spPr>`+
		`<crossAx val="2"/><crosses val="autoZero"/><auto val="0"/><lblAlgn val="ctr"/><lblOffset val="100"/>`, order, at, labels, fillXML(colour.Edge().Hex()))
	if !w.lines {
		w.put(`<tickLblSkip val="1"/>`)
	}
	w.putf(`<noMultiLvlLbl val="1"/></catAx><valAx><axId val="2"/><scaling><orientation val="minMax"/>%s</scaling><delete val="1"/><axPos val="%s"/>`+
		`<numFmt formatCode="General" sourceLinked="0"/><majorTickMark val="none"/><minorTickMark val="none"/><tickLblPos val="nextTo"/>`+
		`<crossAx val="1"/><crosses val="autoZero"/><crossBetween val="between"/></valAx>`, least, valuesAt)
}

func (w *chartWriter) seriesStart(i int, s series) {
	w.putf(`<ser><idx val="%d"/><order val="%d"/><tx><strRef><f>%s</f><strCache><ptCount val="1"/><pt idx="0"><v>%s</v></pt></strCache></strRef></tx>`,
		i, i, escapeXML(quoteSheet(w.from.on.name)+"!"+absolute(s.column+1, w.from.grid.header)), escapeXML(w.from.table.Columns[s.column].Heading))
}

// data writes the categories and the values of a series.
func (w *chartWriter) data(s series) {
	count := w.last + 1
	w.putf(`<cat><strRef><f>%s</f><strCache><ptCount val="%d"/>`, w.cells(w.label), count)
	for r := range count {
		w.putf(`<pt idx="%d"><v>%s</v></pt>`, r, escapeXML(content.Clean(w.from.table.Rows[r].Cells[w.label].Text)))
	}
	w.putf(`</strCache></strRef></cat><val><numRef><f>%s</f><numCache><formatCode>General</formatCode><ptCount val="%d"/>`, w.cells(s.column), count)
	for r := range count {
		w.putf(`<pt idx="%d"><v>%d</v></pt>`, r, w.value(s, r))
	}
	w.put(`</numCache></numRef></val>`)
}

// cells is the reference to a column's cells.
func (w *chartWriter) cells(column int) string {
	return escapeXML(quoteSheet(w.from.on.name) + "!" + absolute(column+1, w.from.grid.row(0)) + ":" + absolute(column+1, w.from.grid.row(w.last)))
}

func (w *chartWriter) value(s series, row int) int { return w.from.table.Rows[row].Cells[s.column].N }

// most is the longest bar, or the highest point.
func (w *chartWriter) most() int {
	most := 1
	for r := range w.last + 1 {
		sum := 0
		for _, s := range w.series {
			if n := w.value(s, r); w.lines {
				sum = max(sum, n)
			} else {
				sum += n
			}
		}
		most = max(most, sum)
	}
	return most
}

// barLabels prints the number of each part into it, but not into one too short to hold it.
func (w *chartWriter) barLabels(s series) {
	w.put(`<dLbls>`)
	for r := range w.last + 1 {
		if n := w.value(s, r); n > 0 && float64(n) < leastShown*float64(w.most()) {
			w.putf(`<dLbl><idx val="%d"/><delete val="1"/></dLbl>`, r)
		}
	}
	w.labels(s.look, "ctr")
	w.put(`</dLbls>`)
}

// lineLabels prints the number of each point above it, or below where another line is nearer above.
func (w *chartWriter) lineLabels(i int, s series) {
	w.put(`<dLbls>`)
	usual := "t"
	if i > 0 && i == len(w.series)-1 {
		usual = "b"
	}
	for r := range w.last + 1 {
		if side := w.side(i, r); side != usual {
			w.putf(`<dLbl><idx val="%d"/>`, r)
			w.labels(s.look, side)
			w.put(`</dLbl>`)
		}
	}
	w.labels(s.look, usual)
	w.put(`</dLbls>`)
}

// side gives the side of a point on which its number is farther from other points: top or bottom. Of points in the same
// place the first has its number above.
func (w *chartWriter) side(i, row int) string {
	const far = 1 << 30
	above, below := far, far
	n := w.value(w.series[i], row)
	for j, other := range w.series {
		switch m := w.value(other, row); {
		case j == i:
		case m > n || m == n && j < i:
			above = min(above, m-n)
		default:
			below = min(below, n-m)
		}
	}
	if above < below {
		return "b"
	}
	return "t"
}

func (w *chartWriter) labels(l seriesLook, at string) {
	back := `<a:noFill/>`
	if l.hatch {
		back = fillXML(white) // so that a number can be read on hatching
	}
	w.putf(`<numFmt formatCode="%s" sourceLinked="0"/><spPr>%s<a:ln><a:noFill/></a:ln></spPr>%s<dLblPos val="%s"/><showLegendKey val="0"/><showVal val="1"/>`+
		`<showCatName val="0"/><showSerName val="0"/><showPercent val="0"/><showBubbleSize val="0"/>`, escapeXML(l.format), back, textXML(l.number, true), at)
}

// barFill is the fill and outline of bars.
func barFill(l seriesLook) string {
	fill, line := fillXML(l.fill), `<a:ln><a:noFill/></a:ln>`
	if l.hatch {
		fill = `<a:pattFill prst="wdUpDiag"><a:fgClr><a:srgbClr val="` + l.line + `"/></a:fgClr><a:bgClr><a:srgbClr val="` + l.fill + `"/></a:bgClr></a:pattFill>`
	}
	if l.line != "" {
		line = `<a:ln w="9525">` + fillXML(l.line) + `</a:ln>`
	}
	return `<spPr>` + fill + line + `</spPr>`
}

func fillXML(colour string) string {
	if colour == "" {
		return `<a:noFill/>`
	}
	return `<a:solidFill><a:srgbClr val="` + colour + `"/></a:solidFill>`
}

// textXML is the letters of a chart or of its numbers.
func textXML(colour string, bold bool) string {
	weight := "0"
	if bold {
		weight = "1"
	}
	return fmt.Sprintf(`<txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="%d" b="%s">%s<a:latin typeface="%s"/><a:cs typeface="%s"/></a:defRPr></a:pPr></a:p></txPr>`,
		int(fontSize*100), weight, fillXML(colour), fontName, fontName)
}

// localeName is the language of a chart, as Excel names it.
func localeName(lang string) string {
	if lang == "cy" {
		return "cy-GB"
	}
	return "en-GB"
}

// looks of the series.

// standingLook is how a standing looks in stacked bars, as in the PDF; false for those out of scope.
func standingLook(p colour.Palette, s report.Standing) (seriesLook, bool) {
	dark := seriesLook{number: inkColour, format: partFormat}
	switch s {
	case report.StandComplete:
		return seriesLook{fill: p.Full.Hex(), line: p.Full.Hex(), number: white, format: partFormat}, true
	case report.StandAwaiting:
		dark.fill, dark.line = p.Middle.Hex(), p.Middle.Hex()
	case report.StandInProgress:
		dark.fill, dark.line = p.Pale.Hex(), p.Pale.Hex()
	case report.StandNotStarted:
		dark.fill, dark.line = p.None.Hex(), p.Strong.Hex()
	case report.StandUnrecognised:
		dark.fill, dark.line, dark.hatch = p.None.Hex(), p.Strong.Hex(), true
	default:
		return seriesLook{}, false
	}
	return dark, true
}
