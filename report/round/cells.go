package round

import (
	"cmp"
	"errors"
	"path/filepath"
	"slices"
	"strings"

	"boardpack/report"
	"boardpack/report/dates"
	"boardpack/report/master"
	"boardpack/report/round/inplace"
	"boardpack/report/round/merge"
)

// book is a master that can be written in; nil, with the reason, where it cannot.
type book struct {
	file *inplace.Master
	err  error
}

// WrittenMaster is a master that was written.
type WrittenMaster struct {
	Path  string
	Kept  string // where the one before is
	Cells int
	inplace.Written
}

// UnwrittenMaster is one in which something was to be written and could not be: nothing in it has changed.
type UnwrittenMaster struct {
	Err   *inplace.Refused
	Cells int      // that are still to be written
	Refs  []string // of their rows
}

// lookAtMasters finds the rows in the masters and reads the cells that answers may go to.
func (c *collecting) lookAtMasters() error {
	c.spots, c.cells, c.books = c.Setting.spots(c.rounds), map[merge.ID]merge.Cell{}, map[string]book{}
	for i := range c.Masters {
		m := &c.Masters[i]
		file, err := c.openMaster(m)
		c.books[m.Pack.Register.Name] = book{file, err}
	}
	needed := map[merge.ID]bool{}
	for _, a := range c.out.Answers {
		if a.Row != nil && a.Column.field() != "" {
			needed[a.ID] = true
			needed[merge.ID{Row: a.Row.Code, Field: string(report.FieldUpdated)}] = true
		}
	}
	for _, cell := range slices.Concat(c.journal.Cells, c.journal.Pending) {
		needed[cell.id()] = true
	}
	for id := range needed {
		if at := c.spots[id.Row]; at != nil && at.cell(report.Field(id.Field)) != "" {
			c.cells[id] = c.cell(at, report.Field(id.Field))
		}
	}
	c.input, c.words = c.mergeInput(), map[string]map[report.State]string{}
	for i := range c.Masters {
		c.words[c.Masters[i].Pack.Register.Name] = c.statusWords(&c.Masters[i])
	}
	return nil
}

func (c *collecting) openMaster(m *Master) (*inplace.Master, error) {
	return inplace.Open(filepath.Base(m.Path), m.Data, master.Options{Vocabulary: c.vocabulary(m), Rules: c.rules(m), Limits: c.Limits})
}

// sheet and cell say where a field of the row is.
func (s *spot) sheet() string { return s.master.Pack.Register.SheetOf(s.line.row.Recommendation) }

func (s *spot) cell(f report.Field) string { return s.line.row.Recommendation.Cells.Of(f) }

// where names a cell of the master for a person: "custody.xlsx: Recommendations!K4".
func (s *spot) where(f report.Field) string {
	return filepath.Base(s.master.Path) + ": " + placed(s.sheet(), cmp.Or(s.cell(f), s.line.row.Recommendation.Cell(f)))
}

func (c *collecting) cell(at *spot, f report.Field) merge.Cell {
	out := merge.Cell{Now: c.reading.valueOf(at.master.Pack.Register.Name, f, at.master.said(at.line.row.Recommendation, f))}
	b := c.books[at.master.Pack.Register.Name]
	err := b.err
	if err == nil {
		err = b.file.CanSet(at.sheet(), at.cell(f))
	}
	var refused *inplace.Refused
	switch {
	case f == report.FieldDue && at.master.Pack.Register.Revisions > 1: // which of them is the next is for the team to say
		out.Blocked = "several_due_columns"
	case errors.As(err, &refused):
		out.Blocked = whyOf(refused)
	case err != nil:
		out.Blocked = "cell_unreadable"
	}
	return out
}

// toWrite is how a value goes into a cell of a field.
func toWrite(f report.Field, text string) inplace.Value {
	if isDayField(f) {
		if day, err := dates.ParseISODate(text); err == nil {
			return inplace.Day(day)
		}
	}
	return inplace.Text(text)
}

// whyOf is the code of an answer that is not taken because its cell cannot be written.
func whyOf(r *inplace.Refused) string { return "cell_" + strings.ReplaceAll(string(r.Code), "-", "_") }
