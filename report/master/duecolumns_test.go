package master

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"boardpack/report"
)

func TestReadDueHeading(t *testing.T) {
	t.Parallel()
	for heading, want := range map[string]dueHeading{
		"Due date": {dueAgreed, 0, true}, "Agreed date": {dueAgreed, 0, true}, "Agreed": {dueAgreed, 0, false}, "Planned completion": {dueAgreed, 0, true},
		"Original": {dueOriginal, 0, false}, "Original agreed date": {dueOriginal, 0, true}, "First target date": {dueOriginal, 0, true},
		"Previous target date": {duePrevious, 0, true}, "Previous date": {duePrevious, 0, false},
		"Revised 1": {dueRevised, 1, false}, "Revised date (2)": {dueRevised, 2, true}, "Rev3 due date": {dueRevised, 3, true}, "2nd revised date": {dueRevised, 2, true},
		"Revised deadline (if applicable)": {dueRevised, 0, true}, "New date": {dueRevised, 0, true}, "Updated date": {dueRevised, 0, false},
		"Updated target date": {dueRevised, 0, true}, "Extended": {dueExtended, 0, false}, "Extension date": {dueExtended, 0, true}, "Extended to": {dueExtended, 0, false},
		"Revised and agreed date": {}, "Current due date": {dueCurrent, 0, true}, "Latest date": {dueCurrent, 0, false}, "Forecast date": {dueCurrent, 0, true},
		"Date agreed": {}, "Date revised": {}, "Date of extension": {}, "Date due": {dueAgreed, 0, true}, "Dates agreed": {dueAgreed, 0, true},
		"No of revised dates": {}, "Revised no 2": {dueRevised, 2, false}, "Start date": {}, "Target start date": {}, "Date": {}, "Completion date": {},
		"Reason for revised date": {}, "Meeting due date": {}, "Status": {}, "Target 2024": {}, "": {}, "12": {},
		"Dyddiad targed gwreiddiol": {dueOriginal, 0, true}, "Dyddiad y cytunwyd arno": {dueAgreed, 0, true}, "Dyddiad diwygiedig 2": {dueRevised, 2, true},
		"Ail ddyddiad diwygiedig": {dueRevised, 2, true}, "Estyniad": {dueExtended, 0, false}, "Dyddiad estynedig": {dueExtended, 0, true},
		"Dyddiad targed cyfredol": {dueCurrent, 0, true}, "Dyddiad newydd": {dueRevised, 0, true}, "Dyddiad cwblhau wedi'i ddiwygio": {dueRevised, 0, true},
		"Dyddiad cyfarfod": {},
	} {
		assert.Equal(t, want, readDueHeading(heading), heading)
	}
}

// dueRow is a master of one recommendation: its due headings and what stands below each.
func dueRow(headings []any, cells ...any) [][]any {
	return [][]any{append(heads(), headings...), append(good(), cells...)}
}

// TestDueColumns has masters with several columns of due dates, and with one.
func TestDueColumns(t *testing.T) {
	t.Parallel()
	h := func(headings ...any) []any { return headings }
	reads := func(original, earlier, due string) func(*testing.T, *report.Register) {
		return func(t *testing.T, r *report.Register) {
			rec := theOne(t, r)
			var between []string
			for _, d := range rec.EarlierDue {
				between = append(between, d.String())
			}
			assert.Equal(t, []string{original, earlier, due}, []string{rec.OriginalDue.String(), strings.Join(between, " "), rec.Due.String()})
		}
	}
	note := []string{"due-columns E1"}
	runTraps(t, []trap{
		{name: "target and revised target", rows: dueRow(h("Target date", "Revised target date"), "31/12/2023", "31/03/2024"),
			want: note, figures: oneGood, check: reads("2023-12-31", "", "2024-03-31")},
		{name: "the revision empty", rows: dueRow(h("Target date", "Revised target date"), "31/12/2023"), want: note, figures: oneGood, check: reads("2023-12-31", "", "")},
		{name: "the revision first", rows: dueRow(h("Revised target date", "Target date"), "31/03/2024", "31/12/2023"),
			want: []string{"due-columns F1"}, figures: oneGood, check: reads("2023-12-31", "", "2024-03-31")},
		{name: "original and due, as in the blank master", rows: dueRow(h("Original due", "Due"), "31/12/2023", "31/03/2024"), figures: oneGood, check: reads("2023-12-31", "", "2024-03-31")},
		{name: "only an original", rows: dueRow(h("Original due date"), "31/12/2023"), figures: oneGood, check: func(t *testing.T, r *report.Register) {
			reads("2023-12-31", "", "")(t, r)
			assert.Equal(t, []report.Field{report.FieldRef, report.FieldTheme, report.FieldRecommendation, report.FieldStatus, report.FieldOriginalDue}, r.Columns)
		}},
		{name: "original and numbered revisions", rows: dueRow(h("Original", "Revised 2", "Revised 1"), "31/12/2023", "30/06/2024", "31/03/2024"),
			want: note, figures: oneGood, check: func(t *testing.T, r *report.Register) {
				reads("2023-12-31", "2024-03-31", "2024-06-30")(t, r)
				assert.Equal(t, []string{"Revised 2", "Revised 1"}, r.ExtraColumns, "the packs have one column for all revisions")
				assert.Equal(t, []string{"30/06/2024", "31/03/2024"}, theOne(t, r).Extra)
				assert.Equal(t, "F2", theOne(t, r).Cells.Of(report.FieldDue))
			}},
		{name: "a revision between left out", rows: dueRow(h("Original date", "Revised date 1", "Revised date 2", "Revised date 3"), "31/12/2023", nil, "30/06/2024", nil),
			want: note, figures: oneGood, check: func(t *testing.T, r *report.Register) {
				reads("2023-12-31", "", "2024-06-30")(t, r)
				assert.Equal(t, "G2", theOne(t, r).Cells.Of(report.FieldDue))
			}},
		{name: "agreed and extended", rows: dueRow(h("Agreed", "Extended"), "31/12/2023", "31/03/2024"), want: note, figures: oneGood, check: reads("2023-12-31", "", "2024-03-31")},
		{name: "agreed and extended that hold no dates", rows: dueRow(h("Agreed", "Extended"), "Yes", "No"), want: []string{"sign-off-doubtful E1"}, figures: oneGood, check: func(t *testing.T, r *report.Register) {
			assert.Equal(t, []string{"Agreed", "Extended"}, r.ExtraColumns)
		}},
		{name: "a day of agreement is no due date", want: []string{"column-of-dates E1"}, rows: dueRow(h("Date agreed", "Due"), "01/06/2023", "31/12/2023"), figures: oneGood, check: reads("", "", "2023-12-31")},
		{name: "over two rows", want: []string{"due-columns E2"}, figures: oneGood, check: reads("2023-12-31", "2024-03-31", "2024-06-30"),
			rows: [][]any{append(heads(), "Due date", nil, nil, "Owner"), {nil, nil, nil, nil, "Agreed", "Extended", "Extended 2", nil},
				append(good(), "31/12/2023", "31/03/2024", "30/06/2024", "Head of Learning")}},
		{name: "over two rows under a word of its own", want: []string{"due-columns E2"}, figures: oneGood, check: reads("2023-12-31", "", "2024-03-31"),
			rows: [][]any{append(heads(), "Dates", nil), {nil, nil, nil, nil, "Agreed", "Revised"}, append(good(), "31/12/2023", "31/03/2024")}},
		{name: "a target that is a number to be reached", rows: dueRow(h("Target", "Due date"), "95%", "31/12/2023"), want: []string{"duplicate-column E1"}, figures: oneGood,
			check: func(t *testing.T, r *report.Register) {
				reads("", "", "2023-12-31")(t, r)
				assert.Equal(t, []string{"95%"}, theOne(t, r).Extra)
			}},
		{name: "a target that is a date", rows: dueRow(h("Target", "Due date"), "30/09/2023", "31/12/2023"), want: note, figures: oneGood, check: reads("2023-09-30", "", "2023-12-31")},
		{name: "in Welsh", rows: dueRow(h("Dyddiad targed", "Dyddiad diwygiedig 1", "Dyddiad estynedig"), "31 Rhagfyr 2023", "31 Mawrth 2024", "30 Mehefin 2024"),
			want: note, figures: oneGood, check: reads("2023-12-31", "2024-03-31", "2024-06-30")},
		{name: "in Welsh over two rows", want: []string{"due-columns E2"}, figures: oneGood, check: reads("2023-12-31", "", "2024-03-31"),
			rows: [][]any{append(heads(), "Dyddiad targed", nil), {nil, nil, nil, nil, "Gwreiddiol", "Diwygiedig"}, append(good(), "31/12/2023", "31/03/2024")}},
		{name: "words in a revision", rows: dueRow(h("Original due", "Due"), "31/12/2023", "June 2024"), want: []string{"due-in-words F2"}, figures: oneGood,
			check: func(t *testing.T, r *report.Register) {
				reads("2023-12-31", "", "2024-06-30")(t, r)
				assert.Equal(t, "June 2024", theOne(t, r).DueAsWritten)
			}},
		{name: "words that say that there is none yet", rows: dueRow(h("Original due", "Due"), "31/12/2023", "TBC"), figures: oneGood, check: reads("2023-12-31", "", "")},
		{name: "the same in Welsh", rows: dueRow(h("Dyddiad targed gwreiddiol", "Dyddiad diwygiedig"), "31/12/2023", "fel o’r blaen"), want: note, figures: oneGood,
			check: reads("2023-12-31", "", "")},
		{name: "no date anywhere", rows: dueRow(h("Original due", "Due"), nil, "TBC"), want: []string{"unreadable-date F2"}, figures: oneGood, check: reads("", "", "")},
		{name: "a word without a date beside the original", rows: dueRow(h("Original due", "Due"), "31/12/2023", "ongoing"), want: []string{"unreadable-date F2"},
			figures: oneGood, check: reads("2023-12-31", "", "")},
		{name: "a placeholder beside the original", rows: dueRow(h("Original due", "Due"), "31/12/2023", "9999-12-31"), want: []string{"placeholder-date F2"},
			figures: oneGood, check: reads("2023-12-31", "", "")},
		{name: "a CSV file", csv: "Ref,Theme,Recommendation,Status,Target date,Revised target date,Extended\n1,Training,Train,In progress,31/12/2023,n/a,\n", want: note,
			figures: oneGood, check: reads("2023-12-31", "", "")},
		{name: "a column of the template's own", rows: dueRow(h("Due by", "Deadline"), "31/12/2023", "31/03/2024"), want: note, figures: oneGood,
			check: reads("2023-12-31", "", "2024-03-31")},
	})
}

// TestDueIsTheOriginalWhereNoneIsRevised builds the packs of masters with and without revisions: what is overdue and how often it moved.
func TestDueIsTheOriginalWhereNoneIsRevised(t *testing.T) {
	t.Parallel()
	row := func(ref string, dates ...any) []any {
		return append([]any{ref, "Training", "Thing " + ref, "In progress"}, dates...)
	}
	for _, c := range []struct {
		name    string
		rows    [][]any
		overdue int
		undated int
		dues    string // due and times moved of each
		settled string
	}{
		{"the revision empty in some rows", [][]any{append(heads(), "Original due date", "Revised date"),
			row("1", "31/05/2023"), row("2", "30/06/2023", "n/a"), row("3", "30/06/2024", "as before"), row("4", "30/06/2023", "30/09/2024")},
			2, 0, "2023-05-31 0, 2023-06-30 0, 2024-06-30 0, 2024-09-30 1", "3"},
		{"only an original", [][]any{append(heads(), "Original due date"), row("1", "31/05/2023"), row("2", "30/09/2023"), row("3")}, 1, 1, "2023-05-31 0, 2023-09-30 0,  0", "2"},
		{"three revisions", [][]any{append(heads(), "Original", "Revised 1", "Revised 2", "Revised 3"),
			row("1", "31/03/2023", "30/04/2023", "31/05/2023", "30/06/2024"), row("2", "31/03/2023", "31/03/2023", "31/05/2023")}, 1, 0, "2024-06-30 3, 2023-05-31 1", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			register, err := ReadBytes("m.xlsx", workbook(t, c.rows), options())
			require.NoError(t, err)
			pack, err := report.Build(register, nil, &report.Rules{Themes: themes(), DueSoonDays: 60})
			require.NoError(t, err)
			var dues []string
			for i := range pack.Positions {
				dues = append(dues, pack.Positions[i].Due.String()+" "+string(rune('0'+pack.Positions[i].TimesMoved)))
			}
			assert.Equal(t, c.dues, strings.Join(dues, ", "))
			assert.Equal(t, c.overdue, pack.All.N(report.Overdue))
			assert.Equal(t, c.undated, pack.All.N(report.NoDate))
			settled := ""
			for _, p := range pack.Problems {
				if p.Code == "due-is-original" {
					settled += p.Args["Rows"]
				}
				assert.NotEqual(t, report.Warning, p.Level, p.Code)
			}
			assert.Equal(t, c.settled, settled)
		})
	}
}

// TestMonthAndYearFormats has date cells that show only a month or a year.
func TestMonthAndYearFormats(t *testing.T) {
	t.Parallel()
	asAt := func(f *excelize.File) {
		_, err := f.NewSheet("About")
		must(err)
		must(f.SetSheetRow("About", "A1", &[]any{"As at", "2024-03-15"}))
	}
	for _, c := range []struct {
		heading, format string
		serial          any
		want            string
	}{
		{"Due", "mmm-yy", 45352, "2024-03-31"}, {"Due", "mmmm yyyy", 45352, "2024-03-31"}, {"Due", "mm/yyyy", 45323, "2024-02-29"}, {"Due", "yyyy", 45292, "2024-12-31"},
		{"Due", "[$-809]mmmm\\ yyyy;@", 45352, "2024-03-31"}, {"Due", "mmmm", 45352, "2024-03-31"}, {"Due", "d-mmm", 45352, "2024-03-01"},
		{"Due", "dd/mm/yyyy hh:mm", 45352.5, "2024-03-01"}, {"Due", "ddd", 45352, "2024-03-01"}, {"Due", "yyyy-mm-dd", 45352, "2024-03-01"},
		{"Completed", "mmm-yy", 45323, "2024-02-29"}, {"Completed", "mmm-yy", 45352, "2024-03-15"}, {"Completed", "mmm-yy", 45383, "2024-04-30"},
		{"Completed", "yyyy", 45292, "2024-03-15"}, {"Completed", "dd/mm/yyyy", 45366, "2024-03-15"}, {"Completed", "dd/mm/yyyy", 45367, "2024-03-16"},
		{"Updated", "mmm-yy", 45352, "2024-03-15"}, {"Completed", "", "March 2024", "2024-03-15"}, {"Completed", "", "Chwefror 2024", "2024-02-29"}, {"Completed", "", "2023", "2023-12-31"},
		{"Original due", "mmm-yy", 45352, "2024-03-31"},
	} {
		rows := [][]any{append(heads(), c.heading), append(good(), c.serial)}
		change := []func(*excelize.File){asAt}
		if c.format != "" {
			change = append(change, looks("Recommendations", "E2", c.format))
		}
		register, err := ReadBytes("m.xlsx", workbook(t, rows, change...), options())
		require.NoError(t, err)
		rec := theOne(t, register)
		got := map[string]report.Date{"Due": rec.Due, "Completed": rec.Completed, "Updated": rec.Updated, "Original due": rec.OriginalDue}[c.heading]
		assert.Equal(t, c.want, got.String(), "%s %s %v", c.heading, c.format, c.serial)
		assert.Empty(t, found(register), "%s %s %v", c.heading, c.format, c.serial)
	}
}

// TestPlaceholders has dates on both sides of what can be meant: published on 1 June 2023, as at 30 September 2023.
func TestPlaceholders(t *testing.T) {
	t.Parallel()
	for _, published := range []bool{true, false} {
		var sheets []func(*excelize.File)
		first, before := "2018-09-30", "2018-09-29"
		if published {
			first, before = "2018-06-01", "2018-05-31"
			sheets = append(sheets, func(f *excelize.File) {
				_, err := f.NewSheet("About")
				must(err)
				must(f.SetSheetRow("About", "A1", &[]any{"Published", "1 June 2023"}))
			})
		}
		for text, plausible := range map[string]bool{first: true, before: false, "2038-09-30": true, "2038-10-01": false, "01/01/1900": false, "1970-01-01": false, "31/12/9999": false,
			"31 December 2099": false, "2099": false, "Rhagfyr 1999": false, "Autumn 2024": true, "Q1 2050": false} {
			register, err := ReadBytes("m.xlsx", workbook(t, dueRow([]any{"Due"}, text), sheets...), options())
			require.NoError(t, err)
			assert.Equal(t, plausible, !theOne(t, register).Due.IsZero(), text)
			if !plausible {
				assert.Contains(t, []map[string]string{argsOf(register, "placeholder-date"), argsOf(register, "unreadable-date")},
					map[string]string{"Text": text, "Column": "Due"}, text)
			}
		}
	}
}

// TestPlaceholdersOfWhatIsDone holds that a register that is kept for decades keeps its dates, and loses those that no one typed.
func TestPlaceholdersOfWhatIsDone(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{"01/05/1996": "1996-05-01", "01/01/1971": "1971-01-01", "31/12/1970": "", "1970-01-01": "", "01/01/1900": "",
		"30/09/2023": "2023-09-30", "30/09/2038": "2038-09-30", "01/10/2038": "", "May 1996": "1996-05-31", "9999-12-31": ""} {
		register, err := ReadBytes("m.csv", keepMade(t, ".csv", []byte("Ref,Theme,Recommendation,Status,Completed\n1,Training,Train,Done,"+text)), options())
		require.NoError(t, err)
		assert.Equal(t, want, theOne(t, register).Completed.String(), text)
		if want == "" {
			assert.Equal(t, text, argsOf(register, "placeholder-date")["Text"])
		}
	}
}
