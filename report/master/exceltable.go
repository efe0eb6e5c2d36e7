package master

import (
	"encoding/xml"
)

// readTables learns from the sheet's Excel tables which rows hold their totals.
func (b *book) readTables(s sheetPart, out *sheet) error {
	relations, err := b.parts.relations(s.part)
	if err != nil {
		return err
	}
	for _, r := range relations {
		if r.kind != "table" {
			continue
		}
		data, err := b.parts.read(r.to)
		if err != nil {
			return err
		}
		var table struct {
			Ref    string `xml:"ref,attr"`
			Totals int    `xml:"totalsRowCount,attr"`
		}
		if err := xml.Unmarshal(data, &table); err != nil {
			return damaged(r.to, err)
		}
		a, err := parseArea(table.Ref)
		if err != nil {
			return damaged(r.to, err)
		}
		if out.totals == nil {
			out.totals = map[int]bool{}
		}
		for i := 0; i < min(table.Totals, 1); i++ {
			out.totals[a.bottom-i] = true
		}
	}
	return nil
}
