package workbook

import (
	"github.com/xuri/excelize/v2"

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

// addSlicers puts the slicers side by side into the row kept free above the table, so that they stand where the table is
// used and stay when it is scrolled.
func (d *drawer) addSlicers() error {
	if d.band() == 0 {
		return nil
	}
	row := 2 + len(d.grid.lines)
	heading := make([]string, len(d.table.Columns)) // the library takes the columns from the sheet; the stream writes it again
	for c, column := range d.table.Columns {
		heading[c] = column.Heading
	}
	if err := d.file.SetSheetRow(d.tab, cellName(1, d.grid.header), &heading); err != nil {
		return err
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
				AltText: content.ButtonsText(d.words, heading)}})
		if err != nil {
			return err
		}
		x += width + slicerGap
	}
	return nil
}
