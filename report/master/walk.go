package master

import (
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"boardpack/report/ooxml"
)

// readSheet walks a worksheet to its sound end. Keep is asked, once the rows that mostly hold the headings are there, whether
// the sheet has a table; of one that has not, the rest is proved sound and let go, down to a row of which later says that it
// may be one of headings.
func (b *book) readSheet(s sheetPart, keep func(*sheet) bool, later func(*row) bool) (*sheet, error) {
	out := &sheet{name: s.name, hidden: s.hidden, formats: b.formats, unstruckTexts: b.unstruckTexts, untrimmed: b.untrimmed, painted: map[int]paint{}}
	if named := b.ranges[s.name]; named != nil {
		out.hints = *named
	}
	if err := b.readTables(s.part, &out.hints); err != nil {
		return nil, err
	}
	r, err := b.parts.OpenXML(s.part)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	reader := &sheetReader{book: b, sheet: out, keep: keep, later: later}
	if err := reader.walk(b.limits.tokens(r)); err != nil {
		var already *Unusable
		if errors.As(err, &already) && already.Problem.Sheet == "" {
			already.Problem.Sheet = s.name
		}
		return nil, damaged(s.part, err)
	}
	return out, nil
}

// sheetReader is the state of the walk.
type sheetReader struct {
	book    *book
	sheet   *sheet
	keep    func(*sheet) bool
	later   func(*row) bool
	asked   bool
	root    bool
	data    bool // there was a table of cells
	inData  bool
	row     row
	paint   paint // of the row
	column  int
	painted int // empty cells of which the colour was kept
	columns int // descriptions of columns

	kind    string // of the open cell: its attribute t
	style   int32
	formula bool
	saved   bool             // there is a value, though it may be empty
	inlined bool             // there is a text of the cell's own, though it may be empty
	into    *strings.Builder // where text goes: value or code; nil outside both
	value   strings.Builder
	code    strings.Builder
	inline  richText
}

func (r *sheetReader) walk(t *ooxml.Tokens) error {
	for {
		token, err := t.Next()
		if err == io.EOF {
			break
		}
		if err != nil {
			return err
		}
		switch token := token.(type) {
		case xml.StartElement:
			if err = r.belongs(t, token.Name); err == nil {
				err = r.start(token)
			}
		case xml.EndElement:
			err = r.end(token.Name.Local)
		case xml.CharData:
			err = r.text(t, token)
		}
		if err != nil {
			return err
		}
		if r.column > 0 && r.kind == "inlineStr" {
			r.inline.take(token)
			if err := r.bounded(&r.inline.text); err != nil {
				return err
			}
		}
	}
	return r.ask()
}

func (r *sheetReader) start(e xml.StartElement) error {
	if !r.root {
		if r.root = true; e.Name.Local != "worksheet" {
			return ooxml.NewFault("fault.no_worksheet", "it is a <{{.Element}}>, not a worksheet", "Element", e.Name.Local)
		}
	}
	if !r.inData {
		return r.startOutside(e)
	}
	switch e.Name.Local {
	case "row":
		return r.startRow(e)
	case "c":
		return r.startCell(e)
	case "v":
		return r.startValue(&r.saved, &r.value)
	case "f":
		return r.startValue(&r.formula, &r.code)
	case "is":
		return r.startValue(&r.inlined, nil)
	}
	return nil
}

func (r *sheetReader) startOutside(e xml.StartElement) error {
	switch e.Name.Local {
	case "sheetData":
		if r.data {
			return ooxml.NewFault("fault.two_tables", "it has two tables of cells")
		}
		r.data, r.inData = true, true
	case "col":
		if r.columns++; r.columns > maxColumnRanges {
			return ooxml.NewFault("fault.too_many_columns", "it describes more than {{.Limit}} columns", "Limit", strconv.Itoa(maxColumnRanges))
		}
		if isTrue(attribute(e, "hidden")) {
			from, _ := strconv.Atoi(attribute(e, "min"))
			to, _ := strconv.Atoi(attribute(e, "max"))
			r.sheet.hiddenColumns = append(r.sheet.hiddenColumns, span{from, to})
		}
	case "autoFilter":
		if a, err := parseArea(attribute(e, "ref")); err == nil {
			r.sheet.hints.top(a.top)
		}
	case "mergeCell":
		if len(r.sheet.merges) == maxMerges {
			return ooxml.NewFault("fault.too_many_merges", "it has more than {{.Limit}} areas of merged cells", "Limit", strconv.Itoa(maxMerges))
		}
		if a, err := parseArea(attribute(e, "ref")); err == nil {
			r.sheet.merges = append(r.sheet.merges, a)
		}
	}
	return nil
}

func (r *sheetReader) startRow(e xml.StartElement) error {
	number := r.row.number + 1
	if ref := attribute(e, "r"); ref != "" {
		n, err := strconv.Atoi(ref)
		if err != nil || n < number || n > excelize.TotalRows {
			return ooxml.NewFault("fault.row_order", "row {{.Row}} follows row {{.Before}}", "Row", ooxml.Quoted(ref), "Before", strconv.Itoa(r.row.number))
		}
		number = n
	}
	if number > r.sheet.hints.aside() {
		if err := r.ask(); err != nil {
			return err
		}
	}
	r.row = row{number: number, hidden: isTrue(attribute(e, "hidden")), cells: r.row.cells[:0]}
	r.paint = paint{cells: r.paint.cells[:0]}
	if isTrue(attribute(e, "customFormat")) {
		style, _ := strconv.ParseInt(attribute(e, "s"), 10, 32)
		r.paint.style = int32(style)
	}
	r.column = 0
	return nil
}

func (r *sheetReader) startCell(e xml.StartElement) error {
	column := r.column + 1
	if ref := attribute(e, "r"); ref != "" {
		c, n, err := excelize.CellNameToCoordinates(ref)
		if err != nil || n != r.row.number || c <= r.column {
			return ooxml.NewFault("fault.cell_order", "cell {{.Cell}} does not belong in row {{.Row}} after column {{.Before}}",
				"Cell", ooxml.Quoted(ref), "Row", strconv.Itoa(r.row.number), "Before", strconv.Itoa(r.column))
		}
		column = c
	}
	r.style = 0
	if s := attribute(e, "s"); s != "" {
		style, _ := strconv.ParseInt(s, 10, 32)
		r.style = int32(style)
	}
	r.column, r.kind, r.formula, r.saved, r.inlined, r.into = column, attribute(e, "t"), false, false, false, nil
	r.value.Reset()
	r.code.Reset()
	r.inline.reset()
	switch r.kind {
	case "", "n", "s", "str", "inlineStr", "b", "e", "d": // ECMA-376, part 1, 18.18.11
		return nil
	}
	return ooxml.NewFault("fault.unknown_kind", "cell {{.Cell}} is of the kind {{.Kind}}, which does not exist", "Cell", ooxml.CellName(column, r.row.number), "Kind", ooxml.Quoted(r.kind))
}

func (r *sheetReader) end(name string) error {
	if !r.inData {
		return nil
	}
	switch name {
	case "sheetData":
		r.inData = false
	case "row":
		return r.endRow()
	case "c":
		return r.endCell()
	case "v", "f":
		r.into = nil
	}
	return nil
}

func (r *sheetReader) endCell() error {
	r.row.sums = r.row.sums || r.formula && sumsUp(r.code.String())
	c, err := r.cell()
	if err != nil {
		return err
	}
	if c.text == "" {
		if r.book.formats.fill(r.style) != "" && len(r.paint.cells) < r.book.limits.Columns {
			r.paint.cells = append(r.paint.cells, cell{column: int16(r.column), style: r.style})
		}
		return nil
	}
	if limits := r.book.limits; limits.tooLong(c.text) {
		return limits.overCell().at(r.sheet.name, ooxml.CellName(r.column, r.row.number), r.row.number)
	}
	c.column, c.style = int16(r.column), r.style
	r.sheet.unsaved = r.sheet.unsaved || c.kind == isUnsaved
	r.row.cells = append(r.row.cells, c)
	return nil
}

// cell makes the value of the open cell; one without text is empty.
func (r *sheetReader) cell() (cell, error) {
	value := r.value.String()
	switch {
	case r.inlined && r.kind != "inlineStr":
		return cell{}, r.wrong("fault.own_text", "cell {{.Cell}} has its own text, but says that it does not")
	case r.formula && value == "" && r.kind != "inlineStr" && (r.kind != "str" || !r.saved):
		return cell{kind: isUnsaved, text: "=" + strings.TrimPrefix(r.code.String(), "=")}, nil
	case r.kind == "s" && value == "":
		return cell{}, nil
	case r.kind == "s":
		i, err := strconv.Atoi(strings.TrimSpace(value))
		if err != nil || i < 0 || i >= len(r.book.strings) {
			return cell{}, r.wrong("fault.text_number", "cell {{.Cell}} refers to text number {{.Number}}, but there are only {{.Texts}}",
				"Number", ooxml.Quoted(value), "Texts", strconv.Itoa(len(r.book.strings)))
		}
		c := cell{text: r.book.strings[i]}
		if r.book.struck[i] {
			c.traits |= partStruck
		}
		return c, nil
	case r.kind == "inlineStr" && r.inlined:
		c := cell{text: r.book.clean(r.inline.String())}
		if r.inline.struck {
			r.book.keepUnstruck(&r.inline)
			c.traits |= partStruck
		}
		return c, nil
	case r.kind == "inlineStr":
		return cell{text: clean(value)}, nil
	case r.kind == "str":
		return cell{text: clean(value)}, nil
	case r.kind == "b" && !isTrue(value) && value != "0" && value != "false" && value != "":
		return cell{}, r.wrong("fault.true_or_false", "cell {{.Cell}} should be true or false, but is neither")
	case r.kind == "b" && value != "":
		return cell{kind: isBoolean, text: strings.ToUpper(strconv.FormatBool(isTrue(value)))}, nil
	case r.kind == "e":
		return cell{kind: isError, text: clean(value)}, nil
	case r.kind == "d":
		return cell{kind: isISODate, text: clean(value)}, nil
	}
	value = clean(value)
	if _, err := strconv.ParseFloat(value, 64); err != nil {
		return cell{text: value}, nil
	}
	return cell{kind: isNumber, text: value}, nil
}

func (r *sheetReader) endRow() error {
	r.column = 0
	if len(r.row.cells) == 0 {
		return nil
	}
	if r.sheet.cut = r.sheet.cut && !r.later(&r.row); r.sheet.cut {
		return nil
	}
	limits, last := r.book.limits, r.row.cells[len(r.row.cells)-1]
	if int(last.column) > limits.Columns {
		return limits.overColumns().at(r.sheet.name, ooxml.CellName(int(last.column), r.row.number), r.row.number)
	}
	if len(r.sheet.rows) == limits.Rows {
		return limits.overRows().at(r.sheet.name, "", r.row.number)
	}
	if r.book.filled += len(r.row.cells); r.book.filled > limits.cells() {
		return limits.overCells(limits.cells()).at(r.sheet.name, "", r.row.number)
	}
	kept := r.row
	kept.cells = slices.Clone(kept.cells)
	r.painted += len(r.paint.cells)
	if r.painted <= limits.cells() && (len(r.paint.cells) > 0 || r.book.formats.fill(r.paint.style) != "") {
		r.sheet.painted[kept.number] = paint{slices.Clone(r.paint.cells), r.paint.style}
	}
	r.sheet.rows = append(r.sheet.rows, kept)
	return nil
}

// ask settles, once, whether the sheet is kept.
func (r *sheetReader) ask() error {
	if !r.asked {
		r.asked = true
		r.sheet.cut = !r.keep(r.sheet) && !r.sheet.hints.beyond(maxHeaderRow)
	}
	return nil
}
