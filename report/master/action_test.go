package master

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"boardpack/report"
)

// plan are the headings of a master with a row for each action.
func plan() []any {
	return []any{"Ref", "Theme", "Recommendation", "Action", "Status", "Owner", "Due"}
}

// TestSeveralActionRows: rows of one recommendation count once.
func TestSeveralActionRows(t *testing.T) {
	t.Parallel()
	merge := func(cells ...string) func(f *excelize.File) {
		return func(f *excelize.File) {
			for i := 0; i < len(cells); i += 2 {
				must(f.MergeCell("Recommendations", cells[i], cells[i+1]))
			}
		}
	}
	runTraps(t, []trap{
		{name: "the same ref and text, and a row with neither", figures: "in_progress 2; training 1, data 1", want: []string{"same-ref-and-text A2", "action-row D6"},
			rows: [][]any{plan(), {1, "Training", "Train all staff.", "Write course", "Complete", "A", "01/01/2024"}, {1, "Training", "Train all staff.", "Deliver course", "In progress", "B", "01/03/2024"},
				{1, "Training", "Train all staff.", "Evaluate", "Not started", "C", "01/09/2024"}, {2, "Data", "Build a dashboard", "Build", "In progress", "A", "01/03/2024"},
				{nil, nil, nil, "Test it", "Not started", "A", "01/02/2024"}},
			check: func(t *testing.T, r *report.Register) {
				assert.Equal(t, "A; B; C", r.Recommendations[0].Owner)
				assert.Equal(t, "A", r.Recommendations[1].Owner)
				assert.Equal(t, []string{"Build\nTest it"}, r.Recommendations[1].Extra)
				assert.Equal(t, map[string]string{"N": "1", "Rows": "3", "Cells": "A2"}, argsOf(r, "same-ref-and-text"))
				assert.Equal(t, "2024-02-01", r.Recommendations[1].Actions[1].Due.String())
			}},
		{name: "all rows complete", figures: "complete 1; training 1", want: []string{"same-ref-and-text A2"},
			rows: [][]any{heads(), {1, "Training", "Train", "Complete"}, {1, "Training", "train.", "Done"}}},
		{name: "ref, theme and text merged down the actions", figures: "in_progress 1; training 1", want: []string{"action-row D3"},
			rows:   [][]any{plan(), {1, "Training", "Train", "Write", "Complete", "A", "01/01/2024"}, {nil, nil, nil, "Hold", "Not started", "B", "01/03/2024"}, {nil, nil, nil, "Evaluate", "Not started", "C"}},
			change: merge("A2", "A4", "B2", "B4", "C2", "C4"),
			check: func(t *testing.T, r *report.Register) {
				assert.Len(t, theOne(t, r).Actions, 3)
				assert.Equal(t, map[string]string{"N": "2", "Cells": "D3, D4"}, argsOf(r, "action-row"))
				assert.Equal(t, "Train", theOne(t, r).Text["en"])
			}},
		{name: "the text merged alone", figures: "in_progress 1; training 1", want: []string{"action-row D3"},
			rows:   [][]any{plan(), {1, "Training", "Train", "Write", "In progress", "A"}, {nil, nil, nil, "Hold"}},
			change: merge("C2", "C3"), check: func(t *testing.T, r *report.Register) { assert.Equal(t, []string{"Write\nHold"}, theOne(t, r).Extra) }},
		{name: "the text merged over rows with refs of their own", figures: "in_progress 2; training 2",
			rows:   [][]any{plan(), {"1a", "Training", "Train", "Write", "In progress", "A"}, {"1b", "Training", nil, "Hold", "In progress"}},
			change: merge("C2", "C3"), check: func(t *testing.T, r *report.Register) { assert.Equal(t, "Train", r.Recommendations[1].Text["en"]) }},
		{name: "a second owner", figures: "complete 1; training 1", want: []string{"action-row F3"},
			rows:  [][]any{plan(), {1, "Training", "Train", "Write", "Complete", "A"}, {nil, nil, nil, nil, nil, "B"}},
			check: func(t *testing.T, r *report.Register) { assert.Equal(t, "A; B", theOne(t, r).Owner) }},
		{name: "an action with a date and no status", figures: "unrecognised 1; training 1", want: []string{"action-row D3", "empty-status E3"},
			rows: [][]any{plan(), {1, "Training", "Train", "Write", "Complete", "A"}, {nil, nil, nil, "Hold", nil, "B", "01/03/2024"}}},
		{name: "a status that is not known", figures: "unrecognised 1; training 1", want: []string{"action-row D3", "unknown-status E3"},
			rows: [][]any{plan(), {1, "Training", "Train", "Write", "Complete", "A"}, {nil, nil, nil, "Hold", "Hmm", "B"}}},
		{name: "not right below", figures: "complete 1; training 1", want: []string{"row-not-counted D4"},
			rows: [][]any{plan(), {1, "Training", "Train", "Write", "Complete", "A"}, nil, {nil, nil, nil, "Hold", "Not started", "B"}}},
		{name: "nothing that is being done", figures: "complete 1; training 1", want: []string{"row-not-counted D3"},
			rows: [][]any{plan(), {1, "Training", "Train", "Write", "Complete", "A"}, {nil, nil, nil, "See the plan"}}},
		{name: "below a theme row", figures: "complete 1; training 1", want: []string{"row-not-counted A3", "row-not-counted E4"},
			rows: [][]any{plan(), {1, "Training", "Train", "Write", "Complete", "A"}, {"Data"}, {nil, nil, nil, nil, "Not started", "B"}}},
		{name: "below a theme row of its own block", figures: "in_progress 1; training 1", want: []string{"action-row D4"},
			rows: [][]any{plan(), {"Training"}, {1, nil, "Train", "Write", "Complete", "A"}, {nil, nil, nil, "Hold", "Not started", "B"}},
			check: func(t *testing.T, r *report.Register) {
				assert.Equal(t, []string{"training"}, theOne(t, r).Actions[1].Themes)
			}},
		{name: "what a pack's workbook says of several statuses", figures: "complete 1, in_progress 1; training 2",
			rows: [][]any{heads(), {1, "Training", "Train", "Not started; Complete"}, {2, "Training", "More", "Closed; Done"}}},
		{name: "several statuses, one of them missing", figures: "unrecognised 1; training 1", want: []string{"marked-status D2"},
			rows: [][]any{heads(), {1, "Training", "Train", "Complete; ?"}}},
		{name: "several statuses, one of them not known", figures: "unrecognised 1; training 1", want: []string{"qualified-status D2"},
			rows: [][]any{heads(), {1, "Training", "Train", "Complete; hmm"}}},
	})
}

// TestSameRefSeparate counts every row with a ref and a text, and rows with neither are actions still.
func TestSameRefSeparate(t *testing.T) {
	t.Parallel()
	o := options()
	o.Rules.SameRef = report.SameRefSeparate
	register, err := ReadBytes("m.xlsx", workbook(t, [][]any{plan(), {1, "Training", "Train", "a", "Complete", "A"}, {1, "Training", "Train", "b", "Complete", "A"}, {nil, nil, nil, "c", "Complete", "A"}}), o)
	require.NoError(t, err)
	require.Len(t, register.Recommendations, 2)
	assert.Len(t, register.Recommendations[1].Actions, 2)
	assert.Equal(t, []string{"action-row D4"}, found(register))
}
