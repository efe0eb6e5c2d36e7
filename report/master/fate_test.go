package master

import (
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"boardpack/report"
	"boardpack/report/ooxml"
	"boardpack/report/reporttest/pace"
)

// registersEnv is the environment variable that says how many random registers the properties try; .ci/run sets it.
const registersEnv = "BOARDPACK_REGISTERS"

// registers is how many random registers to try.
func registers() int {
	if n, err := strconv.Atoi(os.Getenv(registersEnv)); err == nil && n > 0 {
		return n
	}
	return 200
}

// TestEveryRowHasOneFate: of random registers, in workbooks and as CSV, every row with content is a heading, a theme row, a
// recommendation, an action, a continuation, or listed as not counted, and never two of these.
func TestEveryRowHasOneFate(t *testing.T) {
	t.Parallel()
	pace.OneByOne(t)
	fates := map[fate]int{}
	for seed := range registers() {
		r := rand.New(rand.NewPCG(uint64(seed), 13))
		if failed := !t.Run(fmt.Sprint(seed), func(t *testing.T) { checkFates(t, r, fates) }); failed {
			return
		}
	}
	for f := aHeading; f <= notCounted; f++ {
		require.NotZero(t, fates[f], "no row had fate %d", f)
	}
}

func checkFates(t *testing.T, r *rand.Rand, fates map[fate]int) {
	rows := randomRows(r)
	o := options()
	if r.IntN(4) == 0 {
		o.Rules.SameRef = report.SameRefSeparate
	}
	reader := &reader{file: "m.xlsx", options: o, match: newMatcher(o.Vocabulary, o.Rules)}
	reader.options.Limits = reader.options.Limits.OrDefault()
	found, err := reader.open(randomFile(t, r, rows))
	require.NoError(t, err)
	_, tables, err := reader.choose(found)
	if err != nil {
		return // merged cells have taken the headings: the file is refused
	}
	filled := map[int]bool{}
	for _, table := range tables {
		reader.unmark(table.sheet, table.header.last) // what holds nothing but empty markup is empty
		for _, row := range table.sheet.rows {
			filled[row.number] = true
		}
	}
	register := &report.Register{}
	if err := reader.tables(tables, nil, register); err != nil {
		return // no recommendation among them: the file is refused
	}
	reader.joinActions(register)

	seen := map[int]fate{}
	settle := func(row int, f fate) {
		require.True(t, filled[row], "row %d is empty", row)
		require.Zero(t, seen[row], "row %d has two fates: %d and %d", row, seen[row], f)
		seen[row] = f
		fates[f]++
	}
	for i := range register.Recommendations {
		rec := &register.Recommendations[i]
		for line := range rec.Lines() {
			f := anAction
			if line.Row == rec.Row {
				f = aRecommendation
			}
			settle(line.Row, f)
		}
	}
	for _, p := range reader.problems {
		switch {
		case slices.Contains(report.NotCountedCodes(), p.Code):
			settle(p.Row, notCounted)
		case p.Code == "header-again":
			settle(p.Row, aHeading)
		case p.Code == "merged-row":
			settle(p.Row, aContinuation)
		}
	}
	for _, table := range tables {
		for _, row := range table.sheet.rows {
			switch {
			case row.number <= table.header.last:
				settle(row.number, aHeading)
			case row.fate == aThemeRow:
				settle(row.number, aThemeRow)
			}
			joined := row.fate == aRecommendation && seen[row.number] == anAction // of one ref and text, after reading
			require.True(t, joined || row.fate == seen[row.number], "row %d has fate %d, and is told to have %d", row.number, row.fate, seen[row.number])
		}
	}
	for number := range filled {
		require.NotZero(t, seen[number], "row %d has no fate", number)
	}
}

// randomFile writes the rows as a workbook, some of its cells merged, or as a CSV file.
func randomFile(t *testing.T, r *rand.Rand, rows [][]any) []byte {
	if r.IntN(3) == 0 {
		return []byte(asCSV(rows))
	}
	return workbook(t, rows, func(f *excelize.File) {
		for range r.IntN(4) {
			column, top := 1+r.IntN(3), 2+r.IntN(len(rows))
			must(f.MergeCell("Recommendations", ooxml.CellName(column, top), ooxml.CellName(column, top+1+r.IntN(3))))
		}
		if r.IntN(3) == 0 {
			must(f.SetCellFormula("Recommendations", ooxml.CellName(1+r.IntN(6), 2+r.IntN(len(rows))), "SUBTOTAL(3,C2:C4)"))
		}
	})
}

// randomRows makes a master of what people keep in and around a register.
func randomRows(r *rand.Rand) [][]any {
	pick := func(from ...any) any { return from[r.IntN(len(from))] }
	var rows [][]any
	for range r.IntN(3) {
		rows = append(rows, []any{pick("Tracker", "As at September", nil)})
	}
	rows = append(rows, plan())
	for n := range 3 + r.IntN(25) {
		ref := pick(n, n, n, "PR1", "1.2", 1, nil)
		text := pick(fmt.Sprintf("Text %d", n), fmt.Sprintf("Text %d", n), "Text", "as above", nil)
		full := []any{ref, pick("Training", "Data", "Custody", nil), text, pick("Do it", nil), pick("Complete", "In progress", "Hmm", nil), pick("A", "B", nil), pick("01/01/2024", "soon", nil)}
		kinds := [][]any{full, full, full, full, full, nil, {pick("Training", "Data", "Custody")}, plan(), {"Total", nil, nil, nil, 3}, {pick("Key: Red", "Notes", "* joint", "-----", "Red")},
			{nil, nil, nil, nil, pick("Complete", "In progress"), pick(1, "B", nil)}, {nil, nil, nil, pick("Test it", nil), pick("Not started", nil), "B", "01/02/2024"},
			{nil, nil, pick("All dates are ends of months", "Red", "Overdue")}, {pick("Last updated 1 March", "5 complete", "PR9", 12)}, {"Red", nil, "Overdue"}, {nil, "Data Count", nil, nil, 4},
			{nil, nil, nil, nil, nil, nil, nil, "a note beside the table"}, {1, nil, "Dates are those of the plan"}, {"<p></p>", nil, "<p>Text</p>"}}
		rows = append(rows, kinds[r.IntN(len(kinds))])
	}
	return rows
}

func asCSV(rows [][]any) string {
	out := ""
	for _, row := range rows {
		for i, v := range row {
			if i > 0 {
				out += ","
			}
			if v != nil {
				out += fmt.Sprint(v)
			}
		}
		out += "\n"
	}
	return out
}
