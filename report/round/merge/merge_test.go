package merge

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func value(s string) Value { return Value{s, s} }

func joined(owners []string, values []Value) Value {
	var b strings.Builder
	for i := range owners {
		b.WriteString(owners[i] + ": " + values[i].Text + "\n")
	}
	return value(b.String())
}

// added puts notes above what the cell says.
func added(_ string, notes []Note, team Value) Value {
	var b strings.Builder
	for _, n := range notes {
		b.WriteString(n.Day + " " + n.Owner + ": " + n.Value.Text + "\n")
	}
	return value(b.String() + team.Text)
}

// inputOf makes an input of the fields that tests use.
func inputOf(cells map[ID]Cell, journal map[ID]Written, answers ...Answer) Input {
	return Input{Cells: cells, Journal: journal, Answers: answers, Joined: map[string]bool{"note": true},
		Pairs: map[string]string{"status": "state", "completed": "state", "due": "date", "reason": "date"}, Updated: "updated", Join: joined,
		Added: map[string]bool{}, Add: added}
}

func status() ID { return ID{"r", "status"} }

// TestCases is the table of cases: one cell, asked A, the master now, what was written, the answer.
func TestCases(t *testing.T) {
	t.Parallel()
	wrote := func(before, wrote string) map[ID]Written {
		return map[ID]Written{status(): {value(before), value(wrote), []string{"X"}}}
	}
	for _, c := range []struct {
		name     string
		asked    string
		now      string
		journal  map[ID]Written
		answer   string
		decided  Decision
		kind     Kind
		becomes  string
		noChange bool
	}{
		{name: "taken", asked: "a", now: "a", answer: "v", kind: Taken, becomes: "v"},
		{name: "an empty cell is filled", asked: "", now: "", answer: "v", kind: Taken, becomes: "v"},
		{name: "the master says so", asked: "a", now: "a", answer: "a", kind: Same, becomes: "a"},
		{name: "nothing has changed", asked: "a", now: "a", answer: "a", noChange: true, kind: Unchanged, becomes: "a"},
		{name: "the team wrote the same", asked: "a", now: "v", answer: "v", kind: Same, becomes: "v"},
		{name: "the team's change stands", asked: "a", now: "m", answer: "a", kind: TeamStands, becomes: "m"},
		{name: "the team's change stands against no change", asked: "a", now: "m", answer: "a", noChange: true, kind: TeamStands, becomes: "m"},
		{name: "both changed it", asked: "a", now: "m", answer: "v", kind: Conflict, becomes: "m"},
		{name: "both changed it, the answer decided", asked: "a", now: "m", answer: "v", decided: Take, kind: Taken, becomes: "v"},
		{name: "both changed it, the master decided", asked: "a", now: "m", answer: "v", decided: Keep, kind: Kept, becomes: "m"},
		{name: "taken before", asked: "a", now: "w", journal: wrote("a", "w"), answer: "w", kind: Taken, becomes: "w"},
		{name: "taken before, and answered again", asked: "a", now: "w", journal: wrote("a", "w"), answer: "v", kind: Taken, becomes: "v"},
		{name: "taken before, and answered as it was", asked: "a", now: "w", journal: wrote("a", "w"), answer: "a", kind: Same, becomes: "a"},
		{name: "changed by the team since", asked: "a", now: "m", journal: wrote("a", "w"), answer: "w", kind: ChangedSince, becomes: "m"},
		{name: "put back by the team", asked: "a", now: "a", journal: wrote("a", "w"), answer: "w", kind: ChangedSince, becomes: "a"},
		{name: "changed to the new answer by the team", asked: "a", now: "v", journal: wrote("a", "w"), answer: "v", kind: SameChange, becomes: "v"},
		{name: "changed by the team, and answered again", asked: "a", now: "m", journal: wrote("a", "w"), answer: "v", kind: Conflict, becomes: "m"},
		{name: "a decision does not undo what the team did after it", asked: "a", now: "m", journal: wrote("a", "v"), answer: "v", decided: Take, kind: ChangedSince, becomes: "m"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := Resolve(inputOf(map[ID]Cell{status(): {Now: value(c.now)}}, c.journal,
				Answer{ID: status(), Owner: "X", Asked: value(c.asked), Value: value(c.answer), Decided: c.decided, NoChange: c.noChange}))
			assert.Equal(t, c.kind, got.Outcomes[0].Kind)
			becomes := c.now
			for _, w := range got.Writes {
				becomes = w.To.Text
			}
			assert.Equal(t, c.becomes, becomes)
		})
	}
}

func TestTakenAwayIsUndone(t *testing.T) {
	t.Parallel()
	cells := map[ID]Cell{status(): {Now: value("w")}, {"r", "note"}: {Now: value("mine")}}
	journal := map[ID]Written{status(): {value("a"), value("w"), []string{"X"}}, {"r", "note"}: {value(""), value("theirs"), []string{"X"}}}
	got := Resolve(inputOf(cells, journal))
	assert.Equal(t, []Write{{status(), value("w"), value("a")}}, got.Writes, "what the team has changed since stays")
	assert.Equal(t, map[ID]Written{{"r", "note"}: journal[ID{"r", "note"}]}, got.Journal)
}

func TestOwnersOfOneCell(t *testing.T) {
	t.Parallel()
	cells := map[ID]Cell{status(): {Now: value("a")}, {"r", "note"}: {}}
	answer := func(owner, text string, decided Decision) Answer {
		return Answer{ID: status(), Owner: owner, Asked: value("a"), Value: value(text), Decided: decided}
	}
	kinds := func(r Result) (out []Kind) {
		for _, o := range r.Outcomes {
			out = append(out, o.Kind)
		}
		return out
	}
	got := Resolve(inputOf(cells, nil, answer("X", "v", ""), answer("Y", "v", "")))
	assert.Equal(t, []Kind{Taken, Taken}, kinds(got))
	assert.Equal(t, []string{"X", "Y"}, got.Journal[status()].Owners)
	got = Resolve(inputOf(cells, nil, answer("X", "v", ""), answer("Y", "u", "")))
	assert.Equal(t, []Kind{OwnersDiffer, OwnersDiffer}, kinds(got))
	assert.Empty(t, got.Writes)
	got = Resolve(inputOf(cells, nil, answer("X", "v", Take), answer("Y", "u", "")))
	assert.Equal(t, []Kind{Taken, Overruled}, kinds(got))
	got = Resolve(inputOf(cells, nil, answer("X", "v", Take), answer("Y", "u", Take)))
	assert.Equal(t, []Kind{OwnersDiffer, OwnersDiffer}, kinds(got), "two decisions against each other are none")

	note := func(owner, text string) Answer { return Answer{ID: ID{"r", "note"}, Owner: owner, Value: value(text)} }
	got = Resolve(inputOf(cells, nil, note("Y", "two"), note("X", "one")))
	assert.Equal(t, []Kind{Taken, Taken}, kinds(got))
	assert.Equal(t, "X: one\nY: two\n", got.Writes[0].To.Text, "notes are in order of the owners")
}

func TestLaterAnswersOfAnOwner(t *testing.T) {
	t.Parallel()
	cells := map[ID]Cell{status(): {Now: value("a")}}
	first := Answer{ID: status(), Owner: "X", Order: 1, Asked: value("a"), Value: value("v")}
	second := Answer{ID: status(), Owner: "X", Order: 2, Asked: value("a"), Value: value("u")}
	got := Resolve(inputOf(cells, nil, second, first))
	assert.Equal(t, []Outcome{{Kind: Taken}, {Kind: Superseded}}, got.Outcomes)
	second.Refused = "unknown_status"
	got = Resolve(inputOf(cells, nil, first, second))
	assert.Equal(t, []Outcome{{Kind: Superseded}, {Refused, "unknown_status"}}, got.Outcomes, "the owner's last word decides, readable or not")
	assert.Empty(t, got.Writes)
}

// TestWhatGoesTogether: of a pair both are written or neither, and what is beside it goes on.
func TestWhatGoesTogether(t *testing.T) {
	t.Parallel()
	cells := map[ID]Cell{}
	for _, f := range []string{"status", "completed", "due", "reason", "note", "updated"} {
		cells[ID{"r", f}] = Cell{}
	}
	answer := func(field, refused, waits string, decided Decision) Answer {
		return Answer{ID: ID{"r", field}, Owner: "X", Day: "2023-10-12", Value: value("v"), Refused: refused, Waits: waits, Decided: decided}
	}
	got := Resolve(inputOf(cells, nil, answer("status", "", "", ""), answer("completed", "unreadable_date", "", ""), answer("note", "", "", ""),
		answer("due", "", "past", ""), answer("reason", "", "", "")))
	assert.Equal(t, []Outcome{{Held, "completed"}, {Refused, "unreadable_date"}, {Kind: Taken}, {Waiting, "past"}, {Held, "due"}}, got.Outcomes)
	assert.Equal(t, []Write{{ID{"r", "note"}, Value{}, value("v")}, {ID{"r", "updated"}, Value{}, value("2023-10-12")}}, got.Writes)
	got = Resolve(inputOf(cells, nil, answer("due", "", "past", Take), answer("reason", "", "", "")))
	assert.Equal(t, []Outcome{{Kind: Taken}, {Kind: Taken}}, got.Outcomes)
	got = Resolve(inputOf(cells, nil, answer("due", "", "past", Keep), answer("reason", "", "", "")))
	assert.Equal(t, []Outcome{{Kind: Kept}, {Held, "due"}}, got.Outcomes)

	later := answer("status", "", "", "")
	later.Order = 1
	got = Resolve(inputOf(cells, nil, answer("completed", "unreadable_date", "", ""), later))
	assert.Equal(t, []Outcome{{Refused, "unreadable_date"}, {Kind: Taken}}, got.Outcomes, "who answers again is not held back by what went wrong before")

	delete(cells, ID{"r", "reason"})
	got = Resolve(inputOf(cells, nil, answer("due", "", "", ""), answer("reason", "", "", "")))
	assert.Equal(t, []Outcome{{Kind: Taken}, {Refused, "no_column"}}, got.Outcomes, "a master without the column keeps nothing else back")
	cells[ID{"r", "reason"}] = Cell{}

	cells[ID{"r", "due"}] = Cell{Now: value("team")} // in conflict: its reason waits with it
	got = Resolve(inputOf(cells, nil, answer("due", "", "", ""), answer("reason", "", "", "")))
	assert.Equal(t, []Outcome{{Kind: Conflict}, {Held, "due"}}, got.Outcomes)
	assert.Empty(t, got.Writes)
}

func TestUpdated(t *testing.T) {
	t.Parallel()
	updated := ID{"r", "updated"}
	answer := Answer{ID: status(), Owner: "X", Day: "2023-10-12", Asked: value("a"), Value: value("a"), NoChange: true}
	for _, c := range []struct {
		now, journalled, want string
	}{{"", "", "2023-10-12"}, {"2023-10-01", "", "2023-10-12"}, {"2023-10-20", "", "2023-10-20"}, {"t:soon", "", "t:soon"}, {"2023-10-20", "2023-10-05", "2023-10-20"}} {
		journal := map[ID]Written{}
		if c.journalled != "" {
			journal[updated] = Written{Wrote: value(c.journalled)}
		}
		got := Resolve(inputOf(map[ID]Cell{status(): {Now: value("a")}, updated: {Now: value(c.now)}}, journal, answer))
		want := c.now
		for _, w := range got.Writes {
			want = w.To.Text
		}
		assert.Equal(t, c.want, want, c)
	}
}

func TestWhatCannotBeWritten(t *testing.T) {
	t.Parallel()
	answer := Answer{ID: status(), Owner: "X", Asked: value("a"), Value: value("v")}
	got := Resolve(inputOf(map[ID]Cell{status(): {Now: value("a"), Blocked: "formula"}}, nil, answer))
	assert.Equal(t, []Outcome{{Refused, "formula"}}, got.Outcomes)
	got = Resolve(inputOf(map[ID]Cell{status(): {Now: value("v"), Blocked: "formula"}}, nil, answer))
	assert.Equal(t, []Outcome{{Kind: Same}}, got.Outcomes, "what says so already needs no writing")
	got = Resolve(inputOf(nil, nil, answer))
	assert.Equal(t, []Outcome{{Refused, "no_column"}}, got.Outcomes)
}
