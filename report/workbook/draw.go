package workbook

import (
	"fmt"

	"github.com/xuri/excelize/v2"
)

// drawer puts one page on its sheet. The order of its steps is the library's: everything that is not a row is lost when
// it comes after Flush, tables and drop-downs want the sheet as it was before the stream, panes before the first row.
type drawer struct {
	*book
	*page
	part string // of the file that holds the sheet
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

// write notes what the file gets of the page when it is packed. The library's stream has nothing but the breaks between printed pages.
func (d *drawer) write() error {
	stream, err := d.file.NewStreamWriter(d.tab)
	if err != nil {
		return err
	}
	rows := d.newBody()
	if err := rows.addLines(stream); err != nil {
		return err
	}
	if err := rows.addRows(); err != nil {
		return err
	}
	d.bodies[d.part] = rows
	if rows.n > 0 { // a link of the library's, where those of the body will stand
		if err := d.file.SetCellHyperLink(d.tab, "A1", quoteSheet(d.tab)+"!A1", "Location"); err != nil {
			return err
		}
	}
	return stream.Flush()
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
