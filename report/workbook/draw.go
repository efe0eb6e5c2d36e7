package workbook

import (
	"boardpack/report/content"
	"fmt"

	"github.com/xuri/excelize/v2"
)

// drawer puts one page on its sheet. The order of its steps is the library's: everything that is not a row is lost when
// it comes after Flush, tables and drop-downs want the sheet as it was before the stream, panes before the first row.
type drawer struct {
	*book
	*page
	part   string // of the file that holds the sheet
	stream *excelize.StreamWriter
}

func (b *book) draw(i int, p *page) error {
	d := &drawer{book: b, page: p, part: fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1)}
	if err := d.setUp(); err != nil {
		return fmt.Errorf("sheet %q: %w", p.tab, err)
	}
	if err := d.write(); err != nil {
		return fmt.Errorf("sheet %q: %w", p.tab, err)
	}
	return nil
}

func (d *drawer) setUp() error {
	steps := []func() error{d.addTable, d.setPrint, d.setPanes, d.setColours, d.setLists, d.addSlicers, d.addCharts}
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

func (d *drawer) write() (err error) {
	if d.stream, err = d.file.NewStreamWriter(d.tab); err != nil {
		return err
	}
	if err := d.writeLines(); err != nil {
		return err
	}
	if err := d.writeHeading(); err != nil {
		return err
	}
	rows, err := d.newBody()
	if err != nil {
		return err
	}
	d.bodies[d.part] = rows
	if rows.n > 0 { // a link of the library's, where those of the body will stand
		if err := d.file.SetCellHyperLink(d.tab, "A1", quoteSheet(d.tab)+"!A1", "Location"); err != nil {
			return err
		}
	}
	return d.stream.Flush()
}

// writeLines puts the title in A1, the purpose in A2 and the other lines below, each in column A.
func (d *drawer) writeLines() error {
	if err := d.writeLine(1, line{text: d.title, height: titleHeight}, roleTitle); err != nil {
		return err
	}
	if err := d.writeLine(2, line{text: d.purpose}, roleLine); err != nil {
		return err
	}
	for i, l := range d.grid.lines {
		role := roleLine
		if l.strong {
			role = roleStrongLine
		}
		if err := d.writeLine(3+i, l, role); err != nil {
			return err
		}
	}
	return nil
}

func (d *drawer) writeLine(row int, l line, r role) error {
	style, err := d.styles.id(look{role: r})
	if err != nil {
		return err
	}
	height := plainHeight
	if l.height > 0 {
		height = l.height
	}
	if l.newPage {
		if err := d.stream.InsertPageBreak(cellName(1, row)); err != nil {
			return err
		}
	}
	var values []any
	if l.text != "" {
		values = []any{excelize.Cell{StyleID: style, Formula: l.formula, Value: content.Clean(l.text)}}
	}
	return d.stream.SetRow(cellName(1, row), values, excelize.RowOpts{Height: height})
}

// writeHeading puts the heading of the table. A table without rows is a sentence, and no table.
func (d *drawer) writeHeading() error {
	if len(d.table.Rows) == 0 {
		return d.writeLine(d.grid.header, line{text: d.table.Empty.Plain()}, roleLine)
	}
	head := make([]any, len(d.table.Columns))
	for c, column := range d.table.Columns {
		style, err := d.styles.id(look{role: roleHead, kind: column.Kind, off: indentOf(d.table, c) > 0})
		if err != nil {
			return err
		}
		head[c] = excelize.Cell{StyleID: style, Value: column.Heading}
	}
	return d.stream.SetRow(cellName(1, d.grid.header), head, excelize.RowOpts{Height: d.grid.headHeight})
}

// cells gives the range of a column's cells: "D8:D24".
func (d *drawer) cells(c int) string {
	return cellName(c+1, d.grid.row(0)) + ":" + cellName(c+1, d.grid.last())
}

// cellName is "B7" for column 2, row 7. Both are known to be on the sheet: see checkSize.
func cellName(column, row int) string {
	name, err := excelize.CoordinatesToCellName(column, row)
	if err != nil {
		return "A1"
	}
	return name
}
