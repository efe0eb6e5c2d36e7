package workbook

import (
	"bytes"
	"regexp"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
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

// addSlicers puts the slicers side by side into the row kept free above the table, so that they stand where the table is
// used and stay when it is scrolled.
func (d *drawer) addSlicers() error {
	if d.band() == 0 {
		return nil
	}
	row := 2 + len(d.grid.lines)
	if err := d.file.SetRowHeight(d.tab, row, slicerBand); err != nil {
		return err
	}
	for c, width := range d.grid.widths { // the library reckons a slicer's place from the columns' widths
		letters := strings.TrimRight(cellName(c+1, 1), "1")
		if err := d.file.SetColWidth(d.tab, letters, letters, width); err != nil {
			return err
		}
	}
	x, screen := slicerGap, false
	for _, s := range d.slicers {
		if d.column(s.column) < 0 {
			continue
		}
		heading := d.heading(s.column)
		width := s.columns*slicerButton + 30
		err := d.file.AddSlicer(d.tab, &excelize.SlicerOptions{Name: heading, Caption: heading, Cell: cellName(1, row),
			TableSheet: d.tab, TableName: d.name, Width: uint(width), Height: uint(pixels(slicerBand - 6)),
			Format: excelize.GraphicOptions{OffsetX: x, OffsetY: 4, Positioning: "oneCell", PrintObject: &screen,
				AltText: d.words.Say("workbook.slicer.text", "Column", heading)}})
		if err != nil {
			return err
		}
		x += width + slicerGap
	}
	return nil
}

// mends are the changes that the parts of this workbook need before they are written: the library leaves the list of
// slicers out of streamed sheets, knows no columns of buttons, and speaks English where a program has no slicers.
func (b *book) mends() []mend {
	p := b.page(idRecommendations)
	columns := map[string]int{}
	for _, s := range p.slicers {
		columns[p.heading(s.column)] = s.columns
	}
	return []mend{listSlicers, arrangeButtons(columns), sayWithoutSlicers(b.words.Say("workbook.slicer.none"))}
}

var slicerRelation = regexp.MustCompile(`<Relationship [^>]*/relationships/slicer"[^>]*>`)
var relationID = regexp.MustCompile(` Id="([^"]+)"`)

// listSlicers adds the list of slicers to a sheet that has some.
func listSlicers(name string, part []byte, all map[string]*bytes.Buffer) []byte {
	sheet, ok := strings.CutPrefix(name, "xl/worksheets/")
	relations := all["xl/worksheets/_rels/"+sheet+".rels"]
	if !ok || relations == nil || strings.Contains(sheet, "/") {
		return part
	}
	id := relationID.FindSubmatch(slicerRelation.Find(relations.Bytes()))
	if id == nil {
		return part
	}
	const end = "</worksheet>"
	list := `<extLst><ext xmlns:x15="http://schemas.microsoft.com/office/spreadsheetml/2010/11/main" uri="` +
		excelize.ExtURISlicerListX15 + `"><x14:slicerList xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main">` +
		`<x14:slicer r:id="` + string(id[1]) + `"/></x14:slicerList></ext></extLst>`
	return append(bytes.TrimSuffix(part, []byte(end)), []byte(list+end)...)
}

var slicerElement = regexp.MustCompile(`<slicer [^>]*?caption="([^"]*)"`)

// arrangeButtons sets the number of columns of buttons of each slicer, found by its caption.
func arrangeButtons(columns map[string]int) mend {
	return func(name string, part []byte, _ map[string]*bytes.Buffer) []byte {
		if !strings.HasPrefix(name, "xl/slicers/") {
			return part
		}
		return slicerElement.ReplaceAllFunc(part, func(element []byte) []byte {
			for caption, n := range columns {
				if string(slicerElement.FindSubmatch(element)[1]) == escapeXML(caption) && n > 1 {
					return append(element, []byte(` columnCount="`+strconv.Itoa(n)+`"`)...)
				}
			}
			return element
		})
	}
}

// sayWithoutSlicers puts the pack's own words where the library tells in English that a program has no slicers.
func sayWithoutSlicers(words string) mend {
	return func(name string, part []byte, _ map[string]*bytes.Buffer) []byte {
		if !strings.HasPrefix(name, "xl/drawings/drawing") {
			return part
		}
		part = bytes.ReplaceAll(part, []byte("This shape represents a table slicer. Table slicers are not supported in this version of Excel."), []byte(escapeXML(words)))
		return bytes.ReplaceAll(part, []byte("If the shape was modified in an earlier version of Excel, or if the workbook was saved in Excel 2007 or earlier, the slicer can&#39;t be used."), nil)
	}
}
