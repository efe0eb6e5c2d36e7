package master

import (
	"strings"
)

// readCSV reads the rows of a CSV file as a sheet without a name. A row's number is that which a spreadsheet program gives
// it on opening the file: records are counted, empty ones too, not the lines of their text.
//
// The standard library's reader is not used because it does not number empty records, and because where quotation marks
// are wrong it either refuses the file without naming the cell or lets rows run together.
func readCSV(data []byte, limits Limits) (*sheet, error) {
	if int64(len(data)) > limits.Unpacked {
		return nil, limits.overSize()
	}
	text, err := decode(data)
	if err != nil {
		return nil, damaged("the text", err)
	}
	separator, text := separatorOf(text)
	c := &csvReader{text: text, separator: separator, ends: "\r\n" + string(separator), limits: limits}
	out, filled := &sheet{}, 0
	for number := 1; c.text != ""; number++ {
		cells, err := c.record(number)
		if err != nil {
			return nil, err
		}
		if len(cells) == 0 {
			continue
		}
		if filled += len(cells); filled > limits.cells() {
			return nil, limits.overCells().at("", "", number)
		}
		if len(out.rows) == limits.Rows {
			return nil, limits.overRows().at("", "", number)
		}
		out.rows = append(out.rows, row{number: number, cells: cells})
	}
	return out, nil
}

// separatorOf takes the separator that stands most often outside quotation marks in the first lines; Excel's own line
// "sep=;" says it outright and is taken off, as Excel does.
func separatorOf(text string) (byte, string) {
	text = strings.TrimPrefix(text, "\ufeff")
	if len(text) > 4 && strings.EqualFold(text[:4], "sep=") {
		_, rest, _ := strings.Cut(text, "\n")
		return text[4], rest
	}
	const sample = 16 << 10
	counts, quoted := map[byte]int{}, false
	for i := 0; i < min(len(text), sample); i++ {
		switch c := text[i]; {
		case c == '"':
			quoted = !quoted
		case !quoted:
			counts[c]++
		}
	}
	best := byte(',')
	for _, c := range []byte{';', '\t'} {
		if counts[c] > counts[best] {
			best = c
		}
	}
	return best, text
}

// csvReader holds the text that is still to be read.
type csvReader struct {
	text      string
	separator byte
	ends      string // what ends a field
	limits    Limits
}

// record reads the filled cells of one record.
func (c *csvReader) record(number int) ([]cell, error) {
	var cells []cell
	for column := 1; ; column++ {
		field, last, err := c.field()
		if err != nil {
			return nil, err.at("", cellName(column, number), number)
		}
		if field = tidy(field); field != "" {
			if err := c.check(field, column); err != nil {
				return nil, err.at("", cellName(column, number), number)
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
	case c.text != "" && !strings.Contains(c.ends, c.text[:1]):
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
	case c.text != "" && c.text[0] == c.separator:
		c.text = c.text[1:]
		return false
	case c.text != "":
		c.text = c.text[1:]
	}
	return true
}
