package master

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/xuri/excelize/v2"

	"boardpack/report"
)

// struckCells strikes cells through as a whole.
func struckCells(cells ...string) func(f *excelize.File) {
	return func(f *excelize.File) {
		id, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Strike: true}})
		must(err)
		for _, cell := range cells {
			must(f.SetCellStyle("Recommendations", cell, cell, id))
		}
	}
}

// struckIn writes a text of which the first part is struck through.
func struckIn(cell, gone, left string) func(f *excelize.File) {
	return func(f *excelize.File) {
		must(f.SetCellRichText("Recommendations", cell, []excelize.RichTextRun{{Text: gone, Font: &excelize.Font{Strike: true}}, {Text: left, Font: &excelize.Font{Bold: true}}}))
	}
}

// TestStruckThrough has dates, texts and rows that are struck through, in whole and in part.
func TestStruckThrough(t *testing.T) {
	t.Parallel()
	two := [][]any{append(heads(), "Original due", "Due", "Completed", "Progress note", "Owner"),
		append(good(), "31/12/2023", "31/03/2024", nil, "Begun", "Head of Learning"), {"2", "Training", "Train more", "Done", "31/12/2023", nil, "01/09/2023"}}
	all := func(changes ...func(*excelize.File)) func(*excelize.File) {
		return func(f *excelize.File) {
			for _, change := range changes {
				change(f)
			}
		}
	}
	both := "complete 1, in_progress 1; training 2"
	first := func(check func(t *testing.T, rec report.Recommendation)) func(*testing.T, *report.Register) {
		return func(t *testing.T, r *report.Register) { check(t, r.Recommendations[0]) }
	}
	runTraps(t, []trap{
		{name: "an old date beside the new one", rows: two, change: struckIn("F2", "31/03/2024 ", "30/06/2024"), want: []string{"struck-text F2"}, figures: both,
			check: first(func(t *testing.T, rec report.Recommendation) { assert.Equal(t, "2024-06-30", rec.Due.String()) })},
		{name: "a date in words after a struck one", rows: two, change: struckIn("F2", "Mar-24 ", "Mehefin 2024"), want: []string{"struck-text F2", "due-in-words F2"}, figures: both,
			check: first(func(t *testing.T, rec report.Recommendation) { assert.Equal(t, "2024-06-30", rec.Due.String()) })},
		{name: "a revision struck through: the original counts", rows: two, change: struckCells("F2"), want: []string{"struck-text F2"}, figures: both,
			check: first(func(t *testing.T, rec report.Recommendation) {
				assert.Equal(t, []string{"2023-12-31", ""}, []string{rec.OriginalDue.String(), rec.Due.String()})
			})},
		{name: "a completed date struck through", rows: two, change: struckCells("G3"), want: []string{"struck-text G3"}, figures: both,
			check: func(t *testing.T, r *report.Register) { assert.True(t, r.Recommendations[1].Completed.IsZero()) }},
		{name: "an owner struck through for another", rows: two, change: struckIn("I2", "Head of Learning ", "Head of Data"), want: []string{"struck-text I2"}, figures: both,
			check: first(func(t *testing.T, rec report.Recommendation) { assert.Equal(t, "Head of Data", rec.Owner) })},
		{name: "notes struck through in part", rows: two, change: all(struckIn("H2", "We will begin. ", "Begun"), struckIn("H3", "Soon. ", "Done")), want: []string{"struck-prose H2"}, figures: both,
			check: func(t *testing.T, r *report.Register) {
				assert.Equal(t, "Begun", r.Recommendations[0].Progress["en"])
				assert.Equal(t, map[string]string{"Rows": "2", "Column": "Progress note"}, argsOf(r, "struck-prose"))
			}},
		{name: "a recommendation struck through keeps its text", rows: two, change: struckCells("C2"), figures: both,
			check: first(func(t *testing.T, rec report.Recommendation) { assert.Equal(t, "Train the officers", rec.Text["en"]) })},
		{name: "a ref struck through for another", rows: two, change: struckIn("A2", "1 ", "1a"), want: []string{"struck-text A2"}, figures: both,
			check: first(func(t *testing.T, rec report.Recommendation) { assert.Equal(t, "1a", rec.Ref) })},
		{name: "a row as a whole", rows: two, change: struckCells("A2", "B2", "C2", "D2", "E2", "F2", "H2", "I2"), want: []string{"struck-row A2"}, figures: both,
			check: func(t *testing.T, r *report.Register) {
				assert.Equal(t, report.Warning, r.Problems[0].Level)
				assert.Equal(t, "2024-03-31", r.Recommendations[0].Due.String(), "it is read as it stands")
			}},
		{name: "a row that is done, as a whole", rows: two, change: struckCells("A3", "B3", "C3", "D3", "E3", "G3"), want: []string{"struck-row A3"}, figures: both,
			check: func(t *testing.T, r *report.Register) { assert.Equal(t, report.Note, r.Problems[0].Level) }},
		{name: "a ref and its text alone", rows: two, change: struckCells("A2", "C2"), want: []string{"struck-row A2"}, figures: both},
		{name: "a row but for its status", rows: two, change: struckCells("A2", "B2", "C2", "E2", "F2", "H2", "I2"), want: []string{"struck-row A2"}, figures: both,
			check: first(func(t *testing.T, rec report.Recommendation) { assert.Equal(t, report.InProgress, rec.State) })},
	})
}
