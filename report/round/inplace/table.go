package inplace

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"io"
	"strconv"

	"boardpack/report/ooxml"
)

// table is an Excel table on a sheet.
type table struct {
	name    string // as formulas have it
	area    area
	heads   int // rows of headings: 1 or 0
	totals  int // rows of totals
	columns []string
}

// isFrame tells whether a cell is one of the headings, which must be the words that the table has for them, or of the totals.
func (t *table) isFrame(row, column int) bool {
	return t.area.has(row, column) && (row < t.area.top+t.heads || row > t.area.bottom-t.totals)
}

// readTable reads a part that describes a table (ECMA-376, part 1, 18.5.1.2).
func readTable(parts *ooxml.Parts, name string) (*table, error) {
	out := &table{heads: 1}
	err := eachElement(parts, name, func(e xml.StartElement, parent string) {
		switch {
		case parent == "" && e.Name.Local == "table":
			out.name = attribute(e, "displayName")
			out.area, _ = areaOf(attribute(e, "ref"))
			if n, err := strconv.Atoi(attribute(e, "headerRowCount")); err == nil {
				out.heads = n
			}
			out.totals, _ = strconv.Atoi(attribute(e, "totalsRowCount"))
		case e.Name.Local == "tableColumn":
			out.columns = append(out.columns, attribute(e, "name"))
		}
	})
	return out, err
}

// pivotArea gives the cells that a pivot table fills, with its filters, which are above what its part calls its place (ECMA-376, part 1,
// 18.10.1.49): a row of them, an empty row, and the table. False where the part does not say.
func pivotArea(parts *ooxml.Parts, name string) (a area, ok bool) {
	filters, rows, columns := 0, 0, 0
	err := eachElement(parts, name, func(e xml.StartElement, parent string) {
		switch {
		case e.Name.Local == "location" && parent == "pivotTableDefinition":
			a, ok = areaOf(attribute(e, "ref"))
			rows, _ = strconv.Atoi(attribute(e, "rowPageCount"))
			columns, _ = strconv.Atoi(attribute(e, "colPageCount"))
		case e.Name.Local == "pageField":
			filters++
		}
	})
	if filters > 0 {
		const wide = 3 // a filter is its name, its choice, and an empty column before the next
		a.top = max(1, a.top-1-cmp.Or(max(rows, 0), filters))
		a.right = max(a.right, a.left+wide*min(max(columns, 1), filters)-2)
	}
	return a, ok && err == nil
}

// eachElement gives every element of a small part with the name of the one around it.
func eachElement(parts *ooxml.Parts, name string, see func(e xml.StartElement, parent string)) error {
	data, err := parts.ReadXML(name)
	if err != nil {
		return err
	}
	t := ooxml.NewTokens(bytes.NewReader(data), len(data), nil)
	for {
		token, err := t.Next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return ooxml.InPart(name, err)
		}
		if e, ok := token.(xml.StartElement); ok {
			see(e, t.Within(1))
		}
	}
}
