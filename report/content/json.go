package content

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
)

// JSON writes the Document as its file has it. The same Document gives the same bytes.
func (d *Document) JSON() ([]byte, error) {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	err := encoder.Encode(d)
	return b.Bytes(), err
}

// Read reads what JSON wrote. It fails on anything else, and on a Document whose sections show tables that it does not have.
func Read(data []byte) (*Document, error) {
	var d Document
	if err := json.Unmarshal(data, &d); err != nil {
		return nil, errors.New("the document cannot be read: it is no file of what a pack says")
	}
	if d.Schema != Schema {
		return nil, fmt.Errorf("the document has the schema %q; this program reads %q", d.Schema, Schema)
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
	Rows []rowJSON `json:"rows"`
}

type plainTable Table

// MarshalJSON writes a cell that is a text or a number of its column's kind as just that.
func (t *Table) MarshalJSON() ([]byte, error) {
	out := tableJSON{(*plainTable)(t), make([]rowJSON, len(t.Rows))}
	for r := range t.Rows {
		row := &t.Rows[r]
		written := rowJSON{row.Of, row.Key, row.Total, row.In, row.Group, make([]json.RawMessage, len(row.Cells))}
		if row.Of == recommendation(row.Key) {
			written.Of = Ref{}
		}
		for c := range row.Cells {
			var err error
			if written.Cells[c], err = row.Cells[c].write(t.Columns[c].Kind); err != nil {
				return nil, err
			}
		}
		out.Rows[r] = written
	}
	return json.Marshal(out)
}

func (c Cell) write(column Kind) ([]byte, error) {
	bare := Cell{Kind: c.Kind, Text: c.Text}
	if c.Kind == column && c.same(bare) && c.Kind != KindDate && c.Kind != KindRating {
		return json.Marshal(c.Text)
	}
	if bare = countCell(c.N); c.Kind == column && c.Kind == KindCount && c.same(bare) {
		return []byte(bare.Text), nil
	}
	if c.Kind == column {
		c.Kind = ""
	}
	return json.Marshal(c)
}

// same compares cells that have neither runs nor keys.
func (c *Cell) same(other Cell) bool {
	return len(c.Runs) == 0 && len(c.Keys) == 0 && c.Of.IsZero() && c.Kind == other.Kind && c.Text == other.Text && c.Lang == other.Lang && c.N == other.N &&
		c.Date == other.Date && c.Rating == other.Rating && c.Standing == other.Standing && c.Missing == other.Missing
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
	var views []*View
	for _, s := range d.AllSections() {
		for i := range s.Blocks {
			if v := s.Blocks[i].Table; v != nil {
				views = append(views, v)
			}
			if e := s.Blocks[i].Bars; e != nil && len(e.Bars) == 0 {
				return fmt.Errorf("the document has bars without any, in %s", s.ID)
			}
		}
	}
	for i := range d.Sheets {
		if len(d.Sheets[i].Parts) == 0 {
			return fmt.Errorf("the document has a sheet without a table, %s", d.Sheets[i].ID)
		}
		for p := range d.Sheets[i].Parts {
			views = append(views, &d.Sheets[i].Parts[p].View)
		}
	}
	for p := range d.Continued.Parts {
		views = append(views, &d.Continued.Parts[p].View)
	}
	for _, v := range views {
		if v.Inline == nil && d.Table(v.Table) == nil {
			return fmt.Errorf("the document shows the table %q, which it does not have", v.Table)
		}
	}
	for _, t := range d.AllTables() {
		for i := range t.Rows {
			if len(t.Rows[i].Cells) != len(t.Columns) {
				return fmt.Errorf("the document has another number of cells than of columns in row %d of %s", i+1, t.ID)
			}
		}
	}
	if len(d.Sheets) == 0 || len(d.Continued.Parts) != 1 {
		return fmt.Errorf("the document lacks the sheets of a workbook")
	}
	return nil
}
