package round

import (
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"boardpack/report"
	"boardpack/report/dates"
	"boardpack/report/golden"
	"boardpack/report/ooxml"
	"boardpack/report/reporttest/pace"
)

// office is an owner who fills in a return by hand.
type office struct {
	t    testing.TB
	s    *Setting
	file *excelize.File
	tab  string
}

// open opens the return of an owner.
func open(t testing.TB, s *Setting, owner string) *office {
	t.Helper()
	f, err := excelize.OpenFile(filepath.Join(s.Dir, s.Month.String(), "to-send", s.Month.String()+"-"+slugOf(owner)+".xlsx"))
	require.NoError(t, err)
	t.Cleanup(func() { f.Close() })
	return &office{t, s, f, f.GetSheetName(0)}
}

// column finds a column by its heading, in any language.
func (o *office) column(c column) int {
	o.t.Helper()
	rows, err := o.file.GetRows(o.tab)
	require.NoError(o.t, err)
	for i, heading := range rows[headRow-1] {
		for _, w := range o.s.Words {
			if heading == c.heading(w) {
				return i + 1
			}
		}
	}
	o.t.Fatalf("no column %s", c)
	return 0
}

// row finds a row by its ref and report.
func (o *office) row(ref, title string) int {
	o.t.Helper()
	rows, err := o.file.GetRows(o.tab)
	require.NoError(o.t, err)
	for i, row := range rows {
		if i >= headRow && row[0] == ref && (title == "" || row[2] == title) {
			return i + 1
		}
	}
	o.t.Fatalf("no row %s", ref)
	return 0
}

// fill writes answers into a row; a day as a day.
func (o *office) fill(ref, title string, answers map[column]any) *office {
	o.t.Helper()
	for c, value := range answers {
		cell := ooxml.CellName(o.column(c), o.row(ref, title))
		if day, ok := value.(report.Date); ok {
			value = day.Time()
			style, err := o.file.GetCellStyle(o.tab, cell)
			require.NoError(o.t, err)
			require.NoError(o.t, o.file.SetCellValue(o.tab, cell, value))
			require.NoError(o.t, o.file.SetCellStyle(o.tab, cell, cell, style))
			continue
		}
		require.NoError(o.t, o.file.SetCellValue(o.tab, cell, value))
	}
	return o
}

// saved writes the return among those that came back, with the day on which it was saved.
func (o *office) saved(name string, at report.Date) {
	o.t.Helper()
	require.NoError(o.t, o.file.SetDocProps(&excelize.DocProperties{Modified: at.Time().Add(10 * time.Hour).Format(time.RFC3339)}))
	path := filepath.Join(o.s.Dir, o.s.Month.String(), "returns", filepath.FromSlash(name))
	require.NoError(o.t, os.MkdirAll(filepath.Dir(path), 0o755))
	require.NoError(o.t, o.file.SaveAs(path))
}

// cells gives the values of the sheet, rows downwards.
func (o *office) cells() [][]string {
	rows, err := o.file.GetRows(o.tab)
	require.NoError(o.t, err)
	return rows
}

// replace puts a sheet with other rows in place of the sheet, as a copy by values does.
func (o *office) replace(rows [][]string) {
	o.t.Helper()
	f := excelize.NewFile()
	for i, row := range rows {
		for j, text := range row {
			if text != "" {
				require.NoError(o.t, f.SetCellValue("Sheet1", ooxml.CellName(j+1, i+1), number46(text)))
			}
		}
	}
	o.file, o.tab = f, "Sheet1"
}

// number46 gives a serial of a day as a number, as it arrives in a copy by values.
func number46(text string) any {
	var n int
	if _, err := fmt.Sscanf(text, "#%d", &n); err == nil {
		return n
	}
	return text
}

func october12() report.Date { return dates.NewDate(2023, 10, 12) }

// filled is a return as most owners fill it in.
func filled(t testing.TB, s *Setting) *office {
	return open(t, s, "Head of Custody").
		fill("1", "Custody", map[column]any{colStatus: "Complete", colCompleted: dates.NewDate(2023, 10, 25), colProgress: "All checks are recorded", colEvidence: "Paper 7"}).
		fill("2", "Custody", map[column]any{colStatus: "No change"}).
		fill("1", "Review", map[column]any{colStatus: "In progress", colNewDate: dates.NewDate(2024, 3, 31), colWhy: "Trainer ill", colProgress: "Half are trained"})
}

// swap exchanges two rows of values.
func swap(rows [][]string, a, b int) [][]string { rows[a], rows[b] = rows[b], rows[a]; return rows }

// wide makes a row of values as wide as asked.
func wide(row []string, width int) []string {
	return append(row, make([]string, max(0, width-len(row)))...)
}

// asValues gives the cells as a copy by values has them: days as plain numbers.
func (o *office) asValues() [][]string {
	rows := o.cells()
	for _, c := range []column{colNewDate, colCompleted} {
		at := o.column(c)
		for i := headRow; i < len(rows); i++ {
			raw, err := o.file.GetCellValue(o.tab, ooxml.CellName(at, i+1), excelize.Options{RawCellValue: true})
			require.NoError(o.t, err)
			if raw != "" {
				rows[i][at-1] = "#" + raw
			}
		}
	}
	return rows
}

// without takes columns out of rows.
func without(rows [][]string, columns ...int) [][]string {
	out := make([][]string, len(rows))
	for i, row := range rows {
		for j, text := range row {
			if !slices.Contains(columns, j+1) || i < headRow-1 {
				out[i] = append(out[i], text)
			}
		}
	}
	return out
}

// mangles are what people and programs do to a return.
func mangles() []struct {
	name string
	do   func(o *office)
} {
	return []struct {
		name string
		do   func(o *office)
	}{
		{"as it is", func(o *office) {}},
		{"copied by values", func(o *office) { o.replace(o.asValues()) }},
		{"sorted, all columns", func(o *office) { o.replace(swap(o.asValues(), headRow, headRow+2)) }},
		{"sorted, without the given columns", func(o *office) {
			rows := o.asValues()
			a, b := rows[headRow], rows[headRow+2]
			width := max(len(a), len(b))
			a, b = wide(a, width), wide(b, width)
			for i := len(givenColumns()); i < width; i++ {
				a[i], b[i] = b[i], a[i]
			}
			rows[headRow], rows[headRow+2] = a, b
			o.replace(rows)
		}},
		{"sorted, without the last columns", func(o *office) {
			rows := o.asValues()
			last := o.column(colCompleted)
			a, b := rows[headRow], rows[headRow+2]
			for i := range last {
				a, b = wide(a, last), wide(b, last)
				a[i], b[i] = b[i], a[i]
			}
			rows[headRow], rows[headRow+2] = a, b
			o.replace(rows)
		}},
		{"filtered and saved", func(o *office) { require.NoError(o.t, o.file.SetRowVisible(o.tab, headRow+2, false)) }},
		{"only one row copied", func(o *office) { rows := o.asValues(); o.replace(append(rows[:headRow:headRow], rows[headRow+2])) }},
		{"without the lines above", func(o *office) { o.replace(o.asValues()[headRow-1:]) }},
		{"without the code", func(o *office) { o.replace(without(o.asValues(), 2)) }},
		{"without the recommendation", func(o *office) { o.replace(without(o.asValues(), 4)) }},
		{"without the code and the recommendation", func(o *office) { o.replace(without(o.asValues(), 2, 4)) }},
		{"without ref, code and report", func(o *office) { o.replace(without(o.asValues(), 1, 2, 3)) }},
		{"without the report", func(o *office) { o.replace(without(o.asValues(), 3)) }},
		{"sheet renamed", func(o *office) { require.NoError(o.t, o.file.SetSheetName(o.tab, "Sheet 9")) }},
		{"blank rows between", func(o *office) {
			rows := o.asValues()
			out := append([][]string{}, rows[:headRow]...)
			for _, row := range rows[headRow:] {
				out = append(out, row, nil, nil)
			}
			o.replace(out)
		}},
		{"headings again below", func(o *office) { rows := o.asValues(); o.replace(slices.Insert(rows, headRow+1, rows[headRow-1])) }},
		{"a row twice, the same", func(o *office) { rows := o.asValues(); o.replace(append(rows, rows[headRow])) }},
		{"a row twice, other answers", func(o *office) {
			rows := o.asValues()
			other := slices.Clone(rows[headRow+2])
			other[8] = "Not started"
			o.replace(append(rows, other))
		}},
		{"a ref changed", func(o *office) { rows := o.asValues(); rows[headRow][0] = "1a"; o.replace(rows) }},
		{"a code pasted at another row", func(o *office) { rows := o.asValues(); rows[headRow][1] = rows[headRow+2][1]; o.replace(rows) }},
		{"a code at another row, without texts", func(o *office) {
			rows := o.asValues()
			rows[headRow][1] = rows[headRow+2][1]
			o.replace(without(rows, 4))
		}},
		{"a row of the owner's own", func(o *office) {
			rows := o.asValues()
			o.replace(append(rows, []string{"99", "", "Custody", "Something new", "", "", "", "", "In progress", "We began"}))
		}},
		{"the other sheets deleted", func(o *office) {
			for _, tab := range o.file.GetSheetList()[1:] {
				require.NoError(o.t, o.file.DeleteSheet(tab))
			}
		}},
		{"sent twice", func(o *office) { o.saved("anything (1).xlsx", october26()) }},
		{"a second version after the first", func(o *office) {
			o.saved("v1.xlsx", october12())
			o.fill("1", "Custody", map[column]any{colProgress: "All checks are recorded and counted", colEvidence: nil})
		}},
		{"in small letters", func(o *office) {
			rows := o.asValues()
			for _, row := range rows[headRow:] {
				row[1] = strings.ToLower(row[1])
			}
			o.replace(rows)
		}},
	}
}

// TestManglingMatrix collects one return after each thing that happens to returns. The golden file says what becomes of each answer.
func TestManglingMatrix(t *testing.T) {
	t.Parallel()
	pace.OneByOne(t)
	var b strings.Builder
	s := settingOf(t, twoMasters())
	ask(t, s, AskOptions{})
	for _, m := range mangles() {
		forget(t, s)
		o := filled(t, s)
		m.do(o)
		o.saved("anything.xlsx", dates.NewDate(2023, 10, 26))
		b.WriteString(m.name + "\n" + outcomes(collect(t, s, CollectOptions{Today: dates.NewDate(2023, 11, 1), Received: dates.NewDate(2023, 10, 26)})) + "\n")
	}
	golden.Compare(t, "mangled.txt", b.String())
}

// TestReturnAsCSV: the table saved as CSV is read too; it does not say when it was saved.
func TestReturnAsCSV(t *testing.T) {
	t.Parallel()
	s := settingOf(t, twoMasters())
	ask(t, s, AskOptions{})
	rows := filled(t, s).cells()
	for _, separator := range []rune{',', ';', '\t'} {
		path := filepath.Join(s.Dir, "2023-10", "returns", "saved.csv")
		f, err := os.Create(path)
		require.NoError(t, err)
		w := csv.NewWriter(f)
		w.Comma = separator
		require.NoError(t, w.WriteAll(rows))
		require.NoError(t, f.Close())
		out := collect(t, s, CollectOptions{})
		require.Len(t, out.Answers, 9, "separator %q", separator)
		for _, a := range out.Answers {
			assert.Equal(t, "no_day", a.Why, "nothing tells when it was given")
		}
		out = collect(t, s, CollectOptions{Received: dates.NewDate(2023, 10, 26)})
		assert.Equal(t, 9, out.Count("taken", "no_change", "same"), outcomes(out))
		require.NoError(t, os.RemoveAll(filepath.Join(s.Dir, "2023-10", "journal.json")))
	}
}

// forget takes away what came back and all that was made of it.
func forget(t testing.TB, s *Setting) {
	t.Helper()
	for _, name := range []string{"returns", "results", "journal.json"} {
		require.NoError(t, os.RemoveAll(filepath.Join(s.Dir, s.Month.String(), name)))
	}
}

func collect(t testing.TB, s *Setting, o CollectOptions) *Collected {
	t.Helper()
	if o.Today.IsZero() {
		o.Today = dates.NewDate(2023, 11, 1)
	}
	out, err := Collect(s, o)
	require.NoError(t, err)
	return out
}

// outcomes gives a line for each answer.
func outcomes(out *Collected) string {
	var b strings.Builder
	for _, r := range out.Returns {
		fmt.Fprintf(&b, "  of %s, %s %s\n", r.Owner, r.Day, r.note())
	}
	for _, a := range out.Answers {
		of := a.Shown
		if a.Row != nil {
			of = a.Row.Register + " " + a.Row.Ref
		}
		fmt.Fprintf(&b, "  %s %s = %s: %s %s (%s)\n", of, a.Column, a.Value.Text, a.Kind, a.Why, a.Cell)
	}
	return b.String()
}
