package master

import (
	"encoding/xml"
	"strings"

	"github.com/xuri/excelize/v2"

	"boardpack/report/ooxml"
)

// hints are what a workbook says of where its tables lie, apart from the cells.
type hints struct {
	tops   map[int]bool // rows with which an Excel table, a filter or a named range begins
	totals map[int]bool // rows that an Excel table keeps for its totals
	end    int          // the last row of an Excel table
	names  []string     // names given to ranges on the sheet
}

func (h *hints) top(row int) {
	if h.tops == nil {
		h.tops = map[int]bool{}
	}
	h.tops[row] = true
}

// beyond tells whether a table may begin below the rows in which headings are looked for.
func (h *hints) beyond(row int) bool {
	for top := range h.tops {
		if top > row {
			return true
		}
	}
	return false
}

// aside is how many rows are kept of a sheet on which no table is read: to the end of its Excel tables, within reason. What a pack says of
// itself is one of several on a sheet.
func (h *hints) aside() int {
	const most = 200
	return max(maxHeaderRow, min(h.end, most))
}

// readTables takes the hints of the sheet's Excel tables.
func (b *book) readTables(part string, h *hints) error {
	relations, err := b.parts.Relations(part)
	if err != nil {
		return err
	}
	for _, r := range relations {
		if r.Kind() != "table" {
			continue
		}
		data, err := b.parts.ReadXML(r.Target)
		if err != nil {
			return err
		}
		var table struct {
			Ref     string `xml:"ref,attr"`
			Headers string `xml:"headerRowCount,attr"`
			Totals  int    `xml:"totalsRowCount,attr"`
		}
		if err := xml.Unmarshal(data, &table); err != nil {
			return damaged(r.Target, err)
		}
		a, err := parseArea(table.Ref)
		if err != nil {
			return damaged(r.Target, ooxml.NewFault("fault.no_range", "its cells are not a range"))
		}
		if table.Headers != "0" {
			h.top(a.top)
		}
		h.end = max(h.end, a.bottom)
		if table.Totals > 0 {
			if h.totals == nil {
				h.totals = map[int]bool{}
			}
			h.totals[a.bottom] = true
		}
	}
	return nil
}

// namedRanges takes the hints of the workbook's defined names, by the sheet that they lie on.
func namedRanges(small *excelize.File) map[string]*hints {
	out := map[string]*hints{}
	for _, name := range small.GetDefinedName() {
		bang := strings.LastIndexByte(name.RefersTo, '!')
		if bang < 0 {
			continue
		}
		sheet := strings.ReplaceAll(strings.Trim(name.RefersTo[:bang], "'"), "''", "'")
		a, err := parseArea(strings.ReplaceAll(name.RefersTo[bang+1:], "$", ""))
		if err != nil || a.bottom == a.top {
			continue
		}
		if out[sheet] == nil {
			out[sheet] = &hints{}
		}
		out[sheet].top(a.top)
		out[sheet].names = append(out[sheet].names, name.Name)
	}
	return out
}
