package round

import (
	"errors"
	"path/filepath"
	"slices"

	"boardpack/report"
	"boardpack/report/dates"
	"boardpack/report/disk"
	"boardpack/report/plainfile"
	"boardpack/report/round/inplace"
	"boardpack/report/round/merge"
)

// write puts into the masters what the merge settled, and remembers it. What is about to be written is in the journal before, so that a
// run that is killed between is understood by the next.
func (c *collecting) write() error {
	if !c.Write {
		c.journal.keep(c.journal.cells(c.cells))
		c.leave()
		return c.saveJournal()
	}
	before := c.journal.cells(c.cells)
	c.journal.keep(before)
	c.journal.plan(&c.result)
	if err := c.saveJournal(); err != nil {
		return err
	}
	unwritten := map[*Master]bool{}
	for i := range c.Masters {
		m := &c.Masters[i]
		err := c.writeMaster(m)
		var refused *inplace.Refused
		switch {
		case errors.As(err, &refused):
			unwritten[m] = true
			c.out.Unwritten = append(c.out.Unwritten, UnwrittenMaster{Err: refused, Cells: len(c.writesIn(m)), Refs: c.refsIn(m)})
		case err != nil:
			return err
		}
	}
	c.leave()
	c.journal.keep(c.remembered(before, unwritten))
	return c.saveJournal()
}

// remembered is the journal after a run: of the masters that could not be written, what it was before.
func (c *collecting) remembered(before map[merge.ID]merge.Written, unwritten map[*Master]bool) map[merge.ID]merge.Written {
	out := map[merge.ID]merge.Written{}
	for _, from := range []struct {
		journal   map[merge.ID]merge.Written
		unwritten bool
	}{{c.result.Journal, false}, {before, true}} {
		for id, w := range from.journal {
			if at := c.spots[id.Row]; at != nil && unwritten[at.master] == from.unwritten {
				out[id] = w
			}
		}
	}
	return out
}

// writesIn lists what is to be written in a master.
func (c *collecting) writesIn(m *Master) []*merge.Write {
	var out []*merge.Write
	for i := range c.result.Writes {
		if at := c.spots[c.result.Writes[i].ID.Row]; at != nil && at.master == m {
			out = append(out, &c.result.Writes[i])
		}
	}
	return out
}

// refsIn names the rows of a master in which something is to be written, in the order of the round.
func (c *collecting) refsIn(m *Master) []string {
	var out []string
	for _, row := range c.rounds.rows {
		if slices.ContainsFunc(c.writesIn(m), func(w *merge.Write) bool { return w.ID.Row == row.Code }) {
			out = append(out, row.Ref)
		}
	}
	return out
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
	writes := c.writesIn(m)
	if len(writes) == 0 {
		return nil
	}
	file, err := c.openMaster(m)
	if err != nil {
		return err
	}
	c.overlookAnswers(m, file)
	for _, w := range writes {
		if err := c.set(file, c.spots[w.ID.Row], w); err != nil {
			return err
		}
	}
	out, err := file.Write()
	if err != nil {
		return err
	}
	kept, err := inplace.Replace(m.Path, m.Data, out.Data, c.folder.kept())
	if err != nil {
		return err
	}
	c.out.Written = append(c.out.Written, WrittenMaster{Path: m.Path, Kept: kept, Cells: len(writes), Written: *out})
	return nil
}

// overlookAnswers lets a date take the form of the team's nearest date: not of one that an answer has put where the team has none.
func (c *collecting) overlookAnswers(m *Master, file *inplace.Master) {
	for id := range c.input.Journal {
		f := report.Field(id.Field)
		at := c.spots[id.Row]
		if at == nil || at.master != m || !isDayField(f) {
			continue
		}
		team, answered := c.input.Team(id)
		if _, err := dates.ParseISODate(team.Text); answered && err != nil {
			file.Overlook(at.cell(f))
		}
	}
}

// leave notes the masters as they are after the run, and how many cells could still be written in each.
func (c *collecting) leave() {
	for i := range c.Masters {
		m := &c.Masters[i]
		data, left := m.Data, len(c.writesIn(m))
		for _, w := range c.out.Written {
			if w.Path == m.Path {
				data, left = w.Data, 0
			}
		}
		c.left = append(c.left, leftMaster{m.Pack.Register.Name, filepath.Base(m.Path), plainfile.Sum(data), left})
	}
}

// set notes what a cell is to hold.
func (c *collecting) set(file *inplace.Master, at *spot, w *merge.Write) error {
	f := report.Field(w.ID.Field)
	return file.Set(at.sheet(), at.cell(f), toWrite(f, c.inWords(w, at.master.Pack.Register.Name)))
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
				a.Refused, found = whyOf(refused), true
			}
		}
	}
	return found
}

// inWords gives the text of a cell: a status in the register's own word. What is put back is put back as it was.
func (c *collecting) inWords(w *merge.Write, register string) string {
	if w.ID.Field != string(report.FieldStatus) {
		return w.To.Text
	}
	for _, a := range c.merged {
		if a.ID == w.ID && a.Kind == merge.Taken && a.state != "" && a.Value.Key == w.To.Key && c.words[register][a.state] != "" {
			if o := c.reading.statuses(register).among(a.Text); o != nil && o.State == a.state {
				return o.in(c.main().Lang(), c.main().Lang())
			}
			return c.words[register][a.state]
		}
	}
	return w.To.Text
}
