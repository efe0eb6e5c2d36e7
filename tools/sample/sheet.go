package main

import (
	"bytes"
	"fmt"
	"math"
	"slices"
	"time"

	"github.com/xuri/excelize/v2"
)

const (
	recommendationsSheet = "Recommendations"
	aboutSheet           = "About"

	// lastListedRow is how far down the drop-downs reach, so that the team
	// has them on the rows it adds.
	lastListedRow = 200
)

// workbook returns the bytes of a master: its two sheets, no drawing (with one,
// excelize no longer writes the same bytes twice), and properties of its own.
func workbook(m master) ([]byte, error) {
	f := excelize.NewFile()
	defer f.Close()
	if err := f.SetDefaultFont("Arial"); err != nil {
		return nil, err
	}
	looks, err := newStyles(f)
	if err != nil {
		return nil, err
	}
	if err := f.SetSheetName("Sheet1", recommendationsSheet); err != nil {
		return nil, err
	}
	if err := writeRecommendations(f, m, looks); err != nil {
		return nil, err
	}
	if err := writeAbout(f, m.about, looks); err != nil {
		return nil, err
	}
	if err := setProperties(f, m); err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// styles holds the ids of the cell styles of one workbook.
type styles struct{ title, header, text, date int }

func newStyles(f *excelize.File) (styles, error) {
	var s styles
	dayMonthYear := "d mmm yyyy"
	body := &excelize.Alignment{Vertical: "top", Horizontal: "left", WrapText: true}
	plain := &excelize.Font{Family: "Arial", Size: 11}
	bold := &excelize.Font{Family: "Arial", Size: 11, Bold: true}
	grey := excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"E7E6E6"}}
	for _, want := range []struct {
		id    *int
		style excelize.Style
	}{
		{&s.title, excelize.Style{Font: &excelize.Font{Family: "Arial", Size: 14, Bold: true}}},
		{&s.header, excelize.Style{Font: bold, Alignment: body, Fill: grey}},
		// 49 is the format "@": Excel keeps 1.10 as text when it is retyped.
		{&s.text, excelize.Style{Font: plain, Alignment: body, NumFmt: 49}},
		{&s.date, excelize.Style{Font: plain, Alignment: body, CustomNumFmt: &dayMonthYear}},
	} {
		id, err := f.NewStyle(&want.style)
		if err != nil {
			return s, err
		}
		*want.id = id
	}
	return s, nil
}

// writeRecommendations lays out the rows under a frozen, filtered header row:
// row 1, or row 3 where a title and an empty row stand above it.
func writeRecommendations(f *excelize.File, m master, looks styles) error {
	kept := slices.DeleteFunc(columns(), func(c column) bool { return slices.Contains(m.without, c.name) })
	header := 1
	if m.title != "" {
		header = 3
		if err := f.SetCellStr(recommendationsSheet, "A1", m.title); err != nil {
			return err
		}
		if err := f.SetCellStyle(recommendationsSheet, "A1", "A1", looks.title); err != nil {
			return err
		}
	}
	for i, c := range kept {
		if err := writeColumn(f, m.rows, c, i+1, header, looks); err != nil {
			return err
		}
	}
	for i := range m.rows {
		if err := f.SetRowHeight(recommendationsSheet, header+1+i, height(m.rows[i], kept)); err != nil {
			return err
		}
	}
	return finishSheet(f, len(kept), header, header+len(m.rows))
}

// height returns the height in points at which the wrapped text of a row
// shows. Excel would find it alone; LibreOffice keeps to one line. A line holds
// fewer characters than the column is wide, because it breaks between words.
func height(r row, kept []column) float64 {
	const pointsPerLine, filled, tallest = 14.25, 0.92, 409
	lines := 1.0
	for _, c := range kept {
		if c.kind == text {
			lines = max(lines, math.Ceil(float64(len(*c.field(&r)))/(c.width*filled)))
		}
	}
	return min(lines*pointsPerLine, tallest)
}

// writeColumn writes one column: width, name, cells and drop-down.
func writeColumn(f *excelize.File, rows []row, c column, number, header int, looks styles) error {
	letter, err := excelize.ColumnNumberToName(number)
	if err != nil {
		return err
	}
	if err := f.SetColWidth(recommendationsSheet, letter, letter, c.width); err != nil {
		return err
	}
	top := fmt.Sprintf("%s%d", letter, header)
	if err := f.SetCellStr(recommendationsSheet, top, c.name); err != nil {
		return err
	}
	if err := f.SetCellStyle(recommendationsSheet, top, top, looks.header); err != nil {
		return err
	}
	for i := range rows {
		cell := fmt.Sprintf("%s%d", letter, header+1+i)
		if err := writeCell(f, recommendationsSheet, cell, c.kind, *c.field(&rows[i]), looks); err != nil {
			return err
		}
	}
	return addChoices(f, c.choices, fmt.Sprintf("%s%d:%s%d", letter, header+1, letter, lastListedRow))
}

// writeCell writes a value as text or as a real date. An empty value leaves a
// styled, empty cell.
func writeCell(f *excelize.File, sheet, cell string, k kind, value string, looks styles) error {
	style := looks.text
	if k == date {
		style = looks.date
	}
	if err := f.SetCellStyle(sheet, cell, cell, style); err != nil || value == "" {
		return err
	}
	if k == text {
		return f.SetCellStr(sheet, cell, value)
	}
	day, err := time.Parse(time.DateOnly, value)
	if err != nil {
		return fmt.Errorf("%s!%s: %w", sheet, cell, err)
	}
	// As a serial number, because SetCellValue with a time would put a style
	// of its own on the cell.
	const unixEpochInExcel = 25569
	return f.SetCellInt(sheet, cell, day.Unix()/86400+unixEpochInExcel)
}

// addChoices puts a drop-down on the cells; other words are stopped by Excel.
func addChoices(f *excelize.File, choices []string, cells string) error {
	if choices == nil {
		return nil
	}
	list := excelize.NewDataValidation(true)
	list.SetSqref(cells)
	if err := list.SetDropList(choices); err != nil {
		return err
	}
	title, message := "Not in the list", "Choose one of the words in the list."
	list.SetError(excelize.DataValidationErrorStyleStop, title, message)
	return f.AddDataValidation(recommendationsSheet, list)
}

// finishSheet adds what spans the columns: filter, frozen header, size.
func finishSheet(f *excelize.File, columnCount, header, last int) error {
	right, err := excelize.ColumnNumberToName(columnCount)
	if err != nil {
		return err
	}
	if err := f.AutoFilter(recommendationsSheet, fmt.Sprintf("A%d:%s%d", header, right, last), nil); err != nil {
		return err
	}
	below := fmt.Sprintf("A%d", header+1)
	if err := f.SetPanes(recommendationsSheet, &excelize.Panes{
		Freeze: true, YSplit: header, TopLeftCell: below, ActivePane: "bottomLeft",
		Selection: []excelize.Selection{{SQRef: below, ActiveCell: below, Pane: "bottomLeft"}},
	}); err != nil {
		return err
	}
	// Without this, Excel flags every ref as a number stored as text.
	refs := fmt.Sprintf("A%d:A%d", header+1, lastListedRow)
	if err := f.AddIgnoredErrors(recommendationsSheet, refs, excelize.IgnoredErrorsNumberStoredAsText); err != nil {
		return err
	}
	// Excel writes the size of the sheet; some readers stop where it says.
	return f.SetSheetDimension(recommendationsSheet, fmt.Sprintf("A1:%s%d", right, last))
}
