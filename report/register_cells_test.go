package report_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
)

func TestCellsOfARowAreThoseOfItsColumnsButForThoseSetElsewhere(t *testing.T) {
	t.Parallel()
	columns := map[report.Field]string{report.FieldRef: "A", report.FieldOriginalDue: "AF", report.FieldDue: "AG"}
	row := report.CellsOf(columns, 14)
	assert.Equal(t, "AF14", row.Of(report.FieldOriginalDue))
	assert.Empty(t, row.Of(report.FieldOwner), "the master lacks the column")

	moved := row.With(report.FieldDue, "AH14")
	again := moved.With(report.FieldDue, "AJ14").With(report.FieldRef, "B3")
	back := again.With(report.FieldDue, "AG14")
	due := func(c report.Cells) string { return c.Of(report.FieldDue) }
	assert.Equal(t, []string{"AG14", "AH14", "AJ14", "AG14"}, []string{due(row), due(moved), due(again), due(back)}, "each keeps its own")
	assert.Equal(t, row, row.With(report.FieldDue, "AG14"), "nothing is kept where the column says it")
	assert.Equal(t, "B3", back.Of(report.FieldRef))
	assert.Equal(t, map[report.Field]string{report.FieldRef: "A", report.FieldOriginalDue: "AF", report.FieldDue: "AG"}, columns)
}

func TestCellsKnowTheCellsOfTheirFields(t *testing.T) {
	t.Parallel()
	c := report.CellsOf(map[report.Field]string{report.FieldRef: "A", report.FieldDue: "F"}, 2).With(report.FieldDue, "G2")
	for cell, want := range map[string]bool{"A2": true, "G2": true, "F2": false, "A3": false, "A": false, "": false} {
		assert.Equal(t, want, c.Has(cell), cell)
	}
	assert.False(t, report.Cells{}.Has(""))
	assert.Empty(t, report.Cells{}.Of(report.FieldRef))
}

// TestCellsAsJSON: what tells two readings of a master apart has the cells, not only the row.
func TestCellsAsJSON(t *testing.T) {
	t.Parallel()
	letters := map[report.Field]string{report.FieldRef: "A", report.FieldDue: "D"}
	for _, c := range []struct {
		cells report.Cells
		want  string
	}{
		{report.Cells{}, `{}`},
		{report.CellsOf(letters, 14), `{"ref":"A14","due":"D14"}`},
		{report.CellsOf(letters, 14).With(report.FieldDue, "F15"), `{"ref":"A14","due":"F15"}`},
	} {
		got, err := json.Marshal(&report.Recommendation{Cells: c.cells})
		require.NoError(t, err)
		assert.Contains(t, string(got), `"Cells":{`)
		var read struct{ Cells json.RawMessage }
		require.NoError(t, json.Unmarshal(got, &read))
		assert.JSONEq(t, c.want, string(read.Cells))
	}
}
