package round

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"boardpack/report"
	"boardpack/report/plainfile"
	"boardpack/report/round/merge"
)

const journalSchema = "boardpack.journal/1"

// journal is what the runs of collect remember: journal.json. All else is worked out again every time.
type journal struct {
	Schema    string                    `json:"schema"`
	Files     []seenFile                `json:"files"` // in the order in which they were first seen
	Cells     []journalCell             `json:"cells"` // by row and field
	Pending   []journalCell             `json:"pending,omitempty"`
	Decisions map[string]merge.Decision `json:"decisions,omitempty"` // by the answer
	Closed    bool                      `json:"closed,omitempty"`    // files that are not listed came after the round ended
}

// seenFile is a file that came back.
type seenFile struct {
	SHA256 string      `json:"sha256"`
	Name   string      `json:"name"` // when it was first seen
	Owner  string      `json:"owner"`
	Day    report.Date `json:"day"` // on which it was given; null where nothing tells yet
}

// journalCell is a cell that was written. In Pending it is one that a run was about to write: whether it did, the master tells.
type journalCell struct {
	Row    string       `json:"row"`
	Field  string       `json:"field"`
	Before merge.Value  `json:"before"`
	Wrote  merge.Value  `json:"wrote"`
	Owners []string     `json:"owners,omitempty"`
	To     *merge.Value `json:"to,omitempty"` // in Pending alone: what the cell is to hold
	Undo   bool         `json:"undo,omitempty"`
}

func (f folder) readJournal() (*journal, error) {
	path := f.journal()
	data, err := plainfile.Read(path, mostBytes)
	if errors.Is(err, fs.ErrNotExist) {
		return &journal{Schema: journalSchema, Decisions: map[string]merge.Decision{}}, nil
	}
	if err != nil {
		return nil, fmt.Errorf("%s cannot be read: %s", path, plainfile.Say(err))
	}
	var j journal
	if err := json.Unmarshal(data, &j); err != nil {
		return nil, fmt.Errorf("%s cannot be understood: %s", path, plainfile.SayJSON(err))
	}
	if j.Schema != journalSchema {
		return nil, fmt.Errorf("%s was written by another version of boardpack (%s)", path, j.Schema)
	}
	if j.Decisions == nil {
		j.Decisions = map[string]merge.Decision{}
	}
	return &j, nil
}

// seen finds a file by its bytes; -1 for one that is new.
func (j *journal) seen(sha string) int {
	return slices.IndexFunc(j.Files, func(f seenFile) bool { return f.SHA256 == sha })
}

// cells gives what was written, as the masters tell it: a run that was killed may have written what it was about to, or not.
func (j *journal) cells(now map[merge.ID]merge.Cell) map[merge.ID]merge.Written {
	out := map[merge.ID]merge.Written{}
	for _, c := range j.Cells {
		out[c.id()] = merge.Written{Before: c.Before, Wrote: c.Wrote, Owners: c.Owners}
	}
	for _, c := range j.Pending {
		if cell, known := now[c.id()]; !known || c.To == nil || cell.Now.Key != c.To.Key {
			continue
		}
		if delete(out, c.id()); !c.Undo {
			out[c.id()] = merge.Written{Before: c.Before, Wrote: c.Wrote, Owners: c.Owners}
		}
	}
	return out
}

func (c *journalCell) id() merge.ID { return merge.ID{Row: c.Row, Field: c.Field} }

// keep takes over what a merge has written; nothing is pending then.
func (j *journal) keep(written map[merge.ID]merge.Written) {
	j.Cells, j.Pending = nil, nil
	for id, w := range written {
		j.Cells = append(j.Cells, journalCell{Row: id.Row, Field: id.Field, Before: w.Before, Wrote: w.Wrote, Owners: w.Owners})
	}
	slices.SortFunc(j.Cells, byCell)
}

// plan notes what is about to be written.
func (j *journal) plan(result *merge.Result) {
	j.Pending = nil
	for _, w := range result.Writes {
		entry, kept := result.Journal[w.ID]
		to := w.To
		j.Pending = append(j.Pending, journalCell{Row: w.ID.Row, Field: w.ID.Field, Before: entry.Before, Wrote: entry.Wrote, Owners: entry.Owners, To: &to, Undo: !kept})
	}
}

func byCell(a, b journalCell) int {
	if c := strings.Compare(a.Row, b.Row); c != 0 {
		return c
	}
	return strings.Compare(a.Field, b.Field)
}
