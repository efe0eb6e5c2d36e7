package round

import (
	"errors"
	"fmt"

	"boardpack/report"
	"boardpack/report/disk"
	"boardpack/report/round/inplace"
	"boardpack/report/round/merge"
)

// write puts into the masters what the merge settled, and remembers it. What is about to be written is in the journal before, so that a
// run that is killed between is understood by the next.
func (c *collecting) write() error {
	if !c.Write {
		c.journal.keep(c.journal.cells(c.cells))
		return c.saveJournal()
	}
	before := c.journal.cells(c.cells)
	c.journal.keep(before)
	c.journal.plan(&c.result)
	if err := c.saveJournal(); err != nil {
		return err
	}
	for i := range c.Masters {
		if err := c.writeMaster(&c.Masters[i]); err != nil {
			return err
		}
	}
	c.journal.keep(c.result.Journal)
	return c.saveJournal()
}

func (c *collecting) saveJournal() error {
	data, err := marshal(c.journal)
	if err != nil {
		return err
	}
	return written(c.folder.journal(), disk.Write(c.folder.journal(), data))
}

// writeMaster writes one master: none where nothing of it changes.
func (c *collecting) writeMaster(m *Master) error {
	var file *inplace.Master
	set := 0
	for i := range c.result.Writes {
		w := &c.result.Writes[i]
		at := c.spots[w.ID.Row]
		if at == nil || at.master != m {
			continue
		}
		if file == nil {
			var err error
			if file, err = c.openMaster(m); err != nil {
				return err
			}
		}
		if err := c.set(file, at, w); err != nil {
			return err
		}
		set++
	}
	if set == 0 {
		return nil
	}
	out, err := file.Write()
	if err != nil {
		return err
	}
	kept, err := inplace.Replace(m.Path, m.Data, out.Data, c.folder.kept())
	if err != nil {
		return fmt.Errorf("%w; nothing was written in it, and what it would hold is in %s", err, c.folder.results())
	}
	c.out.Written = append(c.out.Written, WrittenMaster{Path: m.Path, Kept: kept, Cells: set, Written: *out})
	return nil
}

// set notes what a cell is to hold.
func (c *collecting) set(file *inplace.Master, at *spot, w *merge.Write) error {
	f := report.Field(w.ID.Field)
	return file.Set(at.sheet(), at.cell(f), toWrite(f, c.inWords(w, c.words[at.master.Pack.Register.Name])))
}

// unfit refuses the answers whose values a master cannot hold, and tells whether there are any.
func (c *collecting) unfit() bool {
	found := false
	for i := range c.result.Writes {
		w := &c.result.Writes[i]
		at := c.spots[w.ID.Row]
		if at == nil {
			continue
		}
		var refused *inplace.Refused
		if err := c.set(c.books[at.master.Pack.Register.Name].file, at, w); !errors.As(err, &refused) {
			continue
		}
		for _, a := range c.merged {
			if a.ID == w.ID && a.Kind == merge.Taken {
				a.Refused, found = "cell_"+string(refused.Code), true
			}
		}
	}
	return found
}

// inWords gives the text of a cell: a status in the register's own word. What is put back is put back as it was.
func (c *collecting) inWords(w *merge.Write, words map[report.State]string) string {
	if w.ID.Field != string(report.FieldStatus) {
		return w.To.Text
	}
	for _, a := range c.merged {
		if a.ID == w.ID && a.Kind == merge.Taken && a.state != "" && a.Value.Key == w.To.Key && words[a.state] != "" {
			return words[a.state]
		}
	}
	return w.To.Text
}
