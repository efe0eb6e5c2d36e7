package opendata

import (
	"bytes"
	"encoding/csv"
	"strings"

	"boardpack/report"
	"boardpack/report/csvguard"
)

// CSV gives the recommendations as open data: a row each under a row of names, in UTF-8 with commas and the line
// ends of RFC 4180. A byte order mark comes first, without which Excel would take Welsh letters for two others each. Names and values are the same in every language and month; texts stand in each language that the master
// has. A text that a spreadsheet would take for a formula has an apostrophe before it.
func CSV(p *report.Pack) ([]byte, error) {
	var out bytes.Buffer
	out.WriteString("\ufeff")
	w := csv.NewWriter(&out)
	w.UseCRLF = true
	columns := columns(p)
	row, lineEnds := make([]string, len(columns)), strings.NewReplacer("\r\n", "\n", "\r", "\n")
	for i, c := range columns {
		row[i] = c.name
	}
	if err := w.Write(row); err != nil {
		return nil, err
	}
	for i := range p.Positions {
		for c, column := range columns {
			row[c] = column.value(&p.Positions[i])
			if column.datatype == aText {
				row[c] = csvguard.Guard(lineEnds.Replace(row[c]))
			}
		}
		if err := w.Write(row); err != nil {
			return nil, err
		}
	}
	w.Flush()
	return out.Bytes(), w.Error()
}
