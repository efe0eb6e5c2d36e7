package master

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"boardpack/report"
	"boardpack/report/reporttest"
)

// statusMaster is a small master under the shipped template, and what its statuses must come to.
type statusMaster struct {
	name   string
	heads  []any
	rows   [][]any
	change func(f *excelize.File)
	states []report.State
	want   []string // "code cell", without those of other columns
	check  func(t *testing.T, r *report.Register)
}

func (m statusMaster) run(t *testing.T) {
	tpl := reporttest.Shipped(t)
	change := m.change
	if change == nil {
		change = func(*excelize.File) {}
	}
	register, err := ReadBytes("m.xlsx", workbook(t, append([][]any{m.heads}, m.rows...), change),
		Options{Month: report.Month{Year: 2024, Month: 3}, Vocabulary: &tpl.Vocabulary, Rules: &tpl.Rules})
	require.NoError(t, err)
	var states []report.State
	for _, rec := range register.Recommendations {
		states = append(states, rec.State)
	}
	assert.Equal(t, m.states, states)
	if m.want == nil {
		m.want = []string{}
	}
	assert.Equal(t, m.want, found(register))
	if m.check != nil {
		m.check(t, register)
	}
}

// statuses gives rows that have nothing but what is needed, with these statuses.
func statuses(words ...any) [][]any {
	var rows [][]any
	for i, word := range words {
		rows = append(rows, []any{fmt.Sprint(i + 1), "Data", fmt.Sprintf("Record the checks of kind %d", i+1), word})
	}
	return rows
}

// percents gives rows with pairs of a status and a percentage.
func percents(pairs ...any) [][]any {
	var rows [][]any
	for i := 0; i < len(pairs); i += 2 {
		n := fmt.Sprint(i/2 + 1)
		rows = append(rows, []any{n, "Data", "Record the checks of kind " + n, pairs[i], pairs[i+1]})
	}
	return rows
}

// filled gives cells a colour; pairs are of a cell and its colour.
func filled(pairs ...string) func(f *excelize.File) {
	return func(f *excelize.File) {
		for i := 0; i < len(pairs); i += 2 {
			id, err := f.NewStyle(&excelize.Style{Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{pairs[i+1]}}})
			must(err)
			must(f.SetCellStyle("Recommendations", pairs[i], pairs[i], id))
		}
	}
}

// formatted gives cells a number format.
func formatted(format string, cells ...string) func(f *excelize.File) {
	return func(f *excelize.File) {
		id, err := f.NewStyle(&excelize.Style{CustomNumFmt: &format})
		must(err)
		for _, c := range cells {
			must(f.SetCellStyle("Recommendations", c, c, id))
		}
	}
}

func TestMastersWithOddStatuses(t *testing.T) {
	t.Parallel()
	const complete, inProgress, notStarted, unrecognised = report.Complete, report.InProgress, report.NotStarted, report.Unrecognised
	for _, m := range []statusMaster{
		{name: "a cross, an empty box, a question mark and a tick", heads: heads(), rows: statuses("❌ Complete", "☐ Complete", "Complete?", "✅ Complete"),
			states: []report.State{unrecognised, unrecognised, unrecognised, complete}, want: []string{"marked-status D2", "marked-status D3", "marked-status D4"},
			check: func(t *testing.T, r *report.Register) {
				assert.Equal(t, map[string]string{"Status": "❌ Complete"}, argsOf(r, "marked-status"))
			}},
		{name: "marks in Welsh", heads: []any{"Cyf", "Thema", "Argymhelliad", "Statws"}, rows: statuses("✗ Wedi'i gwblhau", "Cwblhawyd?", "🟢 Ar y gweill", "✓ Cwblhawyd"),
			states: []report.State{unrecognised, unrecognised, inProgress, complete}, want: []string{"marked-status D2", "marked-status D3"}},
		{name: "details, with the completed dates that are missing", heads: append(heads(), "Completed", "Owner"),
			rows: [][]any{
				{"1", "Data", "Record one", "Complete - 12/03/24", nil, "Jane Smith"},
				{"2", "Data", "Record two", "Complete - 12/03/24", "01/02/2024", "Jane Smith"},
				{"3", "Data", "Record three", "Complete (SMITH)", "01/02/2024", "Jane Smith"},
				{"4", "Data", "Record four", "Closed - rejected", nil, "Jane Smith"},
				{"5", "Data", "Record five", "In progress - 12/03/24", nil, "Jane Smith"},
				{"6", "Data", "Record six", "Done 11/03/24 (12/03/24)", nil, "Jane Smith"},
				{"7", "Data", "Record seven", "Closed 2 Mawrth 2024", nil, "Jane Smith"},
				{"8", "Data", "Record eight", "Closed (April 2023)", nil, "Jane Smith"},
				{"9", "Data", "Record nine", "Closed - 01/01/1900", nil, "Jane Smith"},
				{"10", "Data", "Record ten", "Closed 2024", nil, "Jane Smith"},
				{"11", "Data", "Record eleven", "Closed Q1 2024", nil, "Jane Smith"},
				{"12", "Data", "Record twelve", "Closed Q2 2024/25", nil, "Jane Smith"},
				{"13", "Data", "Record thirteen", "Closed (2022/23)", nil, "Jane Smith"},
			},
			states: []report.State{complete, complete, complete, unrecognised, inProgress, complete, complete, complete, complete, complete, complete, complete, complete},
			want:   []string{"completed-from-status D2", "qualified-status D5"},
			check: func(t *testing.T, r *report.Register) {
				var days []string
				for _, rec := range r.Recommendations {
					days = append(days, rec.Completed.String())
				}
				assert.Equal(t, []string{"2024-03-12", "2024-02-01", "2024-02-01", "", "", "", "2024-03-02", "2023-04-30", "", "2024-03-31", "2024-03-31", "2024-09-30", "2023-03-31"}, days)
				assert.Equal(t, map[string]string{"Rows": "7"}, argsOf(r, "completed-from-status"))
				assert.Equal(t, map[string]string{"Status": "Closed - rejected", "Word": "Closed"}, argsOf(r, "qualified-status"))
			}},
		{name: "percentages as they show", heads: heads(), rows: statuses(1, 0.75, 0, 0.996, 1, 0.75, "75%", 1.2),
			change: formatted("0%", "D2", "D3", "D4", "D5", "D9"),
			states: []report.State{complete, inProgress, notStarted, complete, unrecognised, unrecognised, inProgress, unrecognised},
			want:   []string{"unknown-status D6", "unknown-status D7", "unknown-status D9"},
			check: func(t *testing.T, r *report.Register) {
				assert.Equal(t, "75%", r.Recommendations[1].Status)
				assert.Equal(t, "100%", r.Recommendations[3].Status)
			}},
		{name: "percentages with a place, and in Welsh", heads: []any{"Cyf", "Thema", "Argymhelliad", "Statws"}, rows: statuses(0.9996, 0.0004, "60 y cant", "100% wedi'i gwblhau"),
			change: formatted("0.0%", "D2", "D3"), states: []report.State{complete, notStarted, inProgress, complete}},
		{name: "a column of percentages beside the status", heads: append(heads(), "% complete"), rows: percents(
			"Complete", 1, "Complete", 0.6, "In progress", 1, "In progress", 0.4, "Not started", 0.4, "Not started", 0, "Withdrawn", 0.4, "Wrong", 0.5, "Complete", "n/a", "In progress", nil),
			change: formatted("0%", "E2", "E3", "E4", "E5", "E6", "E7", "E8", "E9"),
			states: []report.State{complete, complete, inProgress, inProgress, notStarted, notStarted, report.Withdrawn, unrecognised, complete, inProgress},
			want:   []string{"status-and-percentage D3", "status-and-percentage D4", "status-and-percentage D6", "unknown-status D9"},
			check: func(t *testing.T, r *report.Register) {
				assert.Equal(t, map[string]string{"Status": "Complete", "Percent": "60%", "Column": "% complete"}, argsOf(r, "status-and-percentage"))
				assert.Equal(t, []string{"% complete"}, r.ExtraColumns)
			}},
		{name: "Progress % is no progress note", heads: append(heads(), "Progress %", "Progress"), rows: [][]any{{"1", "Data", "Record", "Complete", "40%", "Nearly there"}},
			states: []report.State{complete}, want: []string{"status-and-percentage D2"},
			check: func(t *testing.T, r *report.Register) {
				assert.Equal(t, "Nearly there", r.Recommendations[0].Progress["en"])
			}},
		{name: "Cwblhawyd % is no date of completion", heads: []any{"Cyf", "Thema", "Argymhelliad", "Statws", "Cwblhawyd %"}, rows: percents("Wedi'i gwblhau", "75%", "Ar y gweill", "75 y cant"),
			states: []report.State{complete, inProgress}, want: []string{"status-and-percentage D2"}},
		{name: "percentages in place of a status", heads: []any{"Ref", "Theme", "Recommendation", "Percentage complete"}, rows: statuses(1, 0.5, 0, "TBC", nil),
			change: formatted("0%", "D2", "D3", "D4"), states: []report.State{complete, inProgress, notStarted, unrecognised, unrecognised},
			want: []string{"percentages-as-status D1", "unknown-status D5", "empty-status D6"}},
		{name: "percentages in place of a status, in Welsh", heads: []any{"Cyf", "Thema", "Argymhelliad", "Canran a gwblhawyd"}, rows: statuses("100%", "30%"),
			states: []report.State{complete, inProgress}, want: []string{"percentages-as-status D1"}},
		{name: "colours in place of words, with a key beside the table", heads: append(heads(), "Owner", nil, "Key"),
			rows:   [][]any{{"1", "Data", "Record one", nil, "A", nil, "Complete"}, {"2", "Data", "Record two", nil, "A"}, {"3", "Data", "Record three", nil, "A"}, {"4", "Data", "Record four", "Done", "A"}},
			change: filled("D2", "FF0000", "D3", "FFFFFF", "D4", "0070C0", "D5", "00B050", "G2", "0070C0", "A2", "FF0000"),
			states: []report.State{unrecognised, unrecognised, unrecognised, complete},
			want:   []string{"coloured-status-key D2", "empty-status D3", "coloured-status-key D4"},
			check: func(t *testing.T, r *report.Register) {
				assert.Equal(t, map[string]string{"Key": "G2 (“Complete”)"}, argsOf(r, "coloured-status-key"))
			}},
		{name: "colours with a key above the table", heads: []any{"Key: green = complete"},
			rows:   [][]any{{"Red means late"}, nil, heads(), {"1", "Data", "Record one", nil}, {"2", "Data", "Record two", nil}},
			change: filled("A1", "00B050", "A2", "FF0000", "D5", "FF0000", "D6", "00B050"), states: []report.State{unrecognised, unrecognised},
			want: []string{"coloured-status-key D5", "coloured-status-key D6"},
			check: func(t *testing.T, r *report.Register) {
				assert.Equal(t, map[string]string{"Key": "A2"}, argsOf(r, "coloured-status-key"))
			}},
		{name: "colours with a key below the table, its texts beside the colours", heads: []any{"Cyf", "Thema", "Argymhelliad", "Statws"},
			rows:   [][]any{{"1", "Data", "Cofnodi un", nil}, {"2", "Data", "Cofnodi dau", nil}, nil, {nil, nil, "Allwedd"}, {nil, nil, nil, "Wedi'i gwblhau"}},
			change: filled("D2", "00B050", "D3", "FFC000", "C6", "00B050"), states: []report.State{unrecognised, unrecognised},
			want: []string{"coloured-status-key D2", "coloured-status-key D3", "note-row C5", "row-not-counted D6"},
			check: func(t *testing.T, r *report.Register) {
				assert.Equal(t, map[string]string{"Key": "D6 (“Wedi'i gwblhau”)"}, argsOf(r, "coloured-status-key"))
			}},
		{name: "whole rows coloured, and no key", heads: append(heads(), "Owner", "Ward"), rows: [][]any{{"1", "Data", "Record one", nil, "Head of Data", "North ward"}, {"2", "Data", "Record two", "Done", "Head of Data", "South ward"}},
			change: filled("A2", "00B050", "B2", "00B050", "C2", "00B050", "D2", "00B050", "E2", "00B050", "F2", "00B050"), states: []report.State{unrecognised, complete},
			want: []string{"coloured-status D2"}},
		{name: "a row coloured as a whole", heads: heads(), rows: statuses(nil, "Done"),
			change: func(f *excelize.File) {
				id, err := f.NewStyle(&excelize.Style{Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"00B050"}}})
				must(err)
				must(f.SetRowStyle("Recommendations", 2, 2, id))
			}, states: []report.State{unrecognised, complete}, want: []string{"coloured-status D2"}},
		{name: "struck through", heads: append(heads(), "Sign-off", "Scope"), rows: [][]any{
			{"1", "Data", "Record one", "Complete", "Not asked", "Joint"}, {"2", "Data", "Record two", nil, "Agreed", "External"}, {"3", "Data", "Record three", "Complete", "Agreed"},
			{"4", "Data", "Record four", nil, "Agreed"}},
			change: func(f *excelize.File) {
				struck, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Strike: true}})
				must(err)
				for _, c := range []string{"D2", "E3", "F3"} {
					must(f.SetCellStyle("Recommendations", c, c, struck))
				}
				runs := func(cell, gone, left string) {
					must(f.SetCellRichText("Recommendations", cell, []excelize.RichTextRun{{Text: gone, Font: &excelize.Font{Strike: true}}, {Text: left, Font: &excelize.Font{Bold: true}}}))
				}
				runs("D3", "In progress ", "Complete")
				runs("D5", "Complete ", "In progress")
			},
			states: []report.State{unrecognised, complete, complete, inProgress},
			want:   []string{"struck-text D2", "struck-text D3", "struck-text E3", "struck-text F3", "struck-text D5"},
			check: func(t *testing.T, r *report.Register) {
				assert.Equal(t, []string{"", "Complete", "Complete", "In progress"}, []string{r.Recommendations[0].Status, r.Recommendations[1].Status, r.Recommendations[2].Status, r.Recommendations[3].Status})
				assert.Equal(t, report.NotAsked, r.Recommendations[1].SignOff)
				assert.Equal(t, report.Force, r.Recommendations[1].Scope)
				assert.Equal(t, map[string]string{"Text": "Complete", "Column": "Status"}, argsOf(r, "struck-text"))
			}},
		{name: "the new words", heads: heads(), rows: statuses("On hold", "PAUSED", "Overdue", "Closed - pending evidence", "Partially completed", "Deferred", "Yn hwyr", "Ar saib",
			"Cwblhawyd yn rhannol", "Ar gau, yn aros am dystiolaeth", "Wedi'i ohirio"),
			states: []report.State{inProgress, inProgress, inProgress, inProgress, inProgress, unrecognised, inProgress, inProgress, inProgress, inProgress, unrecognised},
			want:   []string{"unknown-status D7", "unknown-status D12"},
			check: func(t *testing.T, r *report.Register) {
				assert.Equal(t, map[string]string{"Status": "Deferred", "Nearest": ""}, argsOf(r, "unknown-status"))
			}},
		{name: "statuses of several actions in one cell", heads: heads(), rows: statuses("Complete; Complete", "Complete; ✗ Complete", "Complete; Closed - rejected", "Complete; Not started"),
			states: []report.State{complete, unrecognised, unrecognised, inProgress}, want: []string{"marked-status D3", "qualified-status D4"}},
		{name: "two statuses under a merged ref: two actions", heads: heads(), rows: [][]any{{"1", "Data", "Record one", "Complete"}, {nil, nil, nil, "In progress"}},
			change: func(f *excelize.File) { must(f.MergeCell("Recommendations", "A2", "A3")) },
			states: []report.State{report.InProgress}, want: []string{"action-row D3"}},
	} {
		t.Run(m.name, m.run)
	}
}

// TestMarksInOtherShortColumns: what a mark turns in the Status column, it turns in those of sign-off and scope.
func TestMarksInOtherShortColumns(t *testing.T) {
	t.Parallel()
	heads := append(heads(), "Sign-off", "Scope")
	row := func(signOff, scope any) []any {
		return []any{"1", "Training", "Train", "Done", signOff, scope}
	}
	for _, c := range []struct {
		signOff, scope any
		want           report.SignOff
		of             report.Scope
		problems       []string
	}{
		{"Agreed", "External", report.Agreed, report.External, []string{}},
		{"✓ Agreed", "• External", report.Agreed, report.External, []string{}},
		{"Agreed - 12/03/24", "Joint (Gwent Council)", report.Agreed, report.Joint, []string{}},
		{"✗ Agreed", "External?", report.NotAsked, report.Force, []string{"unknown-sign-off E2", "unknown-scope F2"}},
		{"☐ Agreed", "☐ External", report.NotAsked, report.Force, []string{"unknown-sign-off E2", "unknown-scope F2"}},
		{"Agreed subject to evidence", "External except training", report.NotAsked, report.Force, []string{"unknown-sign-off E2", "unknown-scope F2"}},
		{"75%", "100%", report.NotAsked, report.Force, []string{"unknown-sign-off E2", "unknown-scope F2"}},
		{"Agreed 75%", "External", report.NotAsked, report.External, []string{"unknown-sign-off E2"}},
	} {
		r, err := ReadBytes("m.xlsx", workbook(t, [][]any{heads, row(c.signOff, c.scope)}), options())
		require.NoError(t, err)
		rec := theOne(t, r)
		assert.Equal(t, c.want, rec.SignOff, c.signOff)
		assert.Equal(t, c.of, rec.Scope, c.scope)
		assert.Equal(t, c.problems, found(r), c.signOff)
		assert.Empty(t, argsOf(r, "unknown-sign-off")["Nearest"])
	}
}
