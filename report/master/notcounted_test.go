package master

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/xuri/excelize/v2"

	"boardpack/report"
)

// planHeads are the headings of masters that say who does what by when.
func planHeads() []any {
	return []any{"Ref", "Theme", "Recommendation", "Status", "Owner", "Due"}
}

// three are the recommendations of such a master.
func three() [][]any {
	return [][]any{planHeads(),
		{1, "Training", "Thing one", "In progress", "A", "30/06/2024"},
		{2, "Training", "Thing two", "Complete", "A", "31/01/2024"},
		{3, "Data", "Thing three", "In progress", "A", "30/06/2024"}}
}

// TestWhatStandsBelowATable: notes, legends, counts and totals are never recommendations, and each is listed once.
func TestWhatStandsBelowATable(t *testing.T) {
	t.Parallel()
	const threeFigures = "complete 1, in_progress 2; training 2, data 1"
	below := func(rows ...[]any) [][]any { return append(three(), rows...) }
	runTraps(t, []trap{
		{name: "notes, a legend and counts, after a gap", figures: threeFigures,
			want: []string{"note-row A6", "note-row A7", "note-row A8", "row-below-table C9", "note-row D10", "note-row D11"},
			rows: below(nil, []any{"Last updated 12/03/2024 by the performance team"}, []any{"* joint with the Crown Prosecution Service"}, []any{"Key: Red = overdue"},
				[]any{nil, nil, "All dates are end of month"}, []any{nil, nil, nil, "Complete", 1}, []any{nil, nil, nil, "In progress", 2})},
		{name: "counts right below", figures: threeFigures, want: []string{"note-row D5", "note-row D6"},
			rows: below([]any{nil, nil, nil, "Complete", 1}, []any{nil, nil, nil, "In progress", 2})},
		{name: "counts in the first columns", figures: threeFigures, want: []string{"note-row A6", "note-row A7", "note-row A8"},
			rows: below(nil, []any{"Complete", 1}, []any{"In progress", 2}, []any{"Number of actions", 9})},
		{name: "counts in one cell", figures: threeFigures, want: []string{"note-row A6", "note-row A7", "note-row C8"},
			rows: below(nil, []any{"Completed: 5"}, []any{"5 overdue"}, []any{nil, nil, "Overdue – 3"})},
		{name: "a legend of two columns", figures: threeFigures, want: []string{"note-row A6", "note-row A7", "note-row A8"},
			rows: below(nil, []any{"Red", "Overdue"}, []any{"Amber", nil, "Due within 60 days"}, []any{"Complete", nil, "Evidence is filed"})},
		{name: "a legend beside a key", figures: threeFigures, want: []string{"note-row A6"},
			rows: below(nil, []any{"Key:", nil, nil, "In progress", "Complete"})},
		{name: "a heading and numbered notes", figures: threeFigures, want: []string{"note-row A6", "row-below-table A7", "row-below-table A8"},
			rows: below(nil, []any{"Notes"}, []any{1, nil, "Dates are those of the action plan"}, []any{2, nil, "Owners are posts"})},
		{name: "the end of the table and lines", figures: threeFigures, want: []string{"note-row A5", "note-row A6", "note-row A7"},
			rows: below([]any{"-----", "-----", "-----"}, []any{"*** End of table ***"}, []any{"—", nil, "—"})},
		{name: "totals as Excel names them", figures: threeFigures, want: []string{"total-row B5", "total-row B6"},
			rows: below([]any{nil, "Data Count", nil, 1}, []any{nil, "Grand Total", nil, 3})},
		{name: "totals that formulas make", figures: threeFigures, want: []string{"total-row C5"}, rows: below([]any{nil, nil, 3}),
			change: func(f *excelize.File) { must(f.SetCellFormula("Recommendations", "C5", "SUBTOTAL(3,C2:C4)")) }},
		{name: "who made it", figures: threeFigures, want: []string{"note-row A6", "row-not-counted A7"},
			rows: below(nil, []any{"Prepared by", "J Smith"}, []any{"Sheet", "1 of 1"})},
		{name: "a row of one who does what, far below", figures: threeFigures, want: []string{"row-not-counted D6"},
			rows: below(nil, []any{nil, nil, nil, "In progress", "B"})},
		{name: "in Welsh", figures: "complete 1, in_progress 1; training 1, data 1",
			want: []string{"no-heading E1", "note-row A5", "note-row A6", "note-row A7", "note-row D8", "total-row A9"},
			rows: [][]any{heads(), {1, "Hyfforddiant", "Hyfforddi staff", "Ar y gweill"}, {2, "Data", "Cofnodi", "Wedi'i gwblhau"}, nil,
				{"Allwedd: Coch = hwyr"}, {"Nodyn – dyddiadau diwedd mis"}, {"Diweddarwyd 12/03/2024 gan y tîm"}, {nil, nil, nil, "Wedi'i gwblhau", 1}, {"Cyfanswm", nil, nil, 2}}},
	})
}

// TestRowsThatAreRecommendations: with a ref or a text a row counts, whatever else it lacks, and however the rows are spaced.
func TestRowsThatAreRecommendations(t *testing.T) {
	t.Parallel()
	refs := func(t *testing.T, register *report.Register) (out []string) {
		for _, r := range register.Recommendations {
			out = append(out, r.Ref+"|"+r.Text["en"])
		}
		return out
	}
	for name, c := range map[string]struct {
		rows [][]any
		want []string
	}{
		"a text alone, right below": {append(three(), []any{nil, nil, "Thing four"}), []string{"1|Thing one", "2|Thing two", "3|Thing three", "|Thing four"}},
		"a ref alone, right below":  {append(three(), []any{"PR4"}), []string{"1|Thing one", "2|Thing two", "3|Thing three", "PR4|"}},
		"blank rows between, the last of a text alone": {[][]any{planHeads(), nil, {1, "Data", "One", "Complete"}, nil, {2, "Data", "Two", "Complete"}, nil, {nil, nil, "Three"}},
			[]string{"1|One", "2|Two", "|Three"}},
		"after a gap, with a ref and a text": {append(three(), nil, nil, []any{4, nil, "Thing four"}), []string{"1|Thing one", "2|Thing two", "3|Thing three", "4|Thing four"}},
		"a note between": {[][]any{planHeads(), {1, "Data", "One", "Complete"}, {"Note: see the plan"}, {nil, nil, "Two"}, {3, "Data", "Three", "Complete"}},
			[]string{"1|One", "|Two", "3|Three"}},
		"refs without digits": {[][]any{planHeads(), {"A", "Data", "One", "Complete"}, {"iv", nil, nil, "In progress", "A"}}, []string{"A|One", "iv|"}},
		"a text that begins as footers do": {[][]any{planHeads(), {1, "Data", "One", "Complete"}, {nil, nil, "End of life care for all"}, {3, "Data", "Three", "Complete"}},
			[]string{"1|One", "|End of life care for all", "3|Three"}},
		"a text of one word of a legend, with a ref": {[][]any{planHeads(), {1, "Data", "Planned", "Complete"}}, []string{"1|Planned"}},
		"theme rows with their numbers":              {[][]any{planHeads(), {"Training", 2}, {1, nil, "One", "Complete"}, {2, nil, "Two", "Complete"}}, []string{"1|One", "2|Two"}},
	} {
		t.Run(name, func(t *testing.T) {
			register, err := ReadBytes("m.xlsx", workbook(t, c.rows), options())
			assert.NoError(t, err)
			assert.Equal(t, c.want, refs(t, register))
		})
	}
}

// TestHeadingsOfParts: a row that has parts counts beside them, unless there is nothing to be done in it.
func TestHeadingsOfParts(t *testing.T) {
	t.Parallel()
	runTraps(t, []trap{
		{name: "a heading and its parts", figures: "complete 1, in_progress 1; training 2", want: []string{"heading-of-parts A2"},
			rows:  [][]any{planHeads(), {3, "Training", "The force should:"}, {"3a", "Training", "train", "Complete", "A"}, {"3b", "Training", "test", "In progress", "A"}},
			check: func(t *testing.T, r *report.Register) { assert.Equal(t, "3", argsOf(r, "heading-of-parts")["Ref"]) }},
		{name: "the theme of the heading is that of parts without one", figures: "complete 1, in_progress 2; training 1, data 2", want: []string{"heading-of-parts A2", "heading-of-parts A5"},
			rows: [][]any{planHeads(), {4, "Data", "Data"}, {4.1, nil, "record", "Complete", "A"}, {"4.2", nil, "share", "In progress", "A"}, {"5", "Training", "Also"}, {"5(i)", nil, "train", "In progress"}}},
		{name: "with a status of its own", figures: "complete 1, in_progress 2; training 3",
			rows: [][]any{planHeads(), {3, "Training", "Train", "In progress"}, {"3a", "Training", "train", "Complete", "A"}, {"3b", "Training", "test", "In progress", "A"}}},
		{name: "with an owner of its own", figures: "complete 1, unrecognised 1; training 2", want: []string{"empty-status D2"},
			rows: [][]any{planHeads(), {3, "Training", "Train", nil, "A"}, {"3a", "Training", "train", "Complete", "A"}}},
		{name: "with a date of its own", figures: "complete 1, unrecognised 1; training 2", want: []string{"empty-status D2"},
			rows: [][]any{planHeads(), {3, "Training", "Train", nil, nil, "30/06/2024"}, {"3a", "Training", "train", "Complete", "A"}}},
		{name: "no parts follow", figures: "complete 1, unrecognised 1; training 2", want: []string{"empty-status D2"},
			rows: [][]any{planHeads(), {3, "Training", "Train"}, {"30", "Training", "train", "Complete", "A"}}},
	})
}
