package master

import (
	"slices"

	"boardpack/report"
	"boardpack/report/ooxml"
)

// Outline is the headings of the table in a master and what stands below each, for whoever drafts a template from it. The
// master need not have the columns that are needed.
type Outline struct {
	Sheet   string // "" for a CSV file
	Row     int    // of the headings, the last one where there are two
	Rows    int    // filled rows below the headings
	Known   bool   // headings were known; else the row was taken for that of the headings by its look
	Columns []OutlineColumn
	Blocks  []OutlineValue // texts alone in their rows with filled rows below, which may be headings over these; Rows counts those
}

// OutlineColumn is one column of an outline.
type OutlineColumn struct {
	Heading string
	Cell    string       // of the heading
	Field   report.Field // "" where the heading is not known
	Percent bool         // its heading is one of a column of percentages
	Filled  int          // cells below it that hold something
	Dates   int          // of these, cells that are dates
	Letters int          // in all of them together
	Values  []OutlineValue
}

// OutlineValue is one text of a column, as it shows.
type OutlineValue struct {
	Text string
	Rows int
	Cell string // the first
}

// maxOutlineValues bounds the different texts that an outline keeps for a column: words for themes and statuses are few.
const maxOutlineValues = 200

// ReadOutline reads the outline of a master from memory; name is its file name. A file in which no table can be found gives an *Unusable.
func ReadOutline(name string, data []byte, o Options) (*Outline, error) {
	r := newReader(name, o)
	found, err := r.best(data)
	known := err == nil
	if !known {
		if found, err = r.guess(data, err); err != nil {
			return nil, inFile(name, err)
		}
	}
	out := outlineOf(found)
	out.Known = known
	return out, nil
}

// best finds the table by its headings.
func (r *reader) best(data []byte) (*table, error) {
	found, err := r.open(data)
	if err != nil {
		return nil, err
	}
	if best := r.bestOf(found); best != nil {
		return best, nil
	}
	return nil, unusable("no-table", "Columns", r.names(report.NeededFields()))
}

// guess takes for the table what looks most like one: a row of texts with filled rows below. It gives the error of the
// search by headings when there is no such row, or when the file has another fault.
func (r *reader) guess(data []byte, cause error) (*table, error) {
	sheets, err := r.everySheet(data)
	if err != nil {
		return nil, cause
	}
	var best *table
	most, cells := 0, 0
	for _, s := range sheets {
		if r.match.isSettings(s) {
			continue
		}
		for i := range s.rows {
			if cells += len(s.rows[i].cells); s.rows[i].number > maxHeaderRow || cells > r.options.Limits.cellsAside() {
				break
			}
			h := r.match.header(s.rows[i].number, s.headings(&s.rows[i]))
			if below := len(s.rows) - i - 1; len(h.columns) >= 3 && allTexts(&s.rows[i]) && len(h.columns)*min(below, 5) > most {
				best, most = &table{sheet: s, header: h}, len(h.columns)*min(below, 5)
			}
		}
	}
	if best == nil {
		return nil, cause
	}
	return best, nil
}

func allTexts(r *row) bool {
	return !slices.ContainsFunc(r.cells, func(c cell) bool { return c.kind != isText || len(c.text) > 80 })
}

// everySheet reads all sheets of the file whole.
func (r *reader) everySheet(data []byte) ([]*sheet, error) {
	switch is := sniff(data); is {
	case aWorkbook:
		b, err := openBook(data, r.options.Limits)
		if err != nil {
			return nil, err
		}
		var out []*sheet
		for _, part := range b.sheets {
			s, err := b.readSheet(part, func(*sheet) bool { return true }, func(*row) bool { return true })
			if err != nil {
				return nil, err
			}
			out = append(out, s)
		}
		return out, nil
	case aCSV:
		s, err := readCSV(data, r.options.Limits, r.match)
		return []*sheet{s}, err
	default:
		return nil, unusable(string(is))
	}
}

func outlineOf(c *table) *Outline {
	out := &Outline{Sheet: c.sheet.name, Row: c.header.last}
	seen := make([]map[string]int, len(c.header.columns))
	c.header.columns = slices.DeleteFunc(c.header.columns, func(c column) bool { return c.skip })
	for i, column := range c.header.columns {
		out.Columns = append(out.Columns, OutlineColumn{Heading: column.heading, Cell: ooxml.CellName(column.number, c.header.last), Field: column.field,
			Percent: column.number == c.header.percent})
		seen[i] = map[string]int{}
	}
	var block OutlineValue
	for i := range c.sheet.rows {
		row := &c.sheet.rows[i]
		if row.number <= c.header.last {
			continue
		}
		if len(row.cells) < 2 {
			out.addBlock(block)
			block = OutlineValue{}
			if len(row.cells) == 1 && row.cells[0].kind == isText {
				block = OutlineValue{Text: line(row.cells[0].text), Cell: ooxml.CellName(int(row.cells[0].column), row.number)}
			}
			continue
		}
		out.Rows++
		block.Rows++
		for j, column := range c.header.columns {
			out.Columns[j].note(c.sheet, row.at(column.number), seen[j], row.number)
		}
	}
	out.addBlock(block)
	return out
}

func (o *Outline) addBlock(b OutlineValue) {
	if b.Text != "" && b.Rows > 0 {
		o.Blocks = append(o.Blocks, b)
	}
}

// note adds a cell to its column.
func (o *OutlineColumn) note(s *sheet, c *cell, seen map[string]int, row int) {
	text := line(s.shown(c))
	if text == "" {
		return
	}
	o.Filled++
	o.Letters += len([]rune(text))
	if _, ok := s.day(c, nil); ok && (c.kind != isNumber || s.formats != nil && s.formats.of(c.style).isDate) {
		o.Dates++
	}
	if i, known := seen[text]; known {
		o.Values[i].Rows++
	} else if len(o.Values) < maxOutlineValues {
		seen[text] = len(o.Values)
		o.Values = append(o.Values, OutlineValue{Text: text, Rows: 1, Cell: ooxml.CellName(int(c.column), row)})
	}
}
