package content

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
)

// WriteJSON writes the Document as its file has it, part by part. The same Document gives the same bytes.
func (d *Document) WriteJSON(to io.Writer) error {
	j := &jsonFile{to: to}
	j.general(documentJSON{plainDocument: (*plainDocument)(d)})
	j.put(`,"tables":[`)
	for i, t := range d.Tables {
		j.comma(i)
		j.table(t)
	}
	j.put(`],"sections":`)
	j.sections(d.Sections)
	if d.Web != nil {
		j.put(`,"web":`)
		j.general(webJSON{plainWeb: (*plainWeb)(d.Web)})
		j.put(`,"sections":`)
		j.sections(d.Web.Sections)
		j.put("}")
	}
	j.put("}\n")
	j.flush(0)
	return j.err
}

// documentJSON and webJSON are a Document and its page without what is written byte by byte.
type (
	documentJSON struct {
		*plainDocument
		Tables   []struct{} `json:"tables,omitempty"`
		Sections []struct{} `json:"sections,omitempty"`
		Web      []struct{} `json:"web,omitempty"`
	}
	plainDocument Document
	webJSON       struct {
		*plainWeb
		Sections []struct{} `json:"sections,omitempty"`
	}
	plainWeb Web
)

// Read reads what JSON wrote. It fails on anything else, and on a Document whose sections show tables that it does not have.
func Read(data []byte) (*Document, error) {
	var d Document
	if err := json.Unmarshal(data, &d); err != nil {
		return nil, errors.New("the document cannot be read: it is no file of what a pack says")
	}
	if d.Schema != schema {
		return nil, fmt.Errorf("the document has the schema %q; this program reads %q", d.Schema, schema)
	}
	return &d, d.sound()
}

// rowJSON is a row as its file has it. A row of a recommendation says so by its key alone.
type rowJSON struct {
	Of    Ref               `json:"of,omitzero"`
	Key   string            `json:"key,omitempty"`
	Total bool              `json:"total,omitempty"`
	In    Ref               `json:"in,omitzero"`
	Group Text              `json:"group,omitempty"`
	Cells []json.RawMessage `json:"cells"`
}

// tableJSON is a table with its rows as their file has them.
type tableJSON struct {
	*plainTable
	Rows []rowJSON `json:"rows,omitempty"`
}

type plainTable Table

// MarshalJSON writes a table that stands in something else.
func (t *Table) MarshalJSON() ([]byte, error) { return t.appendJSON(nil) }

// MarshalJSON writes a cell of no column.
func (c Cell) MarshalJSON() ([]byte, error) { return c.appendJSON(nil), nil }

// same compares cells that have neither runs nor what few cells have.
func (c *Cell) same(other Cell) bool {
	return len(c.Runs) == 0 && c.CellOf == nil && c.Kind == other.Kind && c.Text == other.Text && c.Lang == other.Lang && c.N == other.N &&
		c.Date == other.Date && c.Missing == other.Missing
}

// UnmarshalJSON reads what MarshalJSON wrote.
func (t *Table) UnmarshalJSON(data []byte) error {
	in := tableJSON{plainTable: (*plainTable)(t)}
	if err := json.Unmarshal(data, &in); err != nil {
		return err
	}
	t.Rows = make([]Row, len(in.Rows))
	for r, row := range in.Rows {
		if row.Of.IsZero() && row.Key != "" {
			row.Of = recommendation(row.Key)
		}
		t.Rows[r] = Row{Of: row.Of, Key: row.Key, Total: row.Total, In: row.In, Group: row.Group, Cells: make([]Cell, len(row.Cells))}
		for c, cell := range row.Cells {
			if c >= len(t.Columns) {
				return fmt.Errorf("row %d of the table %s has too many cells", r+1, t.ID)
			}
			if err := t.Rows[r].Cells[c].read(cell, t.Columns[c].Kind); err != nil {
				return err
			}
		}
	}
	return nil
}

func (c *Cell) read(data []byte, column Kind) error {
	switch {
	case len(data) > 0 && data[0] == '"':
		c.Kind = column
		return json.Unmarshal(data, &c.Text)
	case len(data) > 0 && data[0] != '{':
		if err := json.Unmarshal(data, &c.N); err != nil {
			return err
		}
		*c = countCell(c.N)
		return nil
	}
	c.Kind = column
	return json.Unmarshal(data, c)
}

// sound tells whether every view has its table and every row its cells.
func (d *Document) sound() error {
	if slices.Contains(d.Tables, nil) {
		return errors.New("the document has an empty place among its tables")
	}
	for _, s := range d.AllSections() {
		for i := range s.Blocks {
			if e := s.Blocks[i].Bars; e != nil && len(e.Bars) == 0 {
				return fmt.Errorf("the document has bars without any, in %s", s.ID)
			}
		}
	}
	for i := range d.Sheets {
		if len(d.Sheets[i].Parts) == 0 {
			return fmt.Errorf("the document has a sheet without a table, %s", d.Sheets[i].ID)
		}
	}
	for _, v := range d.views() {
		if v.Inline == nil && d.Table(v.Table) == nil {
			return fmt.Errorf("the document shows the table %q, which it does not have", v.Table)
		}
	}
	for t := range d.EachTable {
		for i := range t.Rows {
			if len(t.Rows[i].Cells) != len(t.Columns) {
				return fmt.Errorf("the document has another number of cells than of columns in row %d of %s", i+1, t.ID)
			}
		}
	}
	if d.Edition != TheRecord && (len(d.Sheets) == 0 || len(d.Continued.Parts) != 1) {
		return fmt.Errorf("the document lacks the sheets of a workbook")
	}
	return nil
}

// views lists the tables as sections and sheets show them.
func (d *Document) views() []*View {
	var views []*View
	for _, s := range d.AllSections() {
		for i := range s.Blocks {
			if v := s.Blocks[i].Table; v != nil {
				views = append(views, v)
			}
		}
	}
	for _, s := range append(slices.Clone(d.Sheets), d.Continued) {
		for p := range s.Parts {
			views = append(views, &s.Parts[p].View)
		}
	}
	return views
}
