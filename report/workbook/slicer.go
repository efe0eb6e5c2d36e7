package workbook

import (
	"fmt"
	"strings"

	"boardpack/report/content"
)

// slicer is a set of buttons that filters the table by one column.
type slicer struct {
	column  string // its id
	columns int    // of buttons, side by side
}

const (
	slicerBand   = 100.0 // points of the row kept free for them
	slicerGap    = 10    // pixels
	slicerButton = 160   // pixels of one column of buttons
)

// The extensions that hold slicers, and the namespaces of their elements.
const (
	slicerListURI   = "{3A4CF648-6AED-40f4-86FF-DC5316D8AED3}" // of a sheet
	slicerCachesURI = "{46BE6895-7355-4a93-B00E-2C351335B9C9}" // of the workbook
	tableCacheURI   = "{2F2917AC-EB37-4324-AD4E-5DD8C200BD13}" // of a cache over a table
	x14             = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"
	x15             = "http://schemas.microsoft.com/office/spreadsheetml/2010/11/main"
)

// addSlicers writes the page's slicers, each over a cache of the workbook, and gives the sheet's list of them. They stand side by side
// in the row kept free above the table, where the table is used, and stay when it is scrolled.
func (s *sheetPart) addSlicers() string {
	if s.band() == 0 {
		return ""
	}
	var slicers strings.Builder
	x := slicerGap
	for _, slicer := range s.slicers {
		c := s.column(slicer.column)
		if c < 0 {
			continue
		}
		heading, width := s.table.Columns[c].Heading, slicer.columns*slicerButton+30
		fmt.Fprintf(&slicers, `<slicer name="%s" cache="%s" caption="%[1]s" columnCount="%[3]d" rowHeight="251883"/>`,
			attributeXML(heading), s.addSlicerCache(slicer.column, heading, c+1), slicer.columns)
		s.addSlicerFrame(heading, x, width)
		x += width + slicerGap
	}
	name := fmt.Sprintf("slicers/slicer%d.xml", s.number)
	s.addPart("xl/"+name, `<slicers xmlns="`+x14+`">%s</slicers>`, slicers.String())
	return extension(slicerListURI, "x14:slicerList", `<x14:slicer r:id="`+s.to.add(slicerKinds+"/slicer", "../"+name)+`"/>`)
}

// addSlicerCache writes the cache of a slicer over a column of the table, and gives its name.
func (s *sheetPart) addSlicerCache(id, heading string, column int) string {
	cache := "Slicer_" + id
	s.caches = append(s.caches, cache)
	s.addPart(fmt.Sprintf("xl/slicerCaches/slicerCache%d.xml", len(s.caches)), `<slicerCacheDefinition xmlns="`+x14+`" xmlns:x="`+spreadsheetML+`" name="%s" sourceName="%s">`+
		`<extLst><x:ext xmlns:x15="`+x15+`" uri="`+tableCacheURI+`"><x15:tableSlicerCache tableId="%d" column="%d"/></x:ext></extLst></slicerCacheDefinition>`,
		cache, attributeXML(heading), s.number, column)
	return cache
}

// extension puts a list into an extension of its part; "" for an empty list.
func extension(uri, element, list string) string {
	if list == "" {
		return ""
	}
	return fmt.Sprintf(`<extLst><ext xmlns:x15="`+x15+`" uri="%s"><%s xmlns:x14="`+x14+`">%s</%[2]s></ext></extLst>`, uri, element, list)
}

// addSlicerFrame puts a slicer into the drawing. In its place, programs that have no slicers show a box without text, and the first
// what to use instead.
func (s *sheetPart) addSlicerFrame(heading string, x, width int) {
	paragraph := `<a:p/>`
	if s.frames == 0 {
		paragraph = `<a:p><a:r><a:rPr sz="1200"><a:latin typeface="` + fontName + `"/></a:rPr><a:t>` + escapeXML(s.words.Say("workbook.slicer.none")) + `</a:t></a:r></a:p>`
	}
	alt := content.ButtonsText(s.words, heading)
	slicer := s.frameXML(heading, alt, "http://schemas.microsoft.com/office/drawing/2010/slicer",
		`<sle:slicer xmlns:sle="http://schemas.microsoft.com/office/drawing/2010/slicer" name="`+escapeXML(heading)+`"/>`)
	box := fmt.Sprintf(`<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="%d" name="" descr="%s"/><xdr:cNvSpPr txBox="true"/></xdr:nvSpPr>`+
		`<xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></a:xfrm><a:prstGeom prst="rect"/><a:noFill/></xdr:spPr>`+
		`<xdr:txBody><a:bodyPr horzOverflow="clip" vertOverflow="clip"/>%s</xdr:txBody></xdr:sp>`, s.frames+2, escapeXML(alt), paragraph)
	place := anchor{row: s.grid.header - 1, x: x, y: 4, width: width, height: pixels(slicerBand - 6)}
	s.addFrame(place, `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">`+
		`<mc:Choice xmlns:sle15="http://schemas.microsoft.com/office/drawing/2012/slicer" Requires="sle15">`+slicer+`</mc:Choice><mc:Fallback>`+box+`</mc:Fallback></mc:AlternateContent>`)
}
