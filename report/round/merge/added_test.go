package merge

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestNotesThatAreAdded is the table of cases of a field in which notes are added to what the cell says.
func TestNotesThatAreAdded(t *testing.T) {
	t.Parallel()
	id := ID{"r", "note"}
	note := func(owner, text string, decided Decision) Answer {
		return Answer{ID: id, Owner: owner, Day: "2023-10-12", Asked: value("a"), Value: value(text), Decided: decided}
	}
	const x, y = "2023-10-12 X: v\n", "2023-10-12 Y: u\n"
	wrote := func(before, wrote string) map[ID]Written {
		return map[ID]Written{id: {value(before), value(wrote), []string{"X"}}}
	}
	for _, c := range []struct {
		name    string
		now     string
		journal map[ID]Written
		answers []Answer
		kinds   []Kind
		becomes string
		before  string // in the journal, if anything was written
	}{
		{"above the last one", "a", nil, []Answer{note("X", "v", "")}, []Kind{Taken}, x + "a", "a"},
		{"into an empty cell", "", nil, []Answer{note("X", "v", "")}, []Kind{Taken}, x, ""},
		{"above what the team has written since", "m", nil, []Answer{note("X", "v", "")}, []Kind{Taken}, x + "m", "m"},
		{"what the cell says is not said twice", "a", nil, []Answer{note("X", "a", "")}, []Kind{Same}, "a", ""},
		{"what the owner left as it was", "m", nil, []Answer{note("X", "a", "")}, []Kind{TeamStands}, "m", ""},
		{"of two owners, by name", "a", nil, []Answer{note("Y", "u", ""), note("X", "v", "")}, []Kind{Taken, Taken}, x + y + "a", "a"},
		{"of an owner who repeats the last one, and of another", "a", nil, []Answer{note("Y", "u", ""), note("X", "a", "")}, []Kind{Taken, Same}, y + "a", "a"},
		{"again", x + "a", wrote("a", x+"a"), []Answer{note("X", "v", "")}, []Kind{Taken}, x + "a", "a"},
		{"another owner later", x + "a", wrote("a", x+"a"), []Answer{note("X", "v", ""), note("Y", "u", "")}, []Kind{Taken, Taken}, x + y + "a", "a"},
		{"changed by the team since", "m", wrote("a", x+"a"), []Answer{note("X", "v", "")}, []Kind{ChangedSince}, "m", "a"},
		{"changed by the team to the note alone", "v", wrote("a", x+"a"), []Answer{note("X", "v", "")}, []Kind{SameChange}, "v", "a"},
		{"changed by the team, and another owner later", "m", wrote("a", x+"a"), []Answer{note("X", "v", ""), note("Y", "u", "")}, []Kind{Conflict, Conflict}, "m", "a"},
		{"the same, the answer decided", "m", wrote("a", x+"a"), []Answer{note("X", "v", ""), note("Y", "u", Take)}, []Kind{Taken, Taken}, x + y + "a", "a"},
		{"the same, the master decided", "m", wrote("a", x+"a"), []Answer{note("X", "v", ""), note("Y", "u", Keep)}, []Kind{Kept, Kept}, "m", "a"},
		{"taken away", x + "a", wrote("a", x+"a"), nil, nil, "a", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			in := inputOf(map[ID]Cell{id: {Now: value(c.now)}}, c.journal, c.answers...)
			in.Added["note"] = true
			got := Resolve(in)
			var kinds []Kind
			for _, o := range got.Outcomes {
				kinds = append(kinds, o.Kind)
			}
			assert.Equal(t, c.kinds, kinds)
			becomes := c.now
			for _, w := range got.Writes {
				becomes = w.To.Text
			}
			assert.Equal(t, c.becomes, becomes)
			assert.Equal(t, c.before, got.Journal[id].Before.Text)
		})
	}
}
