package workbook

import "fmt"

const (
	drawingML  = "http://schemas.openxmlformats.org/drawingml/2006/main"
	chartSpace = "http://schemas.openxmlformats.org/drawingml/2006/chart"
)

// drawing is what stands over the cells of a sheet: charts.
type drawing struct {
	frames    int
	drawn     []byte
	drawingTo relations
}

// anchor is where a frame stands: in a row of the sheet, so many pixels from the left edge of the sheet and the upper edge of the row.
type anchor struct {
	row                 int
	x, y, width, height int // pixels
	prints              bool
}

const perPixel = 9525 // units of a drawing

// addFrame puts a frame into the drawing. Its place is counted from the column that it begins in: programs cut what goes beyond that.
func (s *sheetPart) addFrame(a anchor, xml string) {
	column := 0
	for ; column < len(s.tab.widths); column++ {
		width := pixels(s.tab.widths[column] * charWidth)
		if a.x < width {
			break
		}
		a.x -= width
	}
	s.frames++
	s.drawn = fmt.Appendf(s.drawn, `<xdr:oneCellAnchor><xdr:from><xdr:col>%d</xdr:col><xdr:colOff>%d</xdr:colOff><xdr:row>%d</xdr:row><xdr:rowOff>%d</xdr:rowOff></xdr:from>`+
		`<xdr:ext cx="%d" cy="%d"/>%s<xdr:clientData fLocksWithSheet="true" fPrintsWithSheet="%t"/></xdr:oneCellAnchor>`,
		column, a.x*perPixel, a.row-1, a.y*perPixel, a.width*perPixel, a.height*perPixel, xml, a.prints)
}

// frameXML is the frame of a chart, with its alternative text.
func (s *sheetPart) frameXML(name, alt, uri, drawn string) string {
	return fmt.Sprintf(`<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="%d" name="%s" descr="%s"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>`+
		`<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="%s">%s</a:graphicData></a:graphic></xdr:graphicFrame>`,
		s.frames+2, escapeXML(name), escapeXML(alt), uri, drawn)
}

// addDrawing adds the drawing of the sheet, if it has one, and gives the reference to it.
func (s *sheetPart) addDrawing() string {
	if s.frames == 0 {
		return ""
	}
	name := fmt.Sprintf("drawings/drawing%d.xml", s.number)
	s.addPart("xl/"+name, `<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="`+drawingML+`" xmlns:r="`+officeKinds+`">%s</xdr:wsDr>`, s.drawn)
	s.addRelations("xl/"+name, &s.drawingTo)
	return `<drawing r:id="` + s.to.add(officeKinds+"/drawing", "../"+name) + `"/>`
}
