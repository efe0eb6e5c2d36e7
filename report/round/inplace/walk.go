package inplace

import (
	"bytes"
	"encoding/xml"
	"io"
	"math"
	"strconv"

	"github.com/xuri/excelize/v2"

	"boardpack/report/ooxml"
)

// walker is the state of the walk through a worksheet.
type walker struct {
	*sheet
	tokens *ooxml.Tokens
	depth  int
	before int // where the token begins
	row    *rowAt
	column int
	cell   *cellAt
	code   *formula // the open one
	text   bytes.Buffer
}

// The depths of elements in a worksheet.
const (
	rootDepth = 1 + iota
	partDepth
	rowDepth
	cellDepth
	contentDepth
)

// walk finds the rows, cells and formulas of a worksheet, and proves it sound. The error is a fault: what cannot be told apart cannot be
// changed in one place alone.
func (s *sheet) walk(longest int) error {
	if len(s.text.UTF8) > math.MaxInt32 {
		return ooxml.NewFault("fault.part_too_large", "it is larger than {{.Limit}} MB", "Limit", "2048")
	}
	tooLong := ooxml.NewFault("fault.text_too_long", "it has a text that is too long")
	w := &walker{sheet: s, tokens: ooxml.NewTokens(bytes.NewReader(s.text.UTF8), longest, tooLong)}
	for {
		w.before = int(w.tokens.Offset())
		token, err := w.tokens.Next()
		if err == io.EOF {
			return w.finish()
		}
		if err != nil {
			return err
		}
		switch token := token.(type) {
		case xml.StartElement:
			w.depth++
			err = w.start(token)
		case xml.EndElement:
			w.end(int(w.tokens.Offset()))
			w.depth--
		case xml.CharData:
			if w.code != nil {
				w.text.Write(token)
			}
		}
		if err != nil {
			return err
		}
	}
}

func (w *walker) finish() error {
	if w.data.to == 0 {
		return ooxml.NewFault("fault.no_rows", "it has no rows")
	}
	return nil
}

// inData tells whether the walk is inside the table of cells.
func (w *walker) inData() bool { return w.data.inside > 0 && w.data.to == 0 }

func (w *walker) start(e xml.StartElement) error {
	switch {
	case w.depth == rootDepth && e.Name.Local != "worksheet":
		return ooxml.NewFault("fault.no_worksheet", "it is a <{{.Element}}>, not a worksheet", "Element", e.Name.Local)
	case w.depth == partDepth && e.Name.Local == "sheetData":
		if w.data.inside > 0 {
			return ooxml.NewFault("fault.two_tables", "it has two tables of cells")
		}
		w.data.from, w.data.inside = w.before, int(w.tokens.Offset())
	case !w.inData():
		w.startOutside(e)
	case w.depth == rowDepth && e.Name.Local == "row":
		return w.startRow(e)
	case w.depth == cellDepth && e.Name.Local == "c":
		return w.startCell(e)
	case w.depth <= cellDepth && (e.Name.Local != "extLst" || w.depth == rowDepth), e.Name.Local == "row", e.Name.Local == "c":
		return ooxml.NewFault("fault.stands_in", "<{{.Element}}> is inside <{{.Parent}}>, where it is not allowed", "Element", e.Name.Local, "Parent", w.tokens.Within(1))
	case w.depth == contentDepth && w.cell != nil:
		w.startContent(e)
	}
	return nil
}

func (w *walker) startOutside(e xml.StartElement) {
	switch {
	case w.depth == partDepth && e.Name.Local == "dimension":
		w.dimension = stretch{from: w.before, inside: int(w.tokens.Offset())}
	case w.depth == rowDepth && e.Name.Local == "col" && w.tokens.Within(1) == "cols":
		from, _ := strconv.Atoi(attribute(e, "min"))
		to, _ := strconv.Atoi(attribute(e, "max"))
		style, _ := strconv.Atoi(attribute(e, "style"))
		if style != 0 {
			w.columns = append(w.columns, columnLook{from, to, style})
		}
	case w.depth == rowDepth && e.Name.Local == "mergeCell" && w.tokens.Within(1) == "mergeCells":
		if a, ok := areaOf(attribute(e, "ref")); ok {
			w.merges = append(w.merges, a)
		}
	}
}

func (w *walker) startRow(e xml.StartElement) error {
	before := 0
	if len(w.rows) > 0 {
		before = w.rows[len(w.rows)-1].number
	}
	number := before + 1
	if ref := attribute(e, "r"); ref != "" {
		n, err := strconv.Atoi(ref)
		if err != nil || n < number || n > excelize.TotalRows {
			return ooxml.NewFault("fault.row_order", "row {{.Row}} follows row {{.Before}}", "Row", ooxml.Quoted(ref), "Before", strconv.Itoa(before))
		}
		number = n
	}
	style := -1
	if isTrue(attribute(e, "customFormat")) {
		style, _ = strconv.Atoi(attribute(e, "s"))
	}
	w.rows = append(w.rows, rowAt{stretch: stretch{from: w.before, inside: int(w.tokens.Offset())}, number: number, style: style, first: len(w.cells)})
	w.row, w.column = &w.rows[len(w.rows)-1], 0
	return nil
}

func (w *walker) startCell(e xml.StartElement) error {
	column := w.column + 1
	if ref := attribute(e, "r"); ref != "" {
		c, n, err := excelize.CellNameToCoordinates(ref)
		if err != nil || n != w.row.number || c < column {
			return ooxml.NewFault("fault.cell_order", "cell {{.Cell}} does not belong in row {{.Row}} after column {{.Before}}",
				"Cell", ooxml.Quoted(ref), "Row", strconv.Itoa(w.row.number), "Before", strconv.Itoa(w.column))
		}
		column = c
	}
	w.column = column
	style, _ := strconv.Atoi(attribute(e, "s"))
	c := cellAt{column: int32(column), style: int32(style), from: int32(w.before)}
	if attribute(e, "cm") != "" {
		c.traits |= hasCellData
	}
	if attribute(e, "vm") != "" {
		c.traits |= hasValueData
	}
	switch attribute(e, "t") {
	case "", "n":
		c.traits |= isPlainNumber
	case "str":
		c.traits |= isStringResult
	}
	w.cells = append(w.cells, c)
	w.cell = &w.cells[len(w.cells)-1]
	return nil
}

func (w *walker) startContent(e xml.StartElement) {
	switch e.Name.Local {
	case "v", "is":
		w.cell.traits |= isFilled
		w.cell.value[0] = int32(w.before)
	case "f":
		w.cell.traits |= hasFormula
		w.formulas = append(w.formulas, formula{row: w.row.number, column: w.column, kind: attribute(e, "t"), shared: attribute(e, "si")})
		w.code = &w.formulas[len(w.formulas)-1]
		w.code.fills, w.code.isFilling = areaOf(attribute(e, "ref"))
		w.code.inputs = [2]string{attribute(e, "r1"), attribute(e, "r2")}
		w.text.Reset()
	default:
		w.cell.traits |= hasOdd
	}
}

func (w *walker) end(after int) {
	switch {
	case w.depth == partDepth && w.inData():
		w.data.end, w.data.to = w.before, after
	case w.depth == rowDepth && w.row != nil:
		w.row.end, w.row.to, w.row.last = w.before, after, len(w.cells)
		w.row = nil
	case w.depth == cellDepth && w.cell != nil:
		w.cell.to = int32(after)
		w.cell = nil
	case w.depth == contentDepth && w.code != nil:
		w.code.text = w.text.String()
		w.code = nil
	case w.depth == contentDepth && w.cell != nil && w.cell.value[0] > 0 && w.cell.value[1] == 0:
		w.cell.value[1] = int32(after)
	}
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Space == "" && a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

func isTrue(s string) bool { return s == "1" || s == "true" }
