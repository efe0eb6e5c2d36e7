package master

// Records gives the text of a CSV file cell by cell, row and column as a spreadsheet program numbers them, so that a copy
// of it can be made. The template's words tell the separator. The error is an *Unusable, as that of Read.
func Records(name string, data []byte, o Options) ([][]string, error) {
	sheet, err := readCSV(data, o.Limits.OrDefault(), newMatcher(o.Vocabulary, o.Rules))
	if err != nil {
		return nil, inFile(name, err)
	}
	var records [][]string
	for _, row := range sheet.rows {
		for len(records) < row.number {
			records = append(records, nil)
		}
		record := make([]string, row.cells[len(row.cells)-1].column)
		for _, cell := range row.cells {
			record[cell.column-1] = cell.text
		}
		records[row.number-1] = record
	}
	return records, nil
}
