package merge

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// TestMain tries 200 sets where the command line does not say how many; the run before a release tries 10,000.
func TestMain(m *testing.M) {
	if err := flag.Set("rapid.checks", "200"); err != nil {
		panic(err)
	}
	flag.Parse()
	os.Exit(m.Run())
}

func fields() []string { return []string{"status", "completed", "due", "reason", "note", "updated"} }

// file is a return: answers of one owner at one time.
type file []Answer

// world is a master, what was asked, and files of answers.
type world struct {
	cells map[ID]Cell
	files []file
	adds  bool // notes are added
}

func drawText(t *rapid.T) string {
	return rapid.SampledFrom([]string{"", "a", "b", "c"}).Draw(t, "text")
}

// drawWorld makes rows that are asked about, edits of the team before anything comes back, and up to five files of three owners.
func drawWorld(t *rapid.T) world {
	w := world{cells: map[ID]Cell{}, adds: rapid.Bool().Draw(t, "notes are added")}
	asked := map[ID]Value{}
	rows := []string{"r1", "r2", "r3"}[:rapid.IntRange(1, 3).Draw(t, "rows")]
	for _, row := range rows {
		for _, f := range fields() {
			id := ID{row, f}
			asked[id] = value(drawText(t))
			if f == "updated" {
				asked[id] = value("2023-09-01")
			}
			w.cells[id] = Cell{Now: asked[id]}
			if rapid.IntRange(0, 3).Draw(t, "edited") == 0 && f != "updated" {
				w.cells[id] = Cell{Now: value(drawText(t))}
			}
			if rapid.IntRange(0, 19).Draw(t, "blocked") == 0 {
				w.cells[id] = Cell{Now: w.cells[id].Now, Blocked: "formula"}
			}
		}
	}
	for n := range rapid.IntRange(0, 5).Draw(t, "files") {
		var f file
		owner := rapid.SampledFrom([]string{"X", "Y", "Z"}).Draw(t, "owner")
		for _, row := range append(rows, "foreign") {
			for _, field := range fields()[:5] {
				text := drawText(t)
				if text == "" {
					continue
				}
				id := ID{row, field}
				a := Answer{ID: id, Owner: owner, Order: n, Day: fmt.Sprintf("2023-10-%02d", n+1), Asked: asked[id], Value: value(text)}
				a.Refused = rapid.SampledFrom([]string{"", "", "", "", "", "", "twice"}).Draw(t, "refused")
				a.Waits = rapid.SampledFrom([]string{"", "", "", "", "", "past"}).Draw(t, "waits")
				a.Decided = rapid.SampledFrom([]Decision{"", "", "", Take, Keep}).Draw(t, "decided")
				if field == "status" && rapid.IntRange(0, 4).Draw(t, "no change") == 0 {
					a.NoChange, a.Value = true, a.Asked
				}
				f = append(f, a)
			}
		}
		w.files = append(w.files, f)
	}
	return w
}

// team is the master and the journal as they change from run to run.
type team struct {
	cells   map[ID]Cell
	journal map[ID]Written
	adds    bool
}

func (w *world) team() *team { return &team{maps.Clone(w.cells), map[ID]Written{}, w.adds} }

// judged refuses answers, and leaves them to a person, by what the team has, as the round does before it merges: a status that needs a day,
// where neither its owner nor the team gives one, and a date before the one that there is, or without a reason. So an answer of one owner
// must not change what is said against that of another, and one that is taken must not be judged by itself in the next run.
func judged(in *Input) {
	type by struct{ row, owner, field string }
	newest := map[by]*Answer{}
	for _, i := range Current(in.Answers) {
		a := &in.Answers[i]
		newest[by{a.ID.Row, a.Owner, a.ID.Field}] = a
	}
	for at, a := range newest {
		team, _ := in.Team(a.ID)
		day, _ := in.Team(ID{at.row, "completed"})
		switch {
		case a.Refused != "" || a.NoChange:
		case at.field == "status" && a.Value.Key == "c" && newest[by{at.row, at.owner, "completed"}] == nil && day.Key == "":
			a.Refused = "complete_without_date"
		case at.field == "due" && a.Value.Key < team.Key:
			a.Waits = "earlier_date"
		case at.field == "due" && a.Value.Key != team.Key && newest[by{at.row, at.owner, "reason"}] == nil:
			a.Waits = "no_reason"
		}
	}
}

// run takes in files and writes; what it lists must account for what it writes.
func (m *team) run(t require.TestingT, files ...file) Result {
	in := inputOf(m.cells, m.journal, slices.Concat(files...)...)
	in.Added["note"] = m.adds
	judged(&in)
	out := Resolve(in)
	require.Len(t, out.Outcomes, len(in.Answers))
	for i, o := range out.Outcomes {
		require.Contains(t, Kinds(), o.Kind, "every answer has an outcome: %+v", in.Answers[i])
		require.Equal(t, o.Kind == Waiting || o.Kind == Refused || o.Kind == Held, o.Why != "", "%+v", o)
	}
	for _, write := range out.Writes {
		require.True(t, m.listed(in, out, write), "written and not listed: %+v", write)
		cell := m.cells[write.ID]
		require.Equal(t, cell.Now, write.From)
		require.Empty(t, cell.Blocked)
		cell.Now = write.To
		m.cells[write.ID] = cell
	}
	m.journal = out.Journal
	for i, o := range out.Outcomes {
		if a := in.Answers[i]; o.Kind == Taken && a.ID.Field != "note" {
			require.Equal(t, a.Value.Key, m.cells[a.ID].Now.Key, "what is called taken is in the master")
		}
	}
	return out
}

// listed tells whether a write is an answer that is listed as taken, the day of one, or the undoing of an earlier write.
func (m *team) listed(in Input, out Result, write Write) bool {
	if j, wrote := m.journal[write.ID]; wrote && write.To == j.Before && write.From.Key == j.Wrote.Key {
		return true
	}
	for i, o := range out.Outcomes {
		a := in.Answers[i]
		if a.ID == write.ID && o.Kind == Taken || write.ID == (ID{a.ID.Row, "updated"}) && o.Kind.accepted() && write.To.Text == a.Day {
			return true
		}
	}
	return false
}

// became gives what became of each answer, by its file, its row and its field.
func became(r Result, files []file) map[string]Outcome {
	out := map[string]Outcome{}
	for i, a := range slices.Concat(files...) {
		out[fmt.Sprint(a.Order, a.ID)] = r.Outcomes[i]
	}
	return out
}

// TestAnyRoundIsSettledOnce: nothing is lost, nothing is overwritten unlisted, and order, repetition and the number of runs change
// nothing; what is taken away is undone.
func TestAnyRoundIsSettledOnce(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		w := drawWorld(t)
		at := w.team()
		first := at.run(t, w.files...)
		again := at.run(t, w.files...)
		assert.Empty(t, again.Writes, "a second run writes nothing")
		assert.Equal(t, first.Outcomes, again.Outcomes)

		order := rapid.Permutation(w.files).Draw(t, "order")
		other, last := w.team(), Result{}
		for n := range order {
			if n == len(order)-1 || rapid.Bool().Draw(t, "run between") {
				last = other.run(t, order[:n+1]...)
			}
		}
		assert.Equal(t, at.cells, other.cells, "order and number of runs change nothing")
		assert.Equal(t, became(first, w.files), became(last, order), "nor what becomes of each answer")
		if len(order) > 0 {
			assert.Equal(t, at.journal, other.journal)
		}

		left := order[:rapid.IntRange(0, len(order)).Draw(t, "left")]
		at.run(t, left...)
		fresh := w.team()
		fresh.run(t, left...)
		assert.Equal(t, fresh.cells, at.cells, "what is taken away is undone")
		assert.Equal(t, fresh.journal, at.journal)
	})
}

// TestWhatTheTeamWritesLaterStays, whatever comes in after it, unless the team decides for a new answer.
func TestWhatTheTeamWritesLaterStays(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		w := drawWorld(t)
		for _, f := range w.files {
			for i := range f {
				f[i].Decided = ""
			}
		}
		at := w.team()
		some := w.files[:rapid.IntRange(0, len(w.files)).Draw(t, "some")]
		at.run(t, some...)
		edited := map[ID]Value{}
		for id, j := range at.journal {
			if text := drawText(t); text != j.Wrote.Key {
				cell := at.cells[id]
				cell.Now = value(text)
				at.cells[id], edited[id] = cell, cell.Now
			}
		}
		at.run(t, w.files...)
		at.run(t, some...)
		for id, text := range edited {
			assert.Equal(t, text, at.cells[id].Now, id)
		}
	})
}
