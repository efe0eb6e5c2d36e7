package master

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"boardpack/report/csvguard"
	"boardpack/report/ooxml"
)

// readCSV reads the rows of a CSV file as a sheet without a name. A row's number is that which a spreadsheet program gives
// it on opening the file: records are counted, empty ones too, not the lines of their text.
//
// The standard library's reader is not used because it does not number empty records, and because where quotation marks
// are wrong it either refuses the file without naming the cell or lets rows run together.
func readCSV(data []byte, limits Limits, m *matcher) (*sheet, error) {
	if int64(len(data)) > limits.Unpacked {
		return nil, limits.overSize()
	}
	text, err := decode(data)
	if err != nil {
		return nil, damaged("the text", err)
	}
	separator, text := separatorOf(text, limits, m)
	return newCSVReader(text, separator, limits).sheet()
}

// sheet reads all records.
func (c *csvReader) sheet() (*sheet, error) {
	out, filled := &sheet{separator: c.separator}, 0
	for number := 1; c.text != ""; number++ {
		cells, err := c.record(number)
		if err != nil {
			return nil, err
		}
		if len(cells) == 0 {
			continue
		}
		if filled += len(cells); filled > c.limits.cells() {
			return nil, c.limits.overCells(c.limits.cells()).at("", "", number)
		}
		if len(out.rows) == c.limits.Rows {
			return nil, c.limits.overRows().at("", "", number)
		}
		out.rows = append(out.rows, row{number: number, cells: cells})
	}
	return out, nil
}

// top reads the records among which the headings are looked for, as far as they can be read.
func (c *csvReader) top() *sheet {
	out := &sheet{}
	for number := 1; c.text != "" && number <= maxHeaderRow; number++ {
		cells, err := c.record(number)
		if err != nil {
			break
		}
		if len(cells) > 0 {
			out.rows = append(out.rows, row{number: number, cells: cells})
		}
	}
	return out
}

// separatorOf tries each separator, and takes the one with which the most headings are known: in texts, commas are more
// often than the semicolons between fields. Of equal ones it is that which the file names, or else that which stands most
// often outside quotation marks in the first lines. The text comes back without the line that names it.
func separatorOf(text string, limits Limits, m *matcher) (separator, rest string) {
	named, text := separatorLine(text)
	try := []string{",", ";", "\t", "|"}
	if named != "" && !slices.Contains(try, named) {
		try = append(try, named)
	}
	headings, counts := map[string]int{}, outsideQuotes(text)
	for _, s := range try {
		h, _ := m.bestHeader(newCSVReader(text, s, limits).top())
		headings[s] = len(h.fields)
	}
	first := map[string]int{named: 1}
	return slices.MaxFunc(try, func(a, b string) int { // of equal ones the first
		return cmp.Or(cmp.Compare(headings[a], headings[b]), cmp.Compare(first[a], first[b]), cmp.Compare(counts[a], counts[b]))
	}), text
}

// separatorLine takes off the line "sep=;" with which a file for Excel may begin, as Excel does, and gives the separator
// that it names; "" where there is no such line, or it names none.
func separatorLine(text string) (named, rest string) {
	text = strings.TrimPrefix(text, "\ufeff")
	end := strings.IndexAny(text, "\r\n")
	if end < 0 {
		return "", text
	}
	line := strings.Trim(text[:end], `"`)
	if len(line) < len("sep=") || !strings.EqualFold(line[:len("sep=")], "sep=") {
		return "", text
	}
	_, size := utf8.DecodeRuneInString(line[len("sep="):])
	rest = strings.TrimPrefix(strings.TrimPrefix(text[end:], "\r"), "\n")
	return line[len("sep=") : len("sep=")+size], rest
}

// outsideQuotes counts the characters of the first lines that stand outside quotation marks.
func outsideQuotes(text string) map[string]int {
	const sample = 16 << 10
	counts, quoted := map[string]int{}, false
	for i := 0; i < min(len(text), sample); i++ {
		if text[i] == '"' {
			quoted = !quoted
		} else if !quoted {
			counts[text[i:i+1]]++
		}
	}
	return counts
}

// csvReader holds the text that is still to be read.
type csvReader struct {
	text      string
	separator string // one character
	ends      string // what ends a field
	limits    Limits
}

func newCSVReader(text, separator string, limits Limits) *csvReader {
	return &csvReader{text: text, separator: separator, ends: "\r\n" + separator, limits: limits}
}

// record reads the filled cells of one record.
func (c *csvReader) record(number int) ([]cell, error) {
	var cells []cell
	for column := 1; ; column++ {
		field, last, err := c.field()
		if err != nil {
			return nil, err.at("", ooxml.CellName(column, number), number)
		}
		if field = tidy(csvguard.Bare(tidy(field))); field != "" {
			if err := c.check(field, column); err != nil {
				return nil, err.at("", ooxml.CellName(column, number), number)
			}
			cells = append(cells, cell{text: field, column: int16(column)})
		}
		if last {
			return cells, nil
		}
	}
}

func (c *csvReader) check(field string, column int) *Unusable {
	switch {
	case column > c.limits.Columns:
		return c.limits.overColumns()
	case c.limits.tooLong(field):
		return c.limits.overCell()
	}
	return nil
}

// field reads one field with the separator or line end after it; last tells that it ends the record.
func (c *csvReader) field() (field string, last bool, err *Unusable) {
	if !strings.HasPrefix(c.text, `"`) {
		end := strings.IndexAny(c.text, c.ends)
		if end < 0 {
			end = len(c.text)
		}
		field, c.text = c.text[:end], c.text[end:]
		return field, c.endField(), nil
	}
	field, closed := c.quoted()
	switch {
	case !closed:
		return "", false, unusable("csv-open-quote")
	case c.text != "" && strings.IndexAny(c.text, c.ends) != 0:
		return "", false, unusable("csv-after-quote")
	}
	return field, c.endField(), nil
}

// quoted reads a field in quotation marks, in which two stand for one.
func (c *csvReader) quoted() (field string, closed bool) {
	var b strings.Builder
	for rest := c.text[1:]; ; {
		part, after, found := strings.Cut(rest, `"`)
		if !found {
			return "", false
		}
		b.WriteString(part)
		if !strings.HasPrefix(after, `"`) {
			c.text = strings.TrimLeft(after, " ")
			return b.String(), true
		}
		b.WriteByte('"')
		rest = after[1:]
	}
}

// endField takes off what ends a field and tells whether that ends the record as well.
func (c *csvReader) endField() bool {
	switch {
	case strings.HasPrefix(c.text, "\r\n"):
		c.text = c.text[2:]
	case strings.HasPrefix(c.text, c.separator):
		c.text = c.text[len(c.separator):]
		return false
	case c.text != "":
		c.text = c.text[1:]
	}
	return true
}

// Records gives the text of a CSV file cell by cell, row and column as a spreadsheet program numbers them, so that a copy
// of it can be made. The template's words tell the separator. The error is an *Unusable, as that of Read.
func Records(name string, data []byte, o Options) ([][]string, error) {
	sheet, err := readCSV(data, o.Limits.OrDefault(), o.matcher())
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
