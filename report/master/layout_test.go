package master

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"boardpack/report"
	"boardpack/report/ooxml"
)

const oneGood = "in_progress 1; training 1"

// TestWhereTheTableIs has masters whose headings stand somewhere else, or are called something else.
func TestWhereTheTableIs(t *testing.T) {
	t.Parallel()
	deep := make([][]any, 0, 52)
	for len(deep) < 49 {
		deep = append(deep, []any{"A note above the table"})
	}
	runTraps(t, []trap{
		{name: "title and notes above", figures: oneGood,
			rows: [][]any{{"Stalking and harassment"}, nil, {"Updated monthly", "by the team"}, nil, heads(), good()}},
		{name: "headings in row 50", figures: oneGood, rows: append(append([][]any{}, deep...), heads(), good())},
		{name: "columns in another order, with others between", figures: oneGood,
			rows: [][]any{{nil, "Status", "RAG", "Recommendation", "Ref", "Theme"}, {nil, "In progress", "G", "Train", "1", "Training"}},
			check: func(t *testing.T, r *report.Register) {
				assert.Equal(t, []report.Field{report.FieldStatus, report.FieldRecommendation, report.FieldRef, report.FieldTheme}, r.Columns)
				assert.Equal(t, []string{"RAG"}, r.ExtraColumns)
				assert.Equal(t, []string{"G"}, theOne(t, r).Extra)
			}},
		{name: "headings in capitals, spaced, with accents and punctuation", figures: oneGood,
			rows: [][]any{{"REF.", " théme ", "Recommendation\n text:", "STATUS\u00a0"}, good()}},
		{name: "headings over two rows", figures: oneGood,
			rows: [][]any{{"Ref", "Theme", "Recommendation", "Status", "Due", nil, "Sign", nil}, {nil, nil, nil, nil, "Original", "Target date", "-off", "Notes"},
				{"1", "Training", "Train", "In progress", "01/09/2023", "01/10/2023", "agreed", "n"}},
			check: func(t *testing.T, r *report.Register) {
				rec := theOne(t, r)
				assert.Equal(t, "2023-09-01", rec.OriginalDue.String())
				assert.Equal(t, "2023-10-01", rec.Due.String())
				assert.Equal(t, report.Agreed, rec.SignOff)
				assert.Equal(t, []string{"Sign Notes"}, r.ExtraColumns)
			}},
		{name: "a first row of data that reads like headings", figures: "complete 1; training 1",
			rows: [][]any{{"Ref", "Theme", "Recommendation", "Status", "Outcome"}, {"1", "Training", "Update", "Closed", "Evidence"}}},
		{name: "two columns of the same heading", want: []string{"duplicate-column E1"}, figures: oneGood,
			rows: [][]any{append(heads(), "Status"), append(good(), "Complete")},
			check: func(t *testing.T, r *report.Register) {
				assert.Equal(t, "D1", argsOf(r, "duplicate-column")["TakenCell"])
				assert.Equal(t, []string{"Complete"}, theOne(t, r).Extra)
			}},
		{name: "two columns of the same meaning, the better known second", want: []string{"duplicate-column A1"}, figures: oneGood,
			rows:  [][]any{{"No", "Ref", "Theme", "Recommendation", "Status"}, {"999", "1", "Training", "Train", "In progress"}},
			check: func(t *testing.T, r *report.Register) { assert.Equal(t, "1", theOne(t, r).Ref) }},
		{name: "a filled column without heading", want: []string{"no-heading F1"}, figures: oneGood,
			rows: [][]any{heads(), append(good(), nil, "ask finance")},
			check: func(t *testing.T, r *report.Register) {
				assert.Equal(t, []string{"Column F"}, r.ExtraColumns)
				assert.Equal(t, []string{"ask finance"}, theOne(t, r).Extra)
			}},
		{name: "a hidden column", want: []string{"hidden-column D1"}, figures: oneGood, rows: [][]any{heads(), good()},
			change: func(f *excelize.File) { must(f.SetColVisible("Recommendations", "D", false)) }},
		{name: "parts that say nothing of rows, broken", figures: "in_progress 2; training 2",
			parts: map[string]string{"docProps/core.xml": "<a><b>", "customXml/item1.xml": "\xff\xfe<\x00a\x00"}},
		{name: "an Excel table below row 50", figures: oneGood,
			rows: append(append([][]any{}, deep...), []any{"more"}, []any{"more"}, heads(), good()),
			change: func(f *excelize.File) {
				must(f.AddTable("Recommendations", &excelize.Table{Range: "A52:D53", Name: "Recs"}))
			}},
		{name: "a filter that begins with the second of two rows of headings", figures: oneGood,
			rows:   [][]any{heads(), heads(), good()},
			change: func(f *excelize.File) { must(f.AutoFilter("Recommendations", "A2:D3", nil)) }},
		{name: "no theme column, but headings that roll up", figures: "in_progress 2; perpetrators 1, not_matched 1",
			rows: [][]any{{"Ref", "Section", "Recommendation", "Status"}, {"1", "Perpetrator monitoring", "Watch", "In progress"}, {"2", "Custody", "Hold", "In progress"}},
			want: []string{"empty-theme A3"}},
	})
}

// TestRowsThatAreNoRecommendation has masters with totals, headings, notes and blanks between the rows.
func TestRowsThatAreNoRecommendation(t *testing.T) {
	t.Parallel()
	runTraps(t, []trap{
		{name: "blank rows between", figures: "in_progress 2; training 2",
			rows:  [][]any{heads(), good(), nil, nil, {"2", "Training", "Train more", "In progress"}},
			check: func(t *testing.T, r *report.Register) { assert.Equal(t, 5, r.Recommendations[1].Row) }},
		{name: "a totals row", figures: oneGood, want: []string{"total-row A3"},
			rows: [][]any{heads(), good(), {"Total", nil, 1}}},
		{name: "subtotals", figures: "in_progress 2; training 2", want: []string{"total-row B3", "total-row B5"},
			rows: [][]any{heads(), good(), {nil, "Sub-total: training", nil, 1}, {"2", "Training", "More", "In progress"}, {nil, "GRAND TOTAL", nil, 2}}},
		{name: "an Excel table's totals row", figures: oneGood, want: []string{"total-row C3"},
			rows: [][]any{heads(), good(), {nil, nil, 1, 2}},
			change: func(f *excelize.File) {
				must(f.AddTable("Recommendations", &excelize.Table{Range: "A1:D2", Name: "Recs"}))
				part, _ := f.Pkg.Load("xl/tables/table1.xml")
				f.Pkg.Store("xl/tables/table1.xml", []byte(replaced(string(part.([]byte)), `ref="A1:D2"`, `ref="A1:D3" totalsRowCount="1"`)))
			}},
		{name: "a recommendation that begins with the word total", figures: oneGood,
			rows: [][]any{{"Recommendation", "Ref", "Theme", "Status"}, {"Total funding should rise", "1", "Training", "In progress"}}},
		{name: "headings repeated for printing", figures: "in_progress 2; training 2", want: []string{"header-again A3"},
			rows: [][]any{heads(), good(), heads(), {"2", "Training", "More", "In progress"}}},
		{name: "themes as heading rows", figures: "in_progress 3; training 2, victims 1",
			rows: [][]any{heads(), {"TRAINING:"}, {"1", nil, "a", "In progress"}, {"2", nil, "b", "In progress"}, {"Theme 2: Victims"}, {"3", nil, "c", "In progress"}}},
		{name: "themes as heading rows, without a theme column", figures: "in_progress 2; data 1, victims 1",
			rows: [][]any{{"Ref", "Recommendation", "Status"}, {"Data"}, {"1", "a", "In progress"}, {nil, "2. Victims"}, {"2", "b", "In progress"}}},
		{name: "themes as heading rows and in the column too", figures: "in_progress 2; training 2",
			rows: [][]any{heads(), {"Training"}, {"1", "Training", "a", "In progress"}, {"2", "Training", "b", "In progress"}}},
		{name: "a row with its theme alone", figures: "in_progress 2; data 1, victims 1", want: []string{"row-not-counted B3"},
			rows: [][]any{heads(), {"1", "Data", "a", "In progress"}, {nil, "Training"}, {"2", "Victims", "b", "In progress"}}},
		{name: "a heading row of no known theme", figures: "in_progress 2; training 1, not_matched 1",
			want: []string{"row-not-counted A4", "unknown-theme B5"},
			rows: [][]any{heads(), {"Training"}, {"1", nil, "a", "In progress"}, {"Custody"}, {"2", nil, "b", "In progress"}}},
		{name: "a footnote", figures: oneGood, want: []string{"note-row A4"},
			rows: [][]any{heads(), good(), nil, {"Source: the commissioner's review of June 2023"}}},
		{name: "a status dragged down too far", figures: oneGood, want: []string{"action-row D3"},
			rows: [][]any{heads(), good(), {nil, nil, nil, "In progress"}}},
		{name: "a hidden row", figures: "in_progress 2; training 2", want: []string{"hidden-row A3"},
			rows:   [][]any{heads(), good(), {"2", "Training", "More", "In progress"}},
			change: func(f *excelize.File) { must(f.SetRowVisible("Recommendations", 3, false)) },
			check:  func(t *testing.T, r *report.Register) { assert.True(t, r.Recommendations[1].Hidden) }},
		{name: "a theme merged down a block", figures: "in_progress 3; training 2, victims 1",
			rows:   [][]any{heads(), {"1", "Training", "a", "In progress"}, {"2", nil, "b", "In progress"}, {"3", "Victims", "c", "In progress"}},
			change: func(f *excelize.File) { must(f.MergeCell("Recommendations", "B2", "B3")) }},
		{name: "a source merged over more rows than are filled", figures: "in_progress 2; training 2",
			rows:   [][]any{append(heads(), "Source"), append(good(), "Review"), {"2", "Training", "b", "In progress"}},
			change: func(f *excelize.File) { must(f.MergeCell("Recommendations", "E2", "E9")) },
			check:  func(t *testing.T, r *report.Register) { assert.Equal(t, "Review", r.Recommendations[1].Source) }},
		{name: "a theme block merged across", figures: oneGood,
			rows:   [][]any{heads(), {"Training"}, {"1", nil, "a", "In progress"}},
			change: func(f *excelize.File) { must(f.MergeCell("Recommendations", "A2", "D2")) }},
		{name: "one recommendation over two rows", figures: oneGood, want: []string{"merged-row A3"},
			rows:   [][]any{heads(), good(), {nil, nil, "and staff"}},
			change: func(f *excelize.File) { must(f.MergeCell("Recommendations", "A2", "A3")) },
			check: func(t *testing.T, r *report.Register) {
				assert.Equal(t, "Train the officers\nand staff", theOne(t, r).Text["en"])
			}},
		{name: "a row with a recommendation alone", figures: "unrecognised 1; not_matched 1",
			want: []string{"no-ref A2", "empty-theme B2", "empty-status D2"}, rows: [][]any{heads(), {nil, nil, "Train"}}},
		{name: "a row with a ref alone", figures: "unrecognised 1; not_matched 1",
			want: []string{"empty-theme B2", "empty-status D2"}, rows: [][]any{heads(), {"PR1"}}},
		{name: "a formatted cell in the last row of the sheet", figures: "in_progress 2; training 2",
			parts: map[string]string{"xl/worksheets/sheet1.xml": replaced(plainParts()["xl/worksheets/sheet1.xml"], `</sheetData>`,
				`<row r="1048576"><c r="A1048576" s="1"/><c r="XFD1048576" s="1"/></row></sheetData>`)}},
	})
}

// TestWhichSheet has workbooks with several sheets.
func TestWhichSheet(t *testing.T) {
	t.Parallel()
	other := func(name string, rows [][]any) func(f *excelize.File) {
		return func(f *excelize.File) {
			_, err := f.NewSheet(name)
			must(err)
			fill(t, f, name, rows)
		}
	}
	runTraps(t, []trap{
		{name: "another table, of another name", want: []string{"table-read-already A1"}, figures: oneGood,
			rows: [][]any{heads(), good()}, change: other("Old", [][]any{heads(), good(), good(), good()})},
		{name: "a lookup list beside the table", figures: oneGood,
			rows: [][]any{heads(), good()}, change: other("Lists", [][]any{{"Status", "Theme"}, {"In progress", "Training"}})},
		{name: "no sheet of a known name", want: []string{"table-read-already A1"}, figures: "in_progress 2; training 2",
			rows: [][]any{heads(), good()}, change: func(f *excelize.File) {
				must(f.SetSheetName("Recommendations", "Sheet1"))
				other("Sheet2", [][]any{heads(), good(), {"2", "Training", "b", "In progress"}})(f)
			},
			check: func(t *testing.T, r *report.Register) { assert.Equal(t, "Sheet2", r.Sheet) }},
		{name: "two alike", want: []string{"table-read-already A1"}, figures: oneGood,
			rows: [][]any{heads(), good()}, change: func(f *excelize.File) {
				must(f.SetSheetName("Recommendations", "Sheet1"))
				other("Sheet2", [][]any{heads(), good()})(f)
			},
			check: func(t *testing.T, r *report.Register) { assert.Equal(t, "Sheet1", r.Sheet) }},
		{name: "the known name, without the needed columns", want: []string{"table-read-already A1"}, figures: "in_progress 1; victims 1",
			rows: [][]any{{"Ref", "Recommendation"}, {"1", "a"}}, change: other("September", [][]any{heads(), {"1", "Victims", "b", "In progress"}})},
		{name: "the known name, with themes as heading rows, beside a hidden table", want: []string{"table-read-already A1"}, figures: oneGood,
			rows: [][]any{{"Ref", "Recommendation", "Status"}, {"Training"}, {"1", "Train the officers", "In progress"}}, change: func(f *excelize.File) {
				other("Old", [][]any{heads(), good(), good()})(f)
				must(f.SetSheetVisible("Old", false))
			}},
		{name: "a list that is no master", figures: oneGood,
			rows: [][]any{heads(), good()}, change: other("Meetings", [][]any{{"Ref", "Status"}, {"1", "held"}})},
		{name: "the only table hidden", want: []string{"hidden-sheet "}, figures: oneGood,
			rows: [][]any{heads(), good()}, change: func(f *excelize.File) {
				other("Cover", [][]any{{"A cover"}})(f)
				f.SetActiveSheet(1)
				must(f.SetSheetVisible("Recommendations", false))
			}},
		{name: "a hidden copy", want: []string{"table-read-already A1"}, figures: oneGood,
			rows: [][]any{heads(), good(), good()}, change: func(f *excelize.File) {
				other("Live", [][]any{heads(), good()})(f)
				f.SetActiveSheet(1)
				must(f.SetSheetVisible("Recommendations", false))
			}},
		{name: "a named range of a known name", want: []string{"table-read-already A1"}, figures: oneGood,
			rows: [][]any{heads(), good(), good()}, change: func(f *excelize.File) {
				must(f.SetSheetName("Recommendations", "Sheet1"))
				other("Data", [][]any{heads(), good()})(f)
				must(f.SetDefinedName(&excelize.DefinedName{Name: "Tracker", RefersTo: "Data!$A$1:$D$2"}))
			},
			check: func(t *testing.T, r *report.Register) { assert.Equal(t, "Data", r.Sheet) }},
		{name: "a long sheet of other data", figures: oneGood, rows: [][]any{heads(), good()},
			change: func(f *excelize.File) {
				other("Crimes", nil)(f)
				for i := range 300 {
					must(f.SetCellValue("Crimes", ooxml.CellName(1+i%7, 1+i), i))
				}
			}},
		{name: "an About sheet with slips in it", figures: oneGood, rows: [][]any{heads(), good()},
			want:   []string{"unknown-about-key A3", "unreadable-date B4", "not-yes-or-no B5", "repeated-about-key A6"},
			change: other("About", [][]any{{"About this register"}, {"Title", "Custody"}, {"Colour", "blue"}, {"As at", "soon"}, {"Draft", "perhaps"}, {"Title", "Again"}}),
			check: func(t *testing.T, r *report.Register) {
				assert.Equal(t, report.Text{"en": "Custody"}, r.About.Title)
				assert.True(t, r.About.Draft)
				assert.Equal(t, "2023-09-30", r.AsAt.String())
			}},
		{name: "a sheet of lists, with words of the About sheet in it", figures: oneGood, rows: [][]any{heads(), good()},
			change: other("Lists", [][]any{{"Force", "Training"}, {"Board", "Data"}, {"Partner", "Victims"}, {"National", "High"}, {"Nobody", "Low"}}),
			check:  func(t *testing.T, r *report.Register) { assert.True(t, r.About.Organisation.IsEmpty()) }},
		{name: "an About sheet of another name, in columns B and D", figures: oneGood, rows: [][]any{heads(), good()},
			change: other("Front", [][]any{nil, {nil, "Title:", nil, "Custody"}, {nil, "AS AT", nil, "31 August 2023"}}),
			check:  func(t *testing.T, r *report.Register) { assert.Equal(t, "2023-08-31", r.AsAt.String()) }},
	})
}

// must is for steps of a test's workbook that cannot fail.
func must(err error) {
	if err != nil {
		panic(err)
	}
}

func TestMissingColumns(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name string
		rows [][]any
		code string
		want string
	}{
		{"no status", [][]any{{"Ref", "Theme", "Recommendation"}, {"1", "Data", "a"}}, "missing-column",
			"m.xlsx: Recommendations: there is no column Status (the headings in row 1: Ref; Theme; Recommendation): add it, or add your own heading for it to “columns” in the template; this command drafts them (an arrow shows what it would use a heading for): boardpack init DIR --from m.xlsx"},
		{"a slip", [][]any{{"x"}, {"Ref", "Theme", "Recommendation", "Stauts"}, {"1", "Data", "a", "Open"}}, "missing-column-like",
			"m.xlsx: Recommendations!D2: there is no column Status, but the heading “Stauts” is like it (the headings in row 2: Ref; Theme; Recommendation; Stauts): correct the heading, or add it to “columns” in the template"},
		{"no headings", [][]any{{"1", "Data", "a", "Open"}}, "no-table",
			"m.xlsx: no sheet has a table of recommendations: no row among the first 50 of any sheet has the column headings: " +
				"put the headings Ref, Theme, Recommendation, Status in one row above the data, or add your own headings to “columns” in the template"},
		{"no rows", [][]any{heads(), {"A note"}}, "no-rows",
			"m.xlsx: Recommendations: there is no recommendation below the headings in row 1: enter the recommendations, or remove the file from the month's folder"},
	} {
		t.Run(c.name, func(t *testing.T) {
			register, err := ReadBytes("in/m.xlsx", workbook(t, c.rows), options())
			var u *Unusable
			require.ErrorAs(t, err, &u)
			assert.Nil(t, register)
			assert.Equal(t, c.code, u.Problem.Code)
			assert.Equal(t, report.Failure, u.Problem.Level)
			assert.Equal(t, c.want, err.Error())
		})
	}
}
