package figures

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestFieldsAreReadByTheirTypes: each field of a thing is the kind of value that its type says; what is null or empty is absent, and what
// the file does not have, or has in words of the master's, is unknown.
func TestFieldsAreReadByTheirTypes(t *testing.T) {
	t.Parallel()
	var r recommendation
	require.NoError(t, json.Unmarshal([]byte(`{"ref": "11a", "printed_ref": "11", "state": "in progress", "standing": "not_started", "rag": "red", "due": "2023-09-30",
		"original_due": null, "slip_days": 3, "days_left": -2, "updated": null}`), &r))
	var c change
	require.NoError(t, json.Unmarshal([]byte(`{"ref": "2", "theme": "data", "change": "due date", "from": "2023-09-30", "to": "not a day"}`), &c))
	f := &File{places: placesOf(recommendation{}, change{}, ageBand{}, problem{})}
	five := 5
	for _, of := range []struct {
		thing any
		name  string
		want  Value
	}{
		{&r, "key", Value{Kind: Text, Text: "11a"}}, {&r, "ref", Value{Kind: Text, Text: "11"}}, {&r, "owner", Value{Kind: Text}},
		{&r, "state", Value{Kind: Word, Text: "state.in_progress"}}, {&r, "standing", Value{Kind: Word, Text: "standing.not_started"}},
		{&r, "rag", Value{Kind: Word, Text: "rating.red"}}, {&r, "sign_off", Value{}}, {&r, "scope", Value{Kind: Absent}},
		{&r, "due", Value{Kind: Day, Text: "2023-09-30"}}, {&r, "original_due", Value{Kind: Absent}}, {&r, "completed", Value{Kind: Absent}},
		{&r, "updated", Value{Kind: Absent}}, {&recommendation{}, "updated", Value{}}, {&recommendation{}, "days_left", Value{}},
		{&r, "days_left", Value{Kind: Number, N: -2}}, {&r, "slip", Value{Kind: Number, N: 3}}, {&r, "theme", Value{}}, {&r, "actions", Value{}}, {&r, "", Value{}},
		{&c, "theme", Value{Kind: Names, List: []string{"data"}}}, {&c, "change", Value{Kind: Word, Text: "change.due_date"}}, {&c, "why", Value{}},
		{&c, "from", Value{Kind: Day, Text: "2023-09-30"}}, {&c, "to", Value{}}, {&change{}, "to", Value{Kind: Absent}}, {&c, "days", Value{Kind: Absent}},
		{&ageBand{ID: "30", Refs: []string{"1"}}, "band", Value{Kind: Word, Text: "ageing.30"}}, {&ageBand{Refs: []string{"1"}}, "refs", Value{Kind: Keys, N: 1, List: []string{"1"}}},
		{&ageBand{Previous: &five}, "number_before", Value{Kind: Number, N: 5}}, {&problem{}, "key", Value{Kind: Absent}}, {(*problem)(nil), "key", Value{Kind: Absent}},
	} {
		assert.Equal(t, of.want, f.field(of.thing, of.name), "%T %s", of.thing, of.name)
	}
}
