package master

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"boardpack/report"
	"boardpack/report/reporttest"
)

// numbered makes rows of the needed columns, with refs from one number to another.
func numbered(from, to int, theme, status string) [][]any {
	var out [][]any
	for n := from; n <= to; n++ {
		out = append(out, []any{fmt.Sprint(n), theme, fmt.Sprintf("Recommendation %d", n), status})
	}
	return out
}

// under puts rows below headings, with blank rows between where there are several.
func under(parts ...[][]any) [][]any {
	var out [][]any
	for i, part := range parts {
		if i > 0 {
			out = append(out, nil)
		}
		out = append(out, part...)
	}
	return out
}

func with(headings []any, rows [][]any) [][]any { return append([][]any{headings}, rows...) }

// namedRows are the rows of a sheet.
type namedRows struct {
	name string
	rows [][]any
}

// sheetsOf makes a workbook of sheets.
func sheetsOf(list ...namedRows) func(t *testing.T) []byte {
	return func(t *testing.T) []byte {
		return workbook(t, list[0].rows, func(f *excelize.File) {
			must(f.SetSheetName("Recommendations", list[0].name))
			for _, s := range list[1:] {
				_, err := f.NewSheet(s.name)
				must(err)
				fill(t, f, s.name, s.rows)
			}
		})
	}
}

func oneSheet(rows [][]any) func(t *testing.T) []byte {
	return sheetsOf(namedRows{"Recommendations", rows})
}

// shipped are the options with the words of the shipped template.
func shipped(t testing.TB) Options {
	t.Helper()
	template := reporttest.Shipped(t)
	return Options{Month: report.Month{Year: 2023, Month: 9}, Vocabulary: &template.Vocabulary, Rules: &template.Rules}
}

// addressesOf lists where the recommendations stand.
func addressesOf(r *report.Register) string {
	var out []string
	for i := range r.Recommendations {
		out = append(out, r.Address(&r.Recommendations[i], report.FieldRef))
	}
	return strings.Join(out, " ")
}

// TestSeveralTables has masters with more than one table of recommendations, on one sheet or several: every row is read, or the
// master is refused.
func TestSeveralTables(t *testing.T) {
	t.Parallel()
	wider := append(heads(), "Owner", "Due")
	welsh := []any{"Cyf", "Thema", "Argymhelliad", "Statws"}
	open, shut := numbered(1, 3, "Training", "In progress"), numbered(4, 9, "Data", "Complete")
	old := func(name string, to int) namedRows {
		return namedRows{name, with(heads(), numbered(1, to, "Data", "Open"))}
	}
	bare := func(rows [][]any) [][]any { // without the theme
		out := [][]any{{"Ref", "Recommendation", "Status"}}
		for _, r := range rows {
			out = append(out, []any{r[0], fmt.Sprint(r[1], r[2]), r[3]})
		}
		return out
	}
	var deep [][]any
	for len(deep) < 70 {
		deep = append(deep, []any{"A note"})
	}
	for _, c := range []struct {
		name    string
		data    func(t *testing.T) []byte
		figures string
		at      string // where the recommendations stand; "" where the case does not ask
		want    []string
		refused string
	}{
		{name: "a wider table below", data: oneSheet(under(with(heads(), open), with(wider, shut))), figures: "complete 6, in_progress 3; training 3, data 6",
			at: "A2 A3 A4 A7 A8 A9 A10 A11 A12", want: []string{"tables-together "}},
		{name: "a narrower table below", data: oneSheet(under(with(wider, open), with(heads(), shut))), figures: "complete 6, in_progress 3; training 3, data 6", want: []string{"tables-together "}},
		{name: "a table below with its columns in another order", figures: "complete 1, in_progress 3; training 3, victims 1", want: []string{"tables-together "},
			data: oneSheet(under(with(heads(), open), [][]any{{"Status", "Recommendation", "Theme", "Ref"}, {"Closed", "Ask them", "Victims", "12"}}))},
		{name: "a table beyond row 50", data: oneSheet(append(append(with(heads(), numbered(1, 60, "Data", "Open")), nil), with(wider, numbered(61, 62, "Data", "Open"))...)),
			figures: "in_progress 62; data 62", want: []string{"tables-together "}},
		{name: "the only table beyond row 50", data: oneSheet(append(deep, with(heads(), open)...)), figures: "in_progress 3; training 3", at: "A72 A73 A74"},
		{name: "a table beside another", figures: "complete 1, in_progress 2; training 2, data 1", at: "A2 A3 F2", want: []string{"tables-together "},
			data: oneSheet([][]any{append(append(heads(), nil), heads()...), {"1", "Training", "a", "Open", nil, "8", "Data", "c", "Closed"}, {"2", "Training", "b", "Open"}})},
		{name: "a table beside another, lower down", figures: "complete 1, in_progress 2; training 2, data 1", want: []string{"tables-together "},
			data: oneSheet([][]any{heads(), {"1", "Training", "a", "Open"}, append([]any{"2", "Training", "b", "Open", nil}, heads()...), {nil, nil, nil, nil, nil, "8", "Data", "c", "Closed"}})},
		{name: "tables with their themes above them", figures: "in_progress 3; data 1, victims 2", want: []string{"tables-together "},
			data: oneSheet([][]any{{"Victims"}, {"Ref", "Recommendation", "Status"}, {"1", "a", "Open"}, {"2", "b", "Open"}, nil,
				{"Data"}, {"Ref", "Recommendation", "Status", "Owner"}, {"3", "c", "Open", "ACC"}})},
		{name: "Welsh tables, one below the other", figures: "complete 1, in_progress 1; training 1, data 1", want: []string{"tables-together "},
			data: oneSheet([][]any{welsh, {"1", "Hyfforddiant", "a", "Ar y gweill"}, nil, append(welsh, "Perchennog"), {"2", "Data", "b", "Cwblhawyd", "Y prif"}})},
		{name: "a change log below", figures: "in_progress 3; training 3", want: []string{"table-read-already A8", "row-not-counted A7"},
			data: oneSheet(append(append(with(heads(), open), nil, nil), [][]any{{"Change log"}, {"Ref", "Recommendation", "Reason for change"}, {"2", "Recommendation 2", "late"}}...))},
		{name: "a change log above", figures: "in_progress 3; training 3", want: []string{"table-read-already A1"},
			data: oneSheet(under([][]any{{"Ref", "Recommendation", "Reason for change"}, {"2", "Recommendation 2", "late"}}, with(heads(), open)))},
		{name: "headings repeated are one table", figures: "in_progress 2; training 2", want: []string{"header-again A3"},
			data: oneSheet([][]any{heads(), good(), heads(), {"2", "Training", "More", "In progress"}})},

		{name: "open and closed", data: sheetsOf(namedRows{"Open", with(wider, open)}, namedRows{"Closed", with(heads(), shut)}),
			figures: "complete 6, in_progress 3; training 3, data 6", at: "Open!A2 Open!A3 Open!A4 Closed!A2 Closed!A3 Closed!A4 Closed!A5 Closed!A6 Closed!A7", want: []string{"tables-together "}},
		{name: "agored and ar gau", figures: "complete 1, in_progress 1; training 1, data 1", want: []string{"tables-together "},
			data: sheetsOf(namedRows{"Agored", [][]any{welsh, {"1", "Hyfforddiant", "a", "Ar y gweill"}}}, namedRows{"Ar gau", [][]any{welsh, {"2", "Data", "b", "Caewyd"}}})},
		{name: "a sheet for each theme, with refs that begin again", figures: "in_progress 5; training 3, data 2", want: []string{"tables-together "},
			data: sheetsOf(namedRows{"Training", bare(open)}, namedRows{"Data", bare(numbered(1, 2, "Data", "Open"))})},
		{name: "a sheet for each theme, one of them unknown", figures: "in_progress 5; training 3, not_matched 2", want: []string{"tables-together ", "unknown-theme A2", "unknown-theme A3"},
			data: sheetsOf(namedRows{"Training", bare(open)}, namedRows{"Custody", bare(numbered(7, 8, "", "Open"))})},
		{name: "one sheet for one theme", figures: "in_progress 3; data 3", data: sheetsOf(namedRows{"Data", bare(open)})},
		{name: "the sheet of the month", data: sheetsOf(old("August 2023", 4), old("September 2023", 3), old("Hydref 2023", 9)), figures: "in_progress 3; data 3",
			want: []string{"sheet-of-other-month A1", "sheet-of-other-month A1"}},
		{name: "no sheet of the month", data: sheetsOf(old("2023-07", 4), old("Aug-23", 3), old("2023-10", 9)), figures: "in_progress 3; data 3",
			want: []string{"month-sheet-missing A1", "sheet-of-other-month A1", "sheet-of-other-month A1"}},
		{name: "a copy", data: sheetsOf(old("Recommendations", 9), old("Copy", 4)), figures: "in_progress 9; data 9", want: []string{"table-read-already A1"}},
		{name: "a sheet of lists and one of counts", figures: "in_progress 9; data 9",
			data: sheetsOf(old("Recommendations", 9), namedRows{"Lists", [][]any{{"Theme", "Status", "Owner"}, {"Data", "Open", "ACC"}}},
				namedRows{"Counts", [][]any{{"Status", "Recommendations"}, {"Open", 9}, {"Closed", 0}}})},

		{name: "a misspelt sheet of exactly a tenth", figures: "in_progress 10; data 10", want: []string{"table-not-read A1"},
			data: sheetsOf(old("A", 10), namedRows{"B", [][]any{{"Ref", "Theme", "Recomendation", "Status"}, {"11", "Data", "x", "Open"}}})},
		{name: "a misspelt sheet of more than a tenth", refused: "tables-left-out B!A1",
			data: sheetsOf(old("A", 9), namedRows{"B", [][]any{{"Ref", "Theme", "Recomendation", "Status"}, {"11", "Data", "x", "Open"}}})},
		{name: "a misspelt Welsh sheet", refused: "tables-left-out B!A1",
			data: sheetsOf(old("A", 9), namedRows{"B", [][]any{{"Cyf", "Thema", "Argymhelliad", "Statsw"}, {"11", "Data", "x", "Agored"}}})},
		{name: "sheets without statuses, beside others", refused: "tables-left-out B!A1",
			data: sheetsOf(old("A", 9), namedRows{"B", [][]any{{"Ref", "Recommendation"}, {"11", "x"}}})},
		{name: "other things with refs and statuses are named", figures: "in_progress 9; data 9", want: []string{"table-not-read A1"},
			data: sheetsOf(old("A", 9), namedRows{"Risks", [][]any{{"Ref", "Risk", "Owner", "Status", "Due"}, {"R1", "x", "ACC", "Open", ""}, {"R2", "x", "ACC", "Open", ""}}})},
		{name: "the same refs for other recommendations", refused: "tables-left-out B!A1",
			data: sheetsOf(old("A", 9), namedRows{"B", [][]any{heads(), {"1", "Data", "Something else", "Open"}}})},
		{name: "refs that overlap in part", refused: "tables-overlap Closed!A1",
			data: sheetsOf(namedRows{"Open", with(heads(), open)}, namedRows{"Closed", with(heads(), numbered(3, 5, "Data", "Complete"))})},
	} {
		t.Run(c.name, func(t *testing.T) {
			register, err := ReadBytes("master.xlsx", c.data(t), shipped(t))
			if c.refused != "" {
				var u *Unusable
				require.ErrorAs(t, err, &u)
				assert.Equal(t, c.refused, u.Problem.Code+" "+u.Problem.Sheet+"!"+u.Problem.Cell)
				return
			}
			require.NoError(t, err)
			if c.want == nil {
				c.want = []string{}
			}
			assert.Equal(t, c.figures, figuresOf(t, register))
			assert.Equal(t, c.want, found(register))
			if c.at != "" {
				assert.Equal(t, c.at, addressesOf(register))
			}
		})
	}
}
