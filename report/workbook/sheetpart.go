package workbook

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"
)

// sheetPart is the part of a sheet. What is before and behind the rows of its tables is made before the file is packed, with the
// styles, tables and drawings that it leads to; the rows are written straight into the compressed file.
type sheetPart struct {
	*book
	*tab
	number int // of the sheet from 1, and of its drawing
	blocks []*block
	before []byte
	behind []byte
	linked strings.Builder
	n      int // of links
	to     relations
	drawing
}

// block is the part of the sheet that one page is.
type block struct {
	*sheetPart
	*page
	columns []cellColumn
	styles  []int  // of all cells of the table, row by row
	ruled   [2]int // of cells beside rows, and beside the row of totals
	above   []byte // the lines and the heading
	// formulas are those that whole columns have, by the column.
	formulas map[string]string
}

// draw makes the part of a sheet, and the parts that it leads to.
func (b *book) draw(number int, t *tab) {
	s := &sheetPart{book: b, tab: t, number: number}
	for _, p := range t.pages {
		k := &block{sheetPart: s, page: p, columns: make([]cellColumn, len(p.table.Columns)), styles: make([]int, 0, len(p.table.Rows)*len(p.table.Columns))}
		for c := range k.columns {
			k.columns[c].letters = lettersOf(c + 1)
		}
		if p.down != nil {
			k.formulas = p.down()
		}
		s.blocks = append(s.blocks, k)
	}
	s.addStart()
	for _, k := range s.blocks {
		k.addLines()
		k.addRows()
	}
	s.addEnd()
	name := fmt.Sprintf("xl/worksheets/sheet%d.xml", number)
	b.parts[name] = s
	b.addRelations(name, &s.to)
}

// bytesOfCell is what a cell of a table takes, about.
const bytesOfCell = 80

func (s *sheetPart) size() int {
	n := len(s.before) + len(s.behind)
	for _, k := range s.blocks {
		n += len(k.above) + len(k.styles)*bytesOfCell
	}
	return n
}

func (s *sheetPart) writeTo(w io.Writer) error {
	if _, err := w.Write(s.before); err != nil {
		return err
	}
	for _, k := range s.blocks {
		if _, err := w.Write(k.above); err != nil {
			return err
		}
		if err := k.writeRows(w); err != nil {
			return err
		}
	}
	_, err := w.Write(s.behind)
	return err
}

// addStart writes what is before the first row. The order here and in addEnd is that of the schema, ECMA-376 part 1, 18.3.1.99.
func (s *sheetPart) addStart() {
	selected, colour := "", ""
	if s.number == 1 {
		selected = ` tabSelected="true"`
	}
	if s.number == 1 || s.thin { // where work begins, and where it is done
		colour = `<tabColor rgb="FF` + strings.TrimPrefix(s.accent.Hex(), "#") + `"/>`
	}
	s.before = fmt.Appendf(s.before, xml.Header+`<worksheet xmlns="`+spreadsheetML+`" xmlns:r="`+officeKinds+`"><sheetPr>%s<outlinePr summaryRight="0"/><pageSetUpPr fitToPage="true"/></sheetPr>`+
		`<dimension ref="A1:%s"/><sheetViews><sheetView%s workbookViewId="0">%s</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"%s/>`,
		colour, cellName(max(len(s.widths), 1), s.last()), selected, s.panes(), s.outline())
	s.addColumns()
	s.before = append(s.before, `<sheetData>`...)
}

// outline says how deep groups of columns go.
func (s *sheetPart) outline() string {
	if s.tab.pages[0].grouped == nil {
		return ""
	}
	return ` outlineLevelCol="1"`
}

// addColumns writes the widths of the columns, and which of them can be folded away.
func (s *sheetPart) addColumns() {
	if len(s.widths) == 0 {
		return
	}
	s.before = append(s.before, `<cols>`...)
	for c, width := range s.widths {
		level := ""
		if grouped := s.tab.pages[0].grouped; grouped != nil && grouped(c) {
			level = ` outlineLevel="1"`
		}
		s.before = fmt.Appendf(s.before, `<col min="%d" max="%[1]d" width="%v" customWidth="1"%s/>`, c+1, width, level)
	}
	s.before = append(s.before, `</cols>`...)
}

// panes freezes the heading and the first column of the first table. The cursor is in A1 on every sheet.
func (s *sheetPart) panes() string {
	p := s.tab.pages[0]
	if !p.frozen {
		return `<selection activeCell="A1" sqref="A1"/>`
	}
	panes := fmt.Sprintf(`<pane xSplit="1" ySplit="%d" topLeftCell="%s" activePane="bottomRight" state="frozen"/>`, p.grid.header, cellName(2, p.grid.header+1))
	for _, corner := range []string{"topRight", "bottomLeft", "bottomRight"} {
		panes += `<selection pane="` + corner + `" activeCell="A1" sqref="A1"/>`
	}
	return panes
}

// addEnd writes what is behind the last row.
func (s *sheetPart) addEnd() {
	links, tables, rules, lists, quiet := "", "", "", "", ""
	listed, tabled, priority := 0, 0, 0
	for _, k := range s.blocks {
		rules += k.colourRules(&priority)
		lists += k.dropDowns(&listed) + k.columnNotes(&listed)
		if table := k.addTable(); table != "" {
			tabled++
			tables, quiet = tables+table, quiet+k.quietChecks()
		}
		k.addCharts()
	}
	if s.n > 0 {
		links = `<hyperlinks>` + s.linked.String() + `</hyperlinks>`
	}
	drawing := s.addDrawing()
	s.behind = fmt.Appendf(nil, `</sheetData>%s%s%s`+pageSetup+`%s%s%s%s%s</worksheet>`, rules, listOf("dataValidations", listed, lists), links,
		s.headerFooter(), s.pageBreaks(), enclosed("ignoredErrors", quiet), drawing, listOf("tableParts", tabled, tables))
}

// listOf puts entries into their element, which counts them; "" without any.
func listOf(element string, n int, entries string) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf(`<%s count="%d">%s</%[1]s>`, element, n, entries)
}

// enclosed puts entries into their element; "" without any.
func enclosed(element, entries string) string {
	if entries == "" {
		return ""
	}
	return "<" + element + ">" + entries + "</" + element + ">"
}

// pageSetup makes a sheet print on A4, landscape, one page wide.
const pageSetup = `<pageMargins left="0.4" right="0.4" top="0.7" bottom="0.7" header="0.3" footer="0.3"/>` +
	`<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>`

// pageBreaks begins a printed page at each row that is to begin one.
func (s *sheetPart) pageBreaks() string {
	breaks := ""
	for _, row := range s.breaks {
		breaks += fmt.Sprintf(`<brk id="%d" max="16383" man="true"/>`, row-1)
	}
	if breaks == "" {
		return ""
	}
	return fmt.Sprintf(`<rowBreaks count="%d" manualBreakCount="%[1]d">%s</rowBreaks>`, len(s.breaks), breaks)
}
