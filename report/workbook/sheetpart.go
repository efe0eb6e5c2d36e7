package workbook

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"
)

// sheetPart is the part of a page. What stands before and behind the rows of its table is made before the file is packed, with the
// styles, tables and drawings that it leads to; the rows are written straight into the compressed file.
type sheetPart struct {
	*book
	*page
	number  int // of the sheet from 1, and of its table, drawing and slicers
	columns []cellColumn
	styles  []int // of all cells of the table, row by row
	before  []byte
	behind  []byte
	linked  strings.Builder
	// formulas are those that whole columns have, by the column.
	formulas map[string]string
	n        int // of links
	to       relations
	drawing
}

// draw makes the part of a page, and the parts that it leads to.
func (b *book) draw(number int, p *page) {
	s := &sheetPart{book: b, page: p, number: number, columns: make([]cellColumn, len(p.table.Columns)),
		styles: make([]int, 0, len(p.table.Rows)*len(p.table.Columns))}
	for c := range s.columns {
		s.columns[c].letters = lettersOf(c + 1)
	}
	if p.down != nil {
		s.formulas = p.down()
	}
	s.addStart()
	s.addLines()
	s.addRows()
	s.addEnd()
	name := fmt.Sprintf("xl/worksheets/sheet%d.xml", number)
	b.parts[name] = s
	b.addRelations(name, &s.to)
}

// bytesOfCell is what a cell of the table takes, about.
const bytesOfCell = 80

func (s *sheetPart) size() int { return len(s.before) + len(s.behind) + len(s.styles)*bytesOfCell }

func (s *sheetPart) writeTo(w io.Writer) error {
	if _, err := w.Write(s.before); err != nil {
		return err
	}
	if err := s.writeRows(w); err != nil {
		return err
	}
	_, err := w.Write(s.behind)
	return err
}

// addStart writes what stands before the first row. The order here and in addEnd is that of the schema, ECMA-376 part 1, 18.3.1.99.
func (s *sheetPart) addStart() {
	last, selected := cellName(1, s.grid.header), ""
	if len(s.table.Rows) > 0 {
		last = cellName(len(s.table.Columns), s.grid.last())
	}
	if s.number == 1 {
		selected = ` tabSelected="true"`
	}
	s.before = fmt.Appendf(s.before, xml.Header+`<worksheet xmlns="`+spreadsheetML+`" xmlns:r="`+officeKinds+`"><sheetPr><pageSetUpPr fitToPage="true"/></sheetPr>`+
		`<dimension ref="A1:%s"/><sheetViews><sheetView%s workbookViewId="0">%s</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>`,
		last, selected, s.panes())
	if len(s.grid.widths) > 0 {
		s.before = append(s.before, `<cols>`...)
		for c, width := range s.grid.widths {
			s.before = fmt.Appendf(s.before, `<col min="%d" max="%[1]d" width="%v" customWidth="1"/>`, c+1, width)
		}
		s.before = append(s.before, `</cols>`...)
	}
	s.before = append(s.before, `<sheetData>`...)
}

// panes freezes the heading and the first column. The cursor is in A1 on every sheet.
func (s *sheetPart) panes() string {
	if !s.frozen {
		return ""
	}
	panes := fmt.Sprintf(`<pane xSplit="1" ySplit="%d" topLeftCell="%s" activePane="bottomRight" state="frozen"/>`, s.grid.header, cellName(2, s.grid.header+1))
	for _, corner := range []string{"topRight", "bottomLeft", "bottomRight"} {
		panes += `<selection pane="` + corner + `" activeCell="A1" sqref="A1"/>`
	}
	return panes
}

// addEnd writes what stands behind the last row.
func (s *sheetPart) addEnd() {
	links, table, slicers := "", s.addTable(), s.addSlicers()
	if s.n > 0 {
		links = `<hyperlinks>` + s.linked.String() + `</hyperlinks>`
	}
	s.addCharts()
	drawing := s.addDrawing()
	s.behind = fmt.Appendf(nil, `</sheetData>%s%s%s`+pageSetup+`%s%s%s%s%s%s</worksheet>`, s.colourRules(), s.dropDowns(), links,
		s.headerFooter(), s.pageBreaks(), s.quietChecks(), drawing, table, slicers)
}

// pageSetup makes a sheet print on A4, landscape, one page wide.
const pageSetup = `<pageMargins left="0.4" right="0.4" top="0.7" bottom="0.7" header="0.3" footer="0.3"/>` +
	`<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>`

// pageBreaks begins a printed page at each line that asks for one.
func (s *sheetPart) pageBreaks() string {
	breaks, n := "", 0
	for i, l := range s.grid.lines {
		if l.newPage {
			n++
			breaks += fmt.Sprintf(`<brk id="%d" max="16383" man="true"/>`, firstLine+i-1)
		}
	}
	if n == 0 {
		return ""
	}
	return fmt.Sprintf(`<rowBreaks count="%d" manualBreakCount="%[1]d">%s</rowBreaks>`, n, breaks)
}
